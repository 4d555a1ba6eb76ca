"""The checklist items of the case and the family: the work, the need for refuge, the referral, who belongs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.item_page import ItemPage
from hrd_desktop.gui.judgement import of_one_person

_APPLICATION, _SOLUTIONS = range(14, 16), range(16, 19)  # E14, E15; E16 to E18


class EligibilityPage(ItemPage):
    """Every item that is not asked of each person in turn."""

    NAME = "eligibility"

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.refresh()

    def holds(self, item: ItemResult) -> bool:
        return not of_one_person(item)

    def chapter(self, item: str) -> str:
        number = int("".join(c for c in item if c.isdigit()) or 0)
        match item[0]:
            case "H":
                return self.tr("The person as a human rights defender")
            case "F":
                return self.tr("Family")
            case "E" if number < _APPLICATION.start:
                return self.tr("The refugee definition")
            case "E" if number in _APPLICATION:
                return self.tr("The application")
            case "E" if number in _SOLUTIONS:
                return self.tr("A lasting solution elsewhere")
            case "E":
                return self.tr("Referral, life in Canada and consent")
        return self.tr("Papers of the case")
