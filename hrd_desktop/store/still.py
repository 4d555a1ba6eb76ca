"""A database that stands still while it is copied, without stopping the work.

What is in the write-ahead log is put into the file, and a reader is begun at that moment. As long as the reader lives,
nothing can be moved from the log into the file: those who write go on into the log, and the bytes of the file stay.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from hrd_desktop.errors import AlreadyOpen, Cancelled
from hrd_desktop.store.backup_file import BACKUP_PURPOSE
from hrd_desktop.store.engine import connect_in_place
from hrd_desktop.store.mark import mark_of
from hrd_desktop.store.raw import Held
from hrd_desktop.vault.data_key import DataKey

PATIENCE = 120
_PAUSE_SECONDS = 0.25
_BUSY_MILLISECONDS = 50
_pause = threading.Event()
"""Never set: only waited for."""


@dataclass(frozen=True)
class Still:
    """A state of a case file: how many bytes its database has, how many cases, and a mark that changes with them."""

    size: int
    cases: int
    mark: str
    path: Path
    stopped: Callable[[], bool] = field(repr=False)
    """Whether locking, or whoever asked for it, wants the copying to end."""
    _raw: Held = field(repr=False)
    _key: DataKey = field(repr=False)

    def read(self, offset: int, size: int) -> bytes:
        """Bytes of the database in this state. Raises OSError."""
        return self._raw.read(offset, size)

    @contextmanager
    def opened(self, copy: Path) -> Iterator[dbapi2.Connection]:
        """A copy of the database opened with the key of this file, where it lies. Raises dbapi2.Error."""
        with closing(connect_in_place(copy, self._key)) as connection:
            yield connection

    def seal(self) -> bytes:
        """The key that seals backups of this case file."""
        return self._key.derived(BACKUP_PURPOSE)


@contextmanager
def one_at_a_time(turn: threading.Lock, stopped: Callable[[], bool]) -> Iterator[None]:
    """Wait until no other copy is being made: the log would not be emptied before. Raises Cancelled."""
    while not turn.acquire(timeout=_PAUSE_SECONDS):
        if stopped():
            raise Cancelled()
    try:
        yield
    finally:
        turn.release()


def stand_still(
    connection: dbapi2.Connection,
    raw: Held,
    key: DataKey,
    path: Path,
    stopped: Callable[[], bool],
    turn: AbstractContextManager[object],
) -> Still:
    """Begin a reader on `connection` that holds the file as it is until the connection is closed.

    It is begun in the `turn` of those who write. As long as somebody else is in the middle of reading, such as a check
    in the background, the log cannot be emptied: that is waited for, without keeping the turn. Raises AlreadyOpen if it
    does not end, Cancelled; dbapi2.Error, OSError.
    """
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    for _ in range(PATIENCE):
        with turn:
            found = _begun(connection, path)
            if found is not None:
                return Still(raw.size(), *found, path, stopped, raw, key)
        if stopped():
            raise Cancelled()
        _pause.wait(_PAUSE_SECONDS)
    raise AlreadyOpen(path=str(path))


def _begun(connection: dbapi2.Connection, path: Path) -> tuple[int, str] | None:
    ((busy, _, _),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if busy:
        return None
    connection.execute("BEGIN")
    mark, cases = mark_of(connection)
    # The reader holds the file itself only if it began with an empty log: another program may have written meanwhile.
    log = path / "cases.db-wal"
    if not log.exists() or log.stat().st_size == 0:
        return cases, mark
    connection.execute("ROLLBACK")
    return None
