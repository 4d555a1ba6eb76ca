"""Dates typed in their own calendar: what is on file afterwards, and what comes back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hrd_desktop.core.dates import DateInfo, PartialDate
from tests.gui.case_desk import Desk

LEFT = Qt.MouseButton.LeftButton
HIJRI_1411 = DateInfo(calendar="hijri", original="1411", earliest=date(1990, 7, 24), latest=date(1991, 7, 12))


@pytest.fixture
def born(desk: Desk, show):
    """The editor of a birth date that is not known yet."""
    desk.case.set_fields("P3.birth", {"date": None, "date_info": None})
    return desk.editor("P3.birth.date", show)


def choose(editor, calendar: str) -> None:
    editor.choice.setCurrentIndex(editor.choice.findData(calendar))
    editor.choice.chosen.emit(calendar)


def type_in(qtbot, part, text: str) -> None:
    part.setFocus()
    part.selectAll()
    qtbot.keyClick(part, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(part, text)
    else:
        QGuiApplication.clipboard().setText(text)
        part.paste()


def on_file(desk: Desk) -> tuple:
    birth = desk.stored("P3.birth")
    return birth.date, birth.date_info


def test_a_hijri_year_is_kept_as_the_format_shows_it_in_one_step(desk: Desk, born, qtbot) -> None:
    steps: list[tuple[bool, bool]] = []
    before = desk.case.value("P3.birth.date")
    choose(born, "hijri")
    desk.case.undo_changed.connect(lambda *can: steps.append(can))
    type_in(qtbot, born.year, "1411")
    assert on_file(desk) == (PartialDate(1990), HIJRI_1411)
    assert "July 24, 1990" in born.meaning.text()
    desk.case.undo()
    assert (desk.case.value("P3.birth.date"), desk.case.value("P3.birth.date_info")) == (before, None)
    desk.case.redo()
    assert on_file(desk) == (PartialDate(1990), HIJRI_1411)


def test_typed_first_and_the_calendar_chosen_after(desk: Desk, born, qtbot) -> None:
    type_in(qtbot, born.year, "1411")
    assert born.error.text()
    choose(born, "hijri")
    assert not born.error.text()
    assert on_file(desk) == (PartialDate(1990), HIJRI_1411)


def test_a_hijri_day_is_widened_by_a_day_on_each_side(desk: Desk, born, qtbot) -> None:
    choose(born, "hijri")
    type_in(qtbot, born.year, "1445")
    born.month.setCurrentIndex(born.month.findData("9"))
    born.month.chosen.emit("9")
    type_in(qtbot, born.day, "1")
    written, info = on_file(desk)
    assert written == PartialDate(2024, 3, 11)
    assert (info.earliest, info.latest) == (date(2024, 3, 10), date(2024, 3, 12))
    assert info.original == "1 Ramadan 1445"
    assert "sighted" in born.meaning.text()


@pytest.mark.parametrize(
    ("calendar", "typed", "written"),
    [
        ("solar_hijri", ("1", "1", "1403"), PartialDate(2024, 3, 20)),
        ("ethiopian", ("1", "1", "2016"), PartialDate(2023, 9, 12)),
        ("hebrew", ("5", "9", "5708"), PartialDate(1948, 5, 14)),
        ("thai_buddhist", ("15", "1", "2480"), PartialDate(1938, 1, 15)),
        ("minguo", ("2", "3", "79"), PartialDate(1990, 3, 2)),
    ],
)
def test_a_day_of_each_calendar_comes_back_in_it(desk: Desk, born, show, qtbot, calendar, typed, written) -> None:
    day, month, year = typed
    choose(born, calendar)
    type_in(qtbot, born.year, year)
    born.month.setCurrentIndex(born.month.findData(month))
    born.month.chosen.emit(month)
    type_in(qtbot, born.day, day)
    qtbot.keyClick(born.day, Qt.Key.Key_Return)
    stored, info = on_file(desk)
    assert (stored, info.calendar, info.earliest) == (written, calendar, None)
    again = desk.editor("P3.birth.date", show)
    assert again.calendar == calendar
    assert again.parts.typed == typed


def test_digits_of_another_script_are_understood(desk: Desk, born, qtbot) -> None:
    choose(born, "solar_hijri")
    type_in(qtbot, born.year, "۱۳۷۰")
    assert on_file(desk)[1].original == "1370"
    assert on_file(desk)[0] == PartialDate(1991)


def test_what_is_no_date_of_the_calendar_stays_typed_with_the_reason(desk: Desk, born, qtbot) -> None:
    before = desk.stored("P3.birth.date")
    choose(born, "hijri")
    type_in(qtbot, born.year, "1994")
    assert born.error.text()
    assert born.year.text() == "1994"
    assert desk.stored("P3.birth.date") == before


def test_a_year_takes_no_letters(desk: Desk, born, qtbot) -> None:
    type_in(qtbot, born.year, "19x")
    assert born.year.text() == "19"
    assert born.error.text()
    qtbot.keyClicks(born.year, "94")
    assert not born.error.text()
    assert desk.stored("P3.birth.date") == PartialDate(1994)


def test_a_gregorian_date_typed_later_drops_what_the_other_calendar_said(desk: Desk, show, qtbot) -> None:
    story = DateInfo(**{**vars(HIJRI_1411), "estimated": True, "source": "oral"})
    desk.case.set_fields("P3.birth", {"date": PartialDate(1990), "date_info": story})
    editor = desk.editor("P3.birth.date", show)
    choose(editor, "gregorian")
    type_in(qtbot, editor.year, "1992")
    assert on_file(desk) == (PartialDate(1992), DateInfo(estimated=True, source="oral"))
    desk.case.undo()
    assert on_file(desk) == (PartialDate(1990), story)
    assert editor.calendar == "hijri"
    assert editor.year.text() == "1411"


def test_a_calendar_that_is_not_computed_keeps_the_words_and_takes_the_days(desk: Desk, born, qtbot) -> None:
    choose(born, "nepali")
    qtbot.keyClicks(born.by_hand.original, "12 Baisakh 2047")
    qtbot.keyClick(born.by_hand.original, Qt.Key.Key_Return)
    assert on_file(desk)[1] == DateInfo(calendar="nepali", original="12 Baisakh 2047")
    type_in(qtbot, born.by_hand.first.year, "1990")
    type_in(qtbot, born.by_hand.last.year, "1991")
    written, info = on_file(desk)
    assert written == PartialDate(1990)
    assert (info.earliest, info.latest) == (date(1990, 1, 1), date(1991, 12, 31))
    assert info.original == "12 Baisakh 2047"


def test_days_entered_the_wrong_way_round_stay_with_the_reason(desk: Desk, born, qtbot) -> None:
    choose(born, "other")
    type_in(qtbot, born.by_hand.first.year, "1990")
    type_in(qtbot, born.by_hand.last.year, "1980")
    assert born.error.text()
    assert born.by_hand.last.year.text() == "1980"
    assert on_file(desk)[0] == PartialDate(1990)


def test_clearing_takes_the_story_too(desk: Desk, show, qtbot) -> None:
    desk.case.set_fields("P3.birth", {"date": PartialDate(1990), "date_info": HIJRI_1411})
    editor = desk.editor("P3.birth.date", show)
    qtbot.mouseClick(editor.clear, LEFT)
    assert on_file(desk) == (None, None)


def test_an_imported_wording_that_is_not_understood_is_shown(desk: Desk, show) -> None:
    story = DateInfo(
        calendar="hijri", original="après la moisson 1411", earliest=date(1990, 9, 1), latest=date(1991, 5, 1)
    )
    desk.case.set_fields("P3.birth", {"date": PartialDate(1990), "date_info": story})
    editor = desk.editor("P3.birth.date", show)
    assert editor.parts.typed == ("", "", "")
    assert "après la moisson 1411" in editor.meaning.text()
    editor.flush()
    assert on_file(desk) == (PartialDate(1990), story)


def test_a_day_that_has_not_come_is_no_birth_date(desk: Desk, born, qtbot) -> None:
    before = desk.stored("P3.birth.date")
    type_in(qtbot, born.year, "2027")
    assert born.error.text()
    assert born.year.text() == "2027"
    assert desk.stored("P3.birth.date") == before


def test_an_expiry_may_lie_ahead(desk: Desk, show, qtbot) -> None:
    paper = desk.case.add_row("P1.documents", {"kind": "passport", "held": "yes"})
    editor = desk.editor(f"{paper}.expires_on", show)
    type_in(qtbot, editor.year, "2031")
    assert desk.stored(f"{paper}.expires_on") == PartialDate(2031)


def test_an_end_before_its_start_stays_typed_with_the_reason(desk: Desk, show, qtbot) -> None:
    row = desk.case.add_row("P1.nationalities", {"country": "ER", "status": "lost", "start": PartialDate(1990)})
    editor = desk.editor(f"{row}.end", show)
    type_in(qtbot, editor.year, "1980")
    assert editor.error.text()
    assert editor.year.text() == "1980"
    assert desk.stored(f"{row}.end") is None


def test_a_date_in_a_row_that_is_only_begun(desk: Desk, show, qtbot) -> None:
    row = desk.case.add_row("P1.nationalities", {"country": "ER"})
    editor = desk.editor(f"{row}.start", show)
    choose(editor, "ethiopian")
    type_in(qtbot, editor.year, "1983")
    desk.case.set_value(f"{row}.status", "has")
    assert desk.stored(f"{row}.start") == PartialDate(1990)
    assert desk.stored(f"{row}.start_info").earliest == date(1990, 9, 11)
