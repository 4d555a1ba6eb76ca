"""A backup is the state at its beginning, and nobody who works meanwhile notices it."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import SetValue
from hrd_desktop.errors import (
    AlreadyExists,
    AlreadyOpen,
    BackupNotGood,
    Cancelled,
    DatabaseDamaged,
    InsideCaseFile,
    KeysDamaged,
    KeysMissing,
    Locked,
    NotEnoughSpace,
)
from hrd_desktop.store import backup, backup_file, cases, copying, edits, folder, restore, still
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.engine import connect
from hrd_desktop.vault import disk
from tests.backups.conftest import AT, PASSPHRASE
from tests.backups.parts import apart
from tests.store.casefile_parts import flip
from tests.store.demo_cases import demo_case

CODE = demo_case("s1").code


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "PIECE", 64 * 1024)


def rename(file: CaseFile, alias: str) -> None:
    with file.session() as session:
        edits.apply(session, CODE, [SetValue("case.alias", alias)], at=AT, by="VH")


def alias_in(path: Path) -> str | None:
    with CaseFile.open(path, PASSPHRASE) as file, file.session() as session:
        return cases.load(session, CODE).alias


def test_it_is_private_and_says_what_it_is(file: CaseFile, tmp_path: Path) -> None:
    made = backup.make(file, tmp_path / "a.hrdbackup", at=AT + timedelta(milliseconds=700))
    tail = backup_file.read(made.path)
    assert (tail.file_id, tail.made_at, tail.size) == (made.file_id, AT, made.path.stat().st_size)
    assert (made.cases, made.made_at, made.size) == (2, AT, tail.size)
    assert tail.keys == (file.path / folder.KEYS).read_bytes()
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.hrdbackup", "office.hrd"]


def test_nothing_of_the_contents_is_readable(file: CaseFile, tmp_path: Path) -> None:
    rename(file, "Zibeline Oranjezicht")
    data = backup.make(file, tmp_path / "a.hrdbackup", at=AT).path.read_bytes()
    assert b"Zibeline" not in data
    assert CODE.encode() not in data
    assert set(json.loads(apart(data).about)) == {"format", "version", "file_id", "made_at", "database", "keys"}


def test_what_is_still_in_the_log_is_in_the_backup(file: CaseFile, tmp_path: Path) -> None:
    rename(file, "Heron")
    assert (file.path / "cases.db-wal").stat().st_size > 0
    backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    restore.restore(tmp_path / "a.hrdbackup", PASSPHRASE, tmp_path / "back.hrd")
    assert alias_in(tmp_path / "back.hrd") == "Heron"


def test_changes_while_it_is_made_are_neither_lost_nor_in_it(file: CaseFile, tmp_path: Path) -> None:
    """At every step of it somebody saves, and tries to move the log into the file."""
    rename(file, "Before")
    seen: list[int] = []

    def working(done: int, _total: int) -> None:
        seen.append(done)
        rename(file, f"During {len(seen)}")
        if len(seen) == 5:
            assert not file.settle()

    made = backup.make(file, tmp_path / "a.hrdbackup", at=AT, progress=working)
    assert len(seen) > 10
    assert made.cases == 2
    restore.restore(made.path, PASSPHRASE, tmp_path / "back.hrd")
    assert alias_in(tmp_path / "back.hrd") == "Before"
    file.lock()
    assert alias_in(file.path) == f"During {len(seen)}"
    with CaseFile.open(file.path, PASSPHRASE) as again:
        again.verify(True)


def test_many_changes_from_another_thread(file: CaseFile, tmp_path: Path) -> None:
    begun, stop = threading.Event(), threading.Event()
    saved: list[int] = []

    def work() -> None:
        begun.wait(20)
        while not stop.is_set():
            rename(file, f"Number {len(saved)}")
            saved.append(len(saved))

    worker = threading.Thread(target=work)
    worker.start()
    for number in range(4):
        backup.make(file, tmp_path / f"{number}.hrdbackup", at=AT, progress=lambda *_: begun.set())
    stop.set()
    worker.join()
    assert len(saved) > 4
    for number in range(4):
        restore.verify(tmp_path / f"{number}.hrdbackup", PASSPHRASE)
    file.lock()
    assert alias_in(file.path) == f"Number {len(saved) - 1}"


def test_a_case_added_meanwhile_is_not_counted(file: CaseFile, tmp_path: Path) -> None:
    added: list[Case] = []

    def add(_done: int, _total: int) -> None:
        if not added:
            added.append(demo_case("s2"))
            with file.session() as session:
                cases.add(session, added)

    assert backup.make(file, tmp_path / "a.hrdbackup", at=AT, progress=add).cases == 2
    assert backup.make(file, tmp_path / "b.hrdbackup", at=AT).cases == 3


def test_progress_rises_to_its_end(file: CaseFile, tmp_path: Path) -> None:
    seen: list[int] = []
    backup.make(file, tmp_path / "a.hrdbackup", at=AT, progress=lambda done, total: seen.append(done * 1000 // total))
    assert seen == sorted(seen)
    assert seen[-1] == 1000
    assert len(set(seen)) > 10


@pytest.mark.parametrize("after", [0, 1, 5, 20, 22, 30])
def test_stopped_at_any_step_it_leaves_nothing(file: CaseFile, tmp_path: Path, after: int) -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > after

    with pytest.raises(Cancelled):
        backup.make(file, tmp_path / "a.hrdbackup", at=AT, cancelled=cancelled)
    assert [path.name for path in tmp_path.iterdir()] == ["office.hrd"]
    assert backup.make(file, tmp_path / "a.hrdbackup", at=AT).cases == 2


@pytest.mark.parametrize("stage", [0, 400, 600])
def test_locking_stops_it_and_does_not_wait_for_its_end(file: CaseFile, tmp_path: Path, stage: int) -> None:
    lockers: list[threading.Thread] = []

    def lock(done: int, _total: int) -> None:
        if done >= stage and not lockers:
            lockers.append(threading.Thread(target=file.lock))
            lockers[0].start()
            while not file._beside.ending:
                pass

    with pytest.raises(Cancelled):
        backup.make(file, tmp_path / "a.hrdbackup", at=AT, progress=lock)
    lockers[0].join(20)
    assert not lockers[0].is_alive()
    assert [path.name for path in tmp_path.iterdir()] == ["office.hrd"]
    with pytest.raises((Locked, Cancelled)):
        backup.make(file, tmp_path / "a.hrdbackup", at=AT)


def test_nothing_is_written_over_or_into_a_case_file(file: CaseFile, tmp_path: Path) -> None:
    (tmp_path / "taken.hrdbackup").touch()
    (tmp_path / "link.hrdbackup").symlink_to("nowhere")
    for name in ("taken.hrdbackup", "link.hrdbackup"):
        with pytest.raises(AlreadyExists):
            backup.make(file, tmp_path / name, at=AT)
    (tmp_path / "way").symlink_to("office.hrd")
    for place in (file.path / "a.hrdbackup", tmp_path / "way" / "a.hrdbackup"):
        with pytest.raises(InsideCaseFile):
            backup.make(file, place, at=AT)
    assert (tmp_path / "taken.hrdbackup").read_bytes() == b""


def test_a_name_taken_while_it_is_made_is_left_alone(file: CaseFile, tmp_path: Path) -> None:
    path = tmp_path / "a.hrdbackup"

    def take(_done: int, _total: int) -> None:
        path.write_text("of somebody else")

    with pytest.raises(AlreadyExists):
        backup.make(file, path, at=AT, progress=take)
    assert path.read_text() == "of somebody else"
    assert len(list(tmp_path.iterdir())) == 2


def test_too_little_room_is_said_before_anything_is_written(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (file.path / folder.DATABASE).stat().st_size
    monkeypatch.setattr(copying, "free_bytes", lambda _: size)
    with pytest.raises(NotEnoughSpace) as caught:
        backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    assert caught.value.facts["free"] == size >> 20
    assert int(caught.value.facts["needed"]) > size >> 20
    assert [path.name for path in tmp_path.iterdir()] == ["office.hrd"]


def spoil_copy(file: CaseFile, tmp_path: Path) -> None:
    """What stands in the new file before it is read back, made wrong by one bit: a failing disk."""
    (building,) = tmp_path.glob(".a.hrdbackup.*")
    flip(building, 9 * 4096 + 50)


def cut_copy(file: CaseFile, tmp_path: Path) -> None:
    (building,) = tmp_path.glob(".a.hrdbackup.*")
    os.truncate(building, building.stat().st_size - 4096)


@pytest.mark.parametrize("spoil", [spoil_copy, cut_copy])
def test_a_copy_that_does_not_read_back_is_taken_away(
    file: CaseFile, tmp_path: Path, spoil: Callable[[CaseFile, Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = disk.flush_to_disk

    def flush_badly(handle: int) -> None:
        flush(handle)
        spoil(file, tmp_path)

    monkeypatch.setattr(disk, "flush_to_disk", flush_badly)
    with pytest.raises(BackupNotGood):
        backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    assert [path.name for path in tmp_path.iterdir()] == ["office.hrd"]
    file.verify(True)


def test_a_case_file_that_is_not_sound_gives_no_backup(made: Path, tmp_path: Path) -> None:
    source = tmp_path / "office.hrd"
    source.mkdir()
    for name in (folder.DATABASE, folder.KEYS):
        (source / name).write_bytes((made / "office.hrd" / name).read_bytes())
    flip(source / folder.DATABASE, 9 * 4096 + 50)
    with CaseFile.open(source, PASSPHRASE) as file, pytest.raises(DatabaseDamaged) as caught:
        backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    assert caught.value.facts["path"] == str(source)
    assert [path.name for path in tmp_path.iterdir()] == ["office.hrd"]


def test_without_good_keys_there_is_no_backup(file: CaseFile, tmp_path: Path) -> None:
    keys = file.path / folder.KEYS
    kept = keys.read_bytes()
    keys.write_bytes(b"{}")
    with pytest.raises(KeysDamaged):
        backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    keys.unlink()
    with pytest.raises(KeysMissing):
        backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    keys.write_bytes(kept)
    assert [path.name for path in tmp_path.iterdir()] == ["office.hrd"]


def test_another_program_that_reads_keeps_the_file_from_standing_still(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database browser in the middle of reading: refused in words, because the bytes could not be trusted."""
    monkeypatch.setattr(still, "PATIENCE", 2)
    key = file.copied_key()
    other = connect(file.path / folder.DATABASE, key)
    other.execute("BEGIN")
    other.execute('SELECT count(*) FROM "case"').fetchall()
    rename(file, "Later than what the other one reads")
    with pytest.raises(AlreadyOpen):
        backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    other.close()
    assert backup.make(file, tmp_path / "a.hrdbackup", at=AT).cases == 2


