"""A warning under the field that names a case file, where it lies in a folder that may harm it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from hrd_desktop.gui import care_work
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from hrd_desktop.services.whereabouts import Whereabouts

_AFTER = 400  # ms without a key before the place is looked at


class PlaceNote(QLabel):
    """Empty, and not there, while there is nothing to warn of. It forbids nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QLineEdit | None = None
        self._tasks: Tasks | None = None
        self._language: Language | None = None
        self._places: tuple[Whereabouts, ...] = ()
        self._wait = QTimer(self, singleShot=True, interval=_AFTER)
        self._wait.timeout.connect(self._look)
        self.hide()

    def watch(self, field: QLineEdit, tasks: Tasks, language: Language) -> None:
        """Follow what the field names."""
        self._field, self._tasks, self._language = field, tasks, language
        field.textChanged.connect(lambda _: self._wait.start())
        self._wait.start()

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_wait"):
            self._show()

    def _look(self) -> None:
        if self._field is None or self._tasks is None or self._tasks.closed:
            return
        text = self._field.text().strip()
        if text:
            self._tasks.pool(care_work.look, Path(text).expanduser(), done=self._found, failed=self._not_found)
        else:
            self._found(())

    def _found(self, places: tuple[Whereabouts, ...]) -> None:
        self._places = places
        self._show()

    def _not_found(self, _error: object) -> None:
        self._found(())

    def _show(self) -> None:
        text = ""
        if self._places and self._language is not None:
            from hrd_desktop.services import whereabouts

            text = "\n".join(whereabouts.advice(place, self._language.words) for place in self._places)
        self.setText(text)
        self.setVisible(bool(text))
