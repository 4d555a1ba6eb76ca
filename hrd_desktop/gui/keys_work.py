"""How the windows behave in which keys are changed: what does not fit scrolls, and no secret stays in a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hrd_desktop.gui.hand_over_work import WorkDialog
from hrd_desktop.gui.keys_code import CodeField
from hrd_desktop.gui.keys_new import NewPassphrase


class KeysWork(WorkDialog):
    """One piece of work at a time, in the thread of the case file. A change that has begun is not broken off."""

    succeeded = Signal(str)
    """It is done; what to say of it."""

    def open_for(self, done: Callable[[str], object]) -> None:
        """Opens over its window and goes when it is closed; `done` hears what to say of it."""
        self.succeeded.connect(done)
        self.finished.connect(self.deleteLater)
        self.open()

    def reject(self) -> None:
        """Not while a key is being written: that takes a second, and its outcome must be known."""
        if not self.working:
            super().reject()

    def done(self, result: int) -> None:
        """However the window goes, locking among the ways, nothing that was typed stays."""
        super().done(result)
        for line in self.findChildren(QLineEdit):
            line.clear()
        for text in self.findChildren(QPlainTextEdit):
            text.clear()
        for code in self.findChildren(CodeField):
            code.forget()
        for new in self.findChildren(NewPassphrase):
            new.forget()
