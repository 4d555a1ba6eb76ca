"""A38ab to A41, each branch; A40's contradictions have a file of their own."""

from __future__ import annotations

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.person import Medical, Person
from tests.checklists.build import CANADA, alerts, answer, child, family, reason, review, row, run, shown, spouse
from tests.checklists.told import NOT_NO, charge, say, tell, travel

Told = tuple[str, str | None, str]
A40_ANSWER = "further_answers.earlier_false_statement"
PROTECTED = "further_answers.protected_in_canada"
BREACH = "further_answers.breach_in_canada"
REMOVAL = "further_answers.removal_order_canada"


def told(case: Case, item: str, who: str = "P1") -> Told:
    found = row(case, item, who)
    return found.result, found.severity, reason(found)


def people(case: Case, item: str) -> list[str | None]:
    return [one.person for one in run(case).items if one.id == item]


NOTED, NOTHING = ("UNCLEAR", "WARN", "noted"), ("MET", None, "nothing")


@pytest.mark.parametrize(
    ("k", "flag", "wanted"),
    [
        ("no", None, NOTHING),
        (None, "no", NOTHING),
        ("no", "no", NOTHING),
        (None, None, ("UNCLEAR", "WARN", "not_asked")),
        *((told_k, "no", NOTED) for told_k in NOT_NO),
        *(("no", told_flag, NOTED) for told_flag in NOT_NO),
    ],
)
def test_a38ab(k: str | None, flag: str | None, wanted: Told):
    case = shown()
    say(case.persons[0], "background.k", k)
    case.persons[0].medical = Medical(public_health_flag=flag)
    assert told(case, "A38ab") == wanted
    if wanted == NOTED:
        both = {"P1.background.k": k, "P1.medical.public_health_flag": flag}
        assert row(case, "A38ab", "P1").rows == tuple(
            place for place, given in both.items() if given not in (None, "no")
        )


def test_a38ab_asks_no_child_and_nobody_who_stays_behind():
    case = family()
    case.persons.append(spouse("P4", "non_accompanying"))
    assert people(case, "A38ab") == ["P1", "P2", "P3"]
    assert told(case, "A38ab", "P2") == ("NOT_APPLICABLE", None, "not_adult")
    case.persons[1].medical = Medical(public_health_flag="yes")
    assert told(case, "A38ab", "P2") == NOTED
    case.persons[1].medical = Medical(public_health_flag="no")
    assert told(case, "A38ab", "P2") == NOTHING
    case.persons[1].medical = Medical(has_need="yes")
    assert told(case, "A38ab", "P2")[0] == "NOT_APPLICABLE"


def test_a38ab_may_be_settled_by_staff():
    case = shown()
    say(case.persons[0], "background.k", "yes")
    case.staff_answers = [answer("A38ab", "MET", "P1")]
    assert row(case, "A38ab", "P1").result == "MET"
    case.staff_answers = [answer("A38ab", "NOT_MET", "P1")]
    assert told(case, "A38ab")[:2] == ("NOT_MET", "WARN")


@pytest.mark.parametrize("item", ["A38c", "A39"])
def test_a38c_and_a39_never_count(item: str):
    case = family()
    case.persons[2].plan = "non_accompanying"
    assert people(case, item) == ["P1", "P2", "P3"]
    assert {told(case, item, who) for who in ("P1", "P2", "P3")} == {("EXEMPT", None, "exempt")}
    case.staff_answers = [answer(item, "NOT_MET", "P1")]
    assert row(case, item, "P1").result == "EXEMPT"
    assert alerts(case, "staff_answer_ignored")


@pytest.mark.parametrize("given", NOT_NO)
def test_a40_an_answer_but_no_goes_to_a_lawyer(given: str):
    case = shown()
    say(case.persons[0], A40_ANSWER, given)
    assert told(case, "A40") == ("NEEDS_LAWYER", "LAWYER", "statement")
    assert row(case, "A40", "P1").rows == (f"P1.{A40_ANSWER}",)


def test_a40_without_a_contradiction():
    case = family()
    case.persons.append(spouse("P4", "non_accompanying"))
    assert told(case, "A40") == ("MET", None, "nothing")
    assert told(case, "A40", "P2") == ("NOT_APPLICABLE", None, "not_adult")
    say(case.persons[0], A40_ANSWER, None)
    assert told(case, "A40") == ("UNCLEAR", "BLOCK", "not_asked")
    assert told(case, "A40", "P4") == ("UNCLEAR", "INFO", "not_asked")


def test_a40_a_contradiction_outweighs_what_was_not_asked_and_a_material_one_the_rest():
    case = shown()
    person = case.persons[0]
    person.marital_status = "married"
    say(person, A40_ANSWER, None)
    assert told(case, "A40") == ("UNCLEAR", "WARN", "to_correct")
    assert row(case, "A40", "P1").rows == ("P1.marital_status", "case.unions")
    tell(person, charge())
    assert told(case, "A40") == ("NEEDS_LAWYER", "LAWYER", "material")
    say(person, A40_ANSWER, "yes")
    assert told(case, "A40") == ("NEEDS_LAWYER", "LAWYER", "material_and_statement")


