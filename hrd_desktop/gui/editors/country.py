"""A country, with the name it had at the time: offered where the date is older than the name of today."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hrd_desktop.core.dates import Span, span_of
from hrd_desktop.core.former_states import former_names
from hrd_desktop.core.schema import FieldSpec, field_of
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.lookup import LookupEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.theme import role
from hrd_desktop.wording.names import former_state

_THEN = "country_name_at_time"
_DATES = ("date", "start", "issued_on", "entered_on", "since", "filed_on")


class CountryEditor(LookupEditor):
    """The country of an object that may also keep the name of that time."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        context.case.news.at(self._holder).inside.connect(self._beside)

    def finish(self, control: QWidget, focus: QWidget | None = None) -> None:
        self._holder = self.place.rpartition(".")[0]
        self.then = QLabel(self)
        self.then.setWordWrap(True)
        role(self.then, "small")
        self.offers = OptionBox(self)
        super().finish(control, focus)
        at = self.column.indexOf(self.error)
        self.column.insertWidget(at, self.then)
        self.column.insertWidget(at + 1, self.offers)

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self._offer()

    def commit(self, value: Any, *, typing: bool = False) -> bool:
        done = super().commit(value, typing=typing)
        self._offer()
        return done

    def _beside(self, place: str) -> None:
        if place.startswith(f"{self._holder}.") and self.context.case.knows(self._holder):
            self._offer()

    def _offer(self) -> None:
        """Say the name of that time if it is recorded; else offer those that may fit."""
        value = self.context.case.value
        country, known = value(self.place), value(f"{self._holder}.{_THEN}")
        days = self._days()
        names = former_names(country, days) if country and days and not known else []
        while (item := self.offers.flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.then.setText(self._line(known, names, days))
        self.then.setVisible(bool(self.then.text()))
        for name in names:
            said = former_state(name, self.context.words.lang)
            button = QPushButton(self.tr("Use “{name}”").format(name=said), self.offers)
            button.clicked.connect(lambda _=False, said=said: self._use(said))
            self.offers.flow.addWidget(button)
        self.offers.wrap()
        self.offers.setVisible(bool(names))

    def _line(self, known: str | None, names: list[str], days: Span | None) -> str:
        if known:
            return self.tr("At that time: {name}").format(name=known)
        if names and days is not None:
            when = str(days.first.year) if days.first.year == days.last.year else f"{days.first.year}–{days.last.year}"
            return self.tr("In {year} it may have had another name. Use it if the person says so:").format(year=when)
        return ""

    def _days(self) -> Span | None:
        """The first date of the object that says when it was."""
        cls = self.context.case.target(self._holder)
        for name in (name for name in _DATES if field_of(cls, name) is not None):
            info = f"{name}_info" if field_of(cls, f"{name}_info") is not None else None
            story = self.context.case.value(f"{self._holder}.{info}") if info else None
            if (span := span_of(self.context.case.value(f"{self._holder}.{name}"), story)) is not None:
                return span
        return None

    def _use(self, name: str) -> None:
        try:
            self.context.case.set_value(f"{self._holder}.{_THEN}", name)
        except EditRefused as refused:
            self.say(self.context.words.message(refused))
        self._offer()
        self.combo.setFocus()
