"""A line with an arrow that opens what is below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hrd_desktop.gui.theme import icon, role

_ARROWS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class Fold(QPushButton):
    """A button as wide as its column; text that does not fit is shortened, and whole in the tool tip."""

    moved = Signal(int)
    """Alt and an arrow were pressed: up (-1) or down (1)."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""
        role(self, "fold")
        self.toggled.connect(self._turn)
        self._turn(False)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Give the line its text."""
        self._whole = text
        self.setAccessibleName(text)
        self._shorten()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A button would pass the arrow on to the next one."""
        if event.key() in _ARROWS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(_ARROWS[event.key()])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(120, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._turn(self.isChecked())
            self._shorten()

    def _shorten(self) -> None:
        room = self.width() - self.iconSize().width() - 32
        short = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, 60))
        # An ampersand of the text is no shortcut mark.
        self.setText(short.replace("&", "&&"))
        self.setToolTip(self._whole if short != self._whole else "")

    def _turn(self, is_open: bool) -> None:
        closed = "left" if self.isRightToLeft() else "right"
        side = self.fontMetrics().ascent()
        self.setIconSize(QSize(side, side))
        self.setIcon(icon("down" if is_open else closed))
