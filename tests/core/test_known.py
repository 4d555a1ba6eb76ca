from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import AddRow, RemoveRow, SetValue, apply_all
from hrd_desktop.core.known import answered, forgotten, known_at, noted
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.exchange.case_json import read_case

TODAY = date(2026, 9, 15)


@pytest.fixture
def case() -> Case:
    made = read_case(resource("demo", "s1.json").read_bytes(), "s1.json")
    made.known_by = [
        KnownBy(id="KB91", at="P1.birth.date", how_known="document_seen", on=date(2026, 1, 2), evidence=["EV1"]),
        KnownBy(id="KB92", at="P1.eye_colour", how_known="unknown", on=date(2026, 1, 2)),
        KnownBy(id="KB93", at="P1.birth", how_known="unknown", ask_again=True),
        KnownBy(id="KB94", at="P1.charges", how_known="told_by_person", ask_again=True),
    ]
    return made


def test_the_last_note_of_a_place_counts(case: Case) -> None:
    case.known_by.append(KnownBy(id="KB95", at="P1.birth.date", how_known="told_by_person"))
    found = known_at(case, "P1.birth.date")
    assert found is not None
    assert found.id == "KB95"
    assert known_at(case, "P1.birth.city") is None


def test_an_answer_ends_that_it_is_not_known_there_and_in_what_holds_it(case: Case) -> None:
    assert answered(case, "P1.eye_colour") == [RemoveRow("KB92")]
    assert answered(case, "P1.birth.city") == [RemoveRow("KB93")]
    assert answered(case, "P1.birth.date") == [RemoveRow("KB93")]
    assert answered(case, "P1.charges") == [SetValue("KB94.ask_again", None)]
    assert answered(case, "P1.uci") == []


def test_unknown_with_evidence_or_a_note_is_kept(case: Case) -> None:
    case.known_by[1].note = "She thinks the sister knows."
    assert answered(case, "P1.eye_colour") == []


def note(case: Case, place: str, how, *, evidence=None, ask_again=False) -> list:
    return noted(case, place, how, evidence=evidence, ask_again=ask_again, on=TODAY, by="MK", new_id="KB99")


def test_a_first_note_is_a_row_with_day_and_person(case: Case) -> None:
    (change,) = note(case, "P1.uci", "told_by_person", evidence=["EV1"])
    assert isinstance(change, AddRow)
    assert change.row == KnownBy(
        id="KB99", at="P1.uci", how_known="told_by_person", on=TODAY, by="MK", evidence=["EV1"]
    )


def test_a_later_note_changes_the_row_and_its_day_but_keeps_evidence_not_spoken_of(case: Case) -> None:
    apply_all(case, note(case, "P1.birth.date", "third_party"))
    row = known_at(case, "P1.birth.date")
    assert row == KnownBy(id="KB91", at="P1.birth.date", how_known="third_party", on=TODAY, by="MK", evidence=["EV1"])


def test_to_ask_again_is_no_new_knowledge(case: Case) -> None:
    assert note(case, "P1.birth.date", "document_seen", ask_again=True) == [SetValue("KB91.ask_again", True)]
    assert note(case, "P1.birth.date", "document_seen") == []


def test_not_known_once_more_is_not_known_today(case: Case) -> None:
    changes = note(case, "P1.eye_colour", "unknown")
    assert changes == [SetValue("KB92.on", TODAY), SetValue("KB92.by", "MK")]


def test_forgetting_takes_every_note_of_the_place(case: Case) -> None:
    case.known_by.append(KnownBy(id="KB95", at="P1.birth.date", how_known="told_by_person"))
    assert forgotten(case, "P1.birth.date") == [RemoveRow("KB91"), RemoveRow("KB95")]
