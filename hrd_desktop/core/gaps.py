"""Months of a table of rows in time: which of them nothing is told of, and which are told of twice.

Months are numbers that rise by one (`month_number`), so that a run of months is a `range`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol

from hrd_desktop.core.dates import DateInfo, PartialDate, Span, add_months, anniversary, span_of

_MONTHS = 12


class Row(Protocol):
    """A stretch of history or a stay at an address."""

    @property
    def id(self) -> str: ...
    @property
    def start(self) -> PartialDate: ...
    @property
    def start_info(self) -> DateInfo | None: ...
    @property
    def end(self) -> PartialDate | None: ...
    @property
    def end_info(self) -> DateInfo | None: ...
    @property
    def ongoing(self) -> bool | None: ...


@dataclass(frozen=True)
class Overlap:
    """Days that two rows or more surely cover, and the ids of those rows."""

    days: Span
    rows: tuple[str, ...]


def month_number(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def month(number: int) -> PartialDate:
    """The month of a number."""
    year, rest = divmod(number, _MONTHS)
    return PartialDate(year, rest + 1)


def asked_months(born: date, signing: date, on: date, *, adult: int, years: int) -> range:
    """The months that must be told of: since `adult` years of age, `years` before the signing at most, until now.

    `born` is the earliest reading of the birth date. Empty for somebody who is not that old yet.
    """
    since = max(anniversary(born, adult), add_months(signing, -years * _MONTHS))
    return range(month_number(since), month_number(min(on, signing)) + 1)


def gaps(told: Iterable[Row], asked: range) -> list[range]:
    """The runs of months of the window that no row covers, in order of time."""
    covered = {month for row in told for month in _covered(row, asked)}
    found: list[range] = []
    for one in asked:
        if one in covered:
            continue
        if found and found[-1].stop == one:
            found[-1] = range(found[-1].start, one + 1)
        else:
            found.append(range(one, one + 1))
    return found


def overlaps(told: Iterable[Row], on: date) -> list[Overlap]:
    """Where two rows or more stand at once on every reading of their dates, in order of time.

    A row that lasts is counted up to the day `on`; one whose end is not known is not counted.
    """
    stays = [(days, row.id) for row in told if (days := _surely(row, on)) is not None]
    edges = sorted({edge for days, _ in stays for edge in (days.first, days.last)})
    found: list[Overlap] = []
    for first, last in pairwise(edges):
        rows = tuple(row for days, row in stays if days.first <= first and last <= days.last)
        if len(rows) < 2:
            continue
        if found and found[-1].days.last == first:
            before = found.pop()
            rows = tuple(dict.fromkeys((*before.rows, *rows)))
            first = before.days.first
        found.append(Overlap(Span(first, last), rows))
    return found


def _covered(row: Row, asked: range) -> range:
    """The months of the window a row covers; one whose end is not known covers the months of its start alone."""
    start = span_of(row.start, row.start_info)
    assert start is not None  # a row in time has a start
    end = span_of(row.end, row.end_info) or start
    stop = asked.stop if row.ongoing else min(month_number(end.last) + 1, asked.stop)
    return range(max(month_number(start.first), asked.start), stop)


def _surely(row: Row, on: date) -> Span | None:
    """The days a row covers whatever its dates mean; None where that is not a single day more than a month's end."""
    start = span_of(row.start, row.start_info)
    end = span_of(row.end, row.end_info)
    assert start is not None
    last = on if row.ongoing else end.first if end is not None else None
    return Span(start.last, last) if last is not None and start.last < last else None
