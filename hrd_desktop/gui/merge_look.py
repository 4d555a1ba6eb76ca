"""One case of what came, looked at: whether it is new, what it would change here, who in it resembles somebody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hrd_desktop.gui.disclosure import Disclosure
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.merge_question import ValueLabel, told_by
from hrd_desktop.gui.merge_texts import as_page
from hrd_desktop.gui.merge_words import Sides
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services.handing import IncomingCase
from hrd_desktop.wording import Wording

_MOST = 300  # changes shown of what is taken without asking
_AT_ONCE = 5  # of them before the window is drawn again


class MergeLook(QFrame):
    """A card; what is taken without asking opens at a click."""

    def __init__(self, case: IncomingCase, sides: Sides | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._case = case
        self._sides = sides
        self.title = text_label(self, "strong")
        self.title.setText(f"{case.alias} · {case.code}" if case.alias else case.code)
        self.said = text_label(self)
        self.said.setText("\n".join(self._lines()))
        self.more = Disclosure(self)
        self.detail = QWidget(self)
        self._details = QVBoxLayout(self.detail)
        self._details.setContentsMargins(0, 0, 0, 0)
        self.detail.hide()
        self._waiting: Iterator[str] = iter(())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._tell_some)
        self.more.toggled.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        for widget in (self.title, self.said, self.more, self.detail):
            column.addWidget(widget)
        merge = case.merge
        count = len(merge.taken) + len(merge.added) if merge is not None else 0
        self.more.say(self.tr("What is taken without asking"), "", str(count), ("info", "small"))
        self.more.setVisible(count > 0)

    def refresh(self) -> None:
        """Names are shown, or not."""
        if not self.detail.isHidden():
            self._open(True)

    def resembling(self, words: Wording) -> list[str]:
        """A line for each person of this case who resembles somebody on file."""
        lines = []
        text = self.tr(
            "{person} of {case} resembles {others}. Taking in keeps both; compare them on the page “People”."
        )
        for person, alike in self._case.alike.items():
            others = words.join([f"{one.person} ({one.alias or one.case})" for one in alike])
            lines.append(text.format(person=person, case=self._case.alias or self._case.code, others=others))
        return lines

    def _lines(self) -> list[str]:
        case, merge = self._case, self._case.merge
        files = self.tr("Evidence files that are new here: {count}").format(count=case.new_files)
        if merge is None:
            head = self.tr("New here. Persons: {persons}").format(persons=case.persons)
            return [head, files]
        if merge.nothing and not case.new_files:
            return [self.tr("On file here. It brings nothing new.")]
        pairs = [
            (self.tr("Questions to answer, because both sides changed it: {count}"), len(merge.asked)),
            (
                self.tr("Answers taken without asking, because only the other side changed them: {count}"),
                len(merge.taken),
            ),
            (self.tr("Entries added: {count}"), len(merge.added)),
            (
                self.tr("Entries taken out on one side; they stay unless you choose otherwise: {count}"),
                len(merge.absent),
            ),
        ]
        lines = [text.format(count=count) for text, count in pairs if count]
        if not case.based:
            lines.append(
                self.tr(
                    "It is not known how both began. Where the history does not say which side is newer, you are asked."
                )
            )
        return [self.tr("On file here."), *lines, *([files] if case.new_files else [])]

    def _open(self, on: bool) -> None:
        while (item := self._details.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        self._waiting = self._told() if on else iter(())
        self.detail.setVisible(on)
        self._tell_some()

    def _tell_some(self) -> None:
        """A few changes at a time: hundreds of them would hold the window up."""
        told = list(islice(self._waiting, _AT_ONCE))
        if told:
            label = ValueLabel(self.detail)
            role(label, "small")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.show_page(as_page("\n\n".join(told)))
            self._details.addWidget(label)
            self._next.start()

    def _told(self) -> Iterator[str]:
        sides, merge = self._sides, self._case.merge
        if sides is None or merge is None:
            return
        covered = self.tr("covered")
        for step in merge.taken[:_MOST]:
            before, after = covered, covered
            if sides.cover(step.place) is None:
                before = sides.value(step.spec, step.before, sides.mine)
                after = sides.value(step.spec, step.after, sides.theirs)
            who = told_by(sides.words, step.told, False)
            change = self.tr("before: {before}\nthen: {after}").format(before=before, after=after)
            yield f"{sides.where(step.place)} ({who})\n{change}"
        for added in merge.added[: max(_MOST - len(merge.taken), 0)]:
            yield f"{sides.where(added.place)}\n+ {sides.row(added.row, sides.theirs)}"
