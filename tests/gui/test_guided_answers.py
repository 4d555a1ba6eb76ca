"""One question at a time: answering, skipping and not knowing, rows in a loop, by mouse and by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.guided_rows import GuidedRows
from tests.gui.guided_desk import focused_place, guided, section


def test_an_answer_is_kept_and_the_keys_go_on_and_back(case_page_of, qtbot) -> None:
    desk, page = case_page_of()
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


def test_enter_in_a_line_goes_on(case_page_of, qtbot) -> None:
    desk, page = case_page_of()
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


def test_what_could_not_be_taken_stays_in_sight_until_it_is_mended_or_skipped(case_page_of, qtbot) -> None:
    desk, page = case_page_of()
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


def test_what_is_skipped_or_not_known_is_noted(case_page_of) -> None:
    desk, page = case_page_of()
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


def test_an_answer_takes_away_that_it_was_to_be_asked(case_page_of, qtbot) -> None:
    desk, page = case_page_of()
    desk.case.set_value("case.unhcr_office", None)
    page.show_place("case.unhcr_office")
    asks = guided(page)
    asks.again.click()
    asks.back.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Field office")
    asks.skip.click()
    assert desk.stored("case.unhcr_office") == "Field office"
    assert "case.unhcr_office" not in [row.at for row in desk.on_file().known_by]


def test_rows_are_asked_for_until_there_is_no_other(case_page_of, qtbot) -> None:
    desk, page = case_page_of()
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


def test_that_there_is_none_can_be_said_where_the_format_has_a_word_for_it(case_page_of, qtbot) -> None:
    desk, page = case_page_of()
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


def test_a_new_person_is_asked_about_their_ties_and_then_with_their_label_in_sight(case_page_of, monkeypatch) -> None:
    desk, page = case_page_of()
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


def test_looking_at_questions_changes_nothing(case_page_of) -> None:
    """Going over a field saves what was typed in it; where nothing was, nothing may be different."""
    desk, page = case_page_of("s5")
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
