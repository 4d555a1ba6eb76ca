"""Tasks and journal of a case: order, ticking, writing without confirming, and when something was written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hrd_desktop.core.staff import JournalEntry, Task
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.journal_body import JournalBody
from hrd_desktop.services import journal
from tests.gui.case_desk import NOW

TODAY = NOW.date()


@pytest.fixture
def body(desk, show, qtbot):
    made = JournalBody(desk.context)
    made.resize(700, 900)
    show(made)
    return made


def texts(body: JournalBody, box) -> list[str]:
    return [box.itemAt(n).widget().text.text() for n in range(box.count())]


def heads(body: JournalBody, box) -> list[str]:
    return [box.itemAt(n).widget().head.text() for n in range(box.count())]


def add_tasks(desk, qtbot, body, *tasks: Task) -> None:
    for task in tasks:
        values = {"text": task.text, "due_on": task.due_on, "done_on": task.done_on, "person": task.person}
        desk.case.add_row("case.tasks", {name: value for name, value in values.items() if value is not None})
    qtbot.waitUntil(lambda: not body._soon.isActive())


def test_open_tasks_come_first_by_day_and_late_ones_say_so(desk, body, qtbot):
    day = timedelta(days=1)
    add_tasks(
        desk,
        qtbot,
        body,
        Task(id="", text="none"),
        Task(id="", text="late", due_on=TODAY - 3 * day, person="P1"),
        Task(id="", text="done", due_on=TODAY - 9 * day, done_on=TODAY - day),
    )
    assert texts(body, body._open) == [
        "late",
        "Ask the partner for the date on which it will sign the referral",
        "none",
    ]
    assert heads(body, body._open) == [
        "Overdue: September 12, 2026, 3 days ago · P1 · Principal applicant",
        "Until September 25, 2026, in 10 days",
        "",
    ]
    assert body.done.text() == "Done (1)"
    assert texts(body, body._done) == []
    body.done.click()
    assert texts(body, body._done) == ["done"]
    assert heads(body, body._done) == ["Done on September 14, 2026"]


def test_a_tick_is_of_today_and_can_be_undone(desk, body, qtbot):
    card = body.cards["TK1"]
    card.box.click()
    assert desk.stored("TK1.done_on") == TODAY
    qtbot.waitUntil(lambda: "TK1" not in body.cards)
    desk.case.undo()
    qtbot.waitUntil(lambda: "TK1" in body.cards)
    assert not body.cards["TK1"].box.isChecked()
    assert desk.stored("TK1.done_on") is None


def test_a_new_task_by_the_keyboard(desk, body, qtbot):
    QTest.keyClicks(body.new_task.text, "call the clinic")
    body.new_task.person.setCurrentIndex(1)
    QTest.keyClick(body.new_task.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "call the clinic" in texts(body, body._open))
    [added] = [task for task in desk.on_file().tasks if task.text == "call the clinic"]
    assert (added.due_on, added.person) == (TODAY + timedelta(days=7), "P1")
    assert body.new_task.text.text() == ""
    QTest.keyClick(body.new_task.text, Qt.Key.Key_Return)
    assert len(desk.on_file().tasks) == 2


def test_what_is_written_is_saved_while_it_is_written(desk, body, qtbot):
    before = len(desk.case.case.journal)
    body.quick.paper.setFocus()
    qtbot.waitUntil(body.quick.paper.hasFocus)
    body.quick.by.setText("R. Ostrava")
    QTest.keyClicks(body.quick.paper, "She called.")
    qtbot.waitUntil(lambda: len(desk.case.case.journal) == before + 1)
    entry = desk.on_file().journal[-1]
    assert (entry.on, entry.by, entry.text) == (TODAY, "R. Ostrava", "She called.")
    assert entry.id not in body.cards
    QTest.keyClicks(body.quick.paper, " All well.")
    body.quick.flush()
    assert desk.on_file().journal[-1].text == "She called. All well."
    QTest.keyClick(body.quick.paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert body.quick.paper.toPlainText() == ""
    qtbot.waitUntil(lambda: entry.id in body.cards)
    QTest.keyClicks(body.quick.paper, "Another")
    body.quick.finish()
    assert [row.text for row in desk.on_file().journal[before:]] == ["She called. All well.", "Another"]


def test_an_entry_of_which_nothing_is_left_is_gone(desk, body, qtbot):
    before = len(desk.case.case.journal)
    QTest.keyClicks(body.quick.paper, "x")
    body.quick.flush()
    body.quick.paper.clear()
    body.quick.flush()
    assert len(desk.on_file().journal) == before
    QTest.keyClicks(body.quick.paper, "y")
    body.quick.flush()
    desk.case.undo()
    assert body.quick.paper.toPlainText() == ""
    assert len(desk.on_file().journal) == before


def test_the_newest_entry_is_above_with_the_time_it_was_written(desk, body, qtbot):
    for text in ("first", "second"):
        QTest.keyClicks(body.quick.paper, text)
        body.quick.finish()
    key = desk.case.case.journal[-1].id
    qtbot.waitUntil(lambda: key in body._written)
    assert texts(body, body._entries)[0] in ("first", "second")
    moment = NOW.astimezone()
    assert f"September 15, 2026, {moment:%H:%M}" in heads(body, body._entries)[0]
    imported = desk.case.case.journal[0].id
    assert imported not in body._written
    assert body.cards[imported].head.text().startswith("August 11, 2026 · ")
    assert ":" not in body.cards[imported].head.text()


def test_an_entry_for_another_day_says_both(desk, body, qtbot):
    key = desk.case.add_row("case.journal", {"on": TODAY - timedelta(days=2), "text": "later"})
    qtbot.waitUntil(lambda: key in body._written)
    moment = NOW.astimezone()
    assert body.cards[key].head.text() == f"September 13, 2026 · entered September 15, 2026, {moment:%H:%M}"


def test_history_gives_the_first_time_of_an_entry(desk):
    key = desk.case.add_row("case.journal", {"on": TODAY, "text": "one"})
    desk.case.undo()
    desk.case.redo()
    desk.settle()
    assert list(journal.written(desk.file, desk.code)) == [key]
    assert journal.written(desk.file, desk.code)[key].at == NOW


def test_a_row_is_corrected_and_removed_in_place(desk, body, qtbot):
    card = body.cards["TK1"]
    found = body.reveal(["case.tasks", "TK1", "TK1.text"])
    assert found is not None
    assert card.body is not None
    card.correct.click()
    assert card.body is None
    card.remove_asked.emit("TK1")
    qtbot.waitUntil(lambda: "TK1" not in body.cards)
    assert desk.on_file().tasks == []


def test_a_done_task_is_found_where_it_is_folded(desk, body, qtbot):
    body.cards["TK1"].box.click()
    qtbot.waitUntil(lambda: "TK1" not in body.cards)
    assert body.reveal(["case.tasks", "TK1"]) is body.cards["TK1"]


def test_many_entries_come_in_parts(desk, show, qtbot):
    for n in range(40):
        desk.case.case.journal.append(JournalEntry(id=f"JO9{n}", on=TODAY, text=f"entry {n}"))
    body = JournalBody(desk.context)
    show(body)
    assert body._entries.count() == 30
    body.more.click()
    assert body._entries.count() == len(desk.case.case.journal)
    assert not body.more.isVisible()


def test_the_page_leads_to_the_journal_its_tasks_and_the_note(desk, show, qtbot, tasks):
    page = CasePage(desk.case, tasks, "en")
    show(page)
    page.show_place("case.journal")
    body = page.stack.currentWidget().bodies[0][1]
    qtbot.waitUntil(body.quick.paper.hasFocus)
    page.show_place("case.tasks")
    qtbot.waitUntil(body.new_task.text.hasFocus)
    page.show_place("TK1.due_on")
    assert body.cards["TK1"].body is not None
    page.show_place("case.note")
    assert not isinstance(page.focusWidget(), QLineEdit)
    QTest.keyClicks(body.quick.paper, "left in the middle")
    page.show_section("people")
    assert desk.on_file().journal[-1].text == "left in the middle"
