"""One line of text, and whole numbers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.clean import cleaned_line
from hrd_desktop.gui.editors.line import Line
from hrd_desktop.gui.field_context import FieldContext

PAUSE = 600  # milliseconds without a key after which text is saved
LONGEST = 3000  # milliseconds after which it is saved although the keys do not pause
LARGEST = 999_999


class TypedEditor(FieldEditor):
    """Text that is saved after a short pause, when the field is left, and when the page goes away."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self.pause, self.longest):
            timer.timeout.connect(lambda: self._take_now(typing=True))

    def typed(self) -> None:
        """The person has typed; ask to save after the pause, or while they go on."""
        self.pause.start()
        if not self.longest.isActive():
            self.longest.start()
            self.context.case.typing()

    def take(self, *, typing: bool = False) -> None:
        """Read the control and commit."""
        raise NotImplementedError

    def flush(self) -> None:
        if self.longest.isActive():
            self._take_now()

    def _take_now(self, *, typing: bool = False) -> None:
        self.pause.stop()
        self.longest.stop()
        self.take(typing=typing)
        self.context.case.typed()

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
        if cleaned_line(self.line.text()) != shown:
            self.line.setText(shown)

    def focus_target(self) -> QWidget:
        return self.line

    def leave(self) -> None:
        """The field is left: save, and if that is refused show again what is on file, the reason staying below."""
        self._take_now()
        if not self.line.text().strip():
            self.refresh()

    def take(self, *, typing: bool = False) -> None:
        self.commit(cleaned_line(self.line.text()) or None, typing=typing)

    def written(self, value: Any) -> str:
        return "" if value is None else str(value)


class NumberEditor(TextEditor):
    """A whole number of 0 or more."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.line.setMaximumWidth(self.line.fontMetrics().averageCharWidth() * 16)

    def take(self, *, typing: bool = False) -> None:
        text = cleaned_line(self.line.text())
        # int() also reads the digits of other scripts, which a person may well type here.
        if not text:
            self.commit(None, typing=typing)
        elif text.isdecimal() and int(text) <= LARGEST:
            self.commit(int(text), typing=typing)
        elif not typing:
            self.say(self.tr("A whole number, please: 0 or more, digits only. Nothing was changed."))
