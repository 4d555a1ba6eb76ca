"""F06 and F07: the age of a child on the day that counts, and dependence beyond that age.

A child who travels with the family is judged on the day of the referral (R 25.1(7)), a child who applies later on the
day of the application (R 25.1(8)). The two days differ, so both readings are worked out and shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from hrd_desktop.checklists.facts import CHILD_RELATIONS, Facts
from hrd_desktop.checklists.message import Field, Param, rows, when
from hrd_desktop.checklists.results import CLEAR, Derived, Part
from hrd_desktop.checklists.rule import Rows, because
from hrd_desktop.core.codes import Result
from hrd_desktop.core.dates import Span, add_months, anniversary, span_of
from hrd_desktop.core.kin import Dependency, Parent, Union
from hrd_desktop.core.person import Person

_Plan = Literal["accompanying", "non_accompanying"]
LATER: Final = "non_accompanying"
F06_CITATIONS = ("referral", "application")

F06 = {
    "under": "age born day",
    "under_recorded_later": "age born",
    "over": "age born day",
    "over_type2": "age born day",
    "straddles": "age born day",
    "near": "age born day",
    "no_birth_date": "age",
    "partnered": "rows day",
    "partnered_type2": "rows day",
    "perhaps_partnered": "rows day",
    "adopted_away": "",
    "adoption_for_lawyer": "rows",
    "adoption_open": "rows",
    "type2_governs": "age",
}


def children(facts: Facts) -> list[Person]:
    """The children of the family, those of the partner too."""
    return [person for person in facts.fam if person.relation in CHILD_RELATIONS]


@dataclass(frozen=True)
class Reading:
    """One reading of a child: accompanying (referral) or applying later (application)."""

    key: _Plan
    lock_in: date | None
    result: Result
    reason: str
    rows: tuple[str, ...]
    places: tuple[str, ...]


def readings(facts: Facts, person: Person) -> tuple[Reading, Reading]:
    """Both readings of a child, for whom F06 has a row or not."""
    return (
        _read(facts, person, "accompanying", facts.referral_lock_in),
        _read(facts, person, LATER, facts.application_lock_in),
    )


def f06(facts: Facts, person: Person, others: Rows) -> Derived:
    """A dependent child under the age limit and without a partner, by the reading of the child's plan."""
    both = readings(facts, person)
    own = both[1] if person.plan == LATER else both[0]
    result, why = own.result, because("F06", own.reason, **_told(facts, person, own))
    if result == "UNCLEAR" and _dependency(person).type2_claimed == "yes":
        type2 = others.final("F07", person)
        if type2 is not None and type2.result == "MET":
            result = "NOT_APPLICABLE"
            why = because("F06", "type2_governs", age=facts.constants.child_under)
    return Derived(
        result,
        why,
        own.rows,
        places=() if result in CLEAR else own.places,
        parts=tuple(Part(one.key, one.result, one.rows, one.lock_in) for one in both),
        citation="application" if person.plan == LATER else "referral",
    )


def _dependency(person: Person) -> Dependency:
    return person.dependency or Dependency()


def _told(facts: Facts, person: Person, reading: Reading) -> dict[str, Param]:
    born = person.birth.date if person.birth else None
    known: dict[str, Param] = {
        "age": facts.constants.child_under,
        "born": when(born),
        "day": reading.lock_in or facts.on,
        "rows": rows(reading.rows),
    }
    if reading.reason.startswith(("partnered", "perhaps")):
        known["day"] = facts.application_day
    return {gap: known[gap] for gap in F06[reading.reason].split()}


def _read(facts: Facts, person: Person, key: _Plan, day: date | None) -> Reading:
    result, reason, found, places = _by_age_and_union(facts, person, day)
    adoptive = [row for row in person.parents if row.kind == "adoptive" and row.person in facts.persons]
    doubted = tuple(row.id for row in adoptive if "no" in (row.adoption_severs_tie, row.adoption_genuine))
    if _dependency(person).adopted_by_third_person == "yes":
        place = (f"{person.id}.dependency.adopted_by_third_person",)
        return Reading(key, day, "NOT_MET", "adopted_away", place, place)
    if doubted and result != "NOT_MET":
        return Reading(key, day, "NEEDS_LAWYER", "adoption_for_lawyer", doubted, doubted)
    if result == "MET":
        open_places = tuple(place for row in adoptive for place in _adoption_open(row))
        if open_places:
            ids = tuple(row.id for row in adoptive)
            return Reading(key, day, "UNCLEAR", "adoption_open", ids, open_places)
    return Reading(key, day, result, reason, found, places)


def _adoption_open(row: Parent) -> list[str]:
    answers = {"adoption_severs_tie": row.adoption_severs_tie, "adoption_genuine": row.adoption_genuine}
    return [f"{row.id}.{key}" for key, answer in answers.items() if answer != "yes"]


