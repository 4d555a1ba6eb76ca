"""A line of text as every field uses it: it follows its script, and leaves undo to the page when it has none."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


def leaves_undo_to_page(event: QEvent, undo: bool, redo: bool) -> bool:
    """Whether this asks who takes Ctrl+Z or Ctrl+Y while the text has nothing to take back: then the page does."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo)


class Line(QLineEdit):
    """A line that follows the direction of what is written in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forced: Qt.LayoutDirection | None = None
        self.textChanged.connect(self._follow)

    def force(self, direction: Qt.LayoutDirection | None) -> None:
        """Write from one side whatever the letters are; None follows the letters again. Nothing is put in the text."""
        self._forced = direction
        self._follow(self.text())

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_page(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def _follow(self, text: str) -> None:
        if self._forced is not None:
            self.setLayoutDirection(self._forced)
        elif not text:
            self.unsetLayoutDirection()
        else:
            right = not text.isascii() and is_right_to_left(text)
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is of a script that runs from the right."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
