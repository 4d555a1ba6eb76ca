"""The words of the status line on saving: they never call saved what is not."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget


class SavedLabel(QLabel):
    """Empty until something is entered, then `Saving…` or when it was saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at: datetime | None = None
        self.saving = False

    def begin(self, _: object = None) -> None:
        """Another case file, or none any more: nothing is entered yet."""
        self._at, self.saving = None, False
        self.clear()

    def wait(self) -> None:
        """Something is typed or on its way to the disk."""
        self.saving = True
        self._show()

    def settle(self, _: object = None) -> None:
        """Nothing is on its way any more; what was said before holds."""
        self.saving = False
        self._show()

    def saved(self, at: datetime) -> None:
        """All is on the disk since then."""
        self._at = at
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        if self.saving:
            self.setText(self.tr("Saving…"))
        elif self._at is None:
            self.clear()
        else:
            self.setText(self.tr("Saved {time}").format(time=self._at.astimezone().strftime("%H:%M")))
