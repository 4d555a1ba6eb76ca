"""The index of passages says after every edit what it would say if it were made anew."""

from __future__ import annotations

import copy
from datetime import UTC, datetime
from random import Random

import pytest

from hrd_desktop.core import edit
from hrd_desktop.core.edit import AddRow, Change, RemoveRow, SetValue
from hrd_desktop.core.identity import Name
from hrd_desktop.core.staff import Task
from hrd_desktop.errors import EditRefused
from hrd_desktop.store import bookmarks, cases, edits, passages
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.passages import NAME, SOUND
from tests.store.demo_cases import demo_case, demo_cases
from tests.store.index import indexed, made_anew, sound
from tests.store.random_changes import random_changes
from tests.store.test_tables import _engine, statements

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
CODE = "HRD-2026-S1"


def change(file: CaseFile, *changes: Change) -> None:
    with file.session() as session:
        edits.apply(session, CODE, changes, at=AT, by="x")


def words_at(file: CaseFile, place: str) -> list[set[str]]:
    """The words of every line of the index at a place."""
    with file.session() as session:
        return [set(words.split()) for _, found, _, words in indexed(session) if found == place]


@pytest.fixture
def filled(file: CaseFile) -> CaseFile:
    """A case file with the demo cases."""
    with file.session() as session:
        cases.add(session, demo_cases())
    return file


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_it_is_as_made_anew(filled: CaseFile, seed: int) -> None:
    random, case = Random(seed), demo_case()
    done = 0
    while done < 40:
        changes = random_changes(case, random)
        try:
            with filled.session() as session:
                edits.apply(session, CODE, copy.deepcopy(changes), at=AT, by="x")
        except EditRefused:
            continue
        edit.apply_all(case, changes)
        done += 1
        with filled.session() as session:
            assert indexed(session) == made_anew(session), changes
    with filled.session() as session:
        sound(session)


def test_a_name_is_indexed_as_written_in_latin_letters_and_by_its_sound(filled: CaseFile) -> None:
    change(filled, AddRow("P1.names", Name(id="N90", kind="alias", family="الأحمدی", given="محمد", full="曉嵐")))
    (words,) = words_at(filled, "N90")
    assert {"محمد", "الاحمدي", "曉", "嵐"} <= words
    assert {NAME + "mhmd", NAME + "محمد", NAME + "xiao", NAME + "lan", NAME + "xiaolan"} <= words
    assert {SOUND + "mhmd", SOUND + "hmd"} <= words


def test_a_text_that_is_cleared_is_gone_and_one_unchanged_is_left_alone(filled: CaseFile) -> None:
    change(filled, SetValue("P1.note", "Grüße, and a lantern"))
    assert words_at(filled, "P1.note") == [{"grusse", "and", "a", "lantern"}]
    with statements(_engine(filled)) as sent:
        change(filled, SetValue("P1.note", "and: a lantern... grusse! LANTERN"))
    assert not [sql for sql, _ in sent if "passage" in sql and not sql.startswith("SELECT")]
    change(filled, SetValue("P1.note", None))
    assert words_at(filled, "P1.note") == []


def test_typing_on_in_a_long_text_writes_its_last_piece_alone(filled: CaseFile) -> None:
    paragraphs = [f"Paragraph {n} " + "of the same length as the others " * 30 for n in range(20)]
    change(filled, SetValue("P1.note", "\n".join(paragraphs)))
    before = words_at(filled, "P1.note")
    assert len(before) > 3
    with statements(_engine(filled)) as sent:
        change(filled, SetValue("P1.note", "\n".join([*paragraphs, "and a heron"])))
    assert len([sql for sql, _ in sent if sql.startswith("UPDATE passage_search")]) <= 1
    assert words_at(filled, "P1.note")[: len(before) - 1] == before[:-1]
    assert any("heron" in words for words in words_at(filled, "P1.note"))


def test_a_text_of_a_single_line_is_cut_as_well(filled: CaseFile) -> None:
    change(filled, SetValue("P1.note", "x" * 100_000))
    with filled.session() as session:
        assert indexed(session) == made_anew(session)
    assert len(words_at(filled, "P1.note")) > 30


def test_a_row_goes_with_all_below_it_and_comes_back(filled: CaseFile) -> None:
    with filled.session() as session:
        before = indexed(session)
    task = Task(id="TA99", text="Ring the pharmacy")
    change(filled, AddRow("case.tasks", task))
    assert words_at(filled, "TA99.text") == [{"ring", "the", "pharmacy"}]
    change(filled, RemoveRow("TA99"))
    with filled.session() as session:
        assert indexed(session) == before


def test_the_code_word_and_digests_are_not_found(filled: CaseFile) -> None:
    contact = next(person.id for person in demo_case().persons if person.contact)
    change(filled, SetValue(f"{contact}.contact.code_word", "zibeline"))
    with filled.session() as session:
        assert not [line for line in indexed(session) if "zibeline" in line[3]]


def test_a_deleted_case_leaves_nothing(filled: CaseFile) -> None:
    with filled.session() as session:
        bookmarks.save(session, CODE, "people", "P1.occupation", True, AT)
        for case in demo_cases():
            cases.delete(session, case.code)
        assert indexed(session) == []
        sound(session)


def test_made_anew_from_the_cases_it_is_the_same(filled: CaseFile) -> None:
    with filled.session() as session:
        before = indexed(session)
        passages.rebuild(session.connection())
        assert indexed(session) == before


def test_work_goes_on_where_it_stopped(filled: CaseFile) -> None:
    with filled.session() as session:
        assert bookmarks.load(session, CODE) is None
        bookmarks.save(session, CODE, "people", "P1.occupation", True, AT)
        bookmarks.save(session, CODE, "incidents", None, False, AT)
        assert bookmarks.load(session, CODE) == bookmarks.Bookmark("incidents", None, False, AT)
