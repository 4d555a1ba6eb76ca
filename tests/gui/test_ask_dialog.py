"""What to ask next in the window: every line leads somewhere, the sheet goes where the person says."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from hrd_desktop.gui import known_edits
from hrd_desktop.gui.ask_dialog import AskDialog
from hrd_desktop.gui.ask_export import AskExport
from hrd_desktop.gui.case_page import CasePage
from tests.gui.case_desk import Desk


@pytest.fixture
def desk(desk_of) -> Desk:
    return desk_of("s2")


def opened(desk: Desk, show) -> AskDialog:
    dialog = AskDialog(desk.context, desk.tasks)
    show(dialog)
    return dialog


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_bounded())
    finally:
        document.close()


def test_what_was_marked_stands_in_the_list_and_leads_to_its_field(desk: Desk, show) -> None:
    known_edits.mark_ask_again(desk.case, "P2.eye_colour")
    dialog = opened(desk, show)
    lines = [line for found in dialog.lists for line in found.lines]
    (line,) = [line for line in lines if line.place == "P2.eye_colour"]
    assert all(line.place for line in lines)
    desk.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert dialog.place == "P2.eye_colour"
    assert not dialog.isVisible()


def test_the_sheet_is_written_in_the_language_of_the_interpreter(desk: Desk, show, tmp_path: Path, monkeypatch) -> None:
    asked: list[str] = []

    def choose(_self: AskExport, suggested: Path, _window: object) -> Path:
        asked.append(suggested.name)
        return tmp_path / "ask.pdf"

    monkeypatch.setattr(AskExport, "choose_file", choose)
    dialog = opened(desk, show)
    assert dialog.language.currentData() == "en"
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    desk.qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(dialog.message.isVisible)
    assert asked == ["HRD-2026-S2-ask.pdf"]
    assert dialog.message.text().startswith("Written: ask.pdf, one page. It names nobody")
    assert dialog.message.property("role") == "clear"
    assert "À demander ensuite" in text_of(tmp_path / "ask.pdf")


def test_names_are_printed_only_when_asked_for(desk: Desk, show, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(AskExport, "choose_file", lambda *_: tmp_path / "ask.pdf")
    dialog = opened(desk, show)
    dialog.names.setChecked(True)
    desk.qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(dialog.message.isVisible)
    assert "holds names" in dialog.message.text()
    name = desk.case.case.persons[0].names[0]
    assert (name.family or name.full or "") in text_of(tmp_path / "ask.pdf")


def test_a_folder_that_is_not_there_is_told(desk: Desk, show, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(AskExport, "choose_file", lambda *_: tmp_path / "none" / "ask.pdf")
    dialog = opened(desk, show)
    desk.qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(dialog.message.isVisible)
    assert dialog.message.property("role") == "error"
    assert not (tmp_path / "none").exists()


def test_no_file_is_written_when_the_person_thinks_better(desk: Desk, show, monkeypatch) -> None:
    monkeypatch.setattr(AskExport, "choose_file", lambda *_: None)
    dialog = opened(desk, show)
    desk.qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert not dialog.message.isVisible()


def test_header_and_review_lead_to_it_and_from_it_to_the_place(desk: Desk, show, monkeypatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(AskDialog, "ask", lambda *_: shown.append("list") or "P1.birth.date")
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1200, 700)
    show(page)
    desk.qtbot.mouseClick(page.header.ask, Qt.MouseButton.LeftButton)
    assert page.section == "people"
    page.show_section("review")
    review = page.stack.currentWidget().property("inner")
    review.print_questions.click()
    assert shown == ["list", "list"]
    assert page.section == "people"
