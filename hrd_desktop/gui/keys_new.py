"""A new passphrase for a case file, typed twice: whoever lets one be suggested writes it down and then types it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from hrd_desktop.gui.caps_lock import CapsLockWatch
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.hand_over_secret import SecretField
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import GRID, role


class NewPassphrase(QWidget):
    """The suggestion fills the first field alone, in sight; the second is her own hand, from the paper."""

    entered = Signal()
    """Enter was pressed in the second field."""
    grown = Signal()
    """There is more to show than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.secret = SecretField(self)
        self.suggestion = text_label(self, "strong")  # whole, where the field may be too narrow
        self.note = text_label(self)
        for label in (self.suggestion, self.note):
            fill(label, "")
        self.again_label = QLabel(self.tr("The same once more"), self)
        role(self.again_label, "strong")
        self.again = QLineEdit(self)
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.again.setAccessibleName(self.tr("The same passphrase once more"))
        self.again_label.setBuddy(self.again)
        self.caps = text_label(self, "attention")
        fill(self.caps, "")
        watch = CapsLockWatch(self.again)
        watch.changed.connect(lambda on: fill(self.caps, self.tr("Caps Lock is on.") if on else ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.secret, self.suggestion, self.note, self.again_label, self.again, self.caps):
            column.addWidget(widget)
        self.setFocusProxy(self.secret)
        self.secret.suggest.clicked.connect(self._suggested)
        self.secret.changed.connect(self._changed)
        self.secret.show_it.toggled.connect(self._reveal)
        self.secret.line.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)

    def begin(self, tasks: Tasks, language: Language) -> None:
        """To be called once."""
        self.secret.begin(tasks, language)

    @property
    def text(self) -> str:
        """What is typed in the first field."""
        return self.secret.text

    def refusal(self) -> tuple[str, QWidget]:
        """What is not right yet, and where; an empty text if it can be tried."""
        if not self.text:
            return self.tr("Type the new passphrase, or let one be suggested."), self.secret.line
        if self.text != self.again.text():
            return self.tr("The two passphrases are not the same."), self.again
        return "", self

    def _suggested(self) -> None:
        self.again.clear()
        self.again.setFocus()
        fill(self.suggestion, self.text)
        fill(self.note, self.tr("Write it down on paper now, and keep the paper away from this computer. Then type it "
                                "once more below."))  # fmt: skip
        self.grown.emit()

    def forget(self) -> None:
        """Nothing of it stays."""
        self.secret.forget()
        self.again.clear()
        fill(self.suggestion, "")
        fill(self.note, "")

    def _changed(self) -> None:
        if self.text != self.suggestion.text():
            fill(self.suggestion, "")
            fill(self.note, "")

    def _reveal(self, shown: bool) -> None:
        self.again.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
