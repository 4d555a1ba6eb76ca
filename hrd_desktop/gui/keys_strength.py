"""How strong a passphrase is, shown while it is typed: a bar of four steps, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from hrd_desktop.gui import colours
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import GRID, role

if TYPE_CHECKING:
    from hrd_desktop.services.strength import Strength

_AFTER = 120  # ms without a key before it is weighed: nobody who types waits for that
_STEPS = 4
_VOICES = ("error", "error", "attention", "clear", "clear")
_COLOURS = ("stop", "stop", "attention", "clear", "clear")


class StrengthBar(QWidget):
    """Four boxes, as many of them full as the passphrase is strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(GRID * 20, GRID + 2)

    def fill(self, score: int) -> None:
        """Show so many full boxes."""
        self.score = score
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        shades = colours.current()
        width = (self.width() - (_STEPS - 1) * GRID // 2) / _STEPS
        for step in range(_STEPS):
            full = step < self.score
            painter.setPen(QPen(shades.of(_COLOURS[self.score] if full else "border"), 1))
            painter.setBrush(shades.of(_COLOURS[self.score] if full else "paper"))
            at = _STEPS - 1 - step if self.isRightToLeft() else step
            painter.drawRect(round(at * (width + GRID // 2)), 0, round(width) - 1, self.height() - 1)
        painter.end()


class StrengthMeter(QWidget):
    """Weighs what is in a field, off the thread of the window. While the field is empty it says `hint`."""

    weighed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QLineEdit | None = None
        self._tasks: Tasks | None = None
        self._language: Language | None = None
        self._found: Strength | None = None
        self.hint = ""
        self.bar = StrengthBar(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        self._wait = QTimer(self, singleShot=True, interval=_AFTER)
        self._wait.timeout.connect(self._weigh)
        self._show()

    def watch(self, field: QLineEdit, tasks: Tasks, language: Language) -> None:
        """Follow what is typed there."""
        self._field, self._tasks, self._language = field, tasks, language
        field.textChanged.connect(self._changed)
        self._changed(field.text())

    def say_hint(self, text: str) -> None:
        """What to say of an empty field."""
        self.hint = text
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_wait"):
            self._wait.start()

    def _changed(self, text: str) -> None:
        if text:
            self._wait.start()
        else:
            self._wait.stop()
            self._found = None
            self._show()

    def _weigh(self) -> None:
        if self._field is None or self._tasks is None or self._language is None or not self._field.isVisible():
            return
        if text := self._field.text():
            self._tasks.pool(_weighed, text, self._language.lang, done=self._came)

    def _came(self, answer: tuple[str, Strength]) -> None:
        text, found = answer
        if self._field is not None and self._field.text() == text:  # else a newer one is on its way
            self._found = found
            self._show()
            self.weighed.emit()

    def _show(self) -> None:
        found = self._found
        self.bar.fill(found.score if found else 0)
        self.bar.setVisible(found is not None)
        self.words.setText(found.words if found else self.hint)
        role(self.words, _VOICES[found.score] if found else "small")


def _weighed(text: str, lang: str) -> tuple[str, Strength]:
    """In a thread of the pool, where the lists of words load too."""
    from hrd_desktop.services import strength

    return text, strength.strength(text, lang)
