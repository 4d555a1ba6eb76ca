"""Erasing a case with everything it held, and saying what may remain elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from hrd_desktop.core.dates import add_months
from hrd_desktop.errors import NotConfirmed
from hrd_desktop.services import backups
from hrd_desktop.services.work import IsCancelled, Progress
from hrd_desktop.store import destroying, erasing, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.erasing import Held

__all__ = ["Erased", "Held", "Renewed", "backups_until", "confirms", "erase_case", "renew_backups", "weigh"]

_LONGEST_BACKUP = 12
"""Months after which a backup that rotates is gone."""


@dataclass(frozen=True)
class Erased:
    """What went. `at_rest` is false where other work was reading the file: the rest goes when it is locked."""

    held: Held
    at_rest: bool


@dataclass(frozen=True)
class Renewed:
    """How many older backups and copies were removed, which could not be, and places of backups that are not there."""

    removed: int
    left: tuple[Path, ...]
    away: tuple[Path, ...]


def weigh(file: CaseFile, code: str) -> Held:
    """What erasing a case would take away, to be shown before. Raises UnknownCase."""
    with file.session() as session:
        return erasing.weigh(session, code)


def confirms(typed: str, code: str) -> bool:
    """Whether what was typed is the code of the case; small letters do."""
    return typed.strip().upper() == code


def erase_case(file: CaseFile, code: str, typed: str, *, at: datetime, by: str = "") -> Erased:
    """Erase a case: everything it held, for good, in one transaction. Nobody can take this back.

    `typed` is its code, typed by a person. The pages it took are overwritten and used again; the file does not shrink.
    Raises UnknownCase, NotConfirmed, DiskFull: until it returns nothing is gone.
    """
    with file.session() as session:
        held = erasing.weigh(session, code)
        if not confirms(typed, code):
            raise NotConfirmed(word=code)
        # The word that stands for the case in the record goes with it: what is noted tells no longer of which case.
        record.note(session, "erase", at=at, by=by, code=code)
        erasing.erase(session, code, at=at, by=by)
    return Erased(held, file.settle())


def renew_backups(
    file: CaseFile,
    *,
    at: datetime,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Renewed:
    """Make a backup of the file as it is now; once it is good, remove every older one that is within reach.

    Earlier copies that the program kept before an update count as older ones. Raises as `backups.back_up` does: then
    the older ones are still there.
    """
    made = backups.back_up(file, at=at, by=by, progress=progress, cancelled=cancelled)
    fresh = {made.own.path, *([made.second.path] if made.second else [])}
    second = backups.second_place_seen(file)
    older = [one.path for one in backups.found(made.own.file_id, [second] if second else []) if one.path not in fresh]
    removed, left = 0, []
    for path in older:
        try:
            path.unlink(missing_ok=True)
            removed += 1
        except OSError:
            left.append(path)
    for copy in destroying.reach(file.path, ()).copies:
        trouble = destroying.remove_copy(copy)
        left += [one.path for one in trouble]
        removed += not trouble
    away = tuple(place.path for place in backups.places(file) if not place.there)
    return Renewed(removed, tuple(left), away)


def backups_until(on: date) -> date:
    """By when backups that were made until this day have rotated out, if one is made every month."""
    return add_months(on, _LONGEST_BACKUP)
