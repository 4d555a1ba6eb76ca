"""Until when: a few usual days, any other day, or none."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from hrd_desktop.gui.theme import GRID

_OTHER = -1


class DayChoice(QWidget):
    """A drop-down of usual days; the calendar shows only when another day is wanted."""

    def __init__(self, on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on = on
        self.usual = QComboBox(self)
        self.other = QDateEdit(self)
        self.other.setCalendarPopup(True)
        self.other.setDisplayFormat("yyyy-MM-dd")
        self.other.setDate(QDate(on.year, on.month, on.day))
        self.other.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.usual, 1)
        row.addWidget(self.other, 1)
        self.setFocusProxy(self.usual)
        self.usual.currentIndexChanged.connect(self._chosen)
        self._fill()

    def day(self) -> date | None:
        """The day that is chosen; None for no day."""
        days = self.usual.currentData()
        if days is None:
            return None
        if days == _OTHER:
            chosen = self.other.date()
            return date(chosen.year(), chosen.month(), chosen.day())
        return self._on + timedelta(days=days)

    def reset(self) -> None:
        """Back to the first choice."""
        self.usual.setCurrentIndex(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "usual"):
            self._fill()

    def _fill(self) -> None:
        chosen = max(0, self.usual.currentIndex())
        choices: list[tuple[str, int | None]] = [
            (self.tr("Within a week"), 7),
            (self.tr("Today"), 0),
            (self.tr("Tomorrow"), 1),
            (self.tr("Within two weeks"), 14),
            (self.tr("Within a month"), 30),
            (self.tr("Another day"), _OTHER),
            (self.tr("No day"), None),
        ]
        with QSignalBlocker(self.usual):
            self.usual.clear()
            for text, days in choices:
                self.usual.addItem(text, days)
            self.usual.setCurrentIndex(chosen)
        self.usual.setAccessibleName(self.tr("Until when"))
        self.other.setAccessibleName(self.tr("Another day"))

    def _chosen(self, _: int) -> None:
        self.other.setVisible(self.usual.currentData() == _OTHER)
