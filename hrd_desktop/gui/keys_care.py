"""Sees to it that somebody can always open the case file: asks for a recovery sheet, for a trial once a year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from hrd_desktop.gui.care_note import CareNote, Note
from hrd_desktop.gui.settings_page import SettingsPage

if TYPE_CHECKING:
    from hrd_desktop.gui.frame import Frame
    from hrd_desktop.gui.hand_over_desk import Desk
    from hrd_desktop.services.keys import SlotInfo

ShowPage = Callable[..., QWidget | None]


class KeysCare(QObject):
    """One for the window. The windows of keys are loaded when one is wanted, not at the start."""

    def __init__(self, frame: Frame, desk: Callable[[], Desk | None], show_page: ShowPage) -> None:
        super().__init__(frame)
        self._frame = frame
        self._desk = desk
        self._show_page = show_page
        self._note: CareNote | None = None
        self._slots: list[SlotInfo] = []
        self._later: set[str] = set()  # what was put off until the file is opened again
        self._settings: SettingsPage | None = None
        frame.unlock.opened_with.connect(self._opened)
        frame.menus.keys.connect(self.show_keys)
        frame.pages.currentChanged.connect(self._page_shown)
        frame.installEventFilter(self)

    @property
    def notes(self) -> list[Note]:
        """What is to be told on the first page."""
        desk = self._desk()
        if desk is None or not self._slots:
            return []
        from hrd_desktop.services import keys

        told: list[tuple[str, Note]] = []
        if not any(slot.kind == "recovery" for slot in self._slots):
            text = self.tr("There is no recovery sheet for this case file yet.")
            if len(self._slots) == 1:
                text = self.tr("This case file has one key only. If that passphrase is forgotten, nobody can open it "
                               "again. A recovery sheet helps; so does a supervisor’s passphrase.")  # fmt: skip
            make = (self.tr("Make a recovery sheet…"), self.make_recovery)
            told.append(("sheet", Note("attention", text, (make, self._put_off("sheet")))))
        elif len(self._slots) == 1:
            text = self.tr("This case file has one key only. If it is lost, nobody can open it again.")
            keys_page = (self.tr("Keys…"), self.show_keys)
            told.append(("one", Note("attention", text, (keys_page, self._put_off("one")))))
        if keys.rehearsal_due(self._slots, desk.now().date()):
            text = self.tr("It is a year since the recovery code was last typed. Fetch the sheet and try it: so you "
                           "know that it can still be found and read.")  # fmt: skip
            try_it = (self.tr("Try it now…"), self.rehearse)
            told.append(("due", Note("attention", text, (try_it, self._put_off("due")))))
        return [note for what, note in told if what not in self._later]

    def show_keys(self) -> None:
        """The page of the keys, read anew each time it is asked for."""
        from hrd_desktop.gui.keys_page import KeysPage

        make = partial(KeysPage, calibrate=self._frame.unlock.calibrate)
        page = self._show_page(make, self._frame.rail.settings_button)
        if isinstance(page, KeysPage):
            page.changed.connect(self._came)

    def make_recovery(self, _checked: bool = False, *, known: str = "") -> None:
        """A sheet with a code; `known` is a secret that was typed a moment ago."""
        from hrd_desktop.gui.keys_recovery import KeysRecovery

        if (desk := self._desk()) is not None:
            KeysRecovery.show_for(desk, self._said, self._frame, known=known)

    def rehearse(self) -> None:
        """Type the recovery code for practice."""
        from hrd_desktop.gui import keys_questions
        from hrd_desktop.gui.keys_dialog import KeysDialog

        if (desk := self._desk()) is not None:
            KeysDialog.show_for(desk, keys_questions.rehearse(desk), self._said, self._frame)

    # Opened

    def _opened(self, typed: str, made: bool) -> None:
        """After the frame has shown its first page. It may have been locked again at once."""
        from hrd_desktop.services import keys

        self._later = set()
        self._slots = []
        desk = self._desk()
        if desk is None:
            return
        self.refresh()
        if made:
            AskForSheet.show_for(partial(self.make_recovery, known=typed), self._frame)
        elif typed and keys.kind_of(typed) == "recovery":
            self._ask_new(desk, typed)

    def _ask_new(self, desk: Desk, code: str) -> None:
        from hrd_desktop.gui import keys_questions
        from hrd_desktop.gui.keys_dialog import KeysDialog

        question = keys_questions.after_recovery(desk, code, calibrate=self._frame.unlock.calibrate)
        KeysDialog.show_for(desk, question, self._said, self._frame)

    # The first page

    def refresh(self) -> None:
        """Look at the keys again."""
        from hrd_desktop.services import keys

        if (desk := self._desk()) is not None:
            desk.tasks.database(keys.slots, desk.file, done=self._came, failed=self._passed)

    def _came(self, found: list[SlotInfo]) -> None:
        self._slots = found
        self._show()

    def _passed(self, _error: object) -> None:
        """What is only looked at in passing need not be told: the page of the keys says it."""

    def _said(self, text: str) -> None:
        self._frame.say(text)
        self.refresh()

    def _page_shown(self, _index: int) -> None:
        page = self._frame.pages.currentWidget()
        groups = getattr(page, "groups", None)
        if type(page).__name__ == "TodayPage" and groups is not None:
            note = CareNote()
            groups.insertWidget(0, note)
            note.destroyed.connect(partial(self._forget, note))
            self._note = note
            self._show()
            self.refresh()
        elif isinstance(page, SettingsPage):
            if page is not self._settings:
                self._settings = page
                page.keys_asked.connect(self.show_keys)
            page.set_open(self._desk() is not None)

    def _forget(self, note: CareNote) -> None:
        if self._note is note:
            self._note = None

    def _show(self) -> None:
        if self._note is not None:
            self._note.tell(self.notes)

    def _put_off(self, what: str) -> tuple[str, Callable[[], object]]:
        return self.tr("Later"), partial(self._say_later, what)

    def _say_later(self, what: str) -> None:
        self._later.add(what)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The words follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        return super().eventFilter(watched, event)


class AskForSheet(QMessageBox):
    """A new case file was made: it has one key, and the moment to make a second is now."""

    def __init__(self, make: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setWindowTitle(self.tr("Recovery sheet"))
        self.setText(self.tr("The case file is made. Make a recovery sheet for it now?"))
        self.setInformativeText(
            self.tr("It is one page on paper with a code that opens the file when the passphrase is forgotten. It "
                    "takes five minutes and a printer, or a pen. Without it nobody can help, not even we. The Today "
                    "page reminds you of it.")
        )  # fmt: skip
        self.make_now = self.addButton(self.tr("Make a recovery sheet now"), QMessageBox.ButtonRole.AcceptRole)
        self.later = self.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.make_now)
        self.setEscapeButton(self.later)
        self._make = make
        self.finished.connect(self._answered)

    @classmethod
    def show_for(cls, make: Callable[[], object], parent: QWidget | None = None) -> None:
        """Opens over its window and goes when it is answered."""
        box = cls(make, parent)
        box.finished.connect(box.deleteLater)
        box.open()

    def _answered(self, _result: int) -> None:
        if self.clickedButton() is self.make_now:
            self._make()
