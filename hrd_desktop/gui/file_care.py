"""Cares for the open case file itself: its check, its backups, its place; and tells what is to be told of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from hrd_desktop.errors import Cancelled, Damaged, Locked, RecordBroken
from hrd_desktop.gui import care_work
from hrd_desktop.gui.backup_keeper import BackupKeeper
from hrd_desktop.gui.backup_label import BackupLabel
from hrd_desktop.gui.care_note import CareNote, Note
from hrd_desktop.gui.care_work import BackupState
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.lock_reason import AT_ONCE, Reason
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from hrd_desktop.services.files import CaseFile
    from hrd_desktop.services.whereabouts import Whereabouts

OLD = timedelta(days=7)
_LOOK_FOR_ROOM = 5_000  # ms between two looks whether a disk that was full has room again


class FileCare(QObject):
    """One for the window. The frame says when a file is opened and locked, and shows what is asked for."""

    rescue_asked = Signal()
    """Somebody wants to lock the damaged file and see what can be had back."""
    backups_asked = Signal()
    record_asked = Signal()
    """Somebody wants to see what was done with the file."""
    told = Signal(str)
    """A passing message."""

    def __init__(self, tasks: Tasks, language: Language, now: Callable[[], datetime], window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._language = language
        self._now = now
        self._window = window
        self._file: CaseFile | None = None
        self._damage: Exception | None = None
        self._record: RecordBroken | None = None
        self._state: BackupState | None = None
        self._places: tuple[Whereabouts, ...] = ()
        self._understood: set[Path] = set()
        self._note: CareNote | None = None
        self._room = QTimer(self, interval=_LOOK_FOR_ROOM)
        self._room.timeout.connect(self.refresh)
        self._leaving: Callable[[], object] | None = None
        self.keeper = BackupKeeper(tasks, now, self)
        self.keeper.ended.connect(self._backup_ended)
        self.keeper.disk_seen.connect(self._disk_seen)
        self.keeper.last_failed.connect(self._stay)
        self.keeper.last_ended.connect(self._leave)
        self.label = BackupLabel(language, window)
        self.keeper.began.connect(lambda: self.label.run(True))
        self.label.clicked.connect(self.backups_asked)
        window.installEventFilter(self)

    @property
    def notes(self) -> list[Note]:
        """What is to be told now, the most serious first."""
        told: list[Note] = []
        if self._damage is not None:
            see = (self.tr("Lock it and look"), self.rescue_asked.emit)
            told.append(Note("stop", sentence(self._damage, self._language.lang), (see,)))
        if self._record is not None:
            open_it = (self.tr("Open the record"), self.record_asked.emit)
            seen = (self.tr("Understood"), self._record_seen)
            told.append(Note("stop", sentence(self._record, self._language.lang), (open_it, seen)))
        if self._file is not None and self._file.reads_only:
            told.append(self._no_room(stays_here=self._file.stays_here))
        if (text := self._backup_trouble()) is not None:
            acts = ((self.tr("Back up now"), self.keeper.back_up), (self.tr("Backups…"), self.backups_asked.emit))
            told.append(Note("attention", text, acts))
        for place in self._places:
            told.append(Note("attention", self._advice(place), ((self.tr("Understood"), self._understand),)))
        return told

    def opened(self, file: CaseFile, by: str) -> None:
        """A case file is open: look after it."""
        self._file, self._damage, self._record, self._state, self._places = file, None, None, None, ()
        self.keeper.begin(file, by)
        if file.reads_only:
            self._room.start()
        self._tasks.pool(care_work.check, file, self._now().date(), done=self._sound, failed=self._checked)
        self._tasks.pool(care_work.look, file.path, done=self._lies, failed=self._passed)
        self.refresh()

    def closing(self, reason: Reason) -> None:
        """The window is dark; the file is closed after what is asked for here."""
        self._file = None
        self._note = None
        self._room.stop()
        self.label.begin()
        self.keeper.end(at_once=reason in AT_ONCE)

    def keeps_window(self, leave: Callable[[], object]) -> bool:
        """Whether leaving waits for the last backup; `leave` is called when it is over. Asked again, it is stopped."""
        if not self.keeper.closing:
            return False
        if self._leaving is not None:
            self._leaving = None
            self.keeper.stop_last()
            return False
        self._leaving = leave
        return True

    def notice_on(self, column: QVBoxLayout) -> None:
        """Put what is to be told at the head of a page; it is kept up to date while the page is there."""
        note = CareNote()
        column.insertWidget(0, note)
        self._note = note
        note.destroyed.connect(lambda: self._forget(note))
        note.tell(self.notes)
        self.refresh()

    def refresh(self) -> None:
        """Look at the backups again."""
        if self._file is not None:
            self._tasks.database(care_work.state, self._file, self._now(), done=self._known, failed=self._passed)

    def _forget(self, note: CareNote) -> None:
        if self._note is note:
            self._note = None

    def _show(self) -> None:
        if self._note is not None:
            self._note.tell(self.notes)

    # The check

    def _sound(self, _: object) -> None:
        self._damage = self._record = None
        self._show()

    def _record_seen(self) -> None:
        self._record = None
        self._show()

    def _checked(self, error: object) -> None:
        if isinstance(error, Cancelled | Locked) or not isinstance(error, Exception) or self._file is None:
            return
        if isinstance(error, RecordBroken):  # the cases are sound: there is nothing to be had back
            self._record = error
            self._show()
            return
        if not isinstance(error, Damaged):
            self.told.emit(sentence(error, self._language.lang))
            return
        self._damage = error
        self._show()
        if DamageFound.ask(sentence(error, self._language.lang), self._window):
            self.rescue_asked.emit()

    # Backups

    def _known(self, state: BackupState) -> None:
        if self._file is None:
            return  # locked meanwhile
        self._state = state
        if self._room.isActive() and not self._file.reads_only:
            self._room.stop()
            self.told.emit(self.tr("There is room on the disk again: what you type is saved."))
        self.label.known(state.last, self._now())
        self._show()

    def _backup_ended(self, answer: object) -> None:
        self.label.run(False)
        trouble = answer if isinstance(answer, Exception) else getattr(answer, "trouble", None)
        if isinstance(trouble, Exception) and not isinstance(trouble, Cancelled | Locked):
            self.told.emit(sentence(trouble, self._language.lang))
        self.refresh()
        self._show()

    def _backup_trouble(self) -> str | None:
        if self._file is None or self._state is None or self.keeper.running:
            return None
        if self.keeper.failure is not None:
            why = sentence(self.keeper.failure, self._language.lang)
            return self.tr("The last backup could not be made.") + "\n" + why
        last = self._state.last
        if last is not None and self._state.unsaved and self._now() - last >= OLD:
            return self.tr("The last good backup is of {day}.").format(day=self._language.words.day(last.date()))
        return None

    def _disk_seen(self) -> None:
        if DiskSeen.ask(self._window):
            self.keeper.back_up()

    def _no_room(self, *, stays_here: bool) -> Note:
        then = self.tr(
            "Empty the recycle bin or move large files to another disk, then go on here: this line goes by itself."
        )
        if stays_here:
            text = self.tr(
                "The disk that holds this case file is full. You can read and search; nothing can be saved, exported "
                "or backed up until there is room. Nothing is lost: what was saved last is shown too."
            )
            return Note("stop", f"{text} {then}")
        text = self.tr(
            "The disk that holds this case file is full. You can read, search and make a backup on another disk; "
            "nothing can be saved or exported until there is room."
        )
        return Note("stop", f"{text} {then}", ((self.tr("Backups…"), self.backups_asked.emit),))

    def _stay(self, _error: object, _second_only: bool) -> None:
        """The last backup is missing: the window stays to say so."""
        self._leaving = None

    def _leave(self) -> None:
        leave, self._leaving = self._leaving, None
        if leave is not None:
            leave()

    # Its place

    def _lies(self, places: tuple[Whereabouts, ...]) -> None:
        if self._file is not None and self._file.path not in self._understood:
            self._places = tuple(place for place in places if place.kind != "removable")
            self._show()

    def _advice(self, place: Whereabouts) -> str:
        from hrd_desktop.services import whereabouts

        return whereabouts.advice(place, self._language.words)

    def _understand(self) -> None:
        if self._file is not None:
            self._understood.add(self._file.path)
        self._places = ()
        self._show()

    def _passed(self, _error: object) -> None:
        """What is only looked at in passing need not be told; whoever works meets it where it matters."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The words follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        return super().eventFilter(watched, event)


