"""Closing a case with a day until which it is kept, opening it again, and being asked when the day comes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.errors import AlreadyClosed, ClosedTooEarly, KeptTooShort, NotClosed, UnknownCase
from hrd_desktop.services import cases, editing, ending, files, history, today
from hrd_desktop.services.cases import CaseloadQuery

CASE, OTHER = "HRD-2026-S1", "HRD-2026-S2"
ON, UNTIL = date(2026, 10, 1), date(2029, 10, 1)
AT = datetime(2026, 10, 1, 12, tzinfo=UTC)


def close(file, code=CASE, *, on=ON, until=UNTIL):
    return ending.close(file, code, on=on, until=until, at=AT, by="AB")


def test_closing_is_a_change_like_any_other(case_file):
    assert close(case_file) == AT
    found = ending.standing(case_file, CASE)
    assert (found.closed, found.closed_on, found.until, found.before) == (True, ON, UNTIL, "review")
    (step, *_) = history.of_case(case_file, CASE)
    assert {(entry.place, entry.after) for entry in step.entries} == {("case.stage", "closed"), ("case.closed_on", ON)}
    assert step.by == "AB"
    editing.change(case_file, CASE, step.undo, at=AT + timedelta(hours=1))
    again = ending.standing(case_file, CASE)
    assert (again.stage, again.closed_on, again.closed) == ("review", None, False)
    assert files.verify(case_file).cases == 5


def test_a_case_is_opened_at_the_stage_from_which_it_was_closed(case_file):
    editing.change(case_file, CASE, [SetValue("case.stage", "biometrics")], at=AT)
    close(case_file)
    ending.reopen(case_file, CASE, at=AT)
    found = ending.standing(case_file, CASE)
    assert (found.stage, found.closed_on, found.until) == ("biometrics", None, None)


def test_one_that_came_closed_can_be_opened_and_kept(case_file):
    """From a file of another organisation: nobody knows at which stage it was."""
    editing.change(case_file, CASE, [SetValue("case.stage", "closed")], at=AT)
    with case_file.session() as session:
        session.connection().exec_driver_sql("DELETE FROM edit_history")
    found = ending.standing(case_file, CASE)
    assert (found.closed, found.closed_on, found.until, found.before) == (True, None, None, "building")
    ending.keep_until(case_file, CASE, UNTIL, on=ON, at=AT)
    assert ending.standing(case_file, CASE).until == UNTIL
    ending.reopen(case_file, CASE, stage="landed", at=AT)
    assert ending.standing(case_file, CASE).stage == "landed"


def test_what_makes_no_sense_is_refused_and_changes_nothing(case_file):
    before = ending.standing(case_file, CASE)
    with pytest.raises(ClosedTooEarly):
        close(case_file, on=before.opened_on - timedelta(days=1))
    with pytest.raises(KeptTooShort):
        close(case_file, until=ON)
    with pytest.raises(KeptTooShort):
        ending.keep_until(case_file, CASE, ON, on=ON, at=AT)
    with pytest.raises(NotClosed):
        ending.reopen(case_file, CASE, at=AT)
    with pytest.raises(UnknownCase):
        close(case_file, "HRD-2026-NONE")
    assert ending.standing(case_file, CASE) == before
    close(case_file)
    with pytest.raises(AlreadyClosed):
        close(case_file)


def test_the_day_asks_from_the_day_on_and_of_closed_cases_alone(case_file):
    close(case_file)
    close(case_file, OTHER, until=UNTIL - timedelta(days=10))
    assert ending.due(case_file, UNTIL - timedelta(days=11)) == []
    assert [one.code for one in ending.due(case_file, UNTIL - timedelta(days=1))] == [OTHER]
    found = ending.due(case_file, UNTIL)
    assert [(one.code, one.closed_on, one.until) for one in found] == [
        (OTHER, ON, UNTIL - timedelta(days=10)),
        (CASE, ON, UNTIL),
    ]
    asked = today.lines(case_file, "ended", datetime.combine(UNTIL, AT.timetz()))
    assert [(line.case, line.on) for line in asked.lines] == [(OTHER, UNTIL - timedelta(days=10)), (CASE, UNTIL)]
    ending.keep_until(case_file, CASE, UNTIL + timedelta(days=1), on=UNTIL, at=AT)
    ending.reopen(case_file, OTHER, at=AT)
    assert ending.due(case_file, UNTIL) == []
    assert cases.count_cases(case_file, CaseloadQuery()) == 5


def test_closed_cases_are_left_out_of_the_list_where_it_is_asked_for_open_ones(case_file):
    close(case_file)
    assert cases.count_cases(case_file, CaseloadQuery()) == 5
    assert cases.count_cases(case_file, CaseloadQuery(closed=False)) == 4
    assert cases.count_cases(case_file, CaseloadQuery(stages=("closed",), closed=False)) == 1


@pytest.mark.parametrize(
    ("on", "years", "day"),
    [
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 29), 7, date(2035, 2, 28)),
        (date(2099, 5, 1), 3, date(2100, 12, 31)),
    ],
)
def test_years_after_a_day(on, years, day):
    assert ending.after(on, years) == day


def test_what_was_done_is_in_the_record(case_file):
    close(case_file)
    ending.keep_until(case_file, CASE, UNTIL + timedelta(days=9), on=ON, at=AT)
    ending.reopen(case_file, CASE, at=AT)
    with case_file.session() as session:
        told = session.connection().exec_driver_sql("SELECT action, detail FROM log_entry ORDER BY pk").all()
    actions = [row for row in told if row[0] in ("close", "keep_longer", "reopen")]
    assert actions == [("close", '{"until":"2029-10-01"}'), ("keep_longer", '{"until":"2029-10-10"}'), ("reopen", "{}")]
    assert files.verify(case_file).cases == 5
