"""How the windows behave that restore and rescue: one piece of work at a time, progress, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QProgressBar, QPushButton, QScrollArea, QWidget

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Task, Tasks

_SCREEN = 0.92  # of the screen a window takes at most


class CareDialog(QDialog):
    """Works without an open case file. Closing it stops what is under way, and forgets what was typed in secret."""

    body: QScrollArea
    said: QLabel
    progress: QProgressBar
    message: QLabel
    cancel: QPushButton

    def __init__(
        self, tasks: Tasks, language: Language, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.language = language
        self.now = now
        self._task: Task | None = None

    @property
    def working(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def begin(self) -> None:
        """Nothing under way, nothing said; to be called once the form is loaded."""
        self.cancel.clicked.connect(self.reject)
        self.progress.hide()
        show(self.said, "")
        show(self.message, "")

    def work(self, text: str, function: Callable[..., Any], done: Callable[[Any], object]) -> None:
        """Do something off the screen's thread; its answer goes to `done`."""
        show(self.message, "")
        show(self.said, text)
        self.progress.setMaximum(0)
        self.progress.show()
        self.set_free(False)
        self._task = self.tasks.pool(
            function, done=lambda answer: self._done(done, answer), failed=self._failed, progress=self._progressed,
            owner=self,
        )  # fmt: skip

    def set_free(self, free: bool) -> None:
        """Whether the fields may be used; the windows say which ones those are."""

    def tell(self, text: str) -> None:
        """Say what is not right."""
        show(self.message, text)

    def failed_with(self, error: Exception) -> None:
        """What the work raised; a window may do more than say it."""
        self.tell(sentence(error, self.language.lang))

    def reject(self) -> None:
        """Stops what is under way; closes the window when nothing is."""
        if self._task is None:
            super().reject()
        else:
            self._task.cancel()

    def done(self, result: int) -> None:
        """However the window goes, locking among the ways."""
        if self._task is not None:
            self._task.cancel()
        for field in self.findChildren(QLineEdit):
            if field.echoMode() == QLineEdit.EchoMode.Password:
                field.clear()
        super().done(result)

    def fit(self, letters: int) -> None:
        """So many letters wide and as high as what is shown needs, as far as the screen goes; the rest scrolls."""
        room = self.screen().availableSize() * _SCREEN
        width = int(min(self.fontMetrics().averageCharWidth() * letters, room.width()))
        ground, layout = self.body.widget(), self.layout()
        if ground is None or layout is None or (inner := ground.layout()) is None:
            return
        inner.activate()
        margins = layout.contentsMargins()
        inside = width - margins.left() - margins.right() - 24
        needed = inner.totalHeightForWidth(inside) if inner.hasHeightForWidth() else inner.totalSizeHint().height()
        self.body.setMinimumHeight(0)
        others = layout.totalHeightForWidth(width) - self.body.sizeHint().height()
        self.resize(width, int(min(needed + max(others, 0) + 8, room.height())))

    def _done(self, act: Callable[[Any], object], answer: Any) -> None:
        self._rest()
        act(answer)

    def _failed(self, error: object) -> None:
        self._rest()
        if isinstance(error, Exception) and not isinstance(error, Cancelled):
            self.failed_with(error)

    def _rest(self) -> None:
        self._task = None
        self.progress.hide()
        show(self.said, "")
        self.set_free(True)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)


def show(label: QLabel, text: str) -> None:
    """Show a text, or nothing at all where there is none."""
    label.setText(text)
    label.setVisible(bool(text))
