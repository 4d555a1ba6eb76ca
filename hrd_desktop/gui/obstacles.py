"""What stands against sending a packet: few with their reasons; of many the first titles, all when asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.line_button import LinkLine, LinkList
from hrd_desktop.gui.review_lines import Line
from hrd_desktop.gui.theme import role

_FEW = 3


class Obstacles(QWidget):
    """Each leads to where it can be mended."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: list[Line] = []
        self._list = LinkList(self)
        self._list.asked.connect(self.asked)
        self.all = QPushButton(self)
        role(self.all, "link")
        self.all.setAutoDefault(False)
        self.all.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._list)
        column.addWidget(self.all)

    @property
    def lines(self) -> list[LinkLine]:
        """The lines that are shown."""
        return self._list.lines

    def fill(self, found: list[Line]) -> None:
        """Show these (place, text, reason, sign); nothing at all where there are none."""
        if found == self._found:
            return
        self._found = found
        many = len(found) > _FEW
        self._list.fill([(place, text, "", sign) for place, text, _, sign in found[:_FEW]] if many else found)
        self.all.setText(self.tr("Show all ({count})").format(count=len(found)))
        self.all.setVisible(many)
        self.setVisible(bool(found))

    def _show_all(self) -> None:
        self.all.hide()
        self._list.fill(self._found)
        self.lines[0].show()
        self.lines[0].setFocus()
