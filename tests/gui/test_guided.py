"""One question at a time: the order of the page, rows in a loop, skipping and not knowing, by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hrd_desktop.core.sections import SECTIONS, section_by_key
from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.guided import Guided
from hrd_desktop.gui.guided_rows import GuidedRows
from hrd_desktop.gui.guided_walk import section_questions
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.section_page import SectionPage
from hrd_desktop.services import cases
from tests.gui.case_desk import NOW, Desk

Made = tuple[Desk, CasePage]


@pytest.fixture
def page_of(desk_of, show) -> Callable[..., Made]:
    def make(sample: str = "s1", *, lang: str = "en", width: int = 1184) -> Made:
        desk = desk_of(sample)
        page = CasePage(desk.case, desk.tasks, lang)
        page.resize(width, 728)
        show(page)
        return desk, page

    return make


def section(page: CasePage) -> SectionPage:
    shown = page.stack.currentWidget()
    assert isinstance(shown, SectionPage)
    return shown


def guided(page: CasePage, key: str = "") -> Guided:
    if key:
        page.show_section(key)
    if not section(page).switch.guided:
        section(page).switch.one.click()
    found = section(page).guided
    assert found is not None
    return found


def focused_place() -> str:
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget.place if isinstance(widget, FieldEditor) else ""


def test_a_walk_through_a_section_asks_every_question_in_the_order_of_the_page(page_of) -> None:
    desk, page = page_of()
    asks = guided(page, "asylum")
    wanted = [found.place for found in section_questions(desk.case, section_by_key("asylum"))]
    seen = []
    while asks.place:
        seen.append(asks.place)
        assert asks.progress.text().startswith(f"Question {len(seen)} of {len(wanted)} · ")
        asks.next.click()
    assert seen == wanted
    assert len(wanted) > 10
    assert asks.finished.isVisible()
    for place in reversed(wanted):
        asks.back.click()
        assert asks.place == place


def test_every_section_can_be_walked_to_its_end(page_of) -> None:
    desk, page = page_of("s2")
    for key, _ in page.titles():
        if section_by_key(key).blocks and key != "journal":  # what staff do is no questionnaire
            asks = guided(page, key)
            asks.walk.to_start()
            seen = 0
            while asks.place:
                asks.go_on()
                seen += 1
                assert seen < 400
            assert seen, key
    assert desk.case.drafts == {}


def test_an_answer_is_kept_and_the_keys_go_on_and_back(page_of, qtbot) -> None:
    desk, page = page_of()
    guided(page, "referral")
    page.show_place("case.partner_reference")
    asks = guided(page)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "A-77")
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asks.place == "case.priority"
    assert focused_place() == "case.priority"
    assert desk.stored("case.partner_reference") == "A-77"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert asks.place == "case.partner_reference"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert asks.place == "case.priority"


def test_enter_in_a_line_goes_on(page_of, qtbot) -> None:
    desk, page = page_of()
    guided(page, "referral")
    page.show_place("case.partner_reference")
    asks = guided(page)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "A-78")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asks.place == "case.priority"
    assert desk.stored("case.partner_reference") == "A-78"


def test_what_could_not_be_taken_stays_in_sight_until_it_is_mended_or_skipped(page_of, qtbot) -> None:
    desk, page = page_of()
    desk.case.set_value("P1.birth.date", None)
    guided(page, "people")
    page.show_place("P1.birth.date")
    asks = guided(page)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "31")
    asks.next.click()
    assert asks.place == "P1.birth.date"
    assert line.text() == "31"
    asks.skip.click()
    assert asks.place != "P1.birth.date"


def test_what_is_skipped_or_not_known_is_noted(page_of) -> None:
    desk, page = page_of()
    desk.case.set_value("case.unhcr_office", None)
    desk.case.set_value("case.intended_city", None)
    desk.case.set_value("case.wants_permanent_resettlement", None)
    page.show_place("case.unhcr_office")
    asks = guided(page)
    assert asks.place == "case.unhcr_office"
    asks.skip.click()
    page.show_place("case.wants_permanent_resettlement")
    asks.unknown.click()
    page.show_place("case.intended_city")
    asks.again.click()
    assert asks.place != "case.intended_city"
    case = desk.on_file()
    noted = {row.at: (row.how_known, row.ask_again) for row in case.known_by}
    assert noted["case.unhcr_office"] == ("unknown", True)
    assert noted["case.intended_city"] == ("unknown", True)
    assert case.wants_permanent_resettlement == "unknown"


def test_an_answer_takes_away_that_it_was_to_be_asked(page_of, qtbot) -> None:
    desk, page = page_of()
    desk.case.set_value("case.unhcr_office", None)
    page.show_place("case.unhcr_office")
    asks = guided(page)
    asks.again.click()
    asks.back.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Field office")
    asks.skip.click()
    assert desk.stored("case.unhcr_office") == "Field office"
    assert "case.unhcr_office" not in [row.at for row in desk.on_file().known_by]


def test_rows_are_asked_for_until_there_is_no_other(page_of, qtbot) -> None:
    desk, page = page_of()
    before = list(desk.case.rows("P1.travel"))
    page.show_place("P1.travel")
    asks = guided(page)
    assert isinstance(asks.slot, GuidedRows)
    assert "P1" in asks.about.text()
    asks.slot.add.click()
    (row,) = set(desk.case.rows("P1.travel")) - set(before)
    assert asks.place == f"{row}.start"
    assert asks.progress.text().startswith("Question 1 of ")
    assert "P1" in asks.about.text()
    desk.case.set_value(f"{row}.start", None)
    while asks.place != "P1.travel":
        asks.next.click()
    assert row not in desk.case.rows("P1.travel")  # nothing was said about it
    asks.slot.add.click()
    (row,) = set(desk.case.rows("P1.travel")) - set(before)
    desk.case.set_value(f"{row}.country", "KE")
    while asks.place != "P1.travel":
        asks.next.click()
    assert row in desk.case.rows("P1.travel")
    assert asks.slot.asks.text() == "Is there another one?"
    qtbot.mouseClick(asks.slot.lines[row], Qt.MouseButton.LeftButton)
    assert asks.place.startswith(row)
    asks.remove.click()
    assert asks.place == "P1.travel"
    assert row not in desk.case.rows("P1.travel")


def test_that_there_is_none_can_be_said_where_the_format_has_a_word_for_it(page_of, qtbot) -> None:
    desk, page = page_of()
    for key in list(desk.case.rows("P1.acts")):
        desk.case.remove_row(key)
    desk.case.set_value("P1.none_declared", [])
    page.show_place("P1.acts")
    asks = guided(page)
    assert asks.place == "P1.acts"
    assert asks.slot.none.isVisible()
    asks.slot.none.click()
    assert asks.place != "P1.acts"
    assert desk.stored("P1.none_declared") == ["acts"]
    asks.back.click()
    assert asks.slot.asks.text() == "Asked: there is none."
    page.show_place("P1.addresses")
    assert not asks.slot.none.isVisible()


def test_a_new_person_is_asked_about_their_ties_and_then_with_their_label_in_sight(page_of, monkeypatch) -> None:
    desk, page = page_of()
    asks = guided(page, "people")
    assert asks.place == "case.persons"
    monkeypatch.setattr(AddRelativeDialog, "ask", lambda *_: "")
    asks.slot.add.click()
    assert asks.place == "case.persons"

    def ask(_context: object, to: str, _tie: object, _parent: QWidget) -> str:
        assert to == desk.case.case.principal
        return str(desk.case.add_row("case.persons", {}))

    monkeypatch.setattr(AddRelativeDialog, "ask", ask)
    before = set(desk.case.rows("case.persons"))
    asks.slot.add.click()
    (person,) = set(desk.case.rows("case.persons")) - before
    assert asks.place == f"{person}.relation"
    assert person in asks.about.text()
    desk.case.set_value(f"{person}.relation", "sibling")
    desk.qtbot.waitUntil(lambda: desk.context.words.code("relation", "sibling") in asks.about.text())


def test_a_question_that_stops_being_asked_is_passed_over(page_of) -> None:
    desk, page = page_of()
    (row, *_) = desk.case.rows("P1.addresses")
    desk.case.set_value(f"{row}.end", None)
    desk.case.set_value(f"{row}.ongoing", True)
    page.show_place(f"{row}.start")
    asks = guided(page)
    assert asks.place == f"{row}.start"
    seen = []
    while asks.place.startswith(row):
        seen.append(asks.place)
        asks.next.click()
    assert f"{row}.ongoing" in seen
    assert f"{row}.end" not in seen


def test_links_lead_to_the_question(page_of) -> None:
    desk, page = page_of("s2")
    guided(page, "people")
    places = {place for item in desk.case.assessment.items if not item.clear for place in item.places}
    assert places
    for place in sorted(places):
        page.show_section("journal")
        page.show_place(place)
        assert page.section != "journal", place
        asks = section(page).guided
        asked = asks.place if section(page).switch.guided else focused_place()
        assert asked.startswith(place.removesuffix("_info")) or place.startswith(asked), (place, asked)


def test_help_stands_below_where_there_is_no_room_beside(page_of, dressed) -> None:
    _, page = page_of(width=1600)
    page.show_place("P1.birth.date")
    asks = guided(page)
    assert page.help_panel.isVisible()
    assert not asks.help.isVisible()
    assert page.help_panel.title.text() == "Date of birth"
    page.resize(700, 728)
    assert not page.help_panel.isVisible()
    assert asks.help.isVisible()


def test_help_beside_is_that_of_the_question_also_of_a_list(page_of) -> None:
    desk, page = page_of(width=1600)
    page.show_section("background:P1")
    asks = guided(page)
    assert asks.place == "P1.addresses"
    assert page.help_panel.title.text() == desk.context.words.field("person", "addresses")
    asks.next.click()
    assert page.help_panel.title.text() == desk.context.words.field("person", "history")


def test_switching_keeps_the_question(page_of) -> None:
    _, page = page_of()
    page.show_place("IN1.place")
    asks = guided(page)
    assert asks.place == "IN1.place"
    asks.next.click()
    place = asks.place
    section(page).switch.all.click()
    assert focused_place() == place


def test_every_section_is_followed_by_the_next(page_of) -> None:
    _, page = page_of()
    with_fields = [found.key for found in SECTIONS if found.blocks]
    asks = guided(page, with_fields[0])
    while asks.place:
        asks.go_on()
    asks.next.click()
    assert page.section == with_fields[1]
    assert section(page).guided.isVisible()


def test_looking_at_questions_changes_nothing(page_of) -> None:
    """Going over a field saves what was typed in it; where nothing was, nothing may be different."""
    desk, page = page_of("s5")
    before = desk.on_file()
    for key in ("people", "background:P1", "incidents", "referral"):
        asks = guided(page, key)
        asks.walk.to_start()
        while asks.place:
            asks.go_on()
    for place in ("P1.birth.date", "IN1.date", "P1.addresses"):
        page.show_place(place)
        section(page).flush()
    assert desk.on_file() == before
    assert desk.case.drafts == {}


def test_before_the_first_consent_only_what_may_be_kept_is_asked(empty_file, tasks, show) -> None:
    cases.new_case(empty_file, "HRD-2026-N1", alias="Lantern", name="Amal", on=NOW.date())
    case = OpenCase(empty_file, cases.open_case(empty_file, "HRD-2026-N1"), tasks, lambda: NOW)
    page = CasePage(case, tasks, "en")
    case.setParent(page)
    page.resize(1184, 728)
    show(page)
    asks = guided(page, "safety_consent")
    seen = []
    while asks.place:
        seen.append(asks.place)
        asks.go_on()
    assert seen[0] == "case.consents"
    assert "P1.contact.safe_channels" in seen
    asks = guided(page, "people")
    seen = []
    while asks.place:
        seen.append(asks.place)
        asks.go_on()
    assert "P1.names" in seen
    assert "P1.birth.date" not in seen
    asks = guided(page, "incidents")
    assert asks.place == ""
    assert asks.finished.text() == "Nothing is asked here now."
