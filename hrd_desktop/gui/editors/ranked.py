"""Codes of which the first is the main one: says which that is, and lets the two change places."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.editors.choice import ManyCodesEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import icon, role


class RankedCodesEditor(ManyCodesEditor):
    """Boxes to tick as for any codes; under them the order in which they count."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.order = QLabel(self)
        self.order.setWordWrap(True)
        self.swap = QPushButton(icon("up"), self.tr("Swap the two"), self)
        role(self.swap, "quiet")
        self.swap.clicked.connect(self._swap)
        at = self.column.indexOf(self.error)
        self.column.insertWidget(at, self.order)
        self.column.insertWidget(at + 1, self.swap, 0, Qt.AlignmentFlag.AlignLeading)
        self._say_order()

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        if hasattr(self, "swap"):  # it is made once the boxes stand
            self._say_order()

    def _say_order(self) -> None:
        held: list[str] = self.context.case.value(self.place) or []
        names = [self.context.words.code(self.spec.code_list, code) for code in held]
        if len(names) > 1:
            text = self.tr("Main: {first}. Then: {others}.")
            self.order.setText(text.format(first=names[0], others=", ".join(names[1:])))
        for widget in (self.order, self.swap):
            widget.setVisible(len(names) > 1)

    def _ticked(self) -> None:
        super()._ticked()
        self._say_order()

    def _swap(self) -> None:
        first, second, *others = self.context.case.value(self.place)
        if self.commit([second, first, *others]):
            self._say_order()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.order.text()))
