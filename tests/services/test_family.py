"""The family tree carries what the rules found, and never works it out again."""

from __future__ import annotations

from datetime import date

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Birth
from hrd_desktop.core.kin import DeclaredCount, FamilyList
from hrd_desktop.services.checking import assess_case
from hrd_desktop.services.family import family_tree
from hrd_desktop.wording import wording
from hrd_desktop.wording.family import box_text, links_of
from tests.core import families

ON = date(2026, 9, 15)


def test_a_child_near_the_age_limit_has_the_day_that_the_alert_gave() -> None:
    case = families.small()
    case.persons[2].birth = Birth(date=PartialDate.parse("2005-03-10"))
    assessment = assess_case(case, ON)
    box = family_tree(case, assessment).box("P3")
    (alert,) = [one for one in assessment.alerts if one.kind == "last_safe_referral_day" and one.person == "P3"]
    assert box is not None
    assert box.lock_in is not None
    assert (box.lock_in.of, box.lock_in.day) == ("referral", alert.date)
    english, french = (box_text(box, wording(lang), str).lines for lang in ("en", "fr"))
    assert ("attention", "Near 22: referral by March 9, 2027") in english
    assert any("9 mars 2027" in line for _, line in french)


def test_a_grown_child_has_no_such_day() -> None:
    case = families.small()
    case.persons[2].birth = Birth(date=PartialDate.parse("1999"))
    box = family_tree(case, assess_case(case, ON)).box("P3")
    assert box is not None
    assert box.lock_in is None


def test_a_size_told_on_another_form_that_differs_is_missing() -> None:
    case = families.small()
    assert family_tree(case, assess_case(case, ON)).missing == ()
    case.family_list = FamilyList(
        all_members_named="yes", declared_counts=[DeclaredCount(id="DC1", source="card", accompanying=9)]
    )
    assert [(one.kind, one.place) for one in family_tree(case, assess_case(case, ON)).missing] == [("counts", "DC1")]


def test_ties_are_told_from_both_sides() -> None:
    case = families.small()
    tree = family_tree(case, assess_case(case, ON))
    words = wording("en")
    assert links_of(tree, "P2", words, str) == ["In a union with P1", "Parent of P3", "Parent of P4"]
    assert links_of(tree, "P3", words, str) == ["Child of P1", "Child of P2"]
    assert links_of(tree, "P3", words, str, elsewhere=True) == []
