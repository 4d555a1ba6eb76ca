"""What staff decide and note about a case: answers, reviews, overrides, journal, tasks."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.codes import Capacity, HowKnown, Result, ReviewOutcome
from hrd_desktop.core.dates import FullDate
from hrd_desktop.core.kinds import EvidenceRef, ItemId, LongText, PersonRef


@dataclass(kw_only=True)
class JournalEntry:
    """A dated note of staff."""

    id: str
    on: FullDate
    by: str | None = None
    text: LongText
    note: LongText | None = None


@dataclass(kw_only=True)
class KnownBy:
    """How a single field is known."""

    id: str
    at: str
    how_known: HowKnown
    on: FullDate | None = None
    by: str | None = None
    ask_again: bool | None = None
    evidence: list[EvidenceRef] = field(default_factory=list)
    note: LongText | None = None


@dataclass(kw_only=True)
class Override:
    """A decision of a supervisor to let a blocking item pass as a warning."""

    id: str
    item: ItemId
    person: PersonRef | None = None
    reason: LongText
    decided_on: FullDate
    decided_by: str
    note: LongText | None = None


@dataclass(kw_only=True)
class Review:
    """A legal review of one item by a qualified person."""

    id: str
    item: ItemId
    person: PersonRef | None = None
    reviewer: str
    capacity: Capacity
    licence: str | None = None
    reviewed_on: FullDate
    outcome: ReviewOutcome
    rows: list[str] = field(default_factory=list)
    facts_digest: str | None = None
    note: LongText | None = None


@dataclass(kw_only=True)
class StaffAnswer:
    """An answer that staff gave to one item."""

    id: str
    item: ItemId
    person: PersonRef | None = None
    result: Result
    reason: LongText
    how_known: HowKnown
    answered_on: FullDate
    answered_by: str
    note: LongText | None = None


@dataclass(kw_only=True)
class Task:
    """Something to do, with its day."""

    id: str
    text: LongText
    due_on: FullDate | None = None
    done_on: FullDate | None = None
    person: PersonRef | None = None
    note: LongText | None = None
