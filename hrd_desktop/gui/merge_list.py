"""All questions of a merge in one list, answered by keyboard: what both changed, and what one side has taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop.core.merge import Absent, Merge, Question, Side
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.merge_portion import Portion, tab_through
from hrd_desktop.gui.merge_question import MergeQuestion, told_by
from hrd_desktop.gui.merge_words import Sides
from hrd_desktop.gui.reveals import Reveals
from hrd_desktop.gui.theme import GRID, role

_AT_ONCE = 3  # cards made before the window is drawn again
_PAGES_NEAR = 2  # so far from what is seen, cards are made
_PAGES_FAR = 4  # and so far, they are let go


@dataclass(frozen=True)
class Entry:
    """One thing to decide, of one case."""

    sides: Sides
    about: Question | Absent

    @property
    def key(self) -> tuple[str, str]:
        """The case and the place: no two entries of a list have the same."""
        return self.sides.code, self.about.place

    @property
    def group(self) -> tuple[str, str]:
        """The case, and what the questions have in common that can only be answered alike."""
        return self.sides.code, self.about.group if isinstance(self.about, Question) else ""

    @property
    def is_gone(self) -> bool:
        """Whether it is about a row that one side has taken out."""
        return isinstance(self.about, Absent)


class MergeList(QScrollArea):
    """Only the cards about what is seen are there, made a few at a time; what was answered is known of all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reveals = Reveals(self)
        self.reveals.changed.connect(self._covers_changed)
        self._entries: list[Entry] = []
        self._groups: dict[tuple[str, str], list[Entry]] = {}
        self._answers: dict[tuple[str, str], Side] = {}
        self._portions: list[Portion] = []
        self._made: dict[MergeQuestion, int] = {}
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._look_about)
        self._wanted: MergeQuestion | None = None
        self.verticalScrollBar().valueChanged.connect(lambda _: self._more.start())
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._more.start())
        self.verticalScrollBar().actionTriggered.connect(lambda _: self._let_go())
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def begin(self, merges: Sequence[tuple[Sides, Merge]]) -> None:
        """Show what is asked in these cases: first what has to be answered, then what was taken out."""
        self._clear()
        self._entries = [Entry(sides, asked) for sides, merge in merges for asked in merge.asked]
        gone = [Entry(sides, absent) for sides, merge in merges for absent in merge.absent]
        for one in gone:
            assert isinstance(one.about, Absent)
            self._answers[one.key] = "mine" if one.about.removed_by == "theirs" else "theirs"
        self._entries += gone
        groups = defaultdict(list)
        for entry in self._entries:
            groups[entry.group].append(entry)
        self._groups = dict(groups)
        for first in range(0, len(self._entries), _AT_ONCE):
            portion = Portion(first, min(first + _AT_ONCE, len(self._entries)), self._inside)
            self._portions.append(portion)
            self._column.insertWidget(self._column.count() - 1, portion)
        if self._portions:
            self._open(self._portions[0])
        self._more.start()

    @property
    def cards(self) -> list[MergeQuestion]:
        """The cards that are there now, in their order."""
        return [card for portion in self._portions for card in portion.cards]

    @property
    def all_made(self) -> bool:
        """Whether every card is there."""
        return len(self._made) == len(self._entries)

    @property
    def counted(self) -> tuple[int, int]:
        """How many questions have an answer, and how many there are."""
        asked = [entry for entry in self._entries if isinstance(entry.about, Question)]
        return sum(entry.key in self._answers for entry in asked), len(asked)

    def choices(self, code: str) -> dict[str, Side]:
        """What was decided in one case, by place."""
        return {place: side for (of, place), side in self._answers.items() if of == code}

    def choose_rest(self, side: Side) -> None:
        """One answer for every question that has none."""
        for entry in self._entries:
            self._answers.setdefault(entry.key, side)
        self._show_answers()

    def show_names(self, on: bool) -> None:
        """Names, or that there is one."""
        for entry in self._entries:
            entry.sides.show_names = on
        if not on:
            self.reveals.hide_all()
        for card in self.cards:
            self._fill(card)

    def begin_at_first(self) -> None:
        """Bring the first question without an answer to the keyboard."""
        self._go_on(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._more.start()

    # Making cards

    def _clear(self) -> None:
        """As it was before: somebody looks at the file once more."""
        self._made.clear()
        self._portions.clear()
        self._answers.clear()
        self._wanted = None
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _look_about(self) -> None:
        """Make a few cards, the nearest first, and let a few go; then the window has its turn before the next."""
        if not self.isVisible():
            return
        page = self.viewport().height()
        seen = QRect(0, self.verticalScrollBar().value(), self.viewport().width(), page)
        missing = [one for one in self._portions if not one.is_open and one.away(seen) < _PAGES_NEAR * page]
        far = [one for one in self._portions if one.may_close and one.away(seen) > _PAGES_FAR * page]
        if missing:
            self._open(min(missing, key=lambda one: one.away(seen)))
        if far:
            for card in far[0].cards:
                self._made.pop(card)
            far[0].close_again()
        self._stay_at_wanted()
        if missing or far:
            self._more.start()

    def _stay_at_wanted(self) -> None:
        """Cards that come above move what is below: the one that the keyboard was led to stays in sight."""
        at = QApplication.focusWidget()
        if self._wanted is not None and at is not None and self._wanted.isAncestorOf(at):
            self.ensureWidgetVisible(self._wanted, 0, GRID)
        else:
            self._wanted = None

    def _let_go(self) -> None:
        """Somebody scrolls: what is in sight is theirs to say."""
        self._wanted = None

    def _open(self, portion: Portion) -> None:
        portion.open(self._make)
        tab_through(self._portions)

    def _make(self, number: int, column: QVBoxLayout) -> MergeQuestion:
        entry = self._entries[number]
        self._head(number, column)
        about, words = entry.about, entry.sides.words
        titles = states = None
        if isinstance(about, Question):
            told = told_by(words, about.mine_told, True), told_by(words, about.theirs_told, False)
        else:
            by_them = about.removed_by == "theirs"
            told = (
                told_by(words, None if by_them else about.told, True),
                told_by(words, about.told if by_them else None, False),
            )
            keep, drop = self.tr("Keep it here"), self.tr("Take it out here as well")
            titles = (keep, drop) if by_them else (self.tr("Leave it out"), self.tr("Put it back here"))
            stays, goes = self.tr("It stays"), self.tr("It is taken out")
            states = (stays, goes) if by_them else (goes, stays)
        place = about.place if isinstance(about, Question) else about.list_place
        card = MergeQuestion(about.place, entry.sides.where(place), told, titles, states, column.parentWidget())
        card.chosen.connect(lambda _, card=card: self._chosen(card))
        card.next_wanted.connect(partial(self._go_on, card))
        card.reveal_asked.connect(self.reveals.show)
        fill(card.note, self._together(entry))
        self._made[card] = number
        self._fill(card)
        if (side := self._answers.get(entry.key)) is not None:
            card.choose(side)
        column.addWidget(card)
        return card

    def _head(self, number: int, column: QVBoxLayout) -> None:
        """A heading where another case begins, or what was taken out."""
        entry, before = self._entries[number], self._entries[number - 1] if number else None
        if before is not None and (before.sides, before.is_gone) == (entry.sides, entry.is_gone):
            return
        what = entry.sides.title
        if entry.is_gone:
            what = self.tr("{case}: taken out on one side. It stays, unless you choose otherwise.").format(case=what)
        label = QLabel(what, column.parentWidget())
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        role(label, "strong")
        column.addWidget(label)

    def _fill(self, card: MergeQuestion) -> None:
        entry = self._entries[self._made[card]]
        sides, about = entry.sides, entry.about
        key = self._cover(entry)
        if key is not None and not self.reveals.shows(key):
            card.cover_values(key)
        elif isinstance(about, Question):
            mine, theirs = (
                sides.value(about.spec, about.mine, sides.mine),
                sides.value(about.spec, about.theirs, sides.theirs),
            )
            card.show_values(mine, theirs)
        else:
            gone = self.tr("taken out")
            by_them = about.removed_by == "theirs"
            row = sides.row(about.row, sides.mine if by_them else sides.theirs)
            card.show_values(row if by_them else gone, gone if by_them else row, compare=False)

    def _cover(self, entry: Entry) -> str | None:
        key = entry.sides.cover(entry.about.place)
        return None if key is None else f"{entry.sides.code}/{key}"

    def _covers_changed(self, key: str) -> None:
        for card in self.cards:
            if self._cover(self._entries[self._made[card]]) == key:
                self._fill(card)

    # Answers

    def _chosen(self, card: MergeQuestion) -> None:
        entry = self._entries[self._made[card]]
        if card.side is None:
            return
        self.reveals.touch()
        self._answers[entry.key] = card.side
        for other in self._group(entry):
            self._answers[other.key] = card.side
        self._show_answers()

    def _group(self, entry: Entry) -> list[Entry]:
        """The other questions that can only be answered alike."""
        return [other for other in self._groups[entry.group] if other is not entry] if entry.group[1] else []

    def _together(self, entry: Entry) -> str:
        others = [other.sides.where(other.about.place) for other in self._group(entry)]
        if not others:
            return ""
        text = self.tr("Can only stand together with {others}: one answer for all of them.")
        return text.format(others=entry.sides.words.join(others))

    def _show_answers(self) -> None:
        for card, number in self._made.items():
            side = self._answers.get(self._entries[number].key)
            if side is not None and card.side != side:
                card.choose(side)
        self.changed.emit()

    def _go_on(self, card: MergeQuestion | None) -> None:
        """To the next without an answer after a card, round to the first; where all have one, to the next card."""
        at = self._made[card] + 1 if card is not None else 0
        order = [*range(at, len(self._entries)), *range(at)]
        found = next((number for number in order if self._entries[number].key not in self._answers), at)
        if found == len(self._entries):
            return
        portion = self._portions[found // _AT_ONCE]
        if not portion.is_open:
            self._open(portion)
        self._wanted = portion.cards[found - portion.first]
        self._wanted.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(self._wanted, 0, GRID)
        self._more.start()
