"""How the windows of a hand-over behave that work on the case file: one thing at a time, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.judgement import fill
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Task

_SCREEN = 0.92  # of the screen a window takes at most


class WorkDialog(QDialog):
    """A window with one piece of work at a time: progress shows, Cancel stops it, what fails is said in words."""

    said: QLabel
    progress: QProgressBar
    message: QLabel
    cancel: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._task: Task | None = None

    @property
    def working(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def begin(self) -> None:
        """Nothing under way, nothing said; to be called once the form is loaded."""
        self.cancel.clicked.connect(self.reject)
        self.progress.hide()
        for label in (self.said, self.message):
            label.hide()

    def work(self, text: str, function: Callable[..., Any], done: Callable[[Any], object]) -> None:
        """Do something in the thread of the case file; its answer goes to `done`."""
        fill(self.message, "")
        fill(self.said, text)
        self.progress.setMaximum(0)
        self.progress.show()
        self.set_free(False)
        self._task = self.desk.tasks.database(
            function, done=lambda answer: self._done(done, answer), failed=self._failed,
            progress=self._progressed, owner=self,
        )  # fmt: skip

    def set_free(self, free: bool) -> None:
        """Whether the fields may be used; the windows say which ones those are."""

    def stopped(self) -> None:
        """The work was stopped on request: nothing is left of it. The window closes."""
        super().reject()

    def tell(self, text: str) -> None:
        """Say what is not right."""
        fill(self.message, text)

    def reject(self) -> None:
        """Closes; work under way is asked to stop first, and closes the window when it has."""
        if self._task is None:
            super().reject()
        else:
            self._task.cancel()
            self.cancel.setEnabled(False)

    def done(self, result: int) -> None:
        """However the window goes, locking among the ways: nothing goes on for it, and no secret stays in a field."""
        if self._task is not None:
            self._task.cancel()
        for field in self.findChildren(QLineEdit):
            if field.echoMode() == QLineEdit.EchoMode.Password:
                field.clear()
        super().done(result)

    def _done(self, act: Callable[[Any], object], answer: Any) -> None:
        self._rest()
        act(answer)

    def _failed(self, error: object) -> None:
        self._rest()
        if isinstance(error, Cancelled):
            self.stopped()
        else:
            self.tell(sentence(error, self.desk.language.lang))

    def _rest(self) -> None:
        self._task = None
        self.progress.hide()
        fill(self.said, "")
        self.cancel.setEnabled(True)
        self.set_free(True)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)


def roomy(dialog: QWidget, letters: int, lines: int) -> None:
    """Make a window so many letters wide and lines high, as far as the screen goes; what does not fit scrolls."""
    room = dialog.screen().availableSize() * _SCREEN
    metrics = dialog.fontMetrics()
    dialog.resize(
        min(metrics.averageCharWidth() * letters, room.width()), min(metrics.lineSpacing() * lines, room.height())
    )
