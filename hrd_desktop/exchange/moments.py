"""Points in time as they come from elsewhere: only such as every part of the program can reckon with and show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypeVar

_D = TypeVar("_D", bound=date)

_FIRST_YEAR, _LAST_YEAR = 1900, 2999
"""A clock may be wrong; but near the first and the last day there are, no other time zone and no deadline exists."""


def moment_of(text: str, form: str) -> datetime:
    """A point in time in UTC. Raises ValueError, TypeError."""
    return _checked(datetime.strptime(text, form).replace(tzinfo=UTC))


def day_of(text: str) -> date:
    """A day as `YYYY-MM-DD`. Raises ValueError, TypeError."""
    return _checked(date.fromisoformat(text))


def _checked(value: _D) -> _D:
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise ValueError("a year that is none of ours")
    return value
