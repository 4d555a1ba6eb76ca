"""What is not opened, and why: each refusal with its own error, and nothing changed on the disk by it."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from hrd_desktop.errors import (
    AlreadyExists,
    AlreadyOpen,
    DatabaseDamaged,
    DatabaseMissing,
    DiskFailed,
    DiskFull,
    FolderMissing,
    HrdError,
    InsideCaseFile,
    KeysDamaged,
    KeysMissing,
    NewerFormat,
    NotACaseFile,
    NotWritable,
    PairMismatch,
    PlaintextDatabase,
    WrongSecret,
)
from hrd_desktop.store import folder
from hrd_desktop.store.refusals import refusal_for
from tests.store.casefile_parts import PASSPHRASE, create, line, read, reopen, start, write


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.hrd"
    with create(path) as file:
        write(file, "one note")
    (path / folder.LOCK).unlink()
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "office.hrd"))


def change(path: Path, **members: object) -> None:
    keys = path / folder.KEYS
    keys.write_text(json.dumps({**json.loads(keys.read_text()), **members}))


def plaintext(path: Path) -> None:
    (path / folder.DATABASE).unlink()
    with sqlite3.connect(path / folder.DATABASE) as database:
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
    database.close()


def keys_of_another(path: Path) -> None:
    with create(path.with_name("another.hrd")) as other:
        shutil.copy(other.path / folder.KEYS, path / folder.KEYS)


def empty(path: Path) -> None:
    """As a synchronising program leaves a file that it could not fetch; SQLite alone would start a new database."""
    (path / folder.DATABASE).write_bytes(b"")


REFUSALS: list[tuple[str, Callable[[Path], object], type[HrdError]]] = [
    ("no folder", shutil.rmtree, NotACaseFile),
    ("a file in its place", lambda path: (shutil.rmtree(path), path.write_text("x")), NotACaseFile),
    ("an empty folder", lambda path: [item.unlink() for item in path.iterdir()], NotACaseFile),
    ("keys missing", lambda path: (path / folder.KEYS).unlink(), KeysMissing),
    ("database missing", lambda path: (path / folder.DATABASE).unlink(), DatabaseMissing),
    ("plaintext database", plaintext, PlaintextDatabase),
    ("empty database", empty, DatabaseDamaged),
    ("keys cut off", lambda path: (path / folder.KEYS).write_bytes(b'{"format": "hrd-keys", "ver'), KeysDamaged),
    ("keys empty", lambda path: (path / folder.KEYS).write_bytes(b""), KeysDamaged),
    ("keys newer", lambda path: change(path, version=3, more={}), NewerFormat),
    ("keys of another case file", keys_of_another, PairMismatch),
    ("database of another case file", lambda path: change(path, file_id="b7d1e0a4-52c9-4f3e-9b60-71c8d2a4e5f9"),
     PairMismatch),
]  # fmt: skip


def contents(path: Path) -> dict[str, bytes]:
    if not path.is_dir():
        return {}
    return {item.name: item.read_bytes() for item in path.iterdir() if item.name != folder.LOCK}


@pytest.mark.parametrize(("spoil", "refusal"), [case[1:] for case in REFUSALS], ids=[case[0] for case in REFUSALS])
def test_refused(path: Path, spoil: Callable[[Path], object], refusal: type[HrdError]) -> None:
    spoil(path)
    before = contents(path)
    with pytest.raises(HrdError) as caught:
        reopen(path)
    assert type(caught.value) is refusal
    assert caught.value.facts["path"] == str(path)
    assert contents(path) == before


def test_a_wrong_passphrase_is_refused_and_lets_go_of_the_file(path: Path) -> None:
    for _ in range(2):
        with pytest.raises(WrongSecret):
            reopen(path, "something else entirely")
    with reopen(path) as file:
        assert read(file) == ["one note"]


@pytest.mark.parametrize("spoil", [plaintext, empty])
def test_no_lock_is_left_in_a_folder_that_is_not_ours(path: Path, spoil: Callable[[Path], object]) -> None:
    spoil(path)
    with pytest.raises(HrdError):
        reopen(path)
    assert not (path / folder.LOCK).exists()


def test_open_in_another_program_until_that_dies(path: Path) -> None:
    with start("hold", path) as child:
        assert line(child) == "open"
        with pytest.raises(AlreadyOpen):
            reopen(path, "refused before any secret is looked at")
        child.kill()
    with reopen(path) as file:
        assert read(file) == ["one note"]


def test_open_in_this_program_already(path: Path) -> None:
    with reopen(path), pytest.raises(AlreadyOpen):
        reopen(path)
    reopen(path).lock()


def test_a_database_browser_that_writes_keeps_us_waiting_and_is_then_named(path: Path) -> None:
    from hrd_desktop.vault import keys

    key = keys.unlock(folder.read_keys(path), PASSPHRASE).hex()
    with reopen(path) as file:
        browser = dbapi2.connect(str(path / folder.DATABASE), isolation_level=None)
        browser.execute(f"PRAGMA key = \"x'{key}'\"")
        browser.execute("BEGIN IMMEDIATE")
        with pytest.raises(AlreadyOpen):
            write(file, "cannot be written now")
        browser.execute("ROLLBACK")
        browser.close()
        write(file, "can be written again")
        assert read(file) == ["one note", "can be written again"]


@pytest.mark.parametrize("occupy", [Path.mkdir, Path.touch, lambda path: path.symlink_to("nowhere")])
def test_nothing_is_made_over_something_else(tmp_path: Path, occupy: Callable[[Path], None]) -> None:
    occupy(tmp_path / "taken.hrd")
    with pytest.raises(AlreadyExists):
        create(tmp_path / "taken.hrd")
    assert [item.name for item in tmp_path.iterdir()] == ["taken.hrd"]


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, NotWritable),
        (errno.EACCES, NotWritable),
        (errno.ENOENT, FolderMissing),
        (errno.EIO, DiskFailed),
    ],
)
def test_what_the_system_says_in_words_a_person_can_use(number: int, refusal: type[HrdError], tmp_path: Path) -> None:
    translated = refusal_for(OSError(number, "as the system says it"), tmp_path)
    assert type(translated) is refusal
    assert translated.facts == {"path": str(tmp_path)}


def test_what_is_no_refusal_stays_what_it_is(tmp_path: Path) -> None:
    assert refusal_for(OSError(errno.EPIPE, "broken pipe"), tmp_path) is None
    with pytest.raises(dbapi2.OperationalError) as caught:
        dbapi2.connect(":memory:").execute("SELECT nonsense FROM nowhere")
    assert refusal_for(caught.value, tmp_path) is None


def test_none_is_made_inside_another(path: Path) -> None:
    before = sorted(item.name for item in path.iterdir())
    with pytest.raises(InsideCaseFile):
        create(path / "travel.hrd")
    assert sorted(item.name for item in path.iterdir()) == before
