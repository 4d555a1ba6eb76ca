"""What an assessment says: results, severities, reasons, alerts, requirements, routes, and what to ask next.

Parts, derivations and item results are made by the hundred for each case, so they have slots and are not frozen, which
would cost a fifth of the time; nobody changes them all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hrd_desktop.checklists.message import Message
from hrd_desktop.core.codes import Result

Severity = Literal["BLOCK", "DIVERT", "LAWYER", "WARN", "INFO"]
Headline = Literal["READY", "READY_WITH_WARNINGS", "HOLD_INFO", "HOLD_LAWYER", "BLOCKED", "DIVERT"]
Source = Literal["derived", "staff", "exempt"]
Audience = Literal["staff", "lawyer"]

CLEAR: frozenset[Result] = frozenset({"MET", "EXEMPT", "NOT_APPLICABLE"})
"""Results that ask for nothing; they never have a severity."""


@dataclass(slots=True)
class Part:
    """A sub-result: of one country, or of one reading of a child's plan with its lock-in day (None if not recorded)."""

    key: str
    result: Result
    rows: tuple[str, ...] = ()
    lock_in: date | None = None


@dataclass(slots=True)
class Derived:
    """What the facts alone give for one row.

    `severity` only where it is not the one of the item; `citation` names one of the item's citations, for items that
    have several; `rows` are what decided (row ids or places), `places` the inputs that are absent or not settled.
    """

    result: Result
    why: Message
    rows: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    severity: Severity | None = None
    citation: str = "main"


@dataclass(slots=True)
class ItemResult:
    """One row of an assessment: what stands now, what the facts alone gave, and who decided otherwise.

    `why` is the reason the facts gave; `decided` says what staff, a legal review or a supervisor made of it.
    `places` are the inputs that are absent or not settled; `staff_may` the results a staff answer may give now.
    `ignored_answer` and `outdated_review` are ids of entries that were meant to decide but do not.
    """

    id: str
    person: str | None
    result: Result
    severity: Severity | None
    citation: str
    why: Message
    source: Source
    derived_result: Result
    derived_severity: Severity | None
    rows: tuple[str, ...]
    evidence: tuple[str, ...]
    parts: tuple[Part, ...]
    staff_answer: str | None
    review: str | None
    override: str | None
    places: tuple[str, ...]
    staff_may: tuple[Result, ...]
    question: Message
    decided: tuple[Message, ...] = ()
    ignored_answer: str | None = None
    outdated_review: str | None = None

    @property
    def clear(self) -> bool:
        return self.result in CLEAR


@dataclass(frozen=True)
class Alert:
    """A day to keep in mind or a thing to look at; `date` and `days_left` are None where there is no day."""

    kind: str
    person: str | None
    date: date | None
    days_left: int | None
    audience: Audience
    citation: str | None
    rows: tuple[str, ...]
    text: Message


@dataclass(frozen=True)
class Spaces:
    """Persons counted by plan: places used, family who may come later, people with their own linked case."""

    accompanying: int = 0
    possible_later: int = 0
    linked: int = 0


@dataclass(frozen=True)
class Requirements:
    """Who has to fill, sign or undergo what; ids of persons in the order of the file."""

    imm0008: tuple[str, ...] = ()
    schedule2: tuple[str, ...] = ()
    imm5669: tuple[str, ...] = ()
    imm5476: tuple[str, ...] = ()
    imm5590: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    biometrics: tuple[str, ...] = ()
    biometrics_unclear: tuple[str, ...] = ()
    medical: tuple[str, ...] = ()
    medical_exempt_now: tuple[str, ...] = ()
    custody_papers: tuple[str, ...] = ()
    best_interests: tuple[str, ...] = ()


@dataclass(frozen=True)
class Route:
    """Another way that fits these facts; `main` when this stream is not the way."""

    id: str
    role: Literal["main", "note"]
    citation: str | None
    text: Message


@dataclass(frozen=True)
class Question:
    """One thing to ask next time, and the places its answer goes to."""

    item: str | None
    person: str | None
    severity: Severity | None
    places: tuple[str, ...]
    question: Message


@dataclass(frozen=True)
class Assessment:
    """What the file of one case shows on one day under one rule pack."""

    case_code: str
    on: date
    pack_id: str
    pack_version: str
    pack_date: date
    headline: Headline
    spaces: Spaces
    items: tuple[ItemResult, ...]
    alerts: tuple[Alert, ...]
    requirements: Requirements
    routes: tuple[Route, ...]
    ask_next: tuple[Question, ...]
