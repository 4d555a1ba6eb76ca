"""Before the first consent a case takes contact and safety, and little else."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.errors import EditRefused
from tests.gui.case_desk import Desk


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """A case that holds much, whose two consents were withdrawn today."""
    for row in desk.case.case.consents:
        desk.case.set_value(f"{row.id}.withdrawn_on", desk.today)
    assert not desk.case.consented
    return desk


def refusal(desk: Desk, place: str, value: object) -> str:
    before = desk.case.value(place)
    with pytest.raises(EditRefused) as refused:
        desk.case.set_value(place, value)
    assert desk.case.value(place) == before
    return str(refused.value.facts["reason"])


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("P1.birth.date", PartialDate(1990)),
        ("P1.whereabouts.place", "Obock"),
        ("P1.note", "Something told"),
        ("case.claim.why_now", "Something told"),
        ("case.partner", "unhcr"),
        ("IN1.place", "Obock"),
    ],
)
def test_what_tells_of_the_person_waits(closed: Desk, place: str, value: object) -> None:
    assert refusal(closed, place, value) == "no_consent_yet"
    assert not closed.case.takes(place)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("P1.contact.code_word", "blue kettle"),
        ("P2.contact.best_time", "in the morning"),
        ("P1.whereabouts.country", "KE"),
        ("P2.plan", "non_accompanying"),
        ("case.interview_language", "sw"),
        ("case.interpreter_needed", "no"),
        ("case.alias", "Kettle"),
        ("case.note", "To be called on Monday"),
        ("case.stage", "closed"),
        ("SC1.times", "mornings"),
    ],
)
def test_safety_and_contact_do_not(closed: Desk, place: str, value: object) -> None:
    closed.case.set_value(place, value)
    assert closed.stored(place) == value


def test_what_is_there_can_be_taken_away(closed: Desk) -> None:
    closed.case.set_value("IN1.place", None)
    closed.case.remove_row("IN1")
    assert closed.stored("IN1") is None


def test_rows_wait_too_but_not_those_of_safety(closed: Desk) -> None:
    for place in ("case.incidents", "P1.names", "P1.addresses", "case.unions"):
        with pytest.raises(EditRefused):
            closed.case.add_row(place, {})
    for place in ("case.consents", "P1.contact.never_channels", "case.tasks", "case.journal"):
        assert closed.case.add_row(place, {})


def test_the_first_name_of_a_person_may_be_mended_and_no_other(closed: Desk) -> None:
    first, *others = closed.case.rows("P1.names")
    closed.case.set_value(f"{first}.family", "Mendwell")
    assert others
    assert refusal(closed, f"{others[0]}.family", "Mendwell") == "no_consent_yet"


def test_a_further_person_may_be_listed_by_one_name(closed: Desk) -> None:
    key = closed.case.add_row("case.persons", {"relation": "child"})
    closed.case.set_value(f"{key}.plan", "accompanying")
    assert refusal(closed, f"{key}.occupation", "baker") == "no_consent_yet"
    with pytest.raises(EditRefused):
        closed.case.add_row("case.persons", {"relation": "child", "occupation": "baker"})


def test_a_consent_recorded_in_the_window_opens_the_case(closed: Desk) -> None:
    values = {"person": "P1", "decision": "given", "scopes": ["store"], "recipients": ["own_organisation"]}
    key = closed.case.add_row("case.consents", values)
    assert not closed.case.consented  # it is only begun
    closed.case.set_value(f"{key}.signed_on", closed.today)
    assert closed.case.consented
    closed.case.set_value("P1.occupation", "baker")
    assert closed.stored("P1.occupation") == "baker"


def test_undo_is_not_held_up(desk: Desk) -> None:
    desk.case.set_value("P1.occupation", "baker")
    before = desk.case.value("P1.occupation")
    desk.case.undo()
    for row in desk.case.case.consents:
        row.expires_on = date(2026, 9, 1)
    desk.case.redo()
    assert desk.case.value("P1.occupation") == before
