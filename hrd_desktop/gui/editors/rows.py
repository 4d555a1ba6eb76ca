"""A list of rows: one card each, one of them open, a button to add, and a line to take a removal back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.edit import MoveRow
from hrd_desktop.core.schema import FieldSpec, Kind, object_name, required_of
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.removal import agreed
from hrd_desktop.gui.editors.row_card import RowCard
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, icon, role

_ORDERED = frozenset(
    {
        ("case", "persons"),
        ("case", "unions"),
        ("case", "evidence"),
        ("person", "names"),
        ("person", "nationalities"),
        ("person", "documents"),
        ("hrd", "referees"),
        ("claim", "narratives"),
    }
)
"""Lists that stand on paper in the order in which they are in the case. All others are put in order of time there."""


class RowsEditor(FieldEditor):
    """The rows of one list in their order; those begun come last."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        assert spec.target is not None
        self.kind = object_name(spec.target)
        self._given: dict[str, dict[str, Any]] = {}
        self.cards: dict[str, RowCard] = {}
        box = QWidget(self)
        self.stack = QVBoxLayout(box)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.stack.setSpacing(GRID)
        self.add = QPushButton(icon("add"), self.tr("Add"), self)
        self.add.setText(self.tr("Add: {thing}").format(thing=context.words.object(self.kind)))
        self.add.clicked.connect(self.add_row)
        self.snack = QWidget(self)
        self.snack_text = text_label(self.snack)
        self.snack_undo = QPushButton(icon("undo"), self.tr("Undo"), self.snack)
        role(self.snack_undo, "link")
        self.snack_undo.clicked.connect(self._take_back)
        snack = QHBoxLayout(self.snack)
        snack.setContentsMargins(0, 0, 0, 0)
        snack.addWidget(self.snack_text)
        snack.addWidget(self.snack_undo)
        snack.addStretch(1)
        self.snack.hide()
        self.foot = foot = OptionBox(self)
        foot.flow.addWidget(self.add)
        self.finish(box, self.add)
        at = self.column.indexOf(self.error)
        self.column.insertWidget(at, self.snack)
        self.column.insertWidget(at + 1, foot)
        context.case.news.at(place).rows.connect(self._rows_changed)

    def show_value(self, value: Any) -> None:  # noqa: ARG002 - rows begun are not in the value
        keys = self.context.case.rows(self.place)
        for key in [key for key in self.cards if key not in keys]:
            card = self.cards.pop(key)
            self.stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        for position, key in enumerate(keys):
            card = self.cards.get(key) or self._card(key)
            self.stack.insertWidget(position, card)
            card.refresh()
        self.cards = {key: self.cards[key] for key in keys}
        self.offer_moves()

    def focus_target(self) -> QWidget:
        return self.add

    def reveal(self, trail: list[str]) -> QWidget:
        card = self.cards.get(trail[0]) if trail else None
        if card is not None:
            found = card.reveal(trail[1:])
            if found is not None:
                return found
        return super().reveal(trail)

    def add_row(self) -> None:
        """Begin a row with what can only be one thing."""
        self.begin(obvious(self.context, self.spec))

    def begin(self, given: dict[str, Any]) -> None:
        """Begin a row that holds something already, open it, and put the keyboard into its first field."""
        try:
            key = self.context.case.add_row(self.place, given)
        except EditRefused as refused:
            self.say(self.context.words.message(refused))
            return
        self.say("")
        self._given[key] = given
        first = self.cards[key].reveal([])
        if first is not None:
            self.context.appeared.emit(first)

    def remove_row(self, key: str) -> None:
        """Remove a row; where others cannot stand without it, say which and ask once."""
        try:
            if not agreed(self.context, self, key):
                return
            self.context.case.remove_row(key)
        except EditRefused as refused:
            self.say(self.context.words.message(refused))
            return
        self.say("")
        self.tell(self.tr("Removed."))

    def movable(self) -> list[str]:
        """The rows that can change places with each other, in their order; none where the order says nothing."""
        begun = self.context.case.drafts
        return [key for key in self.cards if key not in begun] if (self.owner, self.spec.name) in _ORDERED else []

    def offer_moves(self) -> None:
        """Let each card say whether it can stand higher or lower."""
        order = self.movable()
        for key, card in self.cards.items():
            at = order.index(key) if key in order else 0
            card.set_movable(key in order and at > 0, key in order and at + 1 < len(order))

    def move_row(self, key: str, by: int) -> None:
        """Let a row change places with the one above it (-1) or below it (1)."""
        order = self.movable()
        at = order.index(key) + by if key in order else -1
        if not 0 <= at < len(order):
            return
        rows = [row.id for row in self.context.case.value(self.place)]
        try:
            self.context.case.change([MoveRow(self.place, key, rows.index(order[at]))])
        except EditRefused as refused:
            self.say(self.context.words.message(refused))
            return
        self.say("")
        done = self.tr("{row}: now {number} of {all}.")
        self._show_snack(done.format(row=self.context.row_label(key), number=at + 1, all=len(order)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.snack_text.text()))
        self.context.appeared.emit(self.cards[key].head)

    def _show_snack(self, done: str) -> None:
        self.snack_text.setText(done)
        # A label that wraps asks for little: in one line where that fits, with the way back beside it.
        room = self.width() - self.snack_undo.sizeHint().width() - 4 * GRID
        wide = self.snack_text.fontMetrics().horizontalAdvance(done) + 4
        self.snack_text.setMinimumWidth(max(0, min(wide, room)))
        if self.snack.isHidden():
            self.context.case.undo_changed.connect(self._something_else)
        self.snack.show()

    def tell(self, done: str) -> None:
        """Say what was just done, with the way back."""
        self._show_snack(done)
        self.snack_undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.appeared.emit(self.snack)  # what was below a long card is far from where it was

    def make_card(self, key: str) -> RowCard:
        """The card of one row."""
        return RowCard(self.context, key, self)

    def _card(self, key: str) -> RowCard:
        card = self.make_card(key)
        card.opened.connect(self._opened)
        card.closed.connect(self._closed)
        card.remove_asked.connect(self.remove_row)
        card.move_asked.connect(self.move_row)
        self.cards[key] = card
        return card

    def _opened(self, key: str) -> None:
        for other, card in list(self.cards.items()):
            if other != key:
                card.set_open(False)

    def _closed(self, key: str) -> None:
        """A row that was begun and got nothing is forgotten without a word."""
        draft = self.context.case.drafts.get(key)
        if draft is not None and draft.values == self._given.get(key, {}):
            self.context.case.remove_row(key)

    def _rows_changed(self, place: str) -> None:
        if place == self.place:
            self.refresh()

    def _something_else(self, _undo: bool, _redo: bool) -> None:
        self.context.case.undo_changed.disconnect(self._something_else)
        self.snack.hide()

    def _take_back(self) -> None:
        self.context.case.undo()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def obvious(context: FieldContext, rows: FieldSpec) -> dict[str, Any]:
    """What can only be one thing in a new row: the person, in a case of one person."""
    assert rows.target is not None
    persons = [person.id for person in context.case.case.persons]
    if len(persons) > 1:
        return {}
    return {
        spec.name: list(persons) if spec.many else persons[0]
        for spec in required_of(rows.target)
        if spec.kind is Kind.REF and spec.ref == "person"
    }
