"""Edits in the file: the same as in memory, with history."""

import copy
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.core import edit
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, Change, Draft, MoveRow, RemoveRow, SetValue, removal
from hrd_desktop.core.identity import Birth, BirthAlias
from hrd_desktop.core.staff import Task
from hrd_desktop.core.work import Incident
from hrd_desktop.errors import CaseExists, EditRefused, UnknownCase
from hrd_desktop.store import cases, drafts, edits, history
from hrd_desktop.store.casefile import CaseFile
from tests.store.conftest import PASSPHRASE
from tests.store.demo_cases import demo_case
from tests.store.random_changes import random_changes

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def change(file: CaseFile, code: str, *changes: Change) -> None:
    with file.session() as session:
        edits.apply(session, code, changes, at=AT, by="R. Ostrava")


def load(file: CaseFile, code: str) -> Case:
    with file.session() as session:
        return cases.load(session, code)


def entries(file: CaseFile, code: str, place: str | None = None) -> list[history.Entry]:
    with file.session() as session:
        return history.entries(session, code, place)


@pytest.fixture
def case(file: CaseFile) -> Case:
    """Sample s1, in the file."""
    made = demo_case()
    with file.session() as session:
        cases.add(session, [made])
    return made


@pytest.fixture(scope="module")
def shared_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    path: Path = tmp_path_factory.mktemp("shared") / "a.hrd"
    with CaseFile.create(path, PASSPHRASE, calibrate=False) as made:
        yield made


_numbers = count(1)


@settings(max_examples=8, deadline=None)
@given(stem=st.sampled_from(["s1", "s2", "s3", "s4", "s5"]), seed=st.integers(0, 2**32))
def test_any_changes_do_the_same_in_the_file_as_in_memory(shared_file: CaseFile, stem: str, seed: int) -> None:
    memory, random = demo_case(stem), Random(seed)
    memory.code = f"RND-{next(_numbers)}"
    before = copy.deepcopy(memory)
    with shared_file.session() as session:
        cases.add(session, [memory])
    for _ in range(12):
        changes = random_changes(memory, random)
        try:
            change(shared_file, memory.code, *copy.deepcopy(changes))
        except EditRefused as refused:
            # A part that is replaced may hold what something else points at: memory does not look, the file does.
            assert refused.facts["reason"] == "unknown_id"  # noqa: PT017
            continue
        edit.apply_all(memory, changes)
        assert load(shared_file, memory.code) == memory
    for entry in entries(shared_file, memory.code):
        _take_back(shared_file, memory.code, entry)
    assert load(shared_file, memory.code) == before


def test_rows_moved_stand_in_the_file_as_in_memory_whatever_came_and_went(file: CaseFile, case: Case) -> None:
    task = [Task(id=f"TK{n}", text=f"Call {n}") for n in (71, 72, 73, 74)]
    for row in task:
        change(file, case.code, AddRow("case.tasks", row))
        edit.apply(case, AddRow("case.tasks", row))
    first = len(case.tasks) - 4
    steps: list[Change] = [
        MoveRow("case.tasks", "TK74", first),
        RemoveRow("TK72"),  # leaves a hole among the positions
        MoveRow("case.tasks", "TK71", first + 2),
        MoveRow("case.persons", "P1", len(case.persons) - 1),
        AddRow("case.tasks", task[1], first + 1),
        MoveRow("case.tasks", "TK73", first),
    ]
    told = len(entries(file, case.code))
    for step in steps:
        change(file, case.code, step)
        edit.apply(case, step)
        assert load(file, case.code) == case
    assert [row.id for row in case.tasks[first:]] == ["TK73", "TK74", "TK72", "TK71"]
    assert len(entries(file, case.code)) == told + 2  # what went and came; the order is no fact


def _take_back(file: CaseFile, code: str, entry: history.Entry) -> None:
    # Changes of one step may depend on each other, so references are looked at by the file only at the end.
    try:
        change(file, code, entry.undo)
    except EditRefused:
        pytest.fail(f"{entry.undo} refused")


