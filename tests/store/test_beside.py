"""Connections that read beside the one that works."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from hrd_desktop.errors import Cancelled, Locked, NotWritable
from hrd_desktop.store import remembered
from hrd_desktop.store.casefile import CaseFile

PASSPHRASE = "a quiet boat with four machines"
FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    with CaseFile.create(tmp_path / "office.hrd", PASSPHRASE, calibrate=False) as made:
        yield made


def test_somebody_writes_while_another_reads_one_state(file: CaseFile) -> None:
    with file.beside() as connection:
        connection.execute("BEGIN")
        assert connection.execute("SELECT count(*) FROM preference").fetchone() == (0,)
        with file.session() as session:
            remembered.keep(session, "colour", "red")
        assert connection.execute("SELECT count(*) FROM preference").fetchone() == (0,)
        connection.execute("COMMIT")
        assert connection.execute("SELECT count(*) FROM preference").fetchone() == (1,)


def test_it_reads_and_never_writes(file: CaseFile) -> None:
    with pytest.raises(NotWritable), file.beside() as connection:
        connection.execute("DELETE FROM preference")


def test_locking_ends_what_would_go_on_for_ever(file: CaseFile) -> None:
    ended: list[BaseException] = []
    begun = threading.Event()

    def read() -> None:
        try:
            with file.beside() as connection:
                begun.set()
                connection.execute(FOREVER).fetchone()
        except Cancelled as error:
            ended.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    assert begun.wait(10)
    file.lock()
    thread.join(10)
    assert not thread.is_alive()
    assert len(ended) == 1


def test_whoever_asked_may_stop_it(file: CaseFile) -> None:
    with pytest.raises(Cancelled), file.beside(lambda: True) as connection:
        connection.execute(FOREVER).fetchone()
    with file.session() as session:
        assert session.scalar(text("SELECT 1")) == 1


def test_of_a_locked_file_there_is_none(file: CaseFile) -> None:
    file.lock()
    with pytest.raises((Cancelled, Locked)), file.beside():
        pass


def test_what_is_remembered_is_replaced_and_forgotten(file: CaseFile) -> None:
    with file.session() as session:
        assert remembered.load(session, "colour") is None
        remembered.keep(session, "colour", {"name": "rouge", "n": 1})
        remembered.keep(session, "colour", {"name": "bleu", "n": 2})
    with file.session() as session:
        assert remembered.load(session, "colour") == {"name": "bleu", "n": 2}
        remembered.keep(session, "colour", None)
        assert remembered.load(session, "colour") is None
