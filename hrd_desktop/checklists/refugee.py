"""E01 to E07 and E13: outside Canada and the own countries, fear, ground, protection, and the definition as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from hrd_desktop.checklists.facts import CANADA, Facts, last_days, list_asked
from hrd_desktop.checklists.message import Coded, Country, Event, Message, countries, incidents, rows
from hrd_desktop.checklists.results import Derived, Part
from hrd_desktop.checklists.rule import Rows, because
from hrd_desktop.core.claim import InternalFlight, Narrative
from hrd_desktop.core.codes import Result
from hrd_desktop.core.identity import HabitualResidence, Nationality, Protection
from hrd_desktop.core.person import Person

OUTSIDE_CITATIONS = ("nationality", "residence")

E01 = {"outside": "country", "in_canada": "", "not_recorded": "", "not_known": "status"}


def e01(_facts: Facts, person: Person) -> Derived:
    """Outside Canada."""
    where = person.whereabouts
    status, country = f"{person.id}.whereabouts.status", f"{person.id}.whereabouts.country"
    if where is None:
        return Derived("UNCLEAR", because("E01", "not_recorded"), (status,), places=(status, country))
    if where.status in ("missing", "unknown"):
        why = because("E01", "not_known", status=Coded("whereabouts_status", where.status))
        return Derived("UNCLEAR", why, (status,), places=(status,))
    if where.country is None:
        return Derived("UNCLEAR", because("E01", "not_recorded"), (country,), places=(country,))
    if where.country == CANADA:
        return Derived("NOT_MET", because("E01", "in_canada"), (country,))
    return Derived("MET", because("E01", "outside", country=Country(where.country)), (country,))


E02 = {
    "outside": "here countries",
    "inside": "here",
    "canadian": "",
    "by_right": "countries",
    "residences": "countries",
    "nothing": "",
    "here_unknown": "",
    "nationality_unknown": "rows",
    "contradiction": "countries",
    "stateless_unsettled": "answer",
}
CONTRADICTION = "contradiction"


def e02(facts: Facts, person: Person) -> Derived:
    """Outside every country of nationality or, for a stateless person, of former habitual residence."""
    here = person.whereabouts.country if person.whereabouts else None
    parts = [_nationality_part(n, here) for n in person.nationalities]
    if facts.stateless:
        parts += _residence_parts(person, here, parts)
        has = tuple(n.id for n in person.nationalities if n.status == "has")
        if has:
            parts.append(Part(CONTRADICTION, "UNCLEAR", (*has, f"{person.id}.stateless.claimed")))
    result = first_of(parts, ("NOT_MET", "NEEDS_LAWYER", "UNCLEAR", "MET"))
    claimed = person.stateless.claimed if person.stateless else None
    unsettled = result == "MET" and claimed in ("unknown", "declined", "after_advice")
    decided = [part for part in parts if part.result == result]
    decisive = tuple(dict.fromkeys(row for part in decided for row in part.rows))
    places: tuple[str, ...] = ()
    if unsettled:
        result, decisive = "UNCLEAR", (f"{person.id}.stateless.claimed",)
    if result == "UNCLEAR":
        places = _e02_places(person, here, decisive)
        decisive = decisive or places
    return Derived(
        result,
        _e02_why(person, here, result, decided, unsettled),
        decisive,
        places=places,
        parts=tuple(parts),
        citation="residence" if facts.stateless else "nationality",
    )


def _nationality_part(nationality: Nationality, here: str | None) -> Part:
    key = nationality.country or nationality.id
    match nationality.status:
        case "has":
            return Part(key, _outside(nationality.country, here), (nationality.id,))
        case "claims" | "may_be_entitled":
            return Part(key, "NEEDS_LAWYER", (nationality.id,))
        case "unknown":
            return Part(key, "UNCLEAR", (nationality.id,))
        case "lost" | "renounced":
            return Part(key, "NOT_APPLICABLE", (nationality.id,))


def _outside(country: str | None, here: str | None) -> Result:
    if country == CANADA:
        return "NOT_MET"
    if country is None or here is None:
        return "UNCLEAR"
    return "NOT_MET" if country == here else "MET"


def _residence_parts(person: Person, here: str | None, others: Sequence[Part]) -> list[Part]:
    """One part per habitual residence; two or more certain ones are for a lawyer unless something graver stands."""
    parts = []
    for row in person.habitual_residences:
        result: Result = "NEEDS_LAWYER"
        if row.standing == "certain":
            result = "UNCLEAR" if here is None else "NOT_MET" if row.country == here else "MET"
        parts.append(Part(row.country, result, (row.id,)))
    certain = sum(row.standing == "certain" for row in person.habitual_residences)
    grave = any(part.result in ("NOT_MET", "NEEDS_LAWYER") for part in (*others, *parts))
    if certain >= 2 and not grave:
        parts = [Part(part.key, "NEEDS_LAWYER", part.rows) for part in parts]
    return parts


def first_of(parts: Sequence[Part], order: Sequence[Result]) -> Result:
    """The first result of the order that some part has; UNCLEAR where no part has any of them."""
    found = {part.result for part in parts}
    return next((result for result in order if result in found), "UNCLEAR")


def _e02_places(person: Person, here: str | None, decisive: tuple[str, ...]) -> tuple[str, ...]:
    missing = () if here is not None else (f"{person.id}.whereabouts.country",)
    if not person.nationalities and not (person.habitual_residences and person.stateless):
        return (*missing, f"{person.id}.nationalities", f"{person.id}.stateless")
    if not decisive:
        return (*missing, f"{person.id}.nationalities", f"{person.id}.habitual_residences")
    return missing or decisive


def _e02_why(person: Person, here: str | None, result: Result, decided: list[Part], unsettled: bool) -> Message:
    held: list[Nationality | HabitualResidence] = [*person.nationalities, *person.habitual_residences]
    rows_of = {row.id: row for row in held}
    deciding = [rows_of[row] for part in decided for row in part.rows if row in rows_of]
    codes = [row.country for row in deciding]
    match result:
        case "NOT_MET":
            return because("E02", "canadian") if CANADA in codes else because("E02", "inside", here=Country(here))
        case "NEEDS_LAWYER":
            by_right = all(isinstance(row, Nationality) for row in deciding)
            return because("E02", "by_right" if by_right else "residences", countries=countries(codes))
        case "MET":
            return because("E02", "outside", here=Country(here), countries=countries(codes))
    if unsettled:
        assert person.stateless is not None
        return because("E02", "stateless_unsettled", answer=Coded("answer", person.stateless.claimed))
    if any(part.key == CONTRADICTION for part in decided):
        return because("E02", "contradiction", countries=countries(codes))
    unknown = [row.id for row in deciding if isinstance(row, Nationality) and row.status == "unknown"]
    if unknown:
        return because("E02", "nationality_unknown", rows=rows(unknown))
    return because("E02", "here_unknown" if deciding else "nothing")


E02B = {"returned": "stays", "travelled": "journeys", "none": "", "not_asked": ""}


def e02b(facts: Facts, person: Person) -> Derived:
    """Short return trips: any stay in an own country after the flight needs its reason."""
    stays = tuple(row.id for row in person.returns)
    if stays:
        told = tuple(Event(row.id, row.entered_on, row.country) for row in person.returns)
        found = (*stays, *facts.journeys_home)
        return Derived("UNCLEAR", because("E02b", "returned", stays=told), found, places=stays)
    if facts.journeys_home:
        found = tuple(facts.journeys_home)
        journeys = [row for row in person.travel if row.id in found]
        told = tuple(Event(row.id, row.start, row.country) for row in journeys)
        places = (*found, f"{person.id}.returns")
        return Derived("UNCLEAR", because("E02b", "travelled", journeys=told), found, places=places)
    if list_asked(person, "returns"):
        return Derived("MET", because("E02b", "none"), (f"{person.id}.none_declared",))
    place = f"{person.id}.returns"
    return Derived("UNCLEAR", because("E02b", "not_asked"), (place,), places=(place,))


E03 = {"shown": "incidents", "no_incident": "", "no_narrative": "incidents", "nothing": ""}


def e03(facts: Facts, person: Person) -> Derived:
    """The harm feared: an incident, and the person's own account."""
    recorded = facts.incidents_of(person)
    narratives = tuple(row.id for row in facts.claim.narratives if _claim_of(row, person))
    if recorded and narratives:
        found = tuple(row.id for row in recorded) + narratives
        return Derived("MET", because("E03", "shown", incidents=incidents(recorded)), found)
    places = (() if recorded else ("case.incidents",)) + (() if narratives else ("case.claim.narratives",))
    if recorded:
        why = because("E03", "no_narrative", incidents=incidents(recorded))
    else:
        why = because("E03", "no_incident" if narratives else "nothing")
    return Derived("UNCLEAR", why, places, places=places)


