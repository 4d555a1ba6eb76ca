"""What caring for the case file asks of other threads; the libraries of the case file load there, not at the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrd_desktop.services.backups import Backup, Done, Place
    from hrd_desktop.services.files import CaseFile
    from hrd_desktop.services.whereabouts import Whereabouts


@dataclass(frozen=True)
class BackupState:
    """What is known of the backups of an open case file: those that can be seen, newest first, and where they go."""

    found: tuple[Backup, ...]
    places: tuple[Place, ...]
    unsaved: bool
    """Whether the file holds something that is in no good backup."""
    cases: int

    @property
    def last(self) -> datetime | None:
        """When the newest was made."""
        return self.found[0].made_at if self.found else None

    @property
    def second(self) -> Place | None:
        """The second disk, if one was chosen."""
        return next((place for place in self.places if place.kind == "second"), None)


def state(file: CaseFile, now: datetime) -> BackupState:
    """Look at the backups that are there. Raises Locked."""
    from hrd_desktop.services import backups, cases

    places = tuple(backups.places(file))
    also = [place.path for place in places if place.kind == "second" and place.there]
    found = tuple(backups.found(backups.file_id_of(file), also))
    unsaved = backups.wanted(file, now, at_once=True)
    return BackupState(found, places, unsaved, cases.count_cases(file, cases.CaseloadQuery()))


def wanted(file: CaseFile, now: datetime) -> bool:
    """Whether the file holds something that is in no good backup. Raises Locked."""
    from hrd_desktop.services import backups

    return backups.wanted(file, now, at_once=True)


def back_up(
    file: CaseFile, at: datetime, by: str, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Done:
    """A backup to every place that is there. Raises as `backups.back_up` does."""
    from hrd_desktop.services import backups

    return backups.back_up(file, at=at, by=by, progress=progress, cancelled=cancelled)


def back_up_last(
    file: CaseFile, at: datetime, by: str, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Done | None:
    """The backup before the file is closed, if something in it is in no good backup yet."""
    from hrd_desktop.services import backups

    if not backups.wanted(file, at, at_once=True):
        return None
    progress(0, 1000)
    return backups.back_up(file, at=at, by=by, progress=progress, cancelled=cancelled)


def second_seen(file: CaseFile) -> bool:
    """Whether the second disk for backups is here now. Raises Locked."""
    from hrd_desktop.services import backups

    return backups.second_place_seen(file) is not None


def check(file: CaseFile, on: date, cancelled: Callable[[], bool]) -> None:
    """The check that is due when a file is opened. Raises DatabaseDamaged, RecordBroken, Cancelled."""
    from hrd_desktop.services import soundness

    soundness.check_now(file, on, cancelled=cancelled)


def look(path: Path) -> tuple[Whereabouts, ...]:
    """Where a case file lies, or would lie."""
    from hrd_desktop.services import whereabouts

    return whereabouts.look(path)
