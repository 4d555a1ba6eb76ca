"""Puts the page of a case together: the open case, its sections, eligibility, review, and the way to the packet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from hrd_desktop.gui.case_page import CasePage, ExtraSection
from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.packet_dialog import PacketDialog
from hrd_desktop.gui.review_page import ReviewPage
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services.cases import OpenedCase
from hrd_desktop.services.checking import Assessment
from hrd_desktop.services.files import CaseFile


class CaseDesk(QObject):
    """One case on the desk. It belongs to its page and goes with it."""

    def __init__(
        self,
        file: CaseFile,
        opened: OpenedCase,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._language = language
        self.case = OpenCase(file, opened, tasks, now)
        self.page = CasePage(self.case, lambda: language.words, _sections())
        self.case.setParent(self.page)
        self.setParent(self.page)
        self.page.packet_asked.connect(self._packet)

    def _packet(self) -> None:
        self.page.flush()
        place = PacketDialog.ask(self.case, self._tasks, self._language.lang, self.page)
        if place:
            self.page.show_place(place)


def _sections() -> list[ExtraSection]:
    return [
        ExtraSection("eligibility", QT_TRANSLATE_NOOP("Layouts", "Eligibility"), EligibilityPage, _open_items),
        ExtraSection("review", QT_TRANSLATE_NOOP("Layouts", "Review"), ReviewPage, _open_items),
    ]


def _open_items(assessment: Assessment) -> int:
    return sum(item.severity is not None and item.severity != "INFO" for item in assessment.items)
