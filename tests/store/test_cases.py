"""Whole cases: what goes in comes out, and is free of the file."""

import copy
import dataclasses
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hrd_desktop.core.case import Case
from hrd_desktop.core.places import walk
from hrd_desktop.errors import CaseExists, UnknownCase
from hrd_desktop.store import cases
from hrd_desktop.store.casefile import CaseFile
from tests.store.conftest import PASSPHRASE
from tests.store.demo_cases import demo_case, demo_cases


def put(file: CaseFile, *given: Case) -> None:
    with file.session() as session:
        cases.add(session, given)


def get(file: CaseFile, code: str) -> Case:
    with file.session() as session:
        return cases.load(session, code)


def test_a_case_comes_back_as_it_went_in(file: CaseFile) -> None:
    given = demo_cases()
    put(file, *given)
    for case in given:
        assert get(file, case.code) == case


def test_what_was_put_in_is_there_after_reopening(tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "a.hrd", PASSPHRASE, calibrate=False) as file:
        put(file, demo_case())
    with CaseFile.open(tmp_path / "a.hrd", PASSPHRASE) as file:
        assert get(file, demo_case().code) == demo_case()


def test_many_come_in_the_order_asked(file: CaseFile) -> None:
    put(file, *demo_cases())
    wanted = [case.code for case in demo_cases()][::-2]
    with file.session() as session:
        assert [case.code for case in cases.load_many(session, wanted)] == wanted


def test_false_given_and_nothing_given_stay_apart(file: CaseFile) -> None:
    case = demo_case()
    first = case.persons[0].addresses[0]
    case.persons[0].addresses = [
        dataclasses.replace(first, id=f"AD90{n}", end=None, ongoing=given)
        for n, given in enumerate([None, False, True])
    ]
    put(file, case)
    assert [row.ongoing for row in get(file, case.code).persons[0].addresses] == [None, False, True]


def test_a_single_object_with_nothing_in_it_stays(file: CaseFile) -> None:
    case = demo_case()
    birth = type(case.persons[0].birth)
    assert birth is not type(None)
    case.persons[0].birth, case.persons[1].birth = birth(), None
    put(file, case)
    loaded = get(file, case.code)
    assert (loaded.persons[0].birth, loaded.persons[1].birth) == (birth(), None)


def test_a_loaded_case_can_be_copied_and_changed_freely(file: CaseFile) -> None:
    put(file, demo_case())
    loaded = get(file, demo_case().code)
    copied = copy.deepcopy(loaded)
    replaced = dataclasses.replace(loaded, alias="Other")
    copied.persons[0].names.clear()
    assert loaded == demo_case()
    assert replaced == dataclasses.replace(demo_case(), alias="Other")
    assert all(
        type(value) is list for node in walk(loaded) for value in vars(node.value).values() if isinstance(value, list)
    )


def test_a_loaded_case_is_usable_in_another_thread_and_after_locking(tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "a.hrd", PASSPHRASE, calibrate=False) as file:
        put(file, demo_case())
        loaded = get(file, demo_case().code)
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(sum(1 for _ in walk(loaded))))
    thread.start()
    thread.join()
    assert seen == [sum(1 for _ in walk(demo_case()))]


def test_a_code_can_be_taken_once_only(file: CaseFile) -> None:
    put(file, demo_case("s1"))
    with pytest.raises(CaseExists) as refused:
        put(file, demo_case("s2"), demo_case("s1"))
    assert refused.value.facts == {"code": demo_case("s1").code}
    with pytest.raises(CaseExists):
        put(file, demo_case("s3"), demo_case("s3"))
    with file.session() as session:
        assert cases.codes(session) == [demo_case("s1").code]


def test_a_case_that_is_not_there_is_named(file: CaseFile) -> None:
    with pytest.raises(UnknownCase) as refused, file.session() as session:
        cases.load(session, "HRD-0")
    assert refused.value.facts == {"code": "HRD-0"}
    with pytest.raises(UnknownCase), file.session() as session:
        cases.delete(session, "HRD-0")


def test_a_deleted_case_leaves_no_row_behind(file: CaseFile) -> None:
    put(file, *demo_cases())
    with file.session() as session:
        for code in cases.codes(session):
            cases.delete(session, code)
    with file.session() as session:
        names = session.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'")
        )
        counts = {name: session.scalar(text(f'SELECT count(*) FROM "{name}"')) for name in list(names)}
        assert session.scalar(text("SELECT count(*) FROM caseload_search")) == 0
    assert {name for name, count in counts.items() if count} == {"alembic_version", "log_head"}
    put(file, *demo_cases())


def test_a_reference_to_nothing_cannot_be_kept(file: CaseFile) -> None:
    case = demo_case()
    case.incidents[0].persons = ["P99"]
    case.principal = "P98"
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        put(file, case)
