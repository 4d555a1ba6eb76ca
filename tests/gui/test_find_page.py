"""Finding as a page: results as somebody types, by case, opened with Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.find_page import FindPage
from hrd_desktop.services import editing, files


@pytest.fixture
def page(case_file, tasks, language, show):
    made = FindPage(case_file, tasks, language)
    made.resize(900, 700)
    return show(made)


def look(page: FindPage, text: str, qtbot) -> list[str]:
    page.search.setFocus()
    with qtbot.waitSignal(page.model.answered):
        page.search.setText(text)
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def test_begins_with_what_it_is_for(page):
    assert page.stack.currentWidget() is page.empty
    assert "everything that was written" in page.empty_title.text()
    assert not page.count.isVisible()


def test_results_stand_under_their_case_with_the_place_in_words(page, case_file, now, qtbot):
    editing.change(case_file, "HRD-2026-S1", [SetValue("P2.birth.city", "Oranjezicht")], at=now())
    editing.change(case_file, "HRD-2026-S1", [SetValue("IN3.description", "The oranjezicht lamp")], at=now())
    assert look(page, "oranj", qtbot) == [
        "Notebook\nHRD-2026-S1",
        "Spouse P2 · Birth · City or town of birth",
        "Incident IN3 · What happened",
    ]
    assert page.count.text() == "Places found: 2"
    assert page.list.currentIndex().row() == 1


def test_a_case_is_a_heading_and_cannot_be_chosen(page, qtbot):
    look(page, "hrd 2026", qtbot)
    heading = page.model.index(0)
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert page.model.result(heading) is None


def test_enter_opens_the_first_place_even_before_the_answer_is_in(page, qtbot):
    page.search.setFocus()
    with qtbot.waitSignal(page.chosen) as opened:
        QTest.keyClicks(page.search, "clinics")
        QTest.keyClick(page.search, Qt.Key.Key_Return)
    case, place, text = opened.args
    assert (case, text) == ("HRD-2026-S1", "clinics")
    assert place == page.model.result(page.model.index(1)).place


def test_keys_lead_into_the_list_and_enter_opens(page, qtbot):
    look(page, "hospital", qtbot)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.chosen) as opened:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened.args[1] == page.model.result(page.model.index(2)).place


def test_nothing_found_says_so_and_what_to_try(page, qtbot):
    look(page, "zzzzzz", qtbot)
    assert page.stack.currentWidget() is page.empty
    assert "do not stand together" in page.empty_title.text()


def test_names_show_only_when_asked_for(page, case_file, now, qtbot):
    editing.change(case_file, "HRD-2026-S1", [SetValue("N1.family", "Oranjezicht")], at=now())
    look(page, "oranjez", qtbot)
    result = page.model.result(page.model.index(1))
    assert page.model.said(result) == "In a name. Names are hidden."
    with qtbot.waitSignal(page.model.answered):
        page.show_names.click()
    assert page.model.said(page.model.result(page.model.index(1))) == "Oranjezicht"


def test_escape_empties_the_field_then_leads_back(page, qtbot):
    look(page, "hospital", qtbot)
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.search, Qt.Key.Key_Escape)


def test_more_places_come_as_somebody_scrolls(page, qtbot):
    look(page, "the", qtbot)
    before = page.model.rowCount()
    with qtbot.waitSignal(page.model.rowsInserted):
        page.list.scrollToBottom()
    assert page.model.rowCount() > before
    results = [page.model.result(page.model.index(row)) for row in range(page.model.rowCount())]
    places = [(one.case, one.place) for one in results if one is not None]
    assert len(places) == len(set(places))


def test_what_is_typed_on_is_what_counts(page, qtbot):
    with qtbot.waitSignal(page.model.answered) as answered:
        page.model.look("hospital", names=False)
        page.model.look("zzzz", names=False)
    assert answered.args == [0, False]
    assert page.model.rowCount() == 0


def test_a_file_that_refuses_is_told(page, case_file, qtbot):
    files.lock(case_file)
    with qtbot.waitSignal(page.model.failed):
        page.search.setText("hospital")
    assert page.message.isVisible()
    assert page.message.text()


def test_words_follow_the_language(page, language, qtbot):
    look(page, "hospital", qtbot)
    language.set("fr")
    qtbot.waitUntil(lambda: page.heading.text() == "Rechercher")
    assert page.count.text().startswith("Endroits trouvés")
    assert page.model.index(1).data().startswith("Demandeur principal P1 · ")


def test_the_frame_opens_what_was_found_and_finds_again(opened, qtbot):
    opened.menus.find.emit()
    page = opened.pages.currentWidget()
    assert isinstance(page, FindPage)
    assert opened.rail.find_button.isChecked()
    look(page, "clinics", qtbot)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: type(opened.pages.currentWidget()).__name__ == "CasePage")
    case_page = opened.pages.currentWidget()
    opened.show_find()
    again = opened.pages.currentWidget()
    assert isinstance(again, FindPage)
    assert again.search.text() == again.search.selectedText() == "clinics"
    qtbot.waitUntil(lambda: again.model.rowCount() > 1)
    again.search.clear()
    QTest.keyClick(again.search, Qt.Key.Key_Escape)
    assert opened.pages.currentWidget() is case_page


def test_locking_takes_the_words_away(opened, qtbot):
    opened.show_find()
    look(opened.pages.currentWidget(), "hospital", qtbot)
    opened.lock()
    assert opened._looked_for == ""
    assert not [page for n in range(opened.pages.count()) if isinstance(page := opened.pages.widget(n), FindPage)]
