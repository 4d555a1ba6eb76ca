"""One checklist item on the screen: a line with its result; opened, everything about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.disclosure import Disclosure
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.item_body import ItemBody
from hrd_desktop.gui.judgement import sign_of, title_of
from hrd_desktop.gui.theme import role
from hrd_desktop.services import findings


class ItemCard(QFrame):
    """A line with title and result. What lies under it is made when it is first opened."""

    go_to = Signal(str)
    """A place of the case that the person wants to see."""
    opened = Signal(bool)

    def __init__(self, context: FieldContext, item: ItemResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._context = context
        self.item = item
        self.body: ItemBody | None = None
        self.line = Disclosure(self)
        self.line.toggled.connect(self._toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.line)
        self.show_item(item)

    def show_item(self, item: ItemResult) -> None:
        """Show a newer result of the same item."""
        self.item = item
        who = self._context.row_label(item.person) if item.person else ""
        result = findings.standing(item, self._context.words)
        self.line.say(title_of(self._context, item.id), who, result, sign_of(item))
        if self.body is not None and self.line.isChecked():
            self.body.show_item(item)

    def _toggled(self, opened: bool) -> None:
        if self.body is None:
            self.body = ItemBody(self._context, self.item, self)
            self.body.go_to.connect(self.go_to)
            self.body.settled.connect(lambda: self.line.setFocus(Qt.FocusReason.OtherFocusReason))
            self._column.addWidget(self.body)
        elif opened:
            self.body.show_item(self.item)
        self.body.setVisible(opened)
        self.opened.emit(opened)
