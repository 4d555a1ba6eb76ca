"""What to ask next: open rows by weight, then fields whose source is not known (section 10)."""

from __future__ import annotations

from collections.abc import Iterable

from hrd_desktop.checklists.message import Field, Message, Param, Row
from hrd_desktop.checklists.results import ItemResult, Question, Severity
from hrd_desktop.core.case import Case
from hrd_desktop.core.places import Places
from hrd_desktop.core.schema import object_name

_ORDER: tuple[Severity, ...] = ("BLOCK", "LAWYER", "WARN")


def ask_next(case: Case, items: Iterable[ItemResult]) -> tuple[Question, ...]:
    """One question per unclear row that holds or warns, then one per field to be asked again."""
    unclear = [item for item in items if item.result == "UNCLEAR" and item.severity in _ORDER]
    by_weight = [item for severity in _ORDER for item in unclear if item.severity == severity]
    return (*(_of_row(item) for item in by_weight), *_of_fields(case))


def _of_row(item: ItemResult) -> Question:
    return Question(item.id, item.person, item.severity, item.places or item.rows, item.question)


def _of_fields(case: Case) -> Iterable[Question]:
    people, places = {person.id for person in case.persons}, Places(case)
    for row in case.known_by:
        if row.ask_again or row.how_known == "unknown":
            head = row.at.partition(".")[0]
            told: dict[str, Param] = {"field": _field(places, row.at)}
            person = head if head in people else None
            yield Question(None, person, None, (row.at,), Message("text.ask_again", told))


def _field(places: Places, place: str) -> Param:
    found = places.find(place)
    if found is None or found.spec is None:
        return Row(place)
    return Field(object_name(type(found.owner)), found.spec.name, place)
