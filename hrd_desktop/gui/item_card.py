"""One checklist item on the screen: what the file shows, why, under which provision, and what staff make of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.pack import Pack
from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.places import known_place, rows_by_id
from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.gui.answer_form import AnswerForm
from hrd_desktop.gui.disclosure import Disclosure
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import link_label, links, sign_of, text_label
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import checking


class ItemCard(QFrame):
    """A line with title and result; opened, everything about the item and the place to answer it."""

    go_to = Signal(str)
    """A place of the case that the person wants to see."""
    opened = Signal(bool)

    def __init__(self, context: FieldContext, item: ItemResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._context = context
        self.item = item
        self.line = Disclosure(self)
        self.line.toggled.connect(self._toggled)
        self._body: _Body | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        self.show_item(item)

    def show_item(self, item: ItemResult) -> None:
        """Show a newer result of the same item; a form that is being filled in stays as it is."""
        self.item = item
        words = self._context.words
        title = checking.pack_on(self._context.case.assessment.on).title(item.id, words.lang)
        if item.person:
            title = f"{title} ({self._context.row_label(item.person)})"
        self.line.say(title, words.result("result", item.result), *sign_of(item))
        if self._body is not None:
            self._body.show_item(item)

    def _toggled(self, opened: bool) -> None:
        if opened and self._body is None:
            self._body = _Body(self._context, self)
            self._body.go_to.connect(self.go_to)
            self._body.show_item(self.item)
            self.layout().addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)
        self.opened.emit(opened)


class _Body(QWidget):
    go_to = Signal(str)

    def __init__(self, context: FieldContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 4, 0, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        self._why = text_label(self)
        self._decided = text_label(self, "strong")
        self._provision = text_label(self, "small")
        self._missing_head, self._missing = self._linked(self.tr("Still to find out"))
        self._rests_head, self._rests = self._linked(self.tr("Rests on"))
        self._evidence = text_label(self, "small")
        self._answer_head = text_label(self, "strong")
        self._answer = text_label(self)
        self._take_back = QPushButton(self.tr("Take this answer back"), self)
        self._take_back.clicked.connect(self._remove_answer)
        self._cannot = text_label(self, "small")
        self._form = AnswerForm(context, self)
        for widget in (
            self._why, self._decided, self._provision, self._missing_head, self._missing, self._rests_head, self._rests,
            self._evidence, self._answer_head, self._answer, self._take_back, self._cannot, self._form,
        ):  # fmt: skip
            column.addWidget(widget)

    def _linked(self, head: str) -> tuple[QLabel, QLabel]:
        title = text_label(self, "strong")
        title.setText(head)
        label = link_label(self)
        label.setAccessibleName(head)
        label.linkActivated.connect(self.go_to)
        return title, label

    def show_item(self, item: ItemResult) -> None:
        case, words = self._context.case, self._context.words
        on = case.assessment.on
        pack = checking.pack_on(on)
        self._why.setText(checking.sentence(item.why, on, words))
        _fill(self._decided, "\n".join(checking.sentence(message, on, words) for message in item.decided))
        self._provision.setText(self._provision_line(pack, item))
        missing = [(p, words.place(case.case, p)) for p in item.places if self._leads_somewhere(p)]
        rests = [(r, self._row_words(r)) for r in item.rows if r not in item.places and self._leads_somewhere(r)]
        for head, label, targets in (
            (self._missing_head, self._missing, missing),
            (self._rests_head, self._rests, rests),
        ):
            label.setText(links(targets))
            head.setVisible(bool(targets))
            label.setVisible(bool(targets))
        titles = [entry.title for entry in case.case.evidence if entry.id in item.evidence]
        _fill(self._evidence, self.tr("Evidence: {titles}").format(titles="; ".join(titles)) if titles else "")
        self._show_answer(item, on)
        self._form.show_item(item)
        self._form.setVisible(bool(item.staff_may))
        _fill(self._cannot, "" if item.staff_may else self._why_not(item))

    def _provision_line(self, pack: Pack, item: ItemResult) -> str:
        line = self.tr("Provision: {citation}").format(citation=pack.citation(item.citation, self._context.words.lang))
        if item.derived_result != item.result:
            was = self._context.words.result("result", item.derived_result)
            line += "\n" + self.tr("The facts alone gave: {result}").format(result=was)
        return line

    def _leads_somewhere(self, place: str) -> bool:
        return known_place(self._context.case.case, place)

    def _row_words(self, row: str) -> str:
        if "." in row:
            return self._context.words.place(self._context.case.case, row)
        return self._context.row_label(row)

    def _show_answer(self, item: ItemResult, on: date) -> None:
        entry = self._entry(item)
        words = self._context.words
        shown = entry is not None
        _fill(self._answer_head, self.tr("Answer of staff") if shown else "")
        self._take_back.setVisible(shown)
        if entry is None:
            _fill(self._answer, "")
            return
        lines = [
            f"{words.result('result', entry.result)}: {entry.reason}",
            f"{words.code('how_known', entry.how_known)}, {entry.answered_by}, {words.day(entry.answered_on)}",
        ]
        if item.ignored_answer == entry.id:
            lines.append(self.tr("This answer has no effect: correct the facts themselves."))
        elif entry.answered_on > on:
            lines.append(self.tr("This answer counts from its date on."))
        _fill(self._answer, "\n".join(lines))

    def _entry(self, item: ItemResult) -> StaffAnswer | None:
        """The answer that counts, or else the last that was given."""
        node = rows_by_id(self._context.case.case).get(item.staff_answer or item.ignored_answer or "")
        if node is not None and isinstance(node.value, StaffAnswer):
            return node.value
        given = [a for a in self._context.case.case.staff_answers if (a.item, a.person) == (item.id, item.person)]
        return given[-1] if given else None

    def _remove_answer(self) -> None:
        card = self.parentWidget()
        assert isinstance(card, ItemCard)
        entry = self._entry(card.item)
        if entry is not None:
            self._context.case.remove_row(entry.id)

    def _why_not(self, item: ItemResult) -> str:
        if item.severity == "LAWYER":
            return self.tr("Staff do not weigh this. It stays open until a lawyer's dated review is recorded.")
        return self.tr("This follows from the facts. If it is wrong, correct the facts.")


def _fill(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
