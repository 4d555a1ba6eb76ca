"""What the window does when something ends: a case is closed or erased, or the whole case file is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from hrd_desktop import paths
from hrd_desktop.errors import EditRefused, HrdError
from hrd_desktop.gui.messages import sentence

if TYPE_CHECKING:
    from hrd_desktop.gui.close_case_dialog import Answer
    from hrd_desktop.gui.frame import Frame
    from hrd_desktop.gui.hand_over_desk import Desk
    from hrd_desktop.gui.i18n import Language
    from hrd_desktop.gui.open_case import OpenCase
    from hrd_desktop.gui.preferences import Preferences
    from hrd_desktop.gui.tasks import Tasks
    from hrd_desktop.services.ending import Standing
    from hrd_desktop.services.erasing import Held
    from hrd_desktop.services.files import CaseFile
    from hrd_desktop.services.quick_erase import Destroyed, Reach


_ANSWER = 2000  # ms that the rest of an erasing waits to hear of a second place; the key slots are gone by then


class Endings(QObject):
    """The entries of the menu, and the question of the Today page. The windows are loaded when one is wanted."""

    def __init__(
        self, frame: Frame, desk: Callable[[], Desk | None], tasks: Tasks, language: Language, preferences: Preferences
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._desk = desk
        self._tasks = tasks
        self._language = language
        self._preferences = preferences
        menu = frame.menus.ending
        self._second: tuple[Path, ...] = ()
        self._asking = False
        self._rest: Callable[[], None] | None = None
        menu.close_case.connect(self.close_case)
        menu.erase_case.connect(self.erase_case)
        menu.erase_file.connect(self.erase_file)

    # A case

    def close_case(self) -> None:
        """Close the case in front; a closed one is kept longer, opened again or erased."""
        if (case := self._case()) is not None:
            self.ask_about(case.code)

    def erase_case(self) -> None:
        """Erase the case in front."""
        if (case := self._case()) is not None:
            self._ask_to_erase(case.code)

    def ask_about(self, code: str) -> None:
        """What is to become of a case: asked when its day has come, too."""
        from hrd_desktop.services import ending

        if (desk := self._desk()) is not None:
            self._read(desk, partial(ending.standing, desk.file, code), self._answer)

    def _answer(self, found: Standing) -> None:
        from hrd_desktop.gui.close_case_dialog import CloseCaseDialog

        desk = self._desk()
        if desk is None:
            return  # locked meanwhile
        answer = CloseCaseDialog.ask(found, desk.now().date(), desk.language.words, self._frame)
        if answer is not None and self._desk() is not None:
            self._do(desk, found, answer)

    def _do(self, desk: Desk, found: Standing, answer: Answer) -> None:
        from hrd_desktop.services import ending

        if answer.what == "erase":
            self._ask_to_erase(found.code)
            return
        file, code, at, by = desk.file, found.code, desk.now(), desk.by
        case = self._case()
        if case is None or case.code != code:
            ways: dict[str, Callable[[], Any]] = {
                "keep": lambda: ending.keep_until(file, code, answer.until, on=at.date(), at=at, by=by),
                "close": lambda: ending.close(file, code, on=answer.on, until=answer.until, at=at, by=by),
                "reopen": lambda: ending.reopen(file, code, at=at, by=by),
            }
            self._read(desk, ways[answer.what], lambda _: self._done(answer, again=True))
            return
        here: dict[str, Callable[[], Any]] = {
            "keep": lambda: ending.keep_until(file, code, answer.until, on=at.date(), at=at, by=by),
            "close": lambda: ending.closed(file, code, answer.until, at=at, by=by),
            "reopen": lambda: ending.reopened(file, code, at=at, by=by),
        }
        # Through the page itself, so that it shows it, and one step takes it back.
        try:
            if answer.what == "close":
                case.change(ending.closing(found, answer.on, answer.until))
            elif answer.what == "reopen":
                case.change(ending.reopening(found))
        except EditRefused as refused:
            self._failed(refused)
            return
        self._read(desk, here[answer.what], lambda _: self._done(answer, again=False))

    def _done(self, answer: Answer, *, again: bool) -> None:
        if again:
            self._show_again()
        said = {
            "close": self.tr("The case is closed. It is kept until {day}."),
            "keep": self.tr("The case is kept until {day}."),
            "reopen": self.tr("The case is open again."),
        }
        self._frame.say(said[answer.what].format(day=self._language.words.day(answer.until)))

    def _ask_to_erase(self, code: str) -> None:
        from hrd_desktop.services import erasing

        if (desk := self._desk()) is not None:
            # What is typed in the page is on its way to the file before it is weighed.
            self._read(desk, partial(erasing.weigh, desk.file, code), self._erase)

    def _erase(self, held: Held) -> None:
        from hrd_desktop.gui.erase_dialog import EraseDialog

        desk = self._desk()
        if desk is None:
            return
        if EraseDialog.ask_case(desk, held, self._frame) and self._desk() is not None:
            self._show_again()

    def _show_again(self) -> None:
        """Without the page of a case that may be gone: the page that asked is read anew, else the list of cases."""
        from hrd_desktop.gui.today_page import TodayPage

        if isinstance(self._frame.pages.currentWidget(), TodayPage):
            self._frame.show_today()
        else:
            self._frame.show_caseload()

    def _case(self) -> OpenCase | None:
        """The case in front, with what is typed there on its way to the file."""
        from hrd_desktop.gui.case_page import CasePage

        page = self._frame.pages.currentWidget()
        if not isinstance(page, CasePage):
            return None
        page.flush()
        return page.context.case

    def _read(self, desk: Desk, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        desk.tasks.database(work, done=then, failed=self._failed, owner=self)

    def _failed(self, error: object) -> None:
        self._frame.say(sentence(error, self._language.lang))

    # The whole case file

    def erase_file(self) -> None:
        """Erase the case file that is open, or the one that is named on the unlock page."""
        from hrd_desktop.gui.erase_dialog import EraseDialog
        from hrd_desktop.services import quick_erase

        desk = self._desk()
        path = desk.file.path if desk is not None else self._frame.unlock.file.absolute()
        try:
            within = quick_erase.near(path)
        except HrdError as error:
            self._failed(error)
            return
        self._second, self._asking = (), False
        if desk is not None:
            # Where a second place for backups is, the file itself knows. The word is not kept waiting for the answer.
            self._asking = True
            ask = partial(self._tasks.database, _second_place, desk.file, done=self._know)
            ask(failed=lambda _: self._know(()), owner=self)

        def look(dialog: EraseDialog) -> None:
            done, failed = dialog.show_reach, lambda _: None  # a stick that does not answer keeps nobody waiting
            self._tasks.pool(quick_erase.reach, path, done=done, failed=failed, owner=dialog)

        typed = EraseDialog.ask_file(path, within, self._language.words, look, self._frame)
        if typed:
            self._erase_file(path, within, typed)

    def _know(self, second: tuple[Path, ...]) -> None:
        self._second, self._asking = second, False
        self._go_on()

    def _erase_file(self, path: Path, within: Reach, typed: str) -> None:
        from hrd_desktop.services import quick_erase

        desk = self._desk()
        file = desk.file if desk is not None and desk.file.path == path else None
        try:
            quick_erase.destroy_slots(path, typed)
        except HrdError as error:
            self._failed(error)
            return
        # The slots are gone. Only now the window goes dark, the file is closed, and the rest is removed.
        self._frame.lock_for("erase")
        rest = partial(self._erase_rest, path, within, typed, file)
        if self._asking:
            self._rest = rest
            QTimer.singleShot(_ANSWER, self, self._go_on)
        else:
            rest()

    def _go_on(self) -> None:
        """The second place for backups is known, or was waited for long enough."""
        rest, self._rest = self._rest, None
        if rest is not None:
            rest()

    def _erase_rest(self, path: Path, within: Reach, typed: str, file: CaseFile | None) -> None:
        from hrd_desktop.services import quick_erase

        within = replace(within, places=(*within.places, *self._second))
        work = partial(quick_erase.erase_file, path, typed, file=file, within=within)
        self._tasks.pool(work, done=partial(self._erased, path), failed=self._failed, owner=self)

    def _erased(self, path: Path, done: Destroyed) -> None:
        from hrd_desktop.gui.erase_dialog import EraseDialog

        if not path.exists():
            self._preferences.change(last_file="")
            self._frame.unlock.path.setText(str(paths.documents() / "Cases.hrd"))
            self._frame.unlock.reset()
        EraseDialog.tell_file(done, self._language.words, self._frame)


def _second_place(file: CaseFile) -> tuple[Path, ...]:
    from hrd_desktop.services import backups

    chosen = backups.second_folder(file)
    return (chosen,) if chosen is not None else ()
