"""Who a person is: names, birth, nationalities, papers."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.codes import (
    Answer,
    DeterminedBy,
    DocumentKind,
    Held,
    NameKind,
    NationalityBasis,
    NationalityStatus,
    NotSoughtReason,
    ProtectionOutcome,
    RequestedBy,
    Standing,
)
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.kinds import CountryCode, DocumentRef, LongText


@dataclass(kw_only=True)
class Birth:
    """When and where a person was born."""

    date: PartialDate | None = None
    date_info: DateInfo | None = None
    office_default: Answer | None = None
    city: str | None = None
    district: str | None = None
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    aliases: list[BirthAlias] = field(default_factory=list)


@dataclass(kw_only=True)
class BirthAlias:
    """Another birth date that was printed or told; never used for an age."""

    id: str
    date: PartialDate
    date_info: DateInfo | None = None
    source_document: DocumentRef | None = None
    office_default: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Document:
    """One paper of a person, held or not."""

    id: str
    kind: DocumentKind
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    authority: str | None = None
    number: str | None = None
    issued_on: PartialDate | None = None
    issued_on_info: DateInfo | None = None
    expires_on: PartialDate | None = None
    expires_on_info: DateInfo | None = None
    held: Held
    requested_by: RequestedBy | None = None
    name_as_printed: str | None = None
    birth_date_as_printed: str | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class HabitualResidence:
    """A country where a stateless person used to live."""

    id: str
    country: CountryCode
    country_name_at_time: str | None = None
    start: PartialDate | None = None
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    standing: Standing
    legal_status: str | None = None
    fear: Answer | None = None
    protection: Protection | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Name:
    """One written form of a name; a single name stands in `family` alone."""

    id: str
    kind: NameKind
    family: str | None = None
    given: str | None = None
    full: str | None = None
    script: str | None = None
    source_document: DocumentRef | None = None
    start: PartialDate | None = None
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Nationality:
    """One nationality, with the fear and the protection answer for that state."""

    id: str
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    status: NationalityStatus
    start: PartialDate | None = None
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    basis: NationalityBasis | None = None
    document: DocumentRef | None = None
    fear: Answer | None = None
    protection: Protection | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Protection:
    """Whether the protection of a state was asked for, and what came of it."""

    sought: Answer | None = None
    not_sought_reason: NotSoughtReason | None = None
    outcome: ProtectionOutcome | None = None
    text: LongText | None = None
    able_to_return: Answer | None = None
    willing_to_return: Answer | None = None


@dataclass(kw_only=True)
class Stateless:
    """Whether the person says that no state holds them as its national."""

    claimed: Answer
    determined_by: DeterminedBy | None = None
    determined_on: PartialDate | None = None
    determined_on_info: DateInfo | None = None