def _claim_of(narrative: Narrative, person: Person) -> bool:
    return narrative.person == person.id and narrative.kind == "claim"


E04 = {"fresh": "incident", "old": "incident since", "changed": "answer", "none": ""}


def e04(facts: Facts, person: Person) -> Derived:
    """The fear looks forward: something recent, and nothing changed for the better."""
    recorded = facts.incidents_of(person)
    changed = facts.claim.conditions_changed
    if not recorded:
        return Derived("UNCLEAR", because("E04", "none"), ("case.incidents",), places=("case.incidents",))
    newest = max(recorded, key=lambda row: last_days(row).first)
    since = facts.months_ago(facts.constants.incident_fresh_months)
    told = Event(newest.id, newest.date_to or newest.date, newest.country)
    if last_days(newest).first < since:
        why = because("E04", "old", incident=told, since=since)
        return Derived("UNCLEAR", why, (newest.id,), places=("case.incidents", "case.claim.why_now"))
    if changed not in (None, "no"):
        place = "case.claim.conditions_changed"
        return Derived("UNCLEAR", because("E04", "changed", answer=Coded("answer", changed)), (place,), places=(place,))
    return Derived("MET", because("E04", "fresh", incident=told), (newest.id,))


E05 = {"shown": "grounds", "none": ""}


