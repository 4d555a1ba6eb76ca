"""Backups that make themselves while a case file is open: every half hour of change, and once more when it is locked.

They run beside the work and keep nobody waiting. The last one runs when the window is dark already, in the thread of
the case file, between what was typed last and the closing of the file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hrd_desktop.errors import Cancelled, Locked, OnlyOnSecondDisk
from hrd_desktop.gui import care_work
from hrd_desktop.gui.tasks import Task, Tasks

if TYPE_CHECKING:
    from hrd_desktop.services.backups import Done, Schedule
    from hrd_desktop.services.files import CaseFile

_LOOK = 60_000  # ms between two looks whether a backup is due
_FIRST_LOOK = 15_000  # ms after opening: whoever opens a file wants to see it first
_LOOK_FOR_DISK = 8_000  # ms between two looks for the second disk


class BackupKeeper(QObject):
    """One case file at a time. `automatic` off: backups are made only when somebody asks."""

    began = Signal()
    progressed = Signal(int, int)
    ended = Signal(object)
    """The backup that was made (`Done`), or why there is none (an exception)."""
    disk_seen = Signal()
    """The second disk is here, and was not before."""
    last_began = Signal()
    """The backup before the file is closed takes its time."""
    last_failed = Signal(object, bool)
    """Why there is no backup of what was done last (an exception), and whether only the second disk has none. Said
    before `last_ended`."""
    last_ended = Signal()

    def __init__(self, tasks: Tasks, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.automatic = True
        self._tasks = tasks
        self._now = now
        self._by = ""
        self._file: CaseFile | None = None
        self._schedule: Schedule | None = None
        self._task: Task | None = None
        self._last: Task | None = None
        self._disk_here: bool | None = None
        self._first = QTimer(self, singleShot=True, interval=_FIRST_LOOK)
        self._first.timeout.connect(self.look_first)
        self._tick = QTimer(self, interval=_LOOK)
        self._tick.timeout.connect(self.look)
        self._disk = QTimer(self, interval=_LOOK_FOR_DISK)
        self._disk.timeout.connect(self.look_for_disk)

    @property
    def running(self) -> bool:
        """Whether a backup is being made."""
        return self._task is not None

    @property
    def failure(self) -> Exception | None:
        """Why the last backup could not be made, until one is good again."""
        return self._schedule.failure if self._schedule is not None else None

    @property
    def closing(self) -> bool:
        """Whether the last backup of a file that is being locked is not over yet."""
        return self._last is not None

    def begin(self, file: CaseFile, by: str) -> None:
        """A case file was opened; `by` signs what is done with it."""
        from hrd_desktop.services.backups import Schedule

        self._file, self._by, self._disk_here = file, by, None
        self._schedule = Schedule()
        if self.automatic:
            self._first.start()
            self._tick.start()
            self._disk.start()
            self.look_for_disk()

    def end(self, *, at_once: bool) -> None:
        """The window is dark and the file is about to be closed; `at_once`: no time for a backup."""
        file, self._file = self._file, None
        for timer in (self._first, self._tick, self._disk):
            timer.stop()
        if self._task is not None:
            self._task.cancel()
        if file is not None and self.automatic and not at_once:
            self._last = self._tasks.database(
                care_work.back_up_last, file, self._now(), self._by, done=self._last_done, failed=self._last_failed,
                progress=lambda *_: self.last_began.emit(), owner=self,
            )  # fmt: skip

    def stop_last(self) -> None:
        """Somebody does not want to wait for the last backup."""
        if self._last is not None:
            self._last.cancel()

    def back_up(self) -> None:
        """Make a backup now, to every place that is there."""
        if self._file is None or self._schedule is None or self._task is not None:
            return
        now = self._now()
        self._schedule.begun(now)
        self._task = self._tasks.pool(
            care_work.back_up, self._file, now, self._by, done=self._done, failed=self._failed,
            progress=self.progressed.emit, owner=self,
        )  # fmt: skip
        self.began.emit()

    def stop(self) -> None:
        """Stop the backup that is being made."""
        if self._task is not None:
            self._task.cancel()

    def look_first(self) -> None:
        """What was changed before this opening and is in no backup, as after a crash, waits no longer."""
        if self._file is not None:
            work = care_work.wanted
            self._tasks.database(work, self._file, self._now(), done=self._left_over, failed=self._not_found)

    def look(self) -> None:
        """Whether a backup is due: once a minute, and whenever somebody thinks so."""
        if self._file is not None:
            self._tasks.database(care_work.wanted, self._file, self._now(), done=self._found, failed=self._not_found)

    def look_for_disk(self) -> None:
        """Whether the second disk has come."""
        if self._file is not None:
            self._tasks.pool(care_work.second_seen, self._file, done=self._disk_found, failed=self._not_found)

    def know_disk(self) -> None:
        """The second disk was chosen just now: nobody needs to be asked about it."""
        self._disk_here = True

    def _left_over(self, wanted: bool) -> None:
        if wanted:
            self.back_up()

    def _found(self, wanted: bool) -> None:
        if wanted and self._schedule is not None and self._file is not None:
            now = self._now()
            self._schedule.changed(now)
            if self._schedule.due(now):
                self.back_up()

    def _not_found(self, error: object) -> None:
        if not isinstance(error, Cancelled | Locked):
            self.ended.emit(error)

    def _disk_found(self, here: bool) -> None:
        before, self._disk_here = self._disk_here, here
        if here and before is False and self._file is not None:
            self.disk_seen.emit()

    def _done(self, done: Done) -> None:
        self._task = None
        if self._schedule is not None:
            self._schedule.done(self._now())
        self.ended.emit(done)

    def _failed(self, error: object) -> None:
        self._task = None
        if self._schedule is not None:
            if isinstance(error, OnlyOnSecondDisk):
                self._schedule.done(self._now())
            elif isinstance(error, Exception) and not isinstance(error, Cancelled | Locked):
                self._schedule.failed(self._now(), error)
            else:
                self._schedule.stopped()
        self.ended.emit(error)

    def _last_done(self, done: Done | None) -> None:
        self._last = None
        if done is not None and done.trouble is not None:
            self.last_failed.emit(done.trouble, True)
        self.last_ended.emit()

    def _last_failed(self, error: object) -> None:
        """At the next opening it is still wanted; where it was stopped, somebody wanted that."""
        self._last = None
        if not isinstance(error, Cancelled | Locked):
            self.last_failed.emit(error, False)
        self.last_ended.emit()
