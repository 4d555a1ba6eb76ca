"""Opening with the office key, from the unlock page: its file, and the passphrase of that file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from hrd_desktop import paths
from hrd_desktop.gui.forms import fill, fit_scrolled, load_form

_LETTERS = 62


class KeysOffice(QDialog):
    """Asks, and waits for what the page makes of the answer."""

    given = Signal(object, str)
    """The path of the key file, and the passphrase that was typed for it."""

    body: QScrollArea
    path: QLineEdit
    choose: QPushButton
    passphrase: QLineEdit
    show_it: QCheckBox
    progress: QProgressBar
    message: QLabel
    cancel: QPushButton
    go: QPushButton

    def __init__(self, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self.path.setText(path)
        self.progress.hide()
        fill(self.message, "")
        self.choose.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.submit)
        for field in (self.path, self.passphrase):
            field.returnPressed.connect(self.submit)
        self.show_it.toggled.connect(self._reveal)
        fit_scrolled(self, self.body, _LETTERS)
        (self.passphrase if path else self.path).setFocus()

    def submit(self) -> None:
        """Give the answer, if there is one."""
        if not self.go.isEnabled():
            return
        if not self.path.text().strip():
            fill(self.message, self.tr("Choose the file of the office key first."))
            self.path.setFocus()
        elif not self.passphrase.text():
            fill(self.message, self.tr("Type the passphrase of the key file."))
            self.passphrase.setFocus()
        else:
            self._set_busy(True)
            self.given.emit(Path(self.path.text().strip()).expanduser(), self.passphrase.text())

    def refuse(self, text: str) -> None:
        """Say why it did not open."""
        self._set_busy(False)
        fill(self.message, text)
        fit_scrolled(self, self.body, _LETTERS)
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def reject(self) -> None:
        """Not while it is being tried."""
        if self.go.isEnabled():
            super().reject()

    def done(self, result: int) -> None:
        """However the window goes, nothing that was typed in secret stays."""
        self.passphrase.clear()
        super().done(result)

    def _set_busy(self, busy: bool) -> None:
        fill(self.message, "")
        self.progress.setVisible(busy)
        for widget in (self.body, self.cancel, self.go):
            widget.setEnabled(not busy)

    def _reveal(self, shown: bool) -> None:
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _choose(self) -> None:
        start = self.path.text().strip() or str(paths.documents())
        named, _ = QFileDialog.getOpenFileName(self, self.tr("The file of the office key"), start)
        if named:
            self.path.setText(named)
            self.passphrase.setFocus()
