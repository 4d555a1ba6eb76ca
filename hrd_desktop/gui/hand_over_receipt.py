"""A receipt that came back: which hand-over it confirms, and what can be closed now."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from hrd_desktop.gui.forms import fill, fit, load_form
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_words import receipt_found, receipt_what
from hrd_desktop.gui.hand_over_work import WorkDialog
from hrd_desktop.services import handing
from hrd_desktop.services.handing import Received

_WIDTH_IN_LETTERS = 64

translate = QCoreApplication.translate


class HandOverReceipt(WorkDialog):
    """Says what is proved; closing a case is another step, taken by people."""

    found: QLabel
    what: QLabel
    close_case: QPushButton

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        load_form(self)
        self.begin()
        self.received: Received | None = None
        self.close_case.hide()
        self.close_case.clicked.connect(self.accept)
        fill(self.found, "")
        fill(self.what, "")
        self.work(
            self.tr("Looking at the receipt…"),
            partial(handing.receipt, desk.file, path, at=desk.now(), by=desk.by),
            self._came,
        )
        fit(self, _WIDTH_IN_LETTERS)

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget | None = None) -> str:
        """Ask for a receipt and show what it says; the code of the case that somebody wants to close, or nothing."""
        title = translate("HandOverReceipt", "The receipt that came back")
        kinds = translate("HandOverReceipt", "Receipt (*.hrdreceipt)")
        name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
        if not name:
            return ""
        dialog = cls(desk, Path(name), parent)
        wanted = dialog.exec() == HandOverReceipt.DialogCode.Accepted
        code = dialog.received.archive[0] if wanted and dialog.received is not None else ""
        dialog.deleteLater()
        return code

    def _came(self, received: Received) -> None:
        self.received = received
        words = self.desk.language.words
        fill(self.found, receipt_found(received, words))
        fill(self.what, receipt_what(received, words))
        # Of several cases none is meant more than the others: they are closed one by one, where they stand.
        self.close_case.setVisible(len(received.archive) == 1)
        (self.close_case if self.close_case.isVisibleTo(self) else self.cancel).setFocus()
        fit(self, _WIDTH_IN_LETTERS)

    def _failed(self, error: object) -> None:
        super()._failed(error)
        fit(self, _WIDTH_IN_LETTERS)
