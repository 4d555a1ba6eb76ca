"""Decisions of people about an item, below it: what was recorded, who may still record what, and the form for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.staff import Override, Review
from hrd_desktop.gui.entry_form import EntryForm, begun_entry
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import target_of, text_label
from hrd_desktop.gui.lawyer_review_form import LIST as REVIEWS
from hrd_desktop.gui.lawyer_review_form import LawyerReviewForm
from hrd_desktop.gui.override_form import LIST as OVERRIDES
from hrd_desktop.gui.override_form import OverrideForm
from hrd_desktop.gui.theme import GRID

_FOLLOWS = "A42"  # follows the items under it, so nothing is decided about it


class EntryPanel(QWidget):
    """The entries of one kind about one item, newest first; the form comes on request, or where one is begun."""

    go_to = Signal(str)
    PLACE = ""

    def __init__(self, context: FieldContext, title: str, ask: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.item: ItemResult | None = None
        self.form: EntryForm | None = None
        self._asked_for: tuple[object, ...] = ()
        self.head = text_label(self, "strong")
        self.head.setText(title)
        self.said = text_label(self)
        self.take_back = QPushButton(self.tr("Take the newest entry back"), self)
        self.take_back.clicked.connect(self._take_back)
        self.limits = text_label(self, "small")
        self.open_form = QPushButton(ask, self)
        self.open_form.clicked.connect(self._open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, 0)
        self._column.setSpacing(GRID)
        buttons = OptionBox(self)  # breaks the words of a button that is wider than the page
        for button in (self.open_form, self.take_back):
            buttons.flow.addWidget(button)
        for widget in (self.head, self.said, self.limits, buttons):
            self._column.addWidget(widget)

    # What a panel says of itself

    def entries(self, item: ItemResult) -> Sequence[Review | Override]:
        """What was recorded about an item, newest first."""
        raise NotImplementedError

    def in_words(self, item: ItemResult, entry: Review | Override, *, newest: bool) -> str:
        """An entry: what was decided, by whom and when, and whether it counts."""
        raise NotImplementedError

    def may_record(self, item: ItemResult) -> bool:
        """Whether an entry about this item would do anything now."""
        raise NotImplementedError

    def why_not(self, item: ItemResult) -> str:
        """Why none can be recorded; empty where nothing needs to be said."""
        raise NotImplementedError

    def make_form(self, item: ItemResult) -> EntryForm:
        raise NotImplementedError

    # For everybody

    def show_item(self, item: ItemResult) -> None:
        """Show what was recorded about an item and what may be recorded now."""
        self.item = item
        entries = self.entries(item)
        fill(self.said, "\n\n".join(self.in_words(item, entry, newest=i == 0) for i, entry in enumerate(entries)))
        self.take_back.setVisible(bool(entries))
        limits = "" if self.may_record(item) else self.why_not(item)
        fill(self.limits, limits)
        begun = begun_entry(self.context, self.PLACE, item.id, item.person) is not None
        wanted = self.may_record(item) and (begun or self._asked_for == self._state())
        if wanted and self.form is None:
            self.form = self.make_form(item)
            self._column.addWidget(self.form)
        if self.form is not None:
            if wanted:
                self.form.show_item(item)
            self.form.setVisible(wanted)
        self.open_form.setVisible(self.may_record(item) and not wanted)
        self.setVisible(bool(entries) or self.may_record(item) or bool(limits))

    def flush(self) -> None:
        """Keep what is typed and still waits for a pause."""
        if self.form is not None:
            self.form.flush()

    def _state(self) -> tuple[object, ...]:
        assert self.item is not None
        entries = self.entries(self.item)
        return (self.item.id, self.item.person, self.item.result, entries[0].id if entries else "")

    def _open(self) -> None:
        assert self.item is not None
        self._asked_for = self._state()
        self.show_item(self.item)
        if self.form is not None:
            self.form.first().setFocus(Qt.FocusReason.OtherFocusReason)
            self.context.appeared.emit(self.form)

    def _take_back(self) -> None:
        if self.item is not None and (entries := self.entries(self.item)):
            self._asked_for = ()
            self.context.case.remove_row(entries[0].id)


class OverridePanel(EntryPanel):
    """What a supervisor has let pass, or may."""

    PLACE = OVERRIDES

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("Decision of a supervisor"), self.tr("A supervisor lets this pass"), parent)

    def entries(self, item: ItemResult) -> Sequence[Override]:
        found = [row for row in self.context.case.case.overrides if (row.item, row.person) == (item.id, item.person)]
        return sorted(found, key=lambda row: row.decided_on)[::-1]

    def in_words(self, item: ItemResult, entry: Review | Override, *, newest: bool) -> str:
        assert isinstance(entry, Override)
        lines = [entry.reason, f"{entry.decided_by} · {self.context.words.day(entry.decided_on)}"]
        if item.override == entry.id:
            lines.append(self.tr("It turns what stops the packet into a warning. The result stays as it is."))
        elif entry.decided_on > self.context.case.assessment.on:
            lines.append(self.tr("It counts from its date on."))
        elif newest:
            lines.append(self.tr("It has no effect on what stands now."))
        return "\n".join(lines)

    def make_form(self, item: ItemResult) -> EntryForm:
        return OverrideForm(self.context, item, self)

    def may_record(self, item: ItemResult) -> bool:
        return item.severity == "BLOCK"

    def why_not(self, item: ItemResult) -> str:
        if item.severity == "DIVERT":
            return self.tr("A supervisor cannot let this pass: it points to another route.")
        return ""


class ReviewPanel(EntryPanel):
    """The legal reviews of an item that staff must not weigh."""

    PLACE = REVIEWS

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("Legal review"), self.tr("Record a legal review"), parent)

    def entries(self, item: ItemResult) -> Sequence[Review]:
        found = [row for row in self.context.case.case.reviews if (row.item, row.person) == (item.id, item.person)]
        return sorted(found, key=lambda row: row.reviewed_on)[::-1]

    def in_words(self, item: ItemResult, entry: Review | Override, *, newest: bool) -> str:
        assert isinstance(entry, Review)
        words = self.context.words
        licence = self.tr("licence {number}").format(number=entry.licence) if entry.licence else ""
        who = [entry.reviewer, words.code("capacity", entry.capacity), licence, words.day(entry.reviewed_on)]
        outcome = words.code("review_outcome", entry.outcome)
        lines = [outcome, " · ".join(part for part in who if part), entry.note or ""]
        rows = [target[1] for row in entry.rows if (target := target_of(self.context, row))]
        if rows:
            lines.append(self.tr("Facts before the reviewer: {facts}").format(facts="; ".join(rows)))
        if item.outdated_review == entry.id:
            lines.append(
                self.tr("The facts have changed since, or not all of them were before the reviewer. It is read again.")
            )
        elif entry.reviewed_on > self.context.case.assessment.on:
            lines.append(self.tr("It counts from its date on."))
        elif not newest:
            lines.append(self.tr("An earlier review."))
        return "\n".join(line for line in lines if line)

    def make_form(self, item: ItemResult) -> EntryForm:
        form = LawyerReviewForm(self.context, item, self)
        form.go_to.connect(self.go_to)
        return form

    def may_record(self, item: ItemResult) -> bool:
        return item.id != _FOLLOWS and (item.severity == "LAWYER" or item.review is not None)

    def why_not(self, item: ItemResult) -> str:
        if item.id == _FOLLOWS and item.severity == "LAWYER":
            return self.tr("This follows the items it rests on: once a lawyer has read those, it follows by itself.")
        return ""
