"""A part of a section that is asked of each person: one card for each, made when it is opened."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hrd_desktop.core.groups import Group
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.sections import Block
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.family_ties import TiesLine
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.theme import GRID, role


class PersonCard(QFrame):
    """What a section asks of one person. The line above the fields says who it is, open or not."""

    def __init__(
        self, context: FieldContext, person: str, groups: tuple[Group, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.person = person
        self._context = context
        self._groups = groups
        self.body: FormBody | None = None
        self.ties: TiesLine | None = None
        role(self, "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, 4, GRID, 4)
        self._column.setSpacing(GRID)
        self.head = Fold(parent=self)
        self.head.toggled.connect(self._toggle)
        self._column.addWidget(self.head)
        self.refresh()

    def refresh(self) -> None:
        """Say again who it is, and how much is answered."""
        if not self._context.case.knows(self.person):
            return
        cls = self._context.case.target(self.person)
        names = [name for group in self._groups for name in group.names]
        specs = [spec for name in names if (spec := field_of(cls, name)) is not None]
        filled = sum(not is_empty(spec, self._context.case.value(f"{self.person}.{spec.name}")) for spec in specs)
        text = self.tr("{person} · {filled} of {all} answered")
        label = self._context.row_label(self.person)
        self.head.set_whole(text.format(person=label, filled=filled, all=len(specs)))

    def open(self) -> FormBody:
        """Show the fields."""
        self.head.setChecked(True)
        assert self.body is not None
        return self.body

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.ties is not None:
            self.ties.seen()

    def _toggle(self, is_open: bool) -> None:
        if self.body is None:
            self.body = FormBody(self._context, self.person, self._groups, parent=self)
            self.body.setContentsMargins(GRID, 0, GRID, GRID)
            self._column.addWidget(self.body)
            if any("parents" in group.fields for group in self._groups):
                self.ties = TiesLine(self._context, self.person, self)
                self._column.addWidget(self.ties)
        if not is_open:
            for editor in self.body.findChildren(FieldEditor):
                editor.flush()
        self.body.setVisible(is_open)
        if self.ties is not None:
            self.ties.show_ties(is_open)


class PersonCards(QWidget):
    """One card for each person of the case; follows who comes and goes. The only person's card stands open."""

    def __init__(self, context: FieldContext, block: Block, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        groups = block.shown()
        self._groups = groups
        self.cards: dict[str, PersonCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        if len(groups) == 1:
            title = QLabel(context.words.heading(groups[0].key), self)
            title.setWordWrap(True)
            role(title, "strong")
            self._column.addWidget(title)
            self._groups = (Group("", groups[0].fields, groups[0].more),)
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._reword)
        context.case.rows_changed.connect(self._persons_changed)
        context.case.place_changed.connect(self._soon.start)
        context.names_shown.connect(self._soon.start)
        self.refresh()

    def refresh(self) -> None:
        """Make the cards fit the persons there are."""
        persons = [person.id for person in self._context.case.case.persons]
        for key in [key for key in self.cards if key not in persons]:
            card = self.cards.pop(key)
            card.hide()
            card.deleteLater()
        for key in persons:
            if key not in self.cards:
                self.cards[key] = PersonCard(self._context, key, self._groups, self)
            self._column.removeWidget(self.cards[key])
            self._column.addWidget(self.cards[key])
        if len(persons) == 1:
            self.cards[persons[0]].open()

    def reveal(self, person: str, trail: list[str]) -> QWidget | None:
        """Open the card of a person and bring the field that the trail names to the keyboard."""
        card = self.cards.get(person)
        return card.open().reveal(trail) if card is not None else None

    def _persons_changed(self, place: str) -> None:
        if place == "case.persons":
            self.refresh()
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._reword()

    def _reword(self) -> None:
        """Say again who everybody is; on a page that nobody sees, once somebody does."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        for card in self.cards.values():
            card.refresh()
