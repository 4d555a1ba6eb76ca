"""The first name of a person who is only begun: a person cannot stand without one, and a list needs who stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from hrd_desktop.core.identity import Name
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.editors.clean import cleaned_line
from hrd_desktop.gui.editors.text import TextEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import role


class FirstNameEditor(TextEditor):
    """One line in the place of the list of names; the list takes over once the person stands."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self._person = place.rpartition(".")[0]
        self.hint.setText(self.tr("The family name or a single name. The other names come after."))
        self.hint.show()
        role(self.hint, "small")
        self.line.setAccessibleDescription(self.hint.text())

    def typed(self) -> None:
        """Saved as it is typed, but not when that would make the person stand and end the line under the hand."""
        if any(spec.name != self.spec.name for spec in self.context.case.missing(self._person)):
            super().typed()
        else:
            self.context.case.typing()

    def flush(self) -> None:
        if self._begun():
            self._take_now()

    def leave(self) -> None:
        if self._begun():
            super().leave()

    def take(self, *, typing: bool = False) -> None:
        text = cleaned_line(self.line.text())
        known = self.context.case.value(self.place)
        if not text:
            self.commit(None, typing=typing)
        elif not known or known[0].family != text:
            name_id = known[0].id if known else self.context.case.fresh_id("name")
            self.commit([Name(id=name_id, kind="legal", family=text)], typing=typing)

    def written(self, value: Any) -> str:
        return value[0].family or "" if value else ""

    def _begun(self) -> bool:
        return self._person in self.context.case.drafts