REFUSED: Sequence[tuple[Change, str]] = [
    (SetValue("P9.birth", None), "unknown_place"),
    (SetValue("P1.birth.nothing", None), "unknown_place"),
    (SetValue("P1", None), "unknown_place"),
    (SetValue("case.persons.birth", None), "unknown_place"),
    (SetValue("P1.names", []), "not_a_value"),
    (SetValue("P1.id", "P7"), "not_a_value"),
    (SetValue("P1.plan", None), "required"),
    (SetValue("P1.plan", "\n"), "required"),
    (AddRow("case.incidents", BirthAlias(id="BA1", date=PartialDate(1990))), "not_a_row"),
    (RemoveRow("ZZ1"), "unknown_place"),
    (MoveRow("case.persons", "IN1", 0), "unknown_place"),
    (MoveRow("case.persons", "P2", 99), "unknown_place"),
    (MoveRow("P1.plan", "P2", 0), "unknown_place"),
    (RemoveRow("P1"), "principal"),
]


@pytest.mark.parametrize(("wrong", "reason"), REFUSED)
def test_what_memory_refuses_the_file_refuses_alike(file: CaseFile, case: Case, wrong: Change, reason: str) -> None:
    with pytest.raises(EditRefused) as in_memory:
        edit.apply(copy.deepcopy(case), wrong)
    with pytest.raises(EditRefused) as in_file:
        change(file, case.code, SetValue("case.alias", "Kept back"), wrong)
    assert in_file.value.facts == in_memory.value.facts
    assert in_file.value.facts["reason"] == reason
    assert load(file, case.code) == case
    assert entries(file, case.code) == []


def test_the_last_row_of_a_list_that_must_not_be_empty_stays(file: CaseFile, case: Case) -> None:
    *others, last = [name.id for name in case.persons[1].names]
    change(file, case.code, *(RemoveRow(name) for name in others))
    with pytest.raises(EditRefused) as refused:
        change(file, case.code, RemoveRow(last))
    assert refused.value.facts["reason"] == "last_row"


def test_rows_are_put_in_where_a_list_would_put_them(file: CaseFile, case: Case) -> None:
    for number, index in enumerate([0, 1, 1, 2, -1, -3, None, 99, -99, 2, 4], 1):
        added = AddRow("case.tasks", Task(id=f"ZT{number}", text="Call"), index)
        change(file, case.code, copy.deepcopy(added))
        edit.apply(case, added)
        if number % 3 == 0:
            change(file, case.code, RemoveRow(case.tasks[1].id))
            edit.apply(case, RemoveRow(case.tasks[1].id))
        assert load(file, case.code).tasks == case.tasks


def test_an_id_is_taken_whatever_its_class_and_however_deep(file: CaseFile, case: Case) -> None:
    row = copy.deepcopy(case.incidents[0])
    row.id = case.persons[0].names[0].id
    with pytest.raises(EditRefused) as refused:
        change(file, case.code, AddRow("case.incidents", row))
    assert refused.value.facts["reason"] == "id_taken"
    birth = Birth(aliases=[BirthAlias(id=case.incidents[0].id, date=PartialDate(1990))])
    with pytest.raises(EditRefused) as refused:
        change(file, case.code, SetValue("P1.birth", birth))
    assert refused.value.facts["reason"] == "id_taken"


def test_a_reference_to_nothing_is_refused_with_its_place(file: CaseFile, case: Case) -> None:
    incident = case.incidents[0].id
    for place, value in ((f"{incident}.persons", ["P1", "P77"]), (f"{case.unions[0].id}.partner_a", incident)):
        with pytest.raises(EditRefused) as refused:
            change(file, case.code, SetValue(place, value))
        assert refused.value.facts == {"place": place, "reason": "unknown_id"}


