"""Making a backup: a copy of the database as it is at one moment, opened and counted before it is called good."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hrd_desktop.errors import AlreadyExists, BackupDamaged, BackupNotGood, DatabaseDamaged, HrdError, InsideCaseFile
from hrd_desktop.store import backup_file, copy_check, folder
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.copying import (
    Progress,
    Stopped,
    ask_for_room,
    digest_of,
    never,
    opened,
    pieces,
    pour,
    read_at,
    share,
    write_all,
)
from hrd_desktop.store.refusals import translated
from hrd_desktop.store.still import Still
from hrd_desktop.vault import disk


@dataclass(frozen=True)
class Made:
    """A good backup: where it is, of which case file, of when, its bytes, its cases, and the mark of what is in it.

    The mark changes with the cases and with the keys.
    """

    path: Path
    file_id: str
    made_at: datetime
    size: int
    cases: int
    mark: str


def make(
    file: CaseFile,
    path: Path,
    *,
    at: datetime,
    progress: Progress | None = None,
    cancelled: Stopped | None = None,
) -> Made:
    """Write a backup of an open case file to `path`, which is not there yet; others go on working meanwhile.

    It holds the state of the moment this begins. Until it has been read back, opened and counted it has another name.
    Raises AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, NotEnoughSpace, DiskFull, DiskFailed; Cancelled,
    Locked; KeysMissing, KeysDamaged, PairMismatch, DatabaseDamaged for the case file; BackupNotGood.
    """
    path = Path(path).absolute()
    refuse_place(path)
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with file.still(cancelled) as still:
        with translated(file.path):
            folder.check(file.path)
            keyfile = folder.read_keys(file.path)
            keys = (file.path / folder.KEYS).read_bytes()
        with translated(path), _nothing_left(building):
            ask_for_room(path.parent, still.size + backup_file.tail_length(keys))
            with disk.opened_new(building) as descriptor:
                digest = pour(_source(still, progress), descriptor, flush=False)
                found = _checked(still, building, descriptor, digest, path, progress)
                moment = at.astimezone(UTC).replace(microsecond=0)
                end = backup_file.tail(still.seal(), keyfile, keys, still.size, digest, moment)
                write_all(descriptor, end)
                disk.flush_to_disk(descriptor)
            _read_back(building, path, end)
            place(building, path)
    if progress is not None:
        progress(1000, 1000)
    return Made(path, keyfile.file_id, moment, still.size + len(end), found.cases, marked(still.mark, keys))


def marked(mark: str, keys: bytes) -> str:
    """The mark of a whole case file: that of its cases, and one of its keys."""
    return f"{mark}; keys {hashlib.sha256(keys).hexdigest()}"


def copy(
    backup: Path, path: Path, *, progress: Progress | None = None, cancelled: Stopped | None = None
) -> backup_file.Tail:
    """Copy a good backup byte for byte to another disk, and read it back from there before it has its name.

    Raises what `backup_file.read` does for `backup`; AlreadyExists, InsideCaseFile, FolderMissing, NotWritable,
    NotEnoughSpace, DiskFull, DiskFailed; Cancelled; BackupNotGood.
    """
    path = Path(path).absolute()
    stopped = cancelled or never
    refuse_place(path)
    with translated(backup):
        tail = backup_file.read(backup)
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with translated(path), _nothing_left(building):
        ask_for_room(path.parent, tail.size)
        with opened(backup) as source, disk.opened_new(building) as descriptor:
            source_pieces = pieces(read_at(source), tail.size, backup, stopped, share(progress, 0, 500))
            try:
                digest = pour(source_pieces, descriptor)
            except EOFError as error:
                raise BackupDamaged(path=str(backup), reason="B07") from error
        if _digest(building, tail.size, stopped, share(progress, 500, 999)) != digest:
            raise BackupNotGood(path=str(path))
        place(building, path)
    return tail


def refuse_place(path: Path) -> None:
    """Refuse a place that is taken or lies among the files of a case file. Raises AlreadyExists, InsideCaseFile."""
    with translated(path):
        if os.path.lexists(path):
            raise AlreadyExists(path=str(path))
        holder = folder.holder(Path(os.path.realpath(path)))
        if holder is not None:
            raise InsideCaseFile(path=str(path), file=str(holder))


def place(building: Path, path: Path) -> None:
    """Give what was built its name, unless that has been taken meanwhile. Raises AlreadyExists; OSError."""
    if os.path.lexists(path):
        raise AlreadyExists(path=str(path))
    building.rename(path)
    try:
        disk.sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            path.rename(building)  # whoever called takes that away
        raise


@contextmanager
def _nothing_left(building: Path) -> Iterator[None]:
    """Take away what was being built when it does not come to its end."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            building.unlink(missing_ok=True)
        raise


def _source(still: Still, progress: Progress | None) -> Iterator[bytes]:
    try:
        yield from pieces(still.read, still.size, still.path, still.stopped, share(progress, 0, 500))
    except EOFError as error:
        raise DatabaseDamaged(path=str(still.path)) from error


def _digest(path: Path, size: int, stopped: Stopped, progress: Progress | None = None) -> str:
    """As `digest_of`; of a file that is too short, none."""
    try:
        return digest_of(path, size, stopped, progress)
    except EOFError:
        return ""


def _checked(
    still: Still, building: Path, descriptor: int, digest: str, path: Path, progress: Progress | None
) -> copy_check.Found:
    """Read the copy twice at the same time: as the database that it is, and byte by byte once the disk has it.

    Raises BackupNotGood, or DatabaseDamaged where the copy is faithful and the case file itself is not sound;
    Cancelled; OSError, dbapi2.Error.
    """

    twice = copy_check.read_twice(
        still.opened(building),
        building,
        still.size,
        still.stopped,
        share(progress, 500, 990),
        before=lambda: disk.flush_to_disk(descriptor),
    )
    if twice.sha256 == digest and twice.unsound:
        raise DatabaseDamaged(path=str(still.path), found=twice.unsound)
    found = twice.found
    if twice.sha256 != digest or found is None or (found.cases, found.mark) != (still.cases, still.mark):
        raise BackupNotGood(path=str(path))
    return found


def _read_back(building: Path, path: Path, end: bytes) -> None:
    try:
        tail = backup_file.read(building)
    except HrdError as error:
        raise BackupNotGood(path=str(path)) from error
    if tail.keys + tail.about + tail.seal + tail.last != end:
        raise BackupNotGood(path=str(path))
