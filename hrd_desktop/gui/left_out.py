"""What is left out of a packet and why, behind one line that says how much it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID


class LeftOut(QWidget):
    """One entry for each thing that stays here: what, and under it the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: list[tuple[str, str]] = []
        self.fold = Fold("", self)
        self._lines = QWidget(self)
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(4 * GRID, 0, 0, GRID)
        self._column.setSpacing(0)
        self._made: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.fold)
        column.addWidget(self._lines)
        self._lines.hide()
        self.fold.toggled.connect(self._lines.setVisible)

    def fill(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these (what, why)."""
        if list(entries) == self.entries and self.fold.accessibleName():
            return
        self.entries = list(entries)
        for old in self._made:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = []
        for what, why in entries:
            for text, voice in ((what, ""), (why, "small")):
                if text:
                    label = text_label(self._lines, voice)
                    label.setText(text)
                    self._column.addWidget(label)
                    self._made.append(label)
            label.setContentsMargins(0, 0, 0, GRID)
        count = len(entries)
        self.fold.set_whole(
            self.tr("Left out, and why: {count}").format(count=count) if count else self.tr("Nothing is left out")
        )
        self.fold.setEnabled(count > 0)
