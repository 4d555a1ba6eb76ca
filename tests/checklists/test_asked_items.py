"""A34a to A37b: which answers and which rows go to a lawyer, who is asked, and what an unasked question weighs."""

from __future__ import annotations

import pytest

from hrd_desktop.checklists import offences, security
from hrd_desktop.core.person import Person
from tests.checklists.build import alerts, answer, asked, child, family, review, row, run, shown, spouse
from tests.checklists.told import (
    NOT_NO,
    act,
    charge,
    conviction,
    government,
    membership,
    say,
    service,
    tell,
)

ANSWERS = {
    "A34a": ("further_answers.espionage",),
    "A34b": ("background.g",),
    "A34b1": ("further_answers.democratic_subversion",),
    "A34c": ("background.g",),
    "A34e": ("further_answers.endangering_violence",),
    "A34f": ("background.h",),
    "A35a": ("background.f",),
    "A35b": (),
    "A35c1": ("further_answers.organ_trafficking",),
    "A35.1": ("further_answers.sanctions_match",),
    "A36.1": ("background.a", "background.b"),
    "A36.2": ("background.a", "background.b"),
    "A37a": ("background.i",),
    "A37b": ("further_answers.smuggling_trafficking_laundering",),
}
LISTS = {
    "A34f": ("memberships",),
    "A35a": ("service",),
    "A35b": ("government", "service"),
    "A36.1": ("charges", "convictions", "acts"),
    "A36.2": ("charges", "convictions", "acts"),
}
EVERY_ANSWER = [(item, key) for item, keys in ANSWERS.items() for key in keys]
EVERY_LIST = [(item, name) for item, names in LISTS.items() for name in names]


def judged(item: str, person: Person) -> tuple[str, str | None, tuple[str, ...]]:
    """Result, severity and rows for the defender of a case where all else is shown."""
    case = shown()
    case.persons[0] = person
    found = row(case, item, "P1")
    return found.result, found.severity, found.rows


def defender() -> Person:
    return shown().persons[0]


def test_the_items_are_those_of_the_table_in_its_order():
    assert [ask.item for ask in (*security.ITEMS, *offences.ITEMS)] == list(ANSWERS)


@pytest.mark.parametrize("item", ANSWERS)
def test_an_adult_asked_in_full_who_answers_no_has_nothing_on_file(item: str):
    found = row(shown(), item, "P1")
    assert (found.result, found.severity) == ("MET", None)


@pytest.mark.parametrize("told", NOT_NO)
@pytest.mark.parametrize(("item", "key"), EVERY_ANSWER)
def test_every_answer_but_no_goes_to_a_lawyer(item: str, key: str, told: str):
    found = judged(item, say(defender(), key, told))
    assert found == ("NEEDS_LAWYER", "LAWYER", (f"P1.{key}",))


@pytest.mark.parametrize(("item", "key"), EVERY_ANSWER)
def test_an_answer_not_asked_yet_holds_the_case(item: str, key: str):
    result, severity, rows = judged(item, say(defender(), key, None))
    assert (result, severity, rows) == ("UNCLEAR", "BLOCK", (f"P1.{key}",))


@pytest.mark.parametrize(("item", "name"), EVERY_LIST)
def test_a_list_not_asked_for_holds_the_case(item: str, name: str):
    person = defender()
    person.none_declared.remove(name)
    assert judged(item, person) == ("UNCLEAR", "BLOCK", (f"P1.{name}",))


@pytest.mark.parametrize("item", ANSWERS)
def test_an_absent_adult_who_was_not_asked_only_informs(item: str):
    case = shown()
    case.persons.append(spouse("P3", "non_accompanying"))
    found = row(case, item, "P3")
    assert (found.result, found.severity) == ("UNCLEAR", "INFO")


@pytest.mark.parametrize("item", ANSWERS)
def test_children_are_not_asked_and_facts_count_at_any_age(item: str):
    case = family()
    assert row(case, item, "P2").result == "NOT_APPLICABLE"
    small = asked(case.persons[1])
    for key in ANSWERS[item]:
        say(small, key, "declined")
    if not ANSWERS[item]:
        tell(small, service(senior="unknown"))
    assert row(case, item, "P2").result == "NEEDS_LAWYER"


@pytest.mark.parametrize(
    ("born", "result"), [("2008-09-15", "UNCLEAR"), ("2008-09-16", "NOT_APPLICABLE"), ("2008", "UNCLEAR")]
)
def test_who_may_be_an_adult_on_the_signing_day_is_asked(born: str, result: str):
    case = shown()
    case.persons.append(child(born))
    assert row(case, "A34a", "P2").result == result


