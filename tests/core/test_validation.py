"""Problems of a case in memory: all of them, in the order of its file. Single rules are tried in tests/exchange."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.identity import Birth, Name, Nationality
from hrd_desktop.core.kinds import CountryCode
from hrd_desktop.core.person import Person
from hrd_desktop.core.steps import Milestone
from hrd_desktop.core.validation import Problem, problems


@pytest.fixture
def case() -> Case:
    person = Person(
        id="P1", relation="principal", plan="accompanying", names=[Name(id="N1", kind="legal", family="Orm")]
    )
    return Case(
        code="HRD-1", opened_on=date(2026, 5, 4), stage="intake", stream="hrd", principal="P1", persons=[person]
    )


def found(case: Case) -> list[tuple[str, str]]:
    return [(problem.path, problem.cause) for problem in problems(case)]


def test_a_small_case_has_no_problem(case: Case) -> None:
    assert found(case) == []


def test_all_problems_come_in_the_order_of_the_file(case: Case) -> None:
    case.milestones = [Milestone(id="MS1", kind="landing", date=PartialDate(2027), state="planned", person="P9")]
    case.persons[0].birth = Birth(country=CountryCode("UK"), date_info=DateInfo(latest=date(2000, 1, 1)))
    case.persons[0].names.append(Name(id="N1", kind="alias"))
    case.closed_on = date(2026, 1, 1)
    case.code = "x"
    assert found(case) == [
        ("$.case.code", "bad_case_code"),
        ("$.case.opened_on", "start_after_end"),
        ("$.case.persons[0].names[1]", "name_without_part"),
        ("$.case.persons[0].names[1].id", "repeated_id"),
        ("$.case.persons[0].birth.date_info.latest", "latest_without_earliest"),
        ("$.case.persons[0].birth.country", "unknown_country"),
        ("$.case.milestones[0].date", "complete_date_needed"),
        ("$.case.milestones[0].person", "unknown_reference"),
    ]


def test_a_problem_names_what_is_at_fault(case: Case) -> None:
    case.principal = "N1"
    assert list(problems(case)) == [
        Problem("$.case.principal", "wrong_reference", {"value": '"N1"', "found": "name", "wanted": "person"})
    ]


def test_a_required_value_that_went_missing_in_memory(case: Case) -> None:
    case.persons[0].names = []
    assert found(case) == [("$.case.persons[0].names", "missing_key")]


def test_dates_that_only_may_cross_are_no_problem(case: Case) -> None:
    name = case.persons[0].names[0]
    name.start, name.end = PartialDate(1999, 7), PartialDate(1999)
    assert found(case) == []
    name.start_info = DateInfo(earliest=date(2000, 1, 1), latest=date(2000, 2, 1))
    assert found(case) == [("$.case.persons[0].names[0].start", "start_after_end")]


@pytest.mark.parametrize("kind", ["flight_from_country", "entry_to_host", "first_contact", "status_recognition"])
def test_some_milestones_may_be_known_to_the_year(case: Case, kind: str) -> None:
    case.milestones = [
        Milestone(id="MS1", kind=kind, date=PartialDate(2024), state="done"),  # type: ignore[arg-type]  # a code
        Milestone(id="MS2", kind=kind, date=PartialDate(2024), state="done", person="P1"),  # type: ignore[arg-type]  # a code
    ]
    assert found(case) == []


def test_only_an_unknown_nationality_may_lack_its_country(case: Case) -> None:
    case.persons[0].nationalities = [Nationality(id="NA1", status="unknown")]
    assert found(case) == []
    case.persons[0].nationalities[0].status = "claims"
    assert found(case) == [("$.case.persons[0].nationalities[0].country", "nationality_without_country")]
