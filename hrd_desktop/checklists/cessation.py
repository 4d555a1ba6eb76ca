"""E12: facts after the flight that touch the end of refugee protection, letter by letter of A 108(1)."""

from __future__ import annotations

from collections.abc import Iterable

from hrd_desktop.checklists.facts import Facts, hot, list_asked
from hrd_desktop.checklists.message import Coded, Event, Field, Message, Param, when
from hrd_desktop.checklists.refugee import first_of
from hrd_desktop.checklists.results import Derived, Part
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.codes import Result
from hrd_desktop.core.dates import PartialDate, span_of
from hrd_desktop.core.identity import Document, Nationality
from hrd_desktop.core.person import Person

E12 = {
    "none": "flight",
    "papers": "events flight",
    "nationalities": "events flight",
    "stays": "events flight",
    "several": "events flight",
    "no_flight": "",
    "papers_open": "events flight",
    "not_asked": "fields",
    "changed": "answer",
}
_SHOWS_NATIONALITY = frozenset({"passport", "national_id", "laissez_passer"})
_FLIGHT = "case.milestones"
_CHANGED = "case.claim.conditions_changed"


def e12(facts: Facts, person: Person) -> Derived:
    """Nothing since the flight that looks like taking up the protection of an own state again."""
    parts = [*_of_states(facts, person), _stays(facts, person), _changes(facts)]
    if facts.flight is None:
        parts = [Part(part.key, "UNCLEAR", (_FLIGHT,)) if part.result == "MET" else part for part in parts]
    result = first_of(parts, ("NEEDS_LAWYER", "UNCLEAR", "MET"))
    decided = {row for part in parts if part.result == result for row in part.rows}
    found = tuple(row for row in _in_order(person) if row in decided)
    match result:
        case "NEEDS_LAWYER":
            return Derived(result, _for_a_lawyer(facts, person, found), found, parts=tuple(parts))
        case "UNCLEAR":
            places = _open_places(facts, person, found)
            return Derived(result, _open(facts, person, found), found, places=places, parts=tuple(parts))
    return Derived("MET", because("E12", "none", flight=_flight(facts)), (_FLIGHT,), parts=tuple(parts))


def _in_order(person: Person) -> list[str]:
    """Everything that may decide: documents, nationalities, returns or travel, then answers and days."""
    return [
        *(row.id for row in person.documents),
        f"{person.id}.contacted_home_authorities",
        f"{person.id}.documents",
        *(row.id for row in person.nationalities),
        *(row.id for row in person.returns),
        *(row.id for row in person.travel),
        f"{person.id}.returns",
        _CHANGED,
        _FLIGHT,
    ]


def _of_states(facts: Facts, person: Person) -> list[Part]:
    """Letters a to c; they cannot arise for a stateless person without a nationality."""
    if facts.stateless and not any(row.status == "has" for row in person.nationalities):
        return [Part(key, "NOT_APPLICABLE") for key in ("a", "b", "c")]
    reacquired = tuple(row.id for row in person.nationalities if row.basis == "reacquired")
    new = tuple(row.id for row in person.nationalities if _perhaps_new(row, facts))
    return [_papers(facts, person), _part("b", reacquired), _part("c", new)]


def _part(key: str, found: tuple[str, ...]) -> Part:
    return Part(key, "NEEDS_LAWYER" if found else "MET", found)


def _perhaps_new(row: Nationality, facts: Facts) -> bool:
    """Whether a nationality may have begun after the flight. Without a day of flight nothing shows that it did."""
    start = span_of(row.start, row.start_info)
    return row.status == "has" and start is not None and facts.flight is not None and facts.may_follow_flight(start)


