"""The window: a rail, a stack of pages, a status line. It knows which page is shown, never what is on it.

Pages that show a case exist only while the case file is open. Locking takes them off the screen at once, destroys them,
and lets the database thread finish what is being saved before the file is closed and its key forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QStatusBar, QToolButton, QWidget

from hrd_desktop.errors import HrdError
from hrd_desktop.gui import file_work, frame_pages
from hrd_desktop.gui.curtain import Curtain
from hrd_desktop.gui.endings import Endings
from hrd_desktop.gui.file_care import FileCare
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.frame_wiring import connect_frame
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.idle import Clock, IdleTimer
from hrd_desktop.gui.keys_care import KeysCare
from hrd_desktop.gui.lock_reason import Reason
from hrd_desktop.gui.locking import Locking
from hrd_desktop.gui.locks_label import LocksLabel
from hrd_desktop.gui.menus import Menus
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.page_stack import PageStack
from hrd_desktop.gui.preferences import Preferences
from hrd_desktop.gui.rail import Rail
from hrd_desktop.gui.rescue import Rescue
from hrd_desktop.gui.saved_label import SavedLabel
from hrd_desktop.gui.settings_page import SettingsPage
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.unlock_page import UnlockPage

if TYPE_CHECKING:
    from hrd_desktop.gui.case_page import CasePage
    from hrd_desktop.gui.caseload_page import CaseloadPage
    from hrd_desktop.services.cases import OpenedCase
    from hrd_desktop.services.files import CaseFile

Now = Callable[[], datetime]
Page = TypeVar("Page", bound=QWidget)

_SAY_FOR = 8000  # ms that a passing message stays in the status line


class Frame(QMainWindow):
    """One window for the whole program; its title never says more than the program's name."""

    rail: Rail
    pages: QStackedWidget
    status: QStatusBar

    def __init__(
        self,
        preferences: Preferences,
        language: Language,
        tasks: Tasks,
        clock: Clock,
        now: Callable[[], datetime],
        file: Path,
        *,
        calibrate: bool = True,
    ) -> None:
        super().__init__()
        load_form(self, own=[Rail])
        self._preferences = preferences
        self._language = language
        self._tasks = tasks
        self._now = now
        self._file: CaseFile | None = None
        self._caseload: CaseloadPage | None = None
        self._case: CasePage | None = None  # the page of the case that is open
        self._place = ""  # where in the case that is being loaded somebody wants to go
        self._left: tuple[Path, str] | None = None
        self._looked_for = ""  # the words of the result that was opened last: finding goes on with them
        self.menus = Menus(self, preferences)
        self.idle = IdleTimer(clock, preferences.now.idle_minutes, self)
        self.locking = Locking(tasks, self)
        self.curtain = Curtain(self)
        self.care = FileCare(tasks, language, now, self)
        self._stack = PageStack(self.pages, UnlockPage, SettingsPage)
        self.unlock = UnlockPage(tasks, language, file, calibrate=calibrate, now=now)
        self._stack.add(self.unlock)
        self.rescue = Rescue(self.unlock, self.care, tasks, language, now, self.lock, self)
        self.saved = SavedLabel()
        self.locks_in = LocksLabel()
        self.status.addWidget(self.saved)
        self.status.addPermanentWidget(self.care.label)
        self.status.addPermanentWidget(self.locks_in)
        self.endings = Endings(self, self.desk, tasks, language, preferences)
        connect_frame(self, preferences, tasks, language)
        self.keys = KeysCare(self, self.desk, self._show_anew)
        self._show_locked()
        self.follow_preferences()
        self.resize(1200, 760)
        self.setMinimumSize(640, 480)

    @property
    def is_open(self) -> bool:
        """Whether a case file is open."""
        return self._file is not None

    @property
    def initials(self) -> str:
        """Of whoever works at this computer."""
        return self._preferences.now.initials

    def lock(self) -> None:
        """Somebody locks it."""
        self.lock_for("hand")

    def lock_for(self, reason: Reason) -> None:
        """Dark at once, then closed: dialogs and pages go, what is being saved is saved, the key is forgotten."""
        if self._file is None:
            self.locking.again(reason, opening=self.unlock.refuse(reason))
            return
        amid = self._case if self.pages.currentWidget() is self._case else None
        self._left = (self._file.path, amid.context.case.case.code) if amid is not None else None
        file, self._file, self._caseload, self._case = self._file, None, None, None
        self._show_locked()
        packet = self.locking.darken(self, reason, finish=self._preferences.now.finish_packet)
        self.unlock.reason.tell(reason, self._preferences.now.idle_minutes, packet=packet)
        self.curtain.lift()
        self._looked_for = ""
        self._stack.drop()
        self.care.closing(reason)
        # What was typed last is saved before that; nobody else is left to tell it.
        self.locking.close(file, self.saved.begin, self.say_error)

    def say(self, text: str) -> None:
        """A passing message in the status line."""
        self.status.showMessage(text, _SAY_FOR)

    def show_today(self) -> None:
        """What waits today, read anew each time it is asked for."""
        self._show_anew(partial(frame_pages.today, self), self.rail.today_button)

    def show_caseload(self) -> None:
        """From the settings back to the case that was open; else the list of cases; while locked, the way to it."""
        shown, case = self.pages.currentWidget(), self._case
        if self._file is None:
            self._show_locked()
        elif case is not None and shown is not case:
            self._go_to(case, self.rail.caseload_button)
        else:
            self.list_cases()

    def show_places(self) -> None:
        """How many places the cases take, counted anew each time it is asked for."""
        self._show_anew(frame_pages.places, self.rail.places_button)

    def show_record(self) -> None:
        """What was done with the file, for whoever has to answer for it."""
        self._show_anew(frame_pages.record, self.rail.settings_button)

    def show_packets(self) -> None:
        """Every packet that was written to leave, read anew each time it is asked for."""
        self._show_anew(partial(frame_pages.packets, self), self.rail.packets_button)

    def show_find(self) -> None:
        """Words in all cases; a case that is open stays, and is where Escape leads back to."""
        from hrd_desktop.gui.find_page import FindPage

        if self._file is not None:
            page = self._stack.find(FindPage)
            if not isinstance(page, FindPage):
                page = frame_pages.find(self._file, self._tasks, self._language, self._now, self._looked_for)
                page.chosen.connect(self._open_found)
                page.left.connect(self.show_caseload)
                self._stack.add(page)
            self._go_to(page, self.rail.find_button)
            page.begin()

    def show_backups(self) -> None:
        """When the last backup was made, another now, a second place, and the way back to one."""
        self._show_anew(partial(frame_pages.backups, self), self.rail.settings_button)

    def show_settings(self) -> None:
        """Preferences; also without an open case file, with the rail as the way back."""
        page = self._stack.find(SettingsPage)
        if page is None:
            page = SettingsPage(self._preferences, self._language.lang)
            self._stack.add(page)
        self.rail.show_for(is_open=self.is_open)
        self._go_to(page, self.rail.settings_button)

    def open_case(self, code: str, place: str = "") -> None:
        """Loads a case and shows its page, at a place of it (`P2.birth.date`, `section:review`) if one is named."""
        if self._file is not None:
            self._place = place
            self._tasks.database(
                file_work.open_case,
                self._file,
                code,
                self._now(),
                done=self._case_loaded,
                failed=self._case_not_opened,
            )

    def _open_found(self, code: str, place: str, text: str) -> None:
        self._looked_for = text
        self.open_case(code, place)

    # Opening and locking

    def take_file(self, file: CaseFile) -> None:
        """A case file has been opened: its first page."""
        self._file = file
        file.sits_here(self.initials)
        self.unlock.reason.forget()
        if self._preferences.now.remember_folder:
            self._preferences.change(last_file=str(file.path))
        self.rail.show_for(is_open=True)
        self.menus.set_open(True)
        self.idle.start()
        self.care.opened(file, self.initials)
        self.show_today()
        if self._left is not None and self._left[0] == file.path:
            self.open_case(self._left[1])  # who was locked out amid a case goes on there
        if self.unlock.refused is not None:
            self.lock_for(self.unlock.refused)

    def _show_locked(self) -> None:
        self.idle.stop()
        self.rail.hide()
        self.menus.set_open(False)
        self.saved.begin()
        self.locks_in.begin()
        self.status.clearMessage()
        self.unlock.reset()
        self.pages.setCurrentWidget(self.unlock)
        self.unlock.passphrase.setFocus()

    def _case_loaded(self, opened: OpenedCase) -> None:
        """Shows the page of a case; its building blocks are loaded with the first case, not at the start."""
        from hrd_desktop.gui.case_shown import lead, opened_case, page_of

        if self._file is None:
            return  # locked while it was being loaded
        try:
            case = opened_case(self._file, opened, self._tasks, self._now, self.initials)
        except HrdError as error:
            self._case_not_opened(error)
            return
        self._drop_case_pages()
        case.failed.connect(self.say_error)
        self._case = page = page_of(case, self.saved, self._tasks, self._language.lang)
        page.header.close_asked.connect(self.endings.close_case)
        self._stack.add(page)
        self._go_to(page, self.rail.caseload_button)
        lead(page, self._place)

    def _case_not_opened(self, error: object) -> None:
        # The caseload and today say it where the case was chosen.
        getattr(self.pages.currentWidget(), "tell", self.say_error)(error)

    def list_cases(self) -> CaseloadPage | None:
        """The list of cases; None while there is no case file."""
        if self._file is None:
            return None
        if self._caseload is None:
            self._caseload = frame_pages.caseload(self, self._file, self._tasks, self._language, self._now)
            self._stack.add(self._caseload)
        else:
            self._caseload.refresh()
        self._go_to(self._caseload, self.rail.caseload_button)
        self._drop_case_pages()
        return self._caseload

    def _show_anew(self, make: Callable[[CaseFile, Tasks, Language, Now], Page], button: QToolButton) -> Page | None:
        """A page that is made each time it is asked for; None while there is no case file."""
        if self._file is None:
            return None
        self._drop_case_pages()
        page = make(self._file, self._tasks, self._language, self._now)
        self._stack.add(page)
        self._go_to(page, button)
        return page

    def _drop_case_pages(self) -> None:
        self._case = None
        self._stack.drop(keep=self._caseload)
        if self.saved.saving:
            # The page that would have told that it is saved is gone; what it asked for is done before this.
            self._tasks.database(file_work.nothing, done=self.saved.settle)

    # Status

    def say_error(self, error: object) -> None:
        """A failure, in words; while locked only that there was one."""
        if self._file is None:
            self.unlock.reason.failed()  # its sentence may name a case
            return
        self.say(sentence(error, self._language.lang))

    def not_saved(self, error: object) -> None:
        """What was typed could not be saved."""
        self.saved.settle()
        self.say_error(error)

    def desk(self) -> Desk | None:
        """What a window about the open case file needs; None while there is none."""
        if self._file is None:
            return None
        return Desk(self._file, self._tasks, self._language, self._now, self.initials)

    def follow_preferences(self) -> None:
        """What was chosen in the settings holds from now on."""
        now = self._preferences.now
        self.idle.set_minutes(now.idle_minutes)
        if self._case is not None:
            self._case.context.case.sign(now.initials)
        if self._file is not None:
            self._file.sits_here(now.initials)
        self.unlock.by = now.initials
        self.menus.show_choices(self._language.lang)

    def _go_to(self, page: QWidget, button: QToolButton) -> None:
        self.pages.setCurrentWidget(page)
        button.setChecked(True)
        self.menus.set_case(page is self._case)
        page.setFocus()

    # What Qt tells

    def changeEvent(self, event: QEvent) -> None:
        """Menus follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "menus"):
            self.menus.retranslate()
            self.menus.show_choices(self._language.lang)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Locks, and goes once the database thread has finished what it was asked."""
        self.lock()
        if self.care.keeps_window(self.close):
            self.unlock.reason.back_up(leaving=True)
            event.ignore()
        else:
            event.accept()
