"""How a window behaves that does one piece of work at a time: progress shows, and there is a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Task


class WorkingDialog(QDialog):
    """Closing it stops what is under way, and forgets what was typed in secret. What fails is said in words."""

    said: QLabel
    progress: QProgressBar
    message: QLabel
    cancel: QPushButton

    def __init__(self, start: Callable[..., Task], language: Language, parent: QWidget | None = None) -> None:
        """`start` is `Tasks.database` or `Tasks.pool`: in which thread the work is done."""
        super().__init__(parent)
        self.language = language
        self._start = start
        self._task: Task | None = None

    @property
    def working(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def begin(self) -> None:
        """Nothing under way, nothing said; to be called once the form is loaded."""
        self.cancel.clicked.connect(self.reject)
        self.progress.hide()
        fill(self.said, "")
        fill(self.message, "")

    def work(self, text: str, function: Callable[..., Any], done: Callable[[Any], object]) -> None:
        """Do something off the screen's thread; its answer goes to `done`."""
        fill(self.message, "")
        fill(self.said, text)
        self.progress.setMaximum(0)
        self.progress.show()
        self.set_free(False)
        self._task = self._start(
            function, done=lambda answer: self._done(done, answer), failed=self._failed, progress=self._progressed,
            owner=self,
        )  # fmt: skip

    def set_free(self, free: bool) -> None:
        """Whether the fields may be used; the windows say which ones those are."""

    def stopped(self) -> None:
        """The work was stopped on request: nothing is left of it. The windows say whether they close then."""

    def tell(self, text: str) -> None:
        """Say what is not right."""
        fill(self.message, text)

    def failed_with(self, error: object) -> None:
        """What the work raised; a window may do more than say it."""
        self.tell(sentence(error, self.language.lang))

    def reject(self) -> None:
        """Stops what is under way; closes the window when nothing is."""
        if self._task is None:
            super().reject()
        else:
            self._task.cancel()

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
            self.failed_with(error)

    def _rest(self) -> None:
        self._task = None
        self.progress.hide()
        fill(self.said, "")
        self.set_free(True)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)
