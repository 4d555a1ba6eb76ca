"""Begins a case with the little that is known at the first meeting."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from hrd_desktop.gui.forms import fit, load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import cases
from hrd_desktop.services.files import CaseFile

_WIDTH_IN_LETTERS = 52


class NewCaseDialog(QDialog):
    """Code (suggested), alias, and a name; the rest is asked on the pages of the case."""

    code: QLineEdit
    alias: QLineEdit
    name: QLineEdit
    message: QLabel
    cancel: QPushButton
    begin: QPushButton

    def __init__(
        self, file: CaseFile, tasks: Tasks, language: Language, on: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self)
        self._file = file
        self._tasks = tasks
        self._language = language
        self._on = on
        self.message.hide()
        fit(self, _WIDTH_IN_LETTERS)
        self.cancel.clicked.connect(self.reject)
        self.begin.clicked.connect(self.submit)
        self.alias.setFocus()
        tasks.database(cases.suggest_code, file, on, done=self._suggested, failed=self._failed)

    @classmethod
    def ask(cls, file: CaseFile, tasks: Tasks, language: Language, on: date, parent: QWidget | None = None) -> str:
        """The code of the case that was begun, or an empty text."""
        dialog = cls(file, tasks, language, on, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        code = dialog.code.text().strip()
        dialog.deleteLater()
        return code if done else ""

    def submit(self) -> None:
        """Begins the case, unless something is missing."""
        code, alias, name = (field.text().strip() for field in (self.code, self.alias, self.name))
        for field, text, missing in (
            (self.code, code, self.tr("A case needs a code.")),
            (self.name, name, self.tr("A case needs a name to begin with; an assumed one will do.")),
        ):
            if not text:
                self._say(missing)
                field.setFocus()
                return
        self.begin.setEnabled(False)
        self._tasks.database(
            _begin, self._file, code, alias or None, name, self._on, done=self._begun, failed=self._failed
        )

    def keep_typed(self) -> None:
        """The window locks: a case with a name is begun as if the button had been pressed."""
        if self.begin.isEnabled() and self.code.text().strip() and self.name.text().strip():
            self.submit()

    def _begun(self, _: None) -> None:
        self.accept()

    def _suggested(self, code: str) -> None:
        if not self.code.text():
            self.code.setText(code)

    def _failed(self, error: object) -> None:
        self.begin.setEnabled(True)
        self._say(sentence(error, self._language.lang))

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.show()
        fit(self, _WIDTH_IN_LETTERS)


def _begin(file: CaseFile, code: str, alias: str | None, name: str, on: date) -> None:
    cases.new_case(file, code, alias=alias, name=name, on=on)
