"""One person of a case and where, how and in which language to reach them."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.background import (
    Act,
    Address,
    Background,
    Charge,
    Conviction,
    FurtherAnswers,
    Government,
    History,
    Membership,
    Return,
    Service,
    Travel,
)
from hrd_desktop.core.codes import (
    Answer,
    ChannelKind,
    EducationLevel,
    GenderIdentity,
    LanguageLevel,
    LanguageUse,
    ListName,
    MaritalStatus,
    MilitaryObligation,
    OfficialAbility,
    Plan,
    Relation,
    SexMarker,
    SpecificNeedCode,
    WhereaboutsStatus,
)
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.identity import Birth, Document, HabitualResidence, Name, Nationality, Stateless
from hrd_desktop.core.kin import Custody, Dependency, Household, Parent
from hrd_desktop.core.kinds import CountryCode, LanguageTag, LongText


@dataclass(kw_only=True)
class Person:
    """One person who is listed, whatever their plan. Section 3 of the case format."""

    id: str
    relation: Relation
    plan: Plan
    linked_case_code: str | None = None
    names: list[Name]
    sex_on_document: SexMarker | None = None
    gender_identity: GenderIdentity | None = None
    gender_identity_text: str | None = None
    pronouns: str | None = None
    sexual_orientation: str | None = None
    chosen_name_in_packet: Answer | None = None
    chosen_name_in_contact: Answer | None = None
    birth: Birth | None = None
    nationalities: list[Nationality] = field(default_factory=list)
    stateless: Stateless | None = None
    habitual_residences: list[HabitualResidence] = field(default_factory=list)
    ethnicity: str | None = None
    religion: str | None = None
    documents: list[Document] = field(default_factory=list)
    travel_document_obtainable: Answer | None = None
    contacted_home_authorities: Answer | None = None
    marital_status: MaritalStatus | None = None
    marital_status_since: PartialDate | None = None
    marital_status_since_info: DateInfo | None = None
    parents: list[Parent] = field(default_factory=list)
    custody: Custody | None = None
    dependency: Dependency | None = None
    household: Household | None = None
    whereabouts: Whereabouts | None = None
    can_sign: Answer | None = None
    cannot_sign_reason: LongText | None = None
    eye_colour: str | None = None
    uci: str | None = None
    height_cm: int | None = None
    contact: Contact | None = None
    education_level: EducationLevel | None = None
    education_years: EducationYears | None = None
    education: list[Education] = field(default_factory=list)
    languages: list[LanguageSkill] = field(default_factory=list)
    official_ability: OfficialAbility | None = None
    language_test: str | None = None
    occupation: str | None = None
    intended_occupation: str | None = None
    addresses: list[Address] = field(default_factory=list)
    history: list[History] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    government: list[Government] = field(default_factory=list)
    service: list[Service] = field(default_factory=list)
    military_obligation: MilitaryObligation | None = None
    charges: list[Charge] = field(default_factory=list)
    convictions: list[Conviction] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    travel: list[Travel] = field(default_factory=list)
    returns: list[Return] = field(default_factory=list)
    been_in_canada: Answer | None = None
    none_declared: list[ListName] = field(default_factory=list)
    background: Background | None = None
    further_answers: FurtherAnswers | None = None
    medical: Medical | None = None
    specific_needs: list[SpecificNeed] = field(default_factory=list)
    biometrics_impossible: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Whereabouts:
    """Where a person is now, as far as is known."""

    status: WhereaboutsStatus
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    place: str | None = None
    with_whom: str | None = None
    since: PartialDate | None = None
    since_info: DateInfo | None = None
    last_contact: PartialDate | None = None
    last_contact_info: DateInfo | None = None
    in_hiding: Answer | None = None


@dataclass(kw_only=True)
class Contact:
    """How the person can be reached without harm; never part of a packet."""

    email: str | None = None
    phone_country_code: str | None = None
    phone: str | None = None
    phone_kind: str | None = None
    mailing_address: LongText | None = None
    safe_channels: list[Channel] = field(default_factory=list)
    never_channels: list[Channel] = field(default_factory=list)
    code_word: str | None = None
    best_time: str | None = None
    who_may_answer: str | None = None
    message_rules: LongText | None = None
    interpreter_wishes: str | None = None


@dataclass(kw_only=True)
class Channel:
    """One way of reaching a person, or one that must never be used."""

    id: str
    kind: ChannelKind
    value: str | None = None
    times: str | None = None
    voice: Answer | None = None
    messages: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class EducationYears:
    """Years completed at each level of schooling."""

    elementary: int | None = None
    secondary: int | None = None
    university_or_college: int | None = None
    trade_or_other: int | None = None


@dataclass(kw_only=True)
class Education:
    """One course of study."""

    id: str
    start: PartialDate | None = None
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    ongoing: bool | None = None
    institution: str | None = None
    city: str | None = None
    certificate: str | None = None
    field_of_study: str | None = None
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class LanguageSkill:
    """One language and how well the person uses it."""

    id: str
    language: LanguageTag
    use: LanguageUse | None = None
    level: LanguageLevel | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Medical:
    """Only what the rules need of health; the sealed note is kept apart."""

    has_need: Answer | None = None
    public_health_flag: Answer | None = None
    pregnancy_due: PartialDate | None = None
    pregnancy_due_info: DateInfo | None = None
    sealed_note: LongText | None = None


@dataclass(kw_only=True)
class SpecificNeed:
    """One specific need, as UNHCR names them."""

    id: str
    kind: SpecificNeedCode
    note: LongText | None = None
