"""Consents, dated steps, forms, interviews and the representative."""

from __future__ import annotations

from dataclasses import dataclass

from hrd_desktop.core.codes import (
    Answer,
    Body,
    ConsentDecision,
    ConsentMethod,
    ConsentScope,
    FormCode,
    FormStatus,
    MilestoneKind,
    MilestoneState,
    Recipient,
)
from hrd_desktop.core.dates import DateInfo, FullDate, PartialDate
from hrd_desktop.core.kinds import LanguageTag, LongText, PersonRef


@dataclass(kw_only=True)
class Consent:
    """One consent: who, to whom, for what, until when."""

    id: str
    person: PersonRef
    decision: ConsentDecision
    scopes: list[ConsentScope]
    recipients: list[Recipient]
    recipient_text: str | None = None
    signed_on: FullDate
    expires_on: FullDate | None = None
    withdrawn_on: FullDate | None = None
    language: LanguageTag | None = None
    interpreter: str | None = None
    read_back: Answer | None = None
    method: ConsentMethod | None = None
    guardian: PersonRef | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Milestone:
    """One dated step of the procedure, done or planned."""

    id: str
    kind: MilestoneKind
    date: PartialDate
    date_info: DateInfo | None = None
    state: MilestoneState
    person: PersonRef | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Form:
    """One person's copy of one form."""

    id: str
    form: FormCode
    person: PersonRef | None = None
    edition: str | None = None
    status: FormStatus
    signed_on: FullDate | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Interview:
    """One interview held for the case."""

    id: str
    persons: list[PersonRef]
    date: FullDate
    language: LanguageTag | None = None
    interviewer: str | None = None
    interpreter: str | None = None
    alone: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Representative:
    """Who represents the family, if anybody does."""

    family: str | None = None
    given: str | None = None
    organisation: str | None = None
    postal_address: LongText | None = None
    phone: str | None = None
    fax: str | None = None
    email: str | None = None
    paid: Answer | None = None
    body: Body | None = None
    membership_number: str | None = None
    appointed_on: FullDate | None = None
