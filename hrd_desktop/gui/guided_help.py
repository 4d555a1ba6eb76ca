"""The help of one question, below it, where there is no room for the help panel beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hrd_desktop.core.groups import HELP_OF
from hrd_desktop.core.schema import object_name
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.guided_walk import Question
from hrd_desktop.gui.theme import GRID, role


class GuidedHelp(QWidget):
    """Why we ask, what usually proves it, what to avoid. `wanted` is False while the panel beside says it."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.wanted = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self._parts: dict[str, tuple[QLabel, QLabel]] = {}
        for part, title in (
            ("why", self.tr("Why we ask")),
            ("proves", self.tr("What usually proves it")),
            ("avoid", self.tr("What to avoid")),
        ):
            head, text = QLabel(title, self), QLabel(self)
            role(head, "strong")
            for label in (head, text):
                label.setWordWrap(True)
                column.addWidget(label)
            self._parts[part] = (head, text)

    def show_question(self, section: str, question: Question) -> None:
        """Show the help of a question; part by part that of its field, else of its object, else of the section."""
        words = self._context.words
        holder, _, name = question.place.rpartition(".")
        owner = object_name(self._context.case.target(holder))
        keys = [f"{owner}.{name}", *HELP_OF.get(owner, ()), section]
        texts = [words.help(key) for key in keys if words.has_help(key)]
        for part, (head, label) in self._parts.items():
            text = next((getattr(found, part) for found in texts if getattr(found, part)), "")
            label.setText(text)
            head.setVisible(bool(text))
            label.setVisible(bool(text))
