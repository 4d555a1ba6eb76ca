"""Which backups are kept: twelve by the hour, seven by the day, eight by the week, twelve by the month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

HOURS, DAYS, WEEKS, MONTHS = 12, 7, 8, 12

_RULES: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (HOURS, lambda at: (at.year, at.month, at.day, at.hour)),
    (DAYS, lambda at: (at.year, at.month, at.day)),
    (WEEKS, lambda at: at.isocalendar()[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)


def kept(times: Iterable[datetime], now: datetime, *, share: int = 1) -> frozenset[datetime]:
    """Those of the times whose backups stay: of the last twelve hours in which there was one the newest of each hour,
    and so on. Hours and days are those of UTC.

    A time after `now` was written by a clock that went ahead. Those are judged among themselves: they take nobody's
    place, and the newest until now stays whatever they say. With a `share` of 2 half as many of each stay, and so on,
    one at least.
    """
    every = {at.astimezone(UTC) for at in times}
    past = {at for at in every if at <= now}
    return frozenset(_newest(past, share) | _newest(every - past, share))


def _newest(times: set[datetime], share: int) -> set[datetime]:
    stay: set[datetime] = set()
    falling = sorted(times, reverse=True)
    for many, slot in _RULES:
        seen: set[tuple[int, ...]] = set()
        for at in falling:
            if len(seen) == max(1, many // share):
                break
            if slot(at) not in seen:
                seen.add(slot(at))
                stay.add(at)
    return stay
