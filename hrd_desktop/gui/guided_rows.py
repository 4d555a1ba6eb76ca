"""A list as one question: what is written down already, and whether there is another one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import field_of, object_name
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.another_principal_dialog import AnotherPrincipalButton, AnotherPrincipalDialog
from hrd_desktop.gui.editors.month_gaps import GapLine, MonthTable, is_month_table
from hrd_desktop.gui.editors.objects import Needed
from hrd_desktop.gui.editors.rows import obvious
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.guided_walk import Question
from hrd_desktop.gui.line_button import LineButton
from hrd_desktop.gui.theme import GRID, icon, role


class GuidedRows(QWidget):
    """Asks for one more until there is none. `entered` names the row somebody wants to go through."""

    entered = Signal(str)
    declared = Signal()
    """Somebody said that there is none."""

    def __init__(self, context: FieldContext, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.question = question
        assert question.spec.target is not None
        self._kind = object_name(question.spec.target)
        words, name = context.words, question.spec.name
        holder = question.place.rpartition(".")[0]
        owner = object_name(context.case.target(holder))
        title = QLabel(words.field(owner, name), self)
        title.setWordWrap(True)
        role(title, "strong")
        hint = QLabel(words.hint(owner, name), self)
        hint.setWordWrap(True)
        role(hint, "small")
        hint.setVisible(bool(hint.text()))
        self.lines: dict[str, LineButton] = {}
        self.gaps: list[GapLine] = []
        self._months = MonthTable(context.case, question.place) if is_month_table(question.spec) else None
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID // 2)
        self.asks = QLabel(self)
        self.asks.setWordWrap(True)
        self.error = QLabel(self)
        self.error.setWordWrap(True)
        role(self.error, "error")
        self.error.hide()
        self.add = QPushButton(icon("add"), self.tr("Add: {thing}").format(thing=words.object(self._kind)), self)
        self.add.clicked.connect(self.add_row)
        self.none = QPushButton(self.tr("There is none"), self)
        self.none.setAccessibleName(self.tr("There is none: {field}").format(field=title.text()))
        self.none.clicked.connect(self._none)
        declared = field_of(Person, "none_declared")
        can_declare = owner == "person" and declared is not None and name in declared.codes
        self._declares = f"{holder}.none_declared" if can_declare else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(hint)
        column.addLayout(self._list)
        for widget in (self.asks, self.error, self._foot()):
            column.addWidget(widget)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        context.case.rows_changed.connect(self._soon.start)
        context.case.place_changed.connect(self._soon.start)
        context.names_shown.connect(self._soon.start)
        self.refresh()

    def refresh(self) -> None:
        """Show what is written down now."""
        case = self._context.case
        if not case.knows(self.question.place.rpartition(".")[0]):
            return
        for line in (*self.lines.values(), *self.gaps):
            line.hide()
            line.deleteLater()
        while self._list.count():
            self._list.takeAt(0)
        rows = case.rows(self.question.place)
        self.lines = {key: self._line(key) for key in rows}
        self.gaps = [self._gap(months) for months in self._months.gaps()] if self._months is not None else []
        none = self.said_none
        if rows:
            text = self.tr("Is there another one?")
        elif none:
            text = self.tr("Asked: there is none.")
        else:
            text = self.tr("Is there one to write down?")
        self.asks.setText(text)
        self.none.setVisible(bool(self._declares) and not rows and not none)

    def focus_target(self) -> QWidget:
        return self.add

    def add_row(self) -> None:
        """Begin a row and go into it; of a person it is asked first how they are tied to whom."""
        if self.question.spec.target is Person:
            key = AddRelativeDialog.ask(self._context, self._context.case.case.principal, None, self)
            if key:
                self._say("")
                self.entered.emit(key)
            return
        self._begin(obvious(self._context, self.question.spec))

    def _begin(self, given: dict[str, Any]) -> None:
        try:
            key = self._context.case.add_row(self.question.place, given)
        except EditRefused as refused:
            self._say(self._context.words.message(refused))
            return
        self._say("")
        self.entered.emit(key)

    def _gap(self, months: range) -> GapLine:
        """Months that nobody has told of yet, to be filled at a press."""
        line = GapLine(months, self._context.words, self)
        line.fill_asked.connect(self._fill)
        self._list.addWidget(line)
        return line

    def _fill(self, months: range) -> None:
        if self._months is not None:
            self._begin(self._months.filling(months))

    def _line(self, key: str) -> LineButton:
        line = LineButton(self)
        said = line.label()
        said.setText(self._context.summary(key) or self._context.words.object(self._kind))
        box = QVBoxLayout()
        box.addWidget(said)
        if key in self._context.case.drafts:
            needed = Needed(self._context, key, line)
            needed.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(needed)
        line.line.addLayout(box, 1)
        line.setAccessibleName(said.text())
        line.clicked.connect(lambda: self.entered.emit(key))
        self._list.addWidget(line)
        return line

    @property
    def said_none(self) -> bool:
        """Whether somebody was asked and said that there is none."""
        return bool(self._declares) and self.question.spec.name in (self._context.case.value(self._declares) or [])

    def _none(self) -> None:
        case = self._context.case
        try:
            case.set_value(self._declares, [*(case.value(self._declares) or []), self.question.spec.name])
        except EditRefused as refused:
            self._say(self._context.words.message(refused))
            return
        self.declared.emit()

    def _foot(self) -> OptionBox:
        foot = OptionBox(self)
        foot.flow.addWidget(self.add)
        foot.flow.addWidget(self.none)
        if self.question.spec.target is Person:
            another = AnotherPrincipalButton(self._context, foot)
            another.clicked.connect(lambda: AnotherPrincipalDialog.ask(self._context, self))
            foot.flow.addWidget(another)
        return foot

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
