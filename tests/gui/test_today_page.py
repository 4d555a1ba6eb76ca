"""The Today page: what it says, where its lines lead, and ticking a task."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrd_desktop.gui.new_task_dialog import NewTaskDialog
from hrd_desktop.gui.today_page import TodayPage
from hrd_desktop.services import cases, checking, today

from .conftest import DAY

S1 = "HRD-2026-S1"


@pytest.fixture
def opened(tasks, language, now, show, qtbot):
    def make(file, size=(1000, 800), at=now) -> TodayPage:
        page = TodayPage(file, tasks, language, at)
        page.resize(*size)
        show(page)
        qtbot.waitUntil(lambda: len(page._found) == len(today.GROUPS))
        return page

    return make


def said(page: TodayPage, group: str) -> list[tuple[str, str, str]]:
    return [(line.when, line.what.text(), line.about.text()) for line in page.by_group[group].lines]


def test_each_line_says_when_what_and_of_which_case_but_no_name(case_file, opened):
    page = opened(case_file)
    assert page.day.text() == "September 15, 2026"
    assert said(page, "overdue")[0] == (
        "March 20, 2026, 179 days ago",
        "Planned: Application submitted",
        "Four machines · HRD-2026-S5",
    )
    assert said(page, "later")[10] == (
        "November 30, 2026, in 76 days",
        "Status in the host country ends",
        "Galerie 4 · HRD-2026-S3 · P1 · Principal applicant",
    )
    assert [what for _, what, _ in said(page, "waiting")] == [
        "Decision of the partner (UNHCR) is awaited",
        "Decision of the partner (Front Line Defenders) is awaited",
        "Other application without a decision: Asylum claim",
        "A legal review asks for more facts: Protection of a home state since the flight",
        "Waits for a lawyer",
        "Questions to ask again: 1",
    ]
    assert page.by_group["later"].title.text() == "Later, within 90 days (13)"


def test_a_file_without_a_case_says_how_to_begin(empty_file, opened, qtbot):
    page = opened(empty_file)
    qtbot.waitUntil(page.begin_button.isVisible)
    assert page.first.isVisible()
    assert not any(group.isVisible() for group in page.by_group.values())
    assert not page.add_button.isVisible()
    with qtbot.waitSignal(page.begin_asked):
        page.begin_button.click()


def test_what_is_empty_says_so_calmly(empty_file, opened, now):
    cases.new_case(empty_file, "HRD-2026-0001", alias="Kettle", name="Ambrel", on=DAY)
    opened_case = cases.open_case(empty_file, "HRD-2026-0001").case
    checking.keep_headline(empty_file, checking.assess_case(opened_case, DAY), at=now())
    page = opened(empty_file)
    assert not page.begin_button.isVisible()
    texts = {key: group.empty.text() for key, group in page.by_group.items() if not group.isHidden()}
    assert texts == {
        "overdue": "Nothing is overdue.",
        "week": "No day to keep this week.",
        "later": "No day to keep in the next 90 days.",
        "waiting": "Nobody owes an answer.",
        "untouched": "Every open case was worked on in the last 30 days.",
    }
    assert not page.working.isVisible()


def test_enter_opens_the_case_at_the_place_and_the_arrows_go_from_line_to_line(case_file, opened, qtbot):
    page = opened(case_file)
    first, second = page.by_group["waiting"].lines[:2]
    first.button.setFocus()
    QTest.keyClick(first.button, Qt.Key.Key_Down)
    qtbot.waitUntil(second.button.hasFocus)
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(second.button, Qt.Key.Key_Return)
    assert chosen.args == ["HRD-2026-S4", "case.partner_decision"]
    lawyer = next(line for line in page.by_group["waiting"].lines if line.line.kind == "lawyer")
    with qtbot.waitSignal(page.chosen) as chosen:
        lawyer.button.click()
    assert chosen.args == ["HRD-2026-S4", "section:review"]


def test_a_tick_is_saved_and_taken_back(case_file, opened, qtbot):
    page = opened(case_file)
    line = next(line for line in page.by_group["later"].lines if line.line.case == S1)
    with qtbot.waitSignals([page.saving, page.saved]):
        line.box.click()
    assert cases.open_case(case_file, S1).case.tasks[0].done_on == DAY
    assert line.what.font().strikeOut()
    assert page.by_group["later"].title.text() == "Later, within 90 days (12)"
    with qtbot.waitSignal(page.saved):
        line.box.click()
    assert cases.open_case(case_file, S1).case.tasks[0].done_on is None
    assert page.by_group["later"].title.text() == "Later, within 90 days (13)"


def test_what_was_ticked_stays_to_be_taken_back_when_the_page_is_read_again(case_file, opened, qtbot):
    page = opened(case_file)
    group = page.by_group["later"]
    line = next(line for line in group.lines if line.line.case == S1)
    with qtbot.waitSignal(page.saved):
        line.box.click()
    answers = []
    came = page._came
    page._came = lambda *answer: (came(*answer), answers.append(answer))
    page._ask()
    qtbot.waitUntil(lambda: len(answers) == len(today.GROUPS))
    assert line in group.lines
    assert line.box.isChecked()
    assert group.title.text() == "Later, within 90 days (12)"


def test_what_was_read_while_it_was_ticked_does_not_take_the_line_away(case_file, opened, qtbot):
    page = opened(case_file)
    group = page.by_group["later"]
    line = next(line for line in group.lines if line.line.case == S1)
    with qtbot.waitSignal(page.saved):
        line.box.click()
    page._ask()
    line.box.click()  # the answers are still on their way
    came, answers = page._came, []
    page._came = lambda *answer: (came(*answer), answers.append(answer))
    qtbot.waitUntil(lambda: len(answers) == len(today.GROUPS))  # asked once more, as the first answers were too old
    assert [line.box.isChecked() for line in group.lines if line.line.case == S1 and line.box] == [False]
    assert group.title.text() == "Later, within 90 days (13)"


def test_what_was_ticked_hides_no_line_of_those_that_follow(case_file, opened, qtbot, now):
    for number in range(30):
        today.add_task(case_file, S1, f"task {number}", DAY, at=now())
    page = opened(case_file)
    group = next(group for group in page.by_group.values() if group.more.isVisible())
    with qtbot.waitSignal(page.saved):
        group.lines[-1].box.click()
    before = len(group.lines)
    group.more.click()
    qtbot.waitUntil(lambda before=before: len(group.lines) > before)
    while group.more.isVisible():
        before = len(group.lines)
        group.more.click()
        qtbot.waitUntil(lambda before=before: len(group.lines) > before)
    found = [line.what.text() for line in group.lines]
    assert sorted(text for text in found if text.startswith("task")) == sorted(f"task {n}" for n in range(30))


def test_the_page_says_what_is_still_being_worked_out(case_file, opened, qtbot, now):
    later = now() + timedelta(days=1)
    page = opened(case_file, at=lambda: later)
    qtbot.waitUntil(lambda: today.stale(case_file, later.date()) == 0)
    qtbot.waitUntil(lambda: not page.working.isVisible())
    page._count(37)
    assert page.working.text() == "Deadlines are being worked out; cases not looked at yet today: 37"


def test_more_lines_come_when_asked_for(case_file, opened, qtbot, now):
    for number in range(30):
        today.add_task(case_file, S1, f"task {number}", DAY, at=now())
    checking.refresh_headlines(case_file, DAY)
    page = opened(case_file)
    group = page.by_group["week"]
    assert (len(group.lines), group.more.text()) == (20, "Show more (10)")
    group.more.click()
    qtbot.waitUntil(lambda: len(group.lines) == 30)
    assert not group.more.isVisible()
    qtbot.waitUntil(group.lines[20].button.hasFocus)


def test_french_is_taken_at_once(case_file, opened, language, qtbot):
    page = opened(case_file)
    language.set("fr")
    qtbot.waitUntil(lambda: page.by_group["overdue"].title.text().startswith("En retard"))
    assert said(page, "overdue")[0][:2] == ("20 mars 2026, il y a 179 jours", "Prévu\u00a0: Demande présentée")


def test_large_letters_stand_the_day_above(case_file, opened, dressed, qtbot):
    page = opened(case_file, (700, 800))
    dressed.set("dark", 200)
    line = page.by_group["later"].lines[0]
    qtbot.waitUntil(lambda: line.what.mapTo(line, line.what.rect().topLeft()).y() > line.what.height() // 2)
    assert page.ground.width() <= page.scroller.viewport().width()


@pytest.fixture
def dialog(case_file, tasks, language, now, show, qtbot):
    made = NewTaskDialog(case_file, tasks, language, now)
    show(made)
    qtbot.waitUntil(lambda: made.found.count() == 5)
    return made


def test_a_new_task_needs_words_and_a_case(dialog, case_file, qtbot):
    dialog.submit()
    assert dialog.message.text() == "Write what is to be done."
    dialog.text.setText("call the clinic")
    dialog.submit()
    assert dialog.message.text() == "Choose the case it belongs to."
    QTest.keyClicks(dialog.search, "notebook")
    qtbot.waitUntil(lambda: dialog.found.count() == 1)
    dialog.day.usual.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    added = cases.open_case(case_file, S1).case.tasks[-1]
    assert (added.text, added.due_on) == ("call the clinic", DAY + timedelta(days=1))


def test_the_day_of_a_task_may_be_any_or_none(dialog):
    choice = dialog.day
    assert choice.day() == DAY + timedelta(days=7)
    choice.usual.setCurrentIndex(choice.usual.findText("Another day"))
    assert choice.other.isVisible()
    assert choice.day() == DAY
    choice.usual.setCurrentIndex(choice.usual.findText("No day"))
    assert choice.day() is None
    assert not choice.other.isVisible()
