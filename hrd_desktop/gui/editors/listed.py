"""A list of single values: texts, countries, references to many kinds of rows. Each with a button to take it out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from hrd_desktop.core.schema import FieldSpec, Kind
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.clean import cleaned_line
from hrd_desktop.gui.editors.combo import SearchCombo
from hrd_desktop.gui.editors.line import Line
from hrd_desktop.gui.editors.lookup import options_for
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.theme import icon, role

_LONGEST = 60  # letters of a label on a chip


class ListEditor(FieldEditor):
    """Values in the order they were added, a control to add one below them."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self._stale = False
        self.chips = OptionBox(self)
        self.labels = {} if spec.kind is Kind.TEXT else dict(options_for(context, spec))
        self.add = QPushButton(icon("add"), self.tr("Add"), self)
        self.add.setAccessibleName(self.tr("Add to: {field}").format(field=self.title))
        foot = QWidget(self)
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        self.entry: QLineEdit | SearchCombo
        if spec.kind is Kind.TEXT:
            self.entry = Line(foot)
            self.entry.returnPressed.connect(self._add_text)
            self.add.clicked.connect(self._add_text)
        else:
            self.entry = SearchCombo(foot)
            self.entry.fill(self.labels.items(), "")
            self.entry.chosen.connect(self._append)
            self.add.clicked.connect(self.entry.settle)
            if spec.kind is Kind.REF:  # rows come and go while the page is open
                context.case.rows_changed.connect(self._offer)
                context.names_shown.connect(self._offer)
        line.addWidget(self.entry, 1)
        line.addWidget(self.add)
        self.finish(self.chips, self.entry)
        self.column.insertWidget(self.column.indexOf(self.error), foot)

    def show_value(self, value: Any) -> None:
        while (item := self.chips.flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for position, entry in enumerate(value or []):
            label = self.labels.get(entry, entry)
            chip = QPushButton(icon("close"), _shortened(label), self.chips)
            chip.setLayoutDirection(
                Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
            )
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            chip.setAccessibleName(self.tr("Take out: {entry}").format(entry=label))
            chip.setToolTip(chip.accessibleName())
            role(chip, "quiet")
            chip.clicked.connect(lambda _=False, at=position: self._take_out(at))
            self.chips.flow.addWidget(chip)
        self.chips.wrap()
        self.chips.setVisible(bool(value))

    def focus_target(self) -> QWidget:
        return self.entry

    def flush(self) -> None:
        if isinstance(self.entry, QLineEdit):
            self._add_text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._offer_now()

    def _offer(self, _: object) -> None:
        """Offer the rows there are now; on a page that nobody sees, once somebody does."""
        self._stale = True
        if self.isVisible():
            self._offer_now()

    def _offer_now(self) -> None:
        """What is being typed stays."""
        self._stale = False
        offered = dict(options_for(self.context, self.spec))
        if offered != self.labels and isinstance(self.entry, SearchCombo):
            self.labels = offered
            typed = self.entry.currentText()
            self.entry.fill(offered.items(), "")
            self.entry.setEditText(typed)
            self.refresh()

    def _add_text(self) -> None:
        if isinstance(self.entry, QLineEdit) and (text := cleaned_line(self.entry.text())):
            self.entry.clear()
            self._append(text)

    def _append(self, value: str | None) -> None:
        held: list[str] = self.context.case.value(self.place) or []
        if value and value not in held:
            self.commit([*held, value])
            self.refresh()
        if isinstance(self.entry, SearchCombo):
            self.entry.show_code(None)
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, position: int) -> None:
        held: list[str] = self.context.case.value(self.place) or []
        self.commit([entry for at, entry in enumerate(held) if at != position])
        self.refresh()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
