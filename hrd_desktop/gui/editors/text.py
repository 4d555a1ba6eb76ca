"""One line of text, and whole numbers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.clean import cleaned_line, holds_unseen
from hrd_desktop.gui.editors.line import Line
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import role

PAUSE = 600  # milliseconds without a key after which text is saved
LONGEST = 3000  # milliseconds after which it is saved although the keys do not pause
LARGEST = 999_999
_DIGITS = 40  # more than anybody types, leading zeros included
_PARTS_OF_NAMES = frozenset({"family", "given", "full"})


class TypedEditor(FieldEditor):
    """Text that is saved after a short pause, when the field is left, and when the page goes away."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self.pause, self.longest):
            timer.timeout.connect(lambda: self._take_now(typing=True))
        self.unseen = QLabel(self)
        self.unseen.setWordWrap(True)
        role(self.unseen, "small")
        self.unseen.hide()

    def finish(self, control: QWidget, focus: QWidget | None = None) -> None:
        super().finish(control, focus)
        self.column.addWidget(self.unseen)

    def tell_unseen(self, text: str) -> None:
        """Say that signs which are not seen came with what was pasted, and that they are left out."""
        if not text.isascii() or not text.isprintable():
            found = holds_unseen(text)
            if found:
                self.unseen.setText(
                    self.tr("Signs that are not seen (marks of direction, control characters) are left out.")
                )
            self.unseen.setVisible(found)

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
    """One line of text. Names can be turned to be written from the other side; other lines follow their letters."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.line = Line(self)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self.leave)
        self.turn: QPushButton | None = None
        self.finish(self.line)
        if self.owner == "name" and spec.name in _PARTS_OF_NAMES:
            self._add_turn()

    def _add_turn(self) -> None:
        self.turn = QPushButton(self.tr("Write from the other side"), self)
        self.turn.setCheckable(True)
        self.turn.setAccessibleName(self.tr("{field}: write from the other side").format(field=self.title))
        role(self.turn, "link")
        self.turn.toggled.connect(self._turned)
        self.top.addWidget(self.turn)
        self.line.textChanged.connect(self._offer_turn)
        self._offer_turn(self.line.text())

    def _offer_turn(self, text: str) -> None:
        """A name in plain Latin letters has only one side."""
        if self.turn is not None:
            self.turn.setVisible(self.turn.isChecked() or not text.isascii())

    def _turned(self, on: bool) -> None:
        self.line.force(None)
        if on:
            sides = Qt.LayoutDirection
            now = self.line.layoutDirection()
            self.line.force(sides.LeftToRight if now == sides.RightToLeft else sides.RightToLeft)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_value(self, value: Any) -> None:
        shown = self.written(value)
        if cleaned_line(self.line.text()) != shown:
            self.line.setText(shown)

    def focus_target(self) -> QWidget:
        return self.line

    def _edited(self, text: str) -> None:
        self.typed()
        self.tell_unseen(text)

    def leave(self) -> None:
        """The field is left: save, and if that is refused show again what is on file, the reason staying below."""
        if self.line.isModified():
            self._take_now()
            self.line.setModified(False)
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
        text = "".join(cleaned_line(self.line.text()).split())
        # int() also reads the digits of other scripts, which a person may well type here; not thousands of them.
        if not text:
            self.commit(None, typing=typing)
        elif text.isdecimal() and len(text) <= _DIGITS and int(text) <= LARGEST:
            self.commit(int(text), typing=typing)
        elif typing:
            return
        elif text.isdecimal():
            self.say(self.tr("This number is too large. Nothing was changed."))
        else:
            self.say(self.tr("A whole number, please: 0 or more, digits only. Nothing was changed."))
