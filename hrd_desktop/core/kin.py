"""How the people of a case belong together: parents, unions, custody, dependence."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.codes import (
    Answer,
    ApartReason,
    BestInterests,
    CustodyBasis,
    CustodyHolder,
    LifeStatus,
    ParentKind,
    ParentRole,
    Province,
    UnionEnd,
    UnionKind,
    UnionStatus,
)
from hrd_desktop.core.dates import DateInfo, FullDate, PartialDate
from hrd_desktop.core.kinds import CountryCode, EvidenceRef, LongText, PersonRef


@dataclass(kw_only=True)
class Custody:
    """Who has custody of a child, on what basis, and the best-interests papers."""

    holder: CustodyHolder
    basis: CustodyBasis | None = None
    decided_on: PartialDate | None = None
    decided_on_info: DateInfo | None = None
    best_interests: BestInterests | None = None
    best_interests_on: FullDate | None = None
    guardian: PersonRef | None = None


@dataclass(kw_only=True)
class DeclaredCount:
    """The size of the family as another form or card states it."""

    id: str
    source: str
    accompanying: int | None = None
    total: int | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Dependency:
    """What shows that a grown child or another relative depends on the family."""

    type2_claimed: Answer | None = None
    condition: LongText | None = None
    condition_since: PartialDate | None = None
    condition_since_info: DateInfo | None = None
    dependent_since: PartialDate | None = None
    dependent_since_info: DateInfo | None = None
    financially_dependent: Answer | None = None
    condition_evidence: list[EvidenceRef] = field(default_factory=list)
    adopted_by_third_person: Answer | None = None
    emotional: Answer | None = None
    economic: Answer | None = None
    text: LongText | None = None


@dataclass(kw_only=True)
class FamilyList:
    """Whether the family is complete, as the family itself says and signs."""

    all_members_named: Answer | None = None
    confirmed_on: FullDate | None = None
    signed: bool | None = None
    declared_counts: list[DeclaredCount] = field(default_factory=list)


@dataclass(kw_only=True)
class Household:
    """Whether the person lives in the home of the principal applicant."""

    with_principal: Answer | None = None
    since: PartialDate | None = None
    since_info: DateInfo | None = None


@dataclass(kw_only=True)
class Parent:
    """One parent of a person, in the case or outside of it."""

    id: str
    person: PersonRef | None = None
    role: ParentRole
    kind: ParentKind
    family: str | None = None
    given: str | None = None
    birth_date: PartialDate | None = None
    birth_date_info: DateInfo | None = None
    death_date: PartialDate | None = None
    death_date_info: DateInfo | None = None
    birth_place: str | None = None
    birth_country: CountryCode | None = None
    status: LifeStatus | None = None
    reachable: Answer | None = None
    consents_to_departure: Answer | None = None
    adoption_date: PartialDate | None = None
    adoption_date_info: DateInfo | None = None
    adoption_severs_tie: Answer | None = None
    adoption_genuine: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class RelativeInCanada:
    """A relative who lives in Canada, told by name or by a few words."""

    id: str
    of: PersonRef
    relation: str
    name: str | None = None
    city: str | None = None
    status: str | None = None
    province: Province | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Union:
    """One marriage or partnership: past, present or planned."""

    id: str
    partner_a: PersonRef
    partner_b: PersonRef | None = None
    partner_b_name: str | None = None
    kind: UnionKind
    status: UnionStatus
    start: PartialDate | None = None
    start_info: DateInfo | None = None
    place: str | None = None
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    both_present: Answer | None = None
    registered: Answer | None = None
    valid_where_made: Answer | None = None
    genuine: Answer | None = None
    cohabiting_from: PartialDate | None = None
    cohabiting_from_info: DateInfo | None = None
    cohabiting_to: PartialDate | None = None
    cohabiting_to_info: DateInfo | None = None
    apart_reason: ApartReason | None = None
    broken_down: Answer | None = None
    separated_since: PartialDate | None = None
    separated_since_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    end_reason: UnionEnd | None = None
    note: LongText | None = None
