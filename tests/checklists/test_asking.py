"""The pattern of answers, lists and triggers, apart from any item."""

from __future__ import annotations

import pytest

from hrd_desktop.checklists.asking import Ask, answer_to, asked_weight
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.core.background import Background, FurtherAnswers, Reply, Service
from hrd_desktop.core.person import Person
from tests.checklists.build import HOST, ON, PACK, child, day, family, milestone

SERVED = Service(id="SV1", kind="army", country=HOST, start=day("2001"), senior="no")
ASK = Ask("A35a", ("background.f", "further_answers.espionage"), ("service",), lambda person: person.service)


def asked(person: Person, f: str | None = "no", espionage: str | None = "no", served: bool = False) -> Person:
    person.background = Background(f=Reply(answer=f)) if f else None
    person.further_answers = FurtherAnswers(espionage=Reply(answer=espionage) if espionage else None)
    person.service = [SERVED] if served else []
    person.none_declared = [] if served else ["service"]
    return person


def derive(person: Person, planned_signing: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    case = family()
    case.persons[1] = person
    if planned_signing:
        case.milestones.append(milestone("application_signed", planned_signing, "planned"))
    found = ASK(Facts(case, ON, PACK.constants, PACK.partners), person)
    assert set(found.why.params) == set(ASK.reasons[found.why.key.partition(".")[2]].split())
    return found.result, found.why.key, found.rows


def grown() -> Person:
    return child("1995-03-03")


@pytest.mark.parametrize("answer", ["yes", "unknown", "declined", "after_advice"])
def test_every_answer_but_no_goes_to_a_lawyer(answer: str):
    found = derive(asked(grown(), f=answer))
    assert found == ("NEEDS_LAWYER", "A35a.answers", ("P2.background.f",))


def test_rows_come_before_answers_and_answers_in_their_order():
    found = derive(asked(grown(), f="declined", espionage="yes", served=True))
    assert found == ("NEEDS_LAWYER", "A35a.both", ("SV1", "P2.background.f", "P2.further_answers.espionage"))
    assert derive(asked(grown(), served=True)) == ("NEEDS_LAWYER", "A35a.rows", ("SV1",))


def test_a_fact_counts_at_any_age():
    assert derive(asked(child("2015-03-03"), served=True))[0] == "NEEDS_LAWYER"
    assert derive(asked(child("2015-03-03"), f="unknown"))[0] == "NEEDS_LAWYER"


@pytest.mark.parametrize(
    ("born", "signing", "adult"),
    [
        ("2008-09-15", None, True),
        ("2008-09-16", None, False),
        ("2008-09-16", "2026-09-16", True),
        ("2008", None, True),
        ("2009", None, False),
        (None, None, True),
    ],
)
def test_whoever_may_be_an_adult_on_the_signing_day_is_asked(born: str | None, signing: str | None, adult: bool):
    person = child(born)
    found = derive(person, signing)
    assert found[:2] == (("UNCLEAR", "A35a.not_asked") if adult else ("NOT_APPLICABLE", "A35a.not_adult"))


def test_each_answer_and_list_not_asked_is_named():
    person = grown()
    assert derive(person)[2] == ("P2.background.f", "P2.further_answers.espionage", "P2.service")
    assert derive(asked(grown(), f=None))[2] == ("P2.background.f",)
    person = asked(grown())
    person.none_declared = []
    assert derive(person)[2] == ("P2.service",)


def test_asked_in_full_the_file_holds_nothing():
    found = derive(asked(grown()))
    wanted = ("P2.none_declared", "P2.background.f", "P2.further_answers.espionage")
    assert found == ("MET", "A35a.nothing", wanted)


def test_answers_are_read_where_they_stand():
    person = asked(grown(), f="declined", espionage=None)
    person.been_in_canada = "unknown"
    keys = ("background.f", "background.a", "further_answers.espionage", "been_in_canada")
    assert [answer_to(person, key) for key in keys] == ["declined", None, None, "unknown"]
    assert answer_to(child("1995"), "further_answers.espionage") is None


def test_a_question_not_asked_holds_only_somebody_who_travels():
    facts = Facts(family(), ON, PACK.constants, PACK.partners)
    weights = [asked_weight(facts, child("1995", plan=plan)) for plan in ("accompanying", "non_accompanying")]
    assert weights == ["BLOCK", "INFO"]


def test_reasons_are_only_those_that_can_be_given():
    assert "rows" not in Ask("A34a", ("further_answers.espionage",)).reasons
    assert set(Ask("A35b", (), ("service",), lambda person: person.service).reasons) == {
        "nothing",
        "not_adult",
        "not_asked",
        "rows",
    }
