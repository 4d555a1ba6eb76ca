"""D-HIST and D-ADDR: the window, each length of gap, months of rows, and what can never happen."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.message import Stretch
from hrd_desktop.checklists.months import window
from hrd_desktop.checklists.words import say
from hrd_desktop.core.background import History
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.gaps import gaps
from hrd_desktop.wording import wording
from tests.checklists.build import ON, PACK, asked, between, child, day, family, milestone, row, run, shown, spouse
from tests.checklists.told import address, history

ITEMS = ("D-HIST", "D-ADDR")


def tell(case: Case, *rows: tuple[str, str | None], ongoing: bool = False, person: int = 0) -> Case:
    """Both tables of one person, with the same months; the last row may last until today."""
    one = case.persons[person]
    one.history = [history(f"HI{i}", *told) for i, told in enumerate(rows, 1)]
    one.addresses = [address(f"AD{i}", *told) for i, told in enumerate(rows, 1)]
    if ongoing:
        one.history[-1].ongoing = one.addresses[-1].ongoing = True
    return case


def judged(case: Case, person: str = "P1", on: date = ON) -> set[tuple[str, str | None, str]]:
    """What both items say: they are judged by the same rule."""
    found = [row(case, item, person, on) for item in ITEMS]
    return {(one.result, one.severity, one.why.key.rpartition(".")[2]) for one in found}


def months(case: Case, person: int = 0, on: date = ON) -> tuple[str, str]:
    """First and last month of the window."""
    found = window(Facts(case, on, PACK.constants, PACK.partners), case.persons[person])
    first, last = divmod(found[0], 12), divmod(found[-1], 12)
    return f"{first[0]}-{first[1] + 1:02}", f"{last[0]}-{last[1] + 1:02}"


@pytest.mark.parametrize(
    ("rows", "ongoing", "wanted"),
    [
        ([("2016-09", None)], True, ("MET", None, "whole")),
        ([("2016-10", None)], True, ("UNCLEAR", "WARN", "gaps")),
        ([("2016-12", None)], True, ("UNCLEAR", "WARN", "gaps")),
        ([("2017-01", None)], True, ("UNCLEAR", "BLOCK", "gaps")),
        ([("2016-01", "2020-05"), ("2020-06", None)], True, ("MET", None, "whole")),
        ([("2016-01", "2020-05"), ("2020-07", None)], True, ("UNCLEAR", "WARN", "gaps")),
        ([("2016-01", "2020-05"), ("2020-09", None)], True, ("UNCLEAR", "WARN", "gaps")),
        ([("2016-01", "2020-05"), ("2020-10", None)], True, ("UNCLEAR", "BLOCK", "gaps")),
        ([("2016-01", "2020-05"), ("2020-07", "2021-03"), ("2021-05", None)], True, ("UNCLEAR", "WARN", "gaps")),
        ([("2016-01", "2024-05"), ("2019-02", None)], True, ("MET", None, "whole")),
        ([("2016-01", "2026-09")], False, ("MET", None, "whole")),
        ([("2016-01", "2026-08")], False, ("UNCLEAR", "WARN", "gaps")),
        ([("2016-01", "2026-05")], False, ("UNCLEAR", "BLOCK", "gaps")),
        ([("2016-01", None)], False, ("UNCLEAR", "BLOCK", "gaps")),
        ([("2016", "2026")], False, ("MET", None, "whole")),
        ([("2016-01", "2030")], False, ("MET", None, "whole")),
        ([("2001", "2004")], False, ("UNCLEAR", "BLOCK", "gaps")),
        ([], False, ("UNCLEAR", "BLOCK", "nothing")),
    ],
)
def test_d_hist_and_d_addr_lengths_of_gaps(
    rows: list[tuple[str, str | None]], ongoing: bool, wanted: tuple[str, str | None, str]
):
    assert judged(tell(shown(), *rows, ongoing=ongoing)) == {wanted}


def test_a_row_without_an_end_covers_the_months_of_its_start_alone():
    case = tell(shown(), ("2016-01", "2019-12"), ("2020", None), ("2021-02", None), ongoing=True)
    found = row(case, "D-HIST", "P1")
    assert (found.severity, found.rows) == ("WARN", ("HI1", "HI2", "HI3"))
    assert found.why.params["gaps"] == (Stretch(PartialDate(2021, 1), PartialDate(2021, 1)),)


def test_each_gap_is_named_with_its_months_and_the_table_is_asked_for():
    case = tell(shown(), ("2016-01", "2018-03"), ("2018-05", "2020-01"), ("2020-04", None), ongoing=True)
    found = row(case, "D-ADDR", "P1")
    first = Stretch(PartialDate(2018, 4), PartialDate(2018, 4))
    assert found.why.params["gaps"] == (first, Stretch(PartialDate(2020, 2), PartialDate(2020, 3)))
    assert (found.rows, found.places) == (("AD1", "AD2", "AD3"), ("P1.addresses",))
    assert found.why.params["months"] == Stretch(PartialDate(2016, 9), PartialDate(2026, 9))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Addresses, September 2016 to September 2026: nothing is recorded for April 2018 and February 2020 to"),
        ("fr", "Adresses, septembre 2016 à septembre 2026 : rien n’est inscrit pour avril 2018 et février 2020 à mars"),
    ],
)
def test_gaps_are_said_in_words(lang: str, words: str):
    case = tell(shown(), ("2016-01", "2018-03"), ("2018-05", "2020-01"), ("2020-04", None), ongoing=True)
    assert say(row(case, "D-ADDR", "P1").why, PACK, lang, wording(lang)).startswith(words)


def test_the_story_of_a_date_is_what_counts():
    case = tell(shown(), ("2016-01", "2020-05"), ("2020-07", None), ongoing=True)
    case.persons[0].history[0].end_info = between("2020-05-21", "2020-06-19")
    assert (row(case, "D-HIST", "P1").result, row(case, "D-ADDR", "P1").result) == ("MET", "UNCLEAR")


def test_the_two_tables_are_judged_apart():
    case = shown()
    case.persons[0].history = []
    assert (row(case, "D-HIST", "P1").result, row(case, "D-ADDR", "P1").result) == ("UNCLEAR", "MET")


@pytest.mark.parametrize(
    ("born", "signing", "wanted"),
    [
        ("1990-05-05", None, ("2016-09", "2026-09")),
        ("2000-11-20", None, ("2018-11", "2026-09")),
        ("2000", None, ("2018-01", "2026-09")),
        (None, None, ("2016-09", "2026-09")),
        ("1990-05-05", ("2026-06-30", "done"), ("2016-06", "2026-06")),
        ("1990-05-05", ("2027-01-31", "planned"), ("2017-01", "2026-09")),
        ("1998-09-15", None, ("2016-09", "2026-09")),
    ],
)
def test_d_hist_and_d_addr_the_window(born: str | None, signing: tuple[str, str] | None, wanted: tuple[str, str]):
    case = shown()
    case.persons[0].birth.date = day(born) if born else None
    if signing:
        case.milestones.append(milestone("application_signed", *signing))
    assert months(case) == wanted


def test_the_earlier_reading_of_a_birth_date_opens_the_window():
    case = shown()
    case.persons[0].birth.date_info = between("2000-07-24", "2001-07-12")
    assert months(case) == ("2018-07", "2026-09")


def test_nobody_under_18_is_asked():
    case = shown()
    case.persons.append(spouse())
    case.persons[1].birth.date = day("2009-01-01")
    assert judged(case, "P3") == {("MET", None, "no_window")}
    assert row(case, "D-HIST", "P3").rows == ("P3.birth.date",)
    case.persons[1].history = [history("HI3", "2024", "2025")]
    assert row(case, "D-HIST", "P3").rows == ("HI3",)


def test_a_long_gap_of_somebody_who_stays_behind_only_warns():
    case = tell(family(), person=2)
    assert judged(case, "P3") == {("UNCLEAR", "BLOCK", "nothing")}
    case.persons[2].plan = "non_accompanying"
    assert judged(case, "P3") == {("UNCLEAR", "WARN", "nothing")}


def test_d_hist_d_addr_d_bg_and_d_sign_are_about_the_5669_list():
    case = family()
    case.persons += [asked(child("2001", id="P4", plan="non_accompanying")), child("2016", id="P5")]
    for item in (*ITEMS, "D-BG", "D-SIGN"):
        assert [one.person for one in run(case).items if one.id == item] == ["P1", "P3", "P4"]


MONTHS = st.builds(PartialDate, st.integers(2014, 2028), st.none() | st.integers(1, 12))


@st.composite
def tables(draw: st.DrawFn) -> list[History]:
    rows = []
    for number in range(draw(st.integers(0, 6))):
        start, end = draw(MONTHS), draw(st.none() | MONTHS)
        made = history(f"HI{number}", str(start))
        made.end = end if end is not None and end.last >= start.first else None
        made.ongoing = made.end is None and draw(st.booleans())
        rows.append(made)
    return rows


WINDOWS = st.builds(lambda start, length: range(start, start + length), st.integers(24190, 24310), st.integers(0, 121))


def longest(found: list[range]) -> int:
    return max((len(one) for one in found), default=0)


@given(rows=tables(), more=tables(), asked_for=WINDOWS)
def test_more_rows_never_lengthen_a_gap(rows: list[History], more: list[History], asked_for: range):
    fewer, found = gaps(rows, asked_for), gaps(rows + more, asked_for)
    assert longest(found) <= longest(fewer)
    assert {month for one in found for month in one} <= {month for one in fewer for month in one}


@given(rows=tables(), asked_for=WINDOWS, order=st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows: list[History], asked_for: range, order):
    shuffled = [*rows]
    order.shuffle(shuffled)
    assert gaps(shuffled, asked_for) == gaps(rows, asked_for)


@given(rows=tables(), asked_for=WINDOWS)
def test_gaps_lie_in_the_window_apart_from_each_other(rows: list[History], asked_for: range):
    found = gaps(rows, asked_for)
    for one in found:
        assert one
        assert asked_for.start <= one.start < one.stop <= asked_for.stop
    for one, after in pairwise(found):
        assert one.stop < after.start


@given(asked_for=WINDOWS)
def test_without_a_row_the_window_is_one_gap(asked_for: range):
    assert gaps([], asked_for) == ([asked_for] if asked_for else [])


@given(born=st.dates(date(1995, 1, 1), date(2012, 12, 31)), later=st.integers(0, 500))
def test_a_vaguer_birth_date_never_narrows_the_window(born: date, later: int):
    case = shown()

    def found() -> range:
        return window(Facts(case, ON, PACK.constants, PACK.partners), case.persons[0])

    case.persons[0].birth.date = PartialDate.of(born)
    exact = found()
    case.persons[0].birth.date_info = between(born.isoformat(), date.fromordinal(born.toordinal() + later).isoformat())
    assert found() == exact
