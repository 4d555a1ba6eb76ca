"""Pairs of facts that cannot both be right (6.3). Each names both places; most only need a correction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from hrd_desktop.checklists.asking import answer_to, place_of
from hrd_desktop.checklists.facts import CANADA, Facts, span
from hrd_desktop.checklists.message import Field, Row
from hrd_desktop.core.codes import ActKind, MilestoneKind
from hrd_desktop.core.dates import anniversary, span_of
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import CASE
from hrd_desktop.core.steps import Milestone

Key = Literal[
    "C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C12", "C13", "C14", "C15", "C16"
]
MATERIAL: Final[frozenset[Key]] = frozenset({"C02", "C03", "C04", "C05", "C13"})
"""Those that go to a lawyer; the others are to be corrected."""

_CLAIM_STATUSES = frozenset(
    {
        "asylum_seeker",
        "unhcr_registered",
        "unhcr_recognised",
        "refugee_recognised",
        "subsidiary_protection",
        "refused",
    }
)
_NO_VISA = frozenset({"residence_permit", "citizenship", "partner_request"})
_MARRIAGES = frozenset({"civil_marriage", "religious_marriage", "customary_marriage"})
_PARTNERSHIPS = frozenset({"common_law", "conjugal_apart"})


@dataclass(frozen=True)
class Contradiction:
    """Facts of one person that do not agree: which rule saw it, and the rows and places on both sides."""

    key: Key
    rows: tuple[str, ...]

    @property
    def material(self) -> bool:
        return self.key in MATERIAL


def contradictions(facts: Facts, person: Person) -> list[Contradiction]:
    """Every contradiction of a person, in the order of the keys."""
    found = ((key, rule(facts, person)) for key, rule in _RULES.items())
    return [Contradiction(key, tuple(dict.fromkeys(rows))) for key, rows in found if rows]


Sides = Sequence[str]
"""The rows and places on both sides; empty where the facts agree."""


def _against_no(person: Person, rows: Iterable[str], *keys: str) -> Sides:
    """Rows beside answers that are all a plain no."""
    told = [*rows]
    if not told or any(answer_to(person, key) != "no" for key in keys):
        return ()
    return (*told, *(place_of(person, key) for key in keys))


def _incidents(facts: Facts, person: Person, *acts: ActKind) -> list[str]:
    return [row.id for row in facts.incidents_of(person) if set(acts) & set(row.acts)]


def _detention(facts: Facts, person: Person) -> Sides:
    rows = _incidents(facts, person, "arbitrary_arrest", "detention")
    rows += [row.id for row in person.history if row.activity == "detention"]
    rows += [row.id for row in person.addresses if row.kind == "detention"]
    return _against_no(person, rows, "background.j")


def _offences(person: Person, *, in_canada: bool) -> list[str]:
    rows = [row for row in person.convictions if (row.country == CANADA) is in_canada]
    if in_canada:
        return [row.id for row in rows]
    return [*(row.id for row in person.charges if row.country != CANADA), *(row.id for row in rows)]


def _offence_abroad(_facts: Facts, person: Person) -> Sides:
    return _against_no(person, _offences(person, in_canada=False), "background.b")


def _conviction_in_canada(_facts: Facts, person: Person) -> Sides:
    return _against_no(person, _offences(person, in_canada=True), "background.a")


def _armed_service(_facts: Facts, person: Person) -> Sides:
    rows = [row.id for row in person.service if row.kind in ("militia", "paramilitary", "armed_group")]
    return _against_no(person, rows, "background.g", "background.h")


def _armed_wing(_facts: Facts, person: Person) -> Sides:
    rows = [row.id for row in person.memberships if row.armed_wing == "yes"]
    return _against_no(person, rows, "background.h")


def _earlier_claim(facts: Facts, person: Person) -> Sides:
    claims = [row for row in facts.asylum.applications if row.kind in ("asylum_claim", "unhcr_status")]
    rows = [row.id for row in claims if row.person == person.id]
    rows += [s.id for s in facts.asylum.statuses if s.person == person.id and s.status in _CLAIM_STATUSES]
    return _against_no(person, rows, "background.c")


def _refusal(facts: Facts, person: Person) -> Sides:
    refused = [row for row in facts.asylum.applications if row.status == "refused" and row.kind not in _NO_VISA]
    rows = [row.id for row in refused if row.person == person.id]
    rows += [s.id for s in facts.asylum.statuses if s.person == person.id and s.status == "refused"]
    return _against_no(person, rows, "background.d")


def _removal(facts: Facts, person: Person) -> Sides:
    rows = _incidents(facts, person, "expulsion")
    rows += [row.id for row in person.returns if row.reason == "removal"]
    return _against_no(person, rows, "background.e")


def _health(_facts: Facts, person: Person) -> Sides:
    flagged = person.medical is not None and person.medical.public_health_flag == "yes"
    return _against_no(person, [f"{person.id}.medical.public_health_flag"] if flagged else [], "background.k")


def _marital_status(facts: Facts, person: Person) -> Sides:
    place = f"{person.id}.marital_status"
    standing = [row for row in facts.unions_of(person) if row.status == "in_force"]
    marriages = [row for row in standing if row.kind in _MARRIAGES]
    match person.marital_status:
        case "single" | "divorced" | "widowed" if marriages:
            return (*(row.id for row in marriages), place)
        case "married" if not marriages:
            return (place, "case.unions")
        case "common_law":
            partners = any(row.kind in _PARTNERSHIPS for row in standing)
            together = any(row.cohabiting_from is not None for row in marriages)
            return () if partners or together else (place, "case.unions")
    return ()


def _flight_and_entry(facts: Facts, person: Person) -> Sides:
    flight, entry = (_step(facts, kind) for kind in ("flight_from_country", "entry_to_host"))
    if person is not facts.pa or flight is None or entry is None:
        return ()
    after = span(flight.date, flight.date_info).surely_after(span(entry.date, entry.date_info))
    return (flight.id, entry.id) if after else ()


def _step(facts: Facts, kind: MilestoneKind) -> Milestone | None:
    """The milestone of the principal applicant, else of the whole case."""
    rows = {row.person: row for row in facts.case.milestones if row.kind == kind}
    return rows.get(facts.pa.id, rows.get(None))


def _too_young_a_parent(facts: Facts, person: Person) -> Sides:
    birthday = anniversary(facts.born(person).first, facts.constants.parent_older_years)
    rows: list[str] = []
    for other in facts.case.persons:
        for parent in other.parents:
            own = parent.kind == "biological" and parent.person == person.id
            if own and facts.born(other).surely_before(birthday):
                rows += [parent.id, f"{other.id}.birth.date", f"{person.id}.birth.date"]
    return rows


def _been_in_canada(_facts: Facts, person: Person) -> Sides:
    told = (person.travel, person.charges, person.convictions, person.addresses, person.history)
    return _against_no(person, [row.id for rows in told for row in rows if row.country == CANADA], "been_in_canada")


def _journeys_without_stay(facts: Facts, person: Person) -> Sides:
    if person is not facts.pa or person.returns or not facts.journeys_home:
        return ()
    return (*facts.journeys_home, f"{person.id}.returns")


def _before_birth(facts: Facts, person: Person) -> Sides:
    told = (person.history, person.addresses, person.service, person.memberships, person.government, person.education)
    born = facts.born(person)
    rows = [
        row.id
        for rows in told
        for row in rows
        if (start := span_of(row.start, row.start_info)) is not None and start.surely_before(born)
    ]
    return (*rows, f"{person.id}.birth.date") if rows else ()


def _military_obligation(_facts: Facts, person: Person) -> Sides:
    rows = [row.id for row in person.service if row.kind in ("army", "navy", "air_force")]
    freed = person.military_obligation in ("none", "exempted")
    return (*rows, f"{person.id}.military_obligation") if rows and freed else ()


_RULES: Final[dict[Key, Callable[[Facts, Person], Sides]]] = {
    "C01": _detention,
    "C02": _offence_abroad,
    "C03": _conviction_in_canada,
    "C04": _armed_service,
    "C05": _armed_wing,
    "C06": _earlier_claim,
    "C07": _refusal,
    "C08": _removal,
    "C09": _health,
    "C10": _marital_status,
    "C11": _flight_and_entry,
    "C12": _too_young_a_parent,
    "C13": _been_in_canada,
    "C14": _journeys_without_stay,
    "C15": _before_birth,
    "C16": _military_obligation,
}
KEYS: Final = tuple(_RULES)


def named(reference: str) -> Row | Field:
    """One side of a contradiction in words: a row by its id, an answer or list by what it is called."""
    head, *keys = reference.split(".")
    if not keys:
        return Row(reference)
    owner = keys[-2] if len(keys) > 1 else "case" if head == CASE else "person"
    return Field(owner, keys[-1], reference)
