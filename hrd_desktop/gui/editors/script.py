"""The script of a name: seen in its letters and offered; and, for other scripts, a first spelling in Latin letters."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hrd_desktop.core.identity import Name
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.combo import SearchCombo
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.theme import role
from hrd_desktop.wording.scripts import all_scripts, latin_spelling, script_name, script_of

_PARTS = ("family", "given", "full")


class ScriptEditor(FieldEditor):
    """One script, by name. Nothing is set that the person has not chosen."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self._holder = place.rpartition(".")[0]
        self.combo = SearchCombo(self)
        self.combo.line.setPlaceholderText(self.tr("Type a part of the name"))
        self.combo.fill(all_scripts(context.words.lang), "")
        self.combo.chosen.connect(self._chosen)
        self.combo.not_found.connect(self._not_found)
        self.detected = QPushButton(self)
        self.detected.clicked.connect(lambda: self._chosen(script_of(self._letters())))
        self.latin = QLabel(self)
        self.latin.setWordWrap(True)
        role(self.latin, "small")
        self.add = QPushButton(self.tr("Add it as another name in use"), self)
        self.add.clicked.connect(self._add_latin)
        self.offers = OptionBox(self)
        for widget in (self.detected, self.add):
            self.offers.flow.addWidget(widget)
        self.finish(self.combo)
        at = self.column.indexOf(self.error)
        self.column.insertWidget(at, self.latin)
        self.column.insertWidget(at + 1, self.offers)
        context.case.news.at(self._holder).inside.connect(self._beside)
        if (names := context.case.list_of(self._holder)) is not None:
            context.case.news.at(names).rows.connect(self._others)

    def show_value(self, value: Any) -> None:
        self.combo.show_code(value)
        self._offer()

    def focus_target(self) -> QWidget:
        return self.combo

    def flush(self) -> None:
        self.combo.settle()

    def _chosen(self, value: Any) -> None:
        self.commit(value)
        self.refresh()

    def _not_found(self, _: str) -> None:
        self.say(self.tr("No script of that name in the list, or more than one. Nothing was changed."))

    def _beside(self, place: str) -> None:
        if place.startswith(f"{self._holder}.") and self.context.case.knows(self._holder):
            self._offer()

    def _others(self, place: str) -> None:
        if self.context.case.knows(self._holder) and place == self.context.case.list_of(self._holder):
            self._offer()

    def _part(self, name: str) -> str:
        return self.context.case.value(f"{self._holder}.{name}") or ""

    def _letters(self) -> str:
        return " ".join(self._part(name) for name in _PARTS)

    def _offer(self) -> None:
        found = script_of(self._letters())
        lang = self.context.words.lang
        fits = found is not None and found != self.context.case.value(self.place)
        self.detected.setVisible(fits)
        if found is not None and fits:
            self.detected.setText(
                self.tr("These letters are: {script}. Use it").format(script=script_name(found, lang))
            )
        spelling = self._latin()
        offered = bool(spelling) and self.context.case.list_of(self._holder) is not None and not self._there(spelling)
        self.add.setVisible(offered)
        self.latin.setVisible(offered)
        shown = spelling.get("full") or " ".join(
            part for part in (spelling.get("given"), spelling.get("family")) if part
        )
        self.latin.setText(
            self.tr("Suggested Latin spelling, letter by letter: {name}. Correct it as the person spells it.").format(
                name=shown
            )
        )
        self.offers.wrap()

    def _latin(self) -> dict[str, str]:
        """The parts of the name in Latin letters; empty where they are so already."""
        written = {name: latin_spelling(self._part(name)) for name in _PARTS}
        return {name: spelling for name, spelling in written.items() if spelling}

    def _there(self, spelling: dict[str, str]) -> bool:
        """Whether a name of the person is spelled so already."""
        names = self.context.case.value(self.context.case.list_of(self._holder) or "") or []
        return any(all(getattr(name, part) == spelling.get(part) for part in _PARTS) for name in names)

    def _add_latin(self) -> None:
        at = self.context.case.list_of(self._holder)
        if at is None or self.context.case.target(self._holder) is not Name:
            return
        try:
            self.context.case.add_row(at, {"kind": "alias", "script": "Latn", **self._latin()})
        except EditRefused as refused:
            self.say(self.context.words.message(refused))
            return
        self._offer()
        self.combo.setFocus()
