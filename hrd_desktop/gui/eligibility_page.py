"""The checklist items of a case, one open at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.item_card import ItemCard
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID

_Key = tuple[str, str | None]


class EligibilityPage(QWidget):
    """Every item as a line with its result, grouped by chapter; the open one shows all of it."""

    go_to = Signal(str)

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cards: dict[_Key, ItemCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        context.case.assessed.connect(self.refresh)
        context.names_shown.connect(lambda _shown: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show the newest assessment; cards stay where the items are the same."""
        items = {(item.id, item.person): item for item in self._context.case.assessment.items}
        if list(items) != list(self._cards):
            self._build(items)
        for key, item in items.items():
            self._cards[key].show_item(item)

    def show_item(self, item: str, person: str | None = None) -> None:
        """Open one item and bring it into sight."""
        card = self._cards.get((item, person))
        if card is not None:
            card.line.set_open(True)
            card.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_open(self) -> None:
        """Open the next item that is not clear, after the one that is open now; from the start at the end."""
        keys = list(self._cards)
        now = next((i for i, key in enumerate(keys) if self._cards[key].line.opened), -1)
        for key in keys[now + 1 :] + keys[: now + 1]:
            if not self._cards[key].item.clear:
                self.show_item(*key)
                return

    def _build(self, items: dict[_Key, ItemResult]) -> None:
        before = next((key for key, card in self._cards.items() if card.line.opened), None)
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cards = {}
        chapter = ""
        for key, item in items.items():
            if (name := self._chapter(item.id)) != chapter:
                chapter = name
                head = text_label(self, "strong")
                head.setText(chapter)
                self._column.addWidget(head)
            card = ItemCard(self._context, item, self)
            card.go_to.connect(self.go_to)
            card.opened.connect(lambda opened, key=key: self._one_open(key) if opened else None)
            self._cards[key] = card
            self._column.addWidget(card)
        self._column.addStretch(1)
        if before in self._cards:
            self._cards[before].line.set_open(True)

    def _one_open(self, key: _Key) -> None:
        for other, card in self._cards.items():
            if other != key:
                card.line.set_open(False)

    def _chapter(self, item: str) -> str:
        if item.startswith("H"):
            return self.tr("The person as a human rights defender")
        if item.startswith("F"):
            return self.tr("Family")
        if item in ("E16", "E17", "E18"):
            return self.tr("Durable solution")
        number = int("".join(c for c in item[1:3] if c.isdigit()))
        return self.tr("Refugee definition") if number < 13 else self.tr("Application, referral and consent")
