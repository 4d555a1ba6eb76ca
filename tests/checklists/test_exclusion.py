"""E08 to E11: which facts go to a lawyer, which do not, and for whom they are asked."""

from __future__ import annotations

import pytest

from hrd_desktop.core.person import Person
from tests.checklists.build import (
    CANADA,
    HOME,
    THIRD,
    alerts,
    answer,
    child,
    day,
    family,
    reason,
    review,
    row,
    run,
    shown,
    status,
)
from tests.checklists.told import NOT_NO, act, charge, conviction, government, say, service, tell

Found = tuple[str, str | None, str]


def judged(item: str, person: Person) -> tuple[Found, tuple[str, ...]]:
    case = shown()
    case.persons[0] = person
    found = row(case, item, "P1")
    return (found.result, found.severity, reason(found)), found.rows


def recognised(**keys):
    return status("refugee_recognised", "ST2", **{"granted_by": "state", "renewable": "yes", "may_work": "yes", **keys})


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (status("permanent_resident", "ST2"), ("NEEDS_LAWYER", "LAWYER", "like_a_national")),
        (status("citizen_like", "ST2", country=THIRD), ("NEEDS_LAWYER", "LAWYER", "like_a_national")),
        (status("permanent_resident", "ST2", country=HOME), ("MET", None, "none")),
        (status("permanent_resident", "ST2", country=CANADA), ("MET", None, "none")),
        (status("permanent_resident", "ST2", person="P9"), ("MET", None, "none")),
        (status("permanent_resident", "ST2", end=day("2026-09-14")), ("MET", None, "none")),
        (status("permanent_resident", "ST2", end=day("2026-09-15")), ("NEEDS_LAWYER", "LAWYER", "like_a_national")),
        (status("permanent_resident", "ST2", end=day("2026-09")), ("NEEDS_LAWYER", "LAWYER", "like_a_national")),
        (recognised(), ("NEEDS_LAWYER", "LAWYER", "recognised")),
        (recognised(granted_by=None), ("NEEDS_LAWYER", "LAWYER", "recognised")),
        (recognised(granted_by="unhcr"), ("MET", None, "none")),
        (recognised(renewable=None), ("UNCLEAR", "WARN", "recognised_open")),
        (recognised(may_work="unknown"), ("UNCLEAR", "WARN", "recognised_open")),
        (recognised(may_work="no"), ("MET", None, "none")),
        (recognised(renewable="no", may_work=None), ("MET", None, "none")),
        (status("asylum_seeker", "ST2"), ("MET", None, "none")),
        (status("unhcr_registered", "ST2"), ("MET", None, "none")),
    ],
)
def test_e08(told, wanted: Found):
    case = shown()
    case.asylum.statuses.append(told)
    found = row(case, "E08", "P1")
    assert (found.result, found.severity, reason(found)) == wanted
    if wanted[0] != "MET":
        assert found.rows == ("ST2",)


def test_e08_names_every_status_that_decided_and_what_is_open():
    case = shown()
    case.asylum.statuses += [status("citizen_like", "ST3", country=THIRD), recognised()]
    assert row(case, "E08", "P1").rows == ("ST3", "ST2")
    case.asylum.statuses = [recognised(renewable=None, may_work=None)]
    assert row(case, "E08", "P1").places == ("ST2.renewable", "ST2.may_work")


@pytest.mark.parametrize("item", ["E08", "E09", "E10", "E11"])
def test_the_principal_applicant_and_adults_who_travel_answer(item: str):
    case = family()
    case.persons += [child("2000", id="P4", plan="non_accompanying"), child("2005", id="P5")]
    assert [one.person for one in run(case).items if one.id == item] == ["P1", "P3", "P5"]
    case.persons[0].birth.date = day("2012")
    assert [one.person for one in run(case).items if one.id == item] == ["P1", "P3", "P5"]


ANSWERS = [
    ("E09", "background.f"),
    ("E10", "background.b"),
    ("E11", "background.g"),
    ("E11", "background.h"),
]


