"""A few neighbouring questions of a long list, there or only kept free: a window never holds hundreds of cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hrd_desktop.gui.merge_question import MergeQuestion
from hrd_desktop.gui.theme import GRID

_LINES = 9  # of text, about as high as a card is that was never made


class Portion(QWidget):
    """The cards of the entries from `first` to before `end`. Closed, it keeps about as much room as they take."""

    def __init__(self, first: int, end: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.first, self.end = first, end
        self.cards: list[MergeQuestion] = []
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight((end - first) * (_LINES * self.fontMetrics().height() + GRID))

    @property
    def is_open(self) -> bool:
        """Whether its cards are there."""
        return self._inside is not None

    @property
    def may_close(self) -> bool:
        """Whether its cards are there and the keyboard is at none of them."""
        at = QApplication.focusWidget()
        return self.is_open and not (at is not None and self.isAncestorOf(at))

    def away(self, seen: QRect) -> int:
        """How far it is from what is seen, in pixels."""
        here = self.geometry()
        return max(here.top() - seen.bottom(), seen.top() - here.bottom(), 0)

    def open(self, make: Callable[[int, QVBoxLayout], MergeQuestion]) -> None:
        """Make the cards."""
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.cards = [make(number, column) for number in range(self.first, self.end)]
        self._column.addWidget(self._inside)
        self._inside.show()
        self.setMinimumHeight(0)
        self.setMaximumHeight(16_777_215)

    def close_again(self) -> None:
        """Let the cards go; what was answered is kept by the list."""
        if self._inside is not None:
            self.setFixedHeight(self.height())
            self._inside.hide()
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
            self._inside, self.cards = None, []


def tab_through(portions: Sequence[Portion]) -> None:
    """Tab goes through the cards in the order in which they stand, whenever each was made."""
    cards = [card for portion in portions for card in portion.cards]
    for one, other in pairwise(widget for card in cards for widget in card.stops):
        QWidget.setTabOrder(one, other)
