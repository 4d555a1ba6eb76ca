"""Backups: when the last good one was, one more now, a second place for them, and going back to one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QWidget,
)

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui import care_work
from hrd_desktop.gui.backup_keeper import BackupKeeper
from hrd_desktop.gui.care_words import moment
from hrd_desktop.gui.care_work import BackupState
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.restore_dialog import RestoreDialog
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import backups
from hrd_desktop.services.backups import Backup
from hrd_desktop.services.files import CaseFile

_WIDTH_IN_LETTERS = 72
_MEGABYTE = 1024 * 1024


class BackupsPage(QWidget):
    """One column. The backup itself belongs to the keeper: leaving the page does not stop it."""

    column: QWidget
    last: QLabel
    lead: QLabel
    now_button: QPushButton
    stop_button: QPushButton
    said: QLabel
    progress: QProgressBar
    message: QLabel
    second_text: QLabel
    choose_button: QPushButton
    forget_button: QPushButton
    found: QListWidget
    none: QLabel
    restore_button: QPushButton
    other_button: QPushButton

    def __init__(
        self,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        keeper: BackupKeeper,
        by: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self)
        self._file = file
        self._tasks = tasks
        self._language = language
        self._now = now
        self._keeper = keeper
        self._by = by
        self._state: BackupState | None = None
        for widget in (self.said, self.message, self.progress, self.none):
            widget.hide()
        self.now_button.clicked.connect(keeper.back_up)
        self.stop_button.clicked.connect(keeper.stop)
        self.choose_button.clicked.connect(self.choose_second)
        self.forget_button.clicked.connect(lambda: self._set_second(None))
        self.restore_button.clicked.connect(self.restore)
        self.other_button.clicked.connect(lambda: self._restore(None))
        self.found.itemActivated.connect(lambda _: self.restore())
        self.found.currentRowChanged.connect(lambda row: self.restore_button.setEnabled(row >= 0))
        keeper.began.connect(self._began)
        keeper.progressed.connect(self._progressed)
        keeper.ended.connect(self._ended)
        self.setFocusProxy(self.now_button)
        self._show()
        self._fit()
        self.refresh()
        self._show_running()

    def refresh(self) -> None:
        """Look at the backups that are there."""
        self._tasks.database(care_work.state, self._file, self._now(), done=self._known, failed=self._failed)

    def choose_second(self) -> None:
        """Ask for a folder on another disk."""
        start = self._state.second.path if self._state is not None and self._state.second is not None else Path.home()
        named = QFileDialog.getExistingDirectory(self, self.tr("A folder on a stick or on another disk"), str(start))
        if named:
            self._set_second(Path(named))

    def restore(self) -> None:
        """Look into the backup that is chosen."""
        item = self.found.currentItem()
        if item is not None:
            self._restore(item.data(Qt.ItemDataRole.UserRole))

    def _restore(self, path: Path | None) -> None:
        made = RestoreDialog.ask(
            self._tasks, self._language, self._now, path, file=self._file, by=self._by, parent=self
        )
        if made is not None:
            text = self.tr("Restored: {path}\nTo work with it, lock this case file and choose that one.")
            fill(self.said, text.format(path=str(made)))

    def _set_second(self, place: Path | None) -> None:
        fill(self.message, "")
        self._tasks.database(
            backups.set_second_place, self._file, place, done=lambda _: self._second_set(place), failed=self._failed,
            owner=self,
        )  # fmt: skip

    def _second_set(self, place: Path | None) -> None:
        self.refresh()
        if place is not None:
            self._keeper.know_disk()
            self._keeper.back_up()

    # What the keeper tells

    def _began(self) -> None:
        fill(self.message, "")
        self.progress.setMaximum(0)
        self._show_running()

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def _ended(self, answer: object) -> None:
        self._show_running()
        trouble = answer if isinstance(answer, Exception) else getattr(answer, "trouble", None)
        if isinstance(trouble, Cancelled):
            fill(self.said, self.tr("Stopped. Nothing half-made is left."))
        elif isinstance(trouble, Exception):
            self._failed(trouble)
        else:
            both = getattr(answer, "second", None) is not None
            done = self.tr("Done, read back and counted. On this computer and on the second disk.") if both else (
                self.tr("Done, read back and counted.")
            )  # fmt: skip
            fill(self.said, done)
        self.refresh()

    def _show_running(self) -> None:
        running = self._keeper.running
        self.progress.setVisible(running)
        # The keyboard stays here: wherever else it went, the page would scroll away from what is told.
        if running:
            self.stop_button.show()
            if self.now_button.hasFocus():
                self.stop_button.setFocus()
            self.now_button.setEnabled(False)
        else:
            self.now_button.setEnabled(True)
            if self.stop_button.hasFocus():
                self.now_button.setFocus()
            self.stop_button.hide()
        if running:
            fill(self.said, self.tr("Writing a backup and reading it back. You can go on working."))

    def _failed(self, error: object) -> None:
        if not isinstance(error, Cancelled):
            fill(self.message, sentence(error, self._language.lang))
            fill(self.said, "")

    # What is shown

    def _known(self, state: BackupState) -> None:
        self._state = state
        self._show()

    def _show(self) -> None:
        state = self._state
        self.restore_button.setEnabled(False)
        if state is None:
            return
        self.last.setText(self._say_last(state))
        self._say_second(state)
        self.found.clear()
        for one, copies in _by_moment(state):
            on_second = [state.second is not None and state.second.path in each.path.parents for each in copies]
            place = self.tr("this computer")
            if all(on_second):
                place = self.tr("second place")
            elif any(on_second):
                place = self.tr("this computer and second place")
            size = self.tr("{size} MB").format(size=max(1, round(one.bytes / _MEGABYTE)))
            item = QListWidgetItem(f"{moment(one.made_at, self._language)}  ·  {size}  ·  {place}")
            item.setData(Qt.ItemDataRole.UserRole, one.path)
            self.found.addItem(item)
        self.found.setVisible(bool(state.found))
        self.restore_button.setVisible(bool(state.found))
        self.none.setVisible(not state.found)

    def _say_last(self, state: BackupState) -> str:
        if state.last is None:
            return self.tr("There is no backup of this case file yet.")
        text = self.tr("Last backup: {moment}").format(moment=moment(state.last, self._language))
        rest = self.tr("Something was changed since.") if state.unsaved else self.tr("Nothing was changed since.")
        return f"{text}\n{rest}"

    def _say_second(self, state: BackupState) -> None:
        second = state.second
        self.forget_button.setVisible(second is not None)
        if second is None:
            self.second_text.setText(self.tr("None was chosen yet: all backups are on this computer."))
            self.choose_button.setText(self.tr("Choose a stick or a disk…"))
            return
        self.choose_button.setText(self.tr("Choose another…"))
        here = self.tr("It is here now.") if second.there else self.tr("It is not here now.")
        latest = next((one for one in state.found if second.path in one.path.parents), None)
        lines = [str(second.path), here]
        if second.there and latest is not None:
            lines.append(self.tr("Last backup on it: {moment}").format(moment=moment(latest.made_at, self._language)))
        self.second_text.setText("\n".join(lines))

    def _fit(self) -> None:
        self.column.setMaximumWidth(min(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS, 1000))
        self.found.setMinimumHeight((self.fontMetrics().lineSpacing() + 20) * 3)

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language, the column the text size."""
        super().changeEvent(event)
        if hasattr(self, "_state") and event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._fit()
            self._show()


def _by_moment(state: BackupState) -> list[tuple[Backup, list[Backup]]]:
    """Each backup once, with all copies of it; the one on this computer is read sooner."""
    copies: dict[datetime, list[Backup]] = {}
    for one in state.found:
        copies.setdefault(one.made_at, []).append(one)
    second = state.second
    return [
        (next((one for one in each if second is None or second.path not in one.path.parents), each[0]), each)
        for each in copies.values()
    ]
