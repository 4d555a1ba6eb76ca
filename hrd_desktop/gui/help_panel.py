"""Beside the fields: why we ask, what usually proves it, the provision, what to avoid. Follows the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QWidget

from hrd_desktop.gui.forms import load_form
from hrd_desktop.wording import Wording


class HelpPanel(QFrame):
    """Shows the help of a field, or of its section where the field has none of its own."""

    title: QLabel
    why_head: QLabel
    why: QLabel
    proves_head: QLabel
    proves: QLabel
    provision_head: QLabel
    provision: QLabel
    avoid_head: QLabel
    avoid: QLabel
    nothing: QLabel
    close_help: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self._parts = {
            "why": (self.why_head, self.why),
            "proves": (self.proves_head, self.proves),
            "provision": (self.provision_head, self.provision),
            "avoid": (self.avoid_head, self.avoid),
        }

    def show_help(self, words: Wording, keys: list[str], title: str) -> None:
        """Show the first of these helps that there is; part by part, so that a field's own word comes first."""
        self.title.setText(title)
        texts = [words.help(key) for key in keys if words.has_help(key)]
        anything = False
        for part, (head, label) in self._parts.items():
            text = next((getattr(help_text, part) for help_text in texts if getattr(help_text, part)), "")
            label.setText(text)
            head.setVisible(bool(text))
            label.setVisible(bool(text))
            anything = anything or bool(text)
        self.nothing.setVisible(not anything)
        area = self.findChild(QScrollArea)
        assert area is not None
        area.verticalScrollBar().setValue(0)  # what was read to its end before begins anew
