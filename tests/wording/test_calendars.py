"""Dates of other calendars: known days, the days they may mean, and the way back."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from convertdate import persian
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.dates import DateInfo, PartialDate, Span
from hrd_desktop.wording.calendars import COMPUTED, NotADate, Said, days_of, months, recorded, said_of

DAYS = st.dates(date(1913, 1, 1), date(2099, 12, 31))
CALENDARS = st.sampled_from(COMPUTED)


@pytest.mark.parametrize(
    ("calendar", "said", "first", "last"),
    [
        ("hijri", Said(1411), "1990-07-24", "1991-07-12"),
        ("hijri", Said(1445, 9, 1), "2024-03-10", "2024-03-12"),
        ("solar_hijri", Said(1403, 1, 1), "2024-03-20", "2024-03-20"),
        ("solar_hijri", Said(1404, 1, 1), "2025-03-21", "2025-03-21"),
        ("solar_hijri", Said(1357, 11, 22), "1979-02-11", "1979-02-11"),
        ("solar_hijri", Said(1370), "1991-03-21", "1992-03-20"),
        ("ethiopian", Said(2016, 1, 1), "2023-09-12", "2023-09-12"),
        ("ethiopian", Said(1983, 1, 1), "1990-09-11", "1990-09-11"),
        ("ethiopian", Said(2015, 13, 6), "2023-09-11", "2023-09-11"),
        ("hebrew", Said(5784, 1, 1), "2023-09-16", "2023-09-16"),
        ("hebrew", Said(5708, 9, 5), "1948-05-14", "1948-05-14"),
        ("hebrew", Said(5784, 7, 14), "2024-03-24", "2024-03-24"),
        ("thai_buddhist", Said(2567), "2024-01-01", "2024-12-31"),
        ("thai_buddhist", Said(2483), "1940-04-01", "1940-12-31"),
        ("thai_buddhist", Said(2480, 1), "1938-01-01", "1938-01-31"),
        ("minguo", Said(79, 2), "1990-02-01", "1990-02-28"),
    ],
)
def test_known_days(calendar, said: Said, first: str, last: str) -> None:
    assert days_of(calendar, said) == Span(date.fromisoformat(first), date.fromisoformat(last))


def test_the_example_of_the_case_format() -> None:
    info = DateInfo(calendar="hijri", original="1411", earliest=date(1990, 7, 24), latest=date(1991, 7, 12))
    for lang in ("en", "fr"):
        assert recorded("hijri", Said(1411), lang) == (PartialDate(1990), info)


def test_a_year_that_is_a_gregorian_year_needs_no_range() -> None:
    assert recorded("minguo", Said(79), "en") == (PartialDate(1990), DateInfo(calendar="minguo", original="79"))


@pytest.mark.parametrize(
    ("calendar", "said", "why"),
    [
        ("hijri", Said(1994), "year"),
        ("hijri", Said(1411, 13), "month"),
        ("hijri", Said(1411, 2, 30), "day"),
        ("hijri", Said(1411, None, 3), "needs_month"),
        ("hijri", Said(1297), "too_far"),
        ("solar_hijri", Said(1402, 12, 30), "day"),
        ("ethiopian", Said(2016, 13, 6), "day"),
        ("ethiopian", Said(2016, 1, 0), "day"),
        ("hebrew", Said(5783, 7), "month"),
        ("thai_buddhist", Said(2483, 2), "month"),
        ("minguo", Said(0), "year"),
    ],
)
def test_what_is_no_date_is_refused(calendar, said: Said, why: str) -> None:
    with pytest.raises(NotADate) as refused:
        days_of(calendar, said)
    assert refused.value.why == why


@given(CALENDARS, DAYS, st.sampled_from(["year", "month", "day"]), st.sampled_from(["en", "fr"]))
def test_every_date_comes_back_as_it_was_said(calendar, day: date, known: str, lang: str) -> None:
    whole = said_of(PartialDate.of(day), DateInfo(calendar=calendar, **around(calendar, day)))
    assert whole is not None
    assert days_of(calendar, whole).first <= day <= days_of(calendar, whole).last
    assert None not in (whole.month, whole.day)
    said = Said(whole.year, whole.month if known != "year" else None, whole.day if known == "day" else None)
    short, info = recorded(calendar, said, lang)
    assert said_of(short, info) == said
    info.earliest = info.latest = None
    assert said_of(None, info) == said  # by its words alone
    span = days_of(calendar, said)
    assert span.first <= day <= span.last
    assert short.span.first <= span.last
    assert short.span.last >= span.first


def around(calendar, day: date) -> dict[str, date]:
    return {"earliest": day - timedelta(1), "latest": day + timedelta(1)} if calendar == "hijri" else {}


@given(CALENDARS, st.integers(1913, 2098))
def test_the_months_of_a_year_follow_each_other_without_a_gap(calendar, common: int) -> None:
    year = said_of(PartialDate(common, 6, 15), DateInfo(calendar=calendar, **around(calendar, date(common, 6, 15))))
    assert year is not None
    table = []
    for number, _ in months(calendar, "en"):
        try:
            table.append(days_of(calendar, Said(year.year, number)))
        except NotADate:
            continue
    table.sort(key=lambda span: span.first)
    slack = 2 if calendar == "hijri" else 0
    for one, following in pairwise(table):
        assert (following.first - one.last).days == 1 - slack
    whole = days_of(calendar, Said(year.year))
    assert (table[0].first, table[-1].last) == (whole.first - timedelta(slack // 2), whole.last + timedelta(slack // 2))


@given(st.sampled_from(COMPUTED), st.text(max_size=30))
def test_any_wording_is_read_or_left(calendar, text: str) -> None:
    said = said_of(None, DateInfo(calendar=calendar, original=text))
    assert said is None or days_of(calendar, said)


def test_the_name_used_in_afghanistan_is_understood() -> None:
    assert said_of(None, DateInfo(calendar="solar_hijri", original="22 Hamal 1370")) == Said(1370, 1, 22)


def test_a_gregorian_date_has_no_other_calendar() -> None:
    assert said_of(PartialDate(1990), DateInfo(calendar="gregorian", original="1990")) is None
    assert said_of(PartialDate(1990), None) is None


@pytest.mark.parametrize("year", [*range(1259, 1479, 20), 1479])
def test_the_solar_year_begins_when_the_library_says(year: int) -> None:
    first = date(*persian.to_gregorian(year, 1, 1))
    assert days_of("solar_hijri", Said(year, 1, 1)).first == first
    assert said_of(PartialDate.of(first - timedelta(1)), DateInfo(calendar="solar_hijri")) != Said(year, 1, 1)