class DamageFound(QMessageBox):
    """The check found damage in the open case file."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("Damage was found"))
        self.setText(text)
        self.setInformativeText(
            self.tr("Nothing was changed. Lock the file now and see what can be had back: a backup, or the cases that "
                    "can be read. What you enter meanwhile may be lost.")
        )  # fmt: skip
        self.see = self.addButton(self.tr("Lock it and look"), QMessageBox.ButtonRole.AcceptRole)
        self.later = self.addButton(self.tr("Not now"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.see)

    @classmethod
    def ask(cls, text: str, parent: QWidget | None = None) -> bool:
        """Whether to lock the file and look."""
        box = cls(text, parent)
        box.exec()
        wanted = box.clickedButton() is box.see
        box.deleteLater()
        return wanted


class DiskSeen(QMessageBox):
    """The second disk for backups was plugged in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("The disk for backups is here"))
        self.setText(self.tr("Back up to it now?"))
        self.setInformativeText(self.tr("You can go on working meanwhile. Do not pull it out before it is done."))
        self.now = self.addButton(self.tr("Back up now"), QMessageBox.ButtonRole.AcceptRole)
        self.later = self.addButton(self.tr("Not now"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.now)

    @classmethod
    def ask(cls, parent: QWidget | None = None) -> bool:
        """Whether to back up to it."""
        box = cls(parent)
        box.exec()
        wanted = box.clickedButton() is box.now
        box.deleteLater()
        return wanted
