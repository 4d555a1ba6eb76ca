"""Where staff answer an item: the result, why, how they know, and who they are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.edit import Draft
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.gui.entry_form import EntryForm, begun_entry
from hrd_desktop.gui.field_context import FieldContext

LIST = "case.staff_answers"


def begun_answer(context: FieldContext, item: str, person: str | None) -> Draft | None:
    """The answer to an item that somebody has begun and not recorded."""
    return begun_entry(context, LIST, item, person)


class AnswerForm(EntryForm):
    """One of the results that staff may give now, with reason and source."""

    PLACE = LIST

    def __init__(self, context: FieldContext, item: ItemResult, parent: QWidget | None = None) -> None:
        super().__init__(context, item, self.tr("Record the answer"), parent)
        self.result = self.add_choice("result", self.tr("Your answer"), self.tr("Choose an answer."))
        self.reason = self.add_text(
            "reason", self.tr("Why"), self.tr("Write in a sentence or two what the answer rests on.")
        )
        self.how_known = self.add_choice("how_known", self.tr("How we know"), self.tr("Choose how this is known."))
        self.answered_by = self.add_line(
            "answered_by",
            self.tr("Who answers"),
            self.tr("Write your name or initials."),
            usual=context.case.case.caseworker or "",
        )
        self.finish()

    def choices(self, name: str) -> Iterable[tuple[str, str]]:
        words, spec = self.context.words, field_of(StaffAnswer, "how_known")
        assert spec is not None
        if name == "result":
            return [(code, words.result("result", code)) for code in self.item.staff_may]
        return [(code, words.code("how_known", code)) for code in spec.codes]

    def absent(self) -> list[str]:
        missing = super().absent()
        stale = self.values().get("result") not in (None, *self.item.staff_may)
        return ["result", *missing] if stale else missing

    def seal(self) -> None:
        # The day is what makes it an answer: until then it is only begun.
        self.put("answered_on", self.context.case.today)
