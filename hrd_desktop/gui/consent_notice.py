"""Before the first consent: why most questions wait, and the way to the consent."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, icon, role

CONSENTS = "case.consents"
_HERE = "safety_consent"
_ASKS_ALL = ("journal",)  # what staff note for themselves


class ConsentNotice(QFrame):
    """Stands above the fields of a section for as long as nobody has agreed that a file is kept."""

    def __init__(self, context: FieldContext, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._context = context
        self._section = section
        side = self.fontMetrics().height() + 4
        sign = QLabel(self)
        sign.setPixmap(icon("shield", "accent").pixmap(QSize(side, side)))
        self.said = text_label(self)
        self.said.setText(self._text())
        self.lead = QPushButton(self.tr("Go to the consent"), self)
        role(self.lead, "primary")
        self.lead.setVisible(section != _HERE)
        self.lead.clicked.connect(lambda: context.lead_to.emit(CONSENTS))
        beside = QVBoxLayout()
        beside.setSpacing(GRID)
        beside.addWidget(self.said)
        beside.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        context.gate_moved.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Be there only while it is needed."""
        self.setVisible(not self._context.case.consented and self._section not in _ASKS_ALL)

    def _text(self) -> str:
        if self._section == _HERE:
            return self.tr(
                "Begin here. Explain what this file is for and who may read it, in a language the person understands, "
                "and record the answer. Until somebody agrees that a file is kept, only contact and safety are asked."
            )
        return self.tr(
            "Nobody has agreed yet that this file is kept, or the consent has ended. What is here already stays as it "
            "is; more is asked once the consent is recorded."
        )
