"""Pictures of the pages of one paper: made beside the window, a few of them kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.tasks import Task
from hrd_desktop.services.evidence import Box
from hrd_desktop.services.reading import Reading

_KEPT = 12
How = Literal["kept", "leaving"]


class Wanted(NamedTuple):
    """A page as it is kept, so many pixels wide, or as it leaves."""

    how: How
    page: int
    width: int = 0


class PagePictures(QObject):
    """Makes the page that was asked for last; an older wish is given up."""

    ready = Signal()
    """The page that was asked for last is there."""
    failed = Signal(object)

    def __init__(self, case: OpenCase, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._reading = reading
        self._data = b""
        self._made: dict[Wanted, QPixmap] = {}
        self._task: Task | None = None
        self._wanted: Wanted | None = None

    def of(self, data: bytes) -> None:
        """The file whose pages are wanted from now on."""
        self.stop()
        self._data = data

    def best(self, wanted: Wanted) -> QPixmap | None:
        """The page, or the same page in another size until it is there."""
        if wanted in self._made:
            return self._made[wanted]
        others = [picture for key, picture in self._made.items() if key[:2] == wanted[:2]]
        return others[-1] if others else None

    def ask(self, wanted: Wanted, boxes: Sequence[Box]) -> None:
        """Make a page, unless it is there or under way."""
        if wanted in self._made or (wanted == self._wanted and self._task is not None):
            return
        if self._task is not None:
            self._task.cancel()
        self._wanted = wanted
        if wanted.how == "leaving":
            work: Callable[..., bytes] = partial(_leaving, self._reading, self._data, wanted.page, list(boxes))
        else:
            work = partial(_shown, self._reading, self._data, wanted.page, wanted.width)
        self._task = self._case.aside(work, partial(self._done, wanted), partial(self._not_done, wanted), self)

    def forget_leaving(self) -> None:
        """Other parts are covered now."""
        for key in [key for key in self._made if key.how == "leaving"]:
            del self._made[key]
        if self._wanted is not None and self._wanted.how == "leaving":
            self._give_up()

    def stop(self) -> None:
        """Forget everything; what is under way ends."""
        self._give_up()
        self._made.clear()
        self._data = b""

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._wanted = None

    def _done(self, wanted: Wanted, data: bytes) -> None:
        if wanted != self._wanted:
            return
        self._task = None
        picture = QPixmap()
        picture.loadFromData(data)
        self._made[wanted] = picture
        while len(self._made) > _KEPT:
            self._made.pop(next(iter(self._made)))
        self.ready.emit()

    def _not_done(self, wanted: Wanted, error: Exception) -> None:
        if wanted == self._wanted:
            self._task = None
            if not isinstance(error, Cancelled):
                self.failed.emit(error)


def _shown(reading: Reading, data: bytes, page: int, width: int, cancelled: Callable[[], bool]) -> bytes:
    return reading.shown(data, page, width, cancelled)


def _leaving(reading: Reading, data: bytes, page: int, boxes: list[Box], cancelled: Callable[[], bool]) -> bytes:
    return reading.leaving(data, page, boxes, cancelled)
