"""The folder of a case file: what is in it, and whether its two halves are there and belong together."""

from __future__ import annotations

from pathlib import Path

from hrd_desktop.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    KeysMissing,
    NotACaseFile,
    PairMismatch,
    PlaintextDatabase,
)
from hrd_desktop.store import raw
from hrd_desktop.vault.keys import KeyFile
from hrd_desktop.vault.reader import MOST_BYTES

DATABASE = "cases.db"
KEYS = "keys.json"
LOCK = "cases.lock"

_PLAINTEXT = b"SQLite format 3\0"
_LEAST_DATABASE = 4096
"""One page of SQLCipher 4. SQLite takes an empty file for a new database; we must not."""


def check(path: Path) -> None:
    """Refuse what is not a whole case file, before anything is written into the folder.

    Raises NotACaseFile, KeysMissing, DatabaseMissing, PlaintextDatabase, DatabaseDamaged; OSError.
    """
    database, keys = (path / DATABASE).is_file(), (path / KEYS).is_file()
    if not database and not keys:
        raise NotACaseFile(path=str(path))
    if not keys:
        raise KeysMissing(path=str(path))
    if not database:
        raise DatabaseMissing(path=str(path))
    if _beginning(path) == _PLAINTEXT:
        raise PlaintextDatabase(path=str(path))
    if (path / DATABASE).stat().st_size < _LEAST_DATABASE:
        raise DatabaseDamaged(path=str(path))


def read_keys(path: Path) -> KeyFile:
    """The key file, if it is as its format says and belongs to the database beside it.

    Raises KeysDamaged, NewerFormat, PairMismatch; OSError.
    """
    with (path / KEYS).open("rb") as stream:
        keyfile = KeyFile.from_bytes(stream.read(MOST_BYTES + 1), path)
    if _beginning(path) != keyfile.database_salt:
        raise PairMismatch(path=str(path))
    return keyfile


def holder(path: Path) -> Path | None:
    """The case file in whose folder a path lies, if it lies in one; half a case file counts as well."""
    return next((up for up in path.parents if (up / DATABASE).is_file() or (up / KEYS).is_file()), None)


def _beginning(path: Path) -> bytes:
    with raw.opened(path / DATABASE) as database:
        return database.read(0, len(_PLAINTEXT))
