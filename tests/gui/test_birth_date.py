"""The question whether a day that offices like to write is the real day of birth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from hrd_desktop.core.dates import DateInfo, PartialDate
from tests.gui.case_desk import Desk

LEFT = Qt.MouseButton.LeftButton
PRINTED = PartialDate(1988, 1, 1)


@pytest.fixture
def born(desk: Desk, show):
    for row in list(desk.case.rows("P2.birth.aliases")):
        desk.case.remove_row(row)
    desk.case.set_fields(
        "P2.birth", {"date": PRINTED, "date_info": DateInfo(source="document"), "office_default": None}
    )
    return desk.editor("P2.birth.date", show)


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (PartialDate(1988, 1, 1), True),
        (PartialDate(1988, 7, 1), True),
        (PartialDate(1988, 12, 31), True),
        (PartialDate(1988, 1, 2), False),
        (PartialDate(1988, 1), False),
        (PartialDate(1988), False),
        (None, False),
    ],
)
def test_it_is_asked_beside_such_days_alone(desk: Desk, born, day, asked: bool) -> None:
    desk.case.set_value("P2.birth.date", day)
    assert born.question.isVisible() is asked
    assert born.options.isVisible() is asked
    assert not born.keep_year.isVisible()


def test_it_is_asked_while_the_date_is_typed(desk: Desk, born, qtbot) -> None:
    born.day.selectAll()
    qtbot.keyClicks(born.day, "2")
    assert not born.question.isVisible()
    born.day.selectAll()
    qtbot.keyClicks(born.day, "1")
    assert born.question.isVisible()
    assert "January 1, 1988" in born.question.text()


@pytest.mark.parametrize("answer", ["no", "yes", "unknown"])
def test_the_answer_is_kept_and_shown(desk: Desk, born, show, qtbot, answer: str) -> None:
    qtbot.mouseClick(born.answers[answer], LEFT, pos=QPoint(8, 20))
    assert desk.stored("P2.birth.office_default") == answer
    assert born.keep_year.isVisible() is (answer == "yes")
    again = desk.editor("P2.birth.date", show)
    assert again.answers[answer].isChecked()


def test_the_year_alone_is_kept_and_the_printed_day_moves_in_one_step(desk: Desk, born, qtbot) -> None:
    qtbot.mouseClick(born.answers["yes"], LEFT, pos=QPoint(8, 20))
    qtbot.mouseClick(born.keep_year, LEFT)
    birth = desk.stored("P2.birth")
    assert (birth.date, birth.office_default) == (PartialDate(1988), "yes")
    assert [(alias.date, alias.office_default) for alias in birth.aliases] == [(PRINTED, "yes")]
    assert birth.date_info == DateInfo(source="document")
    assert not born.question.isVisible()
    assert born.parts.typed == ("", "", "1988")
    desk.case.undo()
    back = desk.stored("P2.birth")
    assert (back.date, back.aliases, back.office_default) == (PRINTED, [], "yes")


def test_a_day_that_is_there_already_is_not_listed_twice(desk: Desk, born, qtbot) -> None:
    desk.case.add_row("P2.birth.aliases", {"date": PRINTED})
    desk.case.set_value("P2.birth.office_default", "yes")
    qtbot.mouseClick(born.keep_year, LEFT)
    assert [alias.date for alias in desk.stored("P2.birth").aliases] == [PRINTED]


def test_a_first_day_of_another_calendar_is_not_asked_about(desk: Desk, born) -> None:
    story = DateInfo(calendar="ethiopian", original="23 Tahsas 1980")
    desk.case.set_fields("P2.birth", {"date": PRINTED, "date_info": story})
    assert not born.question.isVisible()
