"""The pages of a text on which parts of it are covered: made beside the window, when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.tasks import Task
from hrd_desktop.services import covering
from hrd_desktop.services.evidence import CannotOpen, Sheets
from hrd_desktop.services.reading import Reading


class TextSheets(QObject):
    """The sheets of one text, with what can be read on each for searching."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, case: OpenCase, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._reading = reading
        self._texts: Sequence[str] = ()
        self._task: Task | None = None
        self.made: Sheets | None = None
        self.texts: tuple[str, ...] = ()
        self.certain = True
        """Whether the boxes are known to have been drawn on these very sheets."""

    def of(self, texts: Sequence[str], kept: Sheets | None, *, covered: bool) -> None:
        """The text whose sheets may be wanted, and those its boxes were drawn on if they are kept."""
        self._texts, self.made = texts, kept
        self.certain = kept is not None or not covered

    def ask(self) -> None:
        """Make them, unless they are there or under way; `ready` follows."""
        if self._task is None:
            work = partial(_made, self._reading, list(self._texts), self.made)
            self._task = self._case.aside(work, self._done, self._not_done, self)

    @property
    def there(self) -> bool:
        """Whether they can be shown."""
        return self.made is not None and bool(self.texts)

    @property
    def to_keep(self) -> Sheets | None:
        """What is to be kept with the boxes: nothing while it is not certain what these cover."""
        return self.made if self.certain else None

    def stop(self) -> None:
        """What is under way ends."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _done(self, made: tuple[Sheets, tuple[str, ...]]) -> None:
        self._task = None
        self.made, self.texts = made
        self.ready.emit()

    def _not_done(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def _made(
    reading: Reading, texts: Sequence[str], kept: Sheets | None, cancelled: Callable[[], bool]
) -> tuple[Sheets, tuple[str, ...]]:
    sheets = kept or covering.typeset(texts, cancelled)
    _, found, read = reading.look(sheets.data, "", cancelled)
    if found.trouble is not None:
        raise CannotOpen(found.trouble)
    return sheets, tuple(read) or ("",) * sheets.pages
