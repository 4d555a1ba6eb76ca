"""Tells a person that Caps Lock is on, as far as it can be seen from what she types.

Qt does not say whether Caps Lock is on. A letter says it: capital without Shift, or small with Shift, means that it is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class CapsLockWatch(QObject):
    """Watches fields for signs of Caps Lock; says so when its opinion changes."""

    changed = Signal(bool)

    def __init__(self, *fields: QWidget) -> None:
        super().__init__(fields[0])
        self.on: bool | None = None
        """None until the first letter."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks, never takes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_CapsLock:
                self._think(None if self.on is None else not self.on)
            elif _cased(event.text()):
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._think(event.text().isupper() != shifted)
        return super().eventFilter(watched, event)

    def _think(self, on: bool | None) -> None:
        if on != self.on:
            self.on = on
            self.changed.emit(bool(on))


def _cased(text: str) -> bool:
    return len(text) == 1 and text.isalpha() and text.lower() != text.upper()
