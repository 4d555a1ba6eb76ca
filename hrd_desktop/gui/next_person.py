"""Anyone else? The questions about further members of the family, one at a time, until all are named."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.next_person import TIE_OF, Question, questions
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui import known_edits
from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.left_out_warning import LeftOutWarning
from hrd_desktop.gui.theme import GRID, icon, role
from hrd_desktop.wording.family import question_text, task_text

_ALL_NAMED = "case.family_list.all_members_named"
_CONFIRMED = "case.family_list.confirmed_on"
Reply = Literal["no", "unknown", "ask"]


class NextPerson(QFrame):
    """Asks question after question, with everybody already listed in sight; ends with the confirmation."""

    ended = Signal()

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._context = context
        self._at = Question("others")
        self.progress = text_label(self, "small")
        self.question = text_label(self, "strong")
        self.question.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.listed = text_label(self, "small")
        self.warning = LeftOutWarning(self)
        self.warning.say(context.words)
        self._buttons = OptionBox(self)
        self.yes = self._button(icon_name="add", slot=self._add)
        self.no = self._button(slot=lambda: self._reply("no"))
        self.unknown = self._button(slot=lambda: self._reply("unknown"))
        self.ask = self._button(slot=lambda: self._reply("ask"))
        self.confirm = self._button(slot=self._confirm)
        self.confirm.setIcon(icon("done", "on_accent"))
        self.keep_open = self._button(slot=self._keep_open)
        self._foot = OptionBox(self)
        self.back = self._button(icon_name="", slot=self._back, box=self._foot)
        self.stop = self._button(slot=self.leave, box=self._foot)
        for button in (self.back, self.stop):
            role(button, "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for widget in (self.progress, self.question, self.listed, self.warning, self._buttons, self._foot):
            column.addWidget(widget)
        self._reword()
        context.case.rows_changed.connect(self._persons_changed)
        context.names_shown.connect(self.show_question)
        self.hide()

    # For the page

    def begin(self) -> None:
        """Start with the first question that is still open; where none is, with the confirmation."""
        for key in [key for key, reply in self.replies.items() if reply == "ask"]:
            self._context.case.keep_asked(key, None)  # next time is now
        self._at = self._next_open(questions(self._context.case.case))
        self.show()
        self.show_question()
        self.question.setAccessibleName(self.question.text())
        self._focus()
        self._context.appeared.emit(self)

    def leave(self) -> None:
        """Stop for now; the replies stay with the case."""
        self.hide()
        self.ended.emit()

    @property
    def replies(self) -> dict[str, str]:
        """The reply to each question, by its key."""
        return self._context.case.asked

    @property
    def at_end(self) -> bool:
        """Whether every question has its reply and the confirmation is asked."""
        return self._at.kind == "others" and self._at.key in self.replies

    def show_question(self, _names: object = None) -> None:
        """Say the question, whom it is about, and who is listed already."""
        context, words = self._context, self._context.words
        asked = questions(context.case.case)
        end = self.at_end
        for button in (self.yes, self.no, self.unknown, self.ask):
            button.setVisible(not end)
        open_ones = [one for one in asked if self.replies.get(one.key) != "no"]
        self.confirm.setVisible(end and not open_ones)
        self.keep_open.setVisible(end)
        self.warning.setVisible(end)
        self.back.setVisible(end or self._at != asked[0])
        listed = "; ".join(context.row_label(person.id) for person in context.case.case.persons)
        self.listed.setText(self.tr("Listed already: {persons}").format(persons=listed))
        if end:
            self.progress.setText(self.tr("Every question was asked."))
            text = self.tr("Is every member of the family named now?")
            if open_ones:
                text = self.tr("Some questions are still open: {count}. They are among the tasks.").format(
                    count=len(open_ones)
                )
            self.question.setText(text)
        else:
            person = context.row_label(self._at.person) if self._at.person else ""
            number = self.tr("Question {number} of {all}").format(number=asked.index(self._at) + 1, all=len(asked))
            before = self._reply_words().get(self.replies.get(self._at.key, ""))
            if before:
                number = self.tr("{question}. Answered before: {reply}").format(question=number, reply=before)
            self.progress.setText(number)
            self.question.setText(question_text(self._at.kind, words, person))
        self.setAccessibleName(self.question.text())
        for button in (self.yes, self.no, self.unknown, self.ask, self.confirm, self.keep_open):
            button.setAccessibleDescription(self.question.text())

    # Replies

    def _add(self) -> None:
        to = self._at.person or self._context.case.case.principal
        if AddRelativeDialog.ask(self._context, to, TIE_OF[self._at.kind], self):
            self._context.case.keep_asked(self._at.key, None)  # and another one?
            self.show_question()
            self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reply(self, reply: Reply) -> None:
        question = self._at
        if reply != "no" and self.replies.get(question.key) != reply and not self._leave_task(question):
            return
        self._context.case.keep_asked(question.key, reply)
        asked = questions(self._context.case.case)
        self._at = self._next_open(asked[asked.index(question) + 1 :] or asked[-1:])
        self.show_question()
        self._focus()

    def _focus(self) -> None:
        target = self.yes if not self.at_end else self.confirm if self.confirm.isVisibleTo(self) else self.keep_open
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_open(self, asked: list[Question]) -> Question:
        return next((one for one in asked if one.key not in self.replies), asked[-1])

    def _leave_task(self, question: Question) -> bool:
        """Keep an open question among the tasks, without a name; whether that could be done."""
        case = self._context.case
        text = task_text(question_text(question.kind, self._context.words, question.person), self._context.words)
        if any(task.text == text and task.done_on is None for task in case.case.tasks):
            return True
        values = {"text": text, "person": question.person or None}
        return self._edit(lambda: case.add_row("case.tasks", {key: held for key, held in values.items() if held}))

    def _confirm(self) -> None:
        case = self._context.case

        def both() -> None:
            with case.together():
                case.set_value(_ALL_NAMED, "yes")
                case.set_value(_CONFIRMED, case.today)

        if self._edit(both):
            self.leave()

    def _keep_open(self) -> None:
        case = self._context.case
        if case.value(_ALL_NAMED) == "yes" or case.consented:
            self._edit(lambda: known_edits.mark_ask_again(case, _ALL_NAMED))
        self.leave()

    def _edit(self, work: object) -> bool:
        try:
            work()  # type: ignore[operator]  # a function without arguments
        except EditRefused as refused:
            self._context.said.emit(self._context.words.message(refused))
            return False
        return True

    def _back(self) -> None:
        asked = questions(self._context.case.case)
        if self.at_end:
            self._context.case.keep_asked(self._at.key, None)
        else:
            self._at = asked[max(0, asked.index(self._at) - 1)]
        self.show_question()

    def _persons_changed(self, place: str) -> None:
        if place == "case.persons" and not self.isHidden():
            asked = questions(self._context.case.case)
            if self._at not in asked:
                self._at = self._next_open(asked)
            self.show_question()

    # Words

    def _button(self, icon_name: str = "", slot: object = None, box: OptionBox | None = None) -> QPushButton:
        button = QPushButton(self)
        if icon_name:
            button.setIcon(icon(icon_name))
        button.clicked.connect(slot)
        (box or self._buttons).flow.addWidget(button)
        return button

    def _reply_words(self) -> dict[str, str]:
        return {"no": self.tr("No"), "unknown": self.tr("Not known"), "ask": self.tr("Ask next time")}

    def _reword(self) -> None:
        self.yes.setText(self.tr("Yes, add a person"))
        self.no.setText(self.tr("No"))
        self.unknown.setText(self.tr("Not known"))
        self.ask.setText(self.tr("Ask next time"))
        self.confirm.setText(self.tr("Yes, everyone is named"))
        self.keep_open.setText(self.tr("Not yet, ask again"))
        self.back.setText(self.tr("Previous question"))
        self.stop.setText(self.tr("Stop for now"))
        role(self.confirm, "primary")
