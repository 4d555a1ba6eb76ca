"""The way back: after a link was followed from an item or a list, where it was followed from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrd_desktop.gui.line_button import LineButton, Sign
from hrd_desktop.gui.theme import GRID

_KEYS = "Alt+Left"


class BackLink(QWidget):
    """A line with one button, shown from the moment a link is followed until the person goes on by other ways.

    Links may be followed one after the other; the way back is the same way.
    """

    asked = Signal(str, str)
    """The section to go back to, and the item in it (`item:E06:P1`); empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way: list[tuple[str, str, Callable[[], str]]] = []
        self.button = LineButton(self)
        self.said = self.button.label("place")
        picture = Sign(self.button)
        picture.show_icon("back", "accent")
        self.button.line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.button.line.addWidget(self.said, 1)
        self.button.setToolTip(QKeySequence(_KEYS).toString(QKeySequence.SequenceFormat.NativeText))
        self.button.clicked.connect(self.go)
        line = QHBoxLayout(self)
        line.setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
        line.addWidget(self.button)
        shortcut = QShortcut(QKeySequence(_KEYS), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.go)
        shortcut.activatedAmbiguously.connect(self.go)
        self.hide()

    def remember(self, section: str, item: str, named: Callable[[], str]) -> None:
        """Offer the way back; `named` says what it leads to, in the language and under the names in use."""
        self._way.append((section, item, named))
        self.reword()

    def forget(self) -> None:
        """The person has gone elsewhere by other ways."""
        self._way.clear()
        self.reword()

    def reword(self) -> None:
        """Say again where it leads."""
        if self._way:
            self.said.setText(self.tr("Back to: {place}").format(place=self._way[-1][2]()))
            self.button.setAccessibleName(self.said.text())
        self.setVisible(bool(self._way))

    def go(self) -> None:
        """Ask for the way back that is offered."""
        if self._way:
            section, item, _ = self._way.pop()
            self.reword()
            self.asked.emit(section, item)
