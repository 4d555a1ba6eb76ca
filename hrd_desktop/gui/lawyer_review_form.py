"""Where a legal review is recorded: who read which facts, when, and with what outcome."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.staff import Review
from hrd_desktop.gui.entry_form import EntryForm
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.judgement import target_of, text_label
from hrd_desktop.gui.line_button import LinkList
from hrd_desktop.gui.review_lines import ReviewLines
from hrd_desktop.services import checking

LIST = "case.reviews"


class LawyerReviewForm(EntryForm):
    """The facts of the item are ticked; a fingerprint of them is stored, so that the item comes back if they change.

    What is meant for the lawyer alone stays out of sight until somebody asks for it here.
    """

    PLACE = LIST
    go_to = Signal(str)

    def __init__(self, context: FieldContext, item: ItemResult, parent: QWidget | None = None) -> None:
        super().__init__(context, item, self.tr("Record the review"), parent)
        words = context.words
        hint = text_label(self, "small")
        hint.setText(
            self.tr(
                "For a lawyer, a Quebec notary or a regulated consultant who has read the facts. Others may write down "
                "what this person has said or signed."
            )
        )
        self.add_widget(hint)
        self.for_lawyer = QCheckBox(self.tr("Show what is for the lawyer"), self)
        self.alerts = LinkList(self)
        self.alerts.setAccessibleName(self.tr("For the lawyer"))
        self.alerts.asked.connect(self.go_to)
        self.for_lawyer.toggled.connect(self.alerts.setVisible)
        self.add_widget(self.for_lawyer)
        self.add_widget(self.alerts)
        self.alerts.hide()
        self.reviewer = self.add_line(
            "reviewer", words.field("review", "reviewer"), self.tr("Write the name of the reviewer.")
        )
        self.capacity = self.add_choice(
            "capacity", words.field("review", "capacity"), self.tr("Choose the profession of the reviewer.")
        )
        self.licence = self.add_line("licence", self.tr("Licence number, if known"))
        self.reviewed_on = self.add_day("reviewed_on", words.field("review", "reviewed_on"))
        self.rows_head = text_label(self)
        self.rows_head.setText(self.tr("Facts that were before the reviewer"))
        self._rows = OptionBox(self)
        self._ticks: dict[str, QCheckBox] = {}
        self._some = text_label(self, "attention")
        self._some.setText(self.tr("The review settles this item only if all of these facts were before the reviewer."))
        for widget in (self.rows_head, self._rows, self._some):
            self.add_widget(widget)
        self.outcome = self.add_choice("outcome", words.field("review", "outcome"), self.tr("Choose the outcome."))
        self.note = self.add_text("note", self.tr("Note of the reviewer"), self.tr("This outcome needs its note."))
        self.finish()

    def choices(self, name: str) -> Iterable[tuple[str, str]]:
        spec = field_of(Review, name)
        assert spec is not None
        return [(code, self.context.words.code(spec.code_list, code)) for code in spec.codes]

    def show_item(self, item: ItemResult) -> None:
        chosen = self.outcome.currentData()
        super().show_item(item)
        self.outcome.show_code(chosen)
        self._show_rows(item)
        lines = ReviewLines(self.context)
        found = [alert for alert in self.context.case.assessment.alerts if alert.audience == "lawyer"]
        self.alerts.fill([lines.alert(alert) for alert in found if item.person in (None, alert.person)])
        self.for_lawyer.setVisible(bool(self.alerts.lines))

    def keep(self, name: str, value: object, *, typing: bool = False) -> None:
        # The outcome is what makes it a review: it stays in the form until the button is pressed.
        if name != "outcome":
            super().keep(name, value, typing=typing)

    def absent(self) -> list[str]:
        outcome = self.outcome.currentData()
        missing = [name for name in super().absent() if name not in ("outcome", "note")]
        if not outcome:
            missing.append("outcome")
        if outcome == "cleared_with_note" and not self.values().get("note"):
            missing.append("note")
        return missing

    def seal(self) -> None:
        self.put("reviewed_on", self.values().get("reviewed_on") or self.context.case.today)
        if rows := self.ticked():
            self.put("rows", rows)
            self.put("facts_digest", checking.fingerprint(self.context.case.case, rows))
        outcome = self.outcome.currentData()
        self.outcome.show_code(None)
        self.put("outcome", outcome)

    def ticked(self) -> list[str]:
        """The facts that were before the reviewer."""
        return [row for row, tick in self._ticks.items() if tick.isChecked()]

    def _show_rows(self, item: ItemResult) -> None:
        """A tick for each row the item rests on; what was taken out stays out."""
        begun = self.values().get("rows")
        kept = begun if isinstance(begun, list) else list(item.rows)
        if list(self._ticks) != list(item.rows):
            for tick in self._ticks.values():
                tick.hide()
                tick.deleteLater()
            self._ticks = {}
            for row in item.rows:
                tick = self._ticks[row] = QCheckBox(self._rows)
                tick.setChecked(row in kept)
                tick.toggled.connect(self._row_toggled)
                self._rows.flow.addWidget(tick)
        for row, tick in self._ticks.items():
            target = target_of(self.context, row)
            tick.setText(target[1] if target else row)
        self._rows.wrap()
        self.rows_head.setVisible(bool(item.rows))
        self._rows.setVisible(bool(item.rows))
        self._some.setVisible(len(self.ticked()) < len(item.rows))

    def _row_toggled(self) -> None:
        self._some.setVisible(len(self.ticked()) < len(self._ticks))
        if self.draft() is not None:
            self.keep("rows", self.ticked())
