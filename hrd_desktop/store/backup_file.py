"""`.hrdbackup`: a database and its keys in one file. Every refusal is a numbered rule of vault/BACKUP.md."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from hrd_desktop.errors import BackupDamaged, KeysDamaged, NewerFormat, NotABackup, UnreadableFile
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.keys import KeyFile
from hrd_desktop.vault.reader import MOST_BYTES as MOST_KEYS

SUFFIX = ".hrdbackup"
FORMAT = "hrd-backup"
VERSION = 1
PAGE = 4096
BACKUP_PURPOSE = b"hrd backup 1"

_LAST = "{format} {version:04d} database {database:016d} keys {keys:06d} about {about:06d}\n"
_LAST_LENGTH = len(_LAST.format(format=FORMAT, version=VERSION, database=0, keys=0, about=0))
_LAST_LINE = re.compile(rb"hrd-backup (\d{4}) database (\d{16}) keys (\d{6}) about (\d{6})\n")
_SEAL = 32
_MOST_ABOUT = 4096
_READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_FILE_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Tail:
    """What stands after the database: of which case file the backup is, when it was made, and its keys.

    Nothing of it is proved before `prove`: until then it is what somebody wrote there. `size` is of the whole file.
    """

    path: Path
    file_id: str
    made_at: datetime
    database_size: int
    database_sha256: str
    keys: bytes
    keyfile: KeyFile
    about: bytes
    seal: bytes
    last: bytes

    @property
    def size(self) -> int:
        """Bytes of the whole backup."""
        return self.database_size + len(self.keys) + len(self.about) + len(self.seal) + len(self.last)

    def prove(self, key: DataKey) -> None:
        """Check that whoever made this had the data key. Raises BackupDamaged (B16)."""
        wanted = _sealed(key.derived(BACKUP_PURPOSE), self.database_sha256, self.keys, self.about, self.last)
        if not hmac.compare_digest(wanted, self.seal):
            raise BackupDamaged(path=str(self.path), reason="B16")


def tail(seal_key: bytes, keyfile: KeyFile, keys: bytes, database_size: int, digest: str, made_at: datetime) -> bytes:
    """The bytes to write after a database: its keys, what the backup is, the seal, the last line."""
    members = {
        "format": FORMAT,
        "version": VERSION,
        "file_id": keyfile.file_id,
        "made_at": made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "database": {"size": database_size, "sha256": digest},
        "keys": {"size": len(keys), "sha256": hashlib.sha256(keys).hexdigest()},
    }
    about = (json.dumps(members, indent=2) + "\n").encode("ascii")
    sizes = {"database": database_size, "keys": len(keys), "about": len(about)}
    last = _LAST.format(format=FORMAT, version=VERSION, **sizes).encode("ascii")
    return keys + about + _sealed(seal_key, digest, keys, about, last) + last


def tail_length(keys: bytes) -> int:
    """At most so many bytes come after the database."""
    return len(keys) + _MOST_ABOUT + _SEAL + _LAST_LENGTH


def _sealed(seal_key: bytes, digest: str, keys: bytes, about: bytes, last: bytes) -> bytes:
    return hmac.digest(seal_key, bytes.fromhex(digest) + keys + about + last, "sha256")


def read(path: Path) -> Tail:
    """What a backup says of itself, without any secret; the database is not read but for its first bytes.

    Raises NotABackup, BackupDamaged, NewerFormat, each with the rule as fact `reason`, of BACKUP.md or, for the keys in
    it, of FORMAT.md; UnreadableFile; OSError.
    """
    try:
        if path.exists() and not path.is_file():
            raise NotABackup(path=str(path), reason="B01")
        descriptor = os.open(path, _READ_ONLY)
    except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
        raise UnreadableFile(path=str(path)) from error
    try:
        return _Reader(path, descriptor).tail()
    finally:
        os.close(descriptor)


class _Reader:
    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    def tail(self) -> Tail:
        size = os.fstat(self._descriptor).st_size
        last = self._at(max(0, size - _LAST_LENGTH), _LAST_LENGTH)
        if len(last) < _LAST_LENGTH or not last.startswith(FORMAT.encode() + b" "):
            raise NotABackup(path=str(self._path), reason="B01")
        found = _LAST_LINE.fullmatch(last)
        if found is None:
            self._refuse("B02")
        version, database, keys_size, about_size = map(int, found.groups())
        if version == 0:
            self._refuse("B02")
        if version > VERSION:
            raise NewerFormat(path=str(self._path), found=version, known=VERSION, reason="B03")
        if database == 0 or database % PAGE:
            self._refuse("B04")
        if not 0 < keys_size <= MOST_KEYS:
            self._refuse("B05")
        if not 0 < about_size <= _MOST_ABOUT:
            self._refuse("B06")
        if database + keys_size + about_size + _SEAL + _LAST_LENGTH != size:
            self._refuse("B07")
        keys = self._at(database, keys_size)
        about = self._at(database + keys_size, about_size)
        seal = self._at(database + keys_size + about_size, _SEAL)
        if len(keys) + len(about) + len(seal) != keys_size + about_size + _SEAL:
            self._refuse("B07")
        file_id, made_at, database_digest, keys_digest = self._about(about, database, keys_size)
        if hashlib.sha256(keys).hexdigest() != keys_digest:
            self._refuse("B12")
        if self._at(0, 16) != uuid.UUID(file_id).bytes:
            self._refuse("B13")
        try:
            keyfile = KeyFile.from_bytes(keys, self._path)
        except KeysDamaged as damaged:
            self._refuse(str(damaged.facts["reason"]))
        if keyfile.file_id != file_id:
            self._refuse("B14")
        return Tail(self._path, file_id, made_at, database, database_digest, keys, keyfile, about, seal, last)

    def _about(self, data: bytes, database_size: int, keys_size: int) -> tuple[str, datetime, str, str]:
        top = self._members(self._json(data), "format", "version", "file_id", "made_at", "database", "keys")
        name, version, file_id, made_at, database, keys = top
        sizes_and_digests = [self._members(part, "size", "sha256") for part in (database, keys)]
        if name != FORMAT or type(version) is not int or version != VERSION:
            self._refuse("B10")
        if not (_is(_FILE_ID, file_id) and _is(_MOMENT, made_at)):
            self._refuse("B10")
        if not all(type(size) is int and _is(_DIGEST, digest) for size, digest in sizes_and_digests):
            self._refuse("B10")
        try:
            moment = datetime.fromisoformat(made_at)
        except ValueError:
            self._refuse("B10")
        if [size for size, _ in sizes_and_digests] != [database_size, keys_size]:
            self._refuse("B11")
        return file_id, moment, sizes_and_digests[0][1], sizes_and_digests[1][1]

    def _json(self, data: bytes) -> Any:
        def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
            if len(dict(pairs)) < len(pairs):
                raise ValueError("the same key twice")
            return dict(pairs)

        def refused(_name: str) -> NoReturn:
            raise ValueError("not JSON")

        try:
            return json.loads(data.decode("ascii"), object_pairs_hook=unique, parse_constant=refused)
        except (ValueError, RecursionError):
            self._refuse("B08")

    def _members(self, value: object, *names: str) -> list[Any]:
        if not isinstance(value, dict) or set(value) != set(names):
            self._refuse("B09")
        return [value[name] for name in names]

    def _at(self, offset: int, size: int) -> bytes:
        os.lseek(self._descriptor, offset, os.SEEK_SET)
        return os.read(self._descriptor, size)

    def _refuse(self, rule: str) -> NoReturn:
        raise BackupDamaged(path=str(self._path), reason=rule)


def _is(shape: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and shape.fullmatch(value) is not None
