"""The record of what was done with a case file: noting, and for a supervisor reading it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hrd_desktop.errors import DiskFailed, DiskFull, NotWritable, RecordBroken
from hrd_desktop.services.work import IsCancelled
from hrd_desktop.store import record, record_read
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.record_actions import ACTIONS, GROUPS
from hrd_desktop.store.record_read import Asked, Entry

__all__ = [
    "ACTIONS",
    "GROUPS",
    "Asked",
    "Entry",
    "State",
    "asked",
    "count",
    "looked",
    "note",
    "people",
    "read",
    "state",
]


def note(
    file: CaseFile, action: str, *, at: datetime | None = None, by: str = "", code: str | None = None, **detail: Any
) -> int:
    """Note something that changes nothing else in the file, in a transaction of its own; returns the entry's number.

    What does change something else notes it in its own transaction with `store.record.note`. `action` and `detail` are
    those of `store/record_actions.py`; `at` is now unless given, `by` whoever unlocked the file. Raises UnknownCase,
    DiskFull, Locked; ValueError for what is not on the list.
    """
    with file.session() as session:
        return record.note(session, action, at=at or datetime.now(UTC), by=by, code=code, **detail)


def looked(
    file: CaseFile, action: str, *, at: datetime | None = None, by: str = "", code: str | None = None, **detail: Any
) -> None:
    """Note that somebody opened something and looked at it, as `note` does.

    On a disk that is full, read-only or failing it goes unnoted: whoever must save what can be saved has to see first
    what there is.
    """
    with suppress(DiskFull, NotWritable, DiskFailed):
        note(file, action, at=at, by=by, code=code, **detail)


@dataclass(frozen=True)
class State:
    """How many entries the record has, and where it is broken (None: it is whole)."""

    entries: int
    broken: RecordBroken | None


def state(file: CaseFile, *, cancelled: IsCancelled | None = None) -> State:
    """Whether the record is whole. Goes through all of it, beside the work. Raises Cancelled, Locked."""
    proof = file.prove_record(cancelled)
    return State(proof.entries, proof.refusal(file.path))


def asked(
    *,
    case: str | None = None,
    action: str | None = None,
    since: date | None = None,
    until: date | None = None,
    by: str | None = None,
) -> Asked:
    """Which entries somebody wants: `action` is one of ACTIONS or of GROUPS; both days count, as days of this place."""
    return Asked(
        case,
        () if action is None else GROUPS.get(action, (action,)),
        None if since is None else _morning(since),
        None if until is None or until == date.max else _morning(until + timedelta(days=1)),
        by,
    )


def _morning(day: date) -> datetime:
    """When a day begins in this place; the first and last of all days have no hours before or after them."""
    try:
        return datetime.combine(day, time()).astimezone()
    except (OverflowError, ValueError):
        return datetime.combine(day, time(), UTC)


def read(file: CaseFile, wanted: Asked, *, offset: int = 0, limit: int = 100) -> list[Entry]:
    """A page of the record, the newest first. Raises UnknownCase.

    That it was read is for the caller to note, once a visit: `note(file, "record_read")`.
    """
    with file.session() as session:
        return record_read.page(session, wanted, offset, limit)


def count(file: CaseFile, wanted: Asked) -> int:
    """How many entries there are of that kind. Raises UnknownCase."""
    with file.session() as session:
        return record_read.count(session, wanted)


def people(file: CaseFile) -> list[str]:
    """The initials that stand in the record, sorted."""
    with file.session() as session:
        return record_read.people(session)
