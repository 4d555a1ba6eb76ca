"""How the windows of a hand-over behave that work on the case file: one thing at a time, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.working_dialog import WorkingDialog

_SCREEN = 0.92  # of the screen a window takes at most


class WorkDialog(WorkingDialog):
    """One piece of work at a time, in the thread of the case file. Stopped, the window closes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.tasks.database, desk.language, parent)
        self.desk = desk

    def stopped(self) -> None:
        """Nothing is left of the work: the window closes."""
        super().reject()

    def reject(self) -> None:
        """Closes; work under way is asked to stop first, and closes the window when it has."""
        stopping = self.working
        super().reject()
        if stopping:
            self.cancel.setEnabled(False)

    def _rest(self) -> None:
        self.cancel.setEnabled(True)
        super()._rest()


def roomy(dialog: QWidget, letters: int, lines: int) -> None:
    """Make a window so many letters wide and lines high, as far as the screen goes; what does not fit scrolls."""
    room = dialog.screen().availableSize() * _SCREEN
    metrics = dialog.fontMetrics()
    dialog.resize(
        min(metrics.averageCharWidth() * letters, room.width()), min(metrics.lineSpacing() * lines, room.height())
    )
