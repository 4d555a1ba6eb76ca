"""The rail: the few places of the program, one under the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.theme import icon


class Rail(QFrame):
    """Buttons alone; the frame says what each does."""

    today_button: QToolButton
    caseload_button: QToolButton
    find_button: QToolButton
    places_button: QToolButton
    settings_button: QToolButton
    lock_button: QToolButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self._icons = {
            self.today_button: "today",
            self.caseload_button: "caseload",
            self.find_button: "search",
            self.places_button: "places",
            self.settings_button: "settings",
            self.lock_button: "lock",
        }
        for button, name in self._icons.items():
            button.setIcon(icon(name, "quiet", "accent"))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def show_for(self, *, is_open: bool) -> None:
        """Show it; what needs an open case file is not there without. The caseload is then the way to unlocking."""
        for button in (self.today_button, self.find_button, self.places_button, self.lock_button):
            button.setVisible(is_open)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_icons"):
            self._fit()

    def _fit(self) -> None:
        height = self.fontMetrics().height()
        for button in self._icons:
            button.setIconSize(QSize(height, height) * 1.25)
