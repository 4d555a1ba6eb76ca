"""The questions about further members, and what a new tie makes of somebody."""

from __future__ import annotations

import pytest

from hrd_desktop.core.next_person import TIE_OF, Question, Tie, partners_of, questions, relation_of
from tests.core import families
from tests.core.families import Family


def test_everybody_who_may_have_children_is_asked_about_the_principal_applicant_first() -> None:
    asked = questions(families.small())
    assert asked[0] == Question("partner", "P1")
    assert asked[-1] == Question("others")
    assert [one.person for one in asked if one.kind == "children_away"] == ["P1", "P2"]
    assert [one.person for one in asked if one.kind == "grandchildren"] == ["P3", "P4"]
    assert len({one.key for one in asked}) == len(asked)
    assert {one.kind for one in asked} == set(TIE_OF)


def test_one_person_is_asked_about_a_partner_children_and_others() -> None:
    assert len(questions(Family().case)) == 6


@pytest.mark.parametrize(
    ("to", "tie", "relation"),
    [
        ("principal", "partner", "spouse"),
        ("principal", "former_partner", "other_relative"),
        ("spouse", "child", "child_of_partner"),
        ("common_law_partner", "sibling", "in_law"),
        ("child_of_partner", "child", "grandchild"),
        ("sibling", "child", "nephew_niece"),
        ("parent", "parent", "grandparent"),
        ("cousin", "child", "other_relative"),
        ("principal", "other", "other_relative"),
    ],
)
def test_a_tie_proposes_the_relation_to_the_principal_applicant(to: str, tie: Tie, relation: str) -> None:
    family = Family()
    person = family.person("P1") if to == "principal" else family.person(family.add(to))  # type: ignore[arg-type]
    assert relation_of(person, tie) == relation


def test_partners_stand_with_the_union_in_force_first() -> None:
    family = Family()
    former, spouse = family.add("other_relative"), family.add("spouse")
    family.union("P1", former, status="ended")
    family.union(spouse, "P1")
    family.union("P1", name="Ruben Halm", status="ended")
    assert partners_of(family.case, "P1") == [spouse, former]