def test_a40_settled_by_staff_and_by_a_lawyer():
    case = shown()
    case.persons[0].marital_status = "married"
    case.staff_answers = [answer("A40", "MET", "P1")]
    assert told(case, "A40")[0] == "MET"
    tell(case.persons[0], charge())
    assert told(case, "A40")[0] == "NEEDS_LAWYER"
    case.reviews = [review("A40", person="P1", rows=["CH1", "P1.background.b"])]
    assert (told(case, "A40")[0], row(case, "A40", "P1").review) == ("MET", "RV1")
    assert [part.key for part in row(case, "A40", "P1").parts] == ["C02", "C10"]
    assert len(alerts(case, "contradiction")) == 2


@pytest.mark.parametrize(
    ("been", "protected", "wanted"),
    [
        ("no", None, NOTHING),
        ("yes", "no", NOTHING),
        (None, "no", NOTHING),
        ("yes", None, ("UNCLEAR", "BLOCK", "not_asked")),
        ("unknown", None, ("UNCLEAR", "BLOCK", "not_asked")),
        (None, None, ("UNCLEAR", "BLOCK", "not_asked")),
        *(("no", given, ("NEEDS_LAWYER", "LAWYER", "answers")) for given in NOT_NO),
    ],
)
def test_a40_1(been: str | None, protected: str | None, wanted: Told):
    case = shown()
    say(say(case.persons[0], "been_in_canada", been), PROTECTED, protected)
    assert told(case, "A40.1") == wanted
    if wanted[0] == "NEEDS_LAWYER":
        assert row(case, "A40.1", "P1").rows == (f"P1.{PROTECTED}",)


LAWYER = ("NEEDS_LAWYER", "LAWYER")


def a41(person: Person) -> tuple[Told, tuple[str, ...]]:
    case = shown()
    case.persons[0] = person
    return told(case, "A41"), row(case, "A41", "P1").rows


def visited() -> Person:
    return say(shown().persons[0], "been_in_canada", "yes")


@pytest.mark.parametrize("given", NOT_NO)
@pytest.mark.parametrize("key", [BREACH, REMOVAL])
def test_a41_answers(key: str, given: str):
    assert a41(say(visited(), key, given)) == ((*LAWYER, "answers"), (f"P1.{key}",))


@pytest.mark.parametrize("given", NOT_NO)
@pytest.mark.parametrize("key", ["overstayed", "breached_conditions"])
def test_a41_journeys(key: str, given: str):
    person = tell(visited(), travel(country=CANADA, **{key: given}))
    assert a41(person) == ((*LAWYER, "rows"), ("TR1",))
    assert a41(tell(visited(), travel(**{key: given})))[0] == NOTHING
    assert a41(tell(visited(), travel(country=CANADA, **{key: "no"})))[0] == NOTHING


def test_a41_ordered_to_leave_canada_and_the_order_of_rows():
    person = say(visited(), "background.e", "yes", details="At a border.", countries=["NO", "CA"])
    assert a41(person) == ((*LAWYER, "answers"), ("P1.background.e",))
    assert a41(say(visited(), "background.e", "yes", countries=["NO"]))[0] == NOTHING
    assert a41(say(visited(), "background.e", "unknown", countries=["CA"]))[0] == NOTHING
    say(say(person, REMOVAL, "unknown"), BREACH, "declined")
    tell(person, travel(country=CANADA, overstayed="unknown"))
    assert a41(person) == ((*LAWYER, "both"), ("TR1", f"P1.{BREACH}", f"P1.{REMOVAL}", "P1.background.e"))


@pytest.mark.parametrize(
    ("been", "breach", "removal", "open_answers"),
    [
        ("no", None, None, None),
        ("yes", "no", "no", None),
        (None, "no", "no", None),
        ("yes", "no", None, (REMOVAL,)),
        ("yes", None, "no", (BREACH,)),
        ("unknown", None, None, (BREACH, REMOVAL)),
        (None, None, None, (BREACH, REMOVAL)),
    ],
)
def test_a41_asked_or_not(been: str | None, breach: str | None, removal: str | None, open_answers: tuple | None):
    person = say(say(say(shown().persons[0], "been_in_canada", been), BREACH, breach), REMOVAL, removal)
    found = a41(person)
    if open_answers is None:
        assert found[0] == NOTHING
    else:
        assert found == (("UNCLEAR", "BLOCK", "not_asked"), tuple(f"P1.{key}" for key in open_answers))


@pytest.mark.parametrize("item", ["A40.1", "A41"])
def test_a40_1_and_a41_of_children_and_of_those_who_stay_behind(item: str):
    case = family()
    case.persons += [spouse("P4", "non_accompanying"), child("2010", id="P5", plan="non_accompanying")]
    assert people(case, item) == ["P1", "P2", "P3", "P4", "P5"]
    assert told(case, item, "P2") == told(case, item, "P5") == ("NOT_APPLICABLE", None, "not_adult")
    assert told(case, item, "P4") == ("UNCLEAR", "INFO", "not_asked")
    tell(case.persons[1], travel(country=CANADA, overstayed="yes"))
    assert told(case, "A41", "P2")[0] == "NEEDS_LAWYER"
