"""The list of cases: found by SQL, fetched by pages, opened by the keyboard."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.caseload_model import CASE, CHANGED, DEADLINE, HEADLINE, PAGE, PERSONS, STAGE, CaseloadModel
from hrd_desktop.gui.caseload_page import CaseloadPage
from hrd_desktop.gui.import_dialog import ImportDialog
from hrd_desktop.gui.new_case_dialog import NewCaseDialog
from hrd_desktop.services import cases, editing
from hrd_desktop.services.cases import CaseloadQuery

from .conftest import DAY


def shown(page):
    model = page.model
    return sorted(model.code(row) for row in range(model.rowCount()))


@pytest.fixture
def page(case_file, tasks, language, now, show, qtbot):
    made = CaseloadPage(case_file, tasks, language, now)
    with qtbot.waitSignal(made.model.counted):
        show(made)
    return made


@pytest.fixture
def empty_page(empty_file, tasks, language, now, show, qtbot):
    made = CaseloadPage(empty_file, tasks, language, now)
    with qtbot.waitSignal(made.model.counted):
        show(made)
    return made


def test_all_cases_in_words(page):
    assert shown(page) == [f"HRD-2026-S{n}" for n in range(1, 6)]
    assert page.stack.currentWidget() is page.table
    model = page.model
    row = next(n for n in range(5) if model.code(n) == "HRD-2026-S2")
    texts = [model.index(row, column).data() for column in (CASE, STAGE, HEADLINE, PERSONS, CHANGED)]
    assert texts[:4] == ["Small station\nHRD-2026-S2", "Building the case", "Waits for information", "3"]
    assert texts[4]
    assert not model.index(row, HEADLINE).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_a_clock_before_the_first_rules_is_told_and_the_list_stays(case_file, tasks, language, now, show, qtbot):
    page = CaseloadPage(case_file, tasks, language, lambda: now().replace(year=1970))
    show(page)
    qtbot.waitUntil(lambda: page.model.rowCount() == 5 and page.message.isVisible())
    with qtbot.waitSignal(page.model.counted):
        page.refresh()
    assert "1970" in page.message.text()
    assert page.stack.currentWidget() is page.table


def test_typing_searches_after_a_pause(page, qtbot):
    with qtbot.waitSignal(page.model.counted):
        QTest.keyClicks(page.search, "machines")
    assert shown(page) == ["HRD-2026-S5"]
    with qtbot.waitSignal(page.model.counted):
        QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(shown(page)) == 5


def test_filters_narrow_together(page, qtbot):
    with qtbot.waitSignal(page.model.counted):
        page.headline.setCurrentIndex(page.headline.findData("HOLD_INFO"))
    assert shown(page) == ["HRD-2026-S2"]
    with qtbot.waitSignal(page.model.counted):
        page.stage.setCurrentIndex(page.stage.findData("review"))
    assert shown(page) == []
    assert page.stack.currentWidget() is page.empty
    assert page.empty_title.text() == "No case matches."


def test_only_the_answer_to_the_last_question_counts(page, qtbot):
    counts = []
    page.model.counted.connect(counts.append)
    for text in ("machines", "notebook", "zzz", "gal"):
        page.model.show(CaseloadQuery(text=text))
    qtbot.waitUntil(lambda: bool(counts))
    assert counts == [1]
    assert shown(page) == ["HRD-2026-S3"]


def test_enter_opens_from_search_and_from_list(page, qtbot):
    page.search.setFocus()
    with qtbot.waitSignal(page.model.counted):
        QTest.keyClicks(page.search, "archive")
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert chosen.args == ["HRD-2026-S4"]
    qtbot.waitUntil(page.search.hasFocus)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.waitUntil(page.table.hasFocus)
    with qtbot.waitSignal(page.chosen):
        QTest.keyClick(page.table, Qt.Key.Key_Return)


def test_double_click_opens(page, qtbot):
    place = page.table.visualRect(page.model.index(2, CASE)).center()
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [page.model.code(2)]


def test_empty_file_says_what_to_do(empty_page):
    assert empty_page.stack.currentWidget() is empty_page.empty
    assert "New case" in empty_page.empty_hint.text()
    assert "Import" in empty_page.empty_hint.text()
    assert not empty_page.count.isVisible()


def test_labels_follow_the_language(page, qtbot, language):
    language.set("fr")
    qtbot.waitUntil(lambda: page.heading.text() != "Caseload")
    row = next(n for n in range(5) if page.model.code(n) == "HRD-2026-S2")
    assert page.model.index(row, HEADLINE).data() == language.words.result("headline", "HOLD_INFO")
    assert page.model.headerData(PERSONS, Qt.Orientation.Horizontal) != "Persons"
    assert page.stage.itemText(1) == language.words.code("stage", "intake")


def test_refresh_keeps_the_chosen_case(page, qtbot):
    page.table.setCurrentIndex(page.model.index(3, CASE))
    code = page.selected()
    with qtbot.waitSignal(page.model.counted):
        page.refresh()
    assert page.selected() == code


def test_headlines_of_another_day_are_worked_out_in_the_background(case_file, tasks, language, now, show, qtbot):
    later = now().replace(year=2027)
    show(CaseloadPage(case_file, tasks, language, lambda: later))

    def all_of_that_day():
        with qtbot.waitCallback() as answer:
            tasks.database(cases.list_cases, case_file, CaseloadQuery(), done=answer, owner=tasks)
        return all(row.headline_on == later.date() for row in answer.args[0])

    qtbot.waitUntil(all_of_that_day)


def test_rows_beyond_the_first_page_are_fetched_when_looked_at(empty_file, tasks, language, qtbot):
    for number in range(PAGE + 20):
        cases.new_case(empty_file, f"HRD-2026-{number:04d}", alias=None, name="Invented", on=DAY)
    model = CaseloadModel(empty_file, tasks, language)
    model.query = CaseloadQuery(order="code")
    with qtbot.waitSignal(model.counted) as counted:
        model.refresh()
    assert counted.args == [PAGE + 20]
    last = model.index(PAGE + 19, CASE)
    with qtbot.waitSignal(model.dataChanged):
        assert last.data() is None
    assert last.data() == f"HRD-2026-{PAGE + 19:04d}"


# New case


def test_new_case_suggests_a_code_and_begins_it(empty_page, qtbot, empty_file, tasks, language):
    dialog = NewCaseDialog(empty_file, tasks, language, DAY, empty_page)
    qtbot.waitUntil(lambda: dialog.code.text() == "HRD-2026-0001")
    dialog.submit()
    assert dialog.message.text()
    dialog.alias.setText("Lantern")
    dialog.name.setText("Invented")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    opened = cases.open_case(empty_file, "HRD-2026-0001")
    assert (opened.case.alias, opened.case.persons[0].names[0].family) == ("Lantern", "Invented")


def test_code_that_is_taken_is_said_in_place(page, qtbot, case_file, tasks, language):
    dialog = NewCaseDialog(case_file, tasks, language, DAY, page)
    dialog.code.setText("HRD-2026-S1")
    dialog.name.setText("Invented")
    dialog.show()
    dialog.submit()
    qtbot.waitUntil(dialog.message.isVisible)
    assert "HRD-2026-S1" in dialog.message.text()
    assert dialog.begin.isEnabled()


def test_begun_case_is_opened(empty_page, qtbot, monkeypatch):
    monkeypatch.setattr(NewCaseDialog, "ask", lambda *_: "HRD-2026-0001")
    with qtbot.waitSignal(empty_page.chosen) as chosen:
        empty_page.new_case()
    assert chosen.args == ["HRD-2026-0001"]


# Import


@pytest.fixture
def importing(empty_page, empty_file, tasks, language, show):
    def begin(paths):
        return show(ImportDialog(empty_file, tasks, language, DAY, paths, empty_page))

    return begin


def test_import_shows_first_and_writes_when_told(importing, qtbot, sample_paths, empty_file):
    dialog = importing(sample_paths)
    qtbot.waitUntil(dialog.bring_in.isEnabled)
    assert [dialog.found.item(n).text() for n in range(dialog.found.count())] == [f"HRD-2026-S{n}" for n in range(1, 6)]
    assert "15" in dialog.said.text()
    assert cases.count_cases(empty_file, CaseloadQuery()) == 0
    with qtbot.waitSignal(dialog.accepted):
        dialog.bring_in.click()
    assert len(dialog.codes) == 5
    assert cases.count_cases(empty_file, CaseloadQuery()) == 5


def test_import_refuses_with_file_and_place(importing, qtbot, sample_paths, tmp_path):
    broken = json.loads(sample_paths[0].read_text("utf-8"))
    broken["case"]["surprise"] = 1
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(broken), "utf-8")
    dialog = importing([*sample_paths[1:], path])
    qtbot.waitUntil(dialog.message.isVisible)
    assert "broken.json" in dialog.message.text()
    assert "surprise" in dialog.message.text()
    assert not dialog.bring_in.isVisible()


def test_imported_cases_are_shown_and_chosen(empty_page, qtbot, sample_paths, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in sample_paths], ""))

    def confirm():
        [dialog] = [each for each in QApplication.topLevelWidgets() if isinstance(each, ImportDialog)]
        qtbot.waitUntil(dialog.bring_in.isEnabled)
        dialog.bring_in.click()

    QTimer.singleShot(0, confirm)
    with qtbot.waitSignal(empty_page.model.counted, check_params_cb=lambda count: count == 5):
        empty_page.import_cases()
    assert empty_page.selected() == "HRD-2026-S1"


def test_cancel_before_writing_leaves_nothing(importing, qtbot, sample_paths, empty_file):
    dialog = importing(sample_paths)
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel.click()
    assert cases.count_cases(empty_file, CaseloadQuery()) == 0


def test_the_next_deadline_stands_in_the_list(page):
    told = {page.model.code(row): page.model.index(row, DEADLINE).data() for row in range(5)}
    assert told["HRD-2026-S1"] == "October 6, 2026, in 21 days\nPlanned: Referral sent to IRCC"
    assert told["HRD-2026-S5"] == ""


def test_deadlines_narrow_and_order_the_list(page, qtbot):
    def due(choice):
        with qtbot.waitSignal(page.model.counted):
            page.deadline.setCurrentIndex(page.deadline.findData(choice))
        return [page.model.code(row) for row in range(page.model.rowCount())]

    assert due("overdue") == ["HRD-2026-S5"]
    assert page.model.index(0, DEADLINE).data() == "March 20, 2026, 179 days ago\nPlanned: Application submitted"
    assert due("week") == []
    assert page.empty_title.text() == "No case matches."
    assert due("month") == ["HRD-2026-S1"]
    assert due("quarter") == ["HRD-2026-S1", "HRD-2026-S3", "HRD-2026-S4", "HRD-2026-S2"]
    with qtbot.waitSignal(page.model.counted):
        page.stage.setCurrentIndex(page.stage.findData("review"))
    assert shown(page) == ["HRD-2026-S1", "HRD-2026-S4"]


def test_a_closed_case_is_not_due(page, qtbot, case_file, now):
    editing.change(case_file, "HRD-2026-S1", [SetValue("case.stage", "closed")], at=now())
    with qtbot.waitSignal(page.model.counted):
        page.deadline.setCurrentIndex(page.deadline.findData("quarter"))
    assert "HRD-2026-S1" not in shown(page)


def test_coming_back_works_out_what_was_changed(page, qtbot, case_file, now):
    editing.change(case_file, "HRD-2026-S1", [SetValue("MS6.state", "done")], at=now())
    page.refresh()

    def told() -> str:
        rows = {page.model.code(row): page.model.index(row, DEADLINE).data() for row in range(5)}
        return rows.get("HRD-2026-S1") or ""

    qtbot.waitUntil(lambda: told().startswith("October 19, 2026"))
