"""Closing a case: on which day, and until when it is kept. Of a closed one: keep it longer, open it again, erase it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QLabel, QPushButton, QWidget

from hrd_desktop.errors import HrdError
from hrd_desktop.gui.forms import fill, fit, load_form
from hrd_desktop.gui.keep_choice import KeepChoice
from hrd_desktop.services import ending
from hrd_desktop.services.ending import Standing
from hrd_desktop.wording import Wording

_WIDTH_IN_LETTERS = 60


@dataclass(frozen=True)
class Answer:
    """What is to be done; the days count for closing and keeping alone."""

    what: Literal["close", "keep", "reopen", "erase"]
    on: date
    until: date


class CloseCaseDialog(QDialog):
    """One window for an open case and for a closed one."""

    heading: QLabel
    lead: QLabel
    day_label: QLabel
    day: QDateEdit
    until: KeepChoice
    hint: QLabel
    message: QLabel
    other_button: QPushButton
    erase_button: QPushButton
    back_button: QPushButton
    go_button: QPushButton

    def __init__(self, found: Standing, on: date, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=[KeepChoice])
        self._found = found
        self._on = on
        self._words = words
        self.answer: Answer | None = None
        for widget in (self.day_label, self.day):
            widget.setVisible(not found.closed)
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.day.dateChanged.connect(lambda _: self._count())
        self.day.dateChanged.connect(lambda _: fill(self.message, ""))
        self.other_button.setVisible(found.closed)
        self.erase_button.setVisible(found.closed)
        self.erase_button.clicked.connect(lambda: self._answer("erase"))
        self.other_button.clicked.connect(lambda: self._answer("reopen"))
        self.back_button.clicked.connect(self.reject)
        self.go_button.clicked.connect(self.submit)
        self._say()
        self._count()
        if found.until is not None and found.until > on:
            self.until.choose(found.until)  # Enter out of habit keeps it no shorter than was said
        fill(self.message, "")
        fit(self, _WIDTH_IN_LETTERS)
        self.until.setFocus()

    @classmethod
    def ask(cls, found: Standing, on: date, words: Wording, parent: QWidget | None = None) -> Answer | None:
        """What is to be done; None if the person thinks better of it."""
        dialog = cls(found, on, words, parent)
        dialog.exec()
        answer = dialog.answer
        dialog.deleteLater()
        return answer

    def submit(self) -> None:
        """Close or keep, if the days make sense; else say what does not."""
        try:
            if self._found.closed:
                ending.check_until(self._on, self.until.day())
            else:
                ending.closing(self._found, self._day(), self.until.day())
        except HrdError as error:
            fill(self.message, self._words.message(error))
            fit(self, _WIDTH_IN_LETTERS)
            return
        self._answer("keep" if self._found.closed else "close")

    def _answer(self, what: Literal["close", "keep", "reopen", "erase"]) -> None:
        self.answer = Answer(what, self._day(), self.until.day())
        self.accept()

    def _day(self) -> date:
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _count(self) -> None:
        self.until.count_from(self._on if self._found.closed else self._day(), self._words)

    def _say(self) -> None:
        found, words = self._found, self._words
        name = f"{found.alias} · {found.code}" if found.alias else found.code
        if not found.closed:
            self.heading.setText(self.tr("Close the case {case}").format(case=name))
            self.lead.setText(
                self.tr("It leaves the list of open cases and stays in the file. You can open it again at any time.")
            )
            self.go_button.setText(self.tr("C&lose the case"))
            return
        self.setWindowTitle(self.tr("Closed case"))
        self.heading.setText(self.tr("The case {case} is closed").format(case=name))
        told = []
        if found.closed_on is not None:
            told.append(self.tr("Closed on {day}.").format(day=words.day(found.closed_on)))
        if found.until is None:
            told.append(self.tr("Nobody has said until when it is kept."))
        else:
            told.append(self.tr("Kept until {day}.").format(day=words.day(found.until)))
        told.append(
            self.tr("Opened again, it stands where it was: {stage}.").format(stage=words.code("stage", found.before))
        )
        self.lead.setText(" ".join(told))
        self.other_button.setText(self.tr("&Open it again"))
        self.go_button.setText(self.tr("&Keep it until this day"))
