"""The words of the status line on backups, and the way to their page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.theme import role


class BackupLabel(QPushButton):
    """Not there while no case file is open."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "status")
        self.setAutoDefault(False)
        self._language = language
        self._last: datetime | None = None
        self._today: datetime | None = None
        self._running = False
        self.hide()

    def begin(self) -> None:
        """No case file is open."""
        self._today, self._running = None, False
        self.hide()

    def known(self, last: datetime | None, now: datetime) -> None:
        """When the newest backup was made."""
        self._last, self._today = last, now
        self._show()

    def run(self, running: bool) -> None:
        """Whether one is being made."""
        self._running = running
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_running"):
            self._show()

    def _show(self) -> None:
        if self._today is None:
            return
        if self._running:
            text = self.tr("Backing up…")
        elif self._last is None:
            text = self.tr("No backup yet")
        else:
            here = self._last.astimezone(self._today.tzinfo)
            same_day = here.date() == self._today.date()
            when = here.strftime("%H:%M") if same_day else self._language.words.day(here.date())
            text = self.tr("Backup {when}").format(when=when)
        self.setText(text)
        self.setAccessibleName(self.tr("Backups: {state}").format(state=text))
        self.show()
