"""SQLCipher behind SQLAlchemy: one keyed connection after another, the key in none of their texts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from hrd_desktop.vault.data_key import LENGTH, DataKey, wipe

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS only: flush the drive's own memory as well
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
)
# `cipher_memory_security` stays off, as is SQLCipher's default: it would overwrite every piece of memory that SQLite
# gives back, at ten times the cost of a search (measured), while Python's own copies of the same rows stay. SQLCipher
# overwrites its keys in either case.
_BUSY_SECONDS = 2.0
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:")
"""Bytes of a file's name that stand for themselves in the address under which SQLite opens it."""


def open_engine(database: Path, key: DataKey, *, new_salt: bytes = b"") -> Engine:
    """An engine on an encrypted database; nothing is opened yet. `new_salt` only when the database is being made.

    Connections may pass from thread to thread but are used by one at a time. A second and third one exist only while
    somebody asks for them inside the first (migrations do). Every transaction begins with an explicit BEGIN, so that
    changes of tables are undone with the rest.
    """

    return _engine(lambda: connect(database, key, new_salt))


def open_reading_engine(database: Path, key: DataKey, *, log: bool) -> Engine:
    """An engine that only reads an encrypted database and makes no file beside it.

    Without a `log` it reads one that nobody changes, as `connect_in_place`; with one, it lets no other connection in.
    """

    def connect_with_log() -> dbapi2.Connection:
        connection = connect(database, key, alone=True)
        connection.execute("PRAGMA query_only = ON")
        return connection

    return _engine(connect_with_log if log else lambda: connect_in_place(database, key))


def _engine(connect_one: Callable[[], dbapi2.Connection]) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect_one,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=2,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def driver(connection: Connection) -> dbapi2.Connection:
    """SQLCipher's own connection, in the middle of the transaction: for the few statements that every save makes."""
    found = connection.connection.dbapi_connection
    if not isinstance(found, dbapi2.Connection):
        raise TypeError("not a connection of SQLCipher")
    return found


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def connect(database: Path, key: DataKey, new_salt: bytes = b"", *, alone: bool = False) -> dbapi2.Connection:
    """One connection of its own, outside any engine; `open_engine` makes its connections with this.

    `alone` lets no other connection in, and keeps the index of the log in memory: no file is needed for it.
    """
    connection = dbapi2.connect(str(database), isolation_level=None, check_same_thread=False, timeout=_BUSY_SECONDS)
    try:
        # SQLCipher tells the terminal about every page it refuses; we tell the person, once.
        connection.execute("PRAGMA cipher_log_level = NONE")
        _unlock(connection, key, new_salt)
        for setting in (*(("PRAGMA locking_mode = EXCLUSIVE",) if alone else ()), *_SETTINGS):
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_in_place(database: Path, key: DataKey) -> dbapi2.Connection:
    """A connection that only reads a database nobody changes, and leaves nothing beside it: no log, no lock.

    The file may go on after the database, as a backup does. Raises dbapi2.Error when it is first used.
    """
    connection = dbapi2.connect(_unchanging(database), isolation_level=None, check_same_thread=False, uri=True)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        _unlock(connection, key, b"")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _unchanging(database: Path) -> str:
    place = os.fsencode(database.absolute().as_posix())
    written = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in place)
    # A drive's letter stands after a slash; the two slashes before a network folder stay, after an empty host.
    return f"file://{'' if written.startswith('/') else '/'}{written}?mode=ro&immutable=1"


def _unlock(connection: dbapi2.Connection, key: DataKey, new_salt: bytes) -> None:
    """Give the raw key. By the call and not by `PRAGMA key`, so that it is never part of an SQL text."""
    raw = bytearray(b"x'" + b"0" * 2 * LENGTH + new_salt.hex().encode() + b"'")
    key.write_hex(raw, 2)
    try:
        connection.set_key(raw)
    finally:
        wipe(raw)