def _by_age_and_union(
    facts: Facts, person: Person, lock_in: date | None
) -> tuple[Result, str, tuple[str, ...], tuple[str, ...]]:
    """Result, reason, what decided, what is open: age on the lock-in day, partnership on the application day."""
    limit, day = facts.constants.child_under, lock_in or facts.on
    birth = (f"{person.id}.birth.date",)
    claimed = _dependency(person).type2_claimed == "yes"
    type2_places = (f"{person.id}.dependency",)
    sure, perhaps = partnered(facts, person)
    if sure:
        return ("UNCLEAR", "partnered_type2", sure, type2_places) if claimed else ("NOT_MET", "partnered", sure, sure)
    if not facts.possibly(limit, person, day):
        if perhaps:
            return "UNCLEAR", "perhaps_partnered", perhaps, perhaps
        watched = add_months(day, facts.constants.lock_in_watch_months)
        if lock_in is None and facts.possibly(limit, person, watched):
            return "UNCLEAR", "near", birth, ("case.milestones",)
        return "MET", "under" if lock_in is not None else "under_recorded_later", birth, ()
    if facts.surely(limit, person, day):
        return ("UNCLEAR", "over_type2", birth, type2_places) if claimed else ("NOT_MET", "over", birth, birth)
    if person.birth is None or person.birth.date is None:
        return "UNCLEAR", "no_birth_date", birth, birth
    return "UNCLEAR", "straddles", birth, birth


def partnered(facts: Facts, person: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The unions that surely stand on the application day, and those that possibly do."""
    sure, perhaps = [], []
    for row in facts.unions_of(person):
        start = span_of(row.start, row.start_info)
        begun, may_have_begun = _begun(row, start, facts.application_day)
        lasts, may_last = _lasts(row, facts)
        if begun and lasts:
            sure.append(row.id)
        elif may_have_begun and may_last:
            perhaps.append(row.id)
    return tuple(sure), tuple(perhaps)


def _begun(row: Union, start: Span | None, day: date) -> tuple[bool, bool]:
    """Whether a union surely and possibly began by that day. One without a day has begun unless it is only planned."""
    if start is None:
        began = row.status != "planned"
        return began, began
    return start.last <= day, start.first <= day


def _lasts(row: Union, facts: Facts) -> tuple[bool, bool]:
    """Whether a union surely and possibly still stands on the application day; an ended one ended by today."""
    if row.status != "ended":
        return True, True
    end = span_of(row.end, row.end_info)
    if end is None:
        return False, facts.application_day < facts.on
    return end.first > facts.application_day, end.last > facts.application_day


F07 = {
    "not_needed": "age",
    "not_claimed": "",
    "not_asked": "",
    "shown": "age",
    "open": "age fields",
}


def f07(facts: Facts, person: Person) -> Derived:
    """A child past the age limit who has depended on a parent since before it, because of a condition."""
    limit = facts.constants.child_under
    lock_in = facts.application_lock_in if person.plan == LATER else facts.referral_lock_in
    birth = (f"{person.id}.birth.date",)
    if not facts.possibly(limit, person, lock_in or facts.on):
        return Derived("NOT_APPLICABLE", because("F07", "not_needed", age=limit), birth)
    told = _dependency(person)
    place = f"{person.id}.dependency.type2_claimed"
    if told.type2_claimed == "no":
        return Derived("NOT_MET", because("F07", "not_claimed"), (place,))
    if told.type2_claimed != "yes":
        return Derived("UNCLEAR", because("F07", "not_asked"), (place,), places=(place,), severity="INFO")
    missing = _type2_missing(told, anniversary(facts.born(person).first, limit))
    if missing:
        fields: Param = tuple(Field("dependency", key, f"{person.id}.dependency.{key}") for key in missing)
        places = tuple(f"{person.id}.dependency.{key}" for key in missing)
        return Derived("UNCLEAR", because("F07", "open", age=limit, fields=fields), places, places=places)
    return Derived("MET", because("F07", "shown", age=limit), (f"{person.id}.dependency", *told.condition_evidence))


def _type2_missing(told: Dependency, birthday: date) -> Sequence[str]:
    condition = span_of(told.condition_since, told.condition_since_info)
    dependent = span_of(told.dependent_since, told.dependent_since_info)
    shown = {
        "condition_evidence": bool(told.condition_evidence),
        "condition_since": condition is not None and condition.surely_before(birthday),
        "dependent_since": dependent is not None and dependent.surely_before(birthday),
        "financially_dependent": told.financially_dependent == "yes",
    }
    return [key for key, there in shown.items() if not there]


def f07_unclear_weight(_facts: Facts, person: Person) -> Literal["BLOCK", "WARN", "INFO"]:
    """INFO, but as grave as F06 once dependence beyond the age limit is claimed."""
    if _dependency(person).type2_claimed != "yes":
        return "INFO"
    return "BLOCK" if person.plan == "accompanying" else "WARN"
