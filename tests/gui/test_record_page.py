"""The page of the record: its state, its filters, pages that come when somebody looks, both languages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.record_model import BESIDE, CASE, WHAT, WHEN, WHO
from hrd_desktop.gui.record_page import RecordPage
from hrd_desktop.services import cases, editing, record
from hrd_desktop.store import record as stored
from tests.gui.conftest import PASSPHRASE

S1, S2 = "HRD-2026-S1", "HRD-2026-S2"
AT = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def opened(case_file, tasks, language, now, show, qtbot):
    def make(size=(1100, 800)) -> RecordPage:
        page = RecordPage(case_file, tasks, language, now)
        page.resize(*size)
        show(page)
        settled(page, qtbot)
        qtbot.waitUntil(lambda: page._found is not None)
        return page

    return make


def settled(page: RecordPage, qtbot) -> None:
    with qtbot.waitSignal(page.model.counted):
        page._ask()


def choose(page: RecordPage, qtbot, box, text: str) -> None:
    with qtbot.waitSignal(page.model.counted):
        box.setCurrentIndex(box.findText(text))


def cells(page: RecordPage, row: int = 0) -> list[str]:
    return [page.model.index(row, column).data() for column in (WHO, WHAT, CASE, BESIDE)]


def test_it_says_that_the_record_is_whole_and_that_it_was_read(opened, case_file) -> None:
    page = opened()
    count = record.count(case_file, record.asked())
    assert page.state.text() == f"The record is whole: {count} entries."
    assert page.count.text() == f"{count} entries"
    assert cells(page)[1] == "Record read"
    assert page.model.rowCount() == count


def test_a_broken_record_is_said_at_the_top_and_shown_all_the_same(opened, case_file) -> None:
    with case_file.session() as session:
        session.connection().exec_driver_sql("UPDATE log_entry SET \"by\" = 'x' WHERE pk = 2")
    page = opened()
    assert "entry 2 of the record" in page.state.text()
    assert page.model.rowCount() > 5
    assert page.table.isVisible()


def test_filters_narrow_the_list(opened, case_file, qtbot) -> None:
    record.note(case_file, "raw_key", at=AT, by="KL")
    editing.change(case_file, S1, [SetValue("case.alias", "Reed")], at=AT, by="KL")
    cases.open_case(case_file, S2, at=AT - timedelta(days=20), by="AB")
    page = opened()
    page.case.setText("reed")
    settled(page, qtbot)
    assert {page.model.index(row, CASE).data() for row in range(page.model.rowCount())} == {S1}
    choose(page, qtbot, page.action, "Changes")
    assert cells(page) == ["KL", "Changed", S1, "Case"]
    page.case.clear()
    choose(page, qtbot, page.action, "Keys")
    assert (page.model.rowCount(), cells(page)[:2]) == (1, ["KL", "Raw key shown"])
    choose(page, qtbot, page.action, "Everything that was done")
    choose(page, qtbot, page.by, "AB")
    assert cells(page)[:3] == ["AB", "Case opened", S2]
    choose(page, qtbot, page.days, "The last 30 days")
    assert page.empty.isVisible()
    assert page.empty_title.text() == "Nothing like this stands in the record."
    choose(page, qtbot, page.days, "Other days")
    assert page.first.isVisible()
    assert page.first.text().startswith("From ")
    assert page.last.text().startswith("To ")
    page.last.setDate(page.last.minimumDate())
    settled(page, qtbot)
    assert page.empty.isVisible()


def test_a_word_that_names_no_single_case_is_said(opened, qtbot) -> None:
    page = opened()
    for word in ("HRD", "nobody at all"):
        page.case.setText(word)
        settled(page, qtbot)
        assert page.empty_title.text() == "No single case is called so. Type its whole code or its alias."
    page.case.setText(S2.lower())
    settled(page, qtbot)
    assert page.table.isVisible()


def test_pages_come_when_somebody_looks(opened, case_file, qtbot) -> None:
    with case_file.session() as session:
        for second in range(900):
            stored.note(session, "view", at=AT + timedelta(seconds=second), by="AB", code=S1)
    page = opened()
    far = page.model.rowCount() - 1
    assert page.model.row(far) is None
    with qtbot.waitSignal(page.model.dataChanged):
        page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.row(far) is not None)
    assert page.model.index(far, WHAT).data() == "The record began"


def test_little_room_puts_the_rest_into_a_second_line(opened, case_file) -> None:
    cases.open_case(case_file, S1, at=AT, by="AB")
    page = opened(size=(640, 600))
    assert [page.table.isColumnHidden(column) for column in (WHEN, WHO, WHAT, CASE, BESIDE)] == [
        False, True, False, True, True,
    ]  # fmt: skip
    assert page.model.index(1, WHAT).data() == f"Case opened\n{S1}"
    assert page.model.index(1, WHEN).data().endswith("\nAB")
    hint = page.model.index(1, WHAT).data(Qt.ItemDataRole.ToolTipRole)
    assert hint == f"Case opened, {S1}"
    page.resize(1200, 600)
    assert page.model.index(1, WHAT).data() == "Case opened"


def test_it_speaks_french_at_once(opened, language, qtbot) -> None:
    page = opened()
    choose(page, qtbot, page.action, "Keys")
    language.set("fr")
    qtbot.waitUntil(lambda: page.heading.text() == "Registre de ce qui a été fait")
    assert page.state.text().startswith("Le registre est intact")
    assert page.action.currentText() == "Clés"
    assert page.by.itemText(0) == "Tout le monde"


@pytest.fixture
def preferences(preferences):
    preferences.change(initials="MB")
    return preferences


def test_the_view_menu_leads_to_it_once_a_file_is_open(frame, qtbot) -> None:
    assert not frame.menus._record.isEnabled()
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    frame.menus._record.trigger()
    page = frame.pages.currentWidget()
    assert isinstance(page, RecordPage)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0 and page._found is not None)
    qtbot.waitUntil(lambda: page.by.findText("MB") > 0)
    shown = [cells(page, row)[:2] for row in range(2)]
    assert shown == [["MB", "Record read"], ["MB", "Unlocked"]]
    frame.lock()
    assert not frame.menus._record.isEnabled()


def test_looking_over_all_cases_is_in_the_record_and_never_what_was_looked_for(frame, qtbot) -> None:
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    frame.list_cases()
    frame.list_cases()  # the page stays: it is looked at once
    frame.show_places()
    frame.show_packets()
    frame.show_find()
    found = frame.pages.currentWidget()
    with qtbot.waitSignal(found.model.answered):
        found.search.setText("clinic")
    with qtbot.waitSignal(found.model.answered):
        found.search.setText("clinics")
    with qtbot.waitSignal(found.model.answered):
        found.show_names.setChecked(True)
    frame.show_record()
    page = frame.pages.currentWidget()
    qtbot.waitUntil(lambda: page.model.rowCount() >= 7 and page.model.row(0) is not None)
    shown = [cells(page, row)[1:] for row in range(page.model.rowCount())]
    assert shown[:6] == [
        ["Record read", "", ""],
        ["Words looked for in all cases", "", "with names"],
        ["Words looked for in all cases", "", ""],
        ["List of packets looked at", "", ""],
        ["Places counted over all cases", "", ""],
        ["List of cases looked at", "", ""],
    ]
    assert "clinic" not in str(shown)
