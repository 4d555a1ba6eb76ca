"""What happened when: every dated row of a case as an event that can be drawn on one line of time.

A date that is not fully known stays a span of days. What is put in the order of time stands by the first day it may
touch, then by the last, then as it was entered; what has no date comes last. Which words an event gets, and how it is
drawn, is not told here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar, get_args

from hrd_desktop.core.background import (
    Act,
    Address,
    Charge,
    Conviction,
    Government,
    History,
    Membership,
    Return,
    Service,
    Travel,
)
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Application, Complaint, HostStatus, InternalMove, JourneyStep
from hrd_desktop.core.dates import PartialDate, Span, add_months, span_of
from hrd_desktop.core.gaps import gaps, month, overlaps
from hrd_desktop.core.identity import Birth, Document, HabitualResidence
from hrd_desktop.core.kin import Union
from hrd_desktop.core.person import Education, Person
from hrd_desktop.core.places import Node, walk
from hrd_desktop.core.steps import Interview, Milestone
from hrd_desktop.core.work import Activity, Incident, Output, PriorSupport

EventKind = Literal["incident", "move", "history", "work", "document", "status", "family", "law", "step"]
KINDS: tuple[EventKind, ...] = get_args(EventKind)
"""What an event is about, in the order in which the kinds stand below each other."""

Shape = Literal["event", "gap", "overlap"]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a place in time.

    `place` is where its entry stands. `begins` and `ends` are the days on which it may have begun and ended: equal
    where it is one point in time, None where that is not known. `aspect` names the date where an entry has several of
    equal weight (`issued_on`). A gap or overlap has no entry of its own: the place of a gap is the table, that of an
    overlap one of its rows, and the row of both is the person.
    """

    place: str
    kind: EventKind
    row: Any
    persons: tuple[str, ...]
    begins: Span | None
    ends: Span | None
    ongoing: bool = False
    aspect: str = ""
    shape: Shape = "event"

    @property
    def dated(self) -> bool:
        return self.begins is not None or self.ends is not None

    @property
    def point(self) -> bool:
        """Whether it is one moment, however vaguely known."""
        return self.begins is not None and self.begins == self.ends

    def extent(self, on: date) -> Span:
        """From the first to the last day it may touch; what lasts is drawn up to `on`, or to its start if later."""
        known = [days for days in (self.begins, self.ends) if days is not None]
        if not known:
            raise ValueError("an event without a date has no extent")
        last = known[-1].last
        return Span(known[0].first, max(last, on) if self.ongoing else last)


@dataclass(frozen=True)
class _Source:
    """How objects of one class become events: which field begins it and which ends it (none: a point in time)."""

    kind: EventKind
    begin: str
    end: str = ""
    aspect: bool = False


_STAY = ("start", "end")
_SOURCES: Mapping[type, tuple[_Source, ...]] = {
    Incident: (_Source("incident", "date", "date_to"),),
    Address: (_Source("move", *_STAY),),
    JourneyStep: (_Source("move", "date"),),
    InternalMove: (_Source("move", *_STAY),),
    Return: (_Source("move", "entered_on", "left_on"),),
    Travel: (_Source("move", *_STAY),),
    HabitualResidence: (_Source("move", *_STAY),),
    History: (_Source("history", *_STAY),),
    Education: (_Source("history", *_STAY),),
    Membership: (_Source("history", *_STAY),),
    Government: (_Source("history", *_STAY),),
    Service: (_Source("history", *_STAY),),
    Activity: (_Source("work", *_STAY),),
    Output: (_Source("work", "date"),),
    Document: (_Source("document", "issued_on", aspect=True), _Source("document", "expires_on", aspect=True)),
    HostStatus: (_Source("status", *_STAY),),
    Application: (_Source("status", "filed_on", aspect=True), _Source("status", "decided_on", aspect=True)),
    Birth: (_Source("family", "date"),),
    Union: (_Source("family", *_STAY),),
    Complaint: (_Source("law", "date"),),
    Charge: (_Source("law", "date"),),
    Conviction: (_Source("law", "date"),),
    Act: (_Source("law", "date"),),
    Milestone: (_Source("step", "date"),),
    Interview: (_Source("step", "date"),),
}
_NEVER_DRAWN: Mapping[type, tuple[str, str]] = {PriorSupport: ("date", "date")}
"""Rows with a date that are told in order without being an event of a timeline: first and last date."""
_OPTIONAL_END = frozenset({Incident})
"""Where no end means a single day, not an end that is unknown."""
_LASTING = frozenset({HostStatus, Union})
"""Where no end means that it still stands."""


def events(case: Case) -> list[Event]:
    """Every event of the case in the order of time; of one day and kind as they were entered."""
    found = [event for node in walk(case) for event in _of(case, node)]
    return sorted(found, key=_order)


