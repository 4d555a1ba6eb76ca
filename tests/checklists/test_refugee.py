"""E01, E02 and E02b, each branch: outside every country of one's own, and journeys back."""

from __future__ import annotations

import pytest

from hrd_desktop.core.background import Return, Travel
from hrd_desktop.core.case import Case
from hrd_desktop.core.person import Whereabouts
from tests.checklists.build import CANADA, HOME, HOST, THIRD, Change, day, incident, row, shown
from tests.checklists.own_country import check, national, stateless


def at(status: str = "known", country: str | None = HOST) -> Change:
    return lambda case: setattr(case.persons[0], "whereabouts", Whereabouts(status=status, country=country))


def nowhere(case: Case) -> None:
    case.persons[0].whereabouts = None


def both(*changes: Change) -> Change:
    return lambda case: [change(case) for change in changes]


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (at(), ("MET", None, "outside")),
        (at("detained"), ("MET", None, "outside")),
        (at(country=CANADA), ("NOT_MET", "DIVERT", "in_canada")),
        (at(country=None), ("UNCLEAR", "BLOCK", "not_recorded")),
        (at("missing"), ("UNCLEAR", "BLOCK", "not_known")),
        (at("unknown"), ("UNCLEAR", "BLOCK", "not_known")),
        (nowhere, ("UNCLEAR", "BLOCK", "not_recorded")),
    ],
)
def test_e01(change: Change, wanted: tuple[str, str | None, str]):
    case = shown()
    change(case)
    check(case, "E01", wanted)


@pytest.mark.parametrize(
    ("change", "wanted", "rows", "citation"),
    [
        (lambda case: None, ("MET", None, "outside"), ("NA1",), "A 96(a)"),
        (at(country=HOME), ("NOT_MET", "DIVERT", "inside"), ("NA1",), "A 96(a)"),
        (national(CANADA), ("NOT_MET", "DIVERT", "canadian"), ("NA2",), "A 96(a)"),
        (at(country=None), ("UNCLEAR", "BLOCK", "here_unknown"), ("NA1",), "A 96(a)"),
        (national(THIRD, "claims"), ("NEEDS_LAWYER", "LAWYER", "by_right"), ("NA2",), "A 96(a)"),
        (national(THIRD, "may_be_entitled"), ("NEEDS_LAWYER", "LAWYER", "by_right"), ("NA2",), "A 96(a)"),
        (national(None, "unknown"), ("UNCLEAR", "BLOCK", "nationality_unknown"), ("NA2",), "A 96(a)"),
        (national(HOST, "lost"), ("MET", None, "outside"), ("NA1",), "A 96(a)"),
        (national(HOST, "renounced"), ("MET", None, "outside"), ("NA1",), "A 96(a)"),
        (stateless(claimed="no"), ("UNCLEAR", "BLOCK", "nothing"), None, "A 96(a)"),
        (stateless(), ("UNCLEAR", "BLOCK", "nothing"), None, "A 96(b)"),
        (stateless((HOME, "certain")), ("MET", None, "outside"), ("HR1",), "A 96(b)"),
        (stateless((HOST, "certain")), ("NOT_MET", "DIVERT", "inside"), ("HR1",), "A 96(b)"),
        (both(stateless((HOME, "certain")), nowhere), ("UNCLEAR", "BLOCK", "here_unknown"), ("HR1",), "A 96(b)"),
        (stateless((HOME, "possible")), ("NEEDS_LAWYER", "LAWYER", "residences"), ("HR1",), "A 96(b)"),
        (
            stateless((HOME, "certain"), (THIRD, "certain")),
            ("NEEDS_LAWYER", "LAWYER", "residences"),
            ("HR1", "HR2"),
            "A 96(b)",
        ),
        (
            stateless((HOME, "certain"), (HOST, "certain")),
            ("NOT_MET", "DIVERT", "inside"),
            ("HR2",),
            "A 96(b)",
        ),
        (
            stateless((HOME, "certain"), (THIRD, "certain"), (CANADA, "possible")),
            ("NEEDS_LAWYER", "LAWYER", "residences"),
            ("HR3",),
            "A 96(b)",
        ),
        (
            stateless((HOME, "certain"), keep=True),
            ("UNCLEAR", "BLOCK", "contradiction"),
            ("NA1", "P1.stateless.claimed"),
            "A 96(b)",
        ),
        (
            stateless(claimed="declined", keep=True),
            ("UNCLEAR", "BLOCK", "stateless_unsettled"),
            ("P1.stateless.claimed",),
            "A 96(a)",
        ),
        (stateless(claimed="no", keep=True), ("MET", None, "outside"), ("NA1",), "A 96(a)"),
    ],
)
def test_e02(change: Change, wanted: tuple[str, str | None, str], rows: tuple[str, ...] | None, citation: str):
    case = shown()
    change(case)
    check(case, "E02", wanted, rows)
    assert row(case, "E02", "P1").citation == citation


