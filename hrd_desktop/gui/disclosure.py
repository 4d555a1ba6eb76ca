"""A line that opens and closes what lies under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrd_desktop.gui.line_button import LineButton, Sign
from hrd_desktop.gui.theme import GRID, role


class Disclosure(LineButton):
    """A title, a state in words with its icon, and an arrow; checked while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._arrow, self._sign = Sign(self), Sign(self)
        self._title, self._under, self._state = self.label(), self.label("small"), self.label()
        self._state.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._under)
        self.line.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.line.addWidget(self._arrow)
        self.line.addLayout(words, 3)
        self.line.addWidget(self._sign)
        self.line.addWidget(self._state, 2)
        self.toggled.connect(self._turn)
        self._turn(False)

    def say(self, title: str, under: str, state: str, sign: tuple[str, str]) -> None:
        """Set the words; `sign` is an icon and the role of its colour and of the state's words."""
        name, voice = sign
        self._title.setText(title)
        self._under.setText(under)
        self._under.setVisible(bool(under))
        self._state.setText(state)
        role(self._state, voice)
        self._sign.show_icon(name, "quiet" if voice == "small" else voice or "ink")
        self.setAccessibleName(f"{title}, {under}: {state}" if under else f"{title}: {state}")

    def _turn(self, opened: bool) -> None:
        closed = "left" if self.isRightToLeft() else "right"
        self._arrow.show_icon("down" if opened else closed)
        self.setAccessibleDescription(self.tr("Open") if opened else self.tr("Closed"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange):
            self._turn(self.isChecked())
