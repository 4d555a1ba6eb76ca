"""What must be disclosed: convictions, charges, service and acts, as facts, without a word on what follows from them.

Where a qualified person has looked at it, the day of that is told, never what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hrd_desktop.core.background import Act, Charge, Conviction, Service
from hrd_desktop.core.person import Person
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import fact, heading, paragraph, section, subheading
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.parts.persons import bookmark

_ITEMS = {
    "convictions": ("A36.1", "A36.2"),
    "charges": ("A36.1", "A36.2"),
    "service": ("A35a", "A35b"),
    "acts": ("A36.1", "A36.2", "A37a", "A37b"),
}
"""Whose dated review concerns which rows."""


def disclosure(author: Author) -> list[Strip]:
    """One block for each person with something on record."""
    strips = section(*author.part("disclosure"))
    strips += paragraph(author.text("disclosure_note"))
    told: list[Strip] = []
    for person in outward.persons_of_the_packet(author.case):
        if person.plan != "linked_case":
            told += _block(author, person)
    return strips + (told or paragraph(author.text("nothing_recorded")))


def _block(author: Author, person: Person) -> list[Strip]:
    strips: list[Strip] = []
    for name, tell in (("convictions", _conviction), ("charges", _charge), ("service", _service), ("acts", _act)):
        rows: Sequence[Any] = getattr(person, name)
        for row in rows:
            strips += subheading(_title(author, row)) + tell(author, row)
        reviewed = _reviewed(author, person, name) if rows else []
        strips += fact(author.text("legal_review_label"), "\n".join(reviewed)) if reviewed else []
    if not strips:
        return []
    anchor = Anchor(f"disclosure-{person.id}", bookmark(author, person), 1)
    return heading(author.text("person_heading", id=person.id, name=outward.called(person)), anchor=anchor) + strips


def _title(author: Author, row: Conviction | Charge | Service | Act) -> str:
    when = author.period(row) if isinstance(row, Service) else author.value(row, "date")
    kind = author.words.object(_KINDS[type(row)])
    return joined(kind, joined(author.country(row), when), by=author.text("dash"))


_KINDS: dict[type, str] = {Conviction: "conviction", Charge: "charge", Service: "service", Act: "act"}


def _conviction(author: Author, row: Conviction) -> list[Strip]:
    facts = author.facts(row, "offence", "court", "statute", "sentence", "sentence_months", "sentence_end")
    return facts + author.facts(row, "in_absentia", "political")


def _charge(author: Author, row: Charge) -> list[Strip]:
    return author.facts(row, "offence", "authority", "statute", "outcome", "political")


def _service(author: Author, row: Service) -> list[Strip]:
    facts = author.facts(row, "kind", "branch", "unit", "commander", "ranks", "senior", "conscripted", "duties")
    facts += author.facts(row, "combat", "combat_text", "guarded_detainees", "saw_abuse", "took_part")
    return facts + author.facts(row, "end_reason", "end_text")


def _act(author: Author, row: Act) -> list[Strip]:
    return author.facts(row, "description", "role", "with_organisation")


def _reviewed(author: Author, person: Person, name: str) -> list[str]:
    """The days of legal reviews up to the day of the packet, each once."""
    days = {
        review.reviewed_on
        for review in author.case.reviews
        if review.item in _ITEMS[name] and review.person == person.id and review.reviewed_on <= author.options.on
    }
    return [author.text("legal_review_recorded", day=author.words.day(day)) for day in sorted(days)]
