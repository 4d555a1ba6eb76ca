"""The checklist items of a case, one open at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.item_card import ItemCard
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, icon

_Key = tuple[str, str | None]
_SOLUTIONS = range(16, 19)  # E16 to E18
_OPEN = "open_item"  # where the context keeps which item is open while the page is made anew in another language


class EligibilityPage(QWidget):
    """Every item as a line with its result, grouped by chapter; the open one shows all of it."""

    go_to = Signal(str)

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.cards: dict[_Key, ItemCard] = {}
        self._stale = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.count = text_label(self)
        self.steps = FlowBox(self)
        self.previous = QPushButton(icon("up"), self.tr("Previous open item"), self.steps)
        self.next = QPushButton(icon("down"), self.tr("Next open item"), self.steps)
        for button, by, keys in ((self.previous, -1, "Alt+Up"), (self.next, 1, "Alt+Down")):
            self.steps.flow.addWidget(button)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            button.clicked.connect(lambda _checked=False, by=by: self.step_open(by))
            shortcut = QShortcut(QKeySequence(keys), self)
            # Wherever the keyboard is, while this page is in sight.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda by=by: self.step_open(by))
        self._column.addWidget(self.count)
        self._column.addWidget(self.steps)
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self._column.addLayout(self._list)
        self._column.addStretch(1)
        context.case.assessed.connect(self._changed)
        context.names_shown.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the newest assessment; cards stay where the items are the same."""
        self._stale = False
        items = {(item.id, item.person): item for item in self._context.case.assessment.items}
        if list(items) != list(self.cards):
            self._build(items)
        for key, item in items.items():
            self.cards[key].show_item(item)
        waiting = sum(_open(item) for item in items.values())
        self.count.setText(
            self.tr("Still open: {count} of {all}. Open one to see why.").format(count=waiting, all=len(items))
            if waiting
            else self.tr("Nothing is open here. Open an item to see what it rests on.")
        )
        self.steps.setVisible(bool(waiting))

    def show_item(self, item: str, person: str | None = None) -> None:
        """Open one item and bring it to the keyboard and into view."""
        if self._stale:
            self.refresh()
        card = self.cards.get((item, person))
        if card is not None:
            card.line.setChecked(True)
            card.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.appeared.emit(card)

    def step_open(self, by: int) -> None:
        """Open the next (1) or previous (-1) item that is not clear, round and round."""
        keys = list(self.cards)
        at = self._position()
        order = keys[at + 1 :] + keys[: max(at, 0)] if by > 0 else keys[: max(at, 0)][::-1] + keys[at + 1 :][::-1]
        for key in order:
            if _open(self.cards[key].item):
                self.show_item(*key)
                return

    def _position(self) -> int:
        """Where the open item stands in the list; -1 if none is open."""
        return next((at for at, card in enumerate(self.cards.values()) if card.line.isChecked()), -1)

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _build(self, items: dict[_Key, ItemResult]) -> None:
        while (entry := self._list.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = {}
        chapter = ""
        for key, item in items.items():
            if (name := self._chapter(item.id)) != chapter:
                chapter = name
                head = text_label(self, "strong")
                head.setText(chapter)
                self._list.addSpacing(GRID)
                self._list.addWidget(head)
            card = ItemCard(self._context, item, self)
            card.go_to.connect(self.go_to)
            card.opened.connect(lambda opened, key=key: self._one_open(key, opened))
            card.line.neighbour.connect(lambda by, key=key: self._step_line(key, by))
            self.cards[key] = card
            self._list.addWidget(card)
        before = self._context.property(_OPEN)
        if before in self.cards:
            self.cards[before].line.setChecked(True)

    def _one_open(self, key: _Key, opened: bool) -> None:
        if opened:
            self._context.setProperty(_OPEN, key)
            for other, card in self.cards.items():
                if other != key:
                    card.line.setChecked(False)
        elif self._context.property(_OPEN) == key:
            self._context.setProperty(_OPEN, None)

    def _step_line(self, key: _Key, by: int) -> None:
        keys = list(self.cards)
        to = keys.index(key) + by
        if 0 <= to < len(keys):
            line = self.cards[keys[to]].line
            line.setFocus(Qt.FocusReason.TabFocusReason)
            self._context.appeared.emit(line)

    def _chapter(self, item: str) -> str:
        number = int("".join(c for c in item if c.isdigit()) or 0)
        if item.startswith("H"):
            return self.tr("The person as a human rights defender")
        if item.startswith("F"):
            return self.tr("Family")
        if item.startswith("E") and number < _SOLUTIONS[0]:
            return self.tr("The refugee definition")
        if item.startswith("E") and number in _SOLUTIONS:
            return self.tr("A lasting solution elsewhere")
        return self.tr("Referral and consent")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _open(item: ItemResult) -> bool:
    """Whether an item still waits for somebody; what only informs does not."""
    return not item.clear and item.severity != "INFO"
