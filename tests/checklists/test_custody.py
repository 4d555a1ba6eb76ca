"""F12 and the lists that follow from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo
from hrd_desktop.core.kin import Custody, Parent
from hrd_desktop.core.person import Whereabouts
from tests.checklists.build import answer, child, day, family, milestone, person, reason, row, run, shown


def kept(*parents: Parent, custody: Custody | None = None, born: str = "2016") -> Case:
    """The family, with P2 and the parents told; P1 and P3 travel."""
    case = family()
    case.persons[1].parents = list(parents)
    case.persons[1].custody = custody
    case.persons[1].birth.date = day(born)
    return case


def parent(number: int = 1, person: str | None = "P1", **keys) -> Parent:
    return Parent(id=f"PR{number}", person=person, role="other", **{"kind": "biological", **keys})


OTHER = parent(2, None, status="alive")
JUDGED = Custody(holder="guardian", best_interests="done")


@pytest.mark.parametrize(
    ("case", "wanted"),
    [
        (kept(parent(), parent(2, "P3")), ("MET", None, "parents")),
        (kept(parent(), parent(2, None, status="dead")), ("MET", None, "parents")),
        (kept(parent(), parent(2, None, kind="adoptive", status="dead")), ("MET", None, "parents")),
        (kept(parent(), OTHER), ("UNCLEAR", "WARN", "open")),
        (kept(parent(), parent(2, None)), ("UNCLEAR", "WARN", "open")),
        (kept(parent(), parent(2, None, status="missing")), ("UNCLEAR", "WARN", "open")),
        (kept(parent(), parent(2, None, status="alive", consents_to_departure="yes")), ("MET", None, "agreed")),
        (kept(parent(), parent(2, None, consents_to_departure="unknown")), ("UNCLEAR", "WARN", "open")),
        (kept(parent()), ("UNCLEAR", "WARN", "one_parent")),
        (kept(parent(), parent(2, None, kind="step")), ("UNCLEAR", "WARN", "one_parent")),
        (kept(parent(), custody=JUDGED), ("MET", None, "judged")),
        (kept(parent(), OTHER, custody=JUDGED), ("MET", None, "judged")),
        (kept(parent(), custody=Custody(holder="principal", basis="law")), ("MET", None, "custody")),
        (
            kept(parent(), OTHER, custody=Custody(holder="accompanying_parent", basis="death_of_other")),
            ("MET", None, "custody"),
        ),
        (kept(parent(), OTHER, custody=Custody(holder="principal", basis="custom")), ("UNCLEAR", "WARN", "open")),
        (kept(parent(), OTHER, custody=Custody(holder="principal")), ("UNCLEAR", "WARN", "open")),
        (kept(parent(), OTHER, custody=Custody(holder="other_parent", basis="law")), ("UNCLEAR", "WARN", "open")),
        (kept(), ("UNCLEAR", "BLOCK", "alone")),
        (kept(OTHER), ("UNCLEAR", "BLOCK", "alone")),
        (kept(parent(kind="foster")), ("UNCLEAR", "BLOCK", "alone")),
        (kept(OTHER, custody=JUDGED), ("MET", None, "judged")),
        (kept(OTHER, custody=Custody(holder="principal", basis="law")), ("UNCLEAR", "BLOCK", "alone")),
        (kept(parent(), OTHER, born="2008-09-15"), ("NOT_APPLICABLE", None, "adult")),
        (kept(parent(), OTHER, born="2008"), ("NOT_APPLICABLE", None, "adult")),
        (kept(parent(), OTHER, born="2008-09-16"), ("UNCLEAR", "WARN", "open")),
    ],
)
def test_f12(case: Case, wanted: tuple):
    found = row(case, "F12", "P2")
    assert (found.result, found.severity, reason(found)) == wanted


def test_f12_a_parent_of_the_case_counts_by_plan_and_life():
    case = family()
    case.persons[2].plan = "non_accompanying"
    assert row(case, "F12", "P2").rows == ("PR92",)
    case.persons[2].whereabouts = Whereabouts(status="deceased")
    assert row(case, "F12", "P2").result == "MET"


def test_f12_has_rows_for_children_who_travel_and_a_principal_applicant_under_age():
    case = family()
    case.persons += [
        child("2010", id="P4", relation="child_of_partner"),
        child("2010", id="P5", relation="grandchild"),
        child("2010", id="P6", plan="non_accompanying"),
        person("P7", "sibling", "accompanying", "2010"),
    ]
    assert [one.person for one in run(case).items if one.id == "F12"] == ["P2", "P4", "P5"]
    case.persons[0].birth.date = day("2009")
    assert [one.person for one in run(case).items if one.id == "F12"] == ["P1", "P2", "P4", "P5"]


def test_f12_of_a_principal_applicant_under_age_holds_until_judged():
    case = shown()
    case.persons[0].birth.date = day("2009")
    found = row(case, "F12", "P1")
    assert (found.result, found.severity, found.places) == ("UNCLEAR", "BLOCK", ("P1.custody.best_interests",))
    case.persons[0].custody = JUDGED
    assert row(case, "F12", "P1").result == "MET"


def test_f12_the_age_counts_on_the_application_day():
    case = kept(parent(), OTHER, born="2008-12-01")
    case.milestones.append(milestone("application_submitted", "2026-12-01", "planned", "MS2"))
    assert row(case, "F12", "P2").result == "NOT_APPLICABLE"


@given(st.dates(date(2007, 6, 1), date(2009, 6, 1)), st.integers(0, 500))
def test_f12_whoever_may_be_adult_is_none(first: date, length: int):
    case = kept(parent(), OTHER)
    last = date.fromordinal(first.toordinal() + length)
    case.persons[1].birth.date_info = DateInfo(earliest=first, latest=last)
    assert row(case, "F12", "P2").result == ("NOT_APPLICABLE" if first <= date(2008, 9, 15) else "UNCLEAR")


def test_custody_papers_and_best_interests_follow_the_final_result():
    case = kept(parent(), OTHER)
    minor = person("P4", "nephew_niece", "linked_case", "2012")
    case.persons.append(minor)
    found = run(case).requirements
    assert (found.custody_papers, found.best_interests, found.imm5590) == (("P2",), ("P2", "P4"), ("P4",))
    case.staff_answers = [answer("F12", "MET", "P2")]
    minor.custody = JUDGED
    found = run(case).requirements
    assert (found.custody_papers, found.best_interests, found.imm5590) == ((), (), ("P4",))


def test_f12_a_staff_answer_keeps_the_weight_of_a_child_alone():
    case = kept(custody=JUDGED)
    case.staff_answers = [answer("F12", "UNCLEAR", "P2")]
    assert row(case, "F12", "P2").severity == "BLOCK"
    case = family()
    case.staff_answers = [answer("F12", "UNCLEAR", "P2")]
    assert row(case, "F12", "P2").severity == "WARN"
