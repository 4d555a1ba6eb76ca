"""The family tree stands as people expect it: nobody over another, parents above children, partners side by side."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.family_tree import AgeRange, Box, LockIn, Tree, age_on, layout
from hrd_desktop.core.kinship import GENERATION
from hrd_desktop.core.tree_lines import Line
from tests.core import families
from tests.core.families import Family
from tests.strategies import cases

ON = date(2026, 9, 15)
TIGHT = 1e-6


def tree_of(case: Case) -> Tree:
    return layout(case, ON)


def overlapping(a: Box, b: Box) -> bool:
    return (
        a.x + a.width > b.x + TIGHT
        and b.x + b.width > a.x + TIGHT
        and a.y + a.height > b.y + TIGHT
        and b.y + b.height > a.y + TIGHT
    )


@st.composite
def any_family(draw: st.DrawFn) -> Case:
    """Up to fourteen people linked in any way whatever, also in circles."""
    family = Family()
    relations = [code for code in GENERATION if code != "principal"]
    for _ in range(draw(st.integers(0, 13))):
        family.add(draw(st.sampled_from(relations)))
    ids = [person.id for person in family.case.persons]
    for child in ids:
        for _ in range(draw(st.integers(0, 2))):
            parent = draw(st.sampled_from([None, *(one for one in ids if one != child)]))
            kind = draw(st.sampled_from(["biological", "adoptive", "step", "foster"]))
            family.parent(child, parent, kind=kind, given=None if parent else "Uma", family=None if parent else "Ferr")
    for _ in range(draw(st.integers(0, 6))):
        a, b = draw(st.sampled_from(ids)), draw(st.sampled_from([None, *ids]))
        if a != b:
            family.union(a, b, name=None if b else "Iven Marr")
    return family.case


@st.composite
def grown_family(draw: st.DrawFn) -> Case:
    """A family that grew as families do: partners, then children of the two, their partners, their children."""
    family = Family()
    couples = []
    people = ["P1"]
    for _ in range(draw(st.integers(1, 6))):
        one = draw(st.sampled_from(people))
        partner = family.add("in_law")
        family.union(one, partner)
        couples.append((one, partner))
        people += family.children([one, partner], [2000] * draw(st.integers(0, 4)), "grandchild")
    return family.case


@settings(max_examples=150, deadline=None)
@given(any_family() | grown_family() | cases())
def test_nobody_stands_over_another_and_every_person_stands_once(case: Case) -> None:
    tree = tree_of(case)
    for i, box in enumerate(tree.boxes):
        assert not any(overlapping(box, other) for other in tree.boxes[i + 1 :])
    assert sorted(box.person for box in tree.boxes if box.person) == sorted(person.id for person in case.persons)
    assert len({box.key for box in tree.boxes}) == len(tree.boxes)
    assert min(box.x for box in tree.boxes) >= -TIGHT
    assert max(box.x + box.width for box in tree.boxes) <= tree.width + TIGHT
    assert max(box.y + box.height for box in tree.boxes) <= tree.height + TIGHT


@settings(max_examples=150, deadline=None)
@given(grown_family())
def test_parents_stand_above_their_children_and_partners_side_by_side(case: Case) -> None:
    tree = tree_of(case)
    boxes = {box.key: box for box in tree.boxes}
    for person in case.persons:
        for parent in person.parents:
            assert parent.person is not None
            assert boxes[parent.person].y + boxes[parent.person].height < boxes[person.id].y
    for union in case.unions:
        assert union.partner_b is not None
        assert boxes[union.partner_a].row == boxes[union.partner_b].row


@settings(max_examples=150, deadline=None)
@given(grown_family())
def test_no_line_runs_through_a_box(case: Case) -> None:
    tree = tree_of(case)
    for line in tree.lines:
        for path in line.paths:
            for (x, y), (to_x, to_y) in pairwise(path):
                for box in tree.boxes:
                    across = min(x, to_x) < box.x + box.width - TIGHT and max(x, to_x) > box.x + TIGHT
                    through = min(y, to_y) < box.y + box.height - TIGHT and max(y, to_y) > box.y + TIGHT
                    assert not (across and through), (line, box)


@settings(max_examples=60, deadline=None)
@given(any_family())
def test_the_same_case_gives_the_same_drawing(case: Case) -> None:
    assert tree_of(case) == tree_of(case)


@settings(max_examples=100, deadline=None)
@given(any_family())
def test_a_parent_stands_below_their_child_only_where_parents_go_in_a_circle(case: Case) -> None:
    boxes = {box.key: box for box in tree_of(case).boxes}
    above = {person.id: {row.person for row in person.parents if row.person} for person in case.persons}
    for person in case.persons:
        for parent in above[person.id]:
            if boxes[parent].row >= boxes[person.id].row:
                assert person.id in ancestors(parent, above)


def ancestors(start: str, above: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for parent in above[waiting.pop()] - found:
            found.add(parent)
            waiting.append(parent)
    return found


def crossings(tree: Tree) -> int:
    flat = [(line, x, to_x, y) for line, (x, y), (to_x, to_y) in steps(tree) if y == to_y]
    steep = [(line, x, y, to_y) for line, (x, y), (to_x, to_y) in steps(tree) if x == to_x]
    return sum(
        line is not other
        and min(a, b) + TIGHT < x < max(a, b) - TIGHT
        and min(y, to_y) + TIGHT < at < max(y, to_y) - TIGHT
        for line, a, b, at in flat
        for other, x, y, to_y in steep
    )


def steps(tree: Tree) -> list[tuple[Line, tuple[float, float], tuple[float, float]]]:
    return [(line, a, b) for line in tree.lines for path in line.paths for a, b in pairwise(path)]


def test_a_small_family_has_no_crossing_and_its_children_stand_under_the_middle_of_the_couple() -> None:
    tree = tree_of(families.small())
    assert crossings(tree) == 0
    boxes = {box.key: box for box in tree.boxes}
    assert boxes["P3"].x + boxes["P4"].x == pytest.approx(boxes["P1"].x + boxes["P2"].x)
    assert [box.kind for box in tree.boxes if box.row == 0] == ["named"] * 4
    assert tree.missing == ()


def test_one_person_alone_is_one_box() -> None:
    tree = tree_of(Family().case)
    assert [(box.key, box.row) for box in tree.boxes] == [("P1", 0)]
    assert tree.lines == ()


def test_thirty_people_stand_in_five_rows_with_hardly_a_crossing() -> None:
    case = families.thirty()
    assert len(case.persons) == 30
    tree = tree_of(case)
    assert max(box.row for box in tree.boxes) == 4
    assert crossings(tree) <= 2


def test_a_former_partner_known_by_name_and_the_named_parent_of_the_child_are_one_box() -> None:
    family = Family()
    child = family.add("child", 2010)
    family.parent(child, "P1")
    row = family.parent(child, role="father", given="Ruben", family="Halm")
    union = family.union("P1", name="Halm  ruben", status="ended")
    outside = [box for box in tree_of(family.case).boxes if box.kind == "named"]
    assert [box.rows for box in outside] == [(row, union)]


def test_siblings_whose_parents_are_only_named_share_them() -> None:
    family = Family()
    brother = family.add("sibling", 1990)
    for child in ("P1", brother):
        family.parent(child, given="Ada", family="Oversund")
    tree = tree_of(family.case)
    assert [box.of for box in tree.boxes if box.kind == "named"] == [("P1", brother)]


def test_a_person_with_several_partners_stands_between_them() -> None:
    family = Family()
    first, second = family.add("spouse"), family.add("other_relative")
    family.union("P1", first)
    family.union("P1", second, status="ended")
    row = [box.key for box in tree_of(family.case).boxes]
    assert row.index("P1") == 1
    styles = {line.style for line in tree_of(family.case).lines}
    assert styles == {"in_force", "ended"}


def test_kinds_of_parents_have_lines_of_their_own() -> None:
    family = Family()
    spouse = family.add("spouse")
    family.union("P1", spouse)
    child = family.add("child", 2012)
    family.parent(child, "P1")
    family.parent(child, spouse, kind="step", role="father")
    lines = {line.style: line.ends for line in tree_of(family.case).lines if line.kind == "descent"}
    assert lines["biological"][0] == "P1"
    assert lines["step"] == (spouse, child)


def test_what_is_only_said_is_drawn_as_said_and_listed_as_missing() -> None:
    family = Family()
    child, spouse = family.add("child", 2012), family.add("spouse")
    tree = tree_of(family.case)
    assert {(line.kind, line.style) for line in tree.lines} == {("descent", "said"), ("couple", "said")}
    found = {(one.kind, one.persons) for one in tree.missing}
    assert found == {("parents", (child,)), ("union", (spouse,)), ("all_named", ())}


def test_the_other_parent_of_a_child_and_the_partner_of_a_married_person_are_missing() -> None:
    family = Family()
    first, second = family.add("child", 2010), family.add("child", 2012)
    for child in (first, second):
        family.parent(child, "P1")
    family.person("P1").marital_status = "married"
    tree = tree_of(family.case)
    boxes = {box.missing: box.of for box in tree.boxes if box.kind == "missing"}
    assert boxes == {"other_parent": (first, second), "partner": ("P1",)}


def test_an_adopted_child_of_one_parent_lacks_nobody() -> None:
    family = Family()
    child = family.add("child", 2010)
    family.parent(child, "P1", kind="adoptive")
    assert {one.kind for one in tree_of(family.case).missing} == {"all_named"}


def test_ages_are_ranges_where_the_birth_date_is_partial() -> None:
    assert age_on(PartialDate.parse("2004").span, ON) == AgeRange(21, 22)
    assert age_on(PartialDate.parse("2004-09-15").span, ON) == AgeRange(22, 22)
    assert age_on(PartialDate.parse("2004-09-16").span, ON) == AgeRange(21, 21)
    assert age_on(PartialDate.parse("2026").span, ON) == AgeRange(0, 0)
    assert age_on(PartialDate.parse("2027").span, ON) is None


def test_a_box_holds_what_the_rules_found_of_the_child() -> None:
    family = Family()
    child = family.add("child", 2005)
    told = LockIn("referral", date(2026, 12, 31), 22)
    box = layout(family.case, ON, {child: told}).box(child)
    assert box is not None
    assert (box.relation, box.plan, box.lock_in) == ("child", "accompanying", told)


def test_people_without_any_tie_stand_beside_the_family_on_the_height_of_their_generation() -> None:
    family = Family()
    nephew, aunt = family.add("nephew_niece"), family.add("other_relative")
    boxes = {box.key: box for box in tree_of(family.case).boxes}
    assert (boxes[nephew].row, boxes[aunt].row) == (1, 0)
    assert not boxes[nephew].linked
    assert boxes[aunt].x > boxes["P1"].x
