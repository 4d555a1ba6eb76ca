"""Checklist items as a guided list: each a line with its result, one of them open, the next by key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import FlowBox, OptionBox
from hrd_desktop.gui.item_card import ItemCard
from hrd_desktop.gui.judgement import item_place, text_label, waits
from hrd_desktop.gui.theme import GRID, icon

Key = tuple[str, str | None]

_AT_ONCE, _A_TURN = 8, 4  # cards made before the page shows, and then in each turn of the event loop


class ItemPage(QWidget):
    """What the pages of items have in common. A page says which items are its own and in which chapters they stand.

    Cards beyond the first screenful are made a few at a time, so that the window never stands still; who wants one
    earlier gets it, with those before it. The context keeps which item is open and whether only open ones show, while a
    page is made anew in another language.
    """

    go_to = Signal(str)
    NAME = "items"

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.cards: dict[Key, ItemCard] = {}
        self._items: dict[Key, ItemResult] = {}
        self._make_more = QTimer(self, singleShot=True, interval=0)
        self._make_more.timeout.connect(lambda: self._make(_A_TURN))
        self._heads: list[tuple[QLabel, list[Key]]] = []
        self._stale = True
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        self.count = text_label(self)
        self.steps = FlowBox(self)
        self.previous = QPushButton(icon("up"), self.tr("Previous open item"), self.steps)
        self.next = QPushButton(icon("down"), self.tr("Next open item"), self.steps)
        for button, by, keys in ((self.previous, -1, "Alt+Up"), (self.next, 1, "Alt+Down")):
            self.steps.flow.addWidget(button)
            button.clicked.connect(lambda _checked=False, by=by: self.step_open(by))
            self.press(keys, button, partial(self.step_open, by))
        self._filters = OptionBox(self)
        self.only_open = QCheckBox(self.tr("Show only what is open"), self._filters)
        self._filters.flow.addWidget(self.only_open)
        self.only_open.setChecked(bool(context.property(f"{self.NAME}_only_open")))
        self.only_open.toggled.connect(self._filter)
        self.column.addWidget(self.count)
        self.column.addWidget(self.steps)
        self.column.addWidget(self._filters)
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        context.case.assessed.connect(self._changed)
        context.names_shown.connect(self._changed)

    # What a page says of itself

    def holds(self, item: ItemResult) -> bool:
        """Whether an item stands on this page."""
        raise NotImplementedError

    def chapter(self, item: str) -> str:
        """The heading over an item."""
        raise NotImplementedError

    def shown_items(self) -> dict[Key, ItemResult]:
        """The items in sight, in order."""
        return {(item.id, item.person): item for item in self._context.case.assessment.items if self.holds(item)}

    # For everybody

    def refresh(self) -> None:
        """Show the newest assessment; cards stay where the items are the same."""
        self._stale = False
        items = self.shown_items()
        same = list(items) == list(self._items)
        self._items = items
        if same:
            for key, card in self.cards.items():
                card.show_item(items[key])
        else:
            self._build()
        waiting = sum(waits(item) for item in items.values())
        self.count.setText(self.said(waiting, len(items)))
        self.steps.setVisible(bool(waiting))
        self._filters.setVisible(bool(items))
        self._sift()

    def said(self, waiting: int, number: int) -> str:
        """How many items of those in sight are open."""
        if waiting:
            return self.tr("Still open: {count} of {all}. Open one to see why.").format(count=waiting, all=number)
        return self.tr("Nothing is open here. Open an item to see what it rests on.")

    def show_item(self, item: str, person: str | None = None) -> None:
        """Open one item and bring it to the keyboard and into view."""
        if self._stale:
            self.refresh()
        if (item, person) in self._items:
            self._make(list(self._items).index((item, person)) + 1 - len(self.cards))
            card = self.cards[item, person]
            card.show()
            card.line.setChecked(True)
            card.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.appeared.emit(card)

    def open_place(self) -> str:
        """The place of the item that is open; empty if none is."""
        at = self._position()
        return item_place(*list(self.cards)[at]) if at >= 0 else ""

    def step_open(self, by: int) -> None:
        """Open the next (1) or previous (-1) item that is not clear, round and round."""
        keys = list(self._items)
        at = self._position()
        order = keys[at + 1 :] + keys[: max(at, 0)] if by > 0 else keys[: max(at, 0)][::-1] + keys[at + 1 :][::-1]
        for key in order:
            if waits(self._items[key]):
                self.show_item(*key)
                return

    def press(self, keys: str, button: QAbstractButton, act: Callable[[], None]) -> None:
        """Let keys do what a button does, wherever the keyboard is while this page is in sight; its hint names them."""
        button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)

    def _position(self) -> int:
        """Where the open item stands in the list; -1 if none is open."""
        return next((at for at, card in enumerate(self.cards.values()) if card.line.isChecked()), -1)

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _build(self) -> None:
        while (entry := self._list.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards, self._heads = {}, []
        self._make(_AT_ONCE)

    def _make(self, number: int) -> None:
        """Make the cards that come next, and the others soon."""
        for key in list(self._items)[len(self.cards) :][: max(number, 0)]:
            self._add_card(key)
        if len(self.cards) < len(self._items):
            self._make_more.start()

    def _add_card(self, key: Key) -> None:
        item = self._items[key]
        name = self.chapter(item.id)
        if not self._heads or self._heads[-1][0].text() != name:
            head = text_label(self, "strong")
            head.setText(name)
            head.setContentsMargins(0, GRID, 0, 0)
            head.setVisible(False)
            self._list.addWidget(head)
            self._heads.append((head, []))
        head, keys = self._heads[-1]
        keys.append(key)
        card = self.cards[key] = ItemCard(self._context, item, self)
        card.go_to.connect(self.go_to)
        card.opened.connect(lambda opened: self._one_open(key, opened))
        card.line.neighbour.connect(lambda by: self._step_line(key, by))
        self._list.addWidget(card)
        card.setVisible(self._passes(card))
        head.setVisible(head.isVisibleTo(self) or self._passes(card))
        if self._context.property(f"{self.NAME}_open") == key:
            card.line.setChecked(True)

    def _one_open(self, key: Key, opened: bool) -> None:
        if opened:
            self._context.setProperty(f"{self.NAME}_open", key)
            for other, card in self.cards.items():
                if other != key:
                    card.line.setChecked(False)
        elif self._context.property(f"{self.NAME}_open") == key:
            self._context.setProperty(f"{self.NAME}_open", None)
        self._sift()

    def _filter(self, on: bool) -> None:
        self._context.setProperty(f"{self.NAME}_only_open", on)
        self._sift()

    def _sift(self) -> None:
        """Show what the filter lets through; the item being read stays, also once it is settled."""
        passing = {key for key, card in self.cards.items() if self._passes(card)}
        for key, card in self.cards.items():
            card.setVisible(key in passing)
        for head, keys in self._heads:
            head.setVisible(not passing.isdisjoint(keys))

    def _passes(self, card: ItemCard) -> bool:
        return not self.only_open.isChecked() or waits(card.item) or card.line.isChecked()

    def _step_line(self, key: Key, by: int) -> None:
        keys = [each for each, card in self.cards.items() if not card.isHidden()]
        to = keys.index(key) + by
        if 0 <= to < len(keys):
            line = self.cards[keys[to]].line
            line.setFocus(Qt.FocusReason.TabFocusReason)
            self._context.appeared.emit(line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
