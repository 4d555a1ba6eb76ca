"""Making, opening, using and locking a case file."""

from __future__ import annotations

import os
import shutil
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from hrd_desktop.errors import Locked, WeakPassphrase, WrongSecret
from hrd_desktop.store import folder
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault import keys
from tests.store.casefile_parts import PASSPHRASE, create, prepare, read, reopen, write

OTHER = "a glass bell under the snow"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked case file with two notes; to be copied, not opened."""
    path = tmp_path_factory.mktemp("made") / "made.hrd"
    with create(path) as file:
        write(file, "first", "second")
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A copy for this test alone."""
    return Path(shutil.copytree(made, tmp_path / "office.hrd"))


@pytest.fixture
def file(path: Path) -> Iterator[CaseFile]:
    with reopen(path) as opened:
        yield opened


def test_what_was_committed_is_there_after_locking(path: Path) -> None:
    with reopen(path) as file:
        write(file, "third")
    with reopen(path) as file:
        assert read(file) == ["first", "second", "third"]


def test_a_locked_file_is_two_halves_and_a_lock(path: Path) -> None:
    reopen(path).lock()
    assert {item.name for item in path.iterdir()} == {folder.DATABASE, folder.KEYS, folder.LOCK}


def test_the_default_schema_is_the_program_s_own(tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "real.hrd", PASSPHRASE, calibrate=False) as file:
        report = file.verify(True)
    assert (report.cases, report.full) == (0, True)
    with CaseFile.open(tmp_path / "real.hrd", PASSPHRASE) as file, file.session() as session:
        assert session.scalar(text('SELECT count(*) FROM "case"')) == 0


@pytest.mark.skipif(os.name != "posix", reason="Windows has no file modes")
def test_only_this_user_can_read_it_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with create(tmp_path / "private.hrd") as file:
            write(file, "a note, so that the log is there")
            file.change_passphrase(PASSPHRASE, OTHER, calibrate=False)
            modes = {item.name: stat.S_IMODE(item.stat().st_mode) for item in file.path.iterdir()}
    finally:
        os.umask(before)
    assert set(modes) == {"cases.db", "cases.db-wal", "cases.db-shm", "keys.json", "cases.lock"}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o700


def test_the_database_settings(file: CaseFile) -> None:
    expected = {
        "journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "temp_store": 2,
        "cipher_page_size": "4096", "cipher_hmac_algorithm": "HMAC_SHA512", "cipher_use_hmac": "1",
    }  # fmt: skip
    with file.session() as session:
        found = {name: session.scalar(text(f"PRAGMA {name}")) for name in expected}
    assert found == expected


def test_any_sqlcipher_tool_opens_it_with_the_raw_key(path: Path) -> None:
    keyfile = folder.read_keys(path)
    key = keys.unlock(keyfile, PASSPHRASE).hex()
    connection = dbapi2.connect(str(path / folder.DATABASE))
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    assert connection.execute("SELECT body FROM note").fetchall() == [("first",), ("second",)]
    connection.close()
    assert (path / folder.DATABASE).read_bytes()[:16] == keyfile.database_salt


def test_a_session_that_fails_leaves_no_trace(file: CaseFile) -> None:
    def fail() -> None:
        with file.session() as session:
            session.execute(text("INSERT INTO note (body) VALUES ('undone')"))
            session.execute(text("CREATE TABLE undone (id)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with file.session() as session:
        assert session.scalar(text("SELECT count(*) FROM sqlite_schema WHERE name = 'undone'")) == 0
    assert read(file) == ["first", "second"]


def test_a_broken_constraint_is_not_a_damaged_disk(file: CaseFile) -> None:
    with pytest.raises(IntegrityError), file.session() as session:
        session.execute(text("INSERT INTO note (body) VALUES (NULL)"))


def test_sessions_may_come_from_different_threads(file: CaseFile) -> None:
    threads = [threading.Thread(target=write, args=(file, f"from thread {number}")) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read(file)) == 10


def test_locking_waits_for_the_session_that_runs(file: CaseFile) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def work() -> None:
        with file.session() as session:
            inside.set()
            go_on.wait()
            session.execute(text("INSERT INTO note (body) VALUES ('finished')"))

    worker, locker = threading.Thread(target=work), threading.Thread(target=file.lock)
    worker.start()
    inside.wait()
    locker.start()
    go_on.set()
    worker.join()
    locker.join()
    with reopen(file.path) as again:
        assert read(again)[-1] == "finished"


def test_once_locked_it_does_nothing_and_says_so(file: CaseFile) -> None:
    file.lock()
    file.lock()
    with pytest.raises(Locked), file.session():
        pass
    with pytest.raises(Locked):
        file.verify(False)
    with pytest.raises(Locked):
        file.change_passphrase(PASSPHRASE, OTHER)


def test_changing_the_passphrase(path: Path) -> None:
    with reopen(path) as file:
        with pytest.raises(WrongSecret):
            file.change_passphrase("not this one, though", OTHER, calibrate=False)
        with pytest.raises(WeakPassphrase):
            file.change_passphrase(PASSPHRASE, "short", calibrate=False)
        database = (path / folder.DATABASE).read_bytes()
        file.change_passphrase(PASSPHRASE, OTHER, calibrate=False)
        assert (path / folder.DATABASE).read_bytes() == database
        write(file, "still open")
    with pytest.raises(WrongSecret):
        reopen(path)
    with reopen(path, OTHER) as file:
        assert read(file) == ["first", "second", "still open"]
    assert len(folder.read_keys(path).slots) == 1


def test_verify_counts_what_it_has_read_and_says_how_far_it_is(path: Path) -> None:
    with reopen(path) as file:
        write(file, *("y" * 900 for _ in range(3000)))
        steps: list[tuple[int, int]] = []
        report = file.verify(True, lambda done, total: steps.append((done, total)))
    assert report.pages == (path / folder.DATABASE).stat().st_size // 4096
    assert {total for _, total in steps} == {2 * report.pages}
    done = [done for done, _ in steps]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, 2 * report.pages)
    assert len(done) > 5


def test_the_folder_may_be_moved_while_locked(path: Path, tmp_path: Path) -> None:
    (tmp_path / "été, 100 % à côté").mkdir()
    moved = path.rename(tmp_path / "été, 100 % à côté" / "dossier n°1.hrd")
    with reopen(moved) as file:
        assert len(read(file)) == 2


def test_preparing_is_told_the_case_file_for_its_refusals(path: Path, tmp_path: Path) -> None:
    seen: list[Path] = []

    def look(engine: Engine, case_file: Path) -> None:
        prepare(engine, case_file)
        seen.append(case_file)

    CaseFile.open(path, PASSPHRASE, prepare=look).lock()
    new = tmp_path / "new.hrd"
    CaseFile.create(new, PASSPHRASE, calibrate=False, prepare=look).lock()
    assert seen == [path, new]
