"""What is in a packet: its parts, each to be ticked, behind one line that says how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.theme import GRID


class PartsChoice(QWidget):
    """All parts are in it unless somebody takes one out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._titles: list[tuple[str, str]] = []
        self.fold = Fold("", self)
        self._lines = QWidget(self)
        self._ticks = OptionBox(self._lines, gap=0, columns=True)
        inside = QVBoxLayout(self._lines)
        inside.setContentsMargins(2 * GRID, 0, 0, GRID)
        inside.addWidget(self._ticks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.fold)
        column.addWidget(self._lines)
        self._lines.hide()
        self.fold.toggled.connect(self._lines.setVisible)
        self.setFocusProxy(self.fold)

    def fill(self, titles: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, title). What was taken out before stays out."""
        if list(titles) == self._titles:
            return
        out = {key for key, box in self.boxes.items() if not box.isChecked()}
        for old in self.boxes.values():
            self._ticks.flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._titles = list(titles)
        self.boxes = {}
        for key, title in titles:
            box = QCheckBox(title.replace("&", "&&"), self._ticks)
            box.setChecked(key not in out)
            box.toggled.connect(self._toggled)
            self._ticks.flow.addWidget(box)
            self.boxes[key] = box
        self._ticks.wrap()
        self._say()

    def chosen(self) -> tuple[str, ...]:
        """The parts that are ticked, in their order."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def taken_out(self) -> list[str]:
        """The titles of the parts that are offered and not ticked."""
        return [title for key, title in self._titles if not self.boxes[key].isChecked()]

    def _toggled(self) -> None:
        if not self.chosen():  # a packet without any part is none
            box = self.sender()
            assert isinstance(box, QCheckBox)
            with QSignalBlocker(box):
                box.setCheckState(Qt.CheckState.Checked)
            return
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        there, of = len(self.chosen()), len(self.boxes)
        if there == of:
            said = self.tr("In it: all {count} parts").format(count=of)
        else:
            said = self.tr("In it: {there} of {count} parts").format(there=there, count=of)
        self.fold.set_whole(said)
