"""The window of a paper without what moves in it: bars above the page, the facts beside it or below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.page_view import PageView
from hrd_desktop.gui.paper_bars import CoverBar, PaperBar
from hrd_desktop.gui.paper_facts import PaperFacts
from hrd_desktop.gui.theme import GRID

_BESIDE_FROM = 80  # letters in the width of the window


class PaperWindow(QDialog):
    """Shows a page, a text, or a sentence in their place."""

    page_wanted = Signal(int)
    """Somebody wants to go so many pages on."""

    def __init__(self, context: FieldContext, entry: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paper {entry}").format(entry=entry))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.view = PageView(self)
        self.view.setAccessibleName(self.tr("Page of the paper"))
        self.view.page_wanted.connect(self.page_wanted)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the paper"))
        self.said = text_label(self)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget(self)
        shown: tuple[QWidget, ...] = (self.said, self.view, self.text)
        for widget in shown:
            self.stack.addWidget(widget)
        self.facts = PaperFacts(context, self)
        self.bar = PaperBar(self.view, self.page_wanted.emit, self)
        self.covering = CoverBar(self)
        self.told = text_label(self, "small")
        self.told.hide()
        self._lay_out()
        room = self.screen().availableSize()
        self.resize(min(1180, round(room.width() * 0.95)), min(860, round(room.height() * 0.92)))

    def say(self, text: str) -> None:
        """Say something in place of the page."""
        self.said.setText(text)
        self.stack.setCurrentWidget(self.said)

    def say_above(self, text: str) -> None:
        """Say something above the page, or nothing any more."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        bars: tuple[QWidget, ...] = (self.bar, self.covering, self.told)
        for widget in bars:
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.splitter = QSplitter(self)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.facts)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([800, 320])
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        self.close_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.splitter, 1)
        whole.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the page there is room for the facts, or they stand below it."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([800, 320 if beside else 120])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does not close the paper: it may have been meant for the search field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
