"""Brings headlines and deadlines up to date in the background, a few cases at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import checking
from hrd_desktop.services.files import CaseFile

_AT_ONCE = 4  # cases assessed before the database is free again for the person


class Refresher(QObject):
    """Works until every case is of today; owned by the page that shows what comes of it."""

    news = Signal()
    """Some more cases are up to date."""
    finished = Signal()
    failed = Signal(object)

    def __init__(
        self, file: CaseFile, tasks: Tasks, now: Callable[[], datetime], parent: QObject, at_once: int = _AT_ONCE
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._tasks = tasks
        self._now = now
        self._at_once = at_once
        self._running = self._again = self._stopped = False

    def start(self) -> None:
        """Look for cases that are out of date; if that is going on, once more at its end."""
        if self._running:
            self._again = True  # the last look may have been before the change that is meant
        elif not self._stopped:
            self._running = True
            self._next()

    def stop(self) -> None:
        """The page goes away: what is under way ends, and nothing is told any more."""
        self._stopped = True

    def _next(self) -> None:
        self._tasks.database(
            _refresh, self._file, self._now().date(), self._at_once, done=self._worked, failed=self._gave_up, owner=self
        )

    def _worked(self, done: int) -> None:
        if self._stopped:
            return
        if done:
            self.news.emit()
        if done or self._again:
            self._again = self._again and done > 0
            self._next()
        else:
            self._running = False
            self.finished.emit()

    def _gave_up(self, error: object) -> None:
        self._running = False
        self.failed.emit(error)


def _refresh(file: CaseFile, on: date, at_once: int) -> int:
    return checking.refresh_headlines(file, on, limit=at_once)
