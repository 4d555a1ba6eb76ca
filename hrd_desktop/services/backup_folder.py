"""A folder of backups: what is in it, under which names, and what goes to make room."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hrd_desktop.errors import HrdError
from hrd_desktop.services import rotation
from hrd_desktop.store import backup_file
from hrd_desktop.store.refusals import free_bytes, translated
from hrd_desktop.vault import disk

SUFFIX = backup_file.SUFFIX
_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z(-\d+)?\.hrdbackup")
_LEFT_OVER = re.compile(r"\.\d{4}-\d\d-\d\dT\d{6}Z(-\d+)?\.hrdbackup\.[0-9a-f]{8}")
_SHARES = (2, 4, 12)
"""Where there is too little room: half as many are kept, a quarter, the newest of this hour, day, week and month."""


@dataclass(frozen=True)
class Backup:
    """A backup on a disk. `cases` is known of one that was just made; else it takes the secret (`inspect`)."""

    path: Path
    file_id: str
    made_at: datetime
    bytes: int
    cases: int | None = None


def rotate(place: Path, file_id: str, now: datetime) -> list[Path]:
    """Remove the automatic backups of this case file in a folder that need not be kept any longer; which they were.

    Only files that have the name this program gives, and say that they are of this case file. One that cannot be
    removed stays for the next time. What a crash left half-made goes too.
    """
    gone = [one.path for one in _too_many(place, file_id, now, 1)]
    return _removed(gone + [path for path in _files(place) if _LEFT_OVER.fullmatch(path.name)])


def make_room(place: Path, file_id: str, needed: int, now: datetime) -> list[Path]:
    """Remove older automatic backups of this case file until so many bytes are free; none where that would not do.

    Fewer of each kind are kept then, the newest always: a new backup is worth more than many old ones. Returns which
    went. Raises FolderMissing, DiskFailed.
    """
    removed: list[Path] = []
    for share in _SHARES:
        with translated(place):
            free = free_bytes(place)
        if free >= needed or free + sum(one.bytes for one in _too_many(place, file_id, now, _SHARES[-1])) < needed:
            break
        removed += _removed([one.path for one in _too_many(place, file_id, now, share)])
    return removed


def _too_many(place: Path, file_id: str, now: datetime, share: int) -> list[Backup]:
    mine = [one for one in listed(place, file_id) if _NAME.fullmatch(one.path.name)]
    stay = rotation.kept([one.made_at for one in mine], now, share=share)
    return [one for one in mine if one.made_at not in stay]


def _removed(paths: list[Path]) -> list[Path]:
    removed = []
    for path in paths:
        with suppress(OSError):
            path.unlink()
            removed.append(path)
    return removed


def named(place: Path, at: datetime) -> Path:
    """Where a backup of that time goes: into a folder under its time, in UTC, or under the name given."""
    if not place.is_dir():
        return place if place.name.endswith(SUFFIX) else place.with_name(place.name + SUFFIX)
    stem = at.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    names = (f"{stem}{'' if n == 1 else f'-{n}'}{SUFFIX}" for n in range(1, 1000))
    return next((free for name in names if not (free := place / name).exists()), place / f"{stem}{SUFFIX}")


def listed(place: Path, file_id: str) -> list[Backup]:
    """The backups of a case file in a folder, by what they say of themselves; none where the folder is away."""
    found = []
    for path in _files(place):
        if path.name.endswith(SUFFIX) and not path.name.startswith("."):
            with suppress(HrdError, OSError):
                tail = backup_file.read(path)
                if tail.file_id == file_id:
                    found.append(Backup(path, file_id, tail.made_at, tail.size))
    return found


def _files(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if path.is_file())
    except OSError:
        return []  # a disk that is away


def make_folders(place: Path) -> None:
    """Make a folder, and those above it, for this user alone. Raises NotWritable, DiskFull."""
    with translated(place):
        for missing in reversed([place, *place.parents]):
            if not missing.is_dir():
                with suppress(FileExistsError):
                    disk.make_folder(missing)
