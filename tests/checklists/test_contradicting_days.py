"""C11, C12 and C14: days that cannot both be right, of the flight, of a birth and of a journey back."""

from __future__ import annotations

import pytest

from hrd_desktop.core.kin import Parent
from tests.checklists.build import HOME, between, child, contradicted, day, family, milestone, shown
from tests.checklists.told import tell, travel


@pytest.mark.parametrize(
    ("flight", "entry", "wrong"),
    [
        ("2024-03-10", "2024-03-09", True),
        ("2024-03-10", "2024-03-10", False),
        ("2024-03-10", "2024-03-11", False),
        ("2024-03", "2024-03-01", False),
        ("2024-03", "2024-02-29", True),
        ("2024-03-10", "2024", False),
        ("2024-03-10", None, False),
    ],
)
def test_c11(flight: str, entry: str | None, wrong: bool):
    case = shown()
    case.milestones = [milestone("flight_from_country", flight, id="MS1")]
    if entry:
        case.milestones.append(milestone("entry_to_host", entry, id="MS2"))
    assert contradicted(case) == ({"C11": ("MS1", "MS2")} if wrong else {})


def test_c11_takes_the_own_step_of_the_principal_applicant_and_is_about_nobody_else():
    case = family()
    case.milestones = [
        milestone("flight_from_country", "2024-03-10", id="MS1"),
        milestone("entry_to_host", "2024-03-01", id="MS2"),
        milestone("entry_to_host", "2024-03-20", id="MS3", person="P1"),
    ]
    assert contradicted(case) == {}
    case.milestones[2].person = "P3"
    assert (contradicted(case), contradicted(case, "P3")) == ({"C11": ("MS1", "MS2")}, {})


@pytest.mark.parametrize(
    ("born", "kind", "wrong"),
    [
        ("2002-05-04", "biological", True),
        ("2002-05-05", "biological", False),
        ("2002", "biological", False),
        ("2001", "biological", True),
        (None, "biological", False),
        ("2000", "adoptive", False),
        ("2000", "step", False),
    ],
)
def test_c12(born: str | None, kind: str, wrong: bool):
    case = shown()
    young = child(born, plan="not_included")
    young.parents = [Parent(id="PR2", person="P1", role="mother", kind=kind)]
    case.persons.append(young)
    assert contradicted(case) == ({"C12": ("PR2", "P2.birth.date", "P1.birth.date")} if wrong else {})


def test_c12_an_unknown_or_vague_birth_of_the_parent_warns_only_where_it_is_sure():
    case = shown()
    case.persons.append(child("2001-12-31"))
    assert "C12" in contradicted(case)
    case.persons[0].birth.date_info = between("1989-12-31", "1990-12-30")
    assert "C12" not in contradicted(case)
    case.persons[0].birth = None
    assert contradicted(case) == {}


def test_c14_is_about_the_principal_applicant_and_counts_an_unknown_flight():
    case = family()
    tell(case.persons[2], travel(country=HOME))
    assert contradicted(case, "P3") == {}
    tell(case.persons[0], travel("TR2", country=HOME, start=day("2024-03")))
    assert contradicted(case) == {"C14": ("TR2", "P1.returns")}
    case.milestones = []
    assert "C14" in contradicted(case)
