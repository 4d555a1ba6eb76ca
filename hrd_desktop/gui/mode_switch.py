"""Two buttons at the head of a section: one question at a time, or all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.theme import GRID, role

_MARGINS = 4 * GRID  # px of a button that are not text


class ModeSwitch(OptionBox):
    """Says which of the two is on; `chosen` when a person wants the other."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.all = self._button(self.tr("Overview"), self.tr("All questions of this section on one page"), False)
        self.one = self._button(
            self.tr("Guided"), self.tr("One question at a time, with what helps to answer it"), True
        )
        self.show_mode(False)

    @property
    def guided(self) -> bool:
        """Whether questions are asked one at a time."""
        return self.one.isChecked()

    def show_mode(self, guided: bool) -> None:
        """Mark the one that is on; tells nobody."""
        (self.one if guided else self.all).setChecked(True)

    def wrap(self) -> None:
        """Leave room for the text of the one that is on, which is bold."""
        for button in (self.all, self.one):
            leave_room(button)
        super().wrap()

    def _button(self, text: str, tip: str, guided: bool) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        role(button, "choice")
        self._group.addButton(button)
        button.clicked.connect(lambda: self.chosen.emit(guided))
        self.flow.addWidget(button)
        return button


def leave_room(button: QPushButton) -> None:
    """Make a button of a choice so wide that its text is whole when it is on, and bold."""
    bold = QFont(button.font())
    bold.setWeight(QFont.Weight.DemiBold)
    button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button.text()) + _MARGINS)
