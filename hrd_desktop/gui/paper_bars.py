"""The two bars above a paper: going through it, and covering parts of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from hrd_desktop.gui.flow_layout import FlowBox, OptionBox
from hrd_desktop.gui.page_view import PageView
from hrd_desktop.gui.theme import LEAST, icon, role


class PaperBar(FlowBox):
    """Pages, zoom, turning, search."""

    def __init__(self, view: PageView, go: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous = self._tool("up", self.tr("Previous page (Page up)"), lambda: go(-1))
        self.number = QLabel(self)
        self.number.setMinimumHeight(LEAST)
        self.flow.addWidget(self.number)
        self.next = self._tool("down", self.tr("Next page (Page down)"), lambda: go(1))
        self.smaller = self._tool("remove", self.tr("Smaller (minus key)"), lambda: view.closer(-1))
        self.larger = self._tool("add", self.tr("Larger (plus key)"), lambda: view.closer(1))
        self.fit = self._tool("", self.tr("As wide as the window (0 key)"), lambda: view.set_zoom(1.0))
        self.fit.setText(self.tr("Fit"))
        self.turn = self._tool("redo", self.tr("Turn to the right (R key)"), view.turn)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search in the text"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(24 * self.fontMetrics().averageCharWidth())
        self.flow.addWidget(self.search)

    def show_state(self, page: int, count: int, *, searchable: bool) -> None:
        """Say which page of how many is shown; none for what has no pages."""
        self.number.setText(self.tr("Page {number} of {count}").format(number=page + 1, count=count))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < count)
        for widget in (self.previous, self.number, self.next, self.smaller, self.larger, self.fit, self.turn):
            widget.setVisible(count > 0)
        self.search.setEnabled(searchable)
        self.search.setToolTip("" if searchable else self.tr("There is no text to search in."))

    def _tool(self, name: str, text: str, work: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        if name:
            button.setIcon(icon(name))
            side = self.fontMetrics().height()
            button.setIconSize(QSize(side, side))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _checked=False: work())
        self.flow.addWidget(button)
        return button


class CoverBar(OptionBox):
    """Covering parts, and seeing the page as it leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cover = self._button("", self.tr("Cover parts"))
        self.new_box = self._button("add", self.tr("New box (N)"))
        self.remove_box = self._button("trash", self.tr("Take the box away"))
        self.back = self._button("undo", self.tr("Undo"))
        self.right = self._button("", self.tr("The boxes cover the right words"))
        self.leaving = self._button("", self.tr("See it as it leaves"))
        for button in (self.cover, self.leaving):
            button.setCheckable(True)
            role(button, "toggle")

    def show_state(self, *, boxes: int, steps: int, doubtful: bool = False) -> None:
        """Show what can be done now; `doubtful`: somebody has to say first that the boxes are right."""
        covering = self.cover.isChecked() and not self.leaving.isChecked()
        for button in (self.new_box, self.remove_box, self.back):
            button.setVisible(covering)
        self.remove_box.setEnabled(boxes > 0)
        self.back.setEnabled(steps > 0)
        self.right.setVisible(doubtful)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        if name:
            button.setIcon(icon(name))
        button.setAutoDefault(False)
        self.flow.addWidget(button)
        return button