@pytest.mark.parametrize("answer", NOT_NO)
@pytest.mark.parametrize(("item", "key"), ANSWERS)
def test_an_answer_but_no_goes_to_a_lawyer(item: str, key: str, answer: str):
    person = say(shown().persons[0], key, answer)
    assert judged(item, person) == (("NEEDS_LAWYER", "LAWYER", "answers"), (f"P1.{key}",))


@pytest.mark.parametrize(("item", "key"), ANSWERS)
def test_an_answer_not_asked_holds(item: str, key: str):
    person = say(shown().persons[0], key, None)
    assert judged(item, person) == (("UNCLEAR", "BLOCK", "not_asked"), (f"P1.{key}",))


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("E09", "service"),
        ("E09", "government"),
        ("E10", "charges"),
        ("E10", "convictions"),
        ("E10", "acts"),
        ("E11", "government"),
    ],
)
def test_a_list_not_asked_holds(item: str, name: str):
    person = shown().persons[0]
    person.none_declared.remove(name)
    assert judged(item, person) == (("UNCLEAR", "BLOCK", "not_asked"), (f"P1.{name}",))


@pytest.mark.parametrize(
    ("item", "told", "lawyer"),
    [
        ("E09", service(conscripted="yes"), True),
        ("E09", service(kind="prison_service"), True),
        ("E09", government(), False),
        ("E09", government(security_sector="yes"), True),
        ("E09", government(security_sector="unknown"), True),
        ("E09", government(r16_post="judiciary"), True),
        ("E10", charge(outcome="dropped"), True),
        ("E10", conviction(), True),
        ("E10", act(), True),
        ("E11", government(security_sector="yes"), False),
        ("E11", government(r16_post="cabinet"), True),
        ("E11", service(), False),
        ("E09", charge(), False),
    ],
)
def test_rows_that_go_to_a_lawyer(item: str, told, lawyer: bool):
    found, rows = judged(item, tell(shown().persons[0], told))
    assert found == (("NEEDS_LAWYER", "LAWYER", "rows") if lawyer else ("MET", None, "nothing"))
    assert not lawyer or rows == (told.id,)


def test_rows_stand_in_the_order_of_the_lists_before_the_answers():
    person = tell(shown().persons[0], act(), conviction(), charge("CH1"), charge("CH2"))
    assert judged("E10", say(person, "background.b", "yes")) == (
        ("NEEDS_LAWYER", "LAWYER", "both"),
        ("CH1", "CH2", "CV1", "AC1", "P1.background.b"),
    )
    person = tell(shown().persons[0], government(r16_post="cabinet"), service())
    assert judged("E09", person)[1] == ("SV1", "GO1")


def test_a_principal_applicant_who_is_a_child_is_not_asked():
    person = shown().persons[0]
    person.birth.date, person.background = day("2010"), None
    assert judged("E09", person)[0] == ("NOT_APPLICABLE", None, "not_adult")


def test_a_review_clears_until_a_row_is_added():
    case = shown()
    tell(case.persons[0], service())
    case.reviews = [review("E09", person="P1", rows=["SV1"])]
    assert (row(case, "E09", "P1").result, row(case, "E09", "P1").severity) == ("MET", None)
    tell(case.persons[0], service("SV2"))
    assert (row(case, "E09", "P1").result, row(case, "E09", "P1").severity) == ("NEEDS_LAWYER", "LAWYER")
    assert [(alert.person, alert.rows) for alert in alerts(case, "review_outdated")] == [("P1", ("SV1", "SV2"))]


def test_staff_cannot_answer_a_lawyer_away():
    case = shown()
    tell(case.persons[0], charge())
    case.staff_answers = [answer("E10", "MET", "P1")]
    assert row(case, "E10", "P1").result == "NEEDS_LAWYER"
    assert len(alerts(case, "staff_answer_ignored")) == 1
    case = shown()
    case.staff_answers = [answer("E10", "NOT_MET", "P1")]
    assert (row(case, "E10", "P1").result, row(case, "E10", "P1").severity) == ("NEEDS_LAWYER", "LAWYER")
