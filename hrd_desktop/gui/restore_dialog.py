"""Restoring a backup: first what is in it, then a new place; nothing that is there is touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from hrd_desktop import paths
from hrd_desktop.errors import OtherCaseFile, WrongSecret
from hrd_desktop.gui import care_work
from hrd_desktop.gui.care_dialog import CareDialog
from hrd_desktop.gui.care_words import moment
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.new_file import ask_new_file
from hrd_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from hrd_desktop.services.backups import Contents
    from hrd_desktop.services.files import CaseFile
    from hrd_desktop.services.whereabouts import Whereabouts

_LETTERS = 68


class RestoreDialog(CareDialog):
    """Three steps in one window: which backup and its secret; what is in it and where to; done."""

    lead: QLabel
    backup: QLineEdit
    choose_backup: QPushButton
    secret_label: QLabel
    secret: QLineEdit
    contents: QLabel
    target_label: QLabel
    target: QLineEdit
    choose_target: QPushButton
    target_hint: QLabel
    place: QLabel
    done_text: QLabel
    go: QPushButton

    def __init__(
        self,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        backup: Path | None = None,
        *,
        secret: str = "",
        file: CaseFile | None = None,
        by: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`file` is the open case file: its own backups need no secret then."""
        super().__init__(tasks, language, now, parent)
        load_form(self)
        self.begin()
        self._file = file
        self._by = by
        self._found: Contents | None = None
        self.restored: Path | None = None
        self.backup.setText("" if backup is None else str(backup))
        self.secret.setText(secret)
        self.choose_backup.clicked.connect(self._choose_backup)
        self.choose_target.clicked.connect(self._choose_target)
        self.go.clicked.connect(self.submit)
        for field in (self.backup, self.secret):
            field.textEdited.connect(lambda _: self._again())
        self.target.editingFinished.connect(self._look_at_place)
        self._show_secret(file is None)
        fill(self.place, "")
        fill(self.done_text, "")
        self._show()
        (self.secret if backup is not None and file is None else self.backup).setFocus()
        if backup is not None and (file is not None or secret):
            self.submit()

    @classmethod
    def ask(
        cls,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        backup: Path | None = None,
        *,
        secret: str = "",
        file: CaseFile | None = None,
        by: str = "",
        parent: QWidget | None = None,
    ) -> Path | None:
        """The case file that was made of a backup, or None."""
        dialog = cls(tasks, language, now, backup, secret=secret, file=file, by=by, parent=parent)
        dialog.exec()
        restored = dialog.restored
        dialog.deleteLater()
        return restored

    def submit(self) -> None:
        """The next step, whichever it is."""
        if self.working:
            return
        if self.restored is not None:
            self.accept()
        elif self._found is None:
            self._look()
        else:
            self._restore(self._found)

    def set_free(self, free: bool) -> None:
        """The fields wait while something is under way."""
        for widget in (self.backup, self.choose_backup, self.secret, self.target, self.choose_target, self.go):
            widget.setEnabled(free)

    def failed_with(self, error: object) -> None:
        """Of another case file the secret has to be asked; a wrong one is typed again."""
        if isinstance(error, OtherCaseFile) and self.secret.isHidden():
            self._show_secret(True)
            self.secret.setFocus()
            self.fit(_LETTERS)
            self.tell(self.tr("This is a backup of another case file. Type the passphrase that opened it then."))
            return
        super().failed_with(error)
        if isinstance(error, WrongSecret):
            self.secret.setFocus()
            self.secret.selectAll()

    def _look(self) -> None:
        path, secret = self._path(), self._secret()
        if path is None:
            self.tell(self.tr("Choose a backup first. Its name ends in .hrdbackup."))
            self.backup.setFocus()
        elif not secret:
            self.tell(self.tr("Type the passphrase."))
            self.secret.setFocus()
        else:
            self.work(self.tr("Looking into the backup…"), partial(_inspect, path, secret), self._seen)

    def _seen(self, found: Contents) -> None:
        self._found = found
        lines = [
            self.tr("Made: {moment}").format(moment=moment(found.made_at, self.language)),
            self.tr("Cases in it: {count}").format(count=found.cases),
        ]
        if found.last_change is not None:
            lines.append(self.tr("Last change: {moment}").format(moment=moment(found.last_change, self.language)))
        self.contents.setText("\n".join(lines))
        if not self.target.text():
            self.target.setText(str(_free(paths.documents() / self._suggested(found))))
        self._show()
        self._look_at_place()
        self.target.setFocus()

    def _suggested(self, found: Contents) -> str:
        return self.tr("Cases of {day}").format(day=found.made_at.astimezone().date().isoformat()) + ".hrd"

    def _restore(self, found: Contents) -> None:
        text, secret = self.target.text().strip(), self._secret()
        if not text:
            self.tell(self.tr("Choose where the new case file is to be."))
            self.target.setFocus()
            return
        work = partial(_restore, found.path, secret, Path(text).expanduser(), self.now(), self._by)
        self.work(self.tr("Restoring, and reading back…"), work, self._restored)

    def _restored(self, place: Path) -> None:
        self.restored = place
        self.done_text.setText(self.tr("Restored and read back. The new case file is {path}").format(path=str(place)))
        self._show()

    def _again(self) -> None:
        if self._found is not None:
            self._found = None
            self._show()
        fill(self.message, "")

    def _show(self) -> None:
        seen, over = self._found is not None, self.restored is not None
        self.contents.setVisible(seen)
        for widget in (self.target_label, self.target, self.choose_target, self.target_hint):
            widget.setVisible(seen and not over)
        self.place.setVisible(seen and not over and bool(self.place.text()))
        self.done_text.setVisible(over)
        self.cancel.setHidden(over)
        if over:
            self.go.setText(self.tr("Done"))
        else:
            self.go.setText(self.tr("Restore it") if seen else self.tr("See what is in it"))
        self.fit(_LETTERS)

    def _show_secret(self, shown: bool) -> None:
        self.secret_label.setVisible(shown)
        self.secret.setVisible(shown)

    def _path(self) -> Path | None:
        text = self.backup.text().strip()
        return Path(text).expanduser() if text else None

    def _secret(self) -> str | CaseFile:
        return self._file if self._file is not None and self.secret.isHidden() else self.secret.text()

    def _look_at_place(self) -> None:
        text = self.target.text().strip()
        if text and self._found is not None:
            work = partial(care_work.look, Path(text).expanduser())
            self.tasks.pool(work, done=self._tell_place, failed=lambda _: None, owner=self)

    def _tell_place(self, places: tuple[Whereabouts, ...]) -> None:
        from hrd_desktop.services import whereabouts

        text = "\n".join(whereabouts.advice(place, self.language.words) for place in places)
        if text != self.place.text():
            self.place.setText(text)
            self._show()

    def _choose_backup(self) -> None:
        start = self.backup.text().strip() or str(paths.backups())
        named, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a backup"), start, self.tr("Backups") + " (*.hrdbackup)"
        )
        if named:
            self.backup.setText(named)
            self._again()

    def _choose_target(self) -> None:
        out = ask_new_file(self, self.tr("New case file"), self.target.text())
        if out is not None:
            self.target.setText(str(out))
            self._look_at_place()


def _inspect(path: Path, secret: str | CaseFile) -> Contents:
    from hrd_desktop.services import backups

    return backups.inspect(path, secret)


def _restore(
    path: Path,
    secret: str | CaseFile,
    target: Path,
    at: datetime,
    by: str,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Path:
    from hrd_desktop.services import backups

    place, _ = backups.restore(path, secret, target, at=at, by=by, progress=progress, cancelled=cancelled)
    return place


def _free(path: Path) -> Path:
    """The name, or the first like it that is not taken."""
    names = (path.with_stem(f"{path.stem} {n}") if n > 1 else path for n in range(1, 1000))
    return next((free for free in names if not free.exists()), path)
