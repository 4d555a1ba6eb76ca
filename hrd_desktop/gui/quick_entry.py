"""Where what happened today is written down. It is saved as it is typed: there is nothing to confirm and to lose."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.clean import cleaned
from hrd_desktop.gui.editors.long_text import Paper
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.theme import GRID, role

LIST = "case.journal"
_PAUSE = 600  # ms after the last letter
_BY_LETTERS = 28


class QuickEntry(QWidget):
    """Text goes into an entry of today, which begins with the first words; the button begins the next one."""

    finished = Signal()
    """The entry that was being written is complete."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.place = LIST
        self.key = ""
        """The id of the entry being written; empty until there are words."""
        self._unsaved = False
        self.label = QLabel(self.tr("Write what happened today"), self)
        self.paper = Paper(self)
        self.paper.setAccessibleName(self.label.text())
        self.paper.setPlaceholderText(self.tr("A call, a visit, news…"))
        self.label.setBuddy(self.paper)
        self.by = QLineEdit(self)
        self.by.setText(context.case.by or context.case.case.caseworker or "")
        self.by.setPlaceholderText(self.tr("Written by"))
        self.by.setAccessibleName(self.tr("Written by"))
        self.next = QPushButton(self.tr("Done writing"), self)
        self.next.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        self.error = QLabel(self)
        self.error.setWordWrap(True)
        role(self.error, "error")
        self.error.hide()
        foot = OptionBox(self)
        foot.flow.addWidget(self.by)
        foot.flow.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self.label, self.paper, self.error, foot):
            column.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self.paper.textChanged.connect(self._typed)
        self.paper.left.connect(self.flush)
        self.by.editingFinished.connect(self._sign)
        self.next.clicked.connect(self.finish)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self.paper)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.finish)
        context.case.rows_changed.connect(self._rows_changed)
        context.case.reloaded.connect(self._forget)
        self._fit()

    def finish(self) -> None:
        """The entry is complete; the next words begin another."""
        self.flush()
        if self.error.isHidden():
            self._forget()
            self.finished.emit()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is typed and still waits for a pause."""
        if not self._unsaved:
            return
        self._pause.stop()
        self._unsaved = False
        text = cleaned(self.paper.toPlainText())
        try:
            self._take(text)
        except EditRefused as refused:
            self.error.setText(self._context.words.message(refused))
            self.error.show()
        else:
            self.error.hide()
        self._context.case.typed()

    def _take(self, text: str) -> None:
        case = self._context.case
        if self.key and text:
            case.set_value(f"{self.key}.text", text, typing=True)
        elif self.key:
            key, self.key = self.key, ""
            case.remove_row(key)
        elif text:
            values = {"on": case.today, "text": text, "by": self.by.text().strip() or None}
            self.key = case.add_row(LIST, {name: value for name, value in values.items() if value is not None})

    def _typed(self) -> None:
        self._unsaved = True
        self._context.case.typing()
        self._pause.start()

    def _sign(self) -> None:
        if self.key and self.by.text().strip() != (self._context.case.value(f"{self.key}.by") or ""):
            self._context.case.set_value(f"{self.key}.by", self.by.text().strip() or None)

    def _rows_changed(self, place: str) -> None:
        """The entry may have been taken back, here or by undo."""
        if place == LIST and self.key and self.key not in self._context.case.rows(LIST):
            self._forget()

    def _forget(self) -> None:
        self.key = ""
        self._unsaved = False
        self._pause.stop()
        with QSignalBlocker(self.paper):
            self.paper.clear()

    def _fit(self) -> None:
        self.by.setFixedWidth(self.fontMetrics().averageCharWidth() * _BY_LETTERS)