def holes(case: Case, asked: Mapping[str, range], on: date) -> list[Event]:
    """What is missing or told twice in the addresses and the history of each person who is asked for these months."""
    found: list[Event] = []
    for person in case.persons:
        months = asked.get(person.id, range(0))
        found += _holes(person, "addresses", "move", person.addresses, months, on)
        found += _holes(person, "history", "history", person.history, months, on)
    return sorted(found, key=_order)


def whole_story(case: Case, asked: Mapping[str, range], on: date) -> list[Event]:
    """Every event, gap and overlap of the case in one order."""
    return sorted([*events(case), *holes(case, asked, on)], key=_order)


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows of one table of the case in the order of time; those without a date last."""
    return sorted(rows, key=_row_order)


def about(found: Iterable[Event], kinds: Iterable[str], person: str | None) -> Iterator[Event]:
    """The events of these kinds that concern a person; what concerns the case as a whole concerns everybody."""
    wanted = frozenset(kinds)
    return (
        event
        for event in found
        if event.kind in wanted and (person is None or not event.persons or person in event.persons)
    )


def within(found: Iterable[Event], period: Span, on: date) -> Iterator[Event]:
    """The dated events that may touch a period."""
    for event in found:
        if event.dated:
            days = event.extent(on)
            if days.first <= period.last and days.last >= period.first:
                yield event


def _of(case: Case, node: Node) -> Iterator[Event]:
    row = node.value
    for source in _SOURCES.get(type(row), ()):
        begins = _days(row, source.begin)
        ends = _days(row, source.end) if source.end else begins
        if source.aspect and begins is None:
            continue  # a paper that never expires has no day to draw
        if type(row) in _OPTIONAL_END and ends is None:
            ends = begins
        lasts = _lasts(row, begins, ends)
        place = f"{node.place}.{source.begin}" if source.aspect or node.index is None else node.place
        yield Event(
            place, source.kind, row, _persons(case, node), begins, ends, lasts, source.begin if source.aspect else ""
        )


def _lasts(row: Any, begins: Span | None, ends: Span | None) -> bool:
    """Whether a row goes on to this day; a status or union without an end may still stand."""
    if type(row) in _LASTING and ends is None and (not isinstance(row, Union) or row.status == "in_force"):
        return begins is not None
    return bool(getattr(row, "ongoing", None))


def _days(row: Any, field: str) -> Span | None:
    written = getattr(row, field)
    if isinstance(written, PartialDate):
        return span_of(written, getattr(row, f"{field}_info", None))
    return Span(written, written) if isinstance(written, date) else None


def _persons(case: Case, node: Node) -> tuple[str, ...]:
    """Whom an event is about; empty for what concerns the case as a whole."""
    row, owner = node.value, node.owner
    if isinstance(owner, Person):
        return (owner.id,)
    if isinstance(row, Union):
        return (row.partner_a,) if row.partner_b is None else (row.partner_a, row.partner_b)
    if isinstance(row, Activity | Output | InternalMove | Complaint):
        return (case.principal,)
    one = getattr(row, "person", None)
    return (one,) if one is not None else tuple(getattr(row, "persons", ()))


def _holes(person: Person, table: str, kind: EventKind, rows: Any, asked: range, on: date) -> Iterator[Event]:
    place, who = f"{person.id}.{table}", (person.id,)
    for months in gaps(rows, asked):
        first, last = month(months[0]).first, month(months[-1]).last
        yield Event(place, kind, person, who, Span(first, first), Span(last, last), shape="gap")
    for overlap in overlaps(rows, on):
        first, last = overlap.days.first, overlap.days.last
        yield Event(overlap.rows[-1], kind, person, who, Span(first, first), Span(last, last), shape="overlap")


def _order(event: Event) -> tuple[bool, date, date, int]:
    days = event.extent(date.max) if event.dated else None
    return *_days_in_order(days), KINDS.index(event.kind)


def _row_order(row: Any) -> tuple[bool, date, date]:
    sources = _SOURCES.get(type(row), ())
    begin, end = _NEVER_DRAWN.get(type(row)) or (sources[0].begin, sources[-1].end or sources[-1].begin)
    begins, ends = _days(row, begin), _days(row, end)
    days = [one for one in (begins, ends) if one is not None]
    if not days:
        return _days_in_order(None)
    return _days_in_order(Span(days[0].first, date.max if _lasts(row, begins, ends) else days[-1].last))


def _days_in_order(days: Span | None) -> tuple[bool, date, date]:
    return (True, date.max, date.max) if days is None else (False, days.first, days.last)


def last_years(years: int, on: date) -> Span:
    """The period from so many years ago to whatever lies ahead."""
    return Span(add_months(on, -12 * years), date.max)


def whole(found: Iterable[Event], on: date) -> Span:
    """The days from the first to the last event, and `on` among them."""
    days = [event.extent(on) for event in found if event.dated]
    return Span(min([on, *(one.first for one in days)]), max([on, *(one.last for one in days)]))
