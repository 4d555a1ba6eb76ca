"""Brings cases in: everything is checked first and shown, and only then, when the person says so, written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QListWidget, QProgressBar, QPushButton, QWidget

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.forms import fit, load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Task, Tasks
from hrd_desktop.services import cases
from hrd_desktop.services.cases import ImportReport
from hrd_desktop.services.files import CaseFile

_WIDTH_IN_LETTERS = 60


class ImportDialog(QDialog):
    """First a dry run, then, on request, the import: all of the cases or none."""

    said: QLabel
    progress: QProgressBar
    found: QListWidget
    missing: QLabel
    message: QLabel
    cancel: QPushButton
    bring_in: QPushButton

    def __init__(
        self,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        on: date,
        paths: Sequence[Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self)
        self._language = language
        self._tasks = tasks
        self._work = partial(cases.import_cases, file, paths, on=on)
        self._task: Task | None = None
        self._importing = False
        self.codes: tuple[str, ...] = ()
        self.cancel.clicked.connect(self.reject)
        self.bring_in.clicked.connect(self._import)
        for widget in (self.found, self.missing, self.message):
            widget.hide()
        self._busy(self.tr("Checking the files…"))
        fit(self, _WIDTH_IN_LETTERS)
        self._task = tasks.database(partial(self._work, dry_run=True), done=self._checked, failed=self._failed)

    @classmethod
    def ask(
        cls, file: CaseFile, tasks: Tasks, language: Language, on: date, parent: QWidget | None = None
    ) -> tuple[str, ...]:
        """Asks for files, then shows the dialog; the codes of the cases that were brought in."""
        named, _ = QFileDialog.getOpenFileNames(parent, _title(), "", _kinds())
        if not named:
            return ()
        dialog = cls(file, tasks, language, on, [Path(name) for name in named], parent)
        dialog.exec()
        codes = dialog.codes
        dialog.deleteLater()
        return codes

    def reject(self) -> None:
        """Closes; an import that has begun is asked to stop first, and closes the dialog when it has."""
        if self._importing and self._task is not None:
            self._task.cancel()
            self.cancel.setEnabled(False)
        else:
            super().reject()

    def _import(self) -> None:
        self._importing = True
        self._busy(self.tr("Importing…"))
        self._task = self._tasks.database(
            self._work, done=self._imported, failed=self._failed, progress=self._progressed
        )

    def _checked(self, report: ImportReport) -> None:
        self._ready(self._counted(report))
        for code in report.codes:
            self.found.addItem(code)
        self.found.show()
        if report.missing:
            lines = [f"{entry.case}: {entry.file}" for entry in report.missing]
            self.missing.setText("\n".join([self.tr("These files are named in the cases but are not there:"), *lines]))
            self.missing.show()
        self.bring_in.setFocus()
        self._grow()

    def _counted(self, report: ImportReport) -> str:
        text = self.tr("Everything is in order. Cases: {cases}. Persons: {persons}. Nothing has been written yet.")
        return text.format(cases=len(report.codes), persons=report.persons)

    def _imported(self, report: ImportReport) -> None:
        self.codes = report.codes
        self.accept()

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def _failed(self, error: object) -> None:
        self._importing = False
        if isinstance(error, Cancelled):
            self.reject()
            return
        self._ready(self.tr("Nothing has been imported."))
        self.bring_in.hide()
        self.cancel.setText(self.tr("Close"))
        self.message.setText(sentence(error, self._language.lang))
        self.message.show()
        self._grow()

    def _busy(self, text: str) -> None:
        self.said.setText(text)
        self.progress.setMaximum(0)
        self.progress.show()
        self.bring_in.setEnabled(False)

    def _ready(self, text: str) -> None:
        self.said.setText(text)
        self.progress.hide()
        self.bring_in.setEnabled(True)

    def _grow(self) -> None:
        if self.isVisible():
            fit(self, _WIDTH_IN_LETTERS)


def _title() -> str:
    return QCoreApplication.translate("ImportDialog", "Cases to import")


def _kinds() -> str:
    return QCoreApplication.translate("ImportDialog", "Cases (*.json)")
