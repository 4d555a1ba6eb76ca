"""Something that must not be read over a shoulder: a line and a button; what is behind it is made on the click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.theme import icon, role


class Masked(QWidget):
    """Covers what `make` builds until it is asked for; covered again on leaving, on lock and after two minutes.

    Several with one key open together. Covered, the content does not exist: no reader of the screen finds it.
    """

    turned = Signal()
    """It was shown or covered."""

    def __init__(
        self,
        context: FieldContext,
        key: str,
        make: Callable[[QWidget], QWidget],
        *,
        title: str = "",
        told: str = "",
        ask: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`title` names the field, `told` is the line that stands for the content, `ask` the words on the button."""
        super().__init__(parent)
        self._context = context
        self.key = key
        self._make = make
        self._title = title
        self.content: QWidget | None = None
        self._label = QLabel(title, self)
        self._label.setWordWrap(True)
        self._label.setVisible(bool(title))
        self._told = QLabel(told, self)
        self._told.setWordWrap(True)
        role(self._told, "small")
        self.ask = QPushButton(icon("eye"), ask or self.tr("Show what is sealed"), self)
        self.ask.setAccessibleName(f"{title}: {self.ask.text()}" if title else self.ask.text())
        self.ask.clicked.connect(self._asked)
        self.cover = QPushButton(icon("eye_off"), self.tr("Hide it again"), self)
        self.cover.setAccessibleName(f"{title}: {self.cover.text()}" if title else self.cover.text())
        role(self.cover, "link")
        self.cover.clicked.connect(self._cover)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        foot = OptionBox(self)
        foot.flow.addWidget(self.ask)
        foot.flow.addWidget(self.cover)
        for widget in (self._label, self._told, foot):
            self._column.addWidget(widget)
        context.reveals.changed.connect(self._changed)
        context.case.saving.connect(self._used)
        self._show(context.reveals.shows(key))

    @property
    def shown(self) -> bool:
        """Whether what is behind it can be seen."""
        return self.content is not None

    def focus_target(self) -> QWidget:
        """What takes the keyboard when a link leads here: never a reason to show what is covered."""
        if isinstance(self.content, FieldEditor):
            return self.content.focus_target()
        return self.ask if self.content is None else self.content

    def reveal(self, trail: list[str]) -> QWidget:
        """Take the keyboard. What is covered stays covered: a link is no second click."""
        if isinstance(self.content, FieldEditor):
            return self.content.reveal(trail)
        target = self.focus_target()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target

    def _asked(self) -> None:
        self._context.reveals.show(self.key)
        self.reveal([])

    def _cover(self) -> None:
        self._context.reveals.hide(self.key)
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, key: str) -> None:
        if key == self.key:
            self._show(self._context.reveals.shows(key))

    def _show(self, on: bool) -> None:
        if on and self.content is None:
            self.content = self._make(self)
            self._column.insertWidget(2, self.content)
            self.content.show()
        elif not on and self.content is not None:
            content, self.content = self.content, None
            inside = content.findChildren(FieldEditor)
            for editor in [*inside, content] if isinstance(content, FieldEditor) else inside:
                editor.flush()
            self._column.removeWidget(content)
            content.hide()
            content.deleteLater()
        # A field has its own label and needs no second one.
        self._label.setVisible(bool(self._title) and not (on and isinstance(self.content, FieldEditor)))
        self._told.setVisible(bool(self._told.text()) and not on)
        self.turned.emit()
        self.ask.setVisible(not on)
        self.cover.setVisible(on)

    def _used(self) -> None:
        focus = QApplication.focusWidget()
        if self.content is not None and focus is not None and self.content.isAncestorOf(focus):
            self._context.reveals.touch()
