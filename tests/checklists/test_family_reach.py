"""A42: what about one member of the family reaches the others."""

from __future__ import annotations

import pytest

from hrd_desktop.checklists.admissibility import FOLLOWED
from hrd_desktop.core.case import Case
from hrd_desktop.core.kin import Custody
from tests.checklists.build import alerts, answer, asked, child, family, reason, review, row, run, shown, wedding
from tests.checklists.told import say, service, tell

Told = tuple[str, str | None, str]


def told(case: Case, who: str = "P3") -> Told:
    found = row(case, "A42", who)
    return found.result, found.severity, reason(found)


NOTHING = ("MET", None, "nothing")
REACHES_PRINCIPAL = ("NEEDS_LAWYER", "LAWYER", "member")
REACHES_FAMILY = ("NEEDS_LAWYER", "LAWYER", "principal")


def test_a42_a_row_for_every_family_member_but_the_principal_applicant():
    case = family()
    assert [one.person for one in run(case).items if one.id == "A42"] == ["P2", "P3"]
    assert told(case, "P2") == told(case) == NOTHING
    assert row(case, "A42", "P3").rows == ()


def test_a42_what_is_on_file_about_the_principal_applicant_reaches_those_who_travel_along():
    case = family()
    case.persons.append(child("2017", id="P4", plan="non_accompanying"))
    tell(case.persons[0], service())
    assert told(case, "P2") == told(case) == REACHES_FAMILY
    assert told(case, "P4") == NOTHING
    found = row(case, "A42", "P3")
    assert (found.rows, found.citation) == (("P1.A35a",), "A 42(1)(b)")


@pytest.mark.parametrize(
    ("key", "item"),
    [
        ("further_answers.espionage", "A34a"),
        ("further_answers.sanctions_match", "A35.1"),
        ("background.i", "A37a"),
        ("further_answers.smuggling_trafficking_laundering", "A37b"),
        ("further_answers.earlier_false_statement", "A40"),
        ("further_answers.protected_in_canada", "A40.1"),
        ("further_answers.breach_in_canada", "A41"),
    ],
)
@pytest.mark.parametrize("plan", ["accompanying", "non_accompanying"])
def test_a42_what_is_on_file_about_a_member_reaches_the_principal_applicant(key: str, item: str, plan: str):
    case = family()
    case.persons[2].plan = plan
    say(case.persons[2], key, "unknown")
    assert told(case) == REACHES_PRINCIPAL
    found = row(case, "A42", "P3")
    assert (found.rows, found.citation) == ((f"P3.{item}",), "A 42(1)(a), R 23")
    assert told(case, "P2") == NOTHING


def test_a42_both_sides_are_named_where_both_wait_for_a_lawyer():
    case = family()
    tell(case.persons[0], service())
    tell(case.persons[2], service("SV2"))
    found = row(case, "A42", "P3")
    assert (found.rows, found.citation) == (("P1.A35a", "P3.A35a"), "A 42(1)(b)")


def test_a42_items_of_other_chapters_do_not_reach():
    case = family()
    say(case.persons[0], "background.k", "yes")
    case.persons[0].contacted_home_authorities = "yes"
    assert told(case) == NOTHING
    assert "A38ab" not in FOLLOWED


def test_a42_an_open_item_of_a_member_is_open_here_apart_from_a40():
    case = family()
    say(case.persons[2], "background.f", None)
    assert told(case) == ("UNCLEAR", "INFO", "open")
    found = row(case, "A42", "P3")
    assert (found.rows, found.places) == (("P3.A35a",), ("P3.background.f",))
    case.persons[2].plan = "non_accompanying"
    assert told(case) == ("UNCLEAR", "WARN", "open")
    say(case.persons[2], "background.f", "no")
    say(case.persons[2], "further_answers.earlier_false_statement", None)
    assert told(case) == NOTHING


def test_a42_an_open_item_of_the_principal_applicant_does_not_reach():
    case = family()
    say(case.persons[0], "background.f", None)
    assert told(case) == NOTHING


