"""All questions of a section on one page: what stands for each of its blocks, one below the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrd_desktop.core.sections import Block, Section
from hrd_desktop.gui.evidence_intake import EvidenceIntake
from hrd_desktop.gui.family_section import FamilySection
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.journal_body import JournalBody
from hrd_desktop.gui.person_cards import PersonCards
from hrd_desktop.gui.sent_block import SentBlock
from hrd_desktop.gui.theme import GRID

JOURNAL = "journal"
_TOPS: dict[str, Callable[[FieldContext, QWidget], QWidget]] = {
    "family": FamilySection,
    "evidence": EvidenceIntake,
    "referral": SentBlock,
}
"""What stands above all questions of a section, as wide as the page."""
_FOLD_FROM = 4  # so many groups of one object stand folded

Body = FormBody | PersonCards | JournalBody
"""What stands for one block of a section."""


class SectionOverview(QWidget):
    """Built at once, or block by block while nobody waits."""

    def __init__(self, context: FieldContext, section: Section, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._section = section
        self._person = person
        self._made: list[tuple[Block, Body]] = []
        self._widest = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3 * GRID)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._build_more)

    @property
    def wide(self) -> bool:
        """Whether something here wants all the width there is."""
        return self._section.key in _TOPS

    def bodies(self) -> list[tuple[Block, Body]]:
        """What stands for each block."""
        self.build()
        return self._made

    def build(self) -> None:
        """Make all that is not there yet."""
        self._soon.stop()
        while len(self._made) < len(self._section.blocks):
            self._build_one()

    def build_later(self) -> None:
        """Make it block by block once the page around it was painted."""
        self._soon.start()

    def limit(self, width: int) -> None:
        """Let no line of fields be longer than the eye can follow."""
        self._widest = width if self.wide else 0
        for _, body in self._made:
            self._limit(body)

    def _build_more(self) -> None:
        self._build_one()
        if len(self._made) < len(self._section.blocks):
            self._soon.start()

    def _build_one(self) -> None:
        if self.wide and not self._made:
            self._column.addWidget(_TOPS[self._section.key](self._context, self))
        block = self._section.blocks[len(self._made)]
        body = self._body(block)
        self._limit(body)
        self._column.addWidget(body)
        body.show()
        self._made.append((block, body))

    def _limit(self, body: QWidget) -> None:
        if self._widest:  # the drawing above has all the width, the fields keep theirs
            body.setMaximumWidth(self._widest)

    def _body(self, block: Block) -> Body:
        if self._section.key == JOURNAL:
            return JournalBody(self._context, self)
        if block.each and not self._person:
            return PersonCards(self._context, block, self)
        foldable = len(block.groups) >= _FOLD_FROM
        return FormBody(self._context, self._person or block.place, block.groups, foldable=foldable, parent=self)
