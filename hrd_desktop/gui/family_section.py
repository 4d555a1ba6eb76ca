"""The top of the section "family": the drawn tree, the same as a list, what is missing, and who else there may be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.family_tree import Box, Tree
from hrd_desktop.core.kin import Parent, Union
from hrd_desktop.gui import family_paint
from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.family_chart import FamilyChart
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import FlowBox, OptionBox
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.next_person import NextPerson
from hrd_desktop.gui.theme import GRID, icon, role
from hrd_desktop.wording.family import BoxText, box_text, line_title, links_of, missing_text

_KEY = Qt.ItemDataRole.UserRole


class FamilySection(QWidget):
    """Follows the case: every change of it is seen here at once, in the drawing and in the list."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.tree: Tree | None = None
        self.chart = FamilyChart(self)
        self.chart.chosen.connect(self._open)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self._open(item.data(_KEY)))
        self.list.hide()
        self.legend = FlowBox(self, gap=2 * GRID)
        self.add = QPushButton(icon("add"), self.tr("Add a person"), self)
        self.add.clicked.connect(self._add)
        self.anyone = QPushButton(icon("question"), self.tr("Anyone else?"), self)
        self.anyone.clicked.connect(self._ask)
        self.as_list = QPushButton(self.tr("Show as a list"), self)
        self.as_list.setCheckable(True)
        self.as_list.toggled.connect(self._switch)
        self.smaller = self._tool("−", self.tr("Smaller"), -1)
        self.larger = self._tool("+", self.tr("Larger"), 1)
        self.fitted = self._tool(self.tr("Fit"), self.tr("As much as fits"), 0)
        for button in (self.as_list, self.smaller, self.larger, self.fitted):
            role(button, "quiet")
        self.next_person = NextPerson(context, self)
        self.next_person.ended.connect(lambda: self.anyone.setFocus(Qt.FocusReason.OtherFocusReason))
        self.missing = QWidget(self)
        self._missing_lines = QVBoxLayout(self.missing)
        self._missing_lines.setContentsMargins(0, 0, 0, 0)
        self._missing_lines.setSpacing(0)
        self.missing_title = QLabel(self.tr("Still missing"), self)
        role(self.missing_title, "strong")
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self._stale = False
        context.case.assessed.connect(self._soon.start)  # after every change, and with the days the rules give
        context.names_shown.connect(self._soon.start)
        self.refresh()

    def refresh(self) -> None:
        """Draw and say the family as it is now."""
        words = self._context.words
        self.tree = self._context.family()
        boxes = {box.key: box for box in self.tree.boxes}
        texts = {key: box_text(box, words, self._context.row_label, self._name(box)) for key, box in boxes.items()}
        called = {key: box.person or texts[key].title for key, box in boxes.items()}
        ties = {key: links_of(self.tree, key, words, called.__getitem__) for key in boxes}
        self.chart.show_tree(self.tree, texts, {key: "; ".join(found) for key, found in ties.items()})
        self._fill_list(texts, ties)
        self._fill_legend()
        self._fill_missing()
        self.chart.updateGeometry()

    def _follow(self) -> None:
        """Draw again, or once somebody looks: elsewhere each letter typed would pay for it."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def _build(self) -> None:
        tools = OptionBox(self)
        for button in (self.add, self.anyone, self.as_list, self.smaller, self.larger, self.fitted):
            tools.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (tools, self.next_person, self.chart, self.list, self.legend, self.missing_title, self.missing):
            column.addWidget(widget)

    def _tool(self, text: str, name: str, steps: int) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(partial(self.chart.zoom, steps))
        return button

    def _name(self, box: Box) -> str:
        """The name of somebody outside the case, only where names are shown."""
        if not self._context.show_names:
            return ""
        for row in box.rows:
            held = self._context.case.value(row)
            if isinstance(held, Parent) and (held.given or held.family):
                return " ".join(part for part in (held.given, held.family) if part)
            if isinstance(held, Union) and held.partner_b_name:
                return held.partner_b_name
        return ""

    def _fill_list(self, texts: dict[str, BoxText], ties: dict[str, list[str]]) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for key, text in texts.items():
            item = QListWidgetItem("; ".join((text.whole, *ties[key])), self.list)
            item.setData(_KEY, key)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self.list.setAccessibleName(self.tr("The family as a list"))
        self.list.setFixedHeight(min(9, self.list.count() + 1) * round(self.fontMetrics().height() * 2.6))

    def _fill_legend(self) -> None:
        assert self.tree is not None
        styles = list(dict.fromkeys((line.style, line.kind == "couple") for line in self.tree.lines))
        while self.legend.flow.count():
            item = self.legend.flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for style, couple in styles:
            if not couple or style not in ("said", "missing") or (style, False) not in styles:
                self.legend.flow.addWidget(_Key(style, couple, line_title(style, self._context.words), self))

    def _fill_missing(self) -> None:
        assert self.tree is not None
        while self._missing_lines.count():
            item = self._missing_lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for found in self.tree.missing:
            text = missing_text(found, self._context.words, self._context.row_label)
            line = QPushButton(icon("question", "attention"), text, self.missing)
            role(line, "link")
            line.clicked.connect(partial(self._context.lead_to.emit, found.place))
            self._missing_lines.addWidget(line, 0, Qt.AlignmentFlag.AlignLeading)
        self.missing_title.setVisible(bool(self.tree.missing))

    def _open(self, key: str) -> None:
        box = self.tree.box(key) if self.tree is not None else None
        if box is not None:
            self._context.lead_to.emit(f"{box.person}.relation" if box.person else box.place)

    def _add(self) -> None:
        key = AddRelativeDialog.ask(self._context, self._context.case.case.principal, None, self)
        if key:
            self.refresh()
            self.chart.focus_box(key)

    def _ask(self) -> None:
        self.next_person.begin()

    def _switch(self, listed: bool) -> None:
        self.list.setVisible(listed)
        self.as_list.setText(self.tr("Show as a drawing") if listed else self.tr("Show as a list"))
        for widget in (self.chart, self.legend, self.smaller, self.larger, self.fitted):
            widget.setVisible(not listed)


class _Key(QWidget):
    """A piece of a line and what it stands for."""

    def __init__(self, style: str, couple: bool, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._style, self._couple = style, couple
        label = text_label(self, "small")
        label.setWordWrap(False)
        label.setText(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addSpacing(self._width() + GRID)
        row.addWidget(label)

    def _width(self) -> int:
        return self.fontMetrics().height() * 2

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = family_paint.Look(self.fontMetrics().height(), self.font(), self.isRightToLeft())
        painter.setPen(family_paint.pen_of(self._style, self._couple, look))
        left = self.width() - self._width() if self.isRightToLeft() else 0
        painter.drawLine(left, self.height() // 2, left + self._width(), self.height() // 2)
        if self._couple and self._style in ("separated", "ended"):
            family_paint.strokes_at(painter, left + self._width() / 2, self.height() / 2, self._style, look)
