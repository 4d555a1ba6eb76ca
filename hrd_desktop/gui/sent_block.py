"""Inside a case: the packets of it that left, above the questions on the referral."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.sent_cards import SentCards
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import sent
from hrd_desktop.services.sent import Sent

_WIDEST = 110  # letters in a line


class SentBlock(QWidget):
    """Read anew when it comes into sight, when its window comes to the front, and after the case was saved."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        case = context.case
        self.title, self.none = text_label(self, "strong"), text_label(self, "small")
        self.title.setText(self.tr("Packets that left"))
        self.message = text_label(self)
        self.cards = SentCards(case.file, case.ask, context.words, case.now, self, in_case=True)
        self.cards.told.connect(self._say)
        self.cards.changed.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.earlier = QPushButton(self)
        role(self.earlier, "link")
        self.earlier.setCheckable(True)
        self.earlier.toggled.connect(lambda _: self._show())
        self._rows: list[Sent] = []
        for widget in (self.title, self.none, self.message, self.cards, self.earlier):
            column.addWidget(widget)
            widget.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST)
        self.message.hide()
        self.cards.hide()
        self.earlier.hide()
        case.saved.connect(lambda _at: self._saved())

    def refresh(self) -> None:
        """Read which packets there are."""
        case = self._context.case
        self.cards.by = case.by
        case.ask(partial(sent.of_case, case.file, case.code), self._came, self._failed, self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self.refresh()

    def _came(self, rows: list[Sent]) -> None:
        self._rows = rows
        fill(self.none, "" if rows else self.tr("None yet."))
        self._show()
        self.cards.look_again()

    def _show(self) -> None:
        """The newest for each recipient; those that it replaced when asked for."""
        newest = [row for row in self._rows if not row.replaced_by]
        self.cards.fill(self._rows if self.earlier.isChecked() else newest)
        count = len(self._rows) - len(newest)
        fewer, more = self.tr("Only the newest"), self.tr("Earlier editions ({count})").format(count=count)
        self.earlier.setText(fewer if self.earlier.isChecked() else more)
        self.earlier.setVisible(count > 0)

    def _saved(self) -> None:
        if self.isVisible():
            self.cards.look_again()

    def _failed(self, error: Exception) -> None:
        self._say(self._context.words.message(error), "error")

    def _say(self, text: str, voice: str) -> None:
        role(self.message, voice)
        fill(self.message, text)
