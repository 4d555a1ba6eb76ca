"""What every field editor is: a label above, the control, a hint, and the error under it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hrd_desktop.core.schema import FieldSpec, object_name
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import role


class FieldEditor(QWidget):
    """Shows and edits the field at one place of the open case.

    A kind of editor builds its control, calls `finish`, and defines `show_value` and `focus_target`. It never keeps a
    value: what is shown comes from the case, what is entered goes there through `commit`.
    """

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.place = place
        self.spec = spec
        self._committing = False
        holder = place.rpartition(".")[0]
        self.owner = object_name(context.case.target(holder))
        self.title = context.words.field(self.owner, spec.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.column = column
        self.top = QHBoxLayout()
        self.label = QLabel(self.title, self)
        self.label.setWordWrap(True)
        self.hint = QLabel(context.words.hint(self.owner, spec.name), self)
        self.hint.setWordWrap(True)
        role(self.hint, "small")
        self.hint.setVisible(bool(self.hint.text()))
        self.error = QLabel(self)
        self.error.setWordWrap(True)
        self.error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        role(self.error, "error")
        self.error.hide()
        context.case.news.at(place).changed.connect(self._place_changed)

    def finish(self, control: QWidget, focus: QWidget | None = None) -> None:
        """Put the control between label and error; `focus` is the part that takes the keyboard, if not all of it."""
        self.top.addWidget(self.label, 1)
        self.column.addLayout(self.top)
        self.column.addWidget(self.hint)
        self.column.addWidget(control)
        self.column.addWidget(self.error)
        target = focus or control
        self.label.setBuddy(target)
        target.setAccessibleName(self.title)
        target.setAccessibleDescription(self.hint.text())
        self.refresh()

    # What a kind of editor defines

    def show_value(self, value: Any) -> None:
        """Show what is recorded."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """The widget that takes the keyboard when a link leads to this field."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is typed and still waiting for a pause. Nothing to do for most kinds."""

    # Common to all

    def refresh(self) -> None:
        self.show_value(self.context.case.value(self.place))

    def commit(self, value: Any, *, typing: bool = False) -> bool:
        """Give the field this value; False if it was refused, and then the reason stands under the field."""
        if value == self.context.case.value(self.place) or (value is None and self._empty()):
            self.say("")
            return True
        self._committing = True
        try:
            self.context.case.set_value(self.place, value, typing=typing)
        except EditRefused as refused:
            self.say(self.context.words.message(refused))
            return False
        finally:
            self._committing = False
        self.say("")
        return True

    def say(self, text: str) -> None:
        """Show a message under the field, or take it away."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        control = self.focus_target()
        control.setProperty("wrong", bool(text))
        control.style().unpolish(control)
        control.style().polish(control)
        control.setAccessibleDescription(text or self.hint.text())

    def reveal(self, trail: list[str]) -> QWidget:  # noqa: ARG002 - containers follow the trail further down
        """Take the keyboard; the last step of a link that leads here."""
        target = self.focus_target()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target

    def _empty(self) -> bool:
        return self.context.case.value(self.place) in (None, [], "")

    def _place_changed(self, place: str) -> None:
        if not self._committing and (place == self.place or self.place.startswith(f"{place}.")):
            self.say("")
            self.refresh()
