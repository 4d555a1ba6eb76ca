"""When something was found out, by whom, and a note on it: for what was not entered at the time it was said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.groups import Group
from hrd_desktop.core.schema import object_name
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.forms import fit
from hrd_desktop.gui.theme import GRID, role

_LETTERS = 60
_ASKED = Group("", ("on", "by", "note"))


class KnownDialog(QDialog):
    """Corrects a row of `case.known_by`. Saved as it is typed, like every field."""

    def __init__(self, context: FieldContext, place: str, row: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How we know this"))
        holder, _, name = place.rpartition(".")
        heading = QLabel(context.words.field(object_name(context.case.target(holder)), name), self)
        heading.setWordWrap(True)
        role(heading, "strong")
        self.body = FormBody(context, row, (_ASKED,), parent=self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(heading)
        column.addWidget(self.body)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTrailing)
        fit(self, _LETTERS)
        self.body.focus_first()

    def done(self, result: int) -> None:
        """Keep what is typed and still waits for a pause, however the window is left."""
        for editor in self.body.findChildren(FieldEditor):
            editor.flush()
        super().done(result)

    @classmethod
    def ask(cls, context: FieldContext, place: str, row: str, parent: QWidget) -> None:
        """Show the window until it is closed."""
        dialog = cls(context, place, row, parent.window())
        dialog.exec()
        dialog.deleteLater()
