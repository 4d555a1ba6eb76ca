"""Countries, languages and references: one thing looked up in a long list."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hrd_desktop.core.schema import FieldSpec, Kind
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.choice import ManyCodesEditor
from hrd_desktop.gui.editors.combo import QuietCombo, SearchCombo
from hrd_desktop.gui.field_context import FieldContext

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def options_for(context: FieldContext, spec: FieldSpec) -> list[tuple[str, str]]:
    """What may be chosen for one value of a field: (what is stored, label)."""
    if spec.kind is Kind.COUNTRY:
        return list(context.words.countries())
    if spec.kind is Kind.LANGUAGE:
        return list(context.words.languages())
    if spec.kind is Kind.ITEM:
        return [(item.id, item.id) for item in context.case.assessment.items]
    return list(context.candidates(spec))


class LookupEditor(FieldEditor):
    """One country or language, found by typing a part of its name."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.combo = SearchCombo(self)
        self.combo.line.setPlaceholderText(self.tr("Type a part of the name"))
        self.combo.fill(options_for(context, spec), "")
        self.combo.chosen.connect(self._chosen)
        self.combo.not_found.connect(self._not_found)
        self.finish(self.combo)

    def show_value(self, value: Any) -> None:
        self.combo.show_code(value)

    def focus_target(self) -> QWidget:
        return self.combo

    def flush(self) -> None:
        self.combo.settle()

    def _chosen(self, value: Any) -> None:
        if not self.commit(value):
            self.refresh()

    def _not_found(self, text: str) -> None:
        if self.spec.kind is Kind.LANGUAGE and _TAG.fullmatch(text):
            # A tag that has no name in the list is as good as one that has.
            self.commit(text)
        else:
            self.say(self.tr("Nothing of that name in the list, or more than one. Nothing was changed."))


class ReferenceEditor(FieldEditor):
    """One row of the case, chosen by its label."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self._stale = False
        self.combo = QuietCombo(self)
        self.combo.chosen.connect(self._chosen)
        context.case.rows_changed.connect(self._offer)
        context.names_shown.connect(self._offer)
        self.finish(self.combo)

    def show_value(self, value: Any) -> None:
        self._stale = False
        nothing = self.tr("Choose…") if self.spec.required else self.tr("Not recorded")
        self.combo.fill(options_for(self.context, self.spec), nothing)
        self.combo.show_code(value)

    def focus_target(self) -> QWidget:
        return self.combo

    def _chosen(self, value: Any) -> None:
        if not self.commit(value):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _offer(self, _: object) -> None:
        """Offer the rows there are now; on a page that nobody sees, once somebody does."""
        self._stale = True
        if self.isVisible():
            self.refresh()


class PersonsEditor(ManyCodesEditor):
    """Any number of persons of the case: a box to tick for each who is there now."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        context.case.news.at("case.persons").rows.connect(self._persons_changed)
        context.names_shown.connect(self.offer)

    def options(self) -> list[tuple[str, str]]:
        return options_for(self.context, self.spec)

    def _persons_changed(self, place: str) -> None:
        if place == "case.persons":
            self.offer()
