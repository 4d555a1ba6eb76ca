"""Gaps of addresses and history as rows to fill, and overlaps said below."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.sections import section_by_key
from hrd_desktop.gui.editors.month_rows import MonthRowsEditor
from hrd_desktop.gui.guided_rows import GuidedRows
from hrd_desktop.gui.guided_walk import section_questions
from tests.gui.case_desk import Desk

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Desk:
    return desk_of("s5")


@pytest.fixture
def editor(desk: Desk, show: Show) -> MonthRowsEditor:
    return desk.editor("P1.addresses", show)


def said(editor: MonthRowsEditor) -> list[str]:
    return [line.accessibleName() for line in editor.gap_lines]


def order(editor: MonthRowsEditor) -> list[str]:
    """What stands below each other: ids of rows, and `gap`."""
    widgets = [editor.stack.itemAt(i).widget() for i in range(editor.stack.count())]
    return [getattr(widget, "key", "gap") for widget in widgets]


def shorten(desk: Desk) -> None:
    """Leave half a year untold between the two addresses."""
    desk.case.set_value("AD1.end", PartialDate(2023, 7))


def test_a_table_without_a_gap_has_no_rows_to_fill(editor: MonthRowsEditor):
    assert isinstance(editor, MonthRowsEditor)
    assert said(editor) == []
    assert not editor.overlaps.isVisible()


def test_a_gap_stands_between_its_neighbours_and_fills_at_a_press(editor: MonthRowsEditor, desk: Desk, qtbot):
    shorten(desk)
    qtbot.waitUntil(lambda: len(editor.gap_lines) == 1)
    assert order(editor) == ["AD1", "gap", "AD2"]
    line = editor.gap_lines[0]
    assert line.accessibleName().startswith("Nothing recorded ")
    assert editor.reveal([]) is line
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (draft,) = desk.case.drafts.values()
    first = PartialDate(*divmod_month(line.months[0]))
    assert (draft.place, draft.values["start"]) == ("P1.addresses", first)
    assert draft.values["end"] == PartialDate(*divmod_month(line.months[-1]))
    qtbot.waitUntil(lambda: not editor.gap_lines)
    assert editor.cards[draft.key].body is not None


def divmod_month(number: int) -> tuple[int, int]:
    return number // 12, number % 12 + 1


def test_a_gap_until_today_is_filled_by_what_lasts(editor: MonthRowsEditor, desk: Desk, qtbot):
    row = desk.case.case.persons[0].addresses[-1]
    desk.case.remove_row(row.id)
    qtbot.waitUntil(lambda: len(editor.gap_lines) == 1)
    assert order(editor)[-1] == "gap"
    editor.fill_gap(editor.gap_lines[0].months)
    (draft,) = desk.case.drafts.values()
    assert draft.values["ongoing"] is True
    assert "end" not in draft.values


def test_an_empty_table_is_one_gap_of_which_only_the_first_month_is_taken(editor: MonthRowsEditor, desk: Desk, qtbot):
    for row in list(desk.case.case.persons[0].addresses):
        desk.case.remove_row(row.id)
    qtbot.waitUntil(lambda: not editor.cards and len(editor.gap_lines) == 1)
    editor.gap_lines[0].click()
    (draft,) = desk.case.drafts.values()
    assert set(draft.values) == {"start"}


def test_closing_a_row_begun_from_a_gap_untouched_forgets_it(editor: MonthRowsEditor, desk: Desk, qtbot):
    shorten(desk)
    qtbot.waitUntil(lambda: len(editor.gap_lines) == 1)
    editor.gap_lines[0].click()
    (key,) = desk.case.drafts
    editor.cards[key].set_open(False)
    assert not desk.case.drafts
    qtbot.waitUntil(lambda: len(editor.gap_lines) == 1)


def test_overlaps_are_said_below(editor: MonthRowsEditor, desk: Desk, qtbot):
    rows = [row for row in desk.case.case.persons[0].addresses if row.end is not None]
    end = rows[0].end
    desk.case.set_value(f"{rows[0].id}.end", PartialDate(end.year + 1, end.month))
    qtbot.waitUntil(editor.overlaps.isVisible)
    assert editor.overlaps.text().startswith("Entries overlap: ")
    desk.case.undo()
    qtbot.waitUntil(lambda: not editor.overlaps.isVisible())


def test_guided_mode_asks_for_the_months_that_are_missing(desk: Desk, show: Show, qtbot):
    shorten(desk)
    questions = section_questions(desk.case, section_by_key("background"), "P1")
    rows = GuidedRows(desk.context, next(one for one in questions if one.place == "P1.addresses"))
    show(rows)
    (line,) = rows.gaps
    with qtbot.waitSignal(rows.entered) as entered:
        line.click()
    assert desk.case.drafts[entered.args[0]].values["start"] == PartialDate(2023, 8)
    qtbot.waitUntil(lambda: not rows.gaps)


def test_late_ones_first_is_an_order_too(desk: Desk, show: Show):
    desk.case.case.persons[0].addresses.reverse()
    shorten(desk)
    assert order(desk.editor("P1.addresses", show)) == ["AD2", "gap", "AD1"]


def test_nobody_is_asked_for_months_of_a_child(desk: Desk, show: Show):
    desk.case.case.persons[3].birth.date = PartialDate(2015)
    desk.case.case.persons[3].birth.date_info = None
    desk.case.case.persons[3].addresses.clear()
    assert desk.editor("P4.addresses", show).gap_lines == []
