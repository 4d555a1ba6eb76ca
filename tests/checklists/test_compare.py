"""The same case under two packs: what changed, and why."""

from __future__ import annotations

from dataclasses import replace

from hrd_desktop.checklists.assess import assess
from hrd_desktop.checklists.compare import Comparison, NumberChange, compare_assessments, constants_that_differ
from hrd_desktop.checklists.pack_types import Pack
from tests.checklists.build import ON, child, family, milestone, shown
from tests.checklists.test_packs import FIRST, SECOND, THIRD


def compare(case, a: Pack, b: Pack) -> Comparison:
    return compare_assessments(a, assess(case, ON, a), b, assess(case, ON, b))


def test_a_pack_compared_with_itself_changes_nothing():
    found = compare(family(), THIRD, THIRD)
    assert (found.items, found.touched) == ((), False)


def test_the_partner_of_2023_did_not_refer_in_2021():
    case = shown()
    case.partner = "front_line_defenders"
    found = compare(case, THIRD, FIRST)
    change = next(row for row in found.items if row.id == "E19")
    assert (change.a.result, change.b.result, change.b.severity) == ("MET", "NOT_MET", "BLOCK")
    assert (change.a.why.key, change.b.why.key) == ("E19.partner", "E19.unknown_partner")
    assert found.headline_b == "BLOCKED"
    assert not any(row.id == "E19" for row in compare(case, THIRD, SECOND).items)


def test_unhcr_refers_under_every_pack():
    case = shown()
    case.partner = "unhcr"
    assert not any(row.id == "E19" for row in compare(case, FIRST, THIRD).items)


def test_an_item_that_one_pack_lacks_is_a_change_on_one_side():
    without = replace(THIRD, items={key: item for key, item in THIRD.items.items() if key != "H05"})
    (change,) = compare(shown(), THIRD, without).items
    assert (change.id, change.a is not None, change.b) == ("H05", True, None)
    (back,) = compare(shown(), without, THIRD).items
    assert (back.a, back.b is not None) == (None, True)


def test_another_age_of_children_changes_the_child_s_row_and_is_named():
    case = family()
    case.persons.append(child("2006-01-10", id="P9"))
    case.milestones.append(milestone("referral_signed_by_partner", "2026-09-01", id="MS8"))
    older = replace(THIRD, constants=replace(THIRD.constants, child_under=19))
    found = compare(case, THIRD, older)
    change = next(row for row in found.items if (row.id, row.person) == ("F06", "P9"))
    assert (change.a.result, change.b.result) == ("MET", "NOT_MET")
    assert constants_that_differ(THIRD, older) == [NumberChange("child_under", 22, 19)]
    assert constants_that_differ(FIRST, THIRD) == []
