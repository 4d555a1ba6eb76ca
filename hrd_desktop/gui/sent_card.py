"""One packet of the register: whose, to whom, what it is, whether the case changed since, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.dispatch_form import DispatchForm
from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.line_button import Sign
from hrd_desktop.gui.sent_words import recipient_name
from hrd_desktop.gui.theme import GRID, icon, role
from hrd_desktop.services import register
from hrd_desktop.services.sent import Dispatch, Sent
from hrd_desktop.wording import Wording


class SentCard(QFrame):
    """Says it in words; the page around it does what its buttons ask for."""

    opened = Signal(object)
    """Look at it as it was sent."""
    copied = Signal(object)
    """Save it once more, byte for byte."""
    case_asked = Signal(object)
    dispatched = Signal(object, str, object, str)
    """What became of it: the packet, how, the day, a note."""

    def __init__(
        self, row: Sent, on: date, words: Wording, parent: QWidget | None = None, *, in_case: bool = False
    ) -> None:
        super().__init__(parent)
        role(self, "card")
        self.row = row
        self._on = on
        self._words = words
        self._in_case = in_case
        self.title, self.facts = text_label(self, "strong"), text_label(self, "small")
        self._sign, self.state = Sign(self), text_label(self)
        for later in (self._sign, self.state):
            later.hide()  # until it is known
        self.changes_fold = Fold("", self)
        self.changes_fold.hide()
        self.changes = text_label(self, "small")
        self.changes.setContentsMargins(4 * GRID, 0, 0, GRID)
        self.changes.hide()
        self.changes_fold.toggled.connect(self.changes.setVisible)
        self.dispatches = text_label(self)
        state = QHBoxLayout()
        state.setSpacing(GRID)
        state.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        since = QVBoxLayout()
        since.setSpacing(0)
        since.addWidget(self.state)
        since.addWidget(self.changes_fold)
        since.addWidget(self.changes)
        state.addLayout(since, 1)
        self.buttons = FlowBox(self)
        self.open_button = self._button(self.tr("Open as sent"), "eye")
        self.copy_button = self._button(self.tr("Save a copy…"), "export")
        self.add_button = self._button(self.tr("Add what became of it"), "add")
        self.case_button = self._button(self.tr("Open the case"), "right")
        self.case_button.setVisible(not in_case)
        self._form: DispatchForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self.title)
        self._column.addWidget(self.facts)
        self._column.addLayout(state)
        self._column.addWidget(self.dispatches)
        self._column.addWidget(self.buttons)
        self.open_button.clicked.connect(lambda: self.opened.emit(self.row))
        self.copy_button.clicked.connect(lambda: self.copied.emit(self.row))
        self.case_button.clicked.connect(lambda: self.case_asked.emit(self.row))
        self.add_button.clicked.connect(self.show_form)
        self._say()

    def show_row(self, row: Sent) -> None:
        """The same packet, with what was added to it."""
        self.row = row
        self._say()

    def show_changes(self, changes: Sequence[str]) -> None:
        """Say what was changed in the case since; empty where it stands as it was sent."""
        count = len(changes)
        if count:
            self._sign.show_icon("attention", "attention")
            self._sign.setContentsMargins(0, GRID, 0, 0)  # level with the line that opens
            fill(self.state, "")
            self.changes_fold.set_whole(self.tr("Changed since it was sent: {count}").format(count=count))
            self.changes.setText("\n".join(changes))
        else:
            self._sign.show_icon("done", "clear")
            self._sign.setContentsMargins(0, 0, 0, 0)
            fill(self.state, self.tr("Nothing of it was changed since."))
        self.changes_fold.setVisible(count > 0)
        self._sign.show()

    def show_form(self) -> None:
        """Ask what became of it."""
        if self._form is None:
            self._form = DispatchForm(self._on, self._words, self)
            self._form.added.connect(self._added)
            self._form.closed.connect(self.close_form)
            self._column.addWidget(self._form)
        self._form.show()
        self._form.setFocus()
        self.add_button.hide()

    def close_form(self) -> None:
        """Put the form away."""
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self.add_button.show()
        self.add_button.setFocus()

    @property
    def form(self) -> DispatchForm | None:
        """The form, while it is open."""
        return self._form

    def _added(self, how: str, day: date, note: str) -> None:
        self.dispatched.emit(self.row, how, day, note)
        self.close_form()

    def _say(self) -> None:
        row, words = self.row, self._words
        to = self.tr("Edition {number} for {recipient}").format(
            number=row.edition, recipient=recipient_name(row, words)
        )
        whose = "" if self._in_case else " · ".join(part for part in (row.alias, row.code) if part)
        self.title.setText(" · ".join(part for part in (whose, to) if part))
        files = len(row.files)
        pages = self.tr("{pages} pages in one file") if files == 1 else self.tr("{pages} pages in {files} files")
        facts = [words.day(row.on), pages.format(pages=register.pages(row), files=files)]
        if row.replaces:
            facts.append(self.tr("replaces edition {number}").format(number=row.replaces))
        if row.replaced_by:
            facts.append(self.tr("replaced by edition {number}").format(number=row.replaced_by))
        self.facts.setText(" · ".join(facts))
        self.dispatches.setText("\n".join(self._dispatch(one) for one in row.dispatches))
        if not row.dispatches:
            self.dispatches.setText(self.tr("Nothing is noted yet of how it went."))
        role(self.dispatches, "" if row.dispatches else "small")
        for button in (self.open_button, self.copy_button, self.add_button, self.case_button):
            button.setAccessibleDescription(self.title.text())

    def _dispatch(self, one: Dispatch) -> str:
        said = f"{self._words.day(one.on)}: {self._words.code('dispatch_how', one.how)}"
        return f"{said} · {one.note}" if one.note else said

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(icon(name), text, self)
        made.setAutoDefault(False)
        self.buttons.flow.addWidget(made)
        return made
