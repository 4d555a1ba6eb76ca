"""A date of a calendar that the program cannot compute: the wording is kept, somebody enters the Gregorian days."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hrd_desktop.core.dates import PartialDate, Span
from hrd_desktop.gui.editors.clean import cleaned_line
from hrd_desktop.gui.editors.date_parts import DateParts
from hrd_desktop.gui.editors.line import Line
from hrd_desktop.gui.theme import role
from hrd_desktop.wording.calendars import months


@dataclass(frozen=True)
class ByHand:
    """What was entered: the wording, and the days it may mean (None while they are not known)."""

    original: str | None
    span: Span | None


class DateByHand(QWidget):
    """Wording, first and last Gregorian day; the last may be left empty where the first is a year or a month."""

    left = Signal()
    """Something was entered and left."""

    def __init__(self, title: str, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.original = Line(self)
        self.original.editingFinished.connect(self.left)
        self._add(column, self.tr("As written or said, in its own calendar"), self.original, self.original, title)
        self.first = DateParts(f"{title}, {self.tr('first possible day')}", self)
        self.last = DateParts(f"{title}, {self.tr('last possible day')}", self)
        for text, parts in (
            (self.tr("In the Gregorian calendar: the date, or the first day it may be"), self.first),
            (self.tr("The last day it may be"), self.last),
        ):
            parts.offer_months(months("gregorian", lang), numbered=True)
            parts.left.connect(self.left)
            parts.edited.connect(lambda parts=parts: self.left.emit() if parts.read() else None)
            self._add(column, text, parts, parts.day, title)

    def show_range(self, original: str | None, date: PartialDate | None, span: Span | None) -> None:
        """Show what is recorded, leaving alone what is typed and means the same."""
        if cleaned_line(self.original.text()) != (original or ""):
            self.original.setText(original or "")
        wanted = span or (date.span if date is not None else None)
        if self.entered().span == wanted and wanted is not None:
            return
        if date is not None and date.span == wanted:
            self.first.show_date(date)
            self.last.show_date(None)
        else:
            self.first.show_date(PartialDate.of(wanted.first) if wanted else None)
            self.last.show_date(PartialDate.of(wanted.last) if wanted else None)

    def entered(self) -> ByHand:
        """What stands there. The days are None while they are incomplete."""
        first, last = self.first.read(), self.last.read()
        span = None
        if first is not None and (last is not None or self.last.typed == ("", "", "")):
            span = Span(first.first, (last or first).last)
        return ByHand(cleaned_line(self.original.text()) or None, span)

    @property
    def half_typed(self) -> bool:
        """Whether days are typed that are no days yet."""
        nothing = ("", "", "")
        return self.entered().span is None and (self.first.typed, self.last.typed) != (nothing, nothing)

    @property
    def holds_keyboard(self) -> bool:
        """Whether the keyboard is in one of the dates."""
        return self.first.holds_keyboard or self.last.holds_keyboard

    def _add(self, column: QVBoxLayout, text: str, control: QWidget, focus: QWidget, title: str) -> None:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setBuddy(focus)
        role(label, "small")
        if control is self.original:
            control.setAccessibleName(f"{title}: {text}")
        column.addWidget(label)
        column.addWidget(control)
