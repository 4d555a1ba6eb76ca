"""The ties of a person that stand with somebody else (parent of P4, in a union with P2): to read, not to type again."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.wording.family import links_of

_PAUSE = 300  # ms after the last change


class TiesLine(QLabel):
    """One line under the parents of a person; nothing where there is no such tie."""

    def __init__(self, context: FieldContext, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._person = person
        self._wanted = True
        self.setWordWrap(True)
        self.setContentsMargins(GRID, 0, GRID, GRID)
        role(self, "small")
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._say_again)
        context.case.assessed.connect(self._soon.start)
        context.names_shown.connect(self._soon.start)
        self._say()

    def show_ties(self, wanted: bool) -> None:
        """Show the line while the card is open."""
        self._wanted = wanted
        self._say()

    def seen(self) -> None:
        """Say what changed while nobody saw the card."""
        if self._stale:
            self._say()

    def _say_again(self) -> None:
        card = self.parentWidget()
        self._stale = card is not None and not card.isVisible()
        if not self._stale:
            self._say()

    def _say(self) -> None:
        self._stale = False
        case = self._context.case
        ties: list[str] = []
        if self._wanted and case.knows(self._person):
            tree = self._context.family()
            called = {box.key: self._context.row_label(box.person) if box.person else box.key for box in tree.boxes}
            ties = links_of(tree, self._person, self._context.words, called.__getitem__, elsewhere=True)
        self.setText(self.tr("Recorded already: {ties}").format(ties="; ".join(ties)))
        self.setVisible(bool(ties))
