"""What was changed: of one field, or of the whole case, the newest first, each with a way to take it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.edit import RemoveRow
from hrd_desktop.core.schema import field_of, object_name
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui import history_words
from hrd_desktop.gui.editors.removal import RemovalDialog, also_gone
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, icon, role
from hrd_desktop.gui.trail import section_of, trail_of
from hrd_desktop.services import history
from hrd_desktop.services.history import Entry, Step

_PAGE = 60  # changes shown at once; each is a card of its own
_WIDTH_IN_LETTERS, _HEIGHT_IN_LINES = 84, 34
_GONE = "gone"


class HistoryDialog(QDialog):
    """Reads the history off the UI thread; what is taken back is a step of the open case like any other."""

    heading: QLabel
    hint: QLabel
    filter_label: QLabel
    filter: QComboBox
    ground: QWidget
    message: QLabel
    more: QPushButton
    close_button: QPushButton

    def __init__(self, context: FieldContext, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self._context = context
        self._place = place
        self._steps: list[Step] = []
        self._room = _PAGE
        self.cards: list[StepCard] = []
        lines = self.ground.layout()
        assert isinstance(lines, QVBoxLayout)
        self._lines = lines
        if place:
            holder, _, name = place.rpartition(".")
            title = context.words.field(object_name(context.case.target(holder)), name)
            self.heading.setText(self.tr("What it was before: {field}").format(field=title))
        else:
            self.heading.setText(self.tr("What was changed in this case"))
        for widget in (self.filter_label, self.filter):
            widget.setVisible(not place)
        self.filter.activated.connect(self._refill)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.close_button.clicked.connect(self.accept)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        room = self.screen().availableSize()
        self.resize(
            min(_WIDTH_IN_LETTERS * letter, room.width() * 9 // 10),
            min(_HEIGHT_IN_LINES * line, room.height() * 8 // 10),
        )
        fill(self.message, self.tr("Reading…"))
        self._read()

    @classmethod
    def show_field(cls, context: FieldContext, place: str, parent: QWidget | None = None, *_: object) -> None:
        """Opens over its window with what one field was, and goes when it is closed."""
        cls._open(cls(context, place, parent))

    @classmethod
    def show_case(cls, context: FieldContext, parent: QWidget | None = None) -> None:
        """The same for everything that was changed in the case."""
        cls._open(cls(context, "", parent))

    @staticmethod
    def _open(dialog: HistoryDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Reading

    def _read(self, then: Callable[[], None] | None = None) -> None:
        case = self._context.case
        head = self._place.partition(".")[0]
        work: Callable[[], list[Step]]
        if self._place:
            work = partial(history.of_field, case.file, case.code, self._place, case.list_of(head))
        else:
            work = partial(history.of_case, case.file, case.code)
        case.ask(work, partial(self._was_read, then), self._not_read, self)

    def _was_read(self, then: Callable[[], None] | None, found: list[Step]) -> None:
        self._steps = found
        self._fill_filter()
        fill(self.message, "" if found else self.tr("Nothing was changed here yet."))
        role(self.message, "small")
        self._refill()
        if then is not None:
            then()

    def _not_read(self, error: Exception) -> None:
        self._say(self._context.words.message(error), "error")

    # Showing

    def _fill_filter(self) -> None:
        chosen = self.filter.currentData()
        words = self._context.words
        keys = dict.fromkeys(self._section(step) for step in self._steps)
        self.filter.clear()
        self.filter.addItem(self.tr("Everything"), "")
        for key in keys:
            if key != _GONE:
                self.filter.addItem(words.heading(key), key)
        if any(self._removes(step) for step in self._steps):
            self.filter.addItem(self.tr("What was removed"), _GONE)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))

    def _section(self, step: Step) -> str:
        """The key of the section a step belongs to, or that what it changed is gone."""
        case = self._context.case
        way = section_of(trail_of(case, step.main.place), case)
        return way.section.key if way is not None else _GONE

    @staticmethod
    def _removes(step: Step) -> bool:
        return step.main.action == "remove"

    def _wanted(self) -> list[Step]:
        key = self.filter.currentData()
        if not key:
            return self._steps
        if key == _GONE:
            return [step for step in self._steps if self._removes(step)]
        return [step for step in self._steps if self._section(step) == key]

    def _refill(self) -> None:
        for card in self.cards:
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        wanted = self._wanted()
        now = self._context.case.now()
        self.cards = [
            StepCard(self._context, step, self._place, may=step.may_be_taken_back(now), parent=self.ground)
            for step in wanted[: self._room]
        ]
        for at, card in enumerate(self.cards):
            self._lines.insertWidget(at, card)
            card.asked.clicked.connect(partial(self._take_back, card.step))
        self.more.setVisible(len(wanted) > self._room)

    def _show_more(self) -> None:
        self._room *= 2
        self._refill()

    # Taking back

    def _take_back(self, step: Step) -> None:
        case = self._context.case
        undo = step.undo
        try:
            if len(undo) == 1 and isinstance(undo[0], RemoveRow):
                others = also_gone(self._context, undo[0].row_id)
                if others and not RemovalDialog.ask(self, self._context.row_label(undo[0].row_id), others):
                    return
            case.take_back(undo)
        except EditRefused as refused:
            self._say(self._context.words.message(refused), "error")
            return
        said = self.tr("Put back. Undo takes this back again.")
        self._read(lambda: self._say(said, "clear"))

    def _say(self, text: str, voice: str) -> None:
        role(self.message, voice)
        fill(self.message, text)


class StepCard(QFrame):
    """One change: where, from what to what, when and by whom."""

    def __init__(self, context: FieldContext, step: Step, place: str, *, may: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        role(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        entry = step.main
        self.where, self.told, self.when = text_label(self, "strong"), text_label(self), text_label(self, "small")
        if not place:
            column.addWidget(self.where)
            self.where.setText(history_words.where(context, entry))
        column.addWidget(self.told)
        self.told.setText(self._told(context, entry, place))
        column.addWidget(self.when)
        at = step.at.astimezone()
        said = [f"{context.words.day(at.date())}, {at.strftime('%H:%M')}"]
        if step.by:
            said.append(self.tr("by {who}").format(who=step.by))
        if len(step.entries) > 1:
            said.append(self.tr("together with other changes: {count}").format(count=len(step.entries) - 1))
        self.when.setText(" · ".join(said))
        words = {
            "set": self.tr("Put back what it was before"),
            "add": self.tr("Remove it again"),
            "remove": self.tr("Bring it back"),
        }
        self.asked = QPushButton(icon("undo"), words[entry.action], self)
        self.asked.setAutoDefault(False)
        self.asked.setVisible(may)
        self.asked.setAccessibleDescription(f"{self.where.text()} {self.told.text()}".strip())
        column.addWidget(self.asked, 0, Qt.AlignmentFlag.AlignLeading)

    def _told(self, context: FieldContext, entry: Entry, place: str) -> str:
        if not place or entry.place == place:
            return history_words.told(context, entry)
        holder, _, name = place.rpartition(".")
        spec = field_of(context.case.target(holder), name)
        assert spec is not None
        sides = [
            history_words.value_in_words(context, place, spec, history.value_in(entry, place, side))
            for side in ("before", "after")
        ]
        return self.tr("Before: {before}\nAfter: {after}").format(before=sides[0], after=sides[1])
