"""F03: what a marriage needs, what goes to a lawyer, and dates that leave an order open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo
from tests.checklists.build import ON, alerts, answer, day, family, reason, review, row, run, spouse, wedding

Change = Callable[[Case], object]
L, U, M = ("NEEDS_LAWYER", "LAWYER"), ("UNCLEAR", "WARN"), ("MET", None)


def told(**keys) -> Change:
    return lambda case: [setattr(case.unions[0], key, value) for key, value in keys.items()]


def other(written: str | None = "2010-01-01", **keys) -> Change:
    """Another marriage of the spouse, with somebody who is no person of the case."""
    start = day(written) if written else None
    return lambda case: case.unions.append(wedding("UN2", "P3", None, **{"start": start, **keys}))


def ended(written: str | None, **keys) -> Change:
    return other(status="ended", end=day(written) if written else None, **keys)


def born(who: int, written: str) -> Change:
    return lambda case: setattr(case.persons[who].birth, "date", day(written))


def apart(since: str | None, **keys) -> Change:
    def change(case: Case) -> None:
        told(status="separated", separated_since=day(since) if since else None)(case)
        other("2025", **{"kind": "common_law", **keys})(case)

    return change


@pytest.mark.parametrize(
    ("changes", "wanted", "why", "rows"),
    [
        ([], M, "shown", ("UN1",)),
        ([lambda case: case.unions.clear()], U, "no_row", ("case.unions",)),
        ([told(status="ended")], U, "no_row", None),
        ([told(kind="common_law")], U, "no_row", None),
        ([told(status="planned")], U, "planned", ("UN1",)),
        ([told(status="separated")], M, "shown", ("UN1",)),
        ([told(start=None)], U, "answers_open", ("UN1",)),
        ([told(both_present=None)], U, "answers_open", ("UN1",)),
        ([told(both_present="unknown")], U, "answers_open", ("UN1",)),
        ([told(both_present="no")], L, "answers", ("UN1",)),
        ([told(genuine="no")], L, "answers", ("UN1",)),
        ([told(genuine="unknown")], M, "shown", ("UN1",)),
        ([told(registered="no")], U, "answers_open", ("UN1",)),
        ([told(registered="yes", valid_where_made="no")], U, "answers_open", ("UN1",)),
        ([told(registered="no", valid_where_made="yes")], M, "shown", ("UN1",)),
        ([told(kind="religious_marriage")], U, "answers_open", ("UN1",)),
        ([told(kind="religious_marriage", valid_where_made="yes")], M, "shown", ("UN1",)),
        ([told(kind="customary_marriage", registered="yes")], M, "shown", ("UN1",)),
        ([born(2, "2008-09-16")], L, "under_age", ("UN1",)),
        ([born(0, "2008-09-16")], L, "under_age", ("UN1",)),
        ([born(2, "2008")], U, "young_now", ("UN1",)),
        ([born(2, "1997-06-07")], U, "young_then", ("UN1",)),
        ([born(2, "1997-06-06")], M, "shown", ("UN1",)),
        ([born(2, "1997")], U, "young_then", ("UN1",)),
        ([told(start=day("2015")), born(2, "1997-01-02")], U, "young_then", ("UN1",)),
        ([other()], L, "earlier_marriage", ("UN1", "UN2")),
        ([other(status="separated")], L, "earlier_marriage", ("UN1", "UN2")),
        ([other(status="planned")], M, "shown", ("UN1",)),
        ([other(kind="common_law")], M, "shown", ("UN1",)),
        ([other("2015-06-07")], M, "shown", ("UN1",)),
        ([other("2016")], M, "shown", ("UN1",)),
        ([other("2015")], U, "order_open", ("UN1", "UN2")),
        ([other("2015-06-06")], U, "order_open", ("UN1", "UN2")),
        ([other(None)], U, "order_open", ("UN1", "UN2")),
        ([other(), told(start=None)], U, "order_open", ("UN1", "UN2")),
        ([ended("2014-12")], M, "shown", ("UN1",)),
        ([ended("2015-06-06")], M, "shown", ("UN1",)),
        ([ended("2015-06-07")], L, "earlier_marriage", ("UN1", "UN2")),
        ([ended("2016")], L, "earlier_marriage", ("UN1", "UN2")),
        ([ended("2015")], U, "order_open", ("UN1", "UN2")),
        ([ended(None)], U, "order_open", ("UN1", "UN2")),
        ([ended("2020", start=day("2018"))], M, "shown", ("UN1",)),
        ([ended("2016", start=None)], U, "order_open", ("UN1", "UN2")),
        ([ended("2014", start=None)], M, "shown", ("UN1",)),
        ([apart("2025-09-15")], L, "apart", ("UN1", "UN2")),
        ([apart("2025-09-16")], M, "shown", ("UN1",)),
        ([apart("2025")], U, "order_open", ("UN1", "UN2")),
        ([apart(None)], U, "order_open", ("UN1", "UN2")),
        ([apart("2024", kind="conjugal_apart")], L, "apart", ("UN1", "UN2")),
        ([apart("2024", status="ended")], M, "shown", ("UN1",)),
        ([apart("2024"), told(status="in_force")], M, "shown", ("UN1",)),
        ([other(), told(both_present="no"), born(2, "2009")], L, "several", ("UN1", "UN2")),
    ],
)
def test_f03(changes: list[Change], wanted: tuple, why: str, rows: tuple[str, ...] | None):
    case = family()
    for change in changes:
        change(case)
    found = row(case, "F03", "P3")
    assert ((found.result, found.severity), reason(found)) == (wanted, why)
    assert rows is None or found.rows == rows
    assert found.citation == 'R 2 "marriage", R 5'


def test_f03_a_marriage_of_the_principal_applicant_counts_as_well():
    case = family()
    case.unions.insert(0, wedding("UN2", "P1", None, start=day("2010")))
    assert row(case, "F03", "P3").rows == ("UN1", "UN2")


def test_f03_a_later_marriage_does_not_touch_the_first():
    case = family()
    case.persons.append(spouse("P4"))
    case.unions.append(wedding("UN2", "P1", "P4", start=day("2020-02")))
    assert (row(case, "F03", "P3").result, row(case, "F03", "P4").rows) == ("MET", ("UN2", "UN1"))


def test_f03_is_asked_of_spouses_alone():
    case = family()
    case.persons[2].relation = "common_law_partner"
    assert not [one for one in run(case).items if one.id == "F03"]


@given(st.dates(date(2013, 1, 1), date(2017, 12, 31)), st.integers(0, 900))
def test_f03_dates_that_overlap_have_no_order(first: date, length: int):
    last = date.fromordinal(first.toordinal() + length)
    case = family()
    case.unions.append(
        wedding("UN2", "P3", None, start=day(str(first.year)), start_info=DateInfo(earliest=first, latest=last))
    )
    held = date(2015, 6, 6)
    wanted = "NEEDS_LAWYER" if last < held else "MET" if first > held else "UNCLEAR"
    assert row(case, "F03", "P3").result == wanted


@given(st.dates(date(2007, 1, 1), date(2010, 12, 31)), st.integers(0, 700))
def test_f03_ages_that_straddle_the_birthday_are_not_settled(first: date, length: int):
    last = date.fromordinal(first.toordinal() + length)
    case = family()
    case.unions[0].start = day("2026-09-15")
    case.persons[2].birth.date_info = DateInfo(earliest=first, latest=last)
    limit = ON.replace(year=ON.year - 18)
    wanted = "NEEDS_LAWYER" if first > limit else "MET" if last <= limit else "UNCLEAR"
    assert row(case, "F03", "P3").result == wanted


def test_f03_a_review_covers_the_marriages_it_saw():
    case = family()
    other()(case)
    case.reviews = [review("F03", person="P3", rows=["UN1", "UN2"])]
    assert row(case, "F03", "P3").result == "MET"
    case.reviews = [review("F03", person="P3", rows=["UN1"])]
    assert row(case, "F03", "P3").result == "NEEDS_LAWYER"
    assert len(alerts(case, "review_outdated")) == 1


def test_f03_a_staff_no_goes_to_a_lawyer():
    case = family()
    case.staff_answers = [answer("F03", "NOT_MET", "P3")]
    assert (row(case, "F03", "P3").result, row(case, "F03", "P3").severity) == L
