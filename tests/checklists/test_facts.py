"""The words of the rules: groups of people, days that count, spans."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.checklists.facts import Facts, hot, last_days
from hrd_desktop.core.background import Travel
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import Span
from hrd_desktop.core.identity import HabitualResidence, Nationality, Stateless
from hrd_desktop.core.person import Whereabouts
from tests.checklists.build import (
    HOME,
    ON,
    PACK,
    THIRD,
    between,
    child,
    day,
    family,
    incident,
    milestone,
    person,
    shown,
    spouse,
)


def facts(case: Case, on: date = ON) -> Facts:
    return Facts(case, on, PACK.constants, PACK.partners)


def ids(people: list) -> list[str]:
    return [one.id for one in people]


def test_groups_of_people():
    case = family()
    gone = spouse("P4")
    gone.whereabouts = Whereabouts(status="deceased")
    case.persons += [
        gone,
        child("2012", plan="non_accompanying", id="P5"),
        person("P6", "sibling", "accompanying"),
        person("P7", "sibling", "linked_case"),
        child("2012", plan="not_included", id="P8"),
        child("2024", relation="grandchild", id="P9"),
    ]
    found = facts(case)
    assert ids(found.fam) == ["P2", "P3", "P5", "P9"]
    assert ids(found.listed) == ["P1", "P2", "P3", "P5", "P9"]
    assert ids(found.accompanying) == ["P1", "P2", "P3", "P6", "P9"]
    assert ids(found.staying) == ["P5"]


def test_hot_is_every_answer_but_no():
    assert [hot(answer) for answer in ("yes", "unknown", "declined", "after_advice", "no", None)] == [True] * 4 + [
        False
    ] * 2


@pytest.mark.parametrize(
    ("written", "state", "expected"),
    [
        ("2026-09-14", "done", "2026-09-14"),
        ("2026-09-15", "done", "2026-09-15"),
        ("2026-09-16", "done", "2026-09-16"),
        ("2026-09-14", "planned", "2026-09-15"),
        ("2026-09-16", "planned", "2026-09-16"),
        ("2026-10", "planned", "2026-10-31"),
    ],
)
def test_the_day_of_a_milestone(written: str, state: str, expected: str):
    case = shown()
    case.milestones.append(milestone("application_signed", written, state))
    assert facts(case).eff("application_signed") == date.fromisoformat(expected)
    assert facts(case).eff("application_submitted") is None


def test_a_milestone_of_one_person_is_not_that_of_the_case():
    case = shown()
    case.milestones.append(milestone("application_signed", "2026-10-01", person="P1"))
    assert facts(case).eff("application_signed") is None


def test_days_that_lock_and_days_of_signing():
    case = shown()
    assert (facts(case).referral_lock_in, facts(case).application_lock_in) == (None, None)
    assert facts(case).application_day == facts(case).signing_day == ON
    case.milestones.append(milestone("referral_signed_by_partner", "2026-08-01", id="MS2"))
    assert (facts(case).referral_lock_in, facts(case).application_day) == (date(2026, 8, 1), ON)
    case.milestones.append(milestone("referral_received_by_ircc", "2026-10-01", "planned", id="MS3"))
    assert facts(case).referral_lock_in == facts(case).application_day == date(2026, 10, 1)
    case.milestones.append(milestone("application_signed", "2026-10-10", "planned", id="MS4"))
    assert facts(case).application_lock_in == facts(case).signing_day == date(2026, 10, 10)
    case.milestones.append(milestone("application_submitted", "2026-10-20", "planned", id="MS5"))
    assert facts(case).application_lock_in == facts(case).application_day == date(2026, 10, 20)
    assert facts(case).signing_day == date(2026, 10, 10)


def test_the_flight_of_the_principal_applicant_comes_before_that_of_the_case():
    case = shown()
    case.milestones.append(milestone("flight_from_country", "2025-01", person="P2", id="MS2"))
    assert facts(case).flight == Span(date(2024, 3, 10), date(2024, 3, 10))
    case.milestones.append(milestone("flight_from_country", "2025-02", person="P1", id="MS3"))
    assert facts(case).flight == Span(date(2025, 2, 1), date(2025, 2, 28))


def test_own_countries():
    case = shown()
    defender = case.persons[0]
    defender.nationalities += [
        Nationality(id="NA2", country=THIRD, status="lost"),
        Nationality(id="NA3", country=None, status="unknown"),
    ]
    defender.habitual_residences = [HabitualResidence(id="HR1", country=THIRD, standing="certain")]
    assert facts(case).own == {HOME}
    defender.stateless = Stateless(claimed="yes")
    assert facts(case).own == {HOME, THIRD}
    defender.habitual_residences[0].standing = "possible"
    assert facts(case).own == {HOME}


def test_a_journey_uses_the_span_of_a_converted_date():
    case = shown()
    case.persons[0].travel = [Travel(id="TR1", start=day("2024"), country=HOME)]
    assert facts(case).journeys_home == ["TR1"]
    case.persons[0].travel[0].start_info = between("2024-01-01", "2024-03-10")
    assert facts(case).journeys_home == []


def test_nobody_without_a_birth_date_is_surely_of_an_age():
    case = shown()
    case.persons[0].birth = None
    found = facts(case)
    assert found.born(case.persons[0]) == Span(date(1900, 1, 1), ON)
    assert found.possibly(80, case.persons[0], ON)
    assert not found.surely(1, case.persons[0], ON)


def test_the_last_days_of_an_incident():
    lasting = incident("IN1", "2020", date_to=day("2021-03"))
    assert last_days(lasting) == Span(date(2021, 3, 1), date(2021, 3, 31))
    assert last_days(incident("IN2", "2020")) == Span(date(2020, 1, 1), date(2020, 12, 31))
