"""Dates of other calendars: what days they may mean, and how they are written. Home of convertdate.

A date is known to the year, the month or the day in its own calendar (`Said`). The Gregorian days it covers are a
`Span`, never one guessed day. The lunar Hijri month begins with a sighting of the moon; the tabular calendar used here
may differ from what was announced by a day, so a day or a month is widened by one day on each side. A year is given as
the table has it, as in the example of the case format.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal

from convertdate import gregorian, hebrew, islamic, persian

from hrd_desktop.core.codes import Calendar
from hrd_desktop.core.dates import FIRST_YEAR, LAST_YEAR, DateInfo, PartialDate, Span, span_of
from hrd_desktop.wording.names import locale
from hrd_desktop.wording.tables import entry, spoken, table

COMPUTED: Final[tuple[Calendar, ...]] = ("hijri", "solar_hijri", "ethiopian", "hebrew", "thai_buddhist", "minguo")
"""Calendars whose days the program works out."""
BY_HAND: Final[tuple[Calendar, ...]] = ("nepali", "other")
"""Calendars of which only the wording is kept; somebody who knows enters the Gregorian days."""

_DAY = timedelta(days=1)
_WRITTEN = re.compile(r"(?:(\d{1,2})\s+)?(?:(\D.*?)\s+)?(\d{1,4})")
_NUMBERS = re.compile(r"(\d{1,4})[-/](\d{1,2})(?:[-/](\d{1,2}))?")
_LANGS = ("en", "fr")


@dataclass(frozen=True)
class Said:
    """A date in its own calendar, known to the year, the month or the day; not yet known to exist."""

    year: int
    month: int | None = None
    day: int | None = None


class NotADate(ValueError):
    """What was said is no date of its calendar; `why` is year, month, day, needs_month or too_far."""

    def __init__(self, why: Literal["year", "month", "day", "needs_month", "too_far"]) -> None:
        super().__init__(why)
        self.why = why


def days_of(calendar: Calendar, said: Said) -> Span:
    """The Gregorian days that a date of a computed calendar may mean. Raises NotADate."""
    if said.day is not None and said.month is None:
        raise NotADate("needs_month")
    span = _table_days(calendar, said)
    if calendar == "hijri" and said.month is not None:
        span = Span(span.first - _DAY, span.last + _DAY)
    if span.first.year < FIRST_YEAR or span.last.year > LAST_YEAR:
        raise NotADate("too_far")
    return span


def recorded(calendar: Calendar, said: Said, lang: str) -> tuple[PartialDate, DateInfo]:
    """What the case keeps of a date said in a computed calendar: the short Gregorian form, and its story.

    The short form is the beginning of what was said, as precise as it was said: Hijri 1411 is `1990`, from 24 July 1990
    to 12 July 1991. Raises NotADate.
    """
    span = days_of(calendar, said)
    first = _table_days(calendar, said).first
    short = PartialDate(first.year, first.month if said.month else None, first.day if said.day else None)
    info = DateInfo(calendar=calendar, original=written(calendar, said, lang))
    if span != short.span:
        info.earliest, info.latest = span.first, span.last
    return short, info


def said_of(date: PartialDate | None, info: DateInfo | None) -> Said | None:
    """A recorded date again in its own calendar; None where neither its days nor its wording tell it."""
    if info is None or info.calendar not in COMPUTED:
        return None
    span = span_of(date, info)
    return (span and _from_days(info.calendar, span)) or _from_words(info.calendar, info.original or "")


def written(calendar: Calendar, said: Said, lang: str) -> str:
    """`1411`, `Ramadan 1411`, `3 Ramadan 1411`."""
    month = dict(months(calendar, lang)).get(said.month or 0)
    return " ".join(str(part) for part in (said.day, month, said.year) if part)


def months(calendar: Calendar, lang: str) -> list[tuple[int, str]]:
    """The months of a calendar by number, in the order of its year."""
    if calendar in ("gregorian", "thai_buddhist", "minguo", *BY_HAND):
        names = locale(lang).months["stand-alone"]["wide"]
        return [(number, str(names[number])) for number in range(1, 13)]
    return [
        (int(number), spoken(found, lang)) for number, found in entry(table("calendars"), "months", calendar).items()
    ]


def numbered(calendar: Calendar) -> bool:
    """Whether people also write a month of this calendar as a number that everybody counts alike."""
    return calendar != "hebrew"


# The days of a year, calendar by calendar


def _table_days(calendar: Calendar, said: Said) -> Span:
    least, greatest = _YEARS[calendar]
    if not least <= said.year <= greatest:
        raise NotADate("year")
    starts = _STARTS[calendar](said.year)
    if said.month is None:
        return Span(min(starts.values()), min(_STARTS[calendar](said.year + 1).values()) - _DAY)
    if said.month not in starts:
        raise NotADate("month")
    first = starts[said.month]
    later = [start for start in starts.values() if start > first]
    following = min(later) if later else _table_days(calendar, Said(said.year)).last + _DAY
    if said.day is None:
        return Span(first, following - _DAY)
    day = first + (said.day - 1) * _DAY
    if said.day < 1 or day >= following:
        raise NotADate("day")
    return Span(day, day)


def _hijri(year: int) -> dict[int, date]:
    return {month: date(*islamic.to_gregorian(year, month, 1)) for month in range(1, 13)}


@cache
def _solar_hijri(year: int) -> dict[int, date]:
    # The year begins at the equinox. Asked for its first day, the library works out those of the years around it too.
    first = date(*gregorian.from_jd(persian.equinox_jd(year + 621) + 0.5))
    return {m: first + timedelta(days=31 * min(m - 1, 6) + 30 * max(m - 7, 0)) for m in range(1, 13)}


def _ethiopian(year: int) -> dict[int, date]:
    first = date.fromordinal(_MESKEREM + 365 * (year - 1) + year // 4)
    return {month: first + timedelta(days=30 * (month - 1)) for month in range(1, 14)}


def _hebrew(year: int) -> dict[int, date]:
    day = date(*hebrew.to_gregorian(year, hebrew.TISHRI, 1))
    starts = {}
    for month, theirs in enumerate(_HEBREW_MONTHS, start=1):
        if theirs == hebrew.VEADAR and not hebrew.leap(year):
            continue
        starts[month] = day
        day += timedelta(days=hebrew.month_length(year, theirs))
    return starts


def _thai_buddhist(year: int) -> dict[int, date]:
    # Until 1940 the year began on 1 April; the year 2483 had nine months.
    common = year - 543
    later = {month: date(common, month, 1) for month in range(4, 13)}
    if year == _THAI_SHORT_YEAR:
        return later
    return {month: date(common + (year < _THAI_SHORT_YEAR), month, 1) for month in (1, 2, 3)} | later


def _minguo(year: int) -> dict[int, date]:
    return {month: date(year + 1911, month, 1) for month in range(1, 13)}


_HEBREW_MONTHS = (*range(hebrew.TISHRI, hebrew.VEADAR + 1), *range(hebrew.NISAN, hebrew.TISHRI))
_MESKEREM = date(2023, 9, 12).toordinal() - 365 * 2015 - 2016 // 4
_THAI_SHORT_YEAR = 2483

_STARTS: dict[str, Callable[[int], dict[int, date]]] = {
    "hijri": _hijri,
    "solar_hijri": _solar_hijri,
    "ethiopian": _ethiopian,
    "hebrew": _hebrew,
    "thai_buddhist": _thai_buddhist,
    "minguo": _minguo,
}
"""The first day of each month of a year; a month that the year does not have is left out."""
_YEARS: dict[str, tuple[int, int]] = {
    "hijri": (1297, 1524),
    "solar_hijri": (1258, 1479),
    "ethiopian": (1872, 2093),
    "hebrew": (5640, 5861),
    "thai_buddhist": (2432, 2643),
    "minguo": (1, 189),
}
"""The years whose first and last day the case format can hold; the Thai year of twelve solar months began in 2432."""


# And back


def _from_days(calendar: Calendar, span: Span) -> Said | None:
    """The year, month or day that means exactly these days."""
    for anchor in (span.first, span.first + _DAY):
        year = _year_of(calendar, anchor)
        starts = _STARTS[calendar](year)
        begun = [month for month, start in starts.items() if start <= anchor]
        if not begun:
            continue
        month = max(begun, key=lambda month: starts[month])
        day = (anchor - starts[month]).days + 1
        for said in (Said(year), Said(year, month), Said(year, month, day)):
            if _is(calendar, said, span):
                return said
    return None


def _year_of(calendar: Calendar, day: date) -> int:
    """The year in which a day lies; the first or last one known for days beyond them."""
    low, high = _YEARS[calendar]
    first, last = _begins(calendar, low), _begins(calendar, high)
    # The years are nearly of one length: the guess is the year or the one beside it.
    guess = min(max(low + (day - first).days * (high - low) // (last - first).days, low), high)
    while guess < high and _begins(calendar, guess + 1) <= day:
        guess += 1
    while guess > low and _begins(calendar, guess) > day:
        guess -= 1
    return guess


@cache
def _begins(calendar: Calendar, year: int) -> date:
    return min(_STARTS[calendar](year).values())


def _is(calendar: Calendar, said: Said, span: Span) -> bool:
    try:
        return days_of(calendar, said) == span
    except NotADate:
        return False


def _from_words(calendar: Calendar, text: str) -> Said | None:
    """A date from its wording, where that is as people write it here: `1411`, `3 Ramadan 1411`, `1411/9/3`."""
    text = " ".join(text.split())
    if (numbers := _NUMBERS.fullmatch(text)) is not None and numbered(calendar):
        year, month, day = (int(part) if part else None for part in numbers.groups())
        said = Said(year or 0, month, day)
    elif (words := _WRITTEN.fullmatch(text)) is not None:
        found = _month_called(calendar, words[2]) if words[2] else None
        if words[2] and found is None:
            return None
        said = Said(int(words[3]), found, int(words[1]) if words[1] else None)
    else:
        return None
    try:
        days_of(calendar, said)
    except NotADate:
        return None
    return said


def _month_called(calendar: Calendar, name: str) -> int | None:
    """The month of this name in either language; also by one of two names it goes by."""
    wanted = name.casefold()
    for lang in _LANGS:
        for number, label in months(calendar, lang):
            if wanted in {label.casefold(), *label.casefold().rstrip(")").split(" (")}:
                return number
    return None
