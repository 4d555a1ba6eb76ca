"""A case file that does not open: what can be had back, in plain words, and a button for each way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from hrd_desktop import paths
from hrd_desktop.errors import WrongSecret
from hrd_desktop.gui.care_dialog import CareDialog
from hrd_desktop.gui.care_words import moment
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.new_file import ask_new_file
from hrd_desktop.gui.restore_dialog import RestoreDialog
from hrd_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from hrd_desktop.services.damage import Offers
    from hrd_desktop.services.salvaging import Report
    from hrd_desktop.wording import Wording

_LETTERS = 76
_MOST_CODES = 6


class RescueDialog(CareDialog):
    """Looks first, and only looks; then keys, a backup, or the cases that can be read, as the person chooses."""

    lead: QLabel
    path: QLineEdit
    choose: QPushButton
    secret: QLineEdit
    keys_card: QFrame
    keys_text: QLabel
    keys_button: QPushButton
    backup_card: QFrame
    backup_text: QLabel
    backup_button: QPushButton
    salvage_card: QFrame
    salvage_text: QLabel
    salvage_harm: QLabel
    salvage_button: QPushButton
    nothing_text: QLabel
    done_text: QLabel
    other: QPushButton
    go: QPushButton

    def __init__(
        self,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        path: Path,
        secret: str = "",
        *,
        trouble: str = "",
        by: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`trouble` is why the file did not open, in words; with a `secret` it looks at once."""
        super().__init__(tasks, language, now, parent)
        load_form(self)
        self.begin()
        self._by = by
        self._offers: Offers | None = None
        self._settled = QTimer(self, singleShot=True, interval=0)  # once Qt has laid out what is shown
        self._settled.timeout.connect(self._show_first)
        self.opens: Path | None = None
        self.path.setText(str(path))
        self.secret.setText(secret)
        if trouble:
            self.lead.setText(trouble + "\n" + self.lead.text())
        self.choose.clicked.connect(self._choose)
        self.go.clicked.connect(self.look)
        self.keys_button.clicked.connect(self.rebuild_keys)
        self.backup_button.clicked.connect(self.restore)
        self.salvage_button.clicked.connect(self.salvage)
        self.other.clicked.connect(self._restore_other)
        for field in (self.path, self.secret):
            field.textEdited.connect(lambda _: self._forget())
        fill(self.done_text, "")
        self._show()
        self.secret.setFocus()
        if secret:
            self.look()

    @classmethod
    def ask(
        cls,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        path: Path,
        secret: str = "",
        *,
        trouble: str = "",
        by: str = "",
        parent: QWidget | None = None,
    ) -> Path | None:
        """The case file to open now: one that was restored, or the one whose keys are back; None for neither."""
        dialog = cls(tasks, language, now, path, secret, trouble=trouble, by=by, parent=parent)
        dialog.exec()
        opens = dialog.opens
        dialog.deleteLater()
        return opens

    def look(self) -> None:
        """Look for all that can be had back; nothing is written."""
        path, secret = self.path.text().strip(), self.secret.text()
        if not path:
            self.tell(self.tr("Choose a case file first."))
            self.fit(_LETTERS)
            self.path.setFocus()
        elif not secret:
            self.tell(self.tr("Type the passphrase."))
            self.fit(_LETTERS)
            self.secret.setFocus()
        elif not self.working:
            text = self.tr("Looking at the case file and at every backup of it…")
            self.work(text, partial(_offers, Path(path).expanduser(), secret), self._seen)

    def rebuild_keys(self) -> None:
        """Put the keys of a backup in the place of those that are lost."""
        if self._offers is not None and self._offers.keys_from is not None:
            work = partial(
                _rebuild, self._offers.path, self._offers.keys_from.path, self.secret.text(), self.now(), self._by
            )
            self.work(self.tr("Rebuilding the keys, and proving them…"), work, self._rebuilt)

    def restore(self) -> None:
        """Restore the good backup, in a window of its own."""
        if self._offers is not None and self._offers.backup is not None:
            self._restore(self._offers.backup.path)

    def salvage(self) -> None:
        """Write the cases that can be read into a new folder."""
        if self._offers is None:
            return
        suggested = paths.documents() / self.tr("Cases that could be read")
        out = ask_new_file(self, self.tr("A new folder for the cases"), suggested)
        if out is not None:
            words = self.language.words
            work = partial(_salvage, self._offers.path, self.secret.text(), out, words)
            self.work(self.tr("Reading case by case, and writing…"), work, self._salvaged)

    def set_free(self, free: bool) -> None:
        """The fields wait while something is under way."""
        buttons = (self.choose, self.keys_button, self.backup_button, self.salvage_button, self.other, self.go)
        for widget in (self.path, self.secret, *buttons):
            widget.setEnabled(free)

    def failed_with(self, error: object) -> None:
        """A wrong secret is typed again."""
        super().failed_with(error)
        if isinstance(error, WrongSecret):
            self.secret.setFocus()
            self.secret.selectAll()
        self.fit(_LETTERS)

    def _seen(self, offers: Offers) -> None:
        self._offers = offers
        self._show()
        offered = (
            (self.keys_card, self.keys_button),
            (self.backup_card, self.backup_button),
            (self.salvage_card, self.salvage_button),
        )
        first = next((button for card, button in offered if not card.isHidden()), self.other)
        first.setFocus()
        self._settled.start()

    def _show_first(self) -> None:
        """In a low window the first offer comes to the top."""
        cards = (self.keys_card, self.backup_card, self.salvage_card, self.nothing_text)
        first = next((card for card in cards if not card.isHidden()), None)
        if first is not None and self.body.verticalScrollBar().maximum():
            self.body.verticalScrollBar().setValue(first.y())

    def _show(self) -> None:
        found = self._offers
        self.keys_card.setVisible(found is not None and found.keys_from is not None)
        self.backup_card.setVisible(found is not None and found.backup is not None)
        # Where only the keys are lost, nothing has to be picked out of the file.
        self.salvage_card.setVisible(
            found is not None
            and bool(found.readable or found.in_part)
            and (found.keys_from is None or bool(found.in_part or found.gone))
        )
        if found is not None:
            self.keys_text.setText(self._say_keys(found))
            self.backup_text.setText(self._say_backup(found))
            self.salvage_text.setText(self._say_salvage(found))
        fill(self.nothing_text, self._say_nothing(found) if found is not None and found.nothing else "")
        self.go.setVisible(found is None)
        self.fit(_LETTERS)

    def _say_keys(self, found: Offers) -> str:
        if found.keys_from is None:
            return ""
        return self.tr(
            "They are in the backup of {moment}. They are written only if this passphrase opens the case file with "
            "them. Nothing of the cases is lost. Keys that were revoked after that backup open the file again: look "
            "at them afterwards."
        ).format(moment=moment(found.keys_from.made_at, self.language))

    def _say_backup(self, found: Offers) -> str:
        if found.backup is None:
            return ""
        lines = [
            self.tr("Made {moment}. Cases in it: {count}.").format(
                moment=moment(found.backup.made_at, self.language), count=found.backup.cases
            )
        ]
        if found.readable is None:
            lines.append(self.tr("What was changed after it would be lost."))
        elif found.changed:
            text = self.tr("Changed after it, as far as can be read: {codes}. These changes would be lost.")
            lines.append(text.format(codes=self._codes(found.changed)))
        else:
            lines.append(self.tr("As far as can be read, nothing was changed after it."))
        return "\n".join(lines)

    def _say_salvage(self, found: Offers) -> str:
        lines = [self.tr("Whole, as far as can be told: {count}.").format(count=len(found.readable or ()))]
        if found.in_part:
            text = self.tr("In part: {count} ({codes}).")
            lines.append(text.format(count=len(found.in_part), codes=self._codes(found.in_part)))
        if found.gone:
            text = self.tr("Not at all: {count} ({codes}).")
            lines.append(text.format(count=len(found.gone), codes=self._codes(found.gone)))
        return "\n".join(lines)

    def _say_nothing(self, found: Offers) -> str:
        if found.backups_seen:
            return self.tr(
                "There are backups of this file ({count}), but this passphrase opens none that is good. Try the "
                "passphrase you had before, or the recovery code. Keep the damaged file as it is."
            ).format(count=found.backups_seen)
        return self.tr(
            "No backup was found here, and nothing can be read. Plug in the stick or disk with backups and look "
            "again. Keep the damaged file as it is: somebody who recovers data from disks may still help."
        )

    def _codes(self, codes: tuple[str, ...]) -> str:
        shown = [code or "?" for code in codes[:_MOST_CODES]]
        return ", ".join([*shown, "…"] if len(codes) > _MOST_CODES else shown)

    def _rebuilt(self, aside: Path | None) -> None:
        assert self._offers is not None
        self.opens = self._offers.path
        text = self.tr("The keys are back. Close this window and open the case file.")
        if aside is not None:
            text += "\n" + self.tr("What was there is kept as {name}.").format(name=aside.name)
        self._forget()
        self._over(text)

    def _salvaged(self, report: Report) -> None:
        parts = len(report.cases) - len(report.whole)
        text = self.tr("Cases written whole: {whole}; in part: {parts}. They are in {path}").format(
            whole=len(report.whole), parts=parts, path=str(report.place)
        )
        self._over(text + "\n" + self.tr("A list in that folder says what is lost."))

    def _over(self, text: str) -> None:
        fill(self.done_text, text)
        self.go.hide()
        self.fit(_LETTERS)
        self.body.ensureWidgetVisible(self.done_text)
        self.cancel.setFocus()

    def _restore_other(self) -> None:
        self._restore(None)

    def _restore(self, backup: Path | None) -> None:
        secret = self.secret.text() if backup is not None else ""
        made = RestoreDialog.ask(self.tasks, self.language, self.now, backup, secret=secret, by=self._by, parent=self)
        if made is not None:
            self.opens = made
            self.accept()

    def _forget(self) -> None:
        self._offers = None
        fill(self.message, "")
        fill(self.done_text, "")
        self._show()

    def _choose(self) -> None:
        named = QFileDialog.getExistingDirectory(
            self, self.tr("The folder of the case file, its name ends in .hrd"), self.path.text()
        )
        if named:
            self.path.setText(named)
            self._forget()
            self.secret.setFocus()


def _offers(path: Path, secret: str, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Offers:
    from hrd_desktop.services import damage

    return damage.offers(path, secret, progress=progress, cancelled=cancelled)


def _rebuild(path: Path, backup: Path, secret: str, at: datetime, by: str) -> Path | None:
    from hrd_desktop.services import damage

    return damage.rebuild_keys(path, backup, secret, at=at, by=by)


def _salvage(
    path: Path,
    secret: str,
    out: Path,
    words: Wording,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Report:
    from hrd_desktop.services import salvaging

    return salvaging.salvage(path, secret, out, words, progress=progress, cancelled=cancelled)
