"""The end of a whole case file, in danger: the key slots first, wherever they are within reach, then the rest.

Needs no secret and no whole file. No failure stops it: what could not be done is returned, and the rest is done.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from hrd_desktop.store import folder, raw
from hrd_desktop.store.backup_file import SUFFIX
from hrd_desktop.vault import shred
from hrd_desktop.vault.reader import MOST_BYTES

Kind = Literal["keys", "keys_removed", "unseen", "backup", "copy", "database", "folder", "open"]
"""What is left: key slots that can still be opened; key slots removed without being overwritten; a folder
that could not be looked into; a backup; an earlier
copy of the case file; the database without its keys; an empty folder, or one with other files; a database that could
not be closed."""

_HEAD, _TAIL = 1 << 20, 1 << 17
"""Bytes overwritten at both ends of a database or a backup: what holds the salt, the first pages, the slots."""
_SALT = 16
_FILE_ID = re.compile(rb'"file_id"\s*:\s*"([0-9a-f-]{36})"')


@dataclass(frozen=True)
class Left:
    """One thing that could not be done, and where."""

    kind: Kind
    path: Path


@dataclass
class Destroyed:
    """What became of it: whether no key slot of the case file itself is left, how many backups went, what is left."""

    backups: int = 0
    left: list[Left] = field(default_factory=list)

    @property
    def keys_gone(self) -> bool:
        return not any(one.kind == "keys" for one in self.left)

    def leave(self, kind: Kind, path: Path) -> None:
        """Keep that something is left, once for each place."""
        if not any(one.path == path for one in self.left):
            self.left.append(Left(kind, path))


@dataclass(frozen=True)
class Reach:
    """What would go: earlier copies that the program made beside the case file, and backups; and what would not.

    `file_id` tells which case file it is, None if it is too damaged for that; `places` are where backups were looked
    for; `others` are case files beside it with the same keys inside, such as a copy made by hand or a restored one.
    """

    file_id: str | None
    places: tuple[Path, ...]
    copies: tuple[Path, ...]
    backups: tuple[Path, ...]
    others: tuple[Path, ...]


def is_one(path: Path) -> bool:
    """Whether there is a case file at this place, or what is left of one."""
    if (path / folder.KEYS).is_file() or (path / folder.DATABASE).is_file():
        return True
    return path.is_dir() and next(iter(_own(path)), None) is not None


def file_id(path: Path) -> str | None:
    """Which case file it is, as far as half of it tells."""
    with suppress(OSError), (path / folder.KEYS).open("rb") as stream:
        if found := _FILE_ID.search(stream.read(MOST_BYTES)):
            return found[1].decode()
    with suppress(OSError, ValueError), raw.opened(path / folder.DATABASE) as database:
        salt = uuid.UUID(bytes=database.read(0, _SALT))
        return str(salt) if salt.version == 4 else None
    return None


def reach(path: Path, places: Sequence[Path]) -> Reach:
    """What destroying the case file would reach; `places` are folders in which its backups may be."""
    known = file_id(path)
    copies = tuple(_copies(path))
    beside = (other for other in _entries(path.parent) if other != path and other not in copies and is_one(other))
    others = tuple(other for other in beside if known is not None and file_id(other) == known)
    return Reach(known, tuple(places), copies, tuple(dict.fromkeys(_backups(known, places))), others)


def destroy_slots(path: Path) -> Destroyed:
    """The first step alone, a matter of milliseconds: the key slots of the case file itself."""
    done = Destroyed()
    _destroy_keys(path, done)
    return done


def destroy(path: Path, within: Reach, close: Callable[[], object] | None = None) -> Destroyed:
    """Destroy the case file and all within reach that opens it. `close` closes the database where this program has it.

    The order is what matters: after the first few milliseconds nobody who finds the file can open it.
    """
    done = destroy_slots(path)
    copies = list(_copies(path, done))
    for copy in copies:
        _destroy_keys(copy, done)
    backups = _destroy_backups(within, done)
    if close is not None:
        _try(done, "open", path, lambda _: close())
    _remove(path, "database", done)
    for copy in copies:
        _remove(copy, "copy", done)
    # One that was being made meanwhile may be there now; with the file closed no other can come.
    for backup in dict.fromkeys((*backups, *_destroy_backups(within, done))):
        if _try(done, "backup", backup, shred.remove):
            done.backups += 1
    for place in {backup.parent for backup in backups}:
        with suppress(OSError):
            place.rmdir()  # only if nothing else is in it
    return done


def _destroy_backups(within: Reach, done: Destroyed) -> list[Path]:
    found = list(dict.fromkeys(_backups(within.file_id, within.places, done)))
    for backup in found:
        _try(done, "backup", backup, lambda it: shred.overwrite(it, first=_HEAD, last=_TAIL))
    return found


def remove_copy(path: Path) -> list[Left]:
    """Take away one earlier copy of a case file that goes on living, with its key slots; what could not be done."""
    done = Destroyed()
    _destroy_keys(path, done)
    _remove(path, "copy", done)
    return done.left


def _destroy_keys(path: Path, done: Destroyed) -> None:
    slots = path / folder.KEYS
    if slots.is_file():  # first of all, before anybody looks what else there is
        _destroy_slots(slots, done)
    for other in _own(path, done):
        if _base(other) == folder.KEYS and other != slots:
            _destroy_slots(other, done)


def _destroy_slots(keys: Path, done: Destroyed) -> None:
    overwritten = _succeeds(shred.overwrite, keys)
    removed = _succeeds(shred.remove, keys)
    if not overwritten:
        done.leave("keys_removed" if removed else "keys", keys)
    elif not removed:
        done.leave("folder", keys)


def _remove(path: Path, kind: Kind, done: Destroyed) -> None:
    for one in sorted(_own(path, done), key=lambda it: _base(it) == folder.LOCK):
        if _base(one) == folder.DATABASE:
            _succeeds(lambda it: shred.overwrite(it, first=_HEAD, last=_TAIL), one)
        if not any(left.path == one for left in done.left):
            _try(done, kind if _base(one) == folder.DATABASE else "folder", one, shred.remove)
    _try(done, "folder", path, Path.rmdir)


def _own(path: Path, done: Destroyed | None = None) -> list[Path]:
    """What this program puts into the folder of a case file, with what it leaves when it is killed amid writing."""
    return [one for one in _entries(path, done) if _base(one)]


def _base(path: Path) -> str:
    """Which part of a case file an entry is, with its temporary forms; empty for what is not ours."""
    name = path.name.lstrip(".")
    known = (folder.KEYS, folder.DATABASE, folder.LOCK)
    return next((base for base in known if name == base or name.startswith((f"{base}.", f"{base}-"))), "")


def _copies(path: Path, done: Destroyed | None = None) -> Iterator[Path]:
    """Folders beside the case file that the program itself made of it: before an update, or half made."""
    earlier = re.compile(rf"{re.escape(path.stem)} \(before update(?: \d+)?\){re.escape(path.suffix)}")
    for one in _entries(path.parent, done):
        half = re.fullmatch(r"\.(.+)\.[0-9a-f]{8}", one.name)
        name = half[1] if half else one.name
        if (earlier.fullmatch(name) or (half and name == path.name)) and is_one(one):
            yield one


def _backups(known: str | None, places: Iterable[Path], done: Destroyed | None = None) -> Iterator[Path]:
    """Backups of this case file, whatever their names; half-made ones too."""
    if known is None:
        return
    marks = (known.encode(), uuid.UUID(known).bytes)
    for place in places:
        for inner in _folders(place, known, done):
            for one in _entries(inner, done):
                if SUFFIX in one.name and one.is_file() and (inner.name == known or _holds(one, marks)):
                    yield one


def _folders(place: Path, known: str, done: Destroyed | None) -> Iterator[Path]:
    """A place, the folders in it, and the one named by the case file up to two folders further down."""
    yield place
    below = [one for one in _entries(place, done) if one.is_dir() and not one.is_symlink()]
    yield from below
    deeper = [one for each in below for one in _entries(each, done) if one.is_dir() and not one.is_symlink()]
    named = [one / known for one in (*below, *deeper)]
    yield from (one for one in named if one.is_dir())


def _holds(path: Path, marks: Sequence[bytes]) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(_TAIL)
    except OSError:
        return False
    return any(mark in head for mark in marks)


def _entries(place: Path, done: Destroyed | None = None) -> list[Path]:
    try:
        return sorted(place.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        if done is not None:
            done.leave("unseen", place)
        return []


def _try(done: Destroyed, kind: Kind, path: Path, act: Callable[[Path], object]) -> bool:
    succeeded = _succeeds(act, path)
    if not succeeded:
        done.leave(kind, path)
    return succeeded


def _succeeds(act: Callable[[Path], object], path: Path) -> bool:
    try:
        act(path)
    except Exception:  # noqa: BLE001 - whatever it is, what comes after it must still be done; the caller is told
        return False
    return True
