"""Handing cases over: to whom, what goes with them, how it is sealed; then what to do with the file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from hrd_desktop import paths
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.hand_over_cases import CasePicker
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_secret import SecretField
from hrd_desktop.gui.hand_over_words import consent_warning, whole_key
from hrd_desktop.gui.hand_over_work import roomy
from hrd_desktop.gui.hand_over_writing import WritingDialog
from hrd_desktop.gui.new_file import ask_new_file
from hrd_desktop.services import handing, sharing
from hrd_desktop.services.handing import Sealed
from hrd_desktop.services.sharing import Unagreed

_LETTERS, _LINES = 84, 44


class HandOverDialog(WritingDialog):
    """Nothing is written before a place was chosen; nothing is said to be written before it was read back."""

    harm: QLabel
    other: QLineEdit
    other_hint: QLabel
    recipient: QuietCombo
    consent: QLabel
    by_key: QRadioButton
    by_passphrase: QRadioButton
    key: QPlainTextEdit
    key_hint: QLabel
    agreed: QCheckBox

    def __init__(self, desk: Desk, codes: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        load_form(self, own=[CasePicker, SecretField, QuietCombo])
        self.begin()
        self.harm.setText(
            self.tr("The file is as dangerous as the cases in it. Hand over only what that person needs, by the way "
                    "that you agreed on with them.")
        )  # fmt: skip
        said = self.tr("Inside it says that it comes from: {by}.").format(by=desk.by)
        nobody = self.tr("It does not say from whom it comes: your initials are not set (Settings).")
        self.other_hint.setText(" ".join([self.other_hint.text(), said if desk.by else nobody]))
        words = desk.language.words
        self.recipient.fill([(code, words.code("recipient", code)) for code in sharing.RECIPIENTS], None)
        self.recipient.show_code(sharing.RECIPIENTS[0])
        self.recipient.chosen.connect(lambda _: self._ask_consent())
        self.key.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 18)
        for button in (self.by_key, self.by_passphrase):
            button.toggled.connect(lambda _: self._show_way())
        self.cases.changed.connect(self._ask_consent)
        self.begin_with(codes)
        fill(self.consent, "")
        self._show_way()
        self.cases.setFocus()  # with large letters the fields below are not in sight yet
        roomy(self, _LETTERS, _LINES)

    @classmethod
    def ask(cls, desk: Desk, codes: Sequence[str] = (), parent: QWidget | None = None) -> bool:
        """Show it with these cases chosen; whether a file was written."""
        dialog = cls(desk, codes, parent)
        dialog.exec()
        sealed = dialog.made
        dialog.deleteLater()
        return sealed

    def _write(self) -> None:
        out = self.choose_file(paths.documents() / handing.suggest_name(self.desk.now()))
        if out is None:
            return
        work = partial(
            handing.seal, self.desk.file, self.cases.codes, out, at=self.desk.now(), by=self.desk.by,
            other=self.other.text().strip(),
            passphrase=self.secret.text if self.by_passphrase.isChecked() else None,
            keys=() if self.by_passphrase.isChecked() else (self._key(),),
        )  # fmt: skip
        self.work(self.tr("Sealing, writing and reading back…"), work, self._written)

    def choose_file(self, suggested: Path) -> Path | None:
        """Ask where to write, a place where nothing is yet; None if the person thinks better of it."""
        return ask_new_file(
            self, self.tr("Where to write the sealed file"), suggested, self.tr("Hand-over (*.hrdcase)")
        )

    def _key(self) -> str:
        return whole_key(self.key.toPlainText())

    def _refusal(self) -> tuple[str, QWidget]:
        refusal, where = super()._refusal()
        if refusal:
            return refusal, where
        if not self.other.text().strip():
            return self.tr("Say who receives it: later that is how you find out who has the cases."), self.other
        if self.by_key.isChecked() and not self._key():
            return self.tr("Paste the key of the person who will open it."), self.key
        if self.by_passphrase.isChecked() and not self.secret.text:
            return self.tr("Choose the words that open it."), self.secret.line
        if not self.agreed.isChecked():
            return self.tr(
                "Agree first on the way on which the file goes, and tell the persons concerned."
            ), self.agreed
        return "", self

    def _show_way(self) -> None:
        by_key = self.by_key.isChecked()
        self.key.setVisible(by_key)
        self.key_hint.setVisible(by_key)
        self.secret.setVisible(not by_key)

    def _ask_consent(self) -> None:
        """Look up who has not agreed; the answer to an older question is not shown."""
        asked = (self.cases.codes, str(self.recipient.currentData()))
        self.desk.tasks.database(
            sharing.unagreed, self.desk.file, *asked, self.desk.now().date(),
            done=lambda found: self._tell_consent(asked, found), failed=self._failed, owner=self,
        )  # fmt: skip

    def _tell_consent(self, asked: tuple[tuple[str, ...], str], found: list[Unagreed]) -> None:
        if asked == (self.cases.codes, str(self.recipient.currentData())):
            fill(self.consent, consent_warning(found, self.recipient.currentText()))

    def _written(self, sealed: Sealed) -> None:
        by_passphrase = self.tr("2. Tell the passphrase another way: never in the message that carries the file.")
        by_key = self.tr("2. It opens only in the case file whose key you pasted. Keep no other copy of it.")
        steps = (
            self.tr("1. Bring or send this one file, by the way that you agreed on. Nothing was sent."),
            by_passphrase if self.by_passphrase.isChecked() else by_key,
            self.tr("3. Ask for the receipt, a small file that comes back. Take it in under “File > Hand over and "
                    "travel”: then you know that the cases arrived, and can close them here."),
        )  # fmt: skip
        self._over(sealed, self.tr("Sealed, and read back"), steps)
