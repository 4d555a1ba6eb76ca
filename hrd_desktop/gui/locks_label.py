"""The words of the status line on locking: how long the window stays open if nobody touches it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

_SOON = 60  # seconds before locking from which they are counted one by one


class LocksLabel(QLabel):
    """Empty while there is nothing to lock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds: int | None = None

    def count(self, seconds: int) -> None:
        """So many seconds are left."""
        self._seconds = seconds
        self._show()

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
        elif self._seconds > _SOON:
            self.setText(self.tr("Locks in {minutes} min").format(minutes=-(-self._seconds // 60)))
        else:
            self.setText(self.tr("Locks in {seconds} s").format(seconds=self._seconds))
