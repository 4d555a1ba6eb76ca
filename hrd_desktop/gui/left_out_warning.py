"""Says, in the step where somebody is left off the family list, that this may be for good."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hrd_desktop.gui.line_button import Sign
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.wording import Wording
from hrd_desktop.wording.family import left_out_warning


class LeftOutWarning(QFrame):
    """The warning with its source. Nothing is shown until `say` has given it a language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self.sign = Sign(self)
        self.sign.show_icon("attention", "attention")
        self.text, self.source = QLabel(self), QLabel(self)
        role(self.source, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(4)
        column.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignLeading)
        for label in (self.text, self.source):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)

    def say(self, words: Wording) -> None:
        """Fill in the sentences of a language."""
        text, source = left_out_warning(words)
        self.text.setText(text)
        self.source.setText(source)
        self.setAccessibleName(text)
