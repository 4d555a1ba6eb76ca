"""The rail: the few places of the program, one under the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.theme import icon

_BESIDE = 18  # px of a button that are neither its icon nor its word


class Rail(QFrame):
    """Buttons alone; the frame says what each does."""

    today_button: QToolButton
    caseload_button: QToolButton
    find_button: QToolButton
    packets_button: QToolButton
    places_button: QToolButton
    settings_button: QToolButton
    cover_button: QToolButton
    lock_button: QToolButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self._icons = {
            self.today_button: "today",
            self.caseload_button: "caseload",
            self.find_button: "search",
            self.packets_button: "packet",
            self.places_button: "places",
            self.settings_button: "settings",
            self.cover_button: "eye_off",
            self.lock_button: "lock",
        }
        for button, name in self._icons.items():
            button.setIcon(icon(name, "quiet", "accent"))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def show_for(self, *, is_open: bool) -> None:
        """Show it; what needs an open case file is not there without. The caseload is then the way to unlocking."""
        for button in (self.today_button, self.find_button, self.packets_button, self.places_button, self.lock_button):
            button.setVisible(is_open)
        self._fit()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_icons"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window: smaller icons, or none, rather than cut words."""
        super().resizeEvent(event)
        if hasattr(self, "_icons"):
            self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        shown = max(1, sum(not button.isHidden() for button in self._icons))
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        around = margins.top() + margins.bottom() + layout.spacing() * shown
        word = self.lock_button.fontMetrics().height()
        room = (self.height() - around) // shown - word - _BESIDE
        side = max(line // 2, min(line * 5 // 4, room))
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        if room < line // 2:
            style = Qt.ToolButtonStyle.ToolButtonTextOnly  # the words are what is read
        for button in self._icons:
            button.setIconSize(QSize(side, side))
            button.setToolButtonStyle(style)
