"""P items: medical examination, biometrics, travel papers, and what may stop the departure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hrd_desktop.checklists.facts import Facts, span
from hrd_desktop.checklists.message import Coded, Country, Event, Param, when
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import Rows, because
from hrd_desktop.core.dates import PartialDate, add_months, span_of
from hrd_desktop.core.identity import Document
from hrd_desktop.core.person import Person
from hrd_desktop.core.steps import Milestone

TRAVEL_PAPERS = frozenset(
    {"passport", "laissez_passer", "refugee_travel_document", "stateless_travel_document", "icrc_travel_document"}
)


def travellers(facts: Facts) -> Sequence[Person]:
    """ACC: everyone who travels now."""
    return facts.accompanying


def absent_family(facts: Facts) -> Sequence[Person]:
    """NON: family members who do not travel now."""
    return facts.staying


P_IME1 = {"required": ""}


def p_ime1(_facts: Facts, person: Person) -> Derived:
    """The medical examination of everyone who travels."""
    return Derived("MET", because("P-IME1", "required"), (f"{person.id}.plan",))


P_IME2 = {"later": ""}


def p_ime2(_facts: Facts, person: Person) -> Derived:
    """No medical examination at this stage for a family member who stays behind."""
    return Derived("EXEMPT", because("P-IME2", "later"), (f"{person.id}.plan",))


P_IME4 = {"lasts": "done until", "ended": "done until"}


def examined(facts: Facts) -> Sequence[Person]:
    """Those who travel and have had their own examination."""
    return [person for person in facts.accompanying if _examination(facts, person) is not None]


def p_ime4(facts: Facts, person: Person) -> Derived:
    """The certificate of an examination still lasts."""
    done, until, found = _certificate(facts, person)
    told: dict[str, Param] = {"done": done, "until": until}
    if until > facts.on:
        return Derived("MET", because("P-IME4", "lasts", **told), found)
    return Derived("NOT_MET", because("P-IME4", "ended", **told), found)


def certificate_until(facts: Facts, person: Person) -> date:
    """The day on which the certificate of somebody who was examined ends."""
    return _certificate(facts, person)[1]


def _certificate(facts: Facts, person: Person) -> tuple[PartialDate, date, tuple[str, ...]]:
    """The day of the examination, the day on which its certificate ends (the earlier reading), and their rows."""
    done = _examination(facts, person)
    assert done is not None
    recorded = _own(facts, person, "medical_expiry")
    if recorded is not None:
        return done.date, span(recorded.date, recorded.date_info).first, (done.id, recorded.id)
    day = span(done.date, done.date_info).first
    return done.date, add_months(day, facts.constants.medical_months), (done.id,)


def _examination(facts: Facts, person: Person) -> Milestone | None:
    row = _own(facts, person, "medical_done")
    if row is None or row.state != "done" or span(row.date, row.date_info).last > facts.on:
        return None
    return row


def _own(facts: Facts, person: Person, kind: str) -> Milestone | None:
    """A milestone of this person alone."""
    return next((row for row in facts.case.milestones if row.kind == kind and row.person == person.id), None)


P_BIO1_CITATIONS = ("main", "not_feasible")
P_BIO1 = {"required": "day", "by_age": "", "not_feasible": "", "age_unclear": "born day"}


def p_bio1(facts: Facts, person: Person, others: Rows) -> Derived:
    """Fingerprints and photograph, unless age or impossibility frees the person."""
    impossible = others.final("P-BIO3", person)
    if impossible is not None and impossible.result == "EXEMPT":
        why = because("P-BIO1", "not_feasible")
        return Derived("NOT_APPLICABLE", why, (f"{person.id}.biometrics_impossible",), citation="not_feasible")
    by_age = others.final("P-BIO2", person)
    assert by_age is not None
    birth = (f"{person.id}.birth.date",)
    if by_age.result == "EXEMPT":
        return Derived("NOT_APPLICABLE", because("P-BIO1", "by_age"), birth)
    day = facts.application_day
    if by_age.result == "UNCLEAR":
        why = because("P-BIO1", "age_unclear", born=_born(person), day=day)
        return Derived("UNCLEAR", why, birth, places=birth)
    return Derived("MET", because("P-BIO1", "required", day=day), birth)


P_BIO2_CITATIONS = ("main", "age", "young", "old")
P_BIO2 = {
    "young": "age day",
    "old": "age day",
    "straddles": "born day low high",
    "between": "day low high",
    "not_feasible": "",
}


def p_bio2(facts: Facts, person: Person) -> Derived:
    """Too young or too old for biometrics on the day of the application."""
    if person.biometrics_impossible == "yes":
        why = because("P-BIO2", "not_feasible")
        return Derived("NOT_APPLICABLE", why, (f"{person.id}.biometrics_impossible",))
    low, high, day = facts.constants.biometrics_from_age, facts.constants.biometrics_to_age, facts.application_day
    birth = (f"{person.id}.birth.date",)
    if not facts.possibly(low, person, day):
        return Derived("EXEMPT", because("P-BIO2", "young", age=low, day=day), birth, citation="young")
    if facts.surely(high + 1, person, day):
        return Derived("EXEMPT", because("P-BIO2", "old", age=high, day=day), birth, citation="old")
    if not facts.surely(low, person, day) or facts.possibly(high + 1, person, day):
        why = because("P-BIO2", "straddles", born=_born(person), day=day, low=low, high=high)
        return Derived("UNCLEAR", why, birth, places=birth, citation="age")
    return Derived("NOT_APPLICABLE", because("P-BIO2", "between", day=day, low=low, high=high), birth)


P_BIO3 = {"not_feasible": ""}


def without_biometrics(facts: Facts) -> Sequence[Person]:
    """Those who travel and cannot give biometrics."""
    return [person for person in facts.accompanying if person.biometrics_impossible == "yes"]


def p_bio3(_facts: Facts, person: Person) -> Derived:
    """Collection is impossible or not feasible."""
    return Derived("EXEMPT", because("P-BIO3", "not_feasible"), (f"{person.id}.biometrics_impossible",))


def _born(person: Person) -> Param:
    return when(person.birth.date if person.birth else None)


P_ID1 = {"held": "papers", "none": "", "open": "papers"}


def p_id1(facts: Facts, person: Person) -> Derived:
    """A travel paper that is held and still lasts."""
    lasting = lasting_papers(facts, person)
    if lasting:
        return Derived("MET", because("P-ID1", "held", papers=_papers(lasting)), tuple(row.id for row in lasting))
    others = [row for row in person.documents if row.kind in TRAVEL_PAPERS]
    places = tuple(row.id for row in others) or (f"{person.id}.documents",)
    why = because("P-ID1", "open", papers=_papers(others)) if others else because("P-ID1", "none")
    return Derived("UNCLEAR", why, places, places=places)


def lasting_papers(facts: Facts, person: Person) -> list[Document]:
    """The travel papers that are held and surely end after the day of the assessment."""
    return [
        row
        for row in person.documents
        if row.kind in TRAVEL_PAPERS
        and row.held == "yes"
        and (end := span_of(row.expires_on, row.expires_on_info)) is not None
        and end.surely_after(facts.on)
    ]


def _papers(found: list[Document]) -> Param:
    return tuple(Event(row.id, row.expires_on, row.country) for row in found)


P_ID2 = {"has_paper": "", "none_to_be_had": "", "not_asked": "", "open": "answer"}


def p_id2(_facts: Facts, person: Person, others: Rows) -> Derived:
    """Nobody needs a travel paper that cannot be had."""
    paper = others.final("P-ID1", person)
    place = (f"{person.id}.travel_document_obtainable",)
    if paper is not None and paper.result == "MET":
        return Derived("NOT_APPLICABLE", because("P-ID2", "has_paper"), paper.rows)
    obtainable = person.travel_document_obtainable
    if obtainable is None:
        return Derived("UNCLEAR", because("P-ID2", "not_asked"), place, places=place)
    if obtainable == "no":
        return Derived("MET", because("P-ID2", "none_to_be_had"), place)
    return Derived("UNCLEAR", because("P-ID2", "open", answer=Coded("answer", obtainable)), place, places=place)


P_EXIT1 = {"not_asked": "", "none": "", "barrier": "country answer"}


def p_exit1(facts: Facts, _person: Person) -> Derived:
    """Whatever may stop the departure from the host country."""
    answer, place = facts.asylum.exit_barrier, ("case.asylum.exit_barrier",)
    if answer is None:
        return Derived("NOT_APPLICABLE", because("P-EXIT1", "not_asked"), place)
    if answer == "no":
        return Derived("MET", because("P-EXIT1", "none"), place)
    country = Country(facts.asylum.host_country)
    why = because("P-EXIT1", "barrier", country=country, answer=Coded("answer", answer))
    return Derived("UNCLEAR", why, place, places=place)
