"""What a case was before, as services tell it: steps in order, fields with the rows that brought them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, SetValue, removal
from hrd_desktop.core.kin import Dependency
from hrd_desktop.core.person import Birth
from hrd_desktop.core.staff import JournalEntry, KnownBy
from hrd_desktop.errors import UnknownCase
from hrd_desktop.services import cases, editing, history
from hrd_desktop.services.files import CaseFile

CODE = "HRD-2026-S1"
NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)


def change(file: CaseFile, *changes, minutes: int = 0, by: str = "MK") -> None:
    editing.change(file, CODE, changes, at=NOW + timedelta(minutes=minutes), by=by)


def test_what_was_changed_at_once_is_one_step_told_by_what_was_asked_for(case_file: CaseFile) -> None:
    case = cases.open_case(case_file, CODE).case
    change(case_file, *removal(case, "P2"))
    change(case_file, SetValue("case.alias", "Heron"), minutes=1, by="")
    last, removed = history.of_case(case_file, CODE)
    assert (last.main.place, last.by) == ("case.alias", "")
    assert (removed.main.action, removed.main.place, removed.main.before.id) == ("remove", "case.persons", "P2")
    assert len(removed.entries) > 1
    assert (removed.at, removed.by) == (NOW, "MK")


def test_the_changes_that_take_a_step_back_restore_the_case(case_file: CaseFile) -> None:
    before = cases.open_case(case_file, CODE).case
    change(case_file, *removal(before, "P2"))
    (step,) = history.of_case(case_file, CODE)
    change(case_file, *step.undo, minutes=1)
    assert cases.open_case(case_file, CODE).case == before


def test_an_answer_counts_more_than_how_it_is_known(case_file: CaseFile) -> None:
    row = KnownBy(id="KB77", at="P1.uci", how_known="unknown")
    change(case_file, SetValue("P1.uci", "0000"), AddRow("case.known_by", row))
    change(case_file, SetValue("KB77.how_known", "third_party"), minutes=5)
    known, answer = history.of_case(case_file, CODE)
    assert (known.main.place, answer.main.place) == ("KB77.how_known", "P1.uci")


def test_objects_made_only_to_hold_an_answer_are_no_change(case_file: CaseFile) -> None:
    case = cases.open_case(case_file, CODE).case
    assert case.persons[2].dependency is None
    change(case_file, SetValue("P3.dependency", Dependency()), SetValue("P3.dependency.economic", "yes"))
    (step,) = history.of_case(case_file, CODE)
    assert [entry.place for entry in step.entries] == ["P3.dependency.economic"]


def test_since_and_limit(case_file: CaseFile) -> None:
    for n in range(4):
        change(case_file, SetValue("case.intended_city", f"City {n}"), minutes=10 * n)
    assert len(history.of_case(case_file, CODE, since=NOW + timedelta(minutes=10))) == 3
    newest = history.of_case(case_file, CODE, limit=2)
    assert [step.main.after for step in newest] == ["City 3", "City 2"]
    with pytest.raises(UnknownCase):
        history.of_case(case_file, "HRD-2026-NONE")


def test_thirty_days_and_not_a_second_more(case_file: CaseFile) -> None:
    change(case_file, SetValue("case.alias", "Heron"))
    (step,) = history.of_case(case_file, CODE)
    assert step.may_be_taken_back(NOW + timedelta(days=30))
    assert not step.may_be_taken_back(NOW + timedelta(days=30, seconds=1))


def test_a_field_remembers_the_object_and_the_row_that_brought_its_value(case_file: CaseFile) -> None:
    place = "P1.birth.city"
    change(case_file, SetValue(place, "Aden"))
    change(case_file, SetValue("P1.birth", None), minutes=5)
    change(case_file, SetValue("P1.birth", Birth(date=PartialDate(1990), city="Taiz")), minutes=10)
    found = history.of_field(case_file, CODE, place, "case.persons")
    sides = [(history.value_in(s.main, place, "before"), history.value_in(s.main, place, "after")) for s in found]
    assert sides[:2] == [(None, "Taiz"), ("Aden", None)]
    assert sides[2][1] == "Aden"

    entry = JournalEntry(id="JO77", on=NOW.date(), text="Called.")
    change(case_file, AddRow("case.journal", entry), minutes=20)
    change(case_file, SetValue("JO77.text", "Called twice."), minutes=30)
    found = history.of_field(case_file, CODE, "JO77.text", "case.journal")
    sides = [
        (history.value_in(s.main, "JO77.text", "before"), history.value_in(s.main, "JO77.text", "after")) for s in found
    ]
    assert sides == [("Called.", "Called twice."), (None, "Called.")]
    assert history.of_field(case_file, CODE, "JO77.by", "case.journal") == []
