"""Where the events of a timeline stand when it is drawn: lanes without overlap, in units of the caller.

Whatever is later stands lower or further on, so that a drawing is read downwards in the order of time, unless it would
become much taller. Screen and paper draw the same. Time runs from 0 to `width`; whoever draws for a right-to-left
reader turns that round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hrd_desktop.core.dates import Span
from hrd_desktop.core.timeline import KINDS, Event, EventKind

_YEAR, _MONTH = 365.25, 30.4
_TICK_ROOM = 2.5  # lanes: as wide as the name of a month
_TALLER, _FEW = 1.5, 3  # how many more lanes the order of time may take
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True)
class Measure:
    """How large things are: room for a label, height of a lane and of a band's heading, space between things."""

    label: Callable[[Event], float]
    lane: float
    heading: float
    space: float
    least: float
    """The width of what is one day, so that it can be seen and hit."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One event as drawn: from `x` to `end`, of which only `sure_x` to `sure_end` is certain (none if they cross).

    `fades` says that the end is not known. The label stands above the bar from `label_x`; `lane` counts from the top of
    the band, `y` is the top of the lane on the whole drawing.
    """

    event: Event
    x: float
    end: float
    sure_x: float
    sure_end: float
    fades: bool
    label_x: float
    label_end: float
    lane: int = 0
    y: float = 0.0


@dataclass(frozen=True)
class Band:
    """The lanes of one kind."""

    kind: EventKind
    y: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Tick:
    """A line of the scale: the first day of a year, or of a month."""

    x: float
    day: date
    is_year: bool


@dataclass(frozen=True)
class Drawing:
    """A timeline laid out; `today` is where the day of the drawing stands."""

    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    today: float
    width: float
    height: float

    @property
    def marks(self) -> list[Mark]:
        """Every mark, from one end of time to the other."""
        return sorted((mark for band in self.bands for mark in band.marks), key=lambda mark: (mark.x, mark.y))


def lanes(stretches: Sequence[tuple[float, float]], space: float) -> list[int]:
    """A lane for each stretch, in the order in which they come; those of one lane stand apart, the later further on.

    Each stands below all that came before it and reach as far as its beginning, or, where that takes many more lanes,
    in the first that is free.
    """
    free, below = (_lanes(stretches, space, below=below) for below in (False, True))
    return below if max(below, default=0) <= max(free, default=0) * _TALLER + _FEW else free


def _lanes(stretches: Sequence[tuple[float, float]], space: float, *, below: bool) -> list[int]:
    reached: list[float] = []
    found = []
    for start, end in stretches:
        if below:
            lane = next((lane + 1 for lane in reversed(range(len(reached))) if reached[lane] + space > start), 0)
        else:
            lane = next((lane for lane, until in enumerate(reached) if until + space <= start), len(reached))
        reached[lane : lane + 1] = [end]
        found.append(lane)
    return found


def lay_out(found: Iterable[Event], period: Span, on: date, width: float, measure: Measure) -> Drawing:
    """The dated events within a period, given in the order of time, drawn so that it fills `width`.

    What reaches beyond the period is cut.
    """
    total = max((period.last - period.first).days + 1, 1)
    scale = width / total

    def at(day: date) -> float:
        return min(max((day - period.first).days, 0), total) * scale

    bands: list[Band] = []
    y = 0.0
    shown = [event for event in found if event.dated]
    for kind in KINDS:
        placed = [_place(event, on, at, width, measure) for event in shown if event.kind == kind]
        if not placed:
            continue
        rows = lanes([(min(mark.x, mark.label_x), max(mark.end, mark.label_end)) for mark in placed], measure.space)
        top = y + measure.heading
        marks = tuple(
            replace(mark, lane=lane, y=top + lane * measure.lane) for mark, lane in zip(placed, rows, strict=True)
        )
        height = measure.heading + (max(rows) + 1) * measure.lane + measure.space
        bands.append(Band(kind, y, height, marks))
        y += height
    return Drawing(tuple(bands), tuple(ticks(period, scale, at, _TICK_ROOM * measure.lane)), at(on), width, y)


def _place(event: Event, on: date, at: Callable[[date], float], width: float, measure: Measure) -> Mark:
    days = event.extent(on)
    x, end = at(days.first), at(_next(days.last))
    end = min(max(end, x + measure.least), width)
    x = min(x, end - measure.least)
    sure_x = at(event.begins.last) if event.begins is not None else end
    sure_end = at(_next(event.ends.first)) if event.ends is not None else end if event.ongoing else sure_x
    if event.point:
        exact = event.begins is not None and event.begins.exact
        sure_x, sure_end = (x, end) if exact else (end, x)
    fades = not event.ongoing and (event.ends is None or event.begins is None)
    room = min(measure.label(event), width)
    label_x = max(min(x, width - room), 0.0)
    return Mark(event, x, end, max(sure_x, x), min(sure_end, end), fades, label_x, label_x + room)


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def ticks(period: Span, scale: float, at: Callable[[date], float], room: float) -> Iterable[Tick]:
    """The lines of the scale, at least `room` apart where they carry a label: years, and months where they fit."""
    year = scale * _YEAR
    step = next((step for step in _STEPS if year * step >= room), _STEPS[-1])
    months = next((step for step in (1, 3, 6) if scale * _MONTH * step >= room), 0) if step == 1 else 0
    for number in range(period.first.year, period.last.year + 1):
        if number % step == 0 and period.first <= date(number, 1, 1) <= period.last:
            yield Tick(at(date(number, 1, 1)), date(number, 1, 1), True)
        for month in range(1 + months, 13, months) if months else ():
            day = date(number, month, 1)
            if period.first <= day <= period.last:
                yield Tick(at(day), day, False)
