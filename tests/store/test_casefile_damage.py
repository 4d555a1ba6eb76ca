"""Damaged databases: nothing altered is ever given out as good."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from hrd_desktop.errors import Damaged, DatabaseDamaged, KeysDamaged, PairMismatch
from hrd_desktop.store import folder
from tests.store.casefile_parts import create, flip, read, reopen, write

PAGE = 4096


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case file of a dozen pages."""
    path = tmp_path_factory.mktemp("made") / "made.hrd"
    with create(path) as file:
        write(file, *(f"{number} " + "w" * 1500 for number in range(22)))
        with file.session() as session:
            session.execute(text("CREATE TABLE apart (id INTEGER PRIMARY KEY, body TEXT)"))
            session.execute(text("INSERT INTO apart (body) VALUES ('untouched')"))
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "office.hrd"))


def pages(path: Path) -> int:
    return (path / folder.DATABASE).stat().st_size // PAGE


def test_one_bit_in_any_page_is_found(path: Path) -> None:
    database = path / folder.DATABASE
    sound = database.read_bytes()
    assert pages(path) >= 10
    with reopen(path) as file:
        file.verify(False)
    where = random.Random(2026)
    for page in range(pages(path)):
        offset = page * PAGE + where.randrange(16 if page == 0 else 0, PAGE)
        flip(database, offset)
        with pytest.raises(DatabaseDamaged), reopen(path) as file:
            file.verify(False)
        database.write_bytes(sound)
    with reopen(path) as file:
        file.verify(True)


def test_the_first_bytes_are_checked_against_the_keys(path: Path) -> None:
    flip(path / folder.DATABASE, 3)
    with pytest.raises(PairMismatch):
        reopen(path)


def test_a_damaged_first_page_is_not_taken_for_a_wrong_passphrase(path: Path) -> None:
    flip(path / folder.DATABASE, 2000)
    with pytest.raises(DatabaseDamaged):
        reopen(path)


@pytest.mark.parametrize("left", [1, 5])
def test_a_database_that_was_cut_off(path: Path, left: int) -> None:
    database = path / folder.DATABASE
    database.write_bytes(database.read_bytes()[: left * PAGE])
    with pytest.raises(DatabaseDamaged), reopen(path) as file:
        file.verify(False)


def test_two_pages_exchanged(path: Path) -> None:
    """Each page is sound by itself; its place is authenticated too."""
    database = path / folder.DATABASE
    data = database.read_bytes()
    third, fourth = data[3 * PAGE : 4 * PAGE], data[4 * PAGE : 5 * PAGE]
    database.write_bytes(data[: 3 * PAGE] + fourth + third + data[5 * PAGE :])
    with pytest.raises(DatabaseDamaged), reopen(path) as file:
        file.verify(False)


def test_a_damaged_page_met_while_reading(path: Path) -> None:
    """Found only when it is asked for; what lies elsewhere can still be read, and saved elsewhere."""
    flip(path / folder.DATABASE, 6 * PAGE + 100)
    with reopen(path) as file:
        with pytest.raises(DatabaseDamaged) as caught:
            read(file)
        assert caught.value.facts["path"] == str(path)
        with file.session() as session:
            assert session.scalar(text("SELECT body FROM apart")) == "untouched"


def test_verify_says_what_is_wrong_without_quoting_anything(path: Path) -> None:
    flip(path / folder.DATABASE, 6 * PAGE + 100)
    with reopen(path) as file, pytest.raises(DatabaseDamaged) as caught:
        file.verify(True)
    assert caught.value.facts["found"] == "HMAC verification failed for page 7"


def test_full_verification_follows_references(path: Path) -> None:
    with reopen(path) as file:
        with file.session() as session:
            session.execute(text("CREATE TABLE child (note INTEGER REFERENCES note (id))"))
        with file._open_engine().connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("INSERT INTO child VALUES (999)")
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        file.verify(False)
        with pytest.raises(DatabaseDamaged) as caught:
            file.verify(True)
        assert caught.value.facts["found"] == "child"


def test_verify_reads_the_keys_on_the_disk_too(path: Path) -> None:
    with reopen(path) as file:
        flip(path / folder.KEYS, 1)
        with pytest.raises(KeysDamaged):
            file.verify(False)
        (path / folder.KEYS).unlink()
        with pytest.raises(Damaged):
            file.verify(False)
