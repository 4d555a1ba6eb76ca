"""The last look before a packet leaves: who gets it, what it is, its lock, the recipient typed once more."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from hrd_desktop.gui.forms import fill, fit, load_form
from hrd_desktop.gui.packet_lock import PacketLock
from hrd_desktop.services import delivery
from hrd_desktop.services.delivery import Closing
from hrd_desktop.services.packets import PacketOptions

_WIDTH_IN_LETTERS = 62


@dataclass(frozen=True)
class Leaving:
    """What closes the files, and the recipient as it was typed."""

    closing: Closing
    typed: str


class LeaveDialog(QDialog):
    """Nothing leaves before the recipient that is typed is the recipient that was chosen."""

    heading: QLabel
    what: QLabel
    lock_label: QLabel
    lock: PacketLock
    typed_label: QLabel
    typed: QLineEdit
    wrong: QLabel
    back_button: QPushButton
    go_button: QPushButton

    def __init__(
        self, options: PacketOptions, recipient: str, what: str, lang: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, own=[PacketLock])
        self._options = options
        self._recipient = recipient
        self._lang = lang
        self.heading.setText(self.tr("This packet goes to: {recipient}").format(recipient=recipient))
        self.what.setText(what)
        self.typed_label.setText(self.tr("To be sure, type who receives it: {recipient}").format(recipient=recipient))
        self.typed.setAccessibleName(self.typed_label.text())
        self.typed.textEdited.connect(lambda _: fill(self.wrong, ""))
        self.typed.returnPressed.connect(self.submit)
        self.lock.changed.connect(self._fit)
        self.wrong.hide()
        self.go_button.clicked.connect(self.submit)
        self.back_button.clicked.connect(self.reject)
        self.typed.setFocus()
        self._fit()

    @classmethod
    def ask(
        cls, options: PacketOptions, recipient: str, what: str, lang: str, parent: QWidget | None = None
    ) -> Leaving | None:
        """Show it; None if the person thinks better of it."""
        dialog = cls(options, recipient, what, lang, parent)
        went_on = dialog.exec() == QDialog.DialogCode.Accepted
        answer = Leaving(dialog.lock.closing(), dialog.typed.text()) if went_on else None
        dialog.lock.forget()
        dialog.deleteLater()
        return answer

    def submit(self) -> None:
        """Go on, if everything agrees; else say what does not."""
        refusal = self.lock.refusal(self._lang)
        self.lock.show_refusal(refusal)
        self._fit()
        if refusal:
            return
        if delivery.says(self.typed.text(), self._options.recipient, self._options.on):
            self.accept()
            return
        fill(
            self.wrong,
            self.tr("This is not who was chosen ({recipient}). Nothing was written.").format(recipient=self._recipient),
        )
        self._fit()
        self.typed.selectAll()
        self.typed.setFocus()

    def _fit(self) -> None:
        layout = self.lock.layout()
        assert layout is not None
        layout.activate()  # what was just shown or hidden there counts
        fit(self, _WIDTH_IN_LETTERS)
