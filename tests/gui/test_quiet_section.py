"""When another route fits better, sections stop asking, say why, lose nothing, and ask again on request."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.section_page import SectionPage
from tests.gui.case_desk import Desk

Made = tuple[Desk, CasePage]
QUIET = ("work", "incidents", "asylum", "background:P1", "documents", "evidence")
ASKING = ("safety_consent", "people", "family", "referral", "journal")


@pytest.fixture
def page_of(desk_of, show) -> Callable[..., Made]:
    def make(sample: str) -> Made:
        desk = desk_of(sample)
        page = CasePage(desk.case, desk.tasks, "en")
        page.resize(1184, 728)
        show(page)
        return desk, page

    return make


def silent(page: CasePage, key: str) -> bool:
    page.show_section(key)
    section = page.stack.currentWidget()
    assert isinstance(section, SectionPage)
    shown = [body.isVisible() for _, body in section.bodies]
    assert len(set(shown)) == 1
    assert section.notice.isVisible() == (not shown[0])
    return not shown[0]


def state(page: CasePage, key: str) -> str:
    items = [page.sections.item(row) for row in range(page.sections.count())]
    return next(item.text() for item in items if item.data(Qt.ItemDataRole.UserRole) == key)


def test_a_diverted_case_asks_only_for_contact_safety_and_work_of_staff(page_of) -> None:
    _, page = page_of("s3")
    assert [key for key in (*QUIET, *ASKING) if silent(page, key)] == list(QUIET)
    assert state(page, "work").endswith("Not asked now")
    assert "Not asked now" not in state(page, "people")


def test_a_case_that_is_not_diverted_asks_everything(page_of) -> None:
    _, page = page_of("s2")
    assert not any(silent(page, key) for key in (*QUIET, *ASKING))


def test_the_notice_says_why_and_one_may_go_on_anyway(page_of) -> None:
    desk, page = page_of("s3")
    silent(page, "work")
    notice = page.stack.currentWidget().notice
    assert "another route fits better" in notice.said.text()
    assert notice.reasons.text().startswith("No offer from another country: An offer is on file")
    before = desk.on_file()
    desk.qtbot.mouseClick(notice.anyway, Qt.MouseButton.LeftButton)
    assert not any(silent(page, key) for key in QUIET)
    assert "Not asked now" not in state(page, "work")
    assert desk.on_file() == before


def test_a_link_opens_the_field_it_leads_to_also_in_a_silent_section(page_of) -> None:
    _, page = page_of("s3")
    page.show_place("AP2")
    assert page.section == "asylum"
    assert not page.stack.currentWidget().notice.isVisible()
    assert silent(page, "work")


def test_sections_ask_again_by_themselves_once_the_facts_change(page_of) -> None:
    desk, page = page_of("s3")
    assert silent(page, "work")
    with desk.qtbot.waitSignal(desk.case.assessed):
        for application in list(desk.case.case.asylum.applications):
            desk.case.remove_row(application.id)
    assert desk.case.assessment.headline != "DIVERT"
    assert not page.stack.currentWidget().notice.isVisible()
    assert "Not asked now" not in state(page, "work")
