"""Partial dates and ages. A date that is not fully known is a span of days and is never guessed to be one day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from hrd_desktop.core.codes import Calendar, DateSource

FullDate = date
"""A complete day; a name of its own because many objects have a key `date`."""

FIRST_YEAR, LAST_YEAR = 1880, 2100
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class Span:
    """The days a date may fall on, both ends included."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        return self.first == self.last

    def surely_before(self, other: Span | date) -> bool:
        return self.last < (other.first if isinstance(other, Span) else other)

    def possibly_before(self, other: Span | date) -> bool:
        return self.first < (other.last if isinstance(other, Span) else other)

    def surely_after(self, other: Span | date) -> bool:
        return self.first > (other.last if isinstance(other, Span) else other)

    def possibly_after(self, other: Span | date) -> bool:
        return self.last > (other.first if isinstance(other, Span) else other)


@dataclass(frozen=True)
class PartialDate:
    """A Gregorian date known to the year, the month or the day. Raises ValueError for a day that cannot be."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"year outside {FIRST_YEAR} to {LAST_YEAR}")
        if self.month is None and self.day is not None:
            raise ValueError("a day without a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, written: str) -> PartialDate:
        """Read `1994`, `1994-07` or `1994-07-31`; raises ValueError for anything else."""
        match = _WRITTEN.fullmatch(written) if written.isascii() else None
        if match is None:
            raise ValueError("not a date")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def complete(self) -> bool:
        return self.day is not None

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)


@dataclass(kw_only=True)
class DateInfo:
    """The story of a date: original calendar and wording, how sure, and the days it may mean."""

    calendar: Calendar | None = None
    original: str | None = None
    estimated: bool | None = None
    source: DateSource | None = None
    earliest: FullDate | None = None
    latest: FullDate | None = None


def span_of(written: PartialDate | None, info: DateInfo | None = None) -> Span | None:
    """The span every rule uses: `earliest` to `latest` where they are given, else what is written."""
    if written is None:
        return None
    if info is not None and info.earliest is not None and info.latest is not None:
        return Span(info.earliest, info.latest)
    return written.span


def anniversary(day: date, years: int) -> date:
    """The day an age is reached; someone born on 29 February reaches it on 28 February in common years."""
    if (day.month, day.day) == (2, 29) and not calendar.isleap(day.year + years):
        return date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)


def surely_reached(years: int, birth: Span, on: date) -> bool:
    """Whether the age is reached on every reading of the birth date, at the start of the birthday (IA s. 30)."""
    return on >= anniversary(birth.last, years)


def possibly_reached(years: int, birth: Span, on: date) -> bool:
    """Whether the age is reached on at least one reading of the birth date."""
    return on >= anniversary(birth.first, years)


def add_months(day: date, months: int) -> date:
    """The same day so many months later (earlier if negative), or the last day of that month if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def day_before(day: date) -> date:
    return day - timedelta(days=1)
