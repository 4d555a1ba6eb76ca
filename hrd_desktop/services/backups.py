"""Backups of a case file: making them, where they are, how long they stay, looking into one, going back to it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from weakref import WeakKeyDictionary

from hrd_desktop import paths
from hrd_desktop.errors import (
    AlreadyOpen,
    Cancelled,
    DiskFull,
    FolderMissing,
    HrdError,
    InsideCaseFile,
    OnlyOnSecondDisk,
)
from hrd_desktop.services import backup_folder
from hrd_desktop.services import record as noted
from hrd_desktop.services.backup_folder import Backup, rotate
from hrd_desktop.services.backup_schedule import EVERY, Schedule
from hrd_desktop.services.files import with_suffix
from hrd_desktop.services.work import IsCancelled, Progress, rising
from hrd_desktop.store import backup, folder, mark, record, remembered
from hrd_desktop.store import restore as restoring
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.copying import SPARE, ask_for_room
from hrd_desktop.store.refusals import translated
from hrd_desktop.store.restore import Contents
from hrd_desktop.vault.secret import Secret

__all__ = [
    "Backup",
    "Contents",
    "Done",
    "Place",
    "Schedule",
    "back_up",
    "found",
    "inspect",
    "make",
    "places",
    "restore",
    "rotate",
    "second_place_seen",
    "set_second_place",
    "verify",
    "wanted",
]

RESERVE = 200 << 20
_TRIES = 10
_PAUSE_SECONDS = 0.5
_pause = threading.Event()
"""Never set: only waited for."""
_SECOND = "second_place"
_LAST = "last_backup"
_for_now: WeakKeyDictionary[CaseFile, str | None] = WeakKeyDictionary()
"""The second place that was chosen, or forgotten, on a full disk that could not take it."""


@dataclass(frozen=True)
class Place:
    """Where automatic backups go: on this computer, or on a second disk that may be away."""

    kind: Literal["own", "second"]
    path: Path
    there: bool


@dataclass(frozen=True)
class Done:
    """What an automatic backup came to: the one on this computer, and the one on the second disk if it was seen.

    `trouble` is why there is none on the second disk although it was seen. `thinned` older backups had to go early,
    because there was too little room for all.
    """

    own: Backup
    second: Backup | None = None
    trouble: HrdError | None = None
    thinned: int = 0


def make(
    file: CaseFile,
    place: Path,
    *,
    at: datetime,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Backup:
    """Write a backup into a folder, under its time, or under a name that is not taken; `.hrdbackup` is added to it.

    It is read back, opened and counted before it has its name; others go on working in the file meanwhile. Raises
    AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, NotEnoughSpace, DiskFull, DiskFailed, Cancelled,
    BackupNotGood, DatabaseDamaged.
    """
    made = backup.make(file, backup_folder.named(Path(place), at), at=at, progress=progress, cancelled=cancelled)
    try:
        _remember(file, made, at, by)
    except BaseException:
        with suppress(OSError):
            made.path.unlink()  # nothing leaves that the record does not tell of
        raise
    return Backup(made.path, made.file_id, made.made_at, made.size, made.cases)


def _remember(file: CaseFile, made: backup.Made, at: datetime, by: str) -> None:
    """Note a backup that is good. Where another program is just writing into the database, it is waited for.

    On a full disk it goes unnoted: that is when a backup on another one is worth most. Raises AlreadyOpen, Locked.
    """
    for left in reversed(range(_TRIES)):
        try:
            with file.session() as session:
                remembered.keep(session, _LAST, {"at": made.made_at.isoformat(), "mark": made.mark})
                record.note(session, "backup", at=at, by=by, cases=made.cases, bytes=made.size)
        except DiskFull:
            return
        except AlreadyOpen:
            if not left:
                raise
            _pause.wait(_PAUSE_SECONDS)
        else:
            return


def back_up(
    file: CaseFile,
    *,
    at: datetime,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Done:
    """The automatic backup: into this computer's own place, and onto the second disk if that is there.

    In both, those that are no longer wanted go (`rotate`), after the new one was found good; where there is too little
    room, more of the old ones go before. On this computer so much stays free (RESERVE) that backups never stop the work
    itself. Raises as `make` does, for the own place; OnlyOnSecondDisk where there was no room in it, and one was made
    on the second disk. What goes wrong on the second disk is told in the answer.
    """
    file_id = file_id_of(file)
    second = second_place_seen(file)
    if file.stays_here:  # nothing can be copied from it now, so nothing older may go for it
        raise DiskFull(path=str(file.path))
    last = 600 if second else 1000
    try:
        done, thinned = _back_up_here(file, file_id, at, by, rising(progress, 0, last), cancelled)
    except DiskFull as full:
        if second is None:
            raise
        backup_folder.make_room(second, file_id, _size(file) + SPARE, at)
        alone = make(file, second, at=at, by=by, progress=rising(progress, 0, 1000), cancelled=cancelled)
        rotate(second, file_id, at)
        raise OnlyOnSecondDisk(path=str(alone.path)) from full
    if second is None:
        return Done(done, thinned=thinned)
    try:
        thinned += len(backup_folder.make_room(second, file_id, done.bytes + SPARE, at))
        copied = backup_folder.named(second, at)
        backup.copy(done.path, copied, progress=rising(progress, 600, 1000), cancelled=cancelled)
        rotate(second, file_id, at)
    except Cancelled:
        raise
    except HrdError as trouble:
        return Done(done, None, trouble, thinned)
    return Done(done, Backup(copied, file_id, done.made_at, done.bytes, done.cases), None, thinned)


def _back_up_here(
    file: CaseFile,
    file_id: str,
    at: datetime,
    by: str,
    progress: Progress | None,
    cancelled: IsCancelled | None,
) -> tuple[Backup, int]:
    """The backup on this computer, and how many older ones had to go early for it."""
    own = paths.backups() / file_id
    backup_folder.make_folders(own)
    needed = _size(file) + RESERVE
    thinned = backup_folder.make_room(own, file_id, needed + SPARE, at)
    with translated(own):
        ask_for_room(own, needed)
    done = make(file, own, at=at, by=by, progress=progress, cancelled=cancelled)
    rotate(own, file_id, at)
    return done, len(thinned)


def wanted(file: CaseFile, now: datetime, *, at_once: bool = False) -> bool:
    """Whether the file holds something that is in no good backup on this computer, and the last is half an hour old.

    `at_once`, as before locking, asks for the first alone. Looking at cases changes nothing that is worth a backup; a
    new key does. Raises Locked.
    """
    with file.session() as session:
        last = remembered.load(session, _LAST)
        cases = mark.of_session(session)
    with translated(file.path):
        present = backup.marked(cases, (file.path / folder.KEYS).read_bytes())
    try:
        made_at, mark_then = datetime.fromisoformat(last["at"]), last["mark"]
    except (TypeError, KeyError, ValueError):
        return True
    if mark_then == present and any(one.made_at == made_at for one in found(file_id_of(file))):
        return False
    return at_once or not now - EVERY < made_at <= now


def found(file_id: str, also: Sequence[Path] = ()) -> list[Backup]:
    """The backups of a case file on this computer and in other places that are there, the newest first.

    Listed by what they say of themselves; whether one is good is known once it is opened (`inspect`, `verify`).
    """
    listed: dict[Path, Backup] = {}
    for place in (paths.backups() / file_id, *also, *(one / file_id for one in also)):
        for one in backup_folder.listed(place, file_id):
            listed[one.path] = one
    return sorted(listed.values(), key=lambda one: (one.made_at, str(one.path)), reverse=True)


def places(file: CaseFile) -> list[Place]:
    """Where automatic backups of this file go. Raises Locked."""
    own = paths.backups() / file_id_of(file)
    second = _second_place(file)
    return [
        Place("own", own, own.is_dir()),
        *([Place("second", second.parent, second.is_dir())] if second is not None else []),
    ]


def set_second_place(file: CaseFile, place: Path | None) -> None:
    """Remember a folder on another disk for a copy of each backup, or forget it. The path is kept encrypted.

    Where the disk of the case file is full it is known until the file is locked. Raises FolderMissing, InsideCaseFile,
    NotWritable, Locked.
    """
    kept = None
    if place is not None:
        place = Path(place).absolute()
        if not place.is_dir():
            raise FolderMissing(path=str(place))
        own = place / file_id_of(file)
        if (holder := folder.holder(own)) is not None:
            raise InsideCaseFile(path=str(place), file=str(holder))
        backup_folder.make_folders(own)
        kept = str(place)
    try:
        with file.session() as session:
            remembered.keep(session, _SECOND, kept)
            record.note(session, "backup_place", at=datetime.now(UTC), place="chosen" if kept else "forgotten")
    except DiskFull:
        if not file.reads_only:
            raise
        _for_now[file] = kept
    else:
        _for_now.pop(file, None)


def second_folder(file: CaseFile) -> Path | None:
    """The folder that was chosen, there or not; known as well of a file whose key slots are gone. Raises Locked."""
    with file.session() as session:
        kept = remembered.load(session, _SECOND)
    kept = _for_now.get(file, kept)
    return Path(kept) if isinstance(kept, str) else None


def second_place_seen(file: CaseFile) -> Path | None:
    """The folder for backups on the second disk while that is there; another disk in its place is not taken for it."""
    second = _second_place(file)
    return second if second is not None and second.is_dir() else None


def inspect(path: Path, secret: Secret | str | CaseFile) -> Contents:
    """What is in a backup. `secret` is any that opens it, or the open case file of which it is a backup.

    Raises NotABackup, BackupDamaged, NewerFormat, WrongSecret, OtherCaseFile, UnreadableFile.
    """
    return restoring.inspect(path, secret)


def verify(
    path: Path,
    secret: Secret | str | CaseFile,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Contents:
    """Read all of a backup and say what is in it. Raises as `inspect` does, and Cancelled."""
    return restoring.verify(path, secret, progress=progress, cancelled=cancelled)


def restore(
    path: Path,
    secret: Secret | str | CaseFile,
    target: Path,
    *,
    at: datetime | None = None,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> tuple[Path, Contents]:
    """Make a case file of a backup, in a place where nothing is yet; nothing is ever restored over anything.

    `target` gets the ending `.hrd` if it has none. The record of the new case file says that it was restored.

    Raises as `inspect` does; AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, NotEnoughSpace, DiskFull,
    DiskFailed, Cancelled, BackupNotGood.
    """
    target = with_suffix(Path(target)).absolute()

    def note(file: CaseFile, contents: Contents) -> None:
        made_on = contents.made_at.date().isoformat()
        noted.note(file, "restore", at=at, by=by, cases=contents.cases, made_on=made_on)

    return target, restoring.restore(path, secret, target, note=note, progress=progress, cancelled=cancelled)


def file_id_of(file: CaseFile) -> str:
    """The random number of a case file, under which its backups are found. Raises KeysDamaged, KeysMissing."""
    with translated(file.path):
        return folder.read_keys(file.path).file_id


def _second_place(file: CaseFile) -> Path | None:
    chosen = second_folder(file)
    return chosen / file_id_of(file) if chosen is not None else None


def _size(file: CaseFile) -> int:
    with translated(file.path):
        files = (file.path / name for name in (folder.DATABASE, f"{folder.DATABASE}-wal", folder.KEYS))
        return sum(path.stat().st_size for path in files if path.exists())
