"""Kept assessments: as they were, the newest first, gone with their case."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from hrd_desktop.errors import UnknownCase
from hrd_desktop.store import assessments, cases
from hrd_desktop.store.assessments import ItemRecord, Recorded
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.ledger import assessment as table
from tests.store.demo_cases import demo_case

CODE = demo_case().code


def recorded(pack: str = "hrd-2021-07", occasion: assessments.Occasion = "asked") -> Recorded:
    return Recorded(
        occasion=occasion,
        on=date(2022, 2, 28),
        pack=pack,
        pack_version="1",
        headline="HOLD_INFO",
        items=(ItemRecord("H01", None, "MET", None), ItemRecord("E19", "P1", "NOT_MET", "BLOCK")),
        at=datetime(2022, 2, 28, 9, 30, tzinfo=UTC),
        by="A. Nyenye",
    )


@pytest.fixture
def filled(file: CaseFile) -> CaseFile:
    with file.session() as session:
        cases.add(session, [demo_case()])
    return file


def test_what_was_kept_comes_back_the_newest_first(filled: CaseFile) -> None:
    first, second = recorded(), recorded("hrd-2023-07", "packet")
    with filled.session() as session:
        assessments.add(session, [(CODE, first)])
    with filled.session() as session:
        assessments.add(session, [(CODE, second)])
        assert assessments.load(session, CODE) == [second, first]


def test_nothing_is_kept_of_an_unknown_case(filled: CaseFile) -> None:
    with pytest.raises(UnknownCase), filled.session() as session:
        assessments.add(session, [("NONE", recorded())])
    with pytest.raises(UnknownCase), filled.session() as session:
        assessments.load(session, "NONE")


def test_to_which_cases_a_pack_is_new(filled: CaseFile) -> None:
    with filled.session() as session:
        assert assessments.new_to(session, "hrd-2021-07", [CODE, "NONE"]) == {CODE}
        assessments.add(session, [(CODE, recorded())])
        assert assessments.new_to(session, "hrd-2021-07", [CODE]) == set()
        assert assessments.new_to(session, "hrd-2023-07", [CODE]) == {CODE}
        assert assessments.new_to(session, "hrd-2023-07", []) == set()


def test_they_go_with_their_case(filled: CaseFile) -> None:
    with filled.session() as session:
        assessments.add(session, [(CODE, recorded())])
        cases.delete(session, CODE)
        assert session.connection().scalar(select(func.count()).select_from(table)) == 0


def test_adding_nothing_is_no_error(filled: CaseFile) -> None:
    with filled.session() as session:
        assessments.add(session, [])
        assert assessments.load(session, CODE) == []