def test_a_row_that_is_pointed_at_goes_only_with_what_points_at_it(file: CaseFile, case: Case) -> None:
    with pytest.raises(EditRefused) as refused:
        change(file, case.code, RemoveRow("P2"))
    assert refused.value.facts["reason"] == "unknown_id"
    changes = removal(case, "P2")
    change(file, case.code, *changes)
    edit.apply_all(case, changes)
    assert load(file, case.code) == case


def test_a_code_that_is_taken_is_refused_and_a_free_one_moves_the_case(file: CaseFile, case: Case) -> None:
    with file.session() as session:
        cases.add(session, [demo_case("s2")])
    with pytest.raises(CaseExists):
        change(file, case.code, SetValue("case.code", demo_case("s2").code))
    change(file, case.code, SetValue("case.code", "NEW-CODE"))
    assert load(file, "NEW-CODE").alias == case.alias
    with pytest.raises(UnknownCase):
        change(file, case.code, SetValue("case.alias", "x"))


def test_history_says_who_when_before_after(file: CaseFile, case: Case) -> None:
    before = case.persons[0].birth
    change(file, case.code, SetValue("P1.birth.date", PartialDate(1985, 2)))
    change(file, case.code, SetValue("P1.birth", None))
    cleared, dated = entries(file, case.code)
    assert before is not None
    assert (dated.place, dated.before, dated.after) == ("P1.birth.date", before.date, PartialDate(1985, 2))
    assert (dated.at, dated.by, dated.action) == (AT, "R. Ostrava", "set")
    assert (cleared.before.date, cleared.after) == (PartialDate(1985, 2), None)
    assert entries(file, case.code, "P1.birth.date") == [dated]


def test_a_removed_row_stands_whole_in_the_history_and_comes_back_to_its_position(file: CaseFile, case: Case) -> None:
    assert len(case.incidents) > 2
    row: Incident = case.incidents[1]
    change(file, case.code, *removal(case, row.id))
    removed = next(entry for entry in entries(file, case.code) if entry.action == "remove")
    assert (removed.place, removed.before, removed.position) == ("case.incidents", row, 1)
    change(file, case.code, *(entry.undo for entry in entries(file, case.code)))
    assert load(file, case.code) == case


def test_setting_what_is_already_so_leaves_no_trace(file: CaseFile, case: Case) -> None:
    change(
        file, case.code, SetValue("case.alias", case.alias), SetValue("P1.birth", copy.deepcopy(case.persons[0].birth))
    )
    assert entries(file, case.code) == []


def test_drafts_of_a_removed_row_go_with_it(file: CaseFile, case: Case) -> None:
    row = case.incidents[0]
    with file.session() as session:
        drafts.save(session, case.code, Draft("D1", "P2.birth.aliases", {"note": "told"}))
        drafts.save(session, case.code, Draft("D2", "case.incidents", {"place": "Port"}))
    change(file, case.code, *removal(case, "P2"))
    with file.session() as session:
        assert [draft.key for draft in drafts.load(session, case.code)] == ["D2"]
    assert row.id


def test_a_text_that_is_typed_on_is_one_change_until_something_else_happens(file: CaseFile, case: Case) -> None:
    def typed(text: str, seconds: int) -> None:
        with file.session() as session:
            edits.apply(
                session, case.code, [SetValue("P1.occupation", text)], at=AT + timedelta(seconds=seconds), by="R"
            )

    before = case.persons[0].occupation
    typed("nur", 0)
    typed("nurse", 1)
    typed("nurse and", 2)
    assert [(e.before, e.after) for e in entries(file, case.code)] == [(before, "nurse and")]
    change(file, case.code, SetValue("case.intended_city", "Gimli"))
    typed("nurse and delegate", 4)
    typed("nurse and delegate, later", 4 + 600)
    assert [(e.before, e.after) for e in entries(file, case.code, "P1.occupation")] == [
        ("nurse and delegate", "nurse and delegate, later"),
        ("nurse and", "nurse and delegate"),
        (before, "nurse and"),
    ]
