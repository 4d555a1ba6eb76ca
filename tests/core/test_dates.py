"""Partial dates, spans and ages, by example and as laws over any date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.dates import (
    DateInfo,
    PartialDate,
    Span,
    add_months,
    anniversary,
    day_before,
    possibly_reached,
    span_of,
    surely_reached,
)
from tests.strategies import full_dates, partial_dates

births = st.dates(date(1900, 1, 1), date(2000, 12, 31))
ages = st.integers(0, 99)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1994", date(1994, 1, 1), date(1994, 12, 31)),
        ("1994-07", date(1994, 7, 1), date(1994, 7, 31)),
        ("1994-02", date(1994, 2, 1), date(1994, 2, 28)),
        ("1996-02", date(1996, 2, 1), date(1996, 2, 29)),
        ("1994-07-31", date(1994, 7, 31), date(1994, 7, 31)),
    ],
)
def test_a_written_date_is_a_span(written: str, first: date, last: date) -> None:
    parsed = PartialDate.parse(written)
    assert parsed.span == Span(first, last)
    assert str(parsed) == written


@pytest.mark.parametrize(
    "written",
    ["1997-13", "1997-00", "1997-07-00", "1997-02-29", "1997-7", "1879", "2101", "", "1997-", "１９９７", "1997\n"],
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the reason is for people, not part of the contract
        PartialDate.parse(written)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(1997, None, 3)


@given(partial_dates())
def test_writing_and_parsing_are_inverse(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day
    assert day.first <= day.last
    assert day.complete == (len(str(day)) == 10)


@given(full_dates())
def test_a_complete_day_is_itself(day: date) -> None:
    assert PartialDate.of(day).span == Span(day, day)
    assert day_before(day) + timedelta(days=1) == day


def test_the_story_of_a_date_gives_its_span() -> None:
    info = DateInfo(earliest=date(1990, 7, 24), latest=date(1991, 7, 12))
    assert span_of(PartialDate(1990), info) == Span(date(1990, 7, 24), date(1991, 7, 12))
    assert span_of(PartialDate(1990), DateInfo(estimated=True)) == PartialDate(1990).span
    assert span_of(None, info) is None


@given(partial_dates(), partial_dates())
def test_surely_implies_possibly_and_excludes_the_opposite(one: PartialDate, other: PartialDate) -> None:
    a, b = one.span, other.span
    assert not (a.surely_before(b) and a.surely_after(b))
    assert not a.surely_before(b) or a.possibly_before(b)
    assert not a.surely_after(b) or a.possibly_after(b)
    assert a.surely_before(b) == b.surely_after(a)
    assert a.possibly_before(b) == b.possibly_after(a)
    assert a.surely_before(b) == a.surely_before(b.first)


def test_someone_born_on_29_february() -> None:
    born = date(2004, 2, 29)
    assert anniversary(born, 22) == date(2026, 2, 28)
    assert anniversary(born, 24) == date(2028, 2, 29)


@given(births, ages)
def test_an_age_is_reached_on_its_birthday_and_not_before(born: date, years: int) -> None:
    birthday = anniversary(born, years)
    span = Span(born, born)
    assert surely_reached(years, span, birthday)
    assert not possibly_reached(years, span, day_before(birthday))
    assert birthday.year == born.year + years


@given(births, st.integers(0, 800), ages, st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_an_age_that_is_sure_is_possible_and_stays_reached(born: date, width: int, years: int, on: date) -> None:
    span = Span(born, born + timedelta(days=width))
    if surely_reached(years, span, on):
        assert possibly_reached(years, span, on)
        assert surely_reached(years, span, on + timedelta(days=1))
        assert surely_reached(max(years - 1, 0), span, on)
    if possibly_reached(years, span, on):
        assert any(surely_reached(years, Span(day, day), on) for day in (span.first, span.last))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
    ],
)
def test_adding_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(births, st.integers(-600, 600))
def test_adding_months_lands_in_the_right_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day
