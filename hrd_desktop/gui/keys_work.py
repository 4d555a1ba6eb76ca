"""How the windows behave in which keys are changed: what does not fit scrolls, and no secret stays in a field."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea

from hrd_desktop.gui.hand_over_work import WorkDialog
from hrd_desktop.gui.keys_code import CodeField
from hrd_desktop.gui.keys_new import NewPassphrase

_SCREEN = 0.92  # of the screen a window takes at most


class KeysWork(WorkDialog):
    """One piece of work at a time, in the thread of the case file. A change that has begun is not broken off."""

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

    def fit(self, body: QScrollArea, letters: int) -> None:
        """So many letters wide and as high as what is shown needs, as far as the screen goes; the rest scrolls."""
        room = self.screen().availableSize() * _SCREEN
        width = int(min(self.fontMetrics().averageCharWidth() * letters, room.width()))
        ground, layout = body.widget(), self.layout()
        if ground is None or layout is None or (inner := ground.layout()) is None:
            return
        inner.activate()
        margins = layout.contentsMargins()
        inside = width - margins.left() - margins.right() - 24
        needed = inner.totalHeightForWidth(inside) if inner.hasHeightForWidth() else inner.totalSizeHint().height()
        layout.activate()
        others = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        others -= body.sizeHint().height()
        height = int(min(needed + max(others, 0) + 8, room.height()))
        self.resize(width, max(height, self.height() if self.isVisible() else 0))
