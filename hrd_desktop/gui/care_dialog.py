"""How the windows behave that restore and rescue: they work without an open case file, and fit what they show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QScrollArea, QWidget

from hrd_desktop.gui.forms import fit_scrolled
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.working_dialog import WorkingDialog


class CareDialog(WorkingDialog):
    """One piece of work at a time, beside the thread of the case file. Stopped, the window stays for another try."""

    body: QScrollArea

    def __init__(
        self, tasks: Tasks, language: Language, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(tasks.pool, language, parent)
        self.tasks = tasks
        self.now = now

    def fit(self, letters: int) -> None:
        """So many letters wide and as high as what is shown needs, as far as the screen goes; the rest scrolls."""
        self.body.setMinimumHeight(0)
        fit_scrolled(self, self.body, letters, shrinks=True)
