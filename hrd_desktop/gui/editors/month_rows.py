"""Addresses and history: months of which nothing is told stand between the cards, as rows to fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.gaps import Row, gaps, month, month_number, overlaps
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.errors import NoPackForDate
from hrd_desktop.gui.editors.rows import RowsEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.line_button import LineButton, Sign
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services.timeline import asked_months
from hrd_desktop.wording.timeline import gap_text, stretch_text


@dataclass(frozen=True)
class _Told:
    """A row as far as months go, recorded or only begun."""

    id: str
    start: PartialDate
    start_info: DateInfo | None
    end: PartialDate | None
    end_info: DateInfo | None
    ongoing: bool | None


class GapLine(LineButton):
    """Months to fill: what is missing, and what pressing it does."""

    fill_asked = Signal(object)
    """The months, a range of `core.gaps`."""

    def __init__(self, text: str, months: range, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "gap")
        self.months = months
        sign = Sign(self)
        sign.show_icon("attention", "attention")
        said, does = self.label("attention"), self.label("small")
        said.setText(text)
        does.setText(self.tr("Add what happened"))
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(said)
        words.addWidget(does)
        self.line.addWidget(sign)
        self.line.addLayout(words, 1)
        self.setAccessibleName(text)
        self.setAccessibleDescription(does.text())
        self.clicked.connect(lambda: self.fill_asked.emit(self.months))


class MonthRowsEditor(RowsEditor):
    """The rows of a table that must be whole month by month, with its gaps; overlaps are said below, quietly."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self.gap_lines: list[GapLine] = []
        self._stale = False
        super().__init__(context, place, spec, parent)
        context.case.assessed.connect(self._changed_somewhere)

    def finish(self, control: QWidget, focus: QWidget | None = None) -> None:
        self.overlaps = QLabel(self)
        self.overlaps.setWordWrap(True)
        role(self.overlaps, "small")
        super().finish(control, focus)
        self.column.insertWidget(self.column.indexOf(self.error), self.overlaps)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is looked at now."""
        if self._stale:
            self._look_again()
        super().showEvent(event)

    def _changed_somewhere(self) -> None:
        """A birth date or a day of signing may have moved the months that are asked for."""
        if self.isVisible():
            self._look_again()
        else:
            self._stale = True

    def show_value(self, value: Any) -> None:
        for line in self.gap_lines:
            self.stack.removeWidget(line)
        super().show_value(value)
        for line in self.gap_lines:
            self.stack.addWidget(line)
        self._look_again()

    def fill_gap(self, months: range) -> None:
        """Begin a row for these months; of an empty table only the first is taken for known."""
        given: dict[str, Any] = {"start": month(months[0])}
        if self.cards:
            today = month_number(self.context.case.today)
            given |= {"ongoing": True} if months[-1] == today else {"end": month(months[-1])}
        self.begin(given)

    def _look_again(self) -> None:
        """Work out the gaps anew; lines are made again only where they are others, or stand elsewhere."""
        self._stale = False
        person = self.place.partition(".")[0]
        told = self._told()
        missing = gaps(told, self._asked(person))
        if [line.months for line in self.gap_lines] != missing:
            for line in self.gap_lines:
                self.stack.removeWidget(line)
                line.hide()
                line.deleteLater()
            self.gap_lines = [self._line(months) for months in missing]
        for line in self.gap_lines:
            self.stack.removeWidget(line)
        for line in self.gap_lines:
            self.stack.insertWidget(self._position(line.months, told), line)
        words = self.context.words
        found = [stretch_text("overlap", one.days, words) for one in overlaps(told, self.context.case.today)]
        self.overlaps.setText("\n".join(found))
        self.overlaps.setVisible(bool(found))

    def _asked(self, person: str) -> range:
        try:
            asked = asked_months(self.context.case.case, self.context.case.today)
        except NoPackForDate:  # the clock stands before the first rules: nobody knows what they would ask
            return range(0)
        return asked.get(person, range(0))

    def _line(self, months: range) -> GapLine:
        line = GapLine(gap_text(months, self.context.words), months, self)
        line.fill_asked.connect(self.fill_gap)
        return line

    def _told(self) -> list[Row]:
        value = self.context.case.value
        return [
            _Told(key, start, *(value(f"{key}.{name}") for name in ("start_info", "end", "end_info", "ongoing")))
            for key in self.context.case.rows(self.place)
            if (start := value(f"{key}.start")) is not None
        ]

    def _position(self, months: range, told: list[Row]) -> int:
        """Where a gap stands among the cards: in the order in which they are, early ones first or late ones."""
        starts = {row.id: month_number(row.start.first) for row in told}
        order = [starts[key] for key in self.cards if key in starts]
        falling = len(order) > 1 and order[0] > order[-1]
        for key, card in self.cards.items():
            start = starts.get(key)
            if start is not None and (start < months.start if falling else start >= months.stop):
                return self.stack.indexOf(card)
        last = [card for key, card in self.cards.items() if key in starts]
        return self.stack.indexOf(last[-1]) + 1 if last else 0
