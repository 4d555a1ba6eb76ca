"""Cases read from a database with real damage: what is called whole is what was written, to the letter."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from hrd_desktop.core.validation import problems
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.store import blobs, cases, folder
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.salvage import Salvage, Salvaged
from hrd_desktop.vault.data_key import DataKey
from tests.bench.generate import caseload

PASSPHRASE = "a quiet boat with four machines"
PAGE = 4096
AT = datetime(2026, 9, 15, 12, tzinfo=UTC)


@dataclass
class Made:
    """A sound case file that is closed, its key, and what every case of it looks like."""

    path: Path
    key: bytes
    truth: dict[str, bytes]
    paper: bytes
    code: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    path = tmp_path_factory.mktemp("made") / "made.hrd"
    paper = random.Random(3).randbytes(1_300_000)
    with CaseFile.create(path, PASSPHRASE, calibrate=False) as file:
        with file.session() as session:
            cases.add(session, list(caseload(14)), at=AT)
            codes = cases.codes(session)
            blobs.put(session, codes[2], paper, at=AT)
        with file.session() as session:
            truth = {code: write_case(cases.load(session, code)) for code in codes}
        key = bytes(file.copied_key().buffer())
    return Made(path, key, truth, paper, codes[2])


@pytest.fixture
def database(made: Made, tmp_path: Path) -> Path:
    """The database of a copy, to be damaged."""
    return Path(shutil.copytree(made.path, tmp_path / "office.hrd")) / folder.DATABASE


@contextmanager
def opened(made: Made, database: Path) -> Iterator[Salvage]:
    salt = (made.path / folder.DATABASE).read_bytes()[:16]
    with closing(Salvage(database, DataKey(bytearray(made.key)), salt)) as salvage:
        yield salvage


def read(made: Made, database: Path) -> dict[str, Salvaged]:
    with opened(made, database) as salvage:
        return {one.code: one for one in map(salvage.case, salvage.look(lambda _done, _total: None))}


def honest(made: Made, found: dict[str, Salvaged]) -> list[str]:
    """The codes of the cases called whole, each of which must be as it was written."""
    whole = [code for code, one in found.items() if one.whole]
    for code in whole:
        case = found[code].case
        assert case is not None
        assert write_case(case) == made.truth[code]
    return whole


def spoil(database: Path, pages: list[int]) -> None:
    """Change one bit in each of these pages, counted from 0."""
    data = bytearray(database.read_bytes())
    where = random.Random(len(pages))
    for page in pages:
        data[page * PAGE + where.randrange(16, PAGE)] ^= 1 << where.randrange(8)
    database.write_bytes(data)


def test_a_sound_database_comes_out_whole(made: Made, database: Path) -> None:
    before = database.read_bytes()
    with opened(made, database) as salvage:
        numbers = salvage.look(lambda _done, _total: None)
        found = {one.code: one for one in map(salvage.case, numbers)}
        assert salvage.lost_pages == 0
        assert salvage.sure
        ((digest, number),) = found[made.code].files.items()
        assert salvage.file(number, digest) == made.paper
    assert honest(made, found) == sorted(made.truth)
    assert all(one.changed_at == AT for one in found.values())
    assert database.read_bytes() == before
    assert {item.name for item in database.parent.iterdir()} <= {"cases.db", "keys.json", "cases.lock"}


@pytest.mark.parametrize("seed", range(4))
def test_many_random_pages_lost(made: Made, database: Path, seed: int) -> None:
    """The papers fill most of the file: a twentieth of the pages takes some cases and leaves others."""
    pages = database.stat().st_size // PAGE
    spoil(database, random.Random(seed).sample(range(pages), pages // 20))
    found = read(made, database)
    assert set(found) == set(made.truth), "the codes are known from one of three places"
    honest(made, found)
    assert sum(one.case is not None for one in found.values()) > 0


@pytest.mark.parametrize("seed", range(4))
def test_a_single_page_costs_few_cases(made: Made, database: Path, seed: int) -> None:
    pages = database.stat().st_size // PAGE
    spoil(database, [random.Random(100 + seed).randrange(150, pages)])
    found = read(made, database)
    assert len(honest(made, found)) >= 9
    for one in found.values():
        if one.case is not None and one.lost <= 2:
            assert [each.cause for each in problems(one.case)] in ([], ["no_principal"])


def test_whose_names_are_lost_is_called_a_question_mark(made: Made, database: Path) -> None:
    """Every leaf of the table of names: the persons are there, and the case can be taken in again."""
    with opened(made, database) as salvage:
        salvage.look(lambda _done, _total: None)
        leaves = salvage._layout.leaves["name"]
        assert leaves
    spoil(database, [page - 1 for page in leaves])
    found = read(made, database)
    assert honest(made, found) == []
    for one in found.values():
        assert one.case is not None
        assert {name.family for person in one.case.persons for name in person.names} == {"?"}
        assert list(problems(one.case)) == []


def test_the_first_page_lost_and_the_library_opens_nothing(made: Made, database: Path) -> None:
    spoil(database, [0])
    found = read(made, database)
    assert len(honest(made, found)) == len(made.truth)


def test_the_list_of_tables_lost_too(made: Made, database: Path) -> None:
    """Every page that says where a table begins: they were made first, between the first pages of the tables."""
    with CaseFile.open(database.parent, PASSPHRASE) as file, file.session() as session:
        roots = {root for (root,) in session.execute(text("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0"))}
    list_of_tables = [page for page in range(1, max(roots)) if page not in roots]
    assert len(list_of_tables) > 5
    spoil(database, [page - 1 for page in list_of_tables])
    found = read(made, database)
    honest(made, found)
    assert sum(one.case is not None and not one.lost for one in found.values()) == len(made.truth)


def test_zeros_in_the_middle(made: Made, database: Path) -> None:
    data = bytearray(database.read_bytes())
    begin = len(data) // 2 // PAGE * PAGE
    data[begin : begin + 60 * PAGE] = bytes(60 * PAGE)
    database.write_bytes(data)
    with opened(made, database) as salvage:
        found = {one.code: one for one in map(salvage.case, salvage.look(lambda _done, _total: None))}
        assert salvage.lost_pages == 60
    assert set(found) == set(made.truth)
    honest(made, found)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_the_end_cut_off(made: Made, database: Path, share: float) -> None:
    size = database.stat().st_size
    with database.open("r+b") as stream:
        stream.truncate(int(size * share))
    with opened(made, database) as salvage:
        found = {one.code: one for one in map(salvage.case, salvage.look(lambda _done, _total: None))}
        missing = size // PAGE - int(size * share) // PAGE
        assert salvage.lost_pages == missing, "the header says how many there were"
    assert set(found) == set(made.truth)
    honest(made, found)


def test_a_paper_with_one_bit_changed_is_not_given_out(made: Made, database: Path) -> None:
    pages = database.stat().st_size // PAGE
    spoil(database, [pages - 40])  # the papers came last
    with opened(made, database) as salvage:
        found = {one.code: one for one in map(salvage.case, salvage.look(lambda _done, _total: None))}
        ((digest, number),) = found[made.code].files.items()
        assert salvage.file(number, digest) is None
    assert len(honest(made, found)) == len(made.truth)


def left_behind(made: Made, tmp_path: Path) -> Path:
    """The folder as a crash leaves it, after a case was taken out: the log has what the database has not yet."""
    path = Path(shutil.copytree(made.path, tmp_path / "open.hrd"))
    with CaseFile.open(path, PASSPHRASE) as file:
        with file.session() as session:
            cases.delete(session, made.code)
        left = tmp_path / "left.hrd"
        shutil.copytree(path, left)
    return left


def test_what_is_only_in_the_log_is_read_too(made: Made, tmp_path: Path) -> None:
    left = left_behind(made, tmp_path)
    found = read(made, left / folder.DATABASE)
    assert set(found) == set(made.truth) - {made.code}
    assert len(honest(made, found)) == len(found)


def test_without_the_log_there_is_what_was_before(made: Made, tmp_path: Path) -> None:
    left = left_behind(made, tmp_path)
    (left / f"{folder.DATABASE}-wal").unlink()
    found = read(made, left / folder.DATABASE)
    assert len(honest(made, found)) == len(made.truth)


def test_under_another_key_nothing_is_given_out(made: Made, database: Path) -> None:
    with closing(Salvage(database, DataKey.random(), database.read_bytes()[:16])) as salvage:
        assert salvage.look(lambda _done, _total: None) == []
        assert salvage.lost_pages == salvage.pages
