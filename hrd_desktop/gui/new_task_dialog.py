"""A new task from outside a case: which case, what, until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.gui.day_choice import DayChoice
from hrd_desktop.gui.forms import fit, load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import cases, today
from hrd_desktop.services.cases import CaseloadQuery, CaseloadRow
from hrd_desktop.services.files import CaseFile

_WIDTH_IN_LETTERS = 56
_PAUSE = 120  # ms after the last letter
_OFFERED = 6  # cases shown to choose from
_CODE = Qt.ItemDataRole.UserRole


class NewTaskDialog(QDialog):
    """The cases worked on last are offered at once; letters narrow them."""

    text: QLineEdit
    when: QWidget
    search: QLineEdit
    found: QListWidget
    message: QLabel
    cancel: QPushButton
    add: QPushButton

    def __init__(
        self,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self)
        self._file = file
        self._tasks = tasks
        self._language = language
        self._now = now
        self.day = DayChoice(now().date(), self.when)
        inside = QVBoxLayout(self.when)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.day)
        self.when.setFocusProxy(self.day)
        self.message.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.found.itemActivated.connect(lambda _: self.submit())
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.submit)
        row = self.fontMetrics().height() + 18
        self.found.setFixedHeight(row * 4)
        fit(self, _WIDTH_IN_LETTERS)
        self.text.setFocus()
        self._look()

    @classmethod
    def ask(
        cls,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> bool:
        """Whether a task was added."""
        dialog = cls(file, tasks, language, now, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

    def submit(self) -> None:
        """Adds the task, unless something is missing."""
        text, chosen = self.text.text().strip(), self.found.currentItem()
        if not text:
            self._say(self.tr("Write what is to be done."))
            self.text.setFocus()
        elif chosen is None:
            self._say(self.tr("Choose the case it belongs to."))
            self.search.setFocus()
        else:
            self.add.setEnabled(False)
            work = partial(today.add_task, self._file, chosen.data(_CODE), text, self.day.day(), at=self._now())
            self._tasks.database(work, done=self._added, failed=self._failed, owner=self)

    def keep_typed(self) -> None:
        """The window locks: a task with its case is added as if the button had been pressed."""
        if self.add.isEnabled() and self.text.text().strip() and self.found.currentItem() is not None:
            self.submit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the search into the cases found."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.found.setFocus()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        query = CaseloadQuery(text=self.search.text(), order="changed")
        work = partial(cases.list_cases, self._file, query, 0, _OFFERED)
        self._tasks.database(work, done=self._show, failed=self._failed, owner=self)

    def _show(self, rows: list[CaseloadRow]) -> None:
        self.found.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.alias} · {row.code}" if row.alias else row.code)
            item.setData(_CODE, row.code)
            self.found.addItem(item)
        if self.search.text() and rows:
            self.found.setCurrentRow(0)

    def _added(self, _: object) -> None:
        self.accept()

    def _failed(self, error: object) -> None:
        self.add.setEnabled(True)
        self._say(sentence(error, self._language.lang))

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.show()
        fit(self, _WIDTH_IN_LETTERS)
