"""The words of the status line on locking: how long the window stays open if nobody touches it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.gui.theme import role

_SOON = 60  # seconds before locking from which they are counted one by one, at most
_LAST_PART = 4  # of a short limit they are so many times fewer: who reads does not want to be called all the time
_ALOUD = 10  # seconds at which a screen reader says it once more: a tired person may not look at the status line
_SHARE = 0.6  # of the window's width that the words may take


class LocksLabel(QLabel):
    """Empty while there is nothing to lock."""

    announced = Signal(str)
    """What a screen reader was given to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds: int | None = None
        self._soon = _SOON

    def count(self, seconds: int, of: int = _SOON * _LAST_PART) -> None:
        """So many seconds are left, of so many in all."""
        before, self._seconds = self._seconds, seconds
        self._soon = min(_SOON, of // _LAST_PART)
        self._show()
        if before is not None and any(seconds <= mark < before for mark in (self._soon, _ALOUD)):
            self._announce(self._words(long=True))

    def begin(self) -> None:
        """Nothing is open."""
        self._seconds = None
        self.clear()

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        if self._seconds is None:
            self.clear()
            return
        role(self, "attention" if self._seconds <= self._soon else "")
        words = self._words(long=True)
        room = self.window().width() * _SHARE
        self.setText(words if self.fontMetrics().horizontalAdvance(words) <= room else self._words(long=False))

    def _words(self, *, long: bool) -> str:
        seconds = self._seconds or 0
        if seconds > self._soon:
            return self.tr("Locks in {minutes} min").format(minutes=-(-seconds // 60))
        if long:
            return self.tr("Locks in {seconds} s. Press any key to stay.").format(seconds=seconds)
        return self.tr("Locks in {seconds} s").format(seconds=seconds)

    def _announce(self, words: str) -> None:
        event = QAccessibleAnnouncementEvent(self, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        self.announced.emit(words)