def _papers(facts: Facts, person: Person) -> Part:
    results = {row.id: _issued(row, facts) for row in person.documents if _of_an_own_state(row, facts)}
    after = tuple(key for key, result in results.items() if result == "NEEDS_LAWYER")
    if after:
        return Part("a", "NEEDS_LAWYER", after)
    not_settled = [key for key, result in results.items() if result == "UNCLEAR"]
    if hot(person.contacted_home_authorities):
        not_settled.append(f"{person.id}.contacted_home_authorities")
    if not list_asked(person, "documents"):
        not_settled.append(f"{person.id}.documents")
    return Part("a", "UNCLEAR", tuple(not_settled)) if not_settled else Part("a", "MET")


def _of_an_own_state(row: Document, facts: Facts) -> bool:
    return row.kind in _SHOWS_NATIONALITY and row.country in facts.own and row.held != "never_had"


def _issued(row: Document, facts: Facts) -> Result:
    """Whether a paper was issued after the flight; the day of the flight itself is not after it."""
    issued = span_of(row.issued_on, row.issued_on_info)
    if issued is None or facts.flight is None:
        return "UNCLEAR"
    if issued.surely_after(facts.flight):
        return "NEEDS_LAWYER"
    return "UNCLEAR" if issued.possibly_after(facts.flight) else "MET"


def _stays(facts: Facts, person: Person) -> Part:
    """Letter d: stays at home that were not forced; journeys there where no stay is recorded."""
    stays = tuple(row.id for row in person.returns if row.voluntary != "no")
    found = stays if person.returns else tuple(facts.journeys_home)
    if found:
        return Part("d", "NEEDS_LAWYER", found)
    return Part("d", "MET") if list_asked(person, "returns") else Part("d", "UNCLEAR", (f"{person.id}.returns",))


def _changes(facts: Facts) -> Part:
    return Part("e", "MET") if facts.claim.conditions_changed in (None, "no") else Part("e", "UNCLEAR", (_CHANGED,))


def _flight(facts: Facts) -> Param:
    """The day of the flight as it is written, or as much as is known."""
    for owner in (facts.pa.id, None):
        for row in facts.case.milestones:
            if row.kind == "flight_from_country" and row.person == owner:
                return row.date
    return when(None)


def _for_a_lawyer(facts: Facts, person: Person, found: tuple[str, ...]) -> Message:
    told: dict[str, tuple[Event, ...]] = {
        "papers": _picked(found, ((row.id, row.issued_on, row.country) for row in person.documents)),
        "nationalities": _picked(found, ((row.id, row.start, row.country) for row in person.nationalities)),
        "stays": _picked(
            found,
            (
                *((row.id, row.entered_on, row.country) for row in person.returns),
                *((row.id, row.start, row.country) for row in person.travel),
            ),
        ),
    }
    kinds = [kind for kind, events in told.items() if events]
    reason = kinds[0] if len(kinds) == 1 else "several"
    events = tuple(event for kind in kinds for event in told[kind])
    return because("E12", reason, events=events, flight=_flight(facts))


def _picked(found: Iterable[str], rows: Iterable[tuple[str, PartialDate | None, str | None]]) -> tuple[Event, ...]:
    wanted = set(found)
    return tuple(Event(*row) for row in rows if row[0] in wanted)


def _open(facts: Facts, person: Person, found: tuple[str, ...]) -> Message:
    """The first thing that is not settled, in the order in which it is best asked."""
    papers = _picked(found, ((row.id, row.issued_on, row.country) for row in person.documents))
    keys = [key for key in ("contacted_home_authorities", "documents", "returns") if f"{person.id}.{key}" in found]
    if facts.flight is None:
        return because("E12", "no_flight")
    if papers:
        return because("E12", "papers_open", events=papers, flight=_flight(facts))
    if keys:
        fields: Param = tuple(Field("person", key, f"{person.id}.{key}") for key in keys)
        return because("E12", "not_asked", fields=fields)
    assert facts.claim.conditions_changed is not None
    return because("E12", "changed", answer=Coded("answer", facts.claim.conditions_changed))


def _open_places(facts: Facts, person: Person, found: tuple[str, ...]) -> tuple[str, ...]:
    papers = {row.id for row in person.documents}
    return tuple(f"{row}.issued_on" if row in papers and facts.flight is not None else row for row in found)
