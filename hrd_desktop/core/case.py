"""The case itself: one defender, everyone listed with them, and all that is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.claim import Asylum, Claim, JourneyStep
from hrd_desktop.core.codes import (
    Answer,
    Category,
    OfficialLanguage,
    Partner,
    PartnerDecision,
    Priority,
    Province,
    RefugeeClass,
    Stage,
    Stream,
)
from hrd_desktop.core.dates import FullDate
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.kin import FamilyList, RelativeInCanada, Union
from hrd_desktop.core.kinds import LanguageTag, LongText, PersonRef
from hrd_desktop.core.person import Person
from hrd_desktop.core.staff import JournalEntry, KnownBy, Override, Review, StaffAnswer, Task
from hrd_desktop.core.steps import Consent, Form, Interview, Milestone, Representative
from hrd_desktop.core.work import Hrd, Incident


@dataclass(kw_only=True)
class File:
    """The outermost object of a case file in JSON: names the format, holds one case."""

    format: str
    version: int
    case: Case


@dataclass(kw_only=True)
class Case:
    """Everything known about one application. Section 2 of the case format."""

    code: str
    alias: str | None = None
    opened_on: FullDate
    closed_on: FullDate | None = None
    stage: Stage
    stream: Stream
    refugee_class: RefugeeClass | None = None
    partner: Partner | None = None
    partner_reference: str | None = None
    partner_decision: PartnerDecision | None = None
    priority: Priority | None = None
    submission_categories: list[Category] = field(default_factory=list)
    intended_province: Province | None = None
    intended_city: str | None = None
    caseworker: str | None = None
    reviewing_officer: str | None = None
    unhcr_office: str | None = None
    correspondence_language: OfficialLanguage | None = None
    packet_language: OfficialLanguage | None = None
    interview_language: LanguageTag | None = None
    interpreter_needed: Answer | None = None
    principal: PersonRef
    persons: list[Person]
    wants_permanent_resettlement: Answer | None = None
    family_list: FamilyList | None = None
    unions: list[Union] = field(default_factory=list)
    relatives_in_canada: list[RelativeInCanada] = field(default_factory=list)
    hrd: Hrd | None = None
    incidents: list[Incident] = field(default_factory=list)
    claim: Claim | None = None
    asylum: Asylum | None = None
    journey: list[JourneyStep] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    representative: Representative | None = None
    consents: list[Consent] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    staff_answers: list[StaffAnswer] = field(default_factory=list)
    overrides: list[Override] = field(default_factory=list)
    known_by: list[KnownBy] = field(default_factory=list)
    journal: list[JournalEntry] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    note: LongText | None = None
