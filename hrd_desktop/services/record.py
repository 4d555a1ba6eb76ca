"""The record of what was done with a case file: noting, and for a supervisor reading it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from hrd_desktop.errors import DiskFull
from hrd_desktop.store import record
from hrd_desktop.store.casefile import CaseFile

__all__ = ["looked", "note"]


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

    On a full disk it goes unnoted: whoever must free space has to see first what there is.
    """
    with suppress(DiskFull):
        note(file, action, at=at, by=by, code=code, **detail)
