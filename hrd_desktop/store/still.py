"""A database that stands still while it is copied, without stopping the work.

What is in the write-ahead log is put into the file, and a reader is begun at that moment. As long as the reader lives,
nothing can be moved from the log into the file: those who write go on into the log, and the bytes of the file stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from hrd_desktop.errors import AlreadyOpen
from hrd_desktop.store.backup_file import BACKUP_PURPOSE
from hrd_desktop.store.engine import connect_in_place
from hrd_desktop.store.mark import mark_of
from hrd_desktop.store.raw import Held
from hrd_desktop.vault.data_key import DataKey

_TRIES = 5


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


def stand_still(
    connection: dbapi2.Connection, raw: Held, key: DataKey, path: Path, stopped: Callable[[], bool]
) -> Still:
    """Begin a reader on `connection` that holds the file as it is until the connection is closed.

    In the caller's turn, so that nobody of this program writes in between. Raises AlreadyOpen if another program does;
    dbapi2.Error, OSError.
    """
    log = path / "cases.db-wal"
    for _ in range(_TRIES):
        ((busy, _, _),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("BEGIN")
        mark, cases = mark_of(connection)
        # The reader holds the file itself only if it began with an empty log.
        if not busy and (not log.exists() or log.stat().st_size == 0):
            return Still(raw.size(), cases, mark, path, stopped, raw, key)
        connection.execute("ROLLBACK")
    raise AlreadyOpen(path=str(path))
