"""Consents on a day: which live, what speaks against one, and what may be written down before the first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import ConsentScope
from hrd_desktop.core.dates import possibly_reached, span_of
from hrd_desktop.core.person import Person
from hrd_desktop.core.steps import Consent

Standing = Literal["refused", "withdrawn", "expired", "not_yet", "live"]

_ADULT = 18

_OPEN = frozenset(
    tuple(path.split("."))
    for path in (
        # How the case is run; nothing here tells of the person.
        *("alias", "stage", "closed_on", "caseworker", "tasks", "journal", "note", "known_by"),
        *("packet_language", "correspondence_language"),
        # Safety, and consent itself.
        *("consents", "interview_language", "interpreter_needed", "persons.contact"),
        # As much as it takes to know whom the file is about and where it is safe to speak.
        *("principal", "persons.relation", "persons.plan"),
        *("persons.whereabouts.status", "persons.whereabouts.country"),
    )
)


def standing(consent: Consent, on: date) -> Standing:
    """How a consent stands on a day."""
    if consent.decision == "refused":
        return "refused"
    if is_withdrawn(consent, on):
        return "withdrawn"
    if consent.expires_on is not None and consent.expires_on < on:
        return "expired"
    return "live" if consent.signed_on <= on else "not_yet"


def is_withdrawn(consent: Consent, on: date) -> bool:
    """Whether it was taken back by that day."""
    return consent.withdrawn_on is not None and consent.withdrawn_on <= on


def is_live(consent: Consent, on: date) -> bool:
    """Whether it is given, begun, and neither withdrawn nor run out."""
    return standing(consent, on) == "live"


def first_consent(case: Case, on: date) -> bool:
    """Whether somebody has agreed that a file is kept. Before that only contact and safety are written down."""
    return any("store" in row.scopes and is_live(row, on) for row in case.consents)


def open_before_consent(path: tuple[str, ...]) -> bool:
    """Whether a field may be filled before the first consent; `path` is its keys from the case, without rows.

    The first name of a person is for the caller to allow: a path does not tell which name it is.
    """
    return any(path[:length] in _OPEN for length in range(1, len(path) + 1))


def leads_to_open(path: tuple[str, ...]) -> bool:
    """Whether something inside may be filled before the first consent."""
    return any(known[: len(path)] == path for known in _OPEN)


def contradicted_by(case: Case, consent: Consent, on: date) -> list[Consent]:
    """Later refusals and withdrawals of the same person that may speak against a consent that lives.

    They concern one of its scopes and one of its recipients. Whether they take it back is not decided here.
    """
    if not is_live(consent, on):
        return []
    return [
        other
        for other in case.consents
        if other is not consent
        and other.person == consent.person
        and (day := taken_back_on(other)) is not None
        and consent.signed_on <= day <= on
        and _share(other.scopes, consent.scopes)
        and _share(other.recipients, consent.recipients)
    ]


def must_agree(case: Case, on: date) -> list[Person]:
    """Who has to agree before anything leaves: the principal applicant, and every adult who comes along."""
    return [
        person
        for person in case.persons
        if person.id == case.principal or (person.plan == "accompanying" and not _surely_minor(person, on))
    ]


def agreements(case: Case, person: str, recipient: str, scope: ConsentScope, on: date) -> list[Consent]:
    """The living consents of a person for this recipient and scope that no later no of theirs speaks against."""
    return [
        row
        for row in case.consents
        if row.person == person
        and scope in row.scopes
        and recipient in row.recipients
        and is_live(row, on)
        and not contradicted_by(case, row, on)
    ]


def agrees_for(case: Case, person: str, recipient: str, scope: ConsentScope, on: date) -> bool:
    """Whether what concerns a person may go there: by their own consent, by the principal applicant's for a minor."""
    known = next((each for each in case.persons if each.id == person), None)
    if known is not None and _surely_minor(known, on) and not any(row.person == person for row in case.consents):
        person = case.principal
    return bool(agreements(case, person, recipient, scope, on))


def _surely_minor(person: Person, on: date) -> bool:
    born = span_of(person.birth.date, person.birth.date_info) if person.birth is not None else None
    return born is not None and not possibly_reached(_ADULT, born, on)


def taken_back_on(consent: Consent) -> date | None:
    """The day on which the person said no: refused, or withdrew."""
    return consent.signed_on if consent.decision == "refused" else consent.withdrawn_on


def _share(one: Iterable[str], other: Iterable[str]) -> bool:
    return bool(set(one) & set(other))