@pytest.mark.parametrize(
    ("born", "wanted"),
    [
        ("2014-09-15", ("UNCLEAR", "WARN", "not_told_of")),
        ("2014-09-16", NOTHING),
        ("2014", ("UNCLEAR", "WARN", "not_told_of")),
        ("2015", NOTHING),
        (None, ("UNCLEAR", "WARN", "open")),
    ],
)
def test_a42_an_absent_child_of_twelve_is_asked_about(born: str | None, wanted: Told):
    case = shown()
    case.persons.append(child(born, plan="non_accompanying"))
    assert told(case, "P2") == wanted
    case.persons[1].plan = "accompanying"
    assert told(case, "P2")[0] == ("UNCLEAR" if born is None else "MET")
    asked(case.persons[1]).plan = "non_accompanying"
    assert told(case, "P2") == NOTHING


@pytest.mark.parametrize(
    ("relation", "plan", "broken", "wanted"),
    [
        ("spouse", "non_accompanying", "yes", ("NOT_APPLICABLE", None, "broken_down")),
        ("spouse", "non_accompanying", "unknown", REACHES_PRINCIPAL),
        ("spouse", "non_accompanying", None, REACHES_PRINCIPAL),
        ("spouse", "accompanying", "yes", REACHES_PRINCIPAL),
        ("common_law_partner", "non_accompanying", "yes", REACHES_PRINCIPAL),
    ],
)
def test_a42_a_broken_union(relation: str, plan: str, broken: str | None, wanted: Told):
    case = family()
    case.unions = [wedding(broken_down=broken)]
    case.persons[2].relation, case.persons[2].plan = relation, plan
    tell(case.persons[2], service())
    assert told(case) == wanted


def test_a42_a_broken_union_with_somebody_else_says_nothing():
    case = family()
    case.unions = [wedding(), wedding("UN2", a="P3", b=None, status="ended", broken_down="yes")]
    case.persons[2].plan = "non_accompanying"
    tell(case.persons[2], service())
    assert told(case) == REACHES_PRINCIPAL


@pytest.mark.parametrize(
    ("holder", "basis", "apart"),
    [
        *((holder, "court_order", True) for holder in ("other_parent", "relative", "guardian", "institution")),
        ("other_parent", "written_agreement", True),
        ("other_parent", "custom", False),
        ("other_parent", None, False),
        ("principal", "court_order", False),
        ("both_parents", "written_agreement", False),
        ("nobody", "court_order", False),
    ],
)
@pytest.mark.parametrize("relation", ["child", "child_of_partner", "grandchild"])
def test_a42_custody_with_somebody_else(holder: str, basis: str | None, apart: bool, relation: str):
    case = shown()
    young = asked(child("2010", plan="non_accompanying", relation=relation))
    young.custody = Custody(holder=holder, basis=basis)
    case.persons.append(tell(young, service()))
    wanted = ("NOT_APPLICABLE", None, "with_others") if apart else REACHES_PRINCIPAL
    assert told(case, "P2") == wanted
    young.plan = "accompanying"
    assert told(case, "P2") == REACHES_PRINCIPAL


def test_a42_it_follows_reviews_of_the_rows_under_it_and_cannot_be_reviewed_itself():
    case = family()
    tell(case.persons[2], service())
    case.reviews = [review("A42", person="P3"), review("A42", "concern", "P3", "RV2")]
    case.staff_answers = [answer("A42", "MET", "P3")]
    found = row(case, "A42", "P3")
    assert (found.result, found.review, found.staff_answer, found.staff_may) == ("NEEDS_LAWYER", None, None, ())
    assert [alert.rows for alert in alerts(case, "staff_answer_ignored")] == [("SA1",)]
    case.reviews.append(review("A35a", person="P3", id="RV3"))
    assert told(case) == NOTHING
    case.reviews[-1].outcome = "cleared_with_note"
    assert told(case) == ("UNCLEAR", "INFO", "open")


def test_a42_a_family_member_held_only_through_another_has_no_options_of_their_own():
    case = family()
    tell(case.persons[0], service())
    found = alerts(case, "lawyer_options")
    assert [(alert.person, alert.rows, alert.audience) for alert in found] == [("P1", ("SV1",), "lawyer")]