def test_e02_takes_the_gravest_part_and_shows_every_part():
    case = shown()
    for change in (national(THIRD, "claims", "NA2"), national(None, "unknown", "NA3"), national(HOST, "lost", "NA4")):
        change(case)
    found = row(case, "E02", "P1")
    assert [(part.key, part.result, part.rows) for part in found.parts] == [
        (HOME, "MET", ("NA1",)),
        (THIRD, "NEEDS_LAWYER", ("NA2",)),
        ("NA3", "UNCLEAR", ("NA3",)),
        (HOST, "NOT_APPLICABLE", ("NA4",)),
    ]
    at(country=HOME)(case)
    assert row(case, "E02", "P1").result == "NOT_MET"


def test_e02_only_ended_nationalities_leave_it_unclear():
    case = shown()
    case.persons[0].nationalities[0].status = "renounced"
    assert row(case, "E02", "P1").result == "UNCLEAR"


def stay(id: str = "RE1", **keys) -> Return:
    return Return(id=id, country=HOME, entered_on=day("2025-05-03"), **keys)


def journey(start: str, country: str = HOME) -> Change:
    def change(case: Case) -> None:
        case.persons[0].none_declared = ["returns"]
        case.persons[0].travel.append(Travel(id="TR1", start=day(start), country=country))

    return change


def returned(case: Case) -> None:
    case.persons[0].none_declared = ["travel"]
    case.persons[0].returns.append(stay())


@pytest.mark.parametrize(
    ("change", "wanted", "rows"),
    [
        (lambda case: None, ("MET", None, "none"), None),
        (returned, ("UNCLEAR", "WARN", "returned"), ("RE1",)),
        (both(journey("2024-04"), returned), ("UNCLEAR", "WARN", "returned"), ("RE1", "TR1")),
        (journey("2024-04"), ("UNCLEAR", "WARN", "travelled"), ("TR1",)),
        (journey("2024-03"), ("UNCLEAR", "WARN", "travelled"), ("TR1",)),
        (journey("2024"), ("UNCLEAR", "WARN", "travelled"), ("TR1",)),
        (journey("2024-03-10"), ("MET", None, "none"), None),
        (journey("2024-02"), ("MET", None, "none"), None),
        (journey("2024-04", THIRD), ("MET", None, "none"), None),
        (both(journey("2019"), lambda case: case.milestones.clear()), ("UNCLEAR", "WARN", "travelled"), ("TR1",)),
        (lambda case: case.persons[0].none_declared.remove("returns"), ("UNCLEAR", "WARN", "not_asked"), None),
    ],
)
def test_e02b(change: Change, wanted: tuple[str, str | None, str], rows: tuple[str, ...] | None):
    case = shown()
    change(case)
    check(case, "E02b", wanted, rows)


def test_e02b_a_journey_to_the_certain_residence_of_a_stateless_person_counts():
    case = shown()
    both(stateless((THIRD, "certain")), journey("2025", THIRD))(case)
    assert row(case, "E02b", "P1").rows == ("TR1",)


def test_e02b_asks_for_the_stay_in_question():
    case = shown()
    returned(case)
    assert row(case, "E02b", "P1").question.key == "E02b.ask.returned"


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (lambda case: None, ()),
        (at(country=HOME), ()),
        (national(THIRD, "claims"), ()),
        (at(country=None), ("P1.whereabouts.country",)),
        (national(None, "unknown"), ("NA2",)),
        (lambda case: case.persons[0].nationalities.clear(), ("P1.nationalities", "P1.stateless")),
        (
            both(nowhere, lambda case: case.persons[0].nationalities.clear()),
            ("P1.whereabouts.country", "P1.nationalities", "P1.stateless"),
        ),
        (stateless(), ("P1.nationalities", "P1.stateless")),
        (
            lambda case: setattr(case.persons[0].nationalities[0], "status", "lost"),
            ("P1.nationalities", "P1.habitual_residences"),
        ),
        (stateless(claimed="unknown", keep=True), ("P1.stateless.claimed",)),
    ],
)
def test_e02_says_which_inputs_are_absent_or_not_settled(change: Change, places: tuple[str, ...]):
    case = shown()
    change(case)
    assert row(case, "E02", "P1").places == places


def test_e04_and_e02b_tell_the_day_and_the_rows_they_rest_on():
    case = shown()
    case.incidents = [incident("IN1", "2025-02", date_to=day("2025-08")), incident("IN2", "2025")]
    told = row(case, "E04", "P1").why.params["incident"]
    assert (told.id, told.day) == ("IN1", day("2025-08"))
    journey("2025")(case)
    case.persons[0].travel.append(Travel(id="TR2", start=day("2025"), country=THIRD))
    assert [event.id for event in row(case, "E02b", "P1").why.params["journeys"]] == ["TR1"]
