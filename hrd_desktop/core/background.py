"""What a person did and was asked about: the tables and questions behind admissibility."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.codes import (
    AddressKind,
    Answer,
    ArmedWing,
    ChargeOutcome,
    GovernmentLevel,
    HistoryActivity,
    MembershipKind,
    R16Post,
    ReturnReason,
    ServiceEnd,
    ServiceKind,
)
from hrd_desktop.core.dates import DateInfo, FullDate, PartialDate
from hrd_desktop.core.kinds import ConvictionRef, CountryCode, DocumentRef, LongText, ReviewRef


@dataclass(kw_only=True)
class Address:
    """One stay at an address; months without one are gaps."""

    id: str
    start: PartialDate
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    ongoing: bool | None = None
    kind: AddressKind
    street: str | None = None
    unit: str | None = None
    city: str | None = None
    district: str | None = None
    postal_code: str | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class History:
    """One stretch of personal history; months without one are gaps."""

    id: str
    start: PartialDate
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    ongoing: bool | None = None
    activity: HistoryActivity
    title: str | None = None
    employer: str | None = None
    city: str | None = None
    status_there: str | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Membership:
    """One organisation the person belonged to."""

    id: str
    start: PartialDate | None = None
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    ongoing: bool | None = None
    organisation: str
    kind: MembershipKind | None = None
    role: str | None = None
    city: str | None = None
    left_reason: LongText | None = None
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    armed_wing: ArmedWing
    advocated_violence: Answer | None = None
    state_label: str | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Government:
    """One position held in a government."""

    id: str
    start: PartialDate | None = None
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    ongoing: bool | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    level: GovernmentLevel | None = None
    position: str
    department: str | None = None
    activities: LongText | None = None
    r16_post: R16Post
    security_sector: Answer
    note: LongText | None = None


@dataclass(kw_only=True)
class Service:
    """One time of service in an armed, police, prison or intelligence body."""

    id: str
    kind: ServiceKind
    country: CountryCode
    country_name_at_time: str | None = None
    start: PartialDate
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    ongoing: bool | None = None
    branch: str | None = None
    unit: str | None = None
    commander: str | None = None
    ranks: list[str] = field(default_factory=list)
    end_reason: ServiceEnd | None = None
    end_text: LongText | None = None
    senior: Answer
    conscripted: Answer | None = None
    combat: Answer | None = None
    guarded_detainees: Answer | None = None
    saw_abuse: Answer | None = None
    took_part: Answer | None = None
    duties: LongText | None = None
    combat_text: LongText | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Charge:
    """One charge, whatever became of it."""

    id: str
    date: PartialDate | None = None
    date_info: DateInfo | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    authority: str | None = None
    statute: str | None = None
    offence: str
    outcome: ChargeOutcome | None = None
    political: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Conviction:
    """One conviction."""

    id: str
    date: PartialDate
    date_info: DateInfo | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    offence: str
    court: str | None = None
    statute: str | None = None
    sentence: LongText | None = None
    sentence_months: int | None = None
    sentence_end: PartialDate | None = None
    sentence_end_info: DateInfo | None = None
    in_absentia: Answer | None = None
    political: Answer | None = None
    concurrent_with: ConvictionRef | None = None
    same_event_as: ConvictionRef | None = None
    equivalence: Equivalence | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Equivalence:
    """The offence in Canada that a lawyer compared a conviction with."""

    canadian_offence: str | None = None
    max_years: int | None = None
    review: ReviewRef


@dataclass(kw_only=True)
class Act:
    """A serious act the person told of that led to no charge."""

    id: str
    date: PartialDate | None = None
    date_info: DateInfo | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    description: LongText
    role: str | None = None
    with_organisation: Answer
    note: LongText | None = None


@dataclass(kw_only=True)
class Travel:
    """One journey after the flight."""

    id: str
    start: PartialDate
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    purpose: str | None = None
    document: DocumentRef | None = None
    overstayed: Answer | None = None
    breached_conditions: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Return:
    """One stay in an own country after the flight."""

    id: str
    country: CountryCode
    country_name_at_time: str | None = None
    entered_on: PartialDate
    entered_on_info: DateInfo | None = None
    left_on: PartialDate | None = None
    left_on_info: DateInfo | None = None
    reason: ReturnReason | None = None
    reason_text: LongText | None = None
    voluntary: Answer | None = None
    document: DocumentRef | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Background:
    """The questions a to k of IMM 5669, each with its reply."""

    a: Reply | None = None
    b: Reply | None = None
    c: Reply | None = None
    d: Reply | None = None
    e: Reply | None = None
    f: Reply | None = None
    g: Reply | None = None
    h: Reply | None = None
    i: Reply | None = None
    j: Reply | None = None
    k: Reply | None = None


@dataclass(kw_only=True)
class FurtherAnswers:
    """Questions that a to k do not cover."""

    espionage: Reply | None = None
    democratic_subversion: Reply | None = None
    endangering_violence: Reply | None = None
    organ_trafficking: Reply | None = None
    sanctions_match: Reply | None = None
    smuggling_trafficking_laundering: Reply | None = None
    earlier_false_statement: Reply | None = None
    protected_in_canada: Reply | None = None
    breach_in_canada: Reply | None = None
    removal_order_canada: Reply | None = None


@dataclass(kw_only=True)
class Reply:
    """One reply with its details and the day it was asked."""

    answer: Answer
    details: LongText | None = None
    countries: list[CountryCode] = field(default_factory=list)
    asked_on: FullDate | None = None
    list_date: FullDate | None = None
