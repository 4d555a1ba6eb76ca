"""Specific needs, person by person. Health only where the person agreed to that for this recipient; sealed: never."""

from __future__ import annotations

from hrd_desktop.core.person import Person
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.compose import fact, heading, paragraph, section
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.parts.persons import bookmark


def needs(author: Author) -> list[Strip]:
    """The whole part. It does not say of whom something was left out."""
    strips = section(*author.part("needs"))
    for person in outward.persons_of_the_packet(author.case):
        facts = _of(author, person) if person.plan != "linked_case" else []
        if facts:
            anchor = Anchor(f"needs-{person.id}", bookmark(author, person), 1)
            title = author.text("person_heading", id=person.id, name=outward.called(person))
            strips += heading(title, anchor=anchor) + facts
    if len(strips) == 1:
        strips += paragraph(author.text("nothing_recorded"))
    if outward.held_apart(author.case):
        strips += paragraph(author.text("held_apart"), gap=12)
    return strips


def _of(author: Author, person: Person) -> list[Strip]:
    options = author.options
    health = outward.agreed(author.case, person.id, "share_medical", options.recipient, options.on)
    kinds = [
        author.value(need, "kind") for need in person.specific_needs if health or need.kind not in outward.HEALTH_NEEDS
    ]
    strips = fact(author.label(person, "specific_needs"), "\n".join(dict.fromkeys(kinds))) if kinds else []
    if health and person.medical is not None:
        strips += author.facts(person.medical, "has_need", "pregnancy_due")
    return strips
