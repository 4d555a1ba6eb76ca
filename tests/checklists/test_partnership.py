"""F04, F05 and F10: partners, couples kept apart, and unions after the application."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo
from hrd_desktop.core.evidence import Evidence
from tests.checklists.build import alerts, answer, child, day, family, milestone, reason, review, row, wedding

Change = Callable[[Case], object]
L, U, M, N = ("NEEDS_LAWYER", "LAWYER"), ("UNCLEAR", "WARN"), ("MET", None), ("NOT_APPLICABLE", None)


def couple(relation: str = "common_law_partner", **keys) -> Case:
    """The defender and P3 in one union, by default a partnership of long standing under one roof."""
    case = family()
    case.persons[2].relation = relation
    told = {"kind": "common_law", "start": day("2018"), "cohabiting_from": day("2018-05-01"), **keys}
    case.unions = [wedding(**told)]
    return case


def away(**keys) -> Case:
    return couple(**{"cohabiting_from": None, "apart_reason": "persecution", "start": day("2025-09-15"), **keys})


def supported(case: Case) -> Case:
    case.evidence.append(Evidence(id="EV1", title="Letters", kind="message_log", supports=["UN1"]))
    return case


def married_elsewhere(**keys) -> Change:
    return lambda case: case.unions.append(wedding("UN2", "P3", None, **keys))


def young(written: str) -> Change:
    return lambda case: setattr(case.persons[2].birth, "date", day(written))


def judged(case: Case, item: str, person: str = "P3") -> tuple:
    found = row(case, item, person)
    return (found.result, found.severity), reason(found)


@pytest.mark.parametrize(
    ("case", "change", "f04", "f05"),
    [
        (family(), None, (N, "married"), (N, "none")),
        (couple(), None, (M, "together"), (N, "none")),
        (couple(cohabiting_from=day("2025-09-15")), None, (M, "together"), (N, "none")),
        (couple(cohabiting_from=day("2025-09-16")), None, (U, "too_short"), (N, "none")),
        (couple(cohabiting_from=day("2025")), None, (U, "too_short"), (N, "none")),
        (couple(), young("2009"), (L, "under_age"), (N, "none")),
        (couple(), young("2008"), (M, "together"), (N, "none")),
        (couple(), married_elsewhere(), (L, "other_marriage"), (N, "none")),
        (couple(), married_elsewhere(status="separated"), (M, "together"), (N, "none")),
        (couple(), married_elsewhere(kind="common_law"), (M, "together"), (N, "none")),
        (couple(status="ended"), None, (U, "no_row"), (N, "none")),
        (couple(cohabiting_from=None), None, (U, "not_together"), (N, "none")),
        (couple(cohabiting_to=day("2024")), None, (U, "not_together"), (N, "none")),
        (couple("spouse", cohabiting_from=None), None, (N, "spouse"), (N, "none")),
        (couple("spouse", kind="religious_marriage"), None, (M, "together"), (N, "none")),
        (supported(away()), None, (N, "apart"), (M, "kept_apart")),
        (supported(away(apart_reason="penal_control")), None, (N, "apart"), (M, "kept_apart")),
        (supported(away(apart_reason="work")), None, (N, "apart"), (U, "open")),
        (away(), None, (N, "apart"), (U, "open")),
        (supported(away(start=day("2025"))), None, (N, "apart"), (U, "open")),
        (supported(away(start=day("2025-09-16"))), None, (N, "apart"), (U, "open")),
        (supported(away(start=None)), None, (N, "apart"), (U, "open")),
        (away(), young("2009"), (N, "apart"), (L, "under_age")),
        (supported(away()), young("2009"), (N, "apart"), (L, "under_age")),
    ],
)
def test_f04_and_f05(case: Case, change: Change | None, f04: tuple, f05: tuple):
    if change is not None:
        change(case)
    assert (judged(case, "F04"), judged(case, "F05")) == (f04, f05)


def test_f04_and_f05_rows_are_the_union_then_marriages_in_force_with_others():
    case = couple()
    married_elsewhere()(case)
    young("2009")(case)
    assert row(case, "F04", "P3").rows == ("UN1", "UN2")
    case = away()
    married_elsewhere()(case)
    young("2009")(case)
    assert row(case, "F05", "P3").rows == ("UN1", "UN2")
    case.reviews = [review("F05", person="P3", rows=["UN1"])]
    assert (row(case, "F05", "P3").result, len(alerts(case, "review_outdated"))) == ("NEEDS_LAWYER", 1)


def test_f04_reads_what_stands_of_the_marriage():
    case = couple("spouse", kind="religious_marriage", cohabiting_from=None)
    assert row(case, "F04", "P3").result == "NOT_APPLICABLE"
    assert reason(row(case, "F04", "P3")) == "spouse"
    case.staff_answers = [answer("F03", "MET", "P3")]
    assert reason(row(case, "F04", "P3")) == "married"


def test_f05_names_what_is_not_shown():
    found = row(away(apart_reason="study", start=None), "F05", "P3")
    assert found.places == ("UN1.apart_reason", "UN1.start", "case.evidence")


@given(st.dates(date(2024, 6, 1), date(2026, 6, 1)), st.integers(0, 500))
def test_f04_the_year_counts_from_the_last_day_it_may_have_begun(first: date, length: int):
    last = date.fromordinal(first.toordinal() + length)
    case = couple(cohabiting_from=day("2025"))
    case.unions[0].cohabiting_from_info = DateInfo(earliest=first, latest=last)
    assert row(case, "F04", "P3").result == ("MET" if last <= date(2025, 9, 15) else "UNCLEAR")


def submitted(case: Case, written: str = "2026-08-01") -> Case:
    case.milestones.append(milestone("application_submitted", written, id="MS5"))
    return case


def joined(case: Case, who: str, start: str | None, status: str = "in_force", **keys) -> Case:
    case.unions.append(
        wedding("UN2", who, None, start=day(start) if start else None, status=status, **keys),
    )
    return case


@pytest.mark.parametrize(
    ("case", "person", "wanted", "rows"),
    [
        (family(), "P1", (M, "none"), None),
        (family(), "P2", (M, "none"), None),
        (joined(family(), "P2", "2026-09-01"), "P2", (N, "partnered"), ("UN2",)),
        (joined(submitted(family()), "P2", "2026-08-02"), "P2", (L, "begun_child"), ("UN2",)),
        (joined(submitted(family()), "P2", "2026-08"), "P2", (L, "begun_child"), ("UN2",)),
        (joined(submitted(family()), "P2", "2026-08-01"), "P2", (N, "partnered"), ("UN2",)),
        (joined(submitted(family()), "P2", "2026-07"), "P2", (N, "partnered"), ("UN2",)),
        (joined(submitted(family()), "P2", None), "P2", (L, "begun_child"), ("UN2",)),
        (joined(submitted(family()), "P2", None, "ended", end=day("2025")), "P2", (M, "none"), None),
        (joined(submitted(family()), "P3", "2026-08-02"), "P3", (U, "begun"), ("UN2",)),
        (joined(submitted(family()), "P1", "2026-08-02"), "P1", (U, "begun"), ("UN2",)),
        (joined(family(), "P2", "2026-12-01", "planned"), "P2", (U, "planned"), ("UN2",)),
        (joined(family(), "P2", None, "planned"), "P2", (U, "planned"), ("UN2",)),
        (joined(family(), "P2", "2026-09-15", "planned"), "P2", (N, "partnered"), ("UN2",)),
        (joined(family(), "P3", "2026-09-15", "planned"), "P3", (M, "none"), None),
        (joined(submitted(family()), "P2", "2026-12", "planned"), "P2", (U, "planned"), ("UN2",)),
    ],
)
def test_f10(case: Case, person: str, wanted: tuple, rows: tuple[str, ...] | None):
    assert judged(case, "F10", person) == wanted
    assert rows is None or row(case, "F10", person).rows == rows


def test_f10_a_submission_that_is_only_planned_or_ahead_is_none():
    case = family()
    case.milestones.append(milestone("application_submitted", "2026-08-01", "planned", "MS5"))
    assert judged(joined(case, "P2", "2026-09-20"), "F10", "P2")[0] == M
    case = submitted(family(), "2026-09-16")
    assert judged(joined(case, "P2", "2026-09-20"), "F10", "P2")[0] == M


def test_f10_a_grandchild_is_a_child():
    case = family()
    case.persons.append(child("2010", id="P4", relation="grandchild"))
    assert judged(joined(submitted(case), "P4", "2026-09-01"), "F10", "P4") == (L, "begun_child")


def test_a_wedding_ahead_is_an_alert_for_each_of_the_two():
    case = family()
    case.unions.append(wedding("UN2", "P2", "P3", start=day("2026-12-01"), status="planned"))
    found = [(alert.person, alert.date, alert.rows) for alert in alerts(case, "planned_marriage")]
    assert found == [("P2", date(2026, 12, 1), ("UN2",)), ("P3", date(2026, 12, 1), ("UN2",))]
    case.unions[1].start = day("2026-12")
    assert [alert.date for alert in alerts(case, "planned_marriage")] == [None, None]
    case.staff_answers = [answer("F10", "MET", "P2"), answer("F10", "MET", "P3", "SA2")]
    assert not alerts(case, "planned_marriage")
