"""A line that opens and closes what lies under it: by click, Enter, Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from hrd_desktop.gui.theme import GRID, LEAST, icon, role


class Disclosure(QFrame):
    """A title, a state in words with its icon, and an arrow. Emits `toggled` when the person opens or closes it."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(LEAST)
        role(self, "disclosure")
        self._arrow = QLabel(self)
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sign = QLabel(self)
        self._state = QLabel(self)
        self._state.setWordWrap(True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        line.setSpacing(GRID)
        line.addWidget(self._arrow)
        line.addWidget(self._title, 3)
        line.addWidget(self._sign)
        line.addWidget(self._state, 2)
        self._draw()

    def say(self, title: str, state: str, sign: str, voice: str) -> None:
        """Set the words; `sign` is an icon, `voice` the role of its colour and of the state's words."""
        self._title.setText(title)
        self._state.setText(state)
        role(self._state, voice)
        self._sign.setPixmap(icon(sign, _COLOUR_OF.get(voice, voice)).pixmap(QSize(20, 20)))
        self.setAccessibleName(f"{title}: {state}")

    @property
    def opened(self) -> bool:
        return self._open

    def set_open(self, opened: bool) -> None:
        """Open or close without asking anybody."""
        if opened != self._open:
            self._open = opened
            self._draw()
            self.toggled.emit(opened)

    def _draw(self) -> None:
        closed = "left" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "right"
        self._arrow.setPixmap(icon("down" if self._open else closed).pixmap(QSize(16, 16)))
        self.setAccessibleDescription(self.tr("Open") if self._open else self.tr("Closed"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.set_open(not self._open)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.set_open(not self._open)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange):
            self._draw()


_COLOUR_OF = {"small": "quiet", "": "ink"}
