"""F06: age on the day that counts, both readings, partnership, adoption, partial birth dates."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.case import Case
from tests.checklists.build import ON, Change, answer, between, child, day, family, milestone, reason, row, run
from tests.checklists.one_child import depend, one_child, united


def adopted(**keys) -> Change:
    def change(case: Case) -> None:
        case.persons[1].parents[0].kind = "adoptive"
        for key, value in keys.items():
            setattr(case.persons[1].parents[0], key, value)

    return change


@pytest.mark.parametrize(
    ("born", "wanted"),
    [
        ("2016-04-04", ("MET", None, "under")),
        ("2004-10-06", ("MET", None, "under")),
        ("2004-10-05", ("NOT_MET", "BLOCK", "over")),
        ("2004-10", ("UNCLEAR", "BLOCK", "straddles")),
        ("2004", ("UNCLEAR", "BLOCK", "straddles")),
        ("2003", ("NOT_MET", "BLOCK", "over")),
        ("2005", ("MET", None, "under")),
        (None, ("UNCLEAR", "BLOCK", "no_birth_date")),
    ],
)
def test_f06_on_the_day_of_the_referral(born: str | None, wanted: tuple[str, str | None, str]):
    found = row(one_child(born), "F06", "P2")
    assert (found.result, found.severity, reason(found)) == wanted
    assert found.citation == "R 2, 25.1(7), IA s. 30"


def test_f06_someone_who_applies_later_is_judged_on_the_day_of_the_application():
    found = row(one_child("2004-10-20", plan="non_accompanying"), "F06", "P2")
    assert (found.result, found.severity, found.citation) == ("NOT_MET", "WARN", "R 2, 25.1(8), IA s. 30")
    assert [(part.key, part.result, part.lock_in) for part in found.parts] == [
        ("accompanying", "MET", date(2026, 10, 5)),
        ("non_accompanying", "NOT_MET", date(2026, 11, 20)),
    ]


def test_f06_lock_in_is_the_latest_referral_day_and_a_passed_plan_counts_as_today():
    case = one_child("2004-09-15", recorded=False)
    case.milestones.append(milestone("referral_signed_by_partner", "2026-09-01", "planned", "MS2"))
    assert row(case, "F06", "P2").result == "NOT_MET"
    case.milestones[-1].state = "done"
    assert row(case, "F06", "P2").result == "MET"
    case.milestones.append(milestone("referral_received_by_ircc", "2026-09-20", "planned", "MS4"))
    assert row(case, "F06", "P2").parts[0].lock_in == date(2026, 9, 20)
    assert row(case, "F06", "P2").result == "NOT_MET"


@pytest.mark.parametrize(
    ("born", "wanted"),
    [
        ("2016", ("MET", None, "under_recorded_later")),
        ("2005-09-16", ("MET", None, "under_recorded_later")),
        ("2005-09-15", ("UNCLEAR", "BLOCK", "near")),
        ("2005", ("UNCLEAR", "BLOCK", "near")),
        ("2004-09-15", ("NOT_MET", "BLOCK", "over")),
    ],
)
def test_f06_without_a_lock_in_day_today_stands_in(born: str, wanted: tuple[str, str | None, str]):
    found = row(one_child(born, recorded=False), "F06", "P2")
    assert (found.result, found.severity, reason(found)) == wanted
    assert [part.lock_in for part in found.parts] == [None, None]


@pytest.mark.parametrize(("on", "result"), [("2026-02-27", "MET"), ("2026-02-28", "NOT_MET")])
def test_f06_a_leap_day_child_reaches_the_age_on_28_february(on: str, result: str):
    case = one_child("2004-02-29", recorded=False)
    case.milestones.append(milestone("referral_sent_to_ircc", on, "done", "MS2"))
    assert row(case, "F06", "P2", date.fromisoformat(on)).result == result


def test_f06_takes_the_span_of_a_converted_date():
    case = one_child("2004")
    case.persons[1].birth.date_info = between("2004-10-06", "2005-02-01")
    assert row(case, "F06", "P2").result == "MET"
    case.persons[1].birth.date_info = between("2004-10-05", "2005-02-01")
    assert row(case, "F06", "P2").result == "UNCLEAR"


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (united(), ("NOT_MET", "BLOCK", "partnered")),
        (united(kind="common_law"), ("NOT_MET", "BLOCK", "partnered")),
        (united(status="separated"), ("NOT_MET", "BLOCK", "partnered")),
        (united(start=None), ("NOT_MET", "BLOCK", "partnered")),
        (united(start=day("2026-11-20")), ("NOT_MET", "BLOCK", "partnered")),
        (united(status="planned", start=day("2026-11-20")), ("NOT_MET", "BLOCK", "partnered")),
        (united(status="planned", start=day("2026-11-21")), ("MET", None, "under")),
        (united(status="planned", start=None), ("MET", None, "under")),
        (united(status="planned", start=day("2026-11")), ("UNCLEAR", "BLOCK", "perhaps_partnered")),
        (united(status="planned", start=day("2027")), ("MET", None, "under")),
        (united(status="ended", end=day("2025-01")), ("MET", None, "under")),
        (united(status="ended"), ("MET", None, "under")),
    ],
)
def test_f06_partnership_on_the_day_of_the_application(change: Change, wanted: tuple[str, str | None, str]):
    case = one_child("2008")
    change(case)
    found = row(case, "F06", "P2")
    assert (found.result, found.severity, reason(found)) == wanted


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        ({"end": day("2026-08-21")}, "NOT_MET"),
        ({"end": day("2026-08-20")}, "MET"),
        ({"end": day("2026-08")}, "UNCLEAR"),
        ({"end": None}, "UNCLEAR"),
        ({"end": day("2026-08-21"), "start": day("2026-08")}, "UNCLEAR"),
        ({"end": day("2026-08-21"), "start": None}, "NOT_MET"),
    ],
)
def test_f06_a_union_that_ended_after_the_application(keys: dict, result: str):
    case = one_child("2008", recorded=False)
    case.milestones.append(milestone("application_submitted", "2026-08-20", "done", "MS3"))
    case.milestones.append(milestone("referral_sent_to_ircc", "2026-08-01", "done", "MS2"))
    united(status="ended", **keys)(case)
    assert row(case, "F06", "P2").result == result


@pytest.mark.parametrize(
    ("changes", "born", "wanted"),
    [
        ([depend(adopted_by_third_person="yes")], "2016", ("NOT_MET", "BLOCK", "adopted_away")),
        ([depend(adopted_by_third_person="no")], "2016", ("MET", None, "under")),
        ([adopted(adoption_severs_tie="yes", adoption_genuine="yes")], "2016", ("MET", None, "under")),
        ([adopted(adoption_severs_tie="yes")], "2016", ("UNCLEAR", "BLOCK", "adoption_open")),
        ([adopted()], "2016", ("UNCLEAR", "BLOCK", "adoption_open")),
        ([adopted(adoption_severs_tie="no")], "2016", ("NEEDS_LAWYER", "LAWYER", "adoption_for_lawyer")),
        ([adopted(adoption_genuine="no")], "2016", ("NEEDS_LAWYER", "LAWYER", "adoption_for_lawyer")),
        ([adopted(adoption_genuine="no")], "2004", ("NEEDS_LAWYER", "LAWYER", "adoption_for_lawyer")),
        ([adopted(adoption_genuine="no")], "2000", ("NOT_MET", "BLOCK", "over")),
        ([adopted(person=None, adoption_genuine="no")], "2016", ("MET", None, "under")),
    ],
)
def test_f06_adoption(changes: list[Change], born: str, wanted: tuple[str, str | None, str]):
    case = one_child(born)
    for change in changes:
        change(case)
    found = row(case, "F06", "P2")
    assert (found.result, found.severity, reason(found)) == wanted


def test_f06_names_the_adoptive_parent_row_for_the_lawyer():
    case = one_child("2016")
    adopted(adoption_genuine="no")(case)
    assert row(case, "F06", "P2").rows == ("PR2",)


def test_f06_has_rows_for_living_children_of_the_family_alone():
    case = family()
    case.persons += [
        child("2010", id="P4", relation="child_of_partner"),
        child("2010", id="P5", relation="grandchild"),
        child("2010", id="P6", plan="linked_case"),
        child("2010", id="P7", plan="not_included"),
    ]
    assert [item.person for item in run(case).items if item.id == "F06"] == ["P2", "P4"]


def test_f06_may_not_be_answered_by_staff():
    case = one_child("2004")
    case.staff_answers.append(answer("F06", "MET", "P2"))
    found = row(case, "F06", "P2")
    assert (found.result, found.staff_may, found.ignored_answer) == ("UNCLEAR", (), "SA1")


def test_f06_tells_the_day_it_counted_by():
    assert row(one_child("2008"), "F06", "P2").why.params["day"] == date(2026, 10, 5)
    assert row(one_child("2008", plan="non_accompanying"), "F06", "P2").why.params["day"] == date(2026, 11, 20)
    assert row(one_child("2000", recorded=False), "F06", "P2").why.params["day"] == ON
    case = one_child("2008")
    united()(case)
    assert row(case, "F06", "P2").why.params["day"] == date(2026, 11, 20)


def test_f06_a_wedding_that_may_fall_on_the_day_of_the_application():
    case = one_child("2008")
    united(status="planned", start=day("2026"), start_info=between("2026-11-20", "2026-12-01"))(case)
    assert row(case, "F06", "P2").result == "UNCLEAR"
    case.unions[-1].start_info = between("2026-11-21", "2026-12-01")
    assert row(case, "F06", "P2").result == "MET"


def test_f06_a_union_that_ended_without_a_day_has_ended_by_today():
    case = one_child("2008", recorded=False)
    case.milestones.append(milestone("referral_sent_to_ircc", "2026-09-15", "done", "MS2"))
    united(status="ended")(case)
    assert row(case, "F06", "P2").result == "MET"
