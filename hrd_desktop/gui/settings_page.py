"""Preferences: language, light or dark, text size, minutes until the program locks. Each takes effect at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.i18n import LANGUAGES
from hrd_desktop.gui.preferences import Preferences
from hrd_desktop.settings import IDLE_MINUTES, LONGEST_INITIALS, TEXT_SIZES

_WIDTH_IN_LETTERS = 52


class SettingsPage(QWidget):
    """One column of choices; there is nothing to confirm."""

    keys_asked = Signal()

    column: QWidget
    language: QComboBox
    mode: QComboBox
    text_size: QComboBox
    idle: QComboBox
    finish: QComboBox
    remember: QCheckBox
    initials: QLineEdit
    keys_label: QLabel
    keys_button: QPushButton

    def __init__(self, preferences: Preferences, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self._preferences = preferences
        self._lang = lang
        self._boxes = {
            "language": self.language,
            "mode": self.mode,
            "text_percent": self.text_size,
            "idle_minutes": self.idle,
            "finish_packet": self.finish,
        }
        self._retranslate()
        for name, box in self._boxes.items():
            box.activated.connect(lambda _, name=name, box=box: preferences.change(**{name: box.currentData()}))
        self.remember.toggled.connect(self._remember)
        self.initials.setMaxLength(LONGEST_INITIALS)
        self.initials.editingFinished.connect(self._sign)
        preferences.changed.connect(self._show)
        self.keys_button.clicked.connect(self.keys_asked)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Whether a case file is open: only then can something be done about its keys."""
        self.keys_label.setVisible(is_open)
        self.keys_button.setVisible(is_open)

    def _remember(self, on: bool) -> None:
        self._preferences.change(remember_folder=on, **({} if on else {"last_file": ""}))

    def _sign(self) -> None:
        text = "".join(c for c in self.initials.text() if c.isprintable()).strip()
        self._preferences.change(initials=text)

    def _show(self) -> None:
        now = self._preferences.now
        self._lang = now.language or self._lang
        for name, box in self._boxes.items():
            value = self._lang if name == "language" else getattr(now, name)
            box.setCurrentIndex(box.findData(value))
        if not self.initials.hasFocus():
            self.initials.setText(now.initials)
        with QSignalBlocker(self.remember):
            self.remember.setChecked(now.remember_folder)

    def changeEvent(self, event: QEvent) -> None:
        """The choices follow the language, the column the text size."""
        super().changeEvent(event)
        if hasattr(self, "_boxes") and event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._retranslate()

    def _retranslate(self) -> None:
        _fill(self.language, LANGUAGES.items())
        _fill(
            self.mode,
            [("system", self.tr("As the computer")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
        )
        _fill(self.text_size, [(percent, self.tr("{percent} %").format(percent=percent)) for percent in TEXT_SIZES])
        _fill(
            self.idle,
            [(n, self.tr("1 minute") if n == 1 else self.tr("{count} minutes").format(count=n)) for n in IDLE_MINUTES],
        )
        _fill(self.finish, [(False, self.tr("Stop it")), (True, self.tr("Finish it first, then lock"))])
        self._show()
        self.column.setFixedWidth(min(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS, 800))


def _fill(box: QComboBox, choices: Iterable[tuple[object, str]]) -> None:
    box.clear()
    for value, text in choices:
        box.addItem(text, value)
