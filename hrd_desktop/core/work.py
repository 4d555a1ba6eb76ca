"""The defender's work and what was done to people because of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.codes import (
    ActKind,
    Agent,
    Answer,
    Group,
    HeightenedRisk,
    KindOfWork,
    Occupation,
    OutputKind,
    RightsField,
    Theme,
    WorksAs,
)
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.kinds import CountryCode, LanguageTag, LongText, PersonRef


@dataclass(kw_only=True)
class Hrd:
    """The defender's profile."""

    summary: LongText | None = None
    kinds_of_work: list[KindOfWork] = field(default_factory=list)
    works_as: list[WorksAs] = field(default_factory=list)
    occupations: list[Occupation] = field(default_factory=list)
    used_violence: Answer | None = None
    called_for_violence: Answer | None = None
    violence_text: LongText | None = None
    rights_fields: list[RightsField] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    heightened_risk: list[HeightenedRisk] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    referees: list[Referee] = field(default_factory=list)
    prior_support: list[PriorSupport] = field(default_factory=list)


@dataclass(kw_only=True)
class Activity:
    """One activity for human rights."""

    id: str
    start: PartialDate
    start_info: DateInfo | None = None
    end: PartialDate | None = None
    end_info: DateInfo | None = None
    ongoing: bool | None = None
    description: LongText
    organisation: str | None = None
    role: str | None = None
    place: str | None = None
    country: CountryCode | None = None
    country_name_at_time: str | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Output:
    """One dated product of the work, or several counted in one row."""

    id: str
    kind: OutputKind
    title: str
    date: PartialDate | None = None
    date_info: DateInfo | None = None
    count: int | None = None
    publisher: str | None = None
    byline: str | None = None
    language: LanguageTag | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Referee:
    """A person who can speak for the work."""

    id: str
    name: str
    organisation: str | None = None
    role: str | None = None
    contact: str | None = None
    independent: Answer | None = None
    confirmed: Answer | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class PriorSupport:
    """Support that was given before, such as a grant or an award."""

    id: str
    organisation: str
    kind: str | None = None
    reference: str | None = None
    date: PartialDate | None = None
    date_info: DateInfo | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class Incident:
    """One thing that was done to people of the case."""

    id: str
    date: PartialDate
    date_info: DateInfo | None = None
    date_to: PartialDate | None = None
    date_to_info: DateInfo | None = None
    persons: list[PersonRef]
    place: str | None = None
    country: CountryCode
    country_name_at_time: str | None = None
    acts: list[ActKind]
    agents: list[Agent]
    agent_text: LongText | None = None
    description: LongText
    linked_to_work: Answer | None = None
    link_text: LongText | None = None
    note: LongText | None = None
