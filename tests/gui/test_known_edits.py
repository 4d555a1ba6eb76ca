"""How we know, as steps of a case: each can be undone, and nothing is noted about what is not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from hrd_desktop.core.staff import KnownBy
from hrd_desktop.errors import EditRefused
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.gui import known_edits
from hrd_desktop.gui.open_case import OpenCase
from tests.gui.case_desk import Desk

TODAY = date(2026, 9, 15)
EYES = "P1.eye_colour"

STEPS: dict[str, Callable[[OpenCase], None]] = {
    "unknown text": lambda case: known_edits.mark_unknown(case, EYES),
    "unknown answer": lambda case: known_edits.mark_unknown(case, "P1.contacted_home_authorities"),
    "unknown list": lambda case: known_edits.mark_unknown(case, "P1.languages"),
    "ask again": lambda case: known_edits.mark_ask_again(case, EYES),
    "how": lambda case: known_edits.set_known(case, "P1.birth.date", "document_seen", ["EV1"]),
    "how, and again": lambda case: known_edits.set_known(case, "P1.birth.date", "told_by_person", ask_again=True),
}


@pytest.mark.parametrize("name", STEPS)
def test_every_mark_is_one_step_and_reaches_the_file(desk: Desk, name: str) -> None:
    before = write_case(desk.case.case)
    STEPS[name](desk.case)
    after = write_case(desk.case.case)
    assert after != before
    desk.case.undo()
    assert write_case(desk.case.case) == before
    desk.case.redo()
    assert write_case(desk.on_file()) == after


def test_not_known_is_an_answer_where_answers_are_asked_for(desk: Desk) -> None:
    known_edits.mark_unknown(desk.case, "P1.contacted_home_authorities")
    assert desk.case.value("P1.contacted_home_authorities") == "unknown"
    assert known_edits.known_at(desk.case, "P1.contacted_home_authorities") is None
    known_edits.mark_unknown(desk.case, "P1.background.g")
    assert desk.case.value("P1.background.g.answer") == "unknown"


def test_not_known_elsewhere_is_noted_with_the_day(desk: Desk) -> None:
    known_edits.mark_unknown(desk.case, EYES)
    row = known_edits.known_at(desk.case, EYES)
    assert row is not None
    assert (row.how_known, row.on, row.ask_again) == ("unknown", TODAY, None)


def test_an_answer_drops_not_known_in_the_same_step_also_while_typing(desk: Desk) -> None:
    known_edits.mark_unknown(desk.case, EYES)
    before = write_case(desk.case.case)
    for text in ("b", "br", "brown"):
        desk.case.set_value(EYES, text, typing=True)
    assert known_edits.known_at(desk.case, EYES) is None
    desk.case.undo()
    assert write_case(desk.case.case) == before
    desk.case.redo()
    assert (desk.case.value(EYES), known_edits.known_at(desk.case, EYES)) == ("brown", None)


def test_a_row_drops_that_the_list_is_to_be_asked_again_once_it_stands(desk: Desk) -> None:
    known_edits.mark_ask_again(desk.case, "P1.travel")
    key = desk.case.add_row("P1.travel")
    assert known_edits.known_at(desk.case, "P1.travel") is None
    desk.case.remove_row(key)
    assert known_edits.known_at(desk.case, "P1.travel") is None


def test_what_is_begun_as_an_object_drops_it_too(desk: Desk) -> None:
    known_edits.mark_ask_again(desk.case, "P1.stateless.determined_by")
    desk.case.set_value("P1.stateless.determined_by", "court")
    assert known_edits.known_at(desk.case, "P1.stateless.determined_by") is None
    desk.case.undo()
    assert known_edits.known_at(desk.case, "P1.stateless.determined_by") is not None


def test_asking_again_and_no_longer(desk: Desk) -> None:
    known_edits.set_known(desk.case, "P1.birth.date", "document_seen", ["EV1"])
    known_edits.mark_ask_again(desk.case, "P1.birth.date")
    row = known_edits.known_at(desk.case, "P1.birth.date")
    assert row is not None
    assert (row.how_known, row.evidence, row.ask_again) == ("document_seen", ["EV1"], True)
    known_edits.mark_ask_again(desk.case, "P1.birth.date", False)
    assert (row.how_known, row.ask_again) == ("document_seen", None)
    known_edits.mark_ask_again(desk.case, EYES)
    known_edits.mark_ask_again(desk.case, EYES, False)
    assert known_edits.known_at(desk.case, EYES) is None


def test_no_how_takes_the_note_away(desk: Desk) -> None:
    known_edits.set_known(desk.case, "P1.birth.date", "document_seen")
    known_edits.set_known(desk.case, "P1.birth.date", None)
    assert known_edits.known_at(desk.case, "P1.birth.date") is None


@pytest.mark.parametrize("place", ["P99.birth.date", "P1.nothing", "P1", "case", "IN77.date", "P1.names.family"])
def test_a_place_that_is_not_there_is_refused(desk: Desk, place: str) -> None:
    before = write_case(desk.case.case)
    for step in (known_edits.mark_unknown, known_edits.mark_ask_again):
        with pytest.raises(EditRefused) as refused:
            step(desk.case, place)
        assert refused.value.facts["reason"] == "unknown_place"
    assert known_edits.known_at(desk.case, place) is None
    assert write_case(desk.case.case) == before


def test_inside_a_row_only_begun_nothing_is_noted(desk: Desk) -> None:
    key = desk.case.add_row("case.incidents")
    with pytest.raises(EditRefused) as refused:
        known_edits.mark_ask_again(desk.case, f"{key}.date")
    assert refused.value.facts["reason"] == "begun_only"


def test_evidence_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(EditRefused):
        known_edits.set_known(desk.case, EYES, "document_seen", ["EV77"])
    assert known_edits.known_at(desk.case, EYES) is None


def test_a_removed_row_takes_along_what_is_noted_of_it(desk: Desk) -> None:
    known_edits.set_known(desk.case, "IN1.date", "told_by_person")
    before = write_case(desk.case.case)
    desk.case.remove_row("IN1")
    assert [row.at for row in desk.case.case.known_by if row.at.startswith("IN1.")] == []
    desk.case.undo()
    assert write_case(desk.case.case) == before
    row = known_edits.known_at(desk.case, "IN1.date")
    assert isinstance(row, KnownBy)
