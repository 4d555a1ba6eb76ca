"""A case that was loaded comes on the screen: its page, told when it is saved, and the place it opens at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.saved_label import SavedLabel
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services.cases import OpenedCase
from hrd_desktop.services.files import CaseFile


def opened_case(file: CaseFile, opened: OpenedCase, tasks: Tasks, now: Callable[[], datetime], by: str) -> OpenCase:
    """The case to work on, signed with these initials; raises NoPackForDate where the clock stands too early."""
    return OpenCase(file, opened, tasks, now, by=by)


def page_of(case: OpenCase, saved: SavedLabel, tasks: Tasks, lang: str) -> CasePage:
    """The page of a case; what it saves is told in the status line."""
    case.saving.connect(saved.wait)
    case.settled.connect(saved.settle)
    case.saved.connect(saved.saved)
    page = CasePage(case, tasks, lang)
    case.setParent(page)  # and goes with it
    return page


def lead(page: CasePage, place: str) -> None:
    """Show a place of the case (`P2.birth.date`, `section:review`); an empty one leaves the page as it opened."""
    kind, _, section = place.partition(":")
    if kind == "section":
        page.show_section(section)
    elif place:
        page.show_place(place)
