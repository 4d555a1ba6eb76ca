"""When another route fits better, sections stop asking, say why, lose nothing, and ask again on request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from hrd_desktop.gui.ask_export import AskExport
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


# The questions on paper


def test_the_questions_are_written_where_the_person_says(page_of, tmp_path: Path, monkeypatch) -> None:
    desk, page = page_of("s2")
    asked: list[str] = []

    def choose(_self: AskExport, suggested: Path, _window: object) -> Path:
        asked.append(suggested.name)
        return tmp_path / "ask.pdf"

    monkeypatch.setattr(AskExport, "choose_file", choose)
    page.show_section("review")
    review = page.stack.currentWidget().property("inner")
    desk.qtbot.mouseClick(review.print_questions, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(page.said.isVisible)
    assert asked == ["HRD-2026-S2-ask.pdf"]
    assert page.said.text().startswith("Written: ask.pdf, pages: 1.")
    assert page.said.property("role") == "clear"
    document = pypdfium2.PdfDocument(tmp_path / "ask.pdf")
    assert "To ask next" in document[0].get_textpage().get_text_bounded()
    document.close()


def test_a_folder_that_is_not_there_is_told(page_of, tmp_path: Path, monkeypatch) -> None:
    desk, page = page_of("s2")
    monkeypatch.setattr(AskExport, "choose_file", lambda *_: tmp_path / "none" / "ask.pdf")
    page.print_questions()
    desk.qtbot.waitUntil(page.said.isVisible)
    assert page.said.property("role") == "error"
    assert not (tmp_path / "none").exists()


def test_no_file_is_written_when_the_person_thinks_better(page_of, monkeypatch) -> None:
    desk, page = page_of("s2")
    monkeypatch.setattr(AskExport, "choose_file", lambda *_: None)
    page.print_questions()
    desk.settle()
    assert not page.said.isVisible()
