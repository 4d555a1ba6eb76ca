"""Enter presses the button that has the keyboard: Qt leaves that to dialogs, but a tired hand expects it everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

_PRESSED = (QPushButton, QToolButton)


class EnterKey(QObject):
    """Goes along with the keyboard from button to button."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    def _follow(self, left: QWidget | None, now: QWidget | None) -> None:
        if isinstance(left, _PRESSED):
            left.removeEventFilter(self)
        if isinstance(now, _PRESSED):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
            return False
        assert isinstance(watched, _PRESSED)
        if watched.menu() is not None:
            watched.showMenu()
        else:
            watched.click()
        return True
