"""The key of this case file that others seal to: to be copied, or read out group by group."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from hrd_desktop.gui.forms import fit, load_form
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_work import WorkDialog
from hrd_desktop.services import handing

_WIDTH_IN_LETTERS = 62
_GROUP, _IN_LINE = 4, 4
_SAID_FOR = 4000  # ms


class HandOverKey(WorkDialog):
    """Anybody may have this key: it closes a file, and opens none."""

    key: QLineEdit
    aloud: QLabel
    copied: QLabel
    copy: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        load_form(self)
        self.begin()
        self.copied.hide()
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPointSizeF(self.font().pointSizeF())
        self.aloud.setFont(letters)
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self.take_copy)
        self._forget = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._forget.timeout.connect(self.copied.hide)
        fit(self, _WIDTH_IN_LETTERS)
        desk.tasks.database(handing.own_key, desk.file, done=self._came, failed=self._failed, owner=self)

    @classmethod
    def show_for(cls, desk: Desk, parent: QWidget | None = None) -> None:
        """Show it until it is closed."""
        dialog = cls(desk, parent)
        dialog.exec()
        dialog.deleteLater()

    def take_copy(self) -> None:
        """Put the key where it can be pasted from."""
        QGuiApplication.clipboard().setText(self.key.text())
        self.copied.show()
        fit(self, _WIDTH_IN_LETTERS)
        self._forget.start()

    def _came(self, key: str) -> None:
        self.key.setText(key)
        self.key.setCursorPosition(0)
        self.aloud.setText(grouped(key))
        self.copy.setEnabled(True)
        self.copy.setFocus()
        fit(self, _WIDTH_IN_LETTERS)


def grouped(key: str) -> str:
    """A key in groups of four letters, four groups to a line, as one reads it out and writes it down."""
    groups = [key[at : at + _GROUP] for at in range(0, len(key), _GROUP)]
    return "\n".join("  ".join(groups[at : at + _IN_LINE]) for at in range(0, len(groups), _IN_LINE))
