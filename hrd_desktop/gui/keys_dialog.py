"""One change of the keys, or one trial: what it does in words, what it needs to know, and a secret that allows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QWidget

from hrd_desktop.errors import BadInput, BadOfficeKey, BadRecoveryCode, BadSlotName, WrongSecret
from hrd_desktop.gui.forms import fill, fit_scrolled, load_form
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.keys_code import CodeField
from hrd_desktop.gui.keys_new import NewPassphrase
from hrd_desktop.gui.keys_work import KeysWork
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.theme import role
from hrd_desktop.services import keys

_LETTERS = 70


@dataclass(frozen=True, repr=False)
class Answer:
    """What was typed; empty where nothing was asked."""

    name: str
    new: str
    office: str
    code: str
    confirm: str


@dataclass(frozen=True, repr=False)
class Question:
    """What a window asks for. `work` is done in the thread of the case file with what was typed."""

    heading: str
    lead: str
    go: str
    doing: str
    done: str
    work: Callable[[Answer], object]
    name: str | None = None
    """The name that stands there at first; None where no name is asked."""
    name_hint: str = ""
    new: bool = False
    office: bool = False
    code: bool = False
    confirm: str = ""
    """What to say of the secret that allows it; empty where none is asked."""
    known: str = ""
    """A secret that was typed a moment ago and is not asked again."""
    harm: str = ""
    danger: bool = False


class KeysDialog(KeysWork):
    """The window of every question about keys; only the fields of the question are there."""

    heading: QLabel
    body: QScrollArea
    lead: QLabel
    harm: QLabel
    name_label: QLabel
    name: QLineEdit
    name_hint: QLabel
    office_label: QLabel
    office: QPlainTextEdit
    new_label: QLabel
    new: NewPassphrase
    code_label: QLabel
    code: CodeField
    confirm_label: QLabel
    confirm_hint: QLabel
    confirm: QLineEdit
    show_confirm: QCheckBox
    go: QPushButton

    def __init__(self, desk: Desk, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        load_form(self, own=[NewPassphrase, CodeField])
        self.begin()
        self._question = question
        self.setWindowTitle(question.heading)
        self.heading.setText(question.heading)
        self.go.setText(question.go)
        role(self.go, "danger" if question.danger else "primary")
        for label, text in (
            (self.lead, question.lead), (self.harm, question.harm), (self.name_hint, question.name_hint),
            (self.confirm_hint, question.confirm),
        ):  # fmt: skip
            fill(label, text)
        asks_secret = bool(question.confirm) and not question.known
        for shown, widgets in (
            (question.name is not None, (self.name_label, self.name)),
            (question.office, (self.office_label, self.office)),
            (question.new, (self.new_label, self.new)),
            (question.code, (self.code_label, self.code)),
            (asks_secret, (self.confirm_label, self.confirm_hint, self.confirm, self.show_confirm)),
        ):
            for widget in widgets:
                widget.setVisible(shown)
        self.name.setMaxLength(keys.LONGEST_NAME)
        self.name.setText(question.name or "")
        self.office.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 18)
        self.office.setTabChangesFocus(True)
        if question.new:
            self.new.begin(desk.tasks, desk.language)
        self.show_confirm.toggled.connect(self._reveal)
        self.go.clicked.connect(self.submit)
        self.confirm.returnPressed.connect(self.submit)
        self.code.entered.connect(self.submit)
        self.new.entered.connect(self._from_new)
        self.new.grown.connect(self._show_suggestion)
        self.new.secret.strong.weighed.connect(self._grow)
        self.name.returnPressed.connect(self.focusNextChild)
        fit_scrolled(self, self.body, _LETTERS)
        first: list[QWidget] = [self.name, self.office, self.new, self.code, self.confirm]
        next(widget for widget in first if not widget.isHidden()).setFocus()

    @classmethod
    def show_for(
        cls, desk: Desk, question: Question, done: Callable[[str], object], parent: QWidget | None = None
    ) -> KeysDialog:
        """Opens over its window and goes when it is closed; `done` hears what to say of it."""
        dialog = cls(desk, question, parent)
        dialog.open_for(done)
        return dialog

    def submit(self) -> None:
        """Do it, if everything is filled in."""
        if self.working:
            return
        refusal, where = self._refusal()
        self.tell(refusal)
        if refusal:
            self._lead_to(where)
            return
        answer = Answer(
            name=self.name.text(),
            new=self.new.text,
            office=self.office.toPlainText(),
            code=self.code.text,
            confirm=self._question.known or self.confirm.text(),
        )
        self.work(self._question.doing, partial(self._question.work, answer), self._did)

    def tell(self, text: str) -> None:
        super().tell(text)
        self._grow()

    def set_free(self, free: bool) -> None:
        for widget in (self.body, self.go, self.cancel):
            widget.setEnabled(free)

    def _did(self, _answer: object) -> None:
        self.succeeded.emit(self._question.done)
        self.accept()

    def _failed(self, error: object) -> None:
        super()._failed(error)
        match error:
            case BadRecoveryCode() if self._question.code:
                group = error.facts.get("group")
                self.code.mark([group] if isinstance(group, int) and group else [1])
                return
            case WrongSecret() | BadRecoveryCode():
                where: QWidget = self.code if self._question.code else self.confirm
            case BadSlotName():
                where = self.name
            case BadOfficeKey():
                where = self.office
            case BadInput():
                where = self.new
            case _:
                return
        self._lead_to(where)
        if where is self.confirm:
            self.confirm.selectAll()

    def _refusal(self) -> tuple[str, QWidget]:
        asked = self._question
        if asked.name is not None and not self.name.text().strip():
            return self.tr("Give it a name, so that it is known later whose it is."), self.name
        if asked.office and not self.office.toPlainText().strip():
            return sentence(BadOfficeKey(), self.desk.language.lang), self.office
        if asked.new and (refusal := self.new.refusal())[0]:
            return refusal
        if asked.code and not self.code.text:
            return self.tr("Type the recovery code from its sheet."), self.code
        if asked.code and (short := self.code.unfinished()):
            self.code.mark([short])
            text = self.tr("Group {number} does not have five characters.")
            return text.format(number=short), self.code.fields[short - 1]
        if asked.confirm and not asked.known and not self.confirm.text():
            return self.tr("Type a passphrase or a recovery code that opens this case file now."), self.confirm
        return "", self

    def _grow(self) -> None:
        fit_scrolled(self, self.body, _LETTERS)

    def _show_suggestion(self) -> None:
        self._grow()
        # Once the new lines have their places.
        QTimer.singleShot(0, self, lambda: self.body.ensureWidgetVisible(self.new.again))

    def _lead_to(self, where: QWidget) -> None:
        where.setFocus()
        self.body.ensureWidgetVisible(where)

    def _from_new(self) -> None:
        if self.confirm.isVisible():
            self.confirm.setFocus()
            self.body.ensureWidgetVisible(self.confirm)
        else:
            self.submit()

    def _reveal(self, shown: bool) -> None:
        self.confirm.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
