"""Who fills, signs or undergoes what: the requirement lists as a small table."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import Requirements
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, role

LABELS: dict[str, object] = {
    "imm0008": QT_TRANSLATE_NOOP("WhoFillsWhat", "Generic application form (IMM 0008)"),
    "schedule2": QT_TRANSLATE_NOOP("WhoFillsWhat", "Schedule 2, Refugees Outside Canada"),
    "imm5669": QT_TRANSLATE_NOOP("WhoFillsWhat", "Schedule A, Background (IMM 5669)"),
    "imm5476": QT_TRANSLATE_NOOP("WhoFillsWhat", "Use of a Representative (IMM 5476)"),
    "imm5590": QT_TRANSLATE_NOOP("WhoFillsWhat", "Form of the guardian of a child (IMM 5590)"),
    "consent": QT_TRANSLATE_NOOP("WhoFillsWhat", "Consent to share"),
    "biometrics": QT_TRANSLATE_NOOP("WhoFillsWhat", "Gives biometrics"),
    "biometrics_unclear": QT_TRANSLATE_NOOP("WhoFillsWhat", "Biometrics not clear yet: depends on the birth date"),
    "medical": QT_TRANSLATE_NOOP("WhoFillsWhat", "Medical examination"),
    "medical_exempt_now": QT_TRANSLATE_NOOP("WhoFillsWhat", "No medical examination at this stage"),
    "custody_papers": QT_TRANSLATE_NOOP("WhoFillsWhat", "Custody papers still to be found"),
    "best_interests": QT_TRANSLATE_NOOP("WhoFillsWhat", "Best-interests paper still to be made"),
}
"""What each list is called; held against the lists themselves by a test."""


class WhoFillsWhat(QWidget):
    """One line a list that names somebody; hidden while none does."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.head = text_label(self, "strong")
        self.head.setText(self.tr("Who fills what"))
        self._card = QFrame(self)
        role(self._card, "card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.head)
        column.addWidget(self._card)

    def lines(self) -> list[tuple[str, str]]:
        """Each list that names somebody: what it is, and who."""
        found = self._context.case.assessment.requirements
        everybody = tuple(person.id for person in self._context.case.case.persons)
        lines: list[tuple[str, str]] = []
        for spec in fields(Requirements):
            people = getattr(found, spec.name)
            if people:
                who = (
                    self.tr("Everybody")
                    if people == everybody and len(people) > 1
                    else "\n".join(self._context.row_label(person) for person in people)
                )
                lines.append((QCoreApplication.translate("WhoFillsWhat", str(LABELS[spec.name])), who))
        return lines

    def refresh(self) -> None:
        """Show the newest lists."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        lines = self.lines()
        for row, (what, who) in enumerate(lines):
            for column, text in enumerate((what, who)):
                label = text_label(self._card, "" if column else "small")
                label.setText(text)
                label.setAccessibleName(f"{what}: {who}" if column else "")
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
                self._labels.append(label)
        self.setVisible(bool(lines))
