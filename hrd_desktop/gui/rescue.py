"""From the unlock page to what can be had back: by hand, when a file does not open, or when its check found damage."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.file_care import FileCare
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.rescue_dialog import RescueDialog
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.unlock_page import UnlockPage


class Rescue(QObject):
    """Opens the window of rescue, and puts what came of it on the unlock page."""

    def __init__(
        self,
        unlock: UnlockPage,
        care: FileCare,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        lock: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._unlock = unlock
        self._tasks = tasks
        self._language = language
        self._now = now
        self._lock = lock
        unlock.rescue.clicked.connect(self._asked)
        unlock.damaged.connect(self.open)
        care.rescue_asked.connect(self._lock_and_open)

    def open(self, error: object = None, secret: str = "") -> None:
        """Show what can be had back of the file that is named; with a secret it looks at once."""
        trouble = sentence(error, self._language.lang) if isinstance(error, Exception) else ""
        opens = RescueDialog.ask(
            self._tasks, self._language, self._now, self._unlock.file, secret, trouble=trouble, parent=self._unlock
        )
        if opens is not None:
            self._unlock.path.setText(str(opens))
            self._unlock.reset()

    def _asked(self, _checked: bool) -> None:
        self.open()

    def _lock_and_open(self) -> None:
        self._lock()
        self.open()
