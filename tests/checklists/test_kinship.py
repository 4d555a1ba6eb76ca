"""F02, F08, F09 and F11: links, children of children, the class, and people with a linked case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.kin import Custody, Dependency, Household, Parent
from hrd_desktop.core.person import Person, Whereabouts
from hrd_desktop.core.steps import Form
from tests.checklists.build import (
    answer,
    child,
    day,
    family,
    milestone,
    person,
    reason,
    row,
    run,
    shown,
    spouse,
    wedding,
)

Change = Callable[[Case], object]


def linked(relation: str, parent: str | None = None, kind: str = "biological", plan: str = "accompanying") -> Case:
    """The defender with P4 of that relation, and a union with P3."""
    case = family()
    made = person("P4", relation, plan, "2012")
    made.parents = [Parent(id="PR4", person=parent, role="other", kind=kind)] if parent else []
    case.persons.append(made)
    return case


def union_of(kind: str, status: str = "in_force", b: str = "P4") -> Change:
    return lambda case: case.unions.append(wedding("UN2", "P1", b, kind=kind, status=status))


@pytest.mark.parametrize(
    ("case", "change", "wanted", "rows"),
    [
        (linked("spouse"), union_of("civil_marriage"), ("MET", None, "linked"), ("UN2",)),
        (linked("spouse"), union_of("customary_marriage", "ended"), ("MET", None, "linked"), ("UN2",)),
        (linked("spouse"), union_of("common_law"), ("UNCLEAR", "BLOCK", "open"), ("P4.relation",)),
        (linked("spouse"), None, ("UNCLEAR", "BLOCK", "open"), ("P4.relation",)),
        (linked("common_law_partner"), union_of("common_law"), ("MET", None, "linked"), ("UN2",)),
        (linked("common_law_partner"), union_of("civil_marriage"), ("MET", None, "linked"), ("UN2",)),
        (linked("common_law_partner"), None, ("UNCLEAR", "BLOCK", "open"), ("P4.relation",)),
        (linked("child", "P1"), None, ("MET", None, "linked"), ("PR4",)),
        (linked("child", "P1", "adoptive"), None, ("MET", None, "linked"), ("PR4",)),
        (linked("child", "P1", "step"), None, ("UNCLEAR", "BLOCK", "open"), ("P4.relation",)),
        (linked("child", "P3"), None, ("UNCLEAR", "BLOCK", "open"), ("P4.relation",)),
        (linked("child_of_partner", "P3"), None, ("MET", None, "linked"), ("PR4",)),
        (linked("child_of_partner", "P1"), None, ("UNCLEAR", "BLOCK", "open"), ("P4.relation",)),
        (
            linked("child_of_partner", "P3"),
            lambda case: setattr(case.unions[0], "status", "separated"),
            ("UNCLEAR", "BLOCK", "open"),
            ("P4.relation",),
        ),
        (linked("grandchild", "P2"), None, ("MET", None, "linked"), ("PR4",)),
        (linked("grandchild", "P1"), None, ("UNCLEAR", "BLOCK", "open"), ("P4.relation",)),
        (linked("child", plan="non_accompanying"), None, ("UNCLEAR", "WARN", "open"), ("P4.relation",)),
        (linked("child", plan="linked_case"), None, ("UNCLEAR", "WARN", "open"), ("P4.relation",)),
        (linked("sibling"), None, ("NOT_MET", "BLOCK", "other_relation"), ("P4.relation",)),
        (linked("parent", plan="non_accompanying"), None, ("NOT_MET", "WARN", "other_relation"), ("P4.relation",)),
        (linked("ward", plan="linked_case"), None, ("NOT_MET", "INFO", "other_relation"), ("P4.relation",)),
    ],
)
def test_f02(case: Case, change: Change | None, wanted: tuple, rows: tuple[str, ...]):
    if change is not None:
        change(case)
    found = row(case, "F02", "P4")
    assert ((found.result, found.severity, reason(found)), found.rows) == (wanted, rows)


def test_f02_has_no_row_for_somebody_left_out_and_one_for_the_deceased():
    case = linked("sibling", plan="not_included")
    case.persons[2].whereabouts = Whereabouts(status="deceased")
    assert [one.person for one in run(case).items if one.id == "F02"] == ["P2", "P3"]


def grandchild(parent: str | None = "P2", plan: str = "accompanying") -> Case:
    case = family()
    case.persons[1].birth.date = day("2006-06-06")
    made = person("P4", "grandchild", plan, "2025")
    made.parents = [Parent(id="PR4", person=parent, role="mother", kind="biological")] if parent else []
    case.persons.append(made)
    return case


@pytest.mark.parametrize(
    ("parent", "wanted"),
    [
        ({}, ("MET", None, "follows")),
        ({"birth.date": day("1999")}, ("NOT_MET", "BLOCK", "follows_open")),
        ({"birth.date": None}, ("UNCLEAR", "BLOCK", "follows_open")),
        ({"plan": "linked_case"}, ("UNCLEAR", "BLOCK", "no_parent")),
    ],
)
def test_f08_follows_the_parent(parent: dict, wanted: tuple):
    case = grandchild()
    for key, value in parent.items():
        owner = case.persons[1].birth if key == "birth.date" else case.persons[1]
        setattr(owner, key.rpartition(".")[2], value)
    found = row(case, "F08", "P4")
    assert (found.result, found.severity, reason(found)) == wanted


def test_f08_of_a_grandchild_who_stays_warns():
    case = grandchild(plan="non_accompanying")
    case.persons[1].birth.date = day("1999")
    assert (row(case, "F08", "P4").result, row(case, "F08", "P4").severity) == ("NOT_MET", "WARN")


@pytest.mark.parametrize("parent", [None, "P1", "P3"])
def test_f08_without_a_child_of_the_family_as_parent(parent: str | None):
    assert reason(row(grandchild(parent), "F08", "P4")) == "no_parent"


def test_f08_follows_a_lawyer_and_the_final_result():
    case = grandchild()
    adopted = Parent(id="PR8", person="P1", role="mother", kind="adoptive", adoption_genuine="no")
    case.persons[1].parents = [adopted]
    found = row(case, "F08", "P4")
    assert (found.result, found.severity, found.rows) == ("NEEDS_LAWYER", "LAWYER", ("PR8",))
    case = grandchild()
    case.persons[1].birth.date = day("2000")
    case.persons[1].dependency = Dependency(
        type2_claimed="yes",
        condition_since=day("2005"),
        dependent_since=day("2005"),
        financially_dependent="yes",
        condition_evidence=["EV1"],
    )
    assert row(case, "F06", "P2").result == "NOT_APPLICABLE"
    assert row(case, "F08", "P4").result == "MET"


def test_f09_is_shown_of_family_members_who_travel():
    case = family()
    case.persons += [person("P4", "sibling", "linked_case"), child("2010", id="P5", plan="non_accompanying")]
    assert [(one.person, one.result) for one in run(case).items if one.id == "F09"] == [("P2", "MET"), ("P3", "MET")]


def ward(born: str = "1990", **keys) -> Case:
    """The defender and P4 of the household, with everything a linked case needs."""
    case = shown()
    made = person("P4", "ward", "linked_case", born)
    made.linked_case_code = "HRD-2026-T2"
    made.household = Household(with_principal="yes")
    made.dependency = Dependency(emotional="yes")
    for key, value in keys.items():
        setattr(made, key, value)
    case.persons.append(made)
    return case


def small(best_interests: str | None = "done", **form) -> Case:
    case = ward("2012", custody=Custody(holder="relative", best_interests=best_interests))
    told = {"status": "signed", "signed_on": date(2026, 9, 15), "person": "P4", **form}
    case.forms = [Form(id="FO1", form="imm_5590", **told)]
    return case


@pytest.mark.parametrize(
    ("case", "wanted"),
    [
        (ward(), ("MET", None, "shown")),
        (ward(plan="accompanying"), ("NOT_MET", "BLOCK", "travels")),
        (ward(linked_case_code=None), ("UNCLEAR", "WARN", "open")),
        (ward(household=None), ("UNCLEAR", "WARN", "open")),
        (ward(household=Household(with_principal="unknown")), ("UNCLEAR", "WARN", "open")),
        (ward(dependency=None), ("UNCLEAR", "WARN", "open")),
        (ward(dependency=Dependency(economic="yes")), ("MET", None, "shown")),
        (ward(dependency=Dependency(emotional="no")), ("UNCLEAR", "WARN", "open")),
        (ward("2008"), ("MET", None, "shown")),
        (ward("2009"), ("UNCLEAR", "WARN", "open")),
        (small(), ("MET", None, "shown")),
        (small("in_progress"), ("UNCLEAR", "WARN", "open")),
        (small(status="complete"), ("UNCLEAR", "WARN", "open")),
        (small(person=None), ("UNCLEAR", "WARN", "open")),
        (small(signed_on=date(2026, 9, 16)), ("UNCLEAR", "WARN", "open")),
        (small(signed_on=None), ("MET", None, "shown")),
    ],
)
def test_f11(case: Case, wanted: tuple):
    found = row(case, "F11", "P4")
    assert (found.result, found.severity, reason(found)) == wanted


def test_f11_names_each_thing_that_is_missing():
    case = ward("2012", household=None, dependency=None, linked_case_code=None)
    assert row(case, "F11", "P4").places == (
        "P4.household.with_principal",
        "P4.dependency.emotional",
        "P4.dependency.economic",
        "P4.linked_case_code",
        "P4.custody.best_interests",
        "case.forms",
    )


def test_f11_is_asked_of_other_relatives_alone():
    case = family()
    gone: Person = person("P7", "ward", "linked_case")
    gone.whereabouts = Whereabouts(status="deceased")
    case.persons += [
        person("P4", "sibling", "non_accompanying"),
        child("2010", id="P5", plan="linked_case"),
        person("P6", "sibling", "not_included"),
        gone,
        spouse("P8", "linked_case"),
    ]
    assert not [one for one in run(case).items if one.id == "F11"]


def test_f11_the_age_counts_on_the_application_day():
    case = ward("2008-12-01")
    assert row(case, "F11", "P4").result == "UNCLEAR"
    case.milestones.append(milestone("application_submitted", "2026-12-01", "planned", "MS2"))
    assert row(case, "F11", "P4").result == "MET"
    case.staff_answers = [answer("F11", "NOT_MET", "P4")]
    assert row(case, "F11", "P4").severity == "BLOCK"
