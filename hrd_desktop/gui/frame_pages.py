"""The pages that the window makes when they are asked for, each with what leads from it to the rest of the window.

What a page needs is loaded with it, not at the start.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from hrd_desktop.gui.backups_page import BackupsPage
    from hrd_desktop.gui.caseload_page import CaseloadPage
    from hrd_desktop.gui.find_page import FindPage
    from hrd_desktop.gui.frame import Frame
    from hrd_desktop.gui.i18n import Language
    from hrd_desktop.gui.packets_page import PacketsPage
    from hrd_desktop.gui.places_page import PlacesPage
    from hrd_desktop.gui.record_page import RecordPage
    from hrd_desktop.gui.tasks import Tasks
    from hrd_desktop.gui.today_page import TodayPage
    from hrd_desktop.services.files import CaseFile

    Now = Callable[[], datetime]


def today(frame: Frame, file: CaseFile, tasks: Tasks, language: Language, now: Now) -> TodayPage:
    """What waits today."""
    from hrd_desktop.gui.today_page import TodayPage

    page = TodayPage(file, tasks, language, now)
    page.chosen.connect(frame.open_case)
    page.saving.connect(frame.saved.wait)
    page.saved.connect(frame.saved.saved)
    page.failed.connect(frame.not_saved)
    page.begin_asked.connect(frame.menus.new_case)
    page.ended_asked.connect(frame.endings.ask_about)
    frame.care.notice_on(page.groups)
    return page


def caseload(frame: Frame, file: CaseFile, tasks: Tasks, language: Language, now: Now) -> CaseloadPage:
    """The list of cases."""
    from hrd_desktop.gui.caseload_page import CaseloadPage

    page = CaseloadPage(file, tasks, language, now)
    page.chosen.connect(frame.open_case)
    page.hand_over_asked.connect(frame.menus.hand_over.hand_over)
    _looked(page, file, tasks, now, "list")
    return page


def find(file: CaseFile, tasks: Tasks, language: Language, now: Now, text: str) -> FindPage:
    """Words in all cases; the record says that somebody looked, and never for what."""
    from hrd_desktop.gui.find_page import FindPage

    page = FindPage(file, tasks, language, text)
    noted = set[bool]()

    def note(_total: int, _more: bool) -> None:
        if (names := page.show_names.isChecked()) not in noted:
            noted.add(names)
            _looked(page, file, tasks, now, "find", names=names)

    page.model.answered.connect(note)
    return page


def places(file: CaseFile, tasks: Tasks, language: Language, now: Now) -> PlacesPage:
    """How many places the cases take."""
    from hrd_desktop.gui.places_page import PlacesPage

    page = PlacesPage(file, tasks, language, now)
    _looked(page, file, tasks, now, "places")
    return page


def record(file: CaseFile, tasks: Tasks, language: Language, now: Now) -> RecordPage:
    """What was done with the file."""
    from hrd_desktop.gui.record_page import RecordPage

    return RecordPage(file, tasks, language, now)


def packets(frame: Frame, file: CaseFile, tasks: Tasks, language: Language, now: Now) -> PacketsPage:
    """Every packet that was written to leave."""
    from hrd_desktop.gui.packets_page import PacketsPage

    page = PacketsPage(file, tasks, language, now)
    page.by = frame.initials
    page.chosen.connect(frame.open_case)
    _looked(page, file, tasks, now, "list_packets")
    return page


def backups(frame: Frame, file: CaseFile, tasks: Tasks, language: Language, now: Now) -> BackupsPage:
    """Backups of the case file, and the way back to one."""
    from hrd_desktop.gui.backups_page import BackupsPage

    return BackupsPage(file, tasks, language, now, keeper=frame.care.keeper, by=frame.initials)


def _looked(page: QWidget, file: CaseFile, tasks: Tasks, now: Now, action: str, **detail: Any) -> None:
    """Have it in the record that a page was looked at, behind what the page itself asks for first."""
    from hrd_desktop.services import record as records

    tasks.database(partial(records.looked, file, action, at=now(), **detail), owner=page)
