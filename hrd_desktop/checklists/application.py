"""E15, E19, E20 and E27: the wish to settle, the partner who refers, the funding, and the consent of each adult."""

from __future__ import annotations

from hrd_desktop.checklists.facts import CANADA, Facts
from hrd_desktop.checklists.message import Coded, Language, rows, when
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import because
from hrd_desktop.checklists.solutions import valid
from hrd_desktop.core.codes import Recipient
from hrd_desktop.core.consent import is_live, is_withdrawn
from hrd_desktop.core.person import Person
from hrd_desktop.core.steps import Consent

E15 = {"wanted": "", "not_wanted": "", "answered": "answer", "not_asked": ""}


def e15(facts: Facts, _person: Person) -> Derived:
    """The wish to live in Canada for good."""
    answer, place = facts.case.wants_permanent_resettlement, ("case.wants_permanent_resettlement",)
    if answer == "yes":
        return Derived("MET", because("E15", "wanted"), place)
    if answer == "no":
        return Derived("NOT_MET", because("E15", "not_wanted"), place)
    why = because("E15", "not_asked") if answer is None else because("E15", "answered", answer=Coded("answer", answer))
    return Derived("UNCLEAR", why, place, places=place)


E19 = {"partner": "partner", "declined": "partner decision", "unknown_partner": "partner", "none": ""}


def e19(facts: Facts, _person: Person) -> Derived:
    """A referral partner of this day, who has not turned the case down."""
    chosen, decision = facts.case.partner, facts.case.partner_decision
    place = "case.partner"
    if chosen is None:
        return Derived("UNCLEAR", because("E19", "none"), (place,), places=(place,))
    partner = Coded("partner", chosen)
    if chosen not in facts.partners_known:
        return Derived("NOT_MET", because("E19", "unknown_partner", partner=partner), (place,))
    if decision in ("declined", "withdrawn"):
        why = because("E19", "declined", partner=partner, decision=Coded("partner_decision", decision))
        return Derived("NOT_MET", why, ("case.partner_decision",))
    return Derived("MET", because("E19", "partner", partner=partner), (place,))


E20 = {"funded": "", "resident": "rows", "other_class": "", "other_stream": "", "no_class": ""}


def e20(facts: Facts, person: Person) -> Derived:
    """The class and stream for which the government pays, and no status in Canada already."""
    resident = permanent_residence(facts, person)
    stream, chosen = facts.case.stream, facts.case.refugee_class
    if resident:
        return Derived("NOT_MET", because("E20", "resident", rows=rows(resident)), resident)
    if chosen == "country_of_asylum":
        return Derived("NOT_MET", because("E20", "other_class"), ("case.refugee_class",))
    if chosen is None:
        place = ("case.refugee_class",)
        return Derived("UNCLEAR", because("E20", "no_class"), place, places=place)
    if stream != "hrd":
        return Derived("UNCLEAR", because("E20", "other_stream"), ("case.stream",), places=("case.stream",))
    return Derived("MET", because("E20", "funded"), ("case.stream", "case.refugee_class"))


def permanent_residence(facts: Facts, person: Person) -> tuple[str, ...]:
    """The rows by which the person is a permanent resident of Canada on the day."""
    return tuple(
        row.id
        for row in facts.asylum.statuses
        if row.person == person.id and (row.country, row.status) == (CANADA, "permanent_resident") and valid(row, facts)
    )


E27 = {
    "live": "recipients",
    "language": "languages",
    "refused": "recipients day",
    "withdrawn": "recipients day",
    "missing": "recipients",
    "missing_absent": "recipients",
}


def agreeing(facts: Facts) -> list[Person]:
    """Whose consent is needed: the principal applicant and the adults among family members."""
    return [person for person in facts.listed if person is facts.pa or facts.adult(person)]


def e27(facts: Facts, person: Person) -> Derived:
    """Live consents to share with IRCC and with the partner chosen, in a language the person has."""
    on = facts.on
    own = [row for row in facts.case.consents if row.person == person.id and "share" in row.scopes]
    own = [row for row in own if row.signed_on <= on]
    live = [row for row in own if is_live(row, on)]
    wanted: tuple[Recipient, ...] = ("ircc",) if facts.case.partner is None else (facts.case.partner, "ircc")
    absent = [name for name in wanted if not any(name in row.recipients for row in live)]
    if not absent:
        return _agreed(live, wanted, person)
    recipients = tuple(Coded("recipient", name) for name in absent)
    places = ("case.consents",)
    if person in facts.staying:
        why = because("E27", "missing_absent", recipients=recipients)
        return Derived("UNCLEAR", why, places, places=places, severity="INFO")
    against = [row for row in own if set(absent) & set(row.recipients) and not _open(row, facts)]
    if against:
        newest = max(against, key=lambda row: row.signed_on)
        reason = "refused" if newest.decision == "refused" else "withdrawn"
        day = newest.signed_on if newest.decision == "refused" else newest.withdrawn_on
        why = because("E27", reason, recipients=recipients, day=when(day))
        return Derived("NOT_MET", why, tuple(row.id for row in against))
    return Derived("UNCLEAR", because("E27", "missing", recipients=recipients), places, places=places)


def _agreed(live: list[Consent], wanted: tuple[Recipient, ...], person: Person) -> Derived:
    found = tuple(row.id for row in live)
    listed = {_primary(skill.language) for skill in person.languages}
    if listed and not any(_understood(row, listed) for row in live):
        languages = tuple(Language(row.language) for row in live if row.language is not None)
        why = because("E27", "language", languages=languages)
        return Derived("UNCLEAR", why, found, places=(f"{found[0]}.interpreter",), severity="WARN")
    return Derived("MET", because("E27", "live", recipients=tuple(Coded("recipient", name) for name in wanted)), found)


def _open(row: Consent, facts: Facts) -> bool:
    """Whether a consent was neither refused nor withdrawn; it may have run out."""
    return row.decision == "given" and not is_withdrawn(row, facts.on)


def _understood(row: Consent, listed: set[str]) -> bool:
    return row.interpreter is not None or (row.language is not None and _primary(row.language) in listed)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
