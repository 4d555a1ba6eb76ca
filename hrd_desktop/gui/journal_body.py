"""Tasks and journal of a case: open tasks first, then what was done; what happened, the newest first."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.groups import Group
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.new_task_line import LIST as TASKS
from hrd_desktop.gui.new_task_line import NewTaskLine
from hrd_desktop.gui.noted_row import NotedRow
from hrd_desktop.gui.quick_entry import LIST as JOURNAL
from hrd_desktop.gui.quick_entry import QuickEntry
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.gui.today_words import distance
from hrd_desktop.services import journal
from hrd_desktop.services.journal import Written

_AT_FIRST = 30  # entries shown before somebody asks for more
_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


class JournalBody(QWidget):
    """What stands in the section: the page scrolls it, and leads to its rows as to any field."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._written: dict[str, Written] = {}
        self._shown = _AT_FIRST
        self.cards: dict[str, NotedRow] = {}
        words = context.words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._title(words.heading("tasks"))
        self.new_task = NewTaskLine(context, self)
        self._open = self._box(self.new_task)
        self.done = Fold(parent=self)
        self._done = self._box(self.done)
        self.done.toggled.connect(lambda _: self._fill())
        self._column.addSpacing(2 * GRID)
        self._title(self.tr("Journal"))
        self.quick = QuickEntry(context, self)
        self.quick.finished.connect(self._fill)
        self._entries = self._box(self.quick)
        self.more = QPushButton(self)
        role(self.more, "link")
        self.more.clicked.connect(self._show_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addSpacing(2 * GRID)
        self.note = FormBody(context, "case", (Group("", ("note",)),), parent=self)
        self._column.addWidget(self.note)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fill)
        case = context.case
        case.rows_changed.connect(self._listed)
        case.place_changed.connect(self._changed)
        case.saved.connect(self._ask)
        context.names_shown.connect(self._soon.start)
        self._fill()
        self._ask()

    def reveal(self, trail: list[str]) -> QWidget | None:
        """Bring the row or field that the trail names to the keyboard; for the lists, where a new one is written."""
        name, rest = trail[0].rpartition(".")[2] if trail else "journal", trail[1:]
        if name == "note":
            return self.note.reveal(trail)
        if rest:
            self._bring(rest[0])
            card = self.cards.get(rest[0])
            return card.reveal(rest[1:]) if card is not None else None
        target: QWidget = self.quick.paper if name == "journal" else self.new_task.text
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return target

    # The lists

    def _fill(self) -> None:
        """Order the rows anew, each with the words it has now. Cards that are there stay what they are."""
        case = self._context.case
        tasks = case.rows(TASKS)
        entries = [key for key in case.rows(JOURNAL) if key != self.quick.key]
        done = [key for key in tasks if case.value(f"{key}.done_on")]
        to_do = sorted((key for key in tasks if key not in done), key=lambda key: self._due(key) or date.max)
        done.sort(key=lambda key: case.value(f"{key}.done_on"), reverse=True)
        entries.sort(key=self._moment, reverse=True)
        self.done.set_whole(self.tr("Done ({count})").format(count=len(done)))
        self.done.setVisible(bool(done))
        shown_done = done if self.done.isChecked() else []
        shown = entries[: self._shown]
        rest = len(entries) - len(shown)
        self.more.setText(self.tr("Show more ({count})").format(count=rest))
        self.more.setVisible(rest > 0)
        for key in [key for key in self.cards if key not in {*to_do, *shown_done, *shown}]:
            card = self.cards.pop(key)
            card.hide()
            card.deleteLater()
        for box, keys in ((self._open, to_do), (self._done, shown_done), (self._entries, shown)):
            for position, key in enumerate(keys):
                card = self.cards.get(key) or self._card(key, box=box is not self._entries)
                if box.indexOf(card) != position:
                    box.insertWidget(position, card)
                self._say(card, box is self._entries)

    def _card(self, key: str, *, box: bool) -> NotedRow:
        card = NotedRow(self._context, key, box=box, parent=self)
        card.ticked.connect(self._tick)
        card.remove_asked.connect(self._remove)
        self.cards[key] = card
        return card

    def _say(self, card: NotedRow, is_entry: bool) -> None:
        text = self._context.case.value(f"{card.key}.text") or ""
        if is_entry:
            card.say(text, self._entry_head(card.key))
            return
        done, late = self._context.case.value(f"{card.key}.done_on"), self._late(card.key)
        if card.box is not None:
            card.box.setChecked(done is not None)
        card.say(text, self._task_head(card.key, done), "attention" if late else "small")

    def _task_head(self, key: str, done: date | None) -> str:
        words, case, due = self._context.words, self._context.case, self._due(key)
        parts = []
        if done is not None:
            parts.append(self.tr("Done on {day}").format(day=words.day(done)))
        elif due is not None:
            text = self.tr("Overdue: {day}, {distance}") if self._late(key) else self.tr("Until {day}, {distance}")
            parts.append(text.format(day=words.day(due), distance=distance((due - case.today).days)))
        person = case.value(f"{key}.person")
        if person:
            parts.append(self._context.row_label(person))
        return " · ".join(parts)

    def _entry_head(self, key: str) -> str:
        words, case, entered = self._context.words, self._context.case, self._written.get(key)
        on, by = case.value(f"{key}.on"), case.value(f"{key}.by")
        parts = [words.day(on)] if on else []
        if entered is not None:
            moment = entered.at.astimezone()
            time = f"{moment:%H:%M}"
            if parts and moment.date() == on:
                parts[0] = f"{parts[0]}, {time}"
            else:
                text = self.tr("entered {day}, {time}")
                parts.append(text.format(day=words.day(moment.date()), time=time))
            by = by or entered.by
        return " · ".join([*parts, *([by] if by else [])])

    def _due(self, key: str) -> date | None:
        due: date | None = self._context.case.value(f"{key}.due_on")
        return due

    def _late(self, key: str) -> bool:
        due = self._due(key)
        return due is not None and due < self._context.case.today and not self._context.case.value(f"{key}.done_on")

    def _moment(self, key: str) -> tuple[date, datetime]:
        entered = self._written.get(key)
        on = self._context.case.value(f"{key}.on") or date.max
        return on, entered.at if entered is not None else _BEFORE_ALL

    # What a person does

    def _tick(self, key: str, done: bool) -> None:
        case = self._context.case
        try:
            case.set_value(f"{key}.done_on", case.today if done else None)
        except EditRefused as refused:
            self._context.said.emit(self._context.words.message(refused))

    def _remove(self, key: str) -> None:
        try:
            self._context.case.remove_row(key)
        except EditRefused as refused:
            self._context.said.emit(self._context.words.message(refused))

    def _show_more(self) -> None:
        self._shown += _AT_FIRST
        self._fill()

    def _bring(self, key: str) -> None:
        """Make a row visible that is folded away."""
        if key not in self.cards:
            if key in self._context.case.rows(TASKS):
                self.done.setChecked(True)
            self._shown = max(self._shown, len(self._context.case.rows(JOURNAL)))
            self._fill()

    def _listed(self, place: str) -> None:
        if place in (TASKS, JOURNAL):
            self._soon.start()

    def _changed(self, place: str) -> None:
        if self._context.case.list_of(place.partition(".")[0]) in (TASKS, JOURNAL):
            self._soon.start()

    # When entries were written

    def _ask(self) -> None:
        """Ask the history for the times of entries it was not asked for yet."""
        case = self._context.case
        if any(key not in self._written for key in case.rows(JOURNAL)):
            case.ask(partial(journal.written, case.file, case.code), self._came, self._untold, self)

    def _came(self, found: dict[str, Written]) -> None:
        if found != self._written:
            self._written = found
            self._fill()

    def _untold(self, error: Exception) -> None:
        self._context.said.emit(self._context.words.message(error))

    # The parts

    def _title(self, text: str) -> None:
        title = QLabel(text, self)
        title.setWordWrap(True)
        role(title, "strong")
        self._column.addWidget(title)

    def _box(self, above: QWidget) -> QVBoxLayout:
        self._column.addWidget(above)
        box = QVBoxLayout()
        box.setSpacing(GRID)
        self._column.addLayout(box)
        return box
