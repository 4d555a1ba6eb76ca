"""Until when a closed case is kept: after a few years, or on any other day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from hrd_desktop.gui.theme import GRID
from hrd_desktop.services.ending import YEARS, after
from hrd_desktop.wording import Wording

_OTHER = -1


class KeepChoice(QWidget):
    """A drop-down of years, each with its day; the calendar shows only when another day is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from: date | None = None
        self._words: Wording | None = None
        self.years = QComboBox(self)
        self.other = QDateEdit(self)
        self.other.setCalendarPopup(True)
        self.other.setDisplayFormat("yyyy-MM-dd")
        self.other.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.years, 1)
        row.addWidget(self.other, 1)
        self.setFocusProxy(self.years)
        self.years.currentIndexChanged.connect(self._chosen)

    def count_from(self, on: date, words: Wording) -> None:
        """Offer days that many years after this one; another day that was chosen stays."""
        first = self._from is None
        self._from, self._words = on, words
        if first:
            start = after(on, YEARS[0])
            self.other.setDate(QDate(start.year, start.month, start.day))
        self._fill()

    def choose(self, day: date) -> None:
        """Begin with a day of its own."""
        self.other.setDate(QDate(day.year, day.month, day.day))
        self.years.setCurrentIndex(self.years.findData(_OTHER))

    def day(self) -> date:
        """The day that is chosen."""
        assert self._from is not None
        years = self.years.currentData()
        if years != _OTHER:
            return after(self._from, years)
        chosen = self.other.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and getattr(self, "_from", None):
            self._fill()

    def _fill(self) -> None:
        if self._from is None or self._words is None:
            return
        chosen = max(0, self.years.currentIndex())
        with QSignalBlocker(self.years):
            self.years.clear()
            for years in YEARS:
                text = self.tr("1 year, until {day}") if years == 1 else self.tr("{years} years, until {day}")
                day = self._words.day(after(self._from, years))
                self.years.addItem(text.format(years=years, day=day), years)
            self.years.addItem(self.tr("Another day"), _OTHER)
            self.years.setCurrentIndex(chosen)
        self.years.setAccessibleName(self.tr("Keep it until"))
        self.other.setAccessibleName(self.tr("Another day"))

    def _chosen(self, _: int) -> None:
        self.other.setVisible(self.years.currentData() == _OTHER)
