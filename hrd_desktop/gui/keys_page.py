"""Who can open this case file: a list in words, and everything that can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui import keys_questions as questions
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.keys_dialog import KeysDialog, Question
from hrd_desktop.gui.keys_recovery import KeysRecovery
from hrd_desktop.gui.keys_words import called, facts
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import keys
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.keys import SlotInfo
from hrd_desktop.wording import Wording

_WIDTH_IN_LETTERS = 84


class KeyRow(QFrame):
    """One key, and what can be done with it."""

    asked = Signal(str, object)
    """What is wanted (`try`, `rename`, `replace`, `revoke`), and of which key."""

    def __init__(self, slot: SlotInfo, words: Wording, *, only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self.slot = slot
        self.name = text_label(self, "strong")
        self.name.setText(called(slot))
        self.facts = text_label(self, "small")
        self.facts.setText(facts(slot, words))
        box = FlowBox(self)
        self.buttons: dict[str, QPushButton] = {}
        wanted = [
            ("try", self.tr("Try it…")), ("rename", self.tr("Rename…")), ("replace", self.tr("Replace…")),
            ("revoke", self.tr("Take it away…")),
        ]  # fmt: skip
        for what, text in wanted[0 if slot.kind == "recovery" else 1 :]:
            button = QPushButton(text, box)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{text} {called(slot)}")
            button.clicked.connect(lambda _, what=what: self.asked.emit(what, self.slot))
            button.ensurePolished()  # else the flow reckons with the height of a plain button
            box.flow.addWidget(button)
            self.buttons[what] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addWidget(box)
        if only:
            self.buttons["revoke"].hide()
            self.only = text_label(self, "small")
            self.only.setText(self.tr("It is the only key: it can be replaced, but not taken away."))
            column.addWidget(self.only)


class KeysPage(QWidget):
    """Every change asks for a secret that opens the file; the last key stays."""

    changed = Signal(list)
    """The keys as they are now."""

    column: QWidget
    advice: QLabel
    said: QLabel
    message: QLabel
    rows: QVBoxLayout
    change_button: QPushButton
    add_box: FlowBox
    full: QLabel

    def __init__(
        self,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        *,
        calibrate: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, own=[FlowBox])
        self._desk = Desk(file, tasks, language, now, "")
        self._calibrate = calibrate
        self._slots: list[SlotInfo] = []
        self.cards: list[KeyRow] = []
        self.recovery_button, self.add_button, self.office_button = (self._button(act) for act in (
            self.make_recovery, self.add_passphrase, self.add_office,
        ))  # fmt: skip
        for label in (self.advice, self.said, self.message):
            fill(label, "")
        self.full.hide()
        self.change_button.clicked.connect(self.change_passphrase)
        self.setFocusProxy(self.change_button)
        self._retranslate()
        self._fit()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self._desk.tasks.database(keys.slots, self._desk.file, done=self._came, failed=self._failed)

    # What can be done

    def add_passphrase(self) -> None:
        """For somebody else."""
        self._ask(questions.add_passphrase(self._desk, calibrate=self._calibrate))

    def add_office(self) -> None:
        """For the office."""
        self._ask(questions.add_office(self._desk))

    def change_passphrase(self) -> None:
        """The one that she types to confirm it."""
        self._ask(questions.change_passphrase(self._desk, calibrate=self._calibrate))

    def make_recovery(self) -> None:
        """A sheet with a code."""
        KeysRecovery.show_for(self._desk, self._done, self)

    def rehearse(self) -> None:
        """Type the recovery code for practice."""
        self._ask(questions.rehearse(self._desk))

    def _act(self, what: str, slot: SlotInfo) -> None:
        match what, slot.kind:
            case "try", _:
                self.rehearse()
            case "rename", _:
                self._ask(questions.rename(self._desk, slot))
            case "revoke", _:
                self._ask(questions.revoke(self._desk, slot))
            case "replace", "passphrase":
                self._ask(questions.replace_passphrase(self._desk, slot, calibrate=self._calibrate))
            case "replace", "office":
                self._ask(questions.add_office(self._desk, slot))
            case "replace", _:
                KeysRecovery.show_for(self._desk, self._done, self, instead_of=slot)

    def _ask(self, question: Question) -> None:
        fill(self.said, "")
        KeysDialog.show_for(self._desk, question, self._done, self)

    def _done(self, said: str) -> None:
        fill(self.message, "")
        fill(self.said, said)
        self.refresh()

    # What is shown

    def _came(self, found: list[SlotInfo]) -> None:
        self._slots = found
        self._show()
        self.changed.emit(found)

    def _show(self) -> None:
        for card in self.cards:
            self.rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for slot in self._slots:
            card = KeyRow(slot, self._desk.language.words, only=len(self._slots) == 1, parent=self.column)
            card.asked.connect(self._act)
            self.rows.addWidget(card)
            card.show()
            self.cards.append(card)
        full = len(self._slots) >= keys.MOST_KEPT
        self.full.setVisible(full)
        self.add_box.setVisible(not full)
        sheet = any(slot.kind == "recovery" for slot in self._slots)
        role(self.recovery_button, "" if sheet else "primary")
        due = keys.rehearsal_due(self._slots, self._desk.now().date())
        if self._slots and not sheet:
            fill(self.advice, self.tr("There is no recovery sheet: who forgets the passphrase loses the file, unless "
                                      "somebody else has another key."))  # fmt: skip
        elif due:
            fill(self.advice, self.tr("It is a year since the recovery code was last typed. Fetch the sheet and try "
                                      "it."))  # fmt: skip
        else:
            fill(self.advice, "")

    def _failed(self, error: object) -> None:
        fill(self.message, sentence(error, self._desk.language.lang))

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language, the column the text size."""
        super().changeEvent(event)
        if hasattr(self, "office_button"):
            if event.type() == QEvent.Type.LanguageChange:
                self._retranslate()
                fill(self.said, "")
                self._show()
            elif event.type() == QEvent.Type.FontChange:
                self._fit()

    def _button(self, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(self.add_box)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: act())
        self.add_box.flow.addWidget(button)
        return button

    def _retranslate(self) -> None:
        self.recovery_button.setText(self.tr("Make a recovery sheet…"))
        self.add_button.setText(self.tr("Add a passphrase…"))
        self.office_button.setText(self.tr("Add the office key…"))

    def _fit(self) -> None:
        self.column.setMaximumWidth(min(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS, 1000))
