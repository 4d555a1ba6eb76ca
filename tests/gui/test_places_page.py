"""The ledger of places as a page: one quiet table, words for what is not known."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrd_desktop.gui.places_page import PlacesPage
from hrd_desktop.services import cases, checking
from tests.gui.conftest import DAY


@pytest.fixture
def counted(tasks, language, now, show, qtbot):
    def make(file) -> PlacesPage:
        page = PlacesPage(file, tasks, language, now)
        page.resize(900, 700)
        show(page)
        qtbot.waitUntil(lambda: not page.progress.isVisible())
        return page

    return make


def lines(page: PlacesPage) -> list[list[str]]:
    table = page.table
    cells = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[cell.text() for cell in row if cell is not None] for row in cells]


def test_counts_persons_by_year_and_partner(case_file, counted):
    page = counted(case_file)
    assert lines(page) == [
        ["2026: how many places the stream has is not known"],
        ["Front Line Defenders", "0", "1", "1", "0", "0"],
        ["ProtectDefenders.eu", "0", "3", "1", "0", "0"],
        ["UNHCR", "0", "8", "2", "0", "0"],
        ["Together, 2026", "0", "12", "4", "0", "0"],
    ]
    remarks = page.remarks.text()
    assert "another route fits better: 1" in remarks
    assert "limit is that of the whole stream" in remarks
    assert "125" in remarks


def test_a_case_without_a_referral_day_stands_apart(case_file, counted):
    cases.new_case(case_file, "NEW-1", alias=None, name="Tesfirano", on=DAY)
    assert lines(counted(case_file))[-2:] == [["No referral day on file"], ["All partners", "0", "1", "1", "0", "0"]]


def test_headlines_that_are_out_of_date_are_worked_out_first(case_file, counted):
    page = counted(case_file)
    checking.refresh_headlines(case_file, DAY.replace(year=2022))
    assert lines(counted(case_file)) == lines(page)
    assert checking.refresh_headlines(case_file, DAY) == 0


def test_an_empty_file_says_so(empty_file, counted):
    page = counted(empty_file)
    assert not page.table.isVisible()
    assert page.message.text() == "There is no case to count yet."


def test_french_is_taken_at_once(case_file, counted, language, qtbot):
    page = counted(case_file)
    language.set("fr")
    qtbot.waitUntil(lambda: lines(page)[0] == ["2026\u00a0: on ne sait pas combien de places compte le volet"])
    said = lines(page)
    assert said[-1][0] == "Ensemble, 2026"
    assert page.table.horizontalHeaderItem(4).text() == "Peut-être plus tard"
    assert "personnes" in page.remarks.text()


def test_the_page_scrolls_and_the_table_does_not(case_file, counted, dressed):
    page = counted(case_file)
    dressed.set("dark", 200)
    table = page.table
    rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
    assert table.viewport().height() >= rows
    assert page.table.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_failure_is_said_in_words(case_file, tasks, language, show, qtbot):
    from datetime import UTC, datetime

    page = PlacesPage(case_file, tasks, language, lambda: datetime(2020, 1, 1, tzinfo=UTC))
    show(page)
    qtbot.waitUntil(page.message.isVisible)
    assert "no rules for January 1, 2020" in page.message.text()
    assert not page.progress.isVisible()
