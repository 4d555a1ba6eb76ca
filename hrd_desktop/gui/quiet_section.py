"""When another route fits better, most sections stop asking: a calm notice stands where the fields were."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label, title_of
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import checking

STILL_ASKED = frozenset({"safety_consent", "people", "family", "referral", "journal"})
"""Sections that go on asking: how to reach the person, safety and consent, what staff have to do."""

_LIFTED = "asks_again"


def is_quiet(context: FieldContext, section: str) -> bool:
    """Whether a section has stopped asking: the case is diverted, and nobody has gone on anyway in this session."""
    diverted = context.case.assessment.headline == "DIVERT"
    return diverted and section.partition(":")[0] not in STILL_ASKED and not context.property(_LIFTED)


def go_on(context: FieldContext) -> None:
    """Ask everything again for as long as this case is open. Nothing of it is stored."""
    context.setProperty(_LIFTED, True)


class QuietNotice(QFrame):
    """Why this section does not ask now, and a way to go on anyway."""

    lifted = Signal()

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._context = context
        self.said = text_label(self)
        self.reasons = text_label(self, "small")
        self.anyway = QPushButton(self.tr("Go on anyway"), self)
        self.anyway.clicked.connect(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (self.said, self.reasons, self.anyway):
            column.addWidget(widget)
        column.setAlignment(self.anyway, Qt.AlignmentFlag.AlignLeading)
        self.refresh()

    def refresh(self) -> None:
        """Say why, as the newest assessment has it."""
        self.said.setText(
            self.tr(
                "This section does not ask now: as the facts stand, another route fits better, and what is not needed "
                "is better not written down. What is here already stays as it is. The review names the other routes."
            )
        )
        found, words = self._context.case.assessment, self._context.words
        because = [item for item in found.items if item.severity == "DIVERT"]
        self.reasons.setText(
            "\n".join(
                f"{title_of(self._context, item.id)}: {checking.sentence(item.why, found.on, words)}"
                for item in because
            )
        )

    def _go_on(self) -> None:
        go_on(self._context)
        self.lifted.emit()
