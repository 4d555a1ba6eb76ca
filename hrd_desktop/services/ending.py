"""The end of a case: closing it with a day until which it is kept, reopening it, and what to do when the day comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hrd_desktop.core.codes import Stage
from hrd_desktop.core.dates import LAST_YEAR, add_months
from hrd_desktop.core.edit import Change, SetValue
from hrd_desktop.errors import AlreadyClosed, ClosedTooEarly, KeptTooShort, NotClosed
from hrd_desktop.store import cases as stored
from hrd_desktop.store import edits, history, record, retention
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.retention import Due

__all__ = [
    "YEARS",
    "Due",
    "Standing",
    "after",
    "check_until",
    "close",
    "closed",
    "closing",
    "due",
    "keep_until",
    "reopen",
    "reopened",
    "reopening",
    "standing",
]

YEARS = (1, 3, 7)
"""What is offered to choose from. No law says any of them: each organisation has its own rule."""

_AFTER_REOPENING: Stage = "building"


@dataclass(frozen=True)
class Standing:
    """How far a case is from its end. `before` is the stage from which it was closed, to which reopening leads."""

    code: str
    alias: str | None
    stage: Stage
    opened_on: date
    closed_on: date | None
    until: date | None
    before: Stage

    @property
    def closed(self) -> bool:
        return self.stage == "closed"


def after(on: date, years: int) -> date:
    """So many years after a day, within the years of the format."""
    return min(add_months(on, 12 * years), date(LAST_YEAR, 12, 31))


def standing(file: CaseFile, code: str) -> Standing:
    """How a case stands. Raises UnknownCase."""
    with file.session() as session:
        case = stored.load_many(session, [code], kinds=frozenset())[0]
        told = history.entries(session, code, "case.stage")
        until = retention.until(session, code)
    left = next((entry.before for entry in told if entry.after == "closed" and entry.before), None)
    before = left if case.stage == "closed" else case.stage
    return Standing(code, case.alias, case.stage, case.opened_on, case.closed_on, until, before or _AFTER_REOPENING)


def closing(found: Standing, on: date, until: date) -> list[Change]:
    """The changes that close a case on a day. Raises AlreadyClosed, ClosedTooEarly, KeptTooShort."""
    if found.closed:
        raise AlreadyClosed(code=found.code)
    if on < found.opened_on:
        raise ClosedTooEarly(on=on.isoformat(), opened=found.opened_on.isoformat())
    check_until(on, until)
    return [SetValue("case.stage", "closed"), SetValue("case.closed_on", on)]


def reopening(found: Standing, stage: Stage | None = None) -> list[Change]:
    """The changes that open a closed case again, at the stage from which it was closed. Raises NotClosed."""
    if not found.closed:
        raise NotClosed(code=found.code)
    to = stage or found.before
    return [SetValue("case.stage", to), *([SetValue("case.closed_on", None)] if found.closed_on else [])]


def close(file: CaseFile, code: str, *, on: date, until: date, at: datetime, by: str = "") -> datetime:
    """Close a case and keep it until a day. Nothing is erased when that day comes: somebody is asked. Returns `at`.

    Raises UnknownCase, AlreadyClosed, ClosedTooEarly, KeptTooShort.
    """
    changes = closing(standing(file, code), on, until)
    with file.session() as session:
        edits.apply(session, code, changes, at=at, by=by)
        _keep(session, "close", code, until, at, by)
    return at


def closed(file: CaseFile, code: str, until: date, *, at: datetime, by: str = "") -> datetime:
    """The same for a case that was closed just now by changes of its own (`closing`), as the window does it."""
    with file.session() as session:
        _keep(session, "close", code, until, at, by)
    return at


def reopen(file: CaseFile, code: str, *, stage: Stage | None = None, at: datetime, by: str = "") -> datetime:
    """Open a closed case again; the day until which it was kept is forgotten. Returns `at`.

    Raises UnknownCase, NotClosed.
    """
    changes = reopening(standing(file, code), stage)
    with file.session() as session:
        edits.apply(session, code, changes, at=at, by=by)
    return reopened(file, code, at=at, by=by)


def reopened(file: CaseFile, code: str, *, at: datetime, by: str = "") -> datetime:
    """The same for a case that was opened just now by changes of its own (`reopening`), as the window does it."""
    with file.session() as session:
        retention.drop(session, code)
        record.note(session, "reopen", at=at, by=by, code=code)
    return at


def keep_until(file: CaseFile, code: str, until: date, *, on: date, at: datetime, by: str = "") -> datetime:
    """Give a case another day; `on` is today, which the day has to follow. Returns `at`.

    Raises UnknownCase, KeptTooShort.
    """
    check_until(on, until)
    with file.session() as session:
        _keep(session, "keep_longer", code, until, at, by)
    return at


def _keep(session: Any, action: str, code: str, until: date, at: datetime, by: str) -> None:
    retention.set_until(session, code, until, at=at, by=by)
    record.note(session, action, at=at, by=by, code=code, until=until.isoformat())


def due(file: CaseFile, on: date) -> list[Due]:
    """Closed cases whose day has come, the longest waiting first: they are to be erased or kept longer."""
    with file.session() as session:
        return retention.due(session, on)


def check_until(on: date, until: date) -> None:
    """Raise KeptTooShort for a day that does not come after another."""
    if until <= on:
        raise KeptTooShort(on=on.isoformat(), until=until.isoformat())
