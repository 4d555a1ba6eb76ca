"""Checking a whole case file finds what SQLite alone would let pass."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from hrd_desktop.errors import DatabaseDamaged
from hrd_desktop.store import cases
from hrd_desktop.store.casefile import CaseFile
from tests.store.demo_cases import demo_cases


@pytest.fixture
def filled(file: CaseFile) -> CaseFile:
    with file.session() as session:
        cases.add(session, demo_cases())
    return file


def test_what_is_whole_passes(filled: CaseFile) -> None:
    assert filled.verify(True).cases == 5


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        ("DELETE FROM birth WHERE pk = (SELECT min(pk) FROM birth)", "object without its row in birth"),
        ("UPDATE node SET kind = 'elephant' WHERE kind = 'output'", "object of a kind that is not known"),
        ("DELETE FROM caseload WHERE code = 'HRD-2026-S2'", "case without its line in the list"),
        ("DELETE FROM caseload_search WHERE rowid = 1", "case without its words in the list"),
        ("DELETE FROM passage_search WHERE rowid = 1", "passage without its words"),
        ("DELETE FROM passage WHERE pk = 1", "words without their passage"),
    ],
)
def test_what_is_half_there_is_found_without_a_word_of_it(filled: CaseFile, spoil: str, found: str) -> None:
    with filled.session() as session:
        session.execute(text(spoil))
    filled.verify(False)
    with pytest.raises(DatabaseDamaged) as refused:
        filled.verify(True)
    assert refused.value.facts["found"] == found
