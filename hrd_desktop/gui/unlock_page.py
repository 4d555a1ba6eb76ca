"""The first page: opens a case file, or makes one.

The story of one unlocking: the fields are locked, the key is derived in the database thread (about a second), and
either `opened` carries the case file away, or a sentence says what is wrong and the fields are free again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QLineEdit, QProgressBar, QPushButton, QScrollArea, QWidget

from hrd_desktop.errors import (
    BadRecoveryCode,
    DatabaseDamaged,
    DatabaseMissing,
    HrdError,
    KeysDamaged,
    KeysMissing,
    PairMismatch,
    WeakPassphrase,
    WrongSecret,
)
from hrd_desktop.gui import unlock_work
from hrd_desktop.gui.caps_lock import CapsLockWatch
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.keys_office import KeysOffice
from hrd_desktop.gui.keys_strength import StrengthMeter
from hrd_desktop.gui.lock_reason import LockReason, Reason
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.new_file import ask_new_file
from hrd_desktop.gui.place_note import PlaceNote
from hrd_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from hrd_desktop.services.files import CaseFile

LEAST = 15  # characters; services refuse less, a test holds the two together
_WIDTH_IN_LETTERS = 46
_HAD_BACK = (DatabaseDamaged, DatabaseMissing, KeysDamaged, KeysMissing, PairMismatch)
"""What is wrong with a file of which something may be had back."""


class UnlockPage(QWidget):
    """Passphrase first: that is where the cursor is when the window appears."""

    opened = Signal(object)
    """The unlocked case file."""
    damaged = Signal(object, str)
    """Why a file does not open of which something may be had back, and the secret that was typed for it."""
    language_asked = Signal(str)
    opened_with = Signal(str, bool)
    """After `opened`: what was typed, to be kept no longer than needed, and whether the file is a new one."""

    scroller: QScrollArea
    heading: QLabel
    lead: QLabel
    reason: LockReason
    card: QFrame
    path: QLineEdit
    choose: QPushButton
    place: PlaceNote
    passphrase_label: QLabel
    passphrase: QLineEdit
    show_passphrase: QPushButton
    rule: StrengthMeter
    suggest: QPushButton
    suggestion: QLabel
    suggested: QLabel
    again_label: QLabel
    again: QLineEdit
    caps_lock: QLabel
    message: QLabel
    go: QPushButton
    progress: QProgressBar
    other: QPushButton
    office: QPushButton
    rescue: QPushButton
    language: QPushButton

    def __init__(
        self,
        tasks: Tasks,
        language: Language,
        path: Path,
        *,
        calibrate: bool = True,
        now: Callable[[], datetime] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`now` tells the day that the key of a new file is said to be made."""
        super().__init__(parent)
        load_form(self, own=[LockReason, PlaceNote, StrengthMeter])
        self._tasks = tasks
        self._language = language
        self.calibrate = calibrate
        self._now = now
        self._key_file = ""  # of the office, as it was named last
        self.by = ""  # the initials of whoever sits here
        self._making = not path.exists()
        self._error: object = None
        self.refused: Reason | None = None  # why the file that is being opened must not stay open
        self.path.setText(str(path))
        self.place.watch(self.path, tasks, language)
        self.rule.watch(self.passphrase, tasks, language)
        self.suggest.clicked.connect(self._suggest)
        self.office.clicked.connect(self._ask_office)
        self.go.clicked.connect(self.submit)
        for field in (self.path, self.passphrase, self.again):
            field.returnPressed.connect(self.submit)
        self.passphrase.textEdited.connect(self._typed)
        self.again.textEdited.connect(self._typed)
        self.show_passphrase.toggled.connect(self._reveal)
        self.choose.clicked.connect(self._choose)
        self.other.clicked.connect(lambda: self.set_making(not self._making))
        self.language.clicked.connect(lambda: self.language_asked.emit("en" if language.lang == "fr" else "fr"))
        self._caps_lock = CapsLockWatch(self.passphrase, self.again)
        self._caps_lock.changed.connect(self.caps_lock.setVisible)
        self.caps_lock.hide()
        self.progress.hide()
        self.set_making(self._making)

    @property
    def file(self) -> Path:
        """The case file that is named now."""
        return Path(self.path.text().strip()).expanduser()

    def set_making(self, making: bool) -> None:
        """Make a new case file, or open one that is there."""
        self._making = making
        self._say(None)
        self._retranslate()
        for widget in (self.rule, self.suggest, self.again_label, self.again):
            widget.setVisible(making)
        self._hide_suggestion()
        self.office.setVisible(not making)
        self.passphrase.setFocus()

    def reset(self) -> None:
        """As it is after locking: nothing typed, ready to open what was just locked."""
        for field in (self.passphrase, self.again):
            field.clear()
        self.show_passphrase.setChecked(False)
        self._lock_fields(False)
        self.set_making(not self.file.exists())

    def refuse(self, reason: Reason) -> bool:
        """Somebody goes away while a file is being opened: it is locked again at once. Whether one is."""
        if self.go.isEnabled():
            return False
        self.refused = reason
        return True

    def submit(self) -> None:
        """Opens or makes; refuses at once what cannot work."""
        if not self.go.isEnabled():
            return
        self.refused = None
        passphrase = self.passphrase.text()
        if not self.path.text().strip():
            self._say(self.tr("Choose a case file first."))
            self.path.setFocus()
        elif not passphrase and self._making:
            self._say(self.tr("Type a passphrase, or let one be suggested."))
            self.passphrase.setFocus()
        elif not passphrase:
            self._say(self.tr("Type the passphrase or the recovery code."))
            self.passphrase.setFocus()
        elif self._making and len(passphrase) < LEAST:
            self._say(WeakPassphrase(least=LEAST))
            self.passphrase.setFocus()
        elif self._making and passphrase != self.again.text():
            self._say(self.tr("The two passphrases are not the same."))
            self.again.setFocus()
        else:
            self._say(None)
            self._lock_fields(True)
            making, on = self._making, self._now().date() if self._now is not None else None
            work = partial(unlock_work.make, calibrate=self.calibrate, on=on) if making else unlock_work.open_file
            done = partial(self._opened, passphrase, making)
            self._tasks.database(work, self.file, passphrase, self.by, done=done, failed=self._failed, owner=self)

    def _ask_office(self) -> None:
        """Quiet, because few have the office's key."""
        if not self.path.text().strip():
            self._say(self.tr("Choose a case file first."))
            self.path.setFocus()
            return
        self._say(None)
        dialog = KeysOffice(self._key_file, self)
        dialog.given.connect(partial(self._open_with_office, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_with_office(self, dialog: KeysOffice, key_file: Path, passphrase: str) -> None:
        self.refused = None
        self._key_file = str(key_file)
        self._lock_fields(True)
        self._tasks.database(
            unlock_work.open_with_key, self.file, key_file, passphrase, self.by,
            done=partial(self._office_opened, dialog), failed=partial(self._office_failed, dialog), owner=self,
        )  # fmt: skip

    def _office_opened(self, dialog: KeysOffice, file: CaseFile) -> None:
        if shiboken6.isValid(dialog):
            dialog.done(KeysOffice.DialogCode.Accepted)
        self._opened("", False, file)

    def _office_failed(self, dialog: KeysOffice, error: object) -> None:
        self._lock_fields(False)
        if shiboken6.isValid(dialog) and dialog.isVisible():
            dialog.refuse(sentence(error, self._language.lang))
        else:
            self._say(error)

    def _opened(self, typed: str, made: bool, file: CaseFile) -> None:
        self.reset()
        self.path.setText(str(file.path))
        self.opened.emit(file)
        self.opened_with.emit(typed, made)

    def _failed(self, error: object) -> None:
        self._lock_fields(False)
        self._say(error)
        self.passphrase.setFocus()
        if isinstance(error, WrongSecret | BadRecoveryCode):
            self.passphrase.selectAll()
        elif isinstance(error, _HAD_BACK):
            self.damaged.emit(error, self.passphrase.text())

    def _lock_fields(self, busy: bool) -> None:
        for widget in (
            self.path, self.choose, self.passphrase, self.show_passphrase, self.suggest, self.again, self.go,
            self.other, self.office,
        ):  # fmt: skip
            widget.setEnabled(not busy)
        self.progress.setVisible(busy)

    def _say(self, what: object) -> None:
        """An error, a sentence, or nothing; an error is said again when the language changes."""
        self._error = what
        is_error = isinstance(what, Exception)
        self.message.setText(sentence(what, self._language.lang) if is_error else str(what or ""))
        self.message.setVisible(what is not None)
        wrong = isinstance(what, HrdError) and isinstance(what, WrongSecret | WeakPassphrase | BadRecoveryCode)
        if self.passphrase.property("wrong") != wrong:
            self.passphrase.setProperty("wrong", wrong)
            self.passphrase.style().polish(self.passphrase)

    def _typed(self) -> None:
        self._say(None)
        if self.passphrase.text() != self.suggestion.text():
            self._hide_suggestion()

    def _hide_suggestion(self) -> None:
        self.suggestion.clear()
        self.suggestion.hide()
        self.suggested.hide()

    def _suggest(self) -> None:
        """In the first field and in sight; the second one is typed, from the paper."""
        from hrd_desktop.services import strength  # with its lists of words, too much for the start

        self._say(None)
        self.passphrase.setText(strength.suggest(self._language.lang))
        self.passphrase.setCursorPosition(0)
        self.again.clear()
        self.show_passphrase.setChecked(True)
        self.suggestion.setText(self.passphrase.text())  # whole: the field is too narrow for it
        self.suggestion.show()
        self.suggested.show()
        self.again.setFocus()
        # Once the new lines have their places.
        QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(self.again))

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
        self.again.setEchoMode(mode)
        self.passphrase.setFocus()

    def _choose(self) -> None:
        folder = str(self.file.parent)
        if self._making:
            out = ask_new_file(self, self.tr("New case file"), self.file)
            named = "" if out is None else str(out)
        else:
            named = QFileDialog.getExistingDirectory(
                self, self.tr("The folder of the case file, its name ends in .hrd"), folder
            )
        if named:
            self.path.setText(named)
            self._say(None)
            self.passphrase.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Texts that depend on what is being done follow the language; so does the card's width the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_error"):
            self._retranslate()
            if isinstance(self._error, Exception):
                self._say(self._error)
            elif self._error:
                self._say(None)
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange) and hasattr(self, "card"):
            self._fit()

    def _retranslate(self) -> None:
        if self._making:
            self.heading.setText(self.tr("Make a case file"))
            self.passphrase_label.setText(self.tr("Passphrase"))
            self.go.setText(self.tr("Make the case file"))
            self.other.setText(self.tr("Open a case file that is there"))
        else:
            self.heading.setText(self.tr("Open a case file"))
            self.passphrase_label.setText(self.tr("Passphrase, or the recovery code from its sheet"))
            self.go.setText(self.tr("Open"))
            self.other.setText(self.tr("Make a new case file instead"))
        self.language.setText("English" if self._language.lang == "fr" else "Français")
        self.passphrase.setAccessibleName(self.passphrase_label.text())
        rule = self.tr(
            "At least {least} characters: five or six ordinary words in a row are easy to keep and hard to guess. "
            "Nobody can bring it back; a recovery sheet, made right afterwards, opens the file too."
        )
        self.rule.say_hint(rule.format(least=LEAST))
        self._fit()

    def _fit(self) -> None:
        width = self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS
        self.card.setFixedWidth(max(420, min(width, 720)))
