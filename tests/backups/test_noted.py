"""A backup and its note in the record: neither without the other, whoever else is writing just then."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2

from hrd_desktop.errors import AlreadyOpen
from hrd_desktop.services import backups
from hrd_desktop.store import engine
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.keeping import log_entry
from tests.backups.conftest import AT, PASSPHRASE


@pytest.fixture
def hasty(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseFile]:
    """A copy of the case file, open, of a program that waits for others a hundredth of a second."""
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0.01)
    monkeypatch.setattr(backups, "_PAUSE_SECONDS", 0.05)
    with CaseFile.open(Path(shutil.copytree(made / "office.hrd", tmp_path / "office.hrd")), PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def other(hasty: CaseFile) -> Iterator[dbapi2.Connection]:
    """Another program with the raw key."""
    with closing(engine.connect(hasty.path / "cases.db", hasty.copied_key())) as connection:
        yield connection


def actions(file: CaseFile) -> list[str]:
    with file.session() as session:
        return list(session.connection().scalars(select(log_entry.c.action).order_by(log_entry.c.pk)))


def test_another_program_that_is_just_writing_is_waited_for(
    hasty: CaseFile, other: dbapi2.Connection, tmp_path: Path
) -> None:
    let_go = threading.Timer(0.1, other.execute, ["ROLLBACK"])

    def seen(done: int, total: int) -> None:
        if done == total:  # by now it has its name
            other.execute("BEGIN IMMEDIATE")
            let_go.start()

    made = backups.make(hasty, tmp_path / "a", at=AT, progress=seen)
    let_go.join()
    assert made.path.exists()
    assert actions(hasty)[-1] == "backup"


def test_what_cannot_be_noted_at_all_does_not_leave(hasty: CaseFile, other: dbapi2.Connection, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()

    def seen(done: int, total: int) -> None:
        if done == total:
            other.execute("BEGIN IMMEDIATE")

    with pytest.raises(AlreadyOpen):
        backups.make(hasty, place, at=AT, progress=seen)
    other.execute("ROLLBACK")
    assert list(place.iterdir()) == []
    assert "backup" not in actions(hasty)
