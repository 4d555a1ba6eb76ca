"""How a packet is locked when it leaves: not at all, with a password, or sealed so that one person alone opens it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hrd_desktop.errors import HrdError
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.theme import GRID
from hrd_desktop.services import delivery
from hrd_desktop.services.delivery import Closing

Lock = Literal["plain", "password", "key", "passphrase"]


class PacketLock(QWidget):
    """A drop-down, and the field that the choice needs."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = QuietCombo(self)
        self.secret, self.again = QLineEdit(self), QLineEdit(self)
        self.keys = QPlainTextEdit(self)
        self.keys.setTabChangesFocus(True)
        self.hint = text_label(self, "small")
        self.wrong = text_label(self, "error")
        for line in (self.secret, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textEdited.connect(lambda _: self._edited())
        self.keys.textChanged.connect(self._edited)
        self._secret_label, self._again_label, self._keys_label = (QLabel(self) for _ in range(3))
        pairs: list[tuple[QLabel, QWidget]] = [
            (self._secret_label, self.secret),
            (self._again_label, self.again),
            (self._keys_label, self.keys),
        ]
        for label, field in pairs:
            label.setBuddy(field)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        twice = QGridLayout()
        twice.setHorizontalSpacing(GRID)
        twice.setVerticalSpacing(GRID // 2)
        for place, (label, field) in enumerate(pairs[:2]):
            twice.addWidget(label, 0, place, Qt.AlignmentFlag.AlignBottom)
            twice.addWidget(field, 1, place)
            twice.setColumnStretch(place, 1)
        column.addWidget(self.how)
        column.addLayout(twice)
        for widget in (self._keys_label, self.keys, self.hint, self.wrong):
            column.addWidget(widget)
        self.setFocusProxy(self.how)
        self._retranslate()
        self.how.chosen.connect(lambda _: self._chosen())
        self._chosen()

    @property
    def kind(self) -> Lock:
        """What is chosen."""
        chosen: Lock = self.how.currentData()
        return chosen

    def closing(self) -> Closing:
        """What closes the files."""
        match self.kind:
            case "password":
                return Closing(password=self.secret.text())
            case "passphrase":
                return Closing(passphrase=self.secret.text())
            case "key":
                return Closing(keys=tuple(self.keys.toPlainText().split()))
        return Closing()

    def refusal(self, lang: str) -> str:
        """What is not right with it, in words; empty if it can be used."""
        if self.kind == "plain":
            return ""
        if self.kind == "key" and not self.closing().keys:
            return self.tr("Enter the key of the person who will open it.")
        if self.kind != "key" and not self.secret.text():
            return self.tr("Choose the words that open it.")
        try:
            delivery.check(self.closing())
        except HrdError as error:
            return sentence(error, lang)
        if self.kind != "key" and self.secret.text() != self.again.text():
            return self.tr("The two are not the same.")
        return ""

    def show_refusal(self, text: str) -> None:
        """Say under the field, instead of the hint, what is not right, and bring it to the keyboard."""
        fill(self.wrong, text)
        self.hint.setVisible(not text)
        if text:
            (self.keys if self.kind == "key" else self.secret).setFocus()

    def forget(self) -> None:
        """Nothing that was typed stays."""
        self.secret.clear()
        self.again.clear()
        self.keys.clear()

    def _chosen(self) -> None:
        kind = self.kind
        typed = kind in ("password", "passphrase")
        for widget in (self._secret_label, self.secret, self._again_label, self.again):
            widget.setVisible(typed)
        for of_key in (self._keys_label, self.keys):
            of_key.setVisible(kind == "key")
        self.keys.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 2 * GRID)
        hints = {
            "plain": self.tr("Whoever has the file can read it."),
            "password": self.tr("A PDF that asks for the password (AES-256). Tell the password another way."),
            "key": self.tr("A file that only the holder of this key opens, with the public program age."),
            "passphrase": self.tr("A file that opens with these words, with the public program age. Tell them "
                                  "another way."),
        }  # fmt: skip
        fill(self.hint, hints[kind])
        self._secret_label.setText(self.tr("Password") if kind == "password" else self.tr("Passphrase"))
        self._again_label.setText(self.tr("The same once more"))
        self._keys_label.setText(self.tr("Key of the recipient (begins with age1)"))
        self.secret.setAccessibleName(self._secret_label.text())
        self.again.setAccessibleName(self._again_label.text())
        self.keys.setAccessibleName(self._keys_label.text())
        self._edited()

    def _edited(self) -> None:
        fill(self.wrong, "")
        self.hint.show()
        self.changed.emit()

    def _retranslate(self) -> None:
        self.how.fill(
            [
                ("plain", self.tr("Not locked")),
                ("password", self.tr("Locked with a password")),
                ("key", self.tr("Sealed to the key of a person")),
                ("passphrase", self.tr("Sealed with a passphrase")),
            ],
            None,
        )
        self.how.show_code("plain")
        self.how.setAccessibleName(self.tr("How it is locked"))
