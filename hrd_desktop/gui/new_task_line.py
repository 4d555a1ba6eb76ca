"""A new task of the case that is open: what, until when, and whom it is about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.day_choice import DayChoice
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.page_stack import KEEPS
from hrd_desktop.gui.theme import GRID, icon, role

LIST = "case.tasks"


class NewTaskLine(QWidget):
    """One line of text and two drop-downs; Enter adds the task and leaves room for the next."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName(KEEPS)
        self.place = LIST
        self.label = QLabel(self.tr("New task"), self)
        self.text = QLineEdit(self)
        self.text.setAccessibleName(self.tr("New task"))
        self.text.setPlaceholderText(self.tr("What is to be done"))
        self.label.setBuddy(self.text)
        self.day = DayChoice(context.case.today, self)
        self.person = QComboBox(self)
        self.person.setAccessibleName(self.tr("Whom it is about"))
        self.add = QPushButton(icon("add"), self.tr("Add the task"), self)
        self.error = QLabel(self)
        self.error.setWordWrap(True)
        role(self.error, "error")
        self.error.hide()
        foot = OptionBox(self)
        for widget in (self.day, self.person, self.add):
            foot.flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for part in (self.label, self.text, self.error, foot):
            column.addWidget(part)
        self.text.returnPressed.connect(self.submit)
        self.add.clicked.connect(self.submit)
        context.names_shown.connect(self.refresh)
        self.refresh()

    def submit(self) -> None:
        """Add the task, if there are words."""
        text = self.text.text().strip()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if not text:
            return
        values = {"text": text, "due_on": self.day.day(), "person": self.person.currentData()}
        try:
            self._context.case.add_row(LIST, {name: value for name, value in values.items() if value is not None})
        except EditRefused as refused:
            self.error.setText(self._context.words.message(refused))
            self.error.show()
            return
        self.error.hide()
        self.text.clear()
        self.person.setCurrentIndex(0)

    def keep_typed(self) -> None:
        """The page goes: half a sentence is a task that can be mended."""
        self.submit()

    def refresh(self) -> None:
        """The persons as they are called now."""
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.tr("The whole case"), None)
        for person in self._context.case.case.persons:
            self.person.addItem(self._context.row_label(person.id), person.id)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
