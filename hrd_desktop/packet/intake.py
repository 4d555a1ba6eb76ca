"""The blank intake set: the questions of the screens on paper, with room to write. It holds nothing of any case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hrd_desktop import __version__
from hrd_desktop.core.numbers import ON_PAPER, sheets
from hrd_desktop.core.sections import SECTIONS, Section
from hrd_desktop.packet.blank_fields import Blank, dated, lined, rows_of
from hrd_desktop.packet.compose import heading, paragraph, section, title_lines
from hrd_desktop.packet.finish import About
from hrd_desktop.packet.flow import Anchor, Strip, paginate
from hrd_desktop.packet.intake_forms import Forms
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.packet.page import Running
from hrd_desktop.packet.press import of_pages
from hrd_desktop.packet.styles import SMALL
from hrd_desktop.wording import Wording
from hrd_desktop.wording.intake import intake_text

_NOTES = ("safe", "consent", "skip", "dates", "persons", "left_out")
_UNCHANGING = date(2026, 1, 1)
"""The day the file says it was made: a blank form is the same whenever it is printed."""


@dataclass(frozen=True, kw_only=True)
class IntakeOptions:
    """Language and paper, which sections, and for how many persons and adults."""

    language: Language
    paper: Paper
    parts: Sequence[str] = ON_PAPER
    persons: int = 3
    adults: int = 1


def write_intake(options: IntakeOptions, texts: Mapping[str, str], words: Wording) -> PacketFile:
    """Typeset the set. The same options give the same bytes. Raises ValueError for a part that is not on paper."""
    unknown = set(options.parts) - set(ON_PAPER)
    if unknown:
        raise ValueError(f"no part of the intake set: {sorted(unknown)[0]}")
    pages = paginate(list(_strips(options, words)))
    running = Running(
        mark=texts["handling_mark"],
        draft="",
        left=(intake_text("foot", words), intake_text("foot_made", words, version=__version__)),
        page_of=texts["foot_page"],
    )
    about = About(intake_text("document", words), options.language, f"HRD Desktop {__version__}", _UNCHANGING)
    return of_pages(pages, options.paper, running, about)


def _strips(options: IntakeOptions, words: Wording) -> Iterator[Strip]:
    yield from _front(words)
    on_paper = [found for found in SECTIONS if found.key in ON_PAPER]
    for number, found in enumerate(on_paper, 1):
        if found.key in options.parts:
            yield from _section(number, found, options, words)


def _front(words: Wording) -> Iterator[Strip]:
    title = intake_text("title", words)
    first, *rest = title_lines(title, intake_text("subtitle", words))
    yield replace(first, anchor=Anchor("front", title, 0), section=title)
    yield from rest
    yield from heading(intake_text("before", words))
    for note in _NOTES:
        yield from paragraph("–  " + intake_text(f"before_{note}", words))
    marks: list[Blank] = [
        lined("", intake_text("case_mark", words), 4),
        dated("", intake_text("day", words), [intake_text(key, words) for key in ("year", "month", "day_small")]),
        lined("", intake_text("asked_by", words), 3),
        lined("", intake_text("interpreter", words), 3),
    ]
    yield from rows_of(marks, gap=14)


def _section(number: int, found: Section, options: IntakeOptions, words: Wording) -> Iterator[Strip]:
    title = f"{number}  {words.heading(found.key)}"
    yield from section(title, Anchor(found.key, title, 0))
    if words.has_help(found.key):
        told = words.help(found.key)
        yield from paragraph(intake_text("why", words, text=told.why), SMALL, gap=2)
        yield from paragraph(intake_text("avoid", words, text=told.avoid), SMALL, gap=3)
    forms = Forms(words)
    persons = options.adults if found.key == "safety_consent" else options.persons
    copies = {"": 1, "person": persons, "adult": options.adults}
    every = list(sheets(found))
    at = 0
    while at < len(every):
        # Groups that are asked of the same person stay together: all of one person, then all of the next.
        each = every[at].each
        end = next((i for i in range(at, len(every)) if every[i].each != each), len(every))
        for copy in range(copies[each]):
            if each:
                yield from forms.person(new_page=(copy > 0 and len(every) > 1) or (copy > 0 and each == "adult"))
            for sheet in every[at:end]:
                yield from forms.sheet(sheet)
        at = end