def e05(facts: Facts, _person: Person) -> Derived:
    """A Convention ground."""
    place = "case.claim.grounds"
    if facts.claim.grounds:
        grounds = tuple(Coded("ground", code) for code in facts.claim.grounds)
        return Derived("MET", because("E05", "shown", grounds=grounds), (place,))
    return Derived("UNCLEAR", because("E05", "none"), (place,), places=(place,))


E06 = {"shown": "countries", "not_shown": "countries", "open": "countries", "nothing": ""}
_FAILED = frozenset({"none", "ignored", "refused", "reprisal", "partial"})


def e06(facts: Facts, person: Person) -> Derived:
    """For each own state: its protection is not to be had or, for the fear, not to be asked for."""
    judged: list[tuple[Nationality | HabitualResidence, Result, tuple[str, ...]]] = [
        (row, *_of_a_state(row)) for row in person.nationalities if row.status == "has"
    ]
    if facts.stateless:
        judged += [(row, *_of_a_residence(row)) for row in person.habitual_residences]
    parts = tuple(Part(row.country or row.id, result, (row.id,)) for row, result, _ in judged)
    citation = "residence" if facts.stateless else "nationality"
    if not judged:
        places: tuple[str, ...] = (f"{person.id}.nationalities",)
        return Derived("UNCLEAR", because("E06", "nothing"), places, places=places, citation=citation)
    result = first_of(parts, ("NOT_MET", "UNCLEAR", "MET"))
    decided = [(row, missing) for row, one, missing in judged if one == result]
    places = tuple(place for _, missing in decided for place in missing)
    reason = {"MET": "shown", "NOT_MET": "not_shown"}.get(result, "open")
    why = because("E06", reason, countries=countries(row.country for row, _ in decided))
    found = tuple(row.id for row, _ in decided)
    return Derived(result, why, found, places=places, parts=parts, citation=citation)


def _of_a_state(row: Nationality) -> tuple[Result, tuple[str, ...]]:
    protection = row.protection or Protection()
    if row.fear == "no":
        return "NOT_MET", ()
    if row.fear != "yes":
        return "UNCLEAR", (f"{row.id}.fear",)
    if protection.sought == "yes":
        if protection.outcome == "effective":
            return "NOT_MET", ()
        return ("MET", ()) if protection.outcome in _FAILED else ("UNCLEAR", (f"{row.id}.protection.outcome",))
    if protection.sought == "no":
        known = protection.not_sought_reason is not None
        return ("MET", ()) if known else ("UNCLEAR", (f"{row.id}.protection.not_sought_reason",))
    return "UNCLEAR", (f"{row.id}.protection.sought",)


def _of_a_residence(row: HabitualResidence) -> tuple[Result, tuple[str, ...]]:
    protection = row.protection or Protection()
    if row.fear == "no":
        return "NOT_MET", ()
    able, willing = protection.able_to_return, protection.willing_to_return
    if able == "no":
        return "MET", ()
    if willing == "no":
        return ("MET", ()) if row.fear == "yes" else ("UNCLEAR", (f"{row.id}.fear",))
    if able == "yes" and willing == "yes":
        return "NOT_MET", ()
    keys = {"able_to_return": able, "willing_to_return": willing}
    return "UNCLEAR", tuple(f"{row.id}.protection.{key}" for key, answer in keys.items() if answer != "yes")


E07 = {"nowhere": "", "answered": "answer", "not_asked": ""}


def e07(facts: Facts, _person: Person) -> Derived:
    """No part of the own country where the person could live in safety."""
    answer = (facts.claim.internal_flight or InternalFlight()).could_live_elsewhere
    place = ("case.claim.internal_flight.could_live_elsewhere",)
    if answer == "no":
        return Derived("MET", because("E07", "nowhere"), place)
    why = because("E07", "not_asked") if answer is None else because("E07", "answered", answer=Coded("answer", answer))
    return Derived("UNCLEAR", why, place, places=place)


E13 = {"clear": "", "open": "items"}
_DEFINITION = ("E01", "E02", "E02b", "E03", "E04", "E05", "E06", "E07", "E08", "E09", "E10", "E11", "E12")


def e13(_facts: Facts, person: Person, others: Rows) -> Derived:
    """The class: every item of the definition is clear on file. Never final: an officer decides."""
    found = [(item, others.final(item, person)) for item in _DEFINITION]
    still_open = [item for item, row in found if row is not None and not row.clear]
    if still_open:
        followed = tuple(f"{person.id}.{item}" for item in still_open)
        return Derived("UNCLEAR", because("E13", "open", items=rows(still_open)), followed)
    return Derived("MET", because("E13", "clear"), tuple(f"{person.id}.{item}" for item in _DEFINITION))
