"""Backups that make themselves: when they are due, at locking, at leaving, and when the second disk comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hrd_desktop.gui.backup_keeper import BackupKeeper
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import backups, cases, files
from hrd_desktop.services.files import CaseFile
from tests.gui.conftest import DAY, PASSPHRASE

NOON = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)


class Time:
    """A clock that is told."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def keeper(tasks: Tasks, time: Time) -> BackupKeeper:
    return BackupKeeper(tasks, time)


def change(file: CaseFile, number: int = 1) -> None:
    cases.new_case(file, f"HRD-2026-{number:04d}", alias=None, name="Somebody", on=DAY)


def made(file: CaseFile) -> list[datetime]:
    return [one.made_at for one in backups.found(backups.file_id_of(file))]


def settle(tasks: Tasks, qtbot) -> None:
    """Until nothing is under way."""
    qtbot.waitUntil(lambda: not tasks._tasks, timeout=10_000)


def test_half_an_hour_after_a_change_there_is_one(
    keeper: BackupKeeper, empty_file: CaseFile, tasks: Tasks, time: Time, qtbot
) -> None:
    keeper.begin(empty_file, "RO")
    backups.back_up(empty_file, at=NOON - timedelta(minutes=1))
    change(empty_file)
    keeper.look()
    settle(tasks, qtbot)
    time.at += timedelta(minutes=29)
    keeper.look()
    settle(tasks, qtbot)
    assert len(made(empty_file)) == 1
    time.at += timedelta(minutes=1)
    with qtbot.waitSignal(keeper.ended, timeout=10_000):
        keeper.look()
    assert made(empty_file)[0] == time.at
    time.at += timedelta(hours=5)
    keeper.look()
    settle(tasks, qtbot)
    assert len(made(empty_file)) == 2, "nothing was changed since"


def test_what_was_left_without_one_waits_no_longer(
    keeper: BackupKeeper, empty_file: CaseFile, tasks: Tasks, qtbot
) -> None:
    change(empty_file)
    keeper.begin(empty_file, "")
    with qtbot.waitSignal(keeper.ended, timeout=10_000):
        keeper.look_first()
    assert made(empty_file) == [NOON]


def test_locking_makes_the_last_one_before_the_key_goes(
    keeper: BackupKeeper, empty_file: CaseFile, tasks: Tasks, qtbot
) -> None:
    keeper.begin(empty_file, "RO")
    change(empty_file)
    file_id = backups.file_id_of(empty_file)
    with qtbot.waitSignals([keeper.last_began, keeper.last_ended], timeout=10_000):
        keeper.end(at_once=False)
        assert keeper.closing
        tasks.database(files.lock, empty_file, owner=keeper)
    settle(tasks, qtbot)
    (one,) = backups.found(file_id)
    assert backups.inspect(one.path, PASSPHRASE).cases == 1


def test_nothing_changed_needs_no_last_one_and_nobody_is_told(
    keeper: BackupKeeper, empty_file: CaseFile, tasks: Tasks, qtbot
) -> None:
    keeper.begin(empty_file, "RO")
    change(empty_file)
    backups.back_up(empty_file, at=NOON)
    told: list[bool] = []
    keeper.last_began.connect(lambda: told.append(True))
    with qtbot.waitSignal(keeper.last_ended, timeout=10_000):
        keeper.end(at_once=False)
    assert told == []
    assert made(empty_file) == [NOON]


def test_before_sleep_none_is_begun(keeper: BackupKeeper, empty_file: CaseFile, tasks: Tasks, qtbot) -> None:
    keeper.begin(empty_file, "RO")
    change(empty_file)
    keeper.end(at_once=True)
    assert not keeper.closing
    settle(tasks, qtbot)
    assert made(empty_file) == []


def test_one_that_fails_is_remembered_until_one_is_good(
    keeper: BackupKeeper, empty_file: CaseFile, own_backups: Path, qtbot
) -> None:
    own_backups.parent.mkdir(exist_ok=True)
    own_backups.write_text("a file where a folder should be")
    change(empty_file)
    keeper.begin(empty_file, "")
    with qtbot.waitSignal(keeper.ended, timeout=10_000):
        keeper.back_up()
    assert keeper.failure is not None
    own_backups.unlink()
    with qtbot.waitSignal(keeper.ended, timeout=10_000):
        keeper.back_up()
    assert keeper.failure is None


def test_the_second_disk_is_told_when_it_comes_and_only_then(
    keeper: BackupKeeper, empty_file: CaseFile, tasks: Tasks, tmp_path: Path, qtbot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.set_second_place(empty_file, stick)
    stick.rename(tmp_path / "away")
    seen: list[bool] = []
    keeper.disk_seen.connect(lambda: seen.append(True))
    keeper.begin(empty_file, "")
    settle(tasks, qtbot)
    assert seen == []
    (tmp_path / "away").rename(stick)
    for _ in range(3):
        keeper.look_for_disk()
        settle(tasks, qtbot)
    assert seen == [True]


def test_a_disk_that_was_here_all_along_is_not_asked_about(
    keeper: BackupKeeper, empty_file: CaseFile, tasks: Tasks, tmp_path: Path, qtbot
) -> None:
    (tmp_path / "stick").mkdir()
    backups.set_second_place(empty_file, tmp_path / "stick")
    seen: list[bool] = []
    keeper.disk_seen.connect(lambda: seen.append(True))
    keeper.begin(empty_file, "")
    settle(tasks, qtbot)
    keeper.look_for_disk()
    settle(tasks, qtbot)
    assert seen == []


def test_switched_off_nothing_is_made_by_itself(
    keeper: BackupKeeper, empty_file: CaseFile, tasks: Tasks, qtbot, time: Callable[[], datetime]
) -> None:
    keeper.automatic = False
    change(empty_file)
    keeper.begin(empty_file, "")
    keeper.end(at_once=False)
    settle(tasks, qtbot)
    assert not keeper.closing
    assert made(empty_file) == []
