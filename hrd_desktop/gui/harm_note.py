"""A quiet line beside a question that can do harm when it is asked in the wrong way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, icon

_REDRAW = (QEvent.Type.FontChange, QEvent.Type.PaletteChange)


class HarmNote(QWidget):
    """The sign of attention and what to mind, in the small voice: it is there without shouting."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = QLabel(self)
        self.said = text_label(self, "small")
        self.said.setText(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)
        self.setAccessibleName(text)
        self._draw()

    @property
    def text(self) -> str:
        """What to mind."""
        return self.said.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRAW and hasattr(self, "said"):
            self._draw()

    def _draw(self) -> None:
        side = self.fontMetrics().ascent() + 2
        self.sign.setPixmap(icon("attention", "attention").pixmap(QSize(side, side)))
