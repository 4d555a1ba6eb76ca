"""Handing cases over: to whom, what goes with them, how it is sealed; then what to do with the file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from hrd_desktop import paths
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.hand_over_cases import CasePicker
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_secret import SecretField
from hrd_desktop.gui.hand_over_words import consent_warning, whole_key, written
from hrd_desktop.gui.hand_over_work import WorkDialog, roomy
from hrd_desktop.gui.judgement import fill
from hrd_desktop.services import handing, sharing
from hrd_desktop.services.handing import Sealed
from hrd_desktop.services.sharing import Unagreed

_LETTERS, _LINES = 84, 44


class HandOverDialog(WorkDialog):
    """Nothing is written before a place was chosen; nothing is said to be written before it was read back."""

    heading: QLabel
    steps: QStackedWidget
    form: QScrollArea
    ended: QScrollArea
    harm: QLabel
    cases: CasePicker
    other: QLineEdit
    other_hint: QLabel
    recipient: QuietCombo
    consent: QLabel
    by_key: QRadioButton
    by_passphrase: QRadioButton
    key: QPlainTextEdit
    key_hint: QLabel
    secret: SecretField
    agreed: QCheckBox
    done_heading: QLabel
    written: QLabel
    next_1: QLabel
    next_2: QLabel
    next_3: QLabel
    go: QPushButton

    def __init__(self, desk: Desk, codes: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        load_form(self, own=[CasePicker, SecretField, QuietCombo])
        self.begin()
        self._sealed = False
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
        self.secret.begin(desk.tasks, desk.language)
        for button in (self.by_key, self.by_passphrase):
            button.toggled.connect(lambda _: self._show_way())
        self.cases.failed.connect(self._failed)
        self.cases.changed.connect(self._ask_consent)
        self.cases.begin(desk, codes)
        self.go.clicked.connect(self.submit)
        fill(self.consent, "")
        self._show_way()
        self.other.setFocus()
        roomy(self, _LETTERS, _LINES)

    @classmethod
    def ask(cls, desk: Desk, codes: Sequence[str] = (), parent: QWidget | None = None) -> bool:
        """Show it with these cases chosen; whether a file was written."""
        dialog = cls(desk, codes, parent)
        dialog.exec()
        sealed = dialog._sealed
        dialog.deleteLater()
        return sealed

    def submit(self) -> None:
        """Seal and write, if everything is filled in; once that is done, close."""
        if self._sealed:
            self.accept()
            return
        refusal, where = self._refusal()
        self.tell(refusal)
        if refusal:
            where.setFocus()
            self.form.ensureWidgetVisible(where)
            return
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
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where to write the sealed file"),
            str(suggested),
            self.tr("Hand-over (*.hrdcase)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None

    def set_free(self, free: bool) -> None:
        self.form.setEnabled(free)
        self.go.setEnabled(free)

    def _key(self) -> str:
        return whole_key(self.key.toPlainText())

    def _refusal(self) -> tuple[str, QWidget]:
        if not self.cases.codes:
            return self.tr("Choose at least one case."), self.cases.list
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
        self._sealed = True
        self.done_heading.setText(self.tr("Sealed, and read back"))
        self.written.setText(written(sealed))
        self.next_1.setText(self.tr("1. Bring or send this one file, by the way that you agreed on. Nothing was sent."))
        by_passphrase = self.tr("2. Tell the passphrase another way: never in the message that carries the file.")
        by_key = self.tr("2. It opens only in the case file whose key you pasted. Keep no other copy of it.")
        self.next_2.setText(by_passphrase if self.by_passphrase.isChecked() else by_key)
        self.next_3.setText(
            self.tr("3. Ask for the receipt, a small file that comes back. Take it in under “File > Hand over and "
                    "travel”: then you know that the cases arrived, and can close them here.")
        )  # fmt: skip
        self.secret.forget()
        self.steps.setCurrentWidget(self.ended)
        self.heading.hide()
        self.cancel.hide()
        self.go.setText(self.tr("Close"))
        self.go.setFocus()
