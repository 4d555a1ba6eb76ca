"""Addresses and history: months of which nothing is told stand between the cards, as rows to fill."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.core.gaps import month_number
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.editors.month_gaps import GapLine, MonthTable
from hrd_desktop.gui.editors.rows import RowsEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import role


class MonthRowsEditor(RowsEditor):
    """The rows of a table that must be whole month by month, with its gaps; overlaps are said below, quietly."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self.table = MonthTable(context.case, place)
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

    def show_value(self, value: Any) -> None:
        for line in self.gap_lines:
            self.stack.removeWidget(line)
        super().show_value(value)
        for line in self.gap_lines:
            self.stack.addWidget(line)
        self._look_again()

    def focus_target(self) -> QWidget:
        """A link to the table leads to what is missing in it."""
        return self.gap_lines[0] if self.gap_lines else super().focus_target()

    def fill_gap(self, months: range) -> None:
        """Begin a row for these months."""
        self.begin(self.table.filling(months))

    def _changed_somewhere(self) -> None:
        """A birth date or a day of signing may have moved the months that are asked for."""
        if self.isVisible():
            self._look_again()
        else:
            self._stale = True

    def _look_again(self) -> None:
        """Work out the gaps anew; lines are made again only where they are others."""
        self._stale = False
        missing = self.table.gaps()
        for line in self.gap_lines:
            self.stack.removeWidget(line)
        if [line.months for line in self.gap_lines] != missing:
            for line in self.gap_lines:
                line.hide()
                line.deleteLater()
            self.gap_lines = [self._line(months) for months in missing]
        for line in self.gap_lines:
            self.stack.insertWidget(self._position(line.months), line)
        found = self.table.overlaps(self.context.words)
        self.overlaps.setText("\n".join(found))
        self.overlaps.setVisible(bool(found))

    def _line(self, months: range) -> GapLine:
        line = GapLine(months, self.context.words, self)
        line.fill_asked.connect(self.fill_gap)
        return line

    def _position(self, months: range) -> int:
        """Where a gap stands among the cards: in the order in which they are, early ones first or late ones."""
        starts = {row.id: month_number(row.start.first) for row in self.table.told()}
        order = [starts[key] for key in self.cards if key in starts]
        falling = len(order) > 1 and order[0] > order[-1]
        for key, card in self.cards.items():
            start = starts.get(key)
            if start is not None and (start < months.start if falling else start >= months.stop):
                return self.stack.indexOf(card)
        last = [card for key, card in self.cards.items() if key in starts]
        return self.stack.indexOf(last[-1]) + 1 if last else 0
