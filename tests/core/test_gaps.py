"""Months told of twice. What nothing is told of is tested with the rules that ask for it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.dates import PartialDate, Span
from hrd_desktop.core.gaps import Overlap, asked_months, month, month_number, overlaps
from tests.checklists.told import history

ON = date(2026, 9, 15)


def told(*rows: tuple[str, str | None]) -> list:
    return [history(f"HI{i}", *row) for i, row in enumerate(rows, 1)]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([("2016-01", "2020-05"), ("2020-05", "2021-01")], []),
        ([("2016-01", "2020"), ("2020-06", "2021-01")], []),
        ([("2016-01", "2020-05"), ("2020-06", "2021-01")], []),
        ([("2016-01", "2020-05"), ("2020-03", "2021-01")], [("2020-03-31", "2020-05-01", "HI1 HI2")]),
        ([("2016-01", None), ("2016-05", "2021-01")], []),
        (
            [("2010-01-01", "2012-01-01"), ("2011-01-01", "2013-01-01"), ("2011-06-01", "2011-07-01")],
            [("2011-01-01", "2012-01-01", "HI1 HI2 HI3")],
        ),
        (
            [("2010-01-01", "2020-01-01"), ("2011-01-01", "2012-01-01"), ("2013-01-01", "2014-01-01")],
            [("2011-01-01", "2012-01-01", "HI1 HI2"), ("2013-01-01", "2014-01-01", "HI1 HI3")],
        ),
    ],
)
def test_overlaps_are_those_that_no_reading_of_the_dates_explains(rows, wanted):
    found = [Overlap(Span(date.fromisoformat(a), date.fromisoformat(b)), tuple(ids.split())) for a, b, ids in wanted]
    assert overlaps(told(*rows), ON) == found


def test_what_lasts_is_counted_up_to_the_day():
    rows = told(("2016-01-01", None), ("2025-01-01", None))
    rows[0].ongoing = rows[1].ongoing = True
    assert overlaps(rows, ON) == [Overlap(Span(date(2025, 1, 1), ON), ("HI1", "HI2"))]
    assert overlaps(rows, date(2024, 1, 1)) == []


@given(st.lists(st.tuples(st.integers(2000, 2020), st.integers(0, 8), st.booleans()), max_size=8))
def test_overlaps_stand_apart_and_name_rows_of_the_table(rows):
    table = told(*((str(start), None if lasts else str(start + years)) for start, years, lasts in rows))
    for row, (_, _, lasts) in zip(table, rows, strict=True):
        row.ongoing = lasts
    found = overlaps(table, ON)
    for one in found:
        assert one.days.first < one.days.last
        assert len(one.rows) > 1
        assert set(one.rows) <= {row.id for row in table}
    for before, after in pairwise(found):
        assert before.days.last < after.days.first


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_months_and_their_numbers(day: date):
    assert month(month_number(day)) == PartialDate(day.year, day.month)


def test_nobody_who_is_not_grown_is_asked():
    assert not asked_months(date(2010, 1, 1), ON, ON, adult=18, years=10)
    assert len(asked_months(date(2008, 8, 1), ON, ON, adult=18, years=10)) == 2
    assert len(asked_months(date(1980, 8, 1), ON, ON, adult=18, years=10)) == 121
