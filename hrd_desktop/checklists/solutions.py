"""E16 to E18: no lasting way home, no lasting stay where the person is, no offer from another country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hrd_desktop.checklists.facts import CANADA, Facts, last_days
from hrd_desktop.checklists.message import Coded, Country, Event, Field, Message, Param, incidents, rows
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.claim import Application, Conditions, HostStatus
from hrd_desktop.core.dates import span_of
from hrd_desktop.core.person import Person
from hrd_desktop.core.work import Incident

E16 = {"no_return": "", "prospect": "", "changed": "answer", "not_settled": ""}


def e16(facts: Facts, _person: Person) -> Derived:
    """No safe return home within a reasonable time."""
    prospect, changed = facts.claim.return_prospect, facts.claim.conditions_changed
    place = "case.claim.return_prospect"
    if prospect == "yes":
        return Derived("NOT_MET", because("E16", "prospect"), (place,))
    if prospect != "no":
        return Derived("UNCLEAR", because("E16", "not_settled"), (place,), places=(place,))
    if changed not in (None, "no"):
        place = "case.claim.conditions_changed"
        return Derived("UNCLEAR", because("E16", "changed", answer=Coded("answer", changed)), (place,), places=(place,))
    return Derived("MET", because("E16", "no_return"), (place,))


E17 = {
    "no_host": "",
    "no_status": "country",
    "no_conditions": "country",
    "strong": "status country row",
    "strong_unsafe": "status country row incidents",
    "strong_unprotected": "status country row fields",
    "strong_mixed": "status country row fields",
    "pending": "applications",
    "unsafe_incidents": "country incidents",
    "unsafe_answers": "country fields",
    "no_route": "country",
    "open": "country status",
}
_LIVED = ("legal_stay", "may_work", "may_study", "health_care", "free_movement", "route_to_permanent_status")
_SAFE = ("protected_from_return", "protected_from_agents")


def e17(facts: Facts, person: Person) -> Derived:
    """No lasting solution in the country of asylum: status, life and safety there taken together."""
    asylum, host = facts.asylum, facts.asylum.host_country
    if host is None:
        return _not_recorded(because("E17", "no_host"), "case.asylum.host_country")
    country = Country(host)
    statuses = [row for row in asylum.statuses if _stands(row, person, host, facts)]
    if not statuses:
        return _not_recorded(because("E17", "no_status", country=country), "case.asylum.statuses")
    lived = asylum.conditions or Conditions()
    if lived.legal_stay is None and lived.route_to_permanent_status is None:
        keys = ("legal_stay", "route_to_permanent_status")
        return _not_recorded(because("E17", "no_conditions", country=country), *_conditions(keys))
    strong = [row for row in statuses if _strong(row)]
    hard = tuple(key for key in _LIVED if getattr(lived, key) == "no")
    unprotected = tuple(key for key in _SAFE if getattr(lived, key) == "no")
    harmed = _recent_incidents(facts, host)
    if strong:
        return _strong_status(strong, country, harmed, unprotected, hard)
    pending = [row for row in asylum.applications if _pending_claim(row, person, host)]
    if pending:
        found = tuple(row.id for row in pending)
        return Derived("UNCLEAR", because("E17", "pending", applications=_applications(pending)), found, places=found)
    if harmed:
        why = because("E17", "unsafe_incidents", country=country, incidents=incidents(harmed))
        return Derived("MET", why, tuple(row.id for row in harmed))
    if unprotected:
        why = because("E17", "unsafe_answers", country=country, fields=_fields(unprotected))
        return Derived("MET", why, _conditions(unprotected))
    route = _conditions(("route_to_permanent_status",))
    if lived.route_to_permanent_status == "no":
        return Derived("MET", because("E17", "no_route", country=country), route)
    why = because("E17", "open", country=country, status=tuple(Coded("status_kind", row.status) for row in statuses))
    unsettled = tuple(key for key in (*_LIVED, *_SAFE) if getattr(lived, key) not in ("yes", "no"))
    return Derived("UNCLEAR", why, tuple(row.id for row in statuses), places=_conditions(unsettled))


def _strong_status(
    strong: list[HostStatus],
    country: Country,
    harmed: list[Incident],
    unprotected: tuple[str, ...],
    hard: tuple[str, ...],
) -> Derived:
    """A status as strong as residence ends this stream only where nothing in life and safety there is wanting."""
    row = strong[0]
    told: dict[str, Param] = {"status": Coded("status_kind", row.status), "country": country, "row": rows([row.id])}
    found = tuple(one.id for one in strong)
    if harmed:
        ids = tuple(one.id for one in harmed)
        why = because("E17", "strong_unsafe", **told, incidents=incidents(harmed))
        return Derived("UNCLEAR", why, found + ids, places=found + ids)
    if unprotected:
        why = because("E17", "strong_unprotected", **told, fields=_fields(unprotected))
        return Derived("UNCLEAR", why, found + _conditions(unprotected), places=_conditions(unprotected))
    if hard:
        why = because("E17", "strong_mixed", **told, fields=_fields(hard))
        return Derived("UNCLEAR", why, found + _conditions(hard), places=_conditions(hard))
    return Derived("NOT_MET", because("E17", "strong", **told), found)


def _not_recorded(why: Message, *places: str) -> Derived:
    return Derived("UNCLEAR", why, places, places=places, severity="BLOCK")


def _stands(row: HostStatus, person: Person, country: str, facts: Facts) -> bool:
    """Whether a status of the person in that country may still be valid on the day."""
    return row.person == person.id and row.country == country and valid(row, facts)


def valid(row: HostStatus, facts: Facts) -> bool:
    """Whether a status may be valid on the day: it may have begun, and may not have ended."""
    start, end = span_of(row.start, row.start_info), span_of(row.end, row.end_info)
    return (start is None or start.first <= facts.on) and (end is None or end.last >= facts.on)


def _strong(row: HostStatus) -> bool:
    if row.status in ("permanent_resident", "citizen_like"):
        return True
    return row.status == "refugee_recognised" and row.granted_by != "unhcr" and row.may_work == "yes"


def _recent_incidents(facts: Facts, country: str) -> list[Incident]:
    since = facts.months_ago(facts.constants.incident_fresh_months)
    return [row for row in facts.case.incidents if row.country == country and last_days(row).last >= since]


def _pending_claim(row: Application, person: Person, host: str) -> bool:
    own_claim = row.person == person.id and row.kind == "asylum_claim" and row.country == host
    return own_claim and row.status in ("asked", "pending")


def _conditions(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"case.asylum.conditions.{key}" for key in keys)


def _fields(keys: tuple[str, ...]) -> Param:
    return tuple(Field("conditions", key, f"case.asylum.conditions.{key}") for key in keys)


E18 = {
    "none": "",
    "none_open": "applications",
    "offer": "applications",
    "referred": "applications",
    "pending": "applications",
    "asked_partner": "applications",
    "not_settled": "",
}
_OPEN = frozenset({"asked", "pending"})
_GIVEN = frozenset({"offered", "accepted", "granted"})
_ELSEWHERE = frozenset(
    {"resettlement", "humanitarian_visa", "family_reunification", "private_sponsorship", "work_or_study_visa"}
)


@dataclass(frozen=True)
class OtherWay:
    """An application that stands beside this referral: how far it is, and whether it leads to Canada by a partner."""

    row: Application
    weight: Literal["offer", "pending"]
    to_canada_by_partner: bool


def other_ways(facts: Facts) -> list[OtherWay]:
    """Every application of listed persons that is an offer or may become one."""
    listed = {person.id for person in facts.listed}
    found = []
    for row in facts.asylum.applications:
        referral = row.kind == "partner_request" or (row.kind == "resettlement" and row.country == CANADA)
        weight = _referral(row, facts) if referral else _elsewhere(row, facts)
        if row.person in listed and weight is not None:
            found.append(OtherWay(row, weight, referral))
    return found


def _referral(row: Application, facts: Facts) -> Literal["offer", "pending"] | None:
    """A request to a partner or a referral to Canada; the case's own partner does not count."""
    if row.organisation is not None and row.organisation == facts.case.partner:
        return None
    if row.status in _OPEN:
        return "pending"
    return "offer" if row.status in _GIVEN or row.status == "referred" else None


