"""Opening the database of a case file on a disk that may be full: then it is only read.

The database engine needs 32 KiB beside the database for the index of its log, even for reading; on some file systems
a full disk ends the whole program when that index is used. So on a full disk no such file is made. What a crash, or
the full disk itself, left in the log is moved into the database; then connections read the database alone, without
locks, as they read a backup. Where it does not fit, one connection reads both, with the index in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Literal

from sqlalchemy import Engine

from hrd_desktop.errors import DiskFull, HrdError, NotWritable
from hrd_desktop.store import folder
from hrd_desktop.store.engine import connect, open_engine, open_reading_engine
from hrd_desktop.store.refusals import free_bytes, translated
from hrd_desktop.vault.data_key import DataKey

Prepare = Callable[[Engine, Path], None]
Way = Literal["work", "read", "read alone"]
"""Reading and saving; only reading; only reading, on one connection at a time, and not copying."""
Opened = tuple[Engine, Way]
LEAST = 128 << 10
"""Bytes that must be free for work in a case file: the index of the log, and a few changes."""


def has_room(path: Path) -> bool:
    """Whether something can be saved in the case file. Raises OSError."""
    return free_bytes(path) >= LEAST


def opened(path: Path, key: DataKey, prepare: Prepare | None) -> Opened:
    """An engine on the database of a case file, and what can be done with it; `prepare` is given it before.

    One that was just made, and needs no preparing, is not opened yet.

    Raises what `prepare` does, DiskFull; OSError, dbapi2.Error, DBAPIError.
    """
    if prepare is None:
        return open_engine(path / folder.DATABASE, key), "work"
    if has_room(path):
        try:
            return _prepared(open_engine(path / folder.DATABASE, key), path, prepare), "work"
        except DiskFull:
            pass  # no room after all: it can be read still
    settled = settle(path, key)
    try:
        engine = open_reading_engine(path / folder.DATABASE, key, log=not settled)
        return _prepared(engine, path, prepare), "read" if settled else "read alone"
    except NotWritable as error:  # tables of an older form would have to be changed
        raise DiskFull(path=str(path)) from error


def opened_again(path: Path, key: DataKey) -> Opened | None:
    """The same for a case file of which `prepare` was done; None where that does not succeed."""
    try:
        with translated(path):
            return opened(path, key, _begin)
    except HrdError:
        return None


def settle(path: Path, key: DataKey) -> bool:
    """Move what was left in the log into the database, without an index beside it. Whether all of it is there now.

    Where nothing was left nothing is touched. The log stays until all of it is in the database: stopped at any step,
    or out of room, both together still hold everything. Raises AlreadyOpen, NotWritable, DatabaseDamaged, DiskFailed.
    """
    if not _left_over(path):
        return True
    with suppress(DiskFull), translated(path), closing(connect(path / folder.DATABASE, key, alone=True)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return not _left_over(path)


def _prepared(engine: Engine, path: Path, prepare: Prepare) -> Engine:
    try:
        with translated(path):
            prepare(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _begin(engine: Engine, _path: Path) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")


def _left_over(path: Path) -> bool:
    """Whether something is in the log, or in a journal, as other programs may leave one."""
    beside = (path / f"{folder.DATABASE}-{end}" for end in ("wal", "journal"))
    return any(item.exists() and item.stat().st_size > 0 for item in beside)
