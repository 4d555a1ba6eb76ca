"""Makes a generated case valid: fills its references and bends what the rules of the format forbid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from hrd_desktop.core.case import Case
from hrd_desktop.core.consistency import PARTIAL_MILESTONES, SPANS
from hrd_desktop.core.dates import DateInfo, PartialDate, span_of
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Name, Nationality
from hrd_desktop.core.kin import Union
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, field_of, fields_of, object_name
from hrd_desktop.core.staff import Review

T = TypeVar("T")


class Choices(Protocol):
    def below(self, limit: int) -> int: ...

    def pick(self, options: Sequence[T]) -> T: ...


def settle(case: Case, choices: Choices) -> None:
    """Make a case that was built with empty references and no regard for the rules a valid one."""
    _number_persons(case)
    del case.submission_categories[2:]
    case.milestones = list({row.kind: row for row in case.milestones}.values())
    values = [node.value for node in walk(case)]
    for value in values:
        _settle_dates(value)
        _settle_facts(value, choices)
    _fill_references(case, values, choices)
    for union in case.unions:
        _settle_union(union, choices)
    for person in case.persons:
        _settle_person(person)


def _number_persons(case: Case) -> None:
    for i, person in enumerate(case.persons):
        person.id = f"P{i + 1}"
        if i == 0:
            person.relation, person.plan = "principal", "accompanying"
        elif person.relation == "principal":
            person.relation = "sibling"
    case.principal = "P1"


def _settle_dates(value: Any) -> None:
    if isinstance(value, DateInfo) and (value.earliest is None or value.latest is None):
        value.earliest = value.latest = value.earliest or value.latest
    if isinstance(value, DateInfo) and value.earliest and value.latest:
        value.earliest, value.latest = sorted((value.earliest, value.latest))
    if getattr(value, "ongoing", None):
        value.end = value.end_info = None
    for start, end in SPANS:
        if field_of(type(value), start) and field_of(type(value), end) and _swapped(value, start, end):
            for first, last in ((start, end), (f"{start}_info", f"{end}_info")):
                if field_of(type(value), first):
                    earlier, later = getattr(value, last), getattr(value, first)
                    setattr(value, first, earlier)
                    setattr(value, last, later)


def _swapped(value: Any, start: str, end: str) -> bool:
    first, last = getattr(value, start), getattr(value, end)
    if first is None or last is None:
        return False
    if isinstance(first, date):
        return bool(first > last)
    spans = [span_of(getattr(value, key), _ordered(getattr(value, f"{key}_info"))) for key in (start, end)]
    return spans[0] is not None and spans[1] is not None and spans[0].surely_after(spans[1])


def _ordered(info: DateInfo | None) -> DateInfo | None:
    """The story of a date as it will stand: its own turn to be settled comes later than that of its owner."""
    if info is not None:
        _settle_dates(info)
    return info


def _settle_facts(value: Any, choices: Choices) -> None:
    match value:
        case Name(family=None, given=None, full=None):
            value.family = "Ravenholm"
        case Nationality(country=None):
            value.status = "unknown"
        case Evidence():
            value.file = value.file and f"papers/{value.id}.pdf"
            value.sha256 = value.sha256 and f"{choices.below(256):02x}" * 32
        case _ if object_name(type(value)) == "milestone" and value.kind not in PARTIAL_MILESTONES:
            value.date = PartialDate(value.date.year, value.date.month or 1, value.date.day or 1)


def _fill_references(case: Case, values: Sequence[Any], choices: Choices) -> None:
    if any(object_name(type(value)) == "equivalence" for value in values) and not case.reviews:
        case.reviews = [_review()]
    ids: dict[str | None, list[str]] = {None: []}
    for node in walk(case):
        if node.index is not None:
            ids.setdefault(object_name(type(node.value)), []).append(node.value.id)
            ids[None].append(node.value.id)
    for value in values:
        for spec in fields_of(type(value)):
            held = getattr(value, spec.name)
            if spec.kind is not Kind.REF or value is case or (not held and held != ""):
                continue
            options = ids.get(spec.ref, [])
            if spec.many:
                setattr(value, spec.name, [choices.pick(options) for _ in held] if options else [])
            else:
                setattr(value, spec.name, choices.pick(options) if options else None)


def _review() -> Review:
    return Review(
        id="RVW1",
        item="A36.1",  # type: ignore[arg-type]  # a NewType of str
        reviewer="Maître Ondine Sarrasine",
        capacity="lawyer",
        reviewed_on=date(2026, 5, 4),
        outcome="cleared",
    )


def _settle_union(union: Union, choices: Choices) -> None:
    if union.partner_b == union.partner_a:
        union.partner_b = None
    if union.partner_b is None:
        union.partner_b_name = union.partner_b_name or "Ilka Morrow"
    else:
        union.partner_b_name = None


def _settle_person(person: Person) -> None:
    for parent in person.parents:
        if parent.person == person.id:
            parent.person = None
    person.none_declared = [name for name in person.none_declared if not getattr(person, name)]
