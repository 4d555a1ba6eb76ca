"""Another principal applicant: relations, custody and answers follow; nothing is lost, and it can be undone."""

from __future__ import annotations

import copy
from datetime import date
from itertools import count

import pytest

from hrd_desktop.core import another_principal
from hrd_desktop.core.another_principal import Choice
from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import Relation
from hrd_desktop.core.edit import apply_all
from hrd_desktop.core.kin import Custody, Household
from hrd_desktop.core.person import Whereabouts
from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.core.validation import problems
from hrd_desktop.core.work import Hrd
from tests.core.families import Family, small, thirty

ON = date(2026, 9, 15)


def choose(case: Case, new: str, plan: str | None = None) -> list[object]:
    """Make the proposed choice; returns what undoes it."""
    relations = {tie.person: tie.after for tie in another_principal.ties(case, new)}
    choice = Choice(new, relations, plan or another_principal.plan_for_earlier(case))  # type: ignore[arg-type]
    numbers = count(500)
    ids = {"known_by": "KB", "task": "TK"}
    made = another_principal.changes(
        case, choice, on=ON, by="R. Ostrava", task="Look again.", fresh_id=lambda kind: f"{ids[kind]}{next(numbers)}"
    )
    return list(apply_all(case, made))


def relations(case: Case) -> dict[str, Relation]:
    return {person.id: person.relation for person in case.persons}


def test_the_spouse_takes_over_and_recorded_parents_decide() -> None:
    family = Family()
    husband = family.add("spouse", 1984, "non_accompanying")
    family.union("P1", husband)
    (common,) = family.children(["P1", husband], [2012])
    own = family.add("child_of_partner", 2008)
    family.parent(own, husband)
    hers = family.add("child", 2006)
    family.parent(hers, "P1")
    mother = family.add("parent", 1955, "not_included")
    friend = family.add("not_related", 1990, "not_included")
    sure = {tie.person: tie.sure for tie in another_principal.ties(family.case, husband)}
    choose(family.case, husband)
    assert relations(family.case) == {
        "P1": "spouse",
        husband: "principal",
        common: "child",
        own: "child",
        hers: "child_of_partner",
        mother: "in_law",
        friend: "not_related",
    }
    assert sure == {"P1": True, common: True, own: True, hers: True, mother: False, friend: False}
    assert family.case.principal == husband
    assert family.person(husband).plan == "accompanying"
    assert list(problems(family.case)) == []


@pytest.mark.parametrize(
    ("new", "other", "expected"),
    [("child", "spouse", "parent"), ("child", "child", "sibling"), ("sibling", "child", "nephew_niece"),
     ("parent", "child", "grandchild"), ("cousin", "child", "other_relative")],
)  # fmt: skip
def test_without_parents_on_file_a_relation_is_proposed_as_a_guess(
    new: Relation, other: Relation, expected: Relation
) -> None:
    family = Family()
    first, second = family.add(new, 1990), family.add(other, 1991)
    (tie,) = (tie for tie in another_principal.ties(family.case, first) if tie.person == second)
    assert (tie.after, tie.sure) == (expected, False)


def test_anybody_alive_of_thirty_can_be_chosen_and_all_is_undone() -> None:
    case = thirty()
    before = copy.deepcopy(case)
    known = len(list(problems(case)))
    for new in another_principal.candidates(case):
        undo = choose(case, new)
        assert [key for key, relation in relations(case).items() if relation == "principal"] == [new]
        assert len(list(problems(case))) <= known
        apply_all(case, undo)  # type: ignore[arg-type]
        assert case == before


def test_custody_home_and_judgements_that_meant_the_earlier_applicant() -> None:
    case = small()
    case.hrd = Hrd(used_violence="no")
    child = case.persons[2]
    child.custody = Custody(holder="principal")
    child.household = Household(with_principal="yes")
    case.staff_answers = [
        StaffAnswer(
            id=f"SA{n}", item=item, result="MET", reason="Seen.", how_known="staff_judgement", answered_on=ON,
            answered_by="R. Ostrava",
        )
        for n, item in enumerate(("H05", "E20"), 1)
    ]  # fmt: skip
    choose(case, "P2", "non_accompanying")
    assert child.custody.holder == "other_parent"
    assert [(row.id, row.person) for row in case.staff_answers] == [("SA1", "P1"), ("SA2", None)]
    again = {row.at for row in case.known_by if row.ask_again}
    assert again == {
        "case.hrd.used_violence", f"{child.id}.household.with_principal", f"{child.id}.custody.holder"
    }  # fmt: skip
    assert case.hrd.used_violence == "no"
    assert [(task.text, task.person) for task in case.tasks] == [("Look again.", "P2")]
    choose(case, "P1")
    assert [(row.id, row.person) for row in case.staff_answers] == [("SA1", None), ("SA2", None)]


def test_the_dead_are_not_offered_and_who_shares_the_home_goes_on_sharing_it() -> None:
    case = small()
    case.persons[0].whereabouts = Whereabouts(status="deceased")
    case.persons[3].whereabouts = Whereabouts(status="deceased")
    for person in case.persons[1:]:
        person.household = Household(with_principal="yes")
    assert another_principal.candidates(case) == ["P2", "P3"]
    assert another_principal.plan_for_earlier(case) == "not_included"
    choose(case, "P2")
    assert case.known_by == []