def _elsewhere(row: Application, facts: Facts) -> Literal["offer", "pending"] | None:
    """A way to a country other than the host and the own countries."""
    if row.country is not None and (row.country == facts.asylum.host_country or row.country in facts.own):
        return None
    if row.kind in _ELSEWHERE:
        if row.status in _GIVEN:
            return "offer"
        return "pending" if row.status in _OPEN or row.status == "referred" else None
    return "pending" if row.kind in ("asylum_claim", "citizenship") and row.status in _OPEN else None


def e18(facts: Facts, _person: Person) -> Derived:
    """No offer from a third country, and no second referral to Canada."""
    ways = other_ways(facts)
    offers = [way for way in ways if way.weight == "offer"]
    if offers:
        referred = all(way.to_canada_by_partner for way in offers)
        why = because("E18", "referred" if referred else "offer", applications=_ways(offers))
        return Derived("NOT_MET", why, tuple(way.row.id for way in offers))
    if ways:
        asked = all(way.to_canada_by_partner for way in ways)
        why = because("E18", "asked_partner" if asked else "pending", applications=_ways(ways))
        found = tuple(way.row.id for way in ways)
        return Derived("UNCLEAR", why, found, places=found)
    answer, recorded = facts.asylum.any_other_application, facts.asylum.applications
    place = "case.asylum.any_other_application"
    if answer == "no":
        return Derived("MET", because("E18", "none"), (place,))
    if answer == "yes" and recorded:
        why = because("E18", "none_open", applications=_applications(recorded))
        return Derived("MET", why, tuple(row.id for row in recorded))
    places = (place, "case.asylum.applications") if answer == "yes" else (place,)
    return Derived("UNCLEAR", because("E18", "not_settled"), places, places=places)


def _ways(ways: list[OtherWay]) -> Param:
    return _applications([way.row for way in ways])


def _applications(found: list[Application]) -> Param:
    return tuple(Event(row.id, row.decided_on or row.filed_on, row.country) for row in found)