def test_a_second_one_waits_for_the_first(file: CaseFile, tmp_path: Path) -> None:
    second = threading.Thread(target=lambda: backup.make(file, tmp_path / "b.hrdbackup", at=AT))

    def begin(_done: int, _total: int) -> None:
        rename(file, "While the first is made")
        if second.ident is None:
            second.start()

    backup.make(file, tmp_path / "a.hrdbackup", at=AT, progress=begin)
    second.join(20)
    assert restore.verify(tmp_path / "a.hrdbackup", PASSPHRASE).cases == 2
    assert restore.verify(tmp_path / "b.hrdbackup", PASSPHRASE).cases == 2


def test_one_that_waits_can_be_stopped(file: CaseFile, tmp_path: Path) -> None:
    stopped: list[str] = []

    def begin(_done: int, _total: int) -> None:
        if not stopped:
            with pytest.raises(Cancelled):
                backup.make(file, tmp_path / "b.hrdbackup", at=AT, cancelled=lambda: True)
            stopped.append("b")

    backup.make(file, tmp_path / "a.hrdbackup", at=AT, progress=begin)
    assert stopped == ["b"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.hrdbackup", "office.hrd"]


class Pause:
    """What the backup waits with when it must wait: says so, and ends when the test says."""

    def __init__(self) -> None:
        self.begun, self.over = threading.Event(), threading.Event()

    def wait(self, _seconds: float) -> None:
        self.begun.set()
        self.over.wait(20)


def test_a_check_that_reads_beside_is_waited_for_and_the_work_goes_on(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause = Pause()
    monkeypatch.setattr(still, "_pause", pause)
    maker = threading.Thread(target=lambda: backup.make(file, tmp_path / "a.hrdbackup", at=AT))
    with file.beside() as connection:
        connection.execute("BEGIN")
        connection.execute('SELECT count(*) FROM "case"').fetchall()
        rename(file, "Later than what the check reads")
        maker.start()
        assert pause.begun.wait(20)
        rename(file, "While the backup waits")
    pause.over.set()
    maker.join(20)
    restore.restore(tmp_path / "a.hrdbackup", PASSPHRASE, tmp_path / "back.hrd")
    assert alias_in(tmp_path / "back.hrd") == "While the backup waits"
