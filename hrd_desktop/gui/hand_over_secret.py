"""A new passphrase: typed or suggested, with how strong it is, in words, while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.caps_lock import CapsLockWatch
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.keys_strength import StrengthMeter
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import GRID
from hrd_desktop.services import strength


class SecretField(QWidget):
    """One line, that can be shown; a suggestion is shown at once, because somebody has to be told it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language | None = None
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(self.tr("Passphrase"))
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.show_it = QCheckBox(self.tr("Show it"), self)
        self.show_it.toggled.connect(self._show)
        self.suggest = QPushButton(self.tr("Suggest one"), self)
        self.suggest.setAutoDefault(False)
        self.suggest.clicked.connect(self._suggest)
        self.strong = StrengthMeter(self)
        self.caps = text_label(self, "attention")
        fill(self.caps, "")
        self._caps_lock = CapsLockWatch(self.line)
        self._caps_lock.changed.connect(lambda on: fill(self.caps, self.tr("Caps Lock is on.") if on else ""))
        beside = FlowBox(self)
        beside.flow.addWidget(self.show_it)
        beside.flow.addWidget(self.suggest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self.line, self.caps, self.strong, beside):
            column.addWidget(widget)
        self.setFocusProxy(self.line)
        self.strong.say_hint(self.tr("Several words that do not belong together are strong and easy to tell."))

    def begin(self, tasks: Tasks, language: Language) -> None:
        """To be called once: the language is that of its words and of what it suggests."""
        self._language = language
        self.strong.watch(self.line, tasks, language)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def _show(self, on: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _suggest(self) -> None:
        lang = self._language.lang if self._language is not None else "en"
        self.line.setText(strength.suggest(lang))
        self.line.setCursorPosition(0)
        self.show_it.setChecked(True)
        self.line.setFocus()

    def forget(self) -> None:
        """Nothing of it stays."""
        self.line.clear()
        self.show_it.setChecked(False)
