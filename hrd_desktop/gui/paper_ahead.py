"""Pages of papers that are in are made ready for the packet while nobody waits for them, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from hrd_desktop.errors import UnknownFile
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.services import ready_pages
from hrd_desktop.services.evidence import Listed
from hrd_desktop.services.reading import Reading
from hrd_desktop.services.ready_pages import AHEAD_BYTES, CannotOpen, Missing, Prepared
from hrd_desktop.services.work import IsCancelled

_QUIET = 1500  # milliseconds without anything new before it begins


class PaperAhead(QObject):
    """What it has not made when the case is closed or locked, the packet makes when it is needed.

    It says nothing of what goes wrong: whoever makes the packet hears of it then.
    """

    idle = Signal()
    """Nothing is left to be made."""

    def __init__(self, context: FieldContext, parent: QObject) -> None:
        super().__init__(parent)
        self._case = context.case
        self._reading = Reading(stands_back=True)
        self._asked: dict[str, int] = {}  # how many boxes a file had when it was asked for
        self._papers: list[str] = []
        self._todo: list[Missing] = []
        self._data = b""
        self._busy = False
        self._soon = QTimer(self, singleShot=True, interval=_QUIET)
        self._soon.timeout.connect(self._next)
        context.destroyed.connect(self._reading.close)

    @property
    def busy(self) -> bool:
        """Whether something is being made, or will be."""
        return self._busy or self._soon.isActive()

    def wants(self, rows: Iterable[Listed]) -> None:
        """These are the papers now: what is new, or covered otherwise, is made once it is quiet."""
        for row in rows:
            digest, found = row.entry.sha256, row.found
            if digest is None or not row.kept or row.sealed or found is None or found.size > AHEAD_BYTES:
                continue
            if self._asked.get(digest) != row.boxes:
                self._asked[digest] = row.boxes
                self._papers.append(digest)
        if self._papers and not self._busy:
            self._soon.start()

    def wait(self) -> None:
        """Somebody works with papers: the next page comes after that."""
        if not self._busy and self._soon.isActive():
            self._soon.start()

    def _next(self) -> None:
        """The next page, or the next paper; whatever is being saved goes first."""
        if self._case.closing:
            self._stop()
        elif self._case.busy:
            self._busy = False
            self._soon.start()
        elif self._todo:
            self._busy = True
            work = partial(_make, self._reading, self._data, self._todo[0])
            self._case.aside(work, self._made, self._skip, self)
        elif self._papers:
            self._busy = True
            look = partial(ready_pages.missing_of, self._case.file, self._case.code, self._papers.pop(0))
            self._case.ask(look, self._looked, self._skip, self)
        else:
            self._stop()

    def _looked(self, found: tuple[list[Missing], bytes]) -> None:
        self._todo, self._data = found
        self._next()

    def _made(self, made: Prepared) -> None:
        one = self._todo.pop(0)
        if self._case.closing:
            self._stop()
            return
        keep = partial(ready_pages.keep, self._case.file, self._case.code, one, made)
        self._case.ask(keep, lambda _: self._next(), self._skip, self)

    def _skip(self, error: Exception) -> None:
        """A paper that cannot be made ready, or is gone, is passed over; after anything else nothing more is made."""
        self._todo, self._data = [], b""
        if isinstance(error, CannotOpen | UnknownFile):
            self._next()
        else:
            self._stop()

    def _stop(self) -> None:
        self._papers, self._todo, self._data = [], [], b""
        self._busy = False
        self._reading.rest()
        self.idle.emit()


def _make(reading: Reading, data: bytes, one: Missing, cancelled: IsCancelled) -> Prepared:
    return reading.for_paper(data, one.page, one.boxes, cancelled)
