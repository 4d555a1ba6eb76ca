"""What became of a packet: handed over, posted, mailed, uploaded, received; one line, added beneath it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import sent
from hrd_desktop.wording import Wording

_NOTE_LETTERS, _HOW_LETTERS = 36, 20


class DispatchForm(QWidget):
    """How, when, and a few words. Escape closes it again."""

    added = Signal(str, object, str)
    """How (a code), the day, the note."""
    closed = Signal()

    def __init__(self, on: date, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = QuietCombo(self)
        self.how.fill([(code, words.code("dispatch_how", code)) for code in sent.HOW], None)
        self.how.show_code(sent.HOW[0])
        self.how.setMinimumContentsLength(_HOW_LETTERS)
        self.day = QDateEdit(QDate(on.year, on.month, on.day), self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setMaximumDate(self.day.date())
        self.note = QLineEdit(self)
        self.note.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NOTE_LETTERS)
        self.add = QPushButton(self.tr("Add"), self)
        role(self.add, "primary")
        self.leave = QPushButton(self.tr("Leave it"), self)
        box = FlowBox(self, gap=2 * GRID)
        for text, field in (
            (self.tr("What happened"), self.how),
            (self.tr("Day"), self.day),
            (self.tr("Note (tracking number, who signed)"), self.note),
        ):
            box.flow.addWidget(_labelled(text, field, box))
        buttons = FlowBox(self)
        for button in (self.add, self.leave):
            button.setAutoDefault(False)
            buttons.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(box)
        column.addWidget(buttons)
        self.setFocusProxy(self.how)
        self.add.clicked.connect(self.submit)
        self.note.returnPressed.connect(self.submit)
        self.leave.clicked.connect(self.closed)

    def submit(self) -> None:
        """Hand on what is filled in."""
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.added.emit(self.how.currentData(), day, self.note.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _labelled(text: str, field: QWidget, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID // 2)
    label = QLabel(text, made)
    label.setBuddy(field)
    field.setAccessibleName(text)
    column.addWidget(label)
    column.addWidget(field)
    return made
