"""Where a supervisor lets something pass that stops the packet: with a reason and a name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.entry_form import EntryForm
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.services import packets

LIST = "case.overrides"


class OverrideForm(EntryForm):
    """Reason and name. It says what the decision does, and what it does not."""

    PLACE = LIST

    def __init__(self, context: FieldContext, item: ItemResult, parent: QWidget | None = None) -> None:
        super().__init__(context, item, self.tr("Record the decision"), parent)
        self.hint = text_label(self, "small")
        lines = [
            self.tr(
                "What stops the packet becomes a warning; the result stays as it is, for everybody to see. The "
                "decision has no effect on what points to another route or waits for a lawyer."
            )
        ]
        if packets.always_needed(item.id):
            lines.append(self.tr("Even so, no packet leaves this program without this agreement."))
        self.hint.setText("\n".join(lines))
        self.add_widget(self.hint)
        self.reason = self.add_text(
            "reason", self.tr("Why it may pass"), self.tr("Write in a sentence or two why it may pass.")
        )
        self.decided_by = self.add_line(
            "decided_by", self.tr("Name of the supervisor"), self.tr("Write the name of the supervisor.")
        )
        self.finish()

    def seal(self) -> None:
        # The day is what makes it a decision: until then it is only begun.
        self.put("decided_on", self.context.case.today)
