"""One question at a time: the same questions and the same fields as on the whole page, in the same order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.core.conditions import in_use
from hrd_desktop.core.numbers import number_of
from hrd_desktop.core.schema import field_of, object_name
from hrd_desktop.core.sections import Section
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.removal import agreed
from hrd_desktop.gui.editors.rows import obvious
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.field_slot import FieldSlot
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.guided_help import GuidedHelp
from hrd_desktop.gui.guided_rows import GuidedRows
from hrd_desktop.gui.guided_walk import Question, Walk
from hrd_desktop.gui.known_edits import mark_ask_again, mark_unknown
from hrd_desktop.gui.theme import GRID, icon, role
from hrd_desktop.gui.trail import trail_of

_NEXT_KEYS = ("Ctrl+Return", "Ctrl+Enter", "Alt+Right")
_BACK_KEYS = ("Alt+Left",)
_ONE_LINE = (QLineEdit, QComboBox, QCheckBox, QRadioButton)


class Guided(QWidget):
    """Asks the questions of one section. `moved` tells the place of the question that is asked now."""

    moved = Signal(str)
    way_back = Signal()
    """The key for going back, while another way back is offered too."""
    ended = Signal()
    """Somebody wants to go on with the next section."""
    _stale = False

    def __init__(
        self, context: FieldContext, section: Section, heading: str, person: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._section = section
        self._heading = heading
        self.walk = Walk(context.case, section, person)
        self.slot: FieldSlot | GuidedRows | None = None
        self._asked: Question | None = None
        self.progress = QLabel(self)
        role(self.progress, "small")
        self.about = QLabel(self)
        role(self.about, "strong")
        self.remove = QPushButton(icon("trash"), self.tr("Remove this entry"), self)
        role(self.remove, "quiet")
        self.remove.clicked.connect(self._remove)
        self.error = QLabel(self)
        role(self.error, "error")
        self.error.hide()
        self.finished = QLabel(self)
        for label in (self.progress, self.about, self.error, self.finished):
            label.setWordWrap(True)
        self._card = QFrame(self)
        role(self._card, "card")
        self._room = QVBoxLayout(self._card)
        self._room.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._room.addWidget(self.finished)
        self.help = GuidedHelp(context, self)
        self._buttons = OptionBox(self)
        self.back = self._button(self.tr("Back"), self._go_back)
        self.skip = self._button(self.tr("Skip"), self._skip)
        self.unknown = self._button(self.tr("Not known"), self._unknown)
        self.again = self._button(self.tr("Ask next time"), self._ask_again)
        self.next = self._button(self.tr("Next"), self.go_on)
        self.next.setToolTip(self.tr("Ctrl+Enter goes on, Alt+Left goes back"))
        role(self.next, "primary")
        removes = OptionBox(self)
        removes.flow.addWidget(self.remove)
        self._removes = removes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for widget in (self.progress, self.about, self._card, self.error, self._buttons, self.help, removes):
            column.addWidget(widget)
        column.addStretch(1)
        for keys, slot in ((_NEXT_KEYS, self.go_on), (_BACK_KEYS, self._go_back)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(slot)
                if slot == self._go_back:
                    shortcut.activatedAmbiguously.connect(self.way_back)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        for changed in (context.case.place_changed, context.case.rows_changed, context.names_shown):
            changed.connect(self._soon.start)
        self._show()

    @property
    def place(self) -> str:
        """The place of the question that is asked now; empty at the end."""
        return self._asked.place if self._asked is not None else ""

    def reveal(self, trail: list[str]) -> QWidget | None:
        """Ask the question that a trail leads to; None if it is not asked now."""
        rest = self.walk.go_to(trail)
        if rest is None:
            return None
        self._show()
        if rest and isinstance(self.slot, FieldSlot):
            return self.slot.reveal(rest)
        return self.focus_question()

    def focus_question(self) -> QWidget | None:
        """Give the keyboard to what is asked."""
        target: QWidget = self.next
        if isinstance(self.slot, GuidedRows):
            target = self.next if self.slot.lines else self.slot.add
        elif isinstance(self.slot, FieldSlot):
            found = self.slot.reveal([])
            if found is not None:
                return found
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target

    def set_help(self, wanted: bool) -> None:
        """Show the help below the question, or leave it to the panel beside."""
        self.help.wanted = wanted
        self.help.setVisible(wanted and self._asked is not None)

    def go_on(self) -> None:
        """The next question; not before what was typed and could not be taken is mended, or skipped."""
        if self._asked is None:
            self.ended.emit()
            return
        self.flush()
        refused = next((editor for editor in self._card.findChildren(FieldEditor) if editor.error.text()), None)
        if refused is not None:
            refused.reveal([])
            return
        self._move(self.walk.next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in an answer of one line goes on, as on paper; in a text it begins a new line."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        answer = self.focusWidget()
        enter = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(answer, _ONE_LINE) and self._card.isAncestorOf(answer):
            self.go_on()
            return
        super().keyPressEvent(event)

    # The buttons

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self._buttons)
        button.clicked.connect(slot)
        self._buttons.flow.addWidget(button)
        return button

    def _go_back(self) -> None:
        self._move(self.walk.back)

    def _skip(self) -> None:
        """Go on; what is empty is to be asked another time."""
        if isinstance(self.slot, GuidedRows):
            empty = not self.slot.lines and not self.slot.said_none
        else:
            self.flush()
            empty = self.slot is not None and self.slot.empty
        if empty and not self._begun():
            self._mark(lambda place: mark_ask_again(self._context.case, place, True))
        else:
            self._move(self.walk.next)

    def _unknown(self) -> None:
        self._mark(lambda place: mark_unknown(self._context.case, place))

    def _ask_again(self) -> None:
        self._mark(lambda place: mark_ask_again(self._context.case, place, True))

    def _mark(self, mark: Callable[[str], None]) -> None:
        self.flush()
        try:
            mark(self.place)
        except EditRefused as refused:
            self._say(self._context.words.message(refused))
            return
        self._move(self.walk.next)

    def _remove(self) -> None:
        row = self.walk.in_row
        if not row:
            return
        try:
            if not agreed(self._context, self, row):
                return
            self._context.case.remove_row(row)
        except EditRefused as refused:
            self._say(self._context.words.message(refused))
            return
        self._show()
        self.focus_question()

    # Showing

    def flush(self) -> None:
        """Save what is typed and still waits for a pause."""
        for editor in self._card.findChildren(FieldEditor):
            editor.flush()

    def _move(self, step: Callable[[], object]) -> None:
        self.flush()
        left = self.walk.in_row
        step()
        if left and left != self.walk.in_row:
            self._forget_if_bare(left)
        self._show()
        self.focus_question()

    def _forget_if_bare(self, row: str) -> None:
        """A row that was begun and got nothing is forgotten without a word."""
        case = self._context.case
        draft = case.drafts.get(row)
        if draft is None:
            return
        holder, _, name = draft.place.rpartition(".")
        spec = field_of(case.target(holder), name)
        if spec is not None and draft.values == obvious(self._context, spec):
            case.remove_row(row)

    def _show(self) -> None:
        question = self.walk.question
        self._say("")
        if self.slot is not None:
            self._room.removeWidget(self.slot)
            self.slot.hide()
            self.slot.deleteLater()
            self.slot = None
        self._asked = question
        self.finished.setVisible(question is None)
        if question is None:
            done = self.tr("That was the last question here. What was skipped is on the list to ask.")
            self.finished.setText(done if self.walk.anything else self.tr("Nothing is asked here now."))
        if question is not None:
            self.slot = self._made(question)
            self._room.addWidget(self.slot)
            self.slot.show()
            self.help.show_question(self._section.key, question)
        self.help.setVisible(question is not None and self.help.wanted)
        for button in (self.skip, self.unknown, self.again):
            button.setVisible(question is not None)
        for button in (self.unknown, self.again):
            # A row that cannot stand yet has no places to speak of.
            button.setEnabled(not self._begun())
            button.setToolTip(self.tr("Possible once this entry has what it needs.") if self._begun() else "")
        self.next.setText(self.tr("Next") if question is not None else self.tr("Next section"))
        self._removes.setVisible(bool(self.walk.in_row))
        self._say_where()
        self.moved.emit(self.place)

    def _made(self, question: Question) -> FieldSlot | GuidedRows:
        if not question.spec.has_rows or self._begun(question):
            slot = FieldSlot(self._context, question.place, question.spec, self._card)
            holder, _, name = question.place.rpartition(".")
            kind = object_name(self._context.case.target(holder))
            slot.set_in_use(in_use(kind, name, lambda other: self._context.case.value(f"{holder}.{other}")))
            if slot.editor is not None:
                role(slot.editor.label, "strong")
            return slot
        rows = GuidedRows(self._context, question, self._card)
        rows.entered.connect(self._enter)
        rows.declared.connect(self.go_on)
        return rows

    def _enter(self, row: str) -> None:
        self._move(lambda: self.walk.enter(row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def _follow(self) -> None:
        """An answer elsewhere may have changed what is asked, and the words that say what it is about."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        question = self.walk.question
        if (question.place if question else "") != self.place:
            self._show()
        else:
            self._say_where()

    def _say_where(self) -> None:
        number, count = self.walk.progress
        question = self._asked
        heading = self._heading
        if question is not None and question.group:
            heading = self._context.words.heading(question.group)
        elif self.walk.in_row:
            heading = self._context.words.object(object_name(self._context.case.target(self.walk.in_row)))
        text = self.tr("Question {number} of {count} · {heading}").format(number=number, count=count, heading=heading)
        paper = number_of(trail_of(self._context.case, question.place)) if question is not None else ""
        if paper:
            text = self.tr("{where} · on paper {number}").format(where=text, number=paper)
        self.progress.setText(text if question is not None else heading)
        rows = [row for row in self.walk.rows if self._context.case.knows(row)]
        self.about.setText(" › ".join(self._named(row) for row in rows))
        self.about.setVisible(bool(rows))

    def _named(self, row: str) -> str:
        words = self._context.words
        label = self._context.row_label(row)
        return label or words.object(object_name(self._context.case.target(row)))

    def _begun(self, question: Question | None = None) -> bool:
        asked = question or self._asked
        return asked is not None and asked.place.partition(".")[0] in self._context.case.drafts

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
