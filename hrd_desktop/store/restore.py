"""Looking into a backup, checking it, and making a case file of it again."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hrd_desktop.errors import BackupDamaged, BackupNotGood, OtherCaseFile
from hrd_desktop.store import backup_file, copy_check, folder
from hrd_desktop.store.backup import place, refuse_place
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.copying import (
    Progress,
    Stopped,
    ask_for_room,
    never,
    opened,
    pieces,
    pour,
    read_at,
    share,
)
from hrd_desktop.store.engine import connect_in_place
from hrd_desktop.store.migrate import REVISIONS
from hrd_desktop.store.refusals import translated
from hrd_desktop.vault import disk, keys
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.secret import Secret

_DATABASE_RULE = "B17"
_CONTENTS_RULE = "B18"


@dataclass(frozen=True)
class Contents:
    """What is in a backup: of which case file, of when, how many cases, when one was changed last; bytes of it all."""

    path: Path
    file_id: str
    made_at: datetime
    cases: int
    last_change: datetime | None
    size: int


@contextmanager
def unlocked(path: Path, secret: Secret | str | CaseFile) -> Iterator[tuple[backup_file.Tail, DataKey]]:
    """A backup whose tail is proved, and its key until the block ends. `secret` as in `inspect`."""
    with translated(path):
        tail = backup_file.read(path)
    key = _key_of(tail, secret)
    try:
        tail.prove(key)
        yield tail, key
    finally:
        key.wipe()


def _key_of(tail: backup_file.Tail, secret: Secret | str | CaseFile) -> DataKey:
    if not isinstance(secret, CaseFile):
        return keys.unlock(tail.keyfile, secret)
    with translated(secret.path):
        folder.check(secret.path)  # its keys may be what is lost
        file_id = folder.read_keys(secret.path).file_id
    if file_id != tail.file_id:
        raise OtherCaseFile(path=str(tail.path))
    return secret.copied_key()


def inspect(path: Path, secret: Secret | str | CaseFile) -> Contents:
    """What is in a backup, without reading all of it.

    `secret` opens it, whichever of its slots; or it is the open case file of which it is a backup. Raises NotABackup,
    BackupDamaged, NewerFormat, WrongSecret, OtherCaseFile, UnreadableFile, DiskFailed.
    """
    path = Path(path).absolute()
    with unlocked(path, secret) as (tail, key), _sound(path), closing(connect_in_place(path, key)) as connection:
        return _contents(tail, copy_check.look(connection))


def verify(
    path: Path, secret: Secret | str | CaseFile, *, progress: Progress | None = None, cancelled: Stopped | None = None
) -> Contents:
    """Read every byte of a backup and say what is in it. Raises as `inspect` does, and Cancelled."""
    path = Path(path).absolute()
    stopped = cancelled or never
    with unlocked(path, secret) as (tail, key), _sound(path):
        connected = closing(connect_in_place(path, key))
        twice = copy_check.read_twice(connected, path, tail.database_size, stopped, progress, full=True)
        _compare(tail, twice.sha256)
        return _contents(tail, _found(twice))


def restore(
    path: Path,
    secret: Secret | str | CaseFile,
    target: Path,
    *,
    note: Callable[[CaseFile, Contents], object] | None = None,
    progress: Progress | None = None,
    cancelled: Stopped | None = None,
) -> Contents:
    """Make a case file at `target`, where nothing is yet, of a backup; it has that name only once it was checked.

    Its keys are those of the backup. `note` is given the new case file, open, to say in its record what happened; not
    one of an older form, which is brought to that of today when it is first opened.

    Raises as `inspect` does; AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, NotEnoughSpace, DiskFull,
    DiskFailed for the target; Cancelled; BackupNotGood if what was written does not read back.
    """
    path, target = Path(path).absolute(), Path(target).absolute()
    stopped = cancelled or never
    refuse_place(target)
    with unlocked(path, secret) as (tail, key):
        building = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        with translated(target):
            ask_for_room(target.parent, tail.database_size + len(tail.keys))
            disk.make_folder(building)
            try:
                database = building / folder.DATABASE
                _copy_database(tail, database, stopped, share(progress, 0, 400))
                disk.write_new(building / folder.KEYS, tail.keys)
                found = _checked(tail, key, building, target, stopped, share(progress, 400, 990))
                if note is not None and found.form == REVISIONS[-1]:
                    with CaseFile.with_key(building, DataKey(bytearray(key.buffer()))) as file:
                        note(file, _contents(tail, found))
                disk.sync_folder(building)
                place(building, target)
            except BaseException:
                shutil.rmtree(building, ignore_errors=True)
                raise
    if progress is not None:
        progress(1000, 1000)
    return _contents(tail, found)


def _copy_database(tail: backup_file.Tail, database: Path, stopped: Stopped, progress: Progress | None) -> None:
    with opened(tail.path) as source, disk.opened_new(database) as descriptor:
        source_pieces = pieces(read_at(source), tail.database_size, tail.path, stopped, progress)
        try:
            digest = pour(source_pieces, descriptor)
        except EOFError as error:
            raise BackupDamaged(path=str(tail.path), reason=_DATABASE_RULE) from error
    _compare(tail, digest)


def _checked(
    tail: backup_file.Tail, key: DataKey, building: Path, target: Path, stopped: Stopped, progress: Progress | None
) -> copy_check.Found:
    database = building / folder.DATABASE
    with _sound(tail.path), translated(target):
        connected = closing(connect_in_place(database, key))
        twice = copy_check.read_twice(connected, database, tail.database_size, stopped, progress, full=True)
        if twice.sha256 != tail.database_sha256 or (building / folder.KEYS).read_bytes() != tail.keys:
            raise BackupNotGood(path=str(target))
        return _found(twice)


def _found(twice: copy_check.Twice) -> copy_check.Found:
    if twice.found is None:
        raise copy_check.Unsound(twice.unsound)
    return twice.found


@contextmanager
def _sound(path: Path) -> Iterator[None]:
    """Tell what is wrong inside the database as a backup that is damaged; errors of the disk as what they are."""
    try:
        with translated(path), copy_check.faults():
            yield
    except copy_check.Unsound as error:
        raise BackupDamaged(path=str(path), reason=_CONTENTS_RULE) from error
    except EOFError as error:
        raise BackupDamaged(path=str(path), reason=_DATABASE_RULE) from error


def _compare(tail: backup_file.Tail, digest: str) -> None:
    if digest != tail.database_sha256:
        raise BackupDamaged(path=str(tail.path), reason=_DATABASE_RULE)


def _contents(tail: backup_file.Tail, found: copy_check.Found) -> Contents:
    return Contents(tail.path, tail.file_id, tail.made_at, found.cases, found.last_change, tail.size)
