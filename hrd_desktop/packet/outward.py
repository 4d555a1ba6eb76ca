"""What of a case may leave, and in which form. Everything the packet prints passes through here or is listed by name.

Never part of a packet: notes, how a field is known, staff names, answers, overrides and what reviews came to, journal
and tasks, safe and forbidden ways of contact, sealed rows, and statements that are hidden from another member of the
family. The packet does not say whose they are. Health and photographs only where the person agreed to that, for that
recipient. Address, telephone and e-mail only on the data sheets of forms that ask for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hrd_desktop.core.background import Address
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Narrative
from hrd_desktop.core.codes import ConsentScope, NarrativeKind, SpecificNeedCode
from hrd_desktop.core.consent import contradicted_by, is_live
from hrd_desktop.core.dates import DateInfo, PartialDate, possibly_reached, span_of
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.person import Person
from hrd_desktop.core.sealed import sealed_rows
from hrd_desktop.packet.options import OWN_COPY

_FIRST_NAME_KINDS = ("document", "legal", "observation_page", "native_script", "previous", "alias", "chosen")
_NATIVE = "native_script"
_ADULT = 18
_GONE = ("missing", "deceased")
HEALTH_NEEDS: tuple[SpecificNeedCode, ...] = ("disability", "serious_medical_condition")
"""Specific needs that tell of somebody's health."""


def persons_of_the_packet(case: Case) -> list[Person]:
    """Everyone with a block of their own: the principal applicant first, then as the case lists them."""
    listed = [person for person in case.persons if person.plan != "not_included"]
    return sorted(listed, key=lambda person: person.id != case.principal)


def signers(case: Case) -> list[Person]:
    """Who has something to sign here: not those who sign in a case of their own, nor the dead and the missing."""
    return [
        person
        for person in persons_of_the_packet(case)
        if person.plan != "linked_case" and (person.whereabouts is None or person.whereabouts.status not in _GONE)
    ]


def grown(person: Person, on: date) -> bool:
    """Whether somebody may be of age on a day; one whose birth date nobody knows is asked like an adult."""
    born = span_of(person.birth.date, person.birth.date_info) if person.birth else None
    return born is None or possibly_reached(_ADULT, born, on)


def agreed(case: Case, person: str, scope: ConsentScope, recipient: str, on: date) -> bool:
    """Whether somebody has agreed to this for this recipient, and has not taken it back. One's own copy: always."""
    if recipient == OWN_COPY:
        return True
    return any(
        row.person == person
        and scope in row.scopes
        and recipient in row.recipients
        and is_live(row, on)
        and not any(scope in later.scopes and recipient in later.recipients for later in contradicted_by(case, row, on))
        for row in case.consents
    )


def is_hiding_place(case: Case, row: Address) -> bool:
    """Whether somebody is in hiding at this address now: its street is not written down where it can be lost."""
    if not row.ongoing:
        return False
    whose = next((person for person in case.persons if any(held is row for held in person.addresses)), None)
    where = whose.whereabouts if whose is not None else None
    return row.kind == "hiding" or (where is not None and where.in_hiding == "yes")


def other_relatives(case: Case) -> list[Person]:
    """Relatives who are named but are no part of the application."""
    return [person for person in case.persons if person.plan == "not_included"]


def names(person: Person) -> list[Name]:
    """The names that may be printed, the most reliable first. A chosen name needs the person's own yes."""
    allowed = [n for n in person.names if n.kind != "chosen" or person.chosen_name_in_packet == "yes"]
    return sorted(allowed, key=lambda name: _FIRST_NAME_KINDS.index(name.kind))


def in_one(name: Name) -> str:
    """A name as one text: in full as printed, else given names before the family name."""
    return name.full or " ".join(part for part in (name.given, name.family) if part)


def called(person: Person) -> str:
    """What the packet calls a person: the first name that may be printed, else the person's number in the file."""
    first = names(person)[:1]
    return in_one(first[0]) if first else person.id


def native_name(person: Person) -> str | None:
    return next((in_one(name) for name in person.names if name.kind == _NATIVE), None)


def birth_date(birth: Birth) -> tuple[PartialDate | None, DateInfo | None]:
    """The birth date as it may be written: where an office set the day, the year alone."""
    if birth.date is not None and birth.office_default == "yes":
        return PartialDate(birth.date.year), None
    return birth.date, birth.date_info


def narratives(case: Case, kinds: Iterable[NarrativeKind]) -> list[Narrative]:
    """The narratives of these kinds that belong into the common packet."""
    told = case.claim.narratives if case.claim is not None else []
    wanted = set(kinds)
    return [n for n in told if n.kind in wanted and not n.sealed and not n.hidden_from]


def held_apart(case: Case) -> bool:
    """Whether anything of the case is kept in a confidential annex."""
    told = case.claim.narratives if case.claim is not None else []
    return (
        any(n.sealed or n.hidden_from for n in told)
        or any(e.seal not in (None, "none") for e in case.evidence)
        or any(p.medical is not None and p.medical.sealed_note for p in case.persons)
    )


def exhibits_of(case: Case) -> list[Evidence]:
    """Papers that may be copied into the common packet: nothing sealed, and no photographs of persons, which stand in
    the person's block if the person agreed."""
    sealed = sealed_rows(case)
    return [one for one in case.evidence if one.id not in sealed and one.kind != "portrait"]


def ethnicity_may_be_told(case: Case) -> bool:
    """Only where the claim rests on it."""
    return case.claim is not None and bool({"race", "nationality"} & set(case.claim.grounds))


def religion_may_be_told(case: Case) -> bool:
    """Only where the claim rests on it."""
    return case.claim is not None and "religion" in case.claim.grounds
