"""The refugee claim and life in the country of asylum."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.codes import (
    ActKind,
    Agent,
    Answer,
    ApplicationKind,
    ApplicationStatus,
    GrantedBy,
    Ground,
    NarrativeKind,
    Partner,
    ProtectionOutcome,
    Reach,
    StatusKind,
)
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.kinds import CountryCode, LanguageTag, LongText, PersonRef


@dataclass(kw_only=True)
class Claim:
    """What is feared, why, and what was tried."""

    grounds: list[Ground] = field(default_factory=list)
    ground_text: LongText | None = None
    narratives: list[Narrative] = field(default_factory=list)
    harm_feared: list[ActKind] = field(default_factory=list)
    feared_agents: list[Agent] = field(default_factory=list)
    why_now: LongText | None = None
    return_text: LongText | None = None
    conditions_changed: Answer | None = None
    compelling_reasons: Answer | None = None
    return_prospect: Answer | None = None
    internal_flight: InternalFlight | None = None
    complaints: list[Complaint] = field(default_factory=list)


@dataclass(kw_only=True)
class Narrative:
    """A narrative in a person's own words, or words read back to them."""

    id: str
    person: PersonRef
    kind: NarrativeKind
    language: LanguageTag
    text: LongText
    original_language: LanguageTag | None = None
    original_text: LongText | None = None
    hidden_from: list[PersonRef] = field(default_factory=list)
    sealed: bool | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class InternalFlight:
    """Whether the person could live safely elsewhere in the country."""

    could_live_elsewhere: Answer | None = None
    tried: Answer | None = None
    reach: Reach | None = None
    text: LongText | None = None
    moves: list[InternalMove] = field(default_factory=list)


@dataclass(kw_only=True)
class InternalMove:
    """One move inside the country before the flight."""

    id: str
    start: PartialDate
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    place: str
    outcome: LongText | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Complaint:
    """One complaint to an authority and its outcome."""

    id: str
    date: PartialDate | None = None
    date_info: DateInfo | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    authority: str
    outcome: ProtectionOutcome | None = None
    text: LongText | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Asylum:
    """The country of asylum and every other country asked."""

    host_country: CountryCode | None = None
    statuses: list[HostStatus] = field(default_factory=list)
    conditions: Conditions | None = None
    any_other_application: Answer | None = None
    applications: list[Application] = field(default_factory=list)
    exit_barrier: Answer | None = None
    exit_text: LongText | None = None
    means_text: LongText | None = None
    plans_text: LongText | None = None


@dataclass(kw_only=True)
class HostStatus:
    """One status of a person in a host or third country."""

    id: str
    person: PersonRef
    country: CountryCode
    country_name_at_time: str | None = None
    status: StatusKind
    granted_by: GrantedBy | None = None
    number: str | None = None
    start: PartialDate | None = None
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    renewable: Answer | None = None
    may_work: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Conditions:
    """Life in the country of asylum, as the family lives it."""

    legal_stay: Answer | None = None
    may_work: Answer | None = None
    may_study: Answer | None = None
    health_care: Answer | None = None
    free_movement: Answer | None = None
    route_to_permanent_status: Answer | None = None
    protected_from_return: Answer | None = None
    protected_from_agents: Answer | None = None
    text: LongText | None = None


@dataclass(kw_only=True)
class Application:
    """One application to a country or body besides this referral."""

    id: str
    person: PersonRef
    kind: ApplicationKind
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    organisation: Partner | None = None
    status: ApplicationStatus
    filed_on: PartialDate | None = None
    filed_on_info: DateInfo | None = None
    decided_on: PartialDate | None = None
    decided_on_info: DateInfo | None = None
    reference: str | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class JourneyStep:
    """One step of the journey after the flight."""

    id: str
    person: PersonRef
    date: PartialDate | None = None
    date_info: DateInfo | None = None
    from_place: str | None = None
    to_place: str | None = None
    means: str | None = None
    document: str | None = None
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    note: LongText | None = None
