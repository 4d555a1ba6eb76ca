"""A task or a journal entry: its words to be read, and its fields once somebody wants to correct it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.objects import Needed
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, icon, role


class NotedRow(QFrame):
    """A card: whose day, what, and a button to correct it; a task has a box to tick as well."""

    ticked = Signal(str, bool)
    remove_asked = Signal(str)

    def __init__(self, context: FieldContext, key: str, *, box: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self.key = key
        self._context = context
        self.box = QCheckBox(self) if box else None
        self.head = text_label(self, "small")
        self.text = text_label(self)
        self.needed = Needed(context, key, self)
        self.correct = QToolButton(self)
        self.correct.setIcon(icon("edit"))
        self.correct.setCheckable(True)
        role(self.correct, "quiet")
        self.correct.toggled.connect(self._toggle)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.text, self.head) if box else (self.head, self.text):
            words.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        if self.box is not None:
            self.box.clicked.connect(lambda done: self.ticked.emit(self.key, done))
            line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID if not box else GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addLayout(line)
        self._column.addWidget(self.needed)
        self._inside: QWidget | None = None
        self.body: FormBody | None = None

    def say(self, text: str, head: str, voice: str = "small") -> None:
        """Show what the row says; `voice` is that of the line with the day."""
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.head.setText(head)
        self.head.setVisible(bool(head))
        role(self.head, voice)
        self.needed.update_text()
        self.correct.setToolTip(self.tr("Correct"))
        self.correct.setAccessibleName(self.tr("Correct: {text}").format(text=" ".join(text.split())[:60]))
        if self.box is not None:
            self.box.setToolTip(self.tr("Mark as done"))
            self.box.setAccessibleName(self.tr("Done: {text}").format(text=text))

    def reveal(self, trail: list[str]) -> QWidget | None:
        """Open the fields and bring the one that the trail names to the keyboard; without one, the row itself."""
        if not trail:
            self.correct.setFocus(Qt.FocusReason.OtherFocusReason)
            return self
        self.correct.setChecked(True)
        return self.body.reveal(trail) if self.body is not None else None

    def flush(self) -> None:
        """Save what is typed and still waits for a pause."""
        for editor in self.findChildren(FieldEditor):
            editor.flush()

    def _toggle(self, is_open: bool) -> None:
        if is_open:
            self._build()
        elif self._inside is not None:
            self.flush()
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = self.body = None

    def _build(self) -> None:
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(2 * GRID)
        self.body = FormBody(self._context, self.key, parent=self._inside)
        column.addWidget(self.body)
        remove = QPushButton(icon("trash"), self.tr("Remove this entry"), self._inside)
        role(remove, "quiet")
        remove.clicked.connect(lambda: self.remove_asked.emit(self.key))
        column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self._inside)
