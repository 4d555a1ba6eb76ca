"""What is to be told of the case file itself, at the head of the first page: damage, old backups, a risky place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.theme import GRID, role


@dataclass(frozen=True)
class Note:
    """One thing to tell: how loud (`stop`, `attention`), the words, and what can be done about it."""

    voice: str
    text: str
    acts: tuple[tuple[str, Callable[[], object]], ...] = ()


class CareNote(QFrame):
    """Not there while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._column.setSpacing(GRID)
        self._shown: list[Note] | None = None
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is told now."""
        return [note.text for note in self._shown or []]

    def tell(self, notes: list[Note]) -> None:
        """Show these and no others."""
        if [(note.voice, note.text) for note in notes] == [(note.voice, note.text) for note in self._shown or []]:
            return
        self._shown = notes
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for note in notes:
            self._column.addWidget(self._line(note))
        self.setVisible(bool(notes))

    def _line(self, note: Note) -> QWidget:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        label = QLabel(note.text, line)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        role(label, note.voice)
        column.addWidget(label)
        if note.acts:
            row = QHBoxLayout()
            row.setSpacing(GRID)
            for text, act in note.acts:
                button = QPushButton(text, line)
                button.setAutoDefault(False)
                button.clicked.connect(act)
                row.addWidget(button)
            row.addStretch()
            column.addLayout(row)
        return line
