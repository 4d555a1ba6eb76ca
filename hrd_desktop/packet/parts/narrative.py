"""A narrative: whose it is, the text, and the person's own words beside it."""

from __future__ import annotations

from dataclasses import replace

from hrd_desktop.core.claim import Narrative
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.compose import heading, paragraph, subheading
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.styles import ORIGINAL, SMALL


def told(author: Author, narrative: Narrative) -> list[Strip]:
    """The narrative under the name of the person, with a bookmark that calls them by their number."""
    kind = author.value(narrative, "kind")
    anchor = Anchor(f"narrative-{narrative.id}", author.text("narrative_bookmark", kind=kind, id=narrative.person), 1)
    title = author.text("narrative_heading", kind=kind, id=narrative.person, name=author.person(narrative.person))
    strips = heading(title, anchor=anchor)
    language = author.text("narrative_language", language=author.words.language(narrative.language))
    strips += paragraph(language, SMALL, gap=1)
    strips[-1] = replace(strips[-1], keep=True)
    strips += paragraph(narrative.text, gap=4, language=narrative.language)
    if narrative.original_text:
        language = author.words.language(narrative.original_language) if narrative.original_language else ""
        label = (
            author.text("narrative_original_in", language=language) if language else author.text("narrative_original")
        )
        strips += subheading(label) + paragraph(
            narrative.original_text, ORIGINAL, gap=2, language=narrative.original_language or "und"
        )
    return strips
