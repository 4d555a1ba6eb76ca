"""F01: the whole list, and each member on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.kin import DeclaredCount, Dependency, Parent
from hrd_desktop.core.person import Whereabouts
from tests.checklists.build import child, day, family, milestone, person, reason, row, run, shown, spouse, wedding

Change = Callable[[Case], object]


def counted(**keys: int) -> Change:
    return lambda case: case.family_list.declared_counts.append(DeclaredCount(id="DC1", source="a card", **keys))


def said(answer: str | None) -> Change:
    return lambda case: setattr(case.family_list, "all_members_named", answer)


def united(**keys) -> Change:
    return lambda case: case.unions.append(wedding("UN2", **keys))


def left_out(*people) -> Change:
    def change(case: Case) -> None:
        for one in people:
            one.plan = "not_included"
            case.persons.append(one)

    return change


def dead(id: str):
    gone = spouse(id, "not_included")
    gone.whereabouts = Whereabouts(status="deceased")
    return gone


def grandchild(of: str):
    made = person("P8", "grandchild", "not_included", "2024")
    made.parents = [Parent(id="PR8", person=of, role="mother", kind="biological")]
    return made


GROWN = child("1999", id="P7")
SMALL = child("2012", id="P7")


@pytest.mark.parametrize(
    ("changes", "wanted", "rows"),
    [
        ([], ("MET", None, "complete"), None),
        ([said("no")], ("NOT_MET", "BLOCK", "said_incomplete"), ("case.family_list.all_members_named",)),
        ([said("unknown")], ("UNCLEAR", "BLOCK", "not_asked"), None),
        ([said(None)], ("UNCLEAR", "BLOCK", "not_asked"), None),
        ([lambda case: setattr(case, "family_list", None)], ("UNCLEAR", "BLOCK", "not_asked"), None),
        ([counted(accompanying=3, total=3)], ("MET", None, "complete"), None),
        ([counted(accompanying=4)], ("NOT_MET", "BLOCK", "count_differs"), ("DC1",)),
        ([counted(total=2)], ("NOT_MET", "BLOCK", "count_differs"), ("DC1",)),
        ([united(b=None)], ("NOT_MET", "BLOCK", "partner_missing"), ("UN2",)),
        ([united(b=None, status="separated")], ("NOT_MET", "BLOCK", "partner_missing"), ("UN2",)),
        ([united(b=None, status="ended")], ("MET", None, "complete"), None),
        ([united(b=None, status="planned")], ("MET", None, "complete"), None),
        ([united(a="P3", b="P1")], ("MET", None, "complete"), None),
        ([united(a="P2", b=None)], ("MET", None, "complete"), None),
        ([united(b="P6"), lambda case: case.persons.append(dead("P6"))], ("MET", None, "complete"), None),
        ([united(b="P6"), left_out(spouse("P6"))], ("NOT_MET", "BLOCK", "partner_missing"), ("UN2", "P6")),
        ([left_out(spouse("P6"))], ("NOT_MET", "BLOCK", "member_left_out"), ("P6",)),
        ([left_out(person("P6", "common_law_partner"))], ("NOT_MET", "BLOCK", "member_left_out"), ("P6",)),
        ([left_out(SMALL)], ("NOT_MET", "BLOCK", "member_left_out"), ("P7",)),
        ([left_out(GROWN)], ("MET", None, "complete"), None),
        ([left_out(person("P6", "sibling"))], ("MET", None, "complete"), None),
        ([left_out(GROWN, grandchild("P7"))], ("MET", None, "complete"), None),
        ([left_out(SMALL, grandchild("P7"))], ("NOT_MET", "BLOCK", "member_left_out"), ("P7", "P8")),
        ([left_out(grandchild("P2"))], ("NOT_MET", "BLOCK", "member_left_out"), ("P8",)),
        ([left_out(grandchild("P1"))], ("MET", None, "complete"), None),
    ],
)
def test_f01_of_the_case(changes: list[Change], wanted: tuple[str, str | None, str], rows: tuple[str, ...] | None):
    case = family()
    for change in changes:
        change(case)
    found = row(case, "F01")
    assert (found.result, found.severity, reason(found)) == wanted
    assert rows is None or found.rows == rows
    assert found.citation == "R 140.1, 141(1)(a)"


def test_f01_a_grown_child_left_out_counts_while_a_reading_leaves_it_open():
    case = family()
    grown = child("1999", id="P7", plan="not_included")
    grown.dependency = Dependency(type2_claimed="yes")
    case.persons.append(grown)
    assert row(case, "F01").rows == ("P7",)


def test_f01_both_lock_in_days_count_for_a_child_left_out():
    case = family()
    case.persons.append(child("2004-10-01", id="P7", plan="not_included"))
    case.milestones.append(milestone("application_submitted", "2026-10-20", "planned", "MS2"))
    assert row(case, "F01").rows == ("P7",)
    case.milestones.append(milestone("referral_sent_to_ircc", "2026-10-05", "planned", "MS3"))
    assert row(case, "F01").result == "MET"


def test_f01_of_each_member():
    case = family()
    case.persons[1].birth.country = None
    found = row(case, "F01", "P2")
    assert (found.result, found.severity, found.rows) == ("UNCLEAR", "BLOCK", ("P2.birth.country",))
    case.persons[1].birth = None
    assert row(case, "F01", "P2").result == "UNCLEAR"
    case.persons[2].names = []
    assert (row(case, "F01", "P3").result, row(case, "F01", "P3").rows) == ("UNCLEAR", ("P3.names",))
    assert row(family(), "F01", "P3").citation == "R 140.1(a),(b)"


def test_f01_has_a_row_for_a_deceased_member_and_none_for_others():
    case = family()
    case.persons[2].whereabouts = Whereabouts(status="deceased")
    case.persons += [person("P4", "sibling"), child("2016", id="P5", plan="linked_case")]
    assert [item.person for item in run(case).items if item.id == "F01"] == [None, "P2", "P3"]


def test_f01_without_relatives_has_the_row_of_the_case_alone():
    assert [item.person for item in run(shown()).items if item.id == "F01"] == [None]


def test_f01_counts_living_people_only():
    case = family()
    case.family_list.declared_counts = [DeclaredCount(id="DC1", source="a card", accompanying=2, total=2)]
    case.persons[2].whereabouts = Whereabouts(status="deceased")
    case.unions[0].start = day("2015")
    assert row(case, "F01").result == "MET"