@pytest.mark.parametrize(
    ("item", "rows", "triggers"),
    [
        ("A34f", [membership()], ()),
        ("A34f", [membership(armed_wing="yes")], ("MB1",)),
        ("A34f", [membership(armed_wing="unknown")], ("MB1",)),
        ("A34f", [membership(advocated_violence="no")], ()),
        ("A34f", [membership(advocated_violence="yes")], ("MB1",)),
        ("A34f", [membership(advocated_violence="unknown")], ("MB1",)),
        ("A34f", [membership(), membership("MB2", advocated_violence="declined")], ("MB2",)),
        ("A35a", [service()], ("SV1",)),
        ("A35a", [service(kind="prison_service", conscripted="yes", combat="no")], ("SV1",)),
        ("A35b", [government()], ()),
        ("A35b", [government(security_sector="yes")], ()),
        ("A35b", [government(r16_post="judiciary")], ("GO1",)),
        ("A35b", [service()], ()),
        ("A35b", [service(senior="yes")], ("SV1",)),
        ("A35b", [service(senior="unknown"), government(r16_post="cabinet")], ("GO1", "SV1")),
        ("A36.1", [charge(outcome="dropped")], ("CH1",)),
        ("A36.2", [charge(outcome="acquitted", political="yes")], ("CH1",)),
        ("A36.1", [act(), conviction(), charge()], ("CH1", "CV1", "AC1")),
        ("A37a", [act()], ()),
        ("A37a", [act(with_organisation="yes")], ("AC1",)),
        ("A37a", [act(), act("AC2", with_organisation="unknown")], ("AC2",)),
    ],
)
def test_rows_that_go_to_a_lawyer(item: str, rows: list[object], triggers: tuple[str, ...]):
    wanted = ("NEEDS_LAWYER", "LAWYER", triggers) if triggers else ("MET", None)
    assert judged(item, tell(defender(), *rows))[: len(wanted)] == wanted


def test_rows_stand_before_answers():
    person = tell(defender(), charge(), conviction(), act(with_organisation="yes"), membership(armed_wing="yes"))
    for key in ("background.a", "background.b", "background.h", "background.i"):
        say(person, key, "yes")
    offences_rows = ("CH1", "CV1", "AC1", "P1.background.a", "P1.background.b")
    assert judged("A36.1", person)[2] == judged("A36.2", person)[2] == offences_rows
    assert judged("A34f", person)[2] == ("MB1", "P1.background.h")
    assert judged("A37a", person)[2] == ("AC1", "P1.background.i")


def test_a_detention_alone_opens_no_item_on_offences():
    person = say(defender(), "background.j", "yes", details="Held for two nights.")
    assert judged("A36.1", person)[0] == judged("A36.2", person)[0] == "MET"


def test_service_does_not_move_the_item_on_groups():
    assert judged("A34f", tell(defender(), service()))[0] == "MET"


def test_they_are_about_everybody_who_is_listed_and_lives():
    case = family()
    case.persons += [spouse("P4", "linked_case"), child("2000", id="P5", plan="not_included")]
    for item in ANSWERS:
        assert [one.person for one in run(case).items if one.id == item] == ["P1", "P2", "P3"]


def test_staff_may_settle_what_is_open_but_not_what_waits_for_a_lawyer():
    case = shown()
    say(case.persons[0], "background.f", None)
    case.staff_answers = [answer("A35a", "MET", "P1")]
    assert row(case, "A35a", "P1").result == "MET"
    case.staff_answers = [answer("A35a", "NOT_MET", "P1")]
    found = row(case, "A35a", "P1")
    assert (found.result, found.severity, found.rows) == ("NEEDS_LAWYER", "LAWYER", ("P1.background.f",))
    say(case.persons[0], "background.f", "yes")
    case.staff_answers = [answer("A35a", "MET", "P1")]
    assert row(case, "A35a", "P1").result == "NEEDS_LAWYER"
    assert alerts(case, "staff_answer_ignored")


def test_a_review_covers_the_exact_rows():
    case = shown()
    tell(case.persons[0], service())
    case.reviews = [review("A35a", person="P1", rows=["SV1"])]
    assert row(case, "A35a", "P1").result == "MET"
    tell(case.persons[0], service("SV2", kind="police"))
    found = row(case, "A35a", "P1")
    assert (found.result, found.outdated_review) == ("NEEDS_LAWYER", "RV1")
