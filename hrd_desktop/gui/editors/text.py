"""One line of text, and whole numbers."""

from __future__ import annotations

import unicodedata
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.field_context import FieldContext

PAUSE = 600  # milliseconds without a key after which text is saved
LARGEST = 999_999


def cleaned(text: str) -> str:
    """Text as the case keeps it: composed, without control characters, no space around it."""
    kept = (c for c in text.replace("\r\n", "\n").replace("\t", " ") if c == "\n" or unicodedata.category(c) != "Cc")
    return unicodedata.normalize("NFC", "".join(kept)).strip()


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
        self.textChanged.connect(self._follow)

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_page(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def _follow(self, text: str) -> None:
        if not text:
            self.unsetLayoutDirection()
        else:
            right = text.isascii() is False and _is_right_to_left(text)
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is of a script that runs from the right."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


class TypedEditor(FieldEditor):
    """Text that is saved after a short pause, when the field is left, and when the page goes away."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(lambda: self.take(typing=True))

    def typed(self) -> None:
        """The person has typed; ask to save after the pause."""
        self.pause.start()

    def take(self, *, typing: bool = False) -> None:
        """Read the control and commit."""
        raise NotImplementedError

    def flush(self) -> None:
        if self.pause.isActive():
            self.pause.stop()
            self.take()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)


class TextEditor(TypedEditor):
    """One line of text."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.line = Line(self)
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self.leave)
        self.finish(self.line)

    def show_value(self, value: Any) -> None:
        shown = self.written(value)
        if cleaned(self.line.text()) != shown:
            self.line.setText(shown)

    def focus_target(self) -> QWidget:
        return self.line

    def leave(self) -> None:
        """The field is left: save, and if that is refused show again what is on file, the reason staying below."""
        self.pause.stop()
        self.take()
        if not self.line.text().strip():
            self.refresh()

    def take(self, *, typing: bool = False) -> None:
        self.commit(cleaned(self.line.text()) or None, typing=typing)

    def written(self, value: Any) -> str:
        return "" if value is None else str(value)


class NumberEditor(TextEditor):
    """A whole number of 0 or more."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.line.setMaximumWidth(self.line.fontMetrics().averageCharWidth() * 16)

    def take(self, *, typing: bool = False) -> None:
        text = cleaned(self.line.text())
        # int() also reads the digits of other scripts, which a person may well type here.
        if not text:
            self.commit(None, typing=typing)
        elif text.isdecimal() and int(text) <= LARGEST:
            self.commit(int(text), typing=typing)
        elif not typing:
            self.say(self.tr("A whole number, please: 0 or more, digits only. Nothing was changed."))
