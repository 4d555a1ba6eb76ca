"""Choices by which somebody may be left off the family list: what that may mean stands in the same step."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.editors.choice import ChoiceEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.left_out_warning import LeftOutWarning

LEAVES_OUT: dict[tuple[str, str], tuple[str, ...]] = {
    ("person", "plan"): ("not_included",),
    ("family_list", "all_members_named"): (),
}
"""The fields concerned, and the values with which the warning stands; none named: it always does."""


class CautionedChoiceEditor(ChoiceEditor):
    """A choice with the warning under it."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self.warning: LeftOutWarning | None = None
        super().__init__(context, place, spec, parent)
        self.warning = LeftOutWarning(self)
        self.warning.say(context.words)
        self.column.insertWidget(self.column.indexOf(self.error), self.warning)
        self.refresh()

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self._warn(value)

    def _warn(self, value: Any) -> None:
        if self.warning is not None:
            values = LEAVES_OUT[self.owner, self.spec.name]
            self.warning.setVisible(not values or value in values)

    def _chosen(self, value: Any) -> None:
        super()._chosen(value)
        self._warn(self.context.case.value(self.place))
        if self.warning is not None and self.warning.isVisibleTo(self):
            self.context.appeared.emit(self.warning)
