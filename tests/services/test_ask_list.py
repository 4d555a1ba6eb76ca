"""What to ask next time: each question once, for the right person and section, in plain words."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import fields_of
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.services import ask_list, checking
from hrd_desktop.services.ask_list import Ask
from hrd_desktop.wording import wording
from tests.services.conftest import DAY, sample

EN = wording("en")


@pytest.fixture
def case() -> Case:
    made = sample("s1")
    made.known_by = []
    return made


def asked(case: Case, on: date = DAY) -> list[Ask]:
    return ask_list.build(case, on, EN)


def of(case: Case, place: str) -> list[Ask]:
    return [ask for ask in asked(case) if place in ask.places]


def test_what_is_to_be_asked_again_stands_with_its_person_and_section(case: Case) -> None:
    case.known_by = [KnownBy(id="KB1", at="P2.birth.date", how_known="told_by_person", ask_again=True)]
    (ask,) = of(case, "P2.birth.date")
    assert (ask.reason, ask.person, ask.section) == ("again", "P2", "people")
    assert ask.question == EN.field("birth", "date") + "?"


def test_what_somebody_does_not_know_is_asked_as_such_whether_answer_or_note(case: Case) -> None:
    case.known_by = [KnownBy(id="KB1", at="IN1.place", how_known="unknown")]
    case.persons[1].contacted_home_authorities = "unknown"
    (note,) = of(case, "IN1.place")
    (answer,) = of(case, "P2.contacted_home_authorities")
    assert (note.reason, note.section, answer.reason, answer.section) == (
        "unknown",
        "incidents",
        "unknown",
        "background",
    )
    assert note.question.startswith(EN.object("incident") + " IN1")
    assert "not known last time" in note.question
    assert answer.person == "P2"


def test_a_place_is_asked_once_although_marked_twice_and_not_known(case: Case) -> None:
    case.persons[1].contacted_home_authorities = "unknown"
    place = "P2.contacted_home_authorities"
    case.known_by = [
        KnownBy(id="KB1", at=place, how_known="told_by_person", ask_again=True),
        KnownBy(id="KB2", at=place, how_known="unknown", ask_again=True),
    ]
    (ask,) = of(case, place)
    assert ask.reason == "again"


def test_what_an_item_asks_for_is_not_asked_a_second_time_by_its_field() -> None:
    case = sample("s2")
    places = [ask.places[0] for ask in asked(case) if ask.reason == "item"]
    assert "P1.birth.date" in places
    case.known_by = [KnownBy(id="KB97", at="P1.birth.date", how_known="told_by_person", ask_again=True)]
    (ask,) = of(case, "P1.birth.date")
    assert (ask.reason, ask.item) == ("item", "D-DOB")


def test_facts_that_do_not_agree_are_asked_about(case: Case) -> None:
    case.persons[0].marital_status = "single"
    found = [ask for ask in asked(case) if ask.reason == "contradiction"]
    alerts = [alert for alert in checking.assess_case(case, DAY).alerts if alert.kind == "contradiction"]
    assert alerts
    assert {ask.places for ask in found} == {alert.rows for alert in alerts}
    assert all(ask.question.endswith("Which is right?") for ask in found)


def test_notes_of_what_is_gone_are_not_asked(case: Case) -> None:
    case.known_by = [KnownBy(id="KB1", at=at, how_known="unknown") for at in ("IN99.date", "P1.nothing", "P9")]
    assert {ask.reason for ask in asked(case)} <= {"unknown"}
    assert not any("IN99" in ask.question for ask in asked(case))


def test_people_stand_in_the_order_of_the_file_and_sections_in_that_of_the_screens() -> None:
    found = asked(sample("s2"))
    persons = [ask.person for ask in found]
    assert persons == sorted(persons, key=[None, "P1", "P2"].index)
    assert len({(ask.person, ask.question) for ask in found}) == len(found)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["s1", "s2", "s3", "s4", "s5"])
def test_every_marked_place_of_every_sample_has_words(name: str, language) -> None:
    case = sample(name)
    places = [f"{node.place}.{spec.name}" for node in walk(case) for spec in fields_of(type(node.value))]
    case.known_by = [KnownBy(id=f"KB{n}", at=at, how_known="unknown") for n, at in enumerate(places, 1)]
    found = ask_list.build(case, DAY, wording(language))
    assert len(found) > len(places) / 3
    assert all("{" not in ask.question and ask.question.strip() for ask in found)
