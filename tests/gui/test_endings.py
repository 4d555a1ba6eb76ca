"""Closing a case, being asked when its day comes, erasing it, erasing the whole file: as a person does it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate

from hrd_desktop.gui.close_case_dialog import CloseCaseDialog
from hrd_desktop.gui.erase_dialog import EraseDialog
from hrd_desktop.gui.frame import Frame
from hrd_desktop.services import backups, cases, ending, erasing
from hrd_desktop.services.cases import CaseloadQuery

from .answers import answering, closing_what_is_told
from .conftest import DAY, PASSPHRASE
from .frame_desk import unlock

CASE = "HRD-2026-S1"


@pytest.fixture
def frame(frame, qtbot):
    """Unlocked; no backup is made unasked."""
    frame.care.keeper.automatic = False
    unlock(frame, qtbot, PASSPHRASE)
    return frame


@pytest.fixture
def on_case(frame, qtbot):
    frame.open_case(CASE)
    qtbot.waitUntil(lambda: shown(frame) == "CasePage")
    return frame


def shown(frame: Frame) -> str:
    return type(frame.pages.currentWidget()).__name__


def standing(frame: Frame) -> ending.Standing:
    file = frame._file
    assert file is not None
    return ending.standing(file, CASE)


def close_for_years(dialog: CloseCaseDialog, years: int = 3) -> None:
    dialog.until.years.setCurrentIndex(dialog.until.years.findData(years))
    dialog.submit()


# Closing


def test_closing_asks_until_when_and_one_step_takes_it_back(on_case, qtbot):
    page = on_case.pages.currentWidget()
    answering(CloseCaseDialog, close_for_years)
    on_case.menus.ending.close_case.emit()
    qtbot.waitUntil(lambda: standing(on_case).until is not None)
    found = standing(on_case)
    assert (found.stage, found.closed_on, found.until) == ("closed", DAY, date(2029, 9, 15))
    assert page.header.stage.currentData() == "closed"
    said = "The case is closed. It is kept until September 15, 2029."
    qtbot.waitUntil(lambda: on_case.status.currentMessage() == said)
    page.context.case.undo()
    qtbot.waitUntil(lambda: not standing(on_case).closed)
    assert standing(on_case).closed_on is None
    assert ending.due(on_case._file, date(2040, 1, 1)) == []
    page.context.case.redo()
    qtbot.waitUntil(lambda: standing(on_case).closed)
    assert len(ending.due(on_case._file, date(2040, 1, 1))) == 1


def test_the_stage_in_the_head_of_the_case_leads_to_the_same_question(on_case, qtbot):
    page = on_case.pages.currentWidget()
    answered = answering(CloseCaseDialog, lambda dialog: dialog.reject())
    page.header.stage.chosen.emit("closed")
    qtbot.waitUntil(lambda: bool(answered))
    assert page.header.stage.currentData() == "review"
    assert not standing(on_case).closed
    answering(CloseCaseDialog, close_for_years)
    page.header.stage.chosen.emit("closed")
    qtbot.waitUntil(lambda: standing(on_case).closed)
    page.header.stage.chosen.emit("visa")
    qtbot.waitUntil(lambda: not standing(on_case).closed)
    assert (standing(on_case).stage, standing(on_case).closed_on) == ("visa", None)


def test_days_that_make_no_sense_are_said_in_the_window(on_case, language, qtbot):
    dialog = CloseCaseDialog(standing(on_case), DAY, language.words, on_case)
    dialog.day.setDate(QDate(2019, 1, 1))
    dialog.submit()
    assert dialog.answer is None
    assert "before it was opened" in dialog.message.text()
    dialog.day.setDate(QDate(2026, 9, 1))
    assert dialog.until.years.itemText(0) == "1 year, until September 1, 2027"
    dialog.until.choose(date(2026, 9, 1))
    dialog.submit()
    assert "has to come after" in dialog.message.text()
    dialog.until.choose(date(2031, 1, 1))
    dialog.submit()
    assert dialog.answer is not None
    assert (dialog.answer.what, dialog.answer.on, dialog.answer.until) == ("close", date(2026, 9, 1), date(2031, 1, 1))


def test_a_closed_case_is_kept_no_shorter_out_of_habit(on_case, language, now):
    ending.close(on_case._file, CASE, on=DAY, until=date(2031, 3, 4), at=now())
    dialog = CloseCaseDialog(standing(on_case), DAY, language.words, on_case)
    dialog.submit()
    assert dialog.answer is not None
    assert (dialog.answer.what, dialog.answer.until) == ("keep", date(2031, 3, 4))


def test_a_closed_case_is_opened_again_from_its_page(on_case, qtbot):
    answering(CloseCaseDialog, close_for_years)
    on_case.menus.ending.close_case.emit()
    qtbot.waitUntil(lambda: standing(on_case).until is not None)
    answering(CloseCaseDialog, lambda dialog: dialog.other_button.click())
    on_case.menus.ending.close_case.emit()
    qtbot.waitUntil(lambda: standing(on_case).until is None)
    assert (standing(on_case).stage, standing(on_case).closed_on) == ("review", None)
    assert on_case.pages.currentWidget().header.stage.currentData() == "review"


def test_the_menu_offers_only_what_can_be_done(frame, qtbot):
    close, erase, _, erase_file = frame.menus.ending.actions()
    assert (close.isEnabled(), erase.isEnabled(), erase_file.isEnabled()) == (False, False, True)
    frame.open_case(CASE)
    qtbot.waitUntil(lambda: shown(frame) == "CasePage")
    assert (close.isEnabled(), erase.isEnabled()) == (True, True)
    frame.show_today()
    assert not close.isEnabled()
    frame.menus.ending.close_case.emit()
    frame.menus.ending.erase_case.emit()


# The caseload


def test_closed_cases_are_out_of_the_list_until_they_are_asked_for(frame, now, qtbot):
    ending.close(frame._file, CASE, on=DAY, until=DAY + timedelta(400), at=now())
    frame.show_caseload()
    page = frame.pages.currentWidget()
    qtbot.waitUntil(page.closed_button.isVisible)
    assert page.model.rowCount() == 4
    assert page.closed_button.text() == "Show closed cases (1)"
    page.closed_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    qtbot.waitUntil(lambda: page.closed_button.text() == "Hide closed cases (1)")
    page.closed_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.stage.setCurrentIndex(page.stage.findData("closed"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert not page.closed_button.isVisible()


def test_a_search_says_that_a_closed_case_matches(frame, now, qtbot):
    ending.close(frame._file, CASE, on=DAY, until=DAY + timedelta(400), at=now())
    frame.show_caseload()
    page = frame.pages.currentWidget()
    page.search.setText(CASE)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    qtbot.waitUntil(page.closed_button.isVisible)
    page.closed_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_where_every_case_is_closed_it_is_said(frame, now, qtbot):
    for code in [row.code for row in cases.list_cases(frame._file, CaseloadQuery())]:
        ending.close(frame._file, code, on=DAY, until=DAY + timedelta(400), at=now())
    frame.show_caseload()
    page = frame.pages.currentWidget()
    qtbot.waitUntil(lambda: page.empty_title.text() == "Every case in this file is closed.")


# When the day comes


@pytest.fixture
def come(frame, now, qtbot):
    """A closed case whose day is today, and the Today page."""
    ending.close(frame._file, CASE, on=date(2026, 9, 1), until=DAY, at=now())
    frame.show_today()
    page = frame.pages.currentWidget()
    qtbot.waitUntil(lambda: bool(page.by_group["ended"].lines))
    return page


def test_today_asks_and_erases_nothing_by_itself(frame, come, qtbot):
    (line,) = come.by_group["ended"].lines
    assert line.what.text() == "Was to be kept until this day: decide what becomes of it"
    assert CASE in line.about.text()
    answered = answering(CloseCaseDialog, lambda dialog: dialog.reject())
    line.button.click()
    qtbot.waitUntil(lambda: bool(answered))
    assert erasing.weigh(frame._file, CASE).persons == 3
    assert len(ending.due(frame._file, DAY)) == 1


def test_it_is_kept_longer(frame, come, qtbot):
    answering(CloseCaseDialog, close_for_years)
    come.by_group["ended"].lines[0].button.click()
    qtbot.waitUntil(lambda: standing(frame).until == date(2029, 9, 15))
    qtbot.waitUntil(lambda: shown(frame) == "TodayPage" and not frame.pages.currentWidget().by_group["ended"].lines)
    assert ending.due(frame._file, DAY) == []


def test_or_it_is_erased(frame, come, qtbot):
    answering(CloseCaseDialog, lambda dialog: dialog.erase_button.click())
    answering(EraseDialog, lambda dialog: (dialog.typed.setText(CASE.lower()), dialog.submit()))
    said = closing_what_is_told()
    come.by_group["ended"].lines[0].button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert CASE not in [row.code for row in cases.list_cases(frame._file, CaseloadQuery())]
    qtbot.waitUntil(lambda: shown(frame) == "TodayPage" and frame.pages.currentWidget() is not come)


# Erasing a case


def test_erasing_asks_for_the_code_and_says_what_goes(on_case, tasks, language, now, qtbot):
    desk = on_case.desk()
    dialog = EraseDialog(language.words, on_case)
    dialog.show_case(desk, erasing.weigh(desk.file, CASE))
    dialog.open()
    assert "Persons: 3" in dialog.goes.text()
    assert "September 15, 2027" in dialog.remains.text()
    for typed in ("", "HRD", "HRD-2026-S2"):
        dialog.typed.setText(typed)
        dialog.submit()
        assert dialog.message.text() == f"This is not the code of the case ({CASE}). Nothing was erased."
    assert erasing.weigh(desk.file, CASE).persons == 3
    dialog.typed.setText(CASE)
    dialog.renew.setChecked(True)
    dialog.submit()
    assert not dialog.back_button.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.back_button.isEnabled)
    assert dialog.erased
    assert dialog.heading.text() == "The case is erased"
    assert "A new backup was made" in dialog.remains.text()
    assert len(backups.found(backups.file_id_of(desk.file))) == 1
    dialog.back_button.click()


def test_erasing_the_case_in_front_leads_to_the_list(on_case, qtbot):
    failed: list[object] = []
    on_case._tasks.unseen.connect(failed.append)
    answering(EraseDialog, lambda dialog: (dialog.typed.setText(CASE), dialog.submit()))
    closing_what_is_told()
    on_case.menus.ending.erase_case.emit()
    qtbot.waitUntil(lambda: shown(on_case) == "CaseloadPage")
    page = on_case.pages.currentWidget()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert failed == []


def test_what_is_refused_is_said_and_the_window_goes_on(on_case, language, qtbot):
    desk = on_case.desk()
    held = erasing.weigh(desk.file, CASE)
    dialog = EraseDialog(language.words, on_case)
    dialog.show_case(desk, held)
    dialog.open()
    erasing.erase_case(desk.file, CASE, CASE, at=desk.now())
    dialog.typed.setText(CASE)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message.text()))
    assert not dialog.erased
    assert dialog.go_button.isEnabled()
