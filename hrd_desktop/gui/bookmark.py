"""Keeps where somebody is in a case: a moment after they come there, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import bookmarks

PAUSE = 400  # ms after which a place counts as one where somebody is


class BookmarkKeeper(QObject):
    """Told of every place, writes the last one. Nothing of it goes anywhere but into the case file."""

    def __init__(
        self, case: OpenCase, tasks: Tasks, here: Callable[[], tuple[str, str, bool]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._case = case
        self._tasks = tasks
        self._here = here
        self._kept: tuple[str, str, bool] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)

    def moved(self) -> None:
        """Somebody is at another place."""
        self._pause.start()

    def keep(self) -> None:
        """Write at once what waits for the pause; the pages of a program that ends go after its threads."""
        if not self._pause.isActive() and self.sender() is not self._pause:
            return
        self._pause.stop()
        here = self._here()
        if here == self._kept or not here[0] or self._tasks.closed:
            return
        self._kept = here
        section, place, guided = here
        work = partial(bookmarks.keep, self._case.file, self._case.code, section, place, guided, at=self._case.now())
        self._tasks.database(work, owner=self)
