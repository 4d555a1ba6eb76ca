"""The rules of the format that hold between the facts of one object (section 13), one small function per rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo, PartialDate, Span, span_of
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Name, Nationality
from hrd_desktop.core.kin import Union
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.steps import Milestone
from hrd_desktop.core.values import Flaw, quoted

Finding = tuple[str, Flaw]
"""The path below the object (empty for the object itself), and what is wrong there."""

SPANS = (
    ("start", "end"),
    ("cohabiting_from", "cohabiting_to"),
    ("date", "date_to"),
    ("entered_on", "left_on"),
    ("issued_on", "expires_on"),
    ("filed_on", "decided_on"),
    ("birth_date", "death_date"),
    ("opened_on", "closed_on"),
)
"""Pairs of keys of which the first must not surely lie after the second."""

PARTIAL_MILESTONES = frozenset({"flight_from_country", "entry_to_host", "first_contact", "status_recognition"})
_MOST_CATEGORIES = 2
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DRIVE = re.compile(r"[A-Za-z]:")


def findings(value: Any) -> Iterator[Finding]:
    """What is wrong inside one object of a case, by the rules that look at more than one fact."""
    yield from _spans(value)
    yield from _ongoing(value)
    for rule in _RULES.get(type(value), ()):
        yield from rule(value)


def _spans(value: Any) -> Iterator[Finding]:
    for start, end in SPANS:
        if field_of(type(value), start) is None or field_of(type(value), end) is None:
            continue
        first, last = _span(value, start), _span(value, end)
        if first and last and first.surely_after(last):
            facts = {"start": quoted(str(getattr(value, start))), "end": quoted(str(getattr(value, end)))}
            yield f".{start}", Flaw("start_after_end", facts)


def _span(value: Any, key: str) -> Span | None:
    written: PartialDate | date | None = getattr(value, key)
    if isinstance(written, date):
        return Span(written, written)
    return span_of(written, getattr(value, f"{key}_info", None))


def _ongoing(value: Any) -> Iterator[Finding]:
    if getattr(value, "ongoing", None) and value.end is not None:
        yield ".end", Flaw("end_while_ongoing")


def _date_info(info: DateInfo) -> Iterator[Finding]:
    if info.earliest and not info.latest:
        yield ".earliest", Flaw("earliest_without_latest")
    elif info.latest and not info.earliest:
        yield ".latest", Flaw("latest_without_earliest")
    elif info.earliest and info.latest and info.earliest > info.latest:
        facts = {"start": quoted(str(info.earliest)), "end": quoted(str(info.latest))}
        yield ".earliest", Flaw("earliest_after_latest", facts)


def _principal(case: Case) -> Iterator[Finding]:
    principals = [(i, person) for i, person in enumerate(case.persons) if person.relation == "principal"]
    if not principals:
        yield ".persons", Flaw("no_principal")
        return
    for i, _ in principals[1:]:
        yield f".persons[{i}].relation", Flaw("second_principal")
    i, principal = principals[0]
    if principal.plan != "accompanying":
        yield f".persons[{i}].plan", Flaw("principal_not_accompanying")
    named = [person for person in case.persons if person.id == case.principal]
    if named and all(person.relation != "principal" for person in named):
        yield ".principal", Flaw("principal_mismatch", {"value": quoted(case.principal)})


def _categories(case: Case) -> Iterator[Finding]:
    if len(case.submission_categories) > _MOST_CATEGORIES:
        yield ".submission_categories", Flaw("too_many_categories", {"most": _MOST_CATEGORIES})


def _milestones(case: Case) -> Iterator[Finding]:
    seen = set()
    for i, row in enumerate(case.milestones):
        if (row.kind, row.person) in seen:
            yield f".milestones[{i}].kind", Flaw("repeated_milestone", {"value": quoted(row.kind)})
        seen.add((row.kind, row.person))


def _milestone(row: Milestone) -> Iterator[Finding]:
    if row.kind not in PARTIAL_MILESTONES and not row.date.complete:
        yield ".date", Flaw("complete_date_needed", {"value": quoted(str(row.date))})


def _person(person: Person) -> Iterator[Finding]:
    for i, row in enumerate(person.parents):
        if row.person == person.id:
            yield f".parents[{i}].person", Flaw("own_parent")
    for i, name in enumerate(person.none_declared):
        if getattr(person, name, None):
            yield f".none_declared[{i}]", Flaw("declared_none_but_listed", {"list": name})


def _name(name: Name) -> Iterator[Finding]:
    if not (name.family or name.given or name.full):
        yield "", Flaw("name_without_part")


def _nationality(row: Nationality) -> Iterator[Finding]:
    if row.country is None and row.status != "unknown":
        yield ".country", Flaw("nationality_without_country")


def _union(union: Union) -> Iterator[Finding]:
    if (union.partner_b is None) == (union.partner_b_name is None):
        yield "", Flaw("union_partners")
    if union.partner_b is not None and union.partner_b == union.partner_a:
        yield ".partner_b", Flaw("union_with_self")


def _evidence(row: Evidence) -> Iterator[Finding]:
    if row.file is not None and not is_file_name(row.file):
        yield ".file", Flaw("bad_file_name", {"value": quoted(row.file)})
    if row.sha256 is not None and not _SHA256.fullmatch(row.sha256):
        yield ".sha256", Flaw("bad_sha256", {"value": quoted(row.sha256)})


def is_file_name(name: str) -> bool:
    """Whether this names a file below a folder on every system: relative, with `/`, no step upwards."""
    parts = name.split("/")
    return "\\" not in name and not _DRIVE.match(name) and not any(part in ("", ".", "..") for part in parts)


_RULES: dict[type[Any], tuple[Callable[[Any], Iterator[Finding]], ...]] = {
    Case: (_principal, _categories, _milestones),
    DateInfo: (_date_info,),
    Evidence: (_evidence,),
    Milestone: (_milestone,),
    Name: (_name,),
    Nationality: (_nationality,),
    Person: (_person,),
    Union: (_union,),
}
