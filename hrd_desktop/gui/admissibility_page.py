"""The checklist items of each person, one person at a time; whom they are about is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.item_page import ItemPage, Key
from hrd_desktop.gui.judgement import of_one_person, text_label, waits
from hrd_desktop.gui.line_button import LinkList
from hrd_desktop.gui.review_lines import ReviewLines
from hrd_desktop.gui.theme import GRID, LEAST, icon, role


class PersonBar(QFrame):
    """Whose items these are, with the person before and after; the page keeps it above what scrolls."""

    step = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "header")
        self.before, self.after = QToolButton(self), QToolButton(self)
        self.who = text_label(self, "strong")
        self.how = text_label(self, "small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.who)
        words.addWidget(self.how)
        line = QHBoxLayout(self)
        line.setContentsMargins(3 * GRID, GRID // 2, 3 * GRID, GRID // 2)
        line.setSpacing(GRID)
        line.addLayout(words, 1)
        for button, picture, by in ((self.before, "up", -1), (self.after, "down", 1)):
            button.setIcon(icon(picture))
            button.setMinimumSize(LEAST, LEAST)
            button.clicked.connect(lambda _checked=False, by=by: self.step.emit(by))
            line.addWidget(button)
        self.before.setAccessibleName(self.tr("Previous person"))
        self.after.setAccessibleName(self.tr("Next person"))


class _Chip(QPushButton):
    """A person to choose; as wide as its words are once it is chosen and they stand in bold."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        role(self, "choice")
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        lines = self.text().split("\n")
        more = max(
            QFontMetrics(bold).horizontalAdvance(line) - self.fontMetrics().horizontalAdvance(line) for line in lines
        )
        return super().sizeHint() + QSize(max(more, 0) + GRID, 0)


class AdmissibilityPage(ItemPage):
    """The items of one person, the days that matter for this person, and who else still has open items."""

    NAME = "admissibility"

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.pinned = PersonBar(self)
        self.pinned.step.connect(self.step_person)
        self.press("Alt+PgUp", self.pinned.before, lambda: self.step_person(-1))
        self.press("Alt+PgDown", self.pinned.after, lambda: self.step_person(1))
        self.people = OptionBox(self)
        self._chips: dict[str, QPushButton] = {}
        self.column.insertWidget(0, self.pinned)
        self.column.insertWidget(1, self.people)
        self._lines = ReviewLines(context)
        self.days_head = text_label(self, "strong")
        self.days_head.setText(self.tr("Dates and things to watch for this person"))
        self.days = LinkList(self)
        self.days.setAccessibleName(self.days_head.text())
        self.days.asked.connect(self.go_to)
        at = self.column.count() - 1  # before what stretches
        self.column.insertSpacing(at, GRID)
        self.column.insertWidget(at + 1, self.days_head)
        self.column.insertWidget(at + 2, self.days)
        self.refresh()

    # Persons

    @property
    def person(self) -> str:
        """Whose items are in sight; empty while nobody has any."""
        wanted, people = self._context.property("admissibility_person"), self._people()
        return wanted if wanted in people else next(iter(people), "")

    def show_person(self, person: str) -> None:
        """Show the items of a person."""
        self._context.setProperty("admissibility_person", person)
        self.refresh()
        self._context.appeared.emit(self.people)

    def step_person(self, by: int) -> None:
        """Show the next (1) or previous (-1) person, round and round."""
        people = list(self._people())
        if people:
            self.show_person(people[(people.index(self.person) + by) % len(people)])

    def _people(self) -> dict[str, int]:
        """Each person who has items here, with how many of them are open; in the order of the file."""
        found = [item for item in self._context.case.assessment.items if of_one_person(item)]
        counts = {
            person.id: sum(waits(item) for item in found if item.person == person.id)
            for person in self._context.case.case.persons
        }
        have = {item.person for item in found}
        return {person: count for person, count in counts.items() if person in have}

    # Items

    def holds(self, item: ItemResult) -> bool:
        return of_one_person(item)

    def chapter(self, item: str) -> str:
        match item[0]:
            case "A":
                return self.tr("Questions the law puts about each person")
            case "P":
                return self.tr("Medical examination, biometrics, travel papers")
        return self.tr("The forms of this person")

    def shown_items(self) -> dict[Key, ItemResult]:
        person = self.person
        return {key: item for key, item in super().shown_items().items() if key[1] == person}

    def said(self, waiting: int, number: int) -> str:
        return super().said(waiting, number) if number else self.tr("There is nothing to go through for anybody here.")

    def show_item(self, item: str, person: str | None = None) -> None:
        if person is not None and person != self.person:
            self._context.setProperty("admissibility_person", person)
            self.refresh()
        super().show_item(item, person)

    def refresh(self) -> None:
        super().refresh()
        people, person = self._people(), self.person
        self._show_chips(people, person)
        self.pinned.setVisible(bool(people))
        if person:
            at = list(people).index(person) + 1
            self.pinned.who.setText(self._context.row_label(person))
            self.pinned.how.setText(
                self.tr("Person {number} of {all}. Open: {count}").format(
                    number=at, all=len(people), count=people[person]
                )
            )
        lines = self._lines.alerts(person) if person else []
        self.days.fill(lines)
        self.days.setVisible(bool(lines))
        self.days_head.setVisible(bool(lines))

    def _show_chips(self, people: dict[str, int], person: str) -> None:
        """A button for each person with what is still open there."""
        if list(people) != list(self._chips):
            for chip in self._chips.values():
                chip.hide()
                chip.deleteLater()
            self._chips = {each: self._chip(each) for each in people}
        for each, chip in self._chips.items():
            label, count = self._context.row_label(each), people[each]
            state = self.tr("{count} open").format(count=count) if count else self.tr("nothing open")
            chip.setText(self.tr("{person}: {state}").format(person=label, state=state))
            chip.setChecked(each == person)
        self.people.setVisible(len(people) > 1)
        self.people.wrap()

    def _chip(self, person: str) -> QPushButton:
        chip = _Chip(self.people)
        chip.setAutoExclusive(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda: self.show_person(person))
        self.people.flow.addWidget(chip)
        return chip
