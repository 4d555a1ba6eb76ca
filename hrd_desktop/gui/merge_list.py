"""All questions of a merge in one list, answered by keyboard: what both changed, and what one side has taken out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop.core.merge import Absent, Merge, Question, Side
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.merge_question import MergeQuestion, told_by
from hrd_desktop.gui.merge_words import Sides
from hrd_desktop.gui.reveals import Reveals
from hrd_desktop.gui.theme import GRID, role

_AT_ONCE = 8  # cards made before the window is drawn again
_PAGES_AHEAD = 4


@dataclass(frozen=True)
class Entry:
    """One thing to decide, of one case."""

    sides: Sides
    about: Question | Absent

    @property
    def key(self) -> tuple[str, str]:
        """The case and the place: no two entries of a list have the same."""
        return self.sides.code, self.about.place


class MergeList(QScrollArea):
    """Cards are made a few at a time; what was answered is known whether or not its card is there yet."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reveals = Reveals(self)
        self.reveals.changed.connect(self._covers_changed)
        self.cards: list[MergeQuestion] = []
        self._entries: list[Entry] = []
        self._answers: dict[tuple[str, str], Side] = {}
        self._waiting: Iterator[Entry] = iter(())
        self._made: dict[MergeQuestion, Entry] = {}
        self._heading = ""
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._make_some)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._look_ahead())
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._look_ahead())
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self._column.addStretch(1)
        self.setWidget(inside)

    def begin(self, merges: Sequence[tuple[Sides, Merge]]) -> None:
        """Show what is asked in these cases: first what has to be answered, then what was taken out."""
        self._clear()
        self._entries = [Entry(sides, asked) for sides, merge in merges for asked in merge.asked]
        gone = [Entry(sides, absent) for sides, merge in merges for absent in merge.absent]
        for one in gone:
            assert isinstance(one.about, Absent)
            self._answers[one.key] = "mine" if one.about.removed_by == "theirs" else "theirs"
        self._entries += gone
        self._waiting = iter(self._entries)
        self._make_some()

    @property
    def all_made(self) -> bool:
        """Whether every card is there."""
        return len(self.cards) == len(self._entries)

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

    # Making cards

    def _clear(self) -> None:
        """As it was before: somebody looks at the file once more."""
        self._made.clear()
        self.cards.clear()
        self._answers.clear()
        self._heading = ""
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _make_some(self) -> None:
        """A portion has a layout of its own: what comes later does not lay out anew what is there."""
        entries = list(itertools.islice(self._waiting, _AT_ONCE))
        if not entries:
            return
        portion = QWidget(self.widget())
        column = QVBoxLayout(portion)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for entry in entries:
            self._make(entry, column)
        self._column.insertWidget(self._column.count() - 1, portion)
        self._look_ahead()

    def _look_ahead(self) -> None:
        """More cards before somebody comes to the end of those that are there."""
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _PAGES_AHEAD * self.viewport().height():
            self._more.start()

    def _make(self, entry: Entry, column: QVBoxLayout) -> None:
        self._head(entry, column)
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
        self._made[card] = entry
        self.cards.append(card)
        self._fill(card)
        if (side := self._answers.get(entry.key)) is not None:
            card.choose(side)
        column.addWidget(card)

    def _head(self, entry: Entry, column: QVBoxLayout) -> None:
        """A heading where another case begins, or what was taken out."""
        what = entry.sides.title
        if isinstance(entry.about, Absent):
            what = self.tr("{case}: taken out on one side. It stays, unless you choose otherwise.").format(case=what)
        if what != self._heading:
            self._heading = what
            label = QLabel(what, column.parentWidget())
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            role(label, "strong")
            column.addWidget(label)

    def _fill(self, card: MergeQuestion) -> None:
        entry = self._made[card]
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
            if self._cover(self._made[card]) == key:
                self._fill(card)

    # Answers

    def _chosen(self, card: MergeQuestion) -> None:
        entry = self._made[card]
        if card.side is None:
            return
        self.reveals.touch()
        self._answers[entry.key] = card.side
        for other in self._group(entry):
            self._answers[other.key] = card.side
        self._show_answers()

    def _group(self, entry: Entry) -> list[Entry]:
        """The other questions that can only be answered alike."""
        group = entry.about.group if isinstance(entry.about, Question) else ""
        return [
            other
            for other in self._entries
            if group
            and other is not entry
            and isinstance(other.about, Question)
            and other.about.group == group
            and other.key[0] == entry.key[0]
        ]

    def _together(self, entry: Entry) -> str:
        others = [other.sides.where(other.about.place) for other in self._group(entry)]
        if not others:
            return ""
        text = self.tr("Can only stand together with {others}: one answer for all of them.")
        return text.format(others=entry.sides.words.join(others))

    def _show_answers(self) -> None:
        for card, entry in self._made.items():
            side = self._answers.get(entry.key)
            if side is not None and card.side != side:
                card.choose(side)
        self.changed.emit()

    def _go_on(self, card: MergeQuestion | None) -> None:
        """To the next without an answer after a card, round to the first; where all have one, to the next card."""
        at = self.cards.index(card) + 1 if card is not None else 0
        while not self.all_made and all(one.side is not None for one in self.cards[at:]):
            self._make_some()
        order = [*self.cards[at:], *self.cards[:at]]
        wanted = next((one for one in order if one.side is None), self.cards[at] if at < len(self.cards) else None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(wanted, 0, GRID)
