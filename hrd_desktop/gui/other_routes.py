"""When another route fits better: which ones, with what is known, and that only little needs to be kept here."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.line_button import LinkList
from hrd_desktop.gui.review_lines import Line, ReviewLines
from hrd_desktop.gui.theme import GRID, role


class OtherRoutes(QWidget):
    """The routes of the assessment: the main ones first when the case is diverted, the others below; else one list."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines = ReviewLines(context)
        self.main_head, self.main = text_label(self, "strong"), LinkList(self)
        self.main_head.setText(self.tr("Routes that fit these facts"))
        self.other_head, self.other = text_label(self, "strong"), LinkList(self)
        self.minimum = text_label(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self._main_card = self._group(column, self.main_head, self.main)
        self._keep = QFrame(self)
        role(self._keep, "card")
        inside = QVBoxLayout(self._keep)
        inside.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        inside.addWidget(self.minimum)
        column.addWidget(self._keep)
        self._other_card = self._group(column, self.other_head, self.other)

    def refresh(self) -> None:
        """Show the routes of the newest assessment."""
        found = self._context.case.assessment
        diverted = found.headline == "DIVERT"
        main, other = self._lines.routes(main=True), self._lines.routes(main=False)
        self._show(self.main_head, self.main, self._main_card, main)
        self._show(self.other_head, self.other, self._other_card, other)
        self.other_head.setText(self.tr("Other ways to know of") if diverted else self.tr("Other routes"))
        self._keep.setVisible(diverted)
        self.minimum.setText("\n".join([*self._lines.keep_minimum(), self._proposal()]))
        self.setVisible(bool(main or other or diverted))

    def _proposal(self) -> str:
        return self.tr(
            "Proposed: keep only what is needed to reach the person and for safety. Most sections have stopped asking. "
            "Nothing was deleted, and each of them can be opened all the same."
        )

    def number(self) -> int:
        """How many lines there are."""
        return len(self.main.lines) + len(self.other.lines)

    def _group(self, column: QVBoxLayout, head: QWidget, lines: LinkList) -> QFrame:
        card = QFrame(self)
        role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        inside.addWidget(lines)
        column.addWidget(head)
        column.addWidget(card)
        column.addSpacing(GRID)
        return card

    def _show(self, head: QWidget, lines: LinkList, card: QFrame, found: list[Line]) -> None:
        lines.fill(found)
        head.setVisible(bool(found))
        card.setVisible(bool(found))
