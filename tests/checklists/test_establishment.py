"""E21, E21x, E22, and the short items E07, E13, E15 and E20."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.kin import RelativeInCanada
from tests.checklists.build import CANADA, HOST, answer, day, reason, review, row, run, shown, status
from tests.checklists.told import history, service, tell

Change = Callable[[Case], object]


def pa(**keys) -> Change:
    return lambda case: [setattr(case.persons[0], key, value) for key, value in keys.items()]


def did(activity: str) -> Change:
    return lambda case: case.persons[0].history.append(history("HI2", "2020", activity=activity))


def active(case: Case) -> None:
    case.hrd.activities = shown().hrd.activities


def relative(case: Case) -> None:
    case.relatives_in_canada = [RelativeInCanada(id="RC1", of="P1", relation="aunt")]


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ([], 0),
        ([active], 1),
        ([relative], 1),
        ([active, relative], 2),
        ([did("work")], 2),
        ([did("self_employed")], 1),
        ([did("volunteer")], 0),
        ([pa(official_ability="french")], 1),
        ([pa(official_ability="both")], 1),
        ([pa(official_ability="neither")], 0),
        ([pa(education_level="none")], 0),
        ([pa(education_level="secondary_or_less")], 1),
        ([pa(education_level="trade_certificate")], 2),
        ([pa(education_level="doctorate")], 2),
        ([pa(education_level="doctorate"), relative, active], 4),
    ],
)
def test_e21_counts_four_factors(changes: list[Change], count: int):
    case = shown()
    case.hrd.activities, case.persons[0].history = [], []
    for change in changes:
        change(case)
    found = row(case, "E21")
    assert found.why.params["count"] == count
    wanted = ("MET", None) if count >= 2 else ("UNCLEAR", "WARN")
    assert ((found.result, found.severity), found.citation) == (wanted, "R 139(1)(g)")
    assert len(found.places) == (0 if count >= 2 else 4 - count)


def thin() -> Case:
    case = shown()
    case.persons[0].history = []
    return case


def test_e21_falls_away_with_the_exemption_that_stands():
    case = thin()
    case.priority = "urgent"
    found = row(case, "E21")
    assert (found.result, found.source, found.citation) == ("EXEMPT", "exempt", "R 139(2)")
    case.staff_answers = [answer("E21x", "UNCLEAR")]
    assert row(case, "E21").result == "UNCLEAR"
    case = thin()
    case.hrd.heightened_risk = ["woman"]
    assert row(case, "E21").result == "EXEMPT"
    case.persons[0].history = shown().persons[0].history
    assert (row(case, "E21").result, row(case, "E21").citation) == ("MET", "R 139(1)(g)")


def test_e21_does_not_arise_for_quebec():
    case = thin()
    case.intended_province = "QC"
    assert (row(case, "E21").result, reason(row(case, "E21"))) == ("NOT_APPLICABLE", "quebec")


@pytest.mark.parametrize(
    ("flags", "priority", "wanted"),
    [
        ([], None, ("NOT_APPLICABLE", "none")),
        ([], "normal", ("NOT_APPLICABLE", "none")),
        ([], "urgent", ("EXEMPT", "priority")),
        ([], "emergency", ("EXEMPT", "priority")),
        (["lgbtqi", "woman"], "normal", ("EXEMPT", "profile")),
    ],
)
def test_e21x(flags: list, priority: str | None, wanted: tuple[str, str]):
    case = shown()
    case.hrd.heightened_risk, case.priority = flags, priority
    found = row(case, "E21x")
    assert (found.result, reason(found), found.severity) == (*wanted, None)


@pytest.mark.parametrize(
    ("province", "wanted"),
    [("QC", ("UNCLEAR", "INFO")), ("ON", ("NOT_APPLICABLE", None)), (None, ("NOT_APPLICABLE", None))],
)
def test_e22(province: str | None, wanted: tuple):
    case = shown()
    case.intended_province = province
    assert (row(case, "E22").result, row(case, "E22").severity) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("no", ("MET", None, "nowhere")),
        ("yes", ("UNCLEAR", "WARN", "answered")),
        ("unknown", ("UNCLEAR", "WARN", "answered")),
        (None, ("UNCLEAR", "WARN", "not_asked")),
    ],
)
def test_e07(told: str | None, wanted: tuple):
    case = shown()
    case.claim.internal_flight.could_live_elsewhere = told
    found = row(case, "E07", "P1")
    assert (found.result, found.severity, reason(found)) == wanted
    case.claim.internal_flight = None
    assert reason(row(case, "E07", "P1")) == "not_asked"


def test_e13_follows_what_stands_of_the_definition():
    case = shown()
    assert (row(case, "E13", "P1").result, row(case, "E13", "P1").rows[0]) == ("MET", "P1.E01")
    case.claim.grounds = []
    tell(case.persons[0], service())
    found = row(case, "E13", "P1")
    assert (found.result, found.severity, found.rows) == ("UNCLEAR", "INFO", ("P1.E05", "P1.E09"))
    case.staff_answers = [answer("E05", "MET", "P1")]
    case.reviews = [review("E09", person="P1")]
    assert row(case, "E13", "P1").result == "MET"


def test_e13_reads_the_short_stays_too():
    case = shown()
    case.persons[0].none_declared.remove("returns")
    assert row(case, "E13", "P1").rows == ("P1.E02b", "P1.E12")


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("yes", ("MET", None, "wanted")),
        ("no", ("NOT_MET", "DIVERT", "not_wanted")),
        ("declined", ("UNCLEAR", "BLOCK", "answered")),
        (None, ("UNCLEAR", "BLOCK", "not_asked")),
    ],
)
def test_e15(told: str | None, wanted: tuple):
    case = shown()
    case.wants_permanent_resettlement = told
    found = row(case, "E15")
    assert (found.result, found.severity, reason(found)) == wanted


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, ("MET", None, "funded")),
        ({"refugee_class": "country_of_asylum"}, ("NOT_MET", "DIVERT", "other_class")),
        ({"refugee_class": None}, ("UNCLEAR", "BLOCK", "no_class")),
        ({"stream": "other"}, ("UNCLEAR", "BLOCK", "other_stream")),
        ({"stream": "other", "refugee_class": "country_of_asylum"}, ("NOT_MET", "DIVERT", "other_class")),
    ],
)
def test_e20(changes: dict, wanted: tuple):
    case = shown()
    for key, value in changes.items():
        setattr(case, key, value)
    found = row(case, "E20")
    assert (found.result, found.severity, reason(found)) == wanted


@pytest.mark.parametrize(
    ("told", "result"),
    [
        (status("permanent_resident", "ST2", country=CANADA), "NOT_MET"),
        (status("permanent_resident", "ST2", country=CANADA, end=day("2025")), "MET"),
        (status("permanent_resident", "ST2", person="P9", country=CANADA), "MET"),
        (status("visitor", "ST2", country=CANADA), "MET"),
        (status("permanent_resident", "ST2", country=HOST), "MET"),
    ],
)
def test_e20_a_status_in_canada(told, result: str):
    case = shown()
    case.asylum.statuses.append(told)
    assert row(case, "E20").result == result
    assert result == "MET" or row(case, "E20").rows == ("ST2",)


def test_routes_of_class_and_status_stand_together():
    case = shown()
    case.refugee_class = "country_of_asylum"
    case.asylum.statuses.append(status("permanent_resident", "ST2", country=CANADA))
    found = [(route.id, route.role) for route in run(case).routes]
    assert found == [
        ("permanent_resident_of_canada", "main"),
        ("private_sponsorship", "main"),
        ("regulated_adviser", "note"),
    ]
