"""One code of a list, yes or no, and several codes of a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QWidget

from hrd_desktop.core.schema import FieldSpec, Kind
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.theme import role

FEW = 5  # up to so many codes are all shown beside each other


class ChoiceEditor(FieldEditor):
    """One of a few: radio buttons, the first of which means that nothing is recorded."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.box = OptionBox(self)
        self.group = QButtonGroup(self)
        self.buttons: dict[Any, QRadioButton] = {}
        for value, label in self._options():
            button = QRadioButton(label, self.box)
            button.setAccessibleName(f"{self.title}: {label}")
            button.clicked.connect(lambda _=False, chosen=value: self._chosen(chosen))
            self.group.addButton(button)
            self.box.flow.addWidget(button)
            self.buttons[value] = button
        if None in self.buttons:
            role(self.buttons[None], "small")
        self.finish(self.box, next(iter(self.buttons.values())))

    def show_value(self, value: Any) -> None:
        button = self.buttons.get(value)
        if button is not None:
            button.setChecked(True)
        elif (checked := self.group.checkedButton()) is not None:
            # An exclusive group lets no button go by itself.
            self.group.setExclusive(False)
            checked.setChecked(False)
            self.group.setExclusive(True)

    def focus_target(self) -> QWidget:
        checked: QAbstractButton | None = self.group.checkedButton()
        return checked or next(iter(self.buttons.values()))

    def _chosen(self, value: Any) -> None:
        if not self.commit(value):
            self.refresh()

    def _options(self) -> list[tuple[Any, str]]:
        words = self.context.words
        if self.spec.kind is Kind.BOOLEAN:
            options: list[tuple[Any, str]] = [
                (True, words.code("answer", "yes")),
                (False, words.code("answer", "no")),
            ]
        else:
            options = [(code, words.code(self.spec.code_list, code)) for code in self.spec.codes]
        if self.spec.required:
            return options
        nothing = self.tr("Not asked yet") if self.spec.code_list == "answer" else self.tr("Not recorded")
        return [*options, (None, nothing)]


class ComboEditor(FieldEditor):
    """One of many: a drop-down."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.combo = QuietCombo(self)
        self._labels = [(code, context.words.code(spec.code_list, code)) for code in spec.codes]
        self.combo.chosen.connect(self._chosen)
        self.finish(self.combo)

    def show_value(self, value: Any) -> None:
        nothing = None if self.spec.required and value is not None else self.tr("Choose…")
        self.combo.fill(self._labels, nothing if self.spec.required else self.tr("Not recorded"))
        self.combo.show_code(value)

    def focus_target(self) -> QWidget:
        return self.combo

    def _chosen(self, value: Any) -> None:
        # Going down the list by arrow key chooses at each step; that is one step back.
        if not self.commit(value, typing=True):
            self.refresh()


class ManyCodesEditor(FieldEditor):
    """Any number of codes: a box to tick for each. The order in which they are ticked is kept."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.box = OptionBox(self, gap=8, columns=True)
        self.boxes: dict[str, QCheckBox] = {}
        self._make_boxes()
        self.finish(self.box, next(iter(self.boxes.values()), None))

    def offer(self) -> None:
        """Make the boxes anew if something else may be ticked now, or goes by another name."""
        if self.options() != [(code, tick.text()) for code, tick in self.boxes.items()]:
            while (item := self.box.flow.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
            self._make_boxes()
            self.box.wrap()
            self.label.setBuddy(self.focus_target())
            self.refresh()

    def _make_boxes(self) -> None:
        self.boxes = {}
        for code, label in self.options():
            tick = QCheckBox(label, self.box)
            tick.setAccessibleName(f"{self.title}: {label}")
            tick.toggled.connect(lambda _=False: self._ticked())
            self.box.flow.addWidget(tick)
            self.boxes[code] = tick

    def options(self) -> list[tuple[str, str]]:
        """What may be ticked: (what is stored, label)."""
        words = self.context.words
        return [(code, words.code(self.spec.code_list, code)) for code in self.spec.codes]

    def show_value(self, value: Any) -> None:
        for code, tick in self.boxes.items():
            with QSignalBlocker(tick):
                tick.setChecked(code in (value or []))

    def focus_target(self) -> QWidget:
        return next(iter(self.boxes.values()), self.box)

    def _ticked(self) -> None:
        before: list[str] = self.context.case.value(self.place) or []
        ticked = {code for code, tick in self.boxes.items() if tick.isChecked()}
        after = [code for code in before if code in ticked or code not in self.boxes]
        after += [code for code in self.boxes if code in ticked and code not in before]
        if not self.commit(after):
            self.refresh()
