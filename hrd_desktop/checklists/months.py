"""D-HIST and D-ADDR: the last ten years, or the years since 18, month by month and without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from hrd_desktop.checklists.facts import Facts, span
from hrd_desktop.checklists.message import Stretch
from hrd_desktop.checklists.results import Derived, Severity
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.dates import DateInfo, PartialDate, Span, add_months, anniversary, span_of
from hrd_desktop.core.person import Person

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


def window(facts: Facts, person: Person) -> range:
    """The months that must be told of: since 18 by the earliest reading, ten years at most, until now or the signing.

    Months are numbers that rise by one; the range is empty for somebody who is not 18 yet.
    """
    constants, signing = facts.constants, facts.signing_day
    grown = anniversary(facts.born(person).first, constants.adult_age)
    since = max(grown, add_months(signing, -constants.history_years * _MONTHS))
    until = min(facts.on, signing)
    return range(since.year * _MONTHS + since.month - 1, until.year * _MONTHS + until.month)


def gaps(told: Iterable[Row], asked: range) -> list[range]:
    """The runs of months of the window that no row covers, in order of time."""
    covered = {month for row in told for month in _covered(row, asked)}
    found: list[range] = []
    for month in asked:
        if month in covered:
            continue
        if found and found[-1].stop == month:
            found[-1] = range(found[-1].start, month + 1)
        else:
            found.append(range(month, month + 1))
    return found


def _covered(row: Row, asked: range) -> range:
    """The months of the window a row covers; one whose end is not known covers the months of its start alone."""
    start = span(row.start, row.start_info)
    end = span_of(row.end, row.end_info) or start
    first, last = _months(Span(start.first, end.last))
    stop = asked.stop if row.ongoing else min(last + 1, asked.stop)
    return range(max(first, asked.start), stop)


def _months(days: Span) -> tuple[int, int]:
    first, last = days.first, days.last
    return first.year * _MONTHS + first.month - 1, last.year * _MONTHS + last.month - 1


def _month(number: int) -> PartialDate:
    year, month = divmod(number, _MONTHS)
    return PartialDate(year, month + 1)


def _stretch(months: range) -> Stretch:
    return Stretch(_month(months[0]), _month(months[-1]))


REASONS = {"no_window": "age", "whole": "months", "gaps": "months gaps", "nothing": "months"}


def _judge(item: str, key: str, told: Sequence[Row], facts: Facts, person: Person) -> Derived:
    asked = window(facts, person)
    counted = tuple(row.id for row in told)
    if not asked:
        why = because(item, "no_window", age=facts.constants.adult_age)
        return Derived("MET", why, counted or (f"{person.id}.birth.date",))
    missing = gaps(told, asked)
    longest = max((len(run) for run in missing), default=0)
    if longest < facts.constants.gap_warn_months:
        return Derived("MET", because(item, "whole", months=_stretch(asked)), counted)
    if told:
        why = because(item, "gaps", months=_stretch(asked), gaps=tuple(_stretch(run) for run in missing))
    else:
        why = because(item, "nothing", months=_stretch(asked))
    place = (f"{person.id}.{key}",)
    return Derived("UNCLEAR", why, counted or place, places=place, severity=_weight(longest, facts, person))


def _weight(longest: int, facts: Facts, person: Person) -> Severity:
    holds = longest > facts.constants.gap_block_over_months and person.plan == "accompanying"
    return "BLOCK" if holds else "WARN"


def d_hist(facts: Facts, person: Person) -> Derived:
    """Personal history without a month left out."""
    return _judge("D-HIST", "history", person.history, facts, person)


def d_addr(facts: Facts, person: Person) -> Derived:
    """Addresses without a month left out."""
    return _judge("D-ADDR", "addresses", person.addresses, facts, person)
