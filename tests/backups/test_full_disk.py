"""Backups where the disk of the case file, and this computer's own place on it, have no room left."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrd_desktop import paths
from hrd_desktop.errors import DiskFull, OnlyOnSecondDisk
from hrd_desktop.services import backups, files
from hrd_desktop.store.casefile import CaseFile
from tests.backups.conftest import AT, PASSPHRASE
from tests.small_disk import filled, mounted


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small disk that will hold the case file and the own place for backups."""
    with mounted(tmp_path / "small", 4096) as place:
        monkeypatch.setattr(paths, "backups", lambda: place / "own")
        yield place


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def file(made: Path, disk: Path) -> Iterator[CaseFile]:
    """A case file on it, opened when it was full; the one of conftest has a disk with room."""
    path = Path(shutil.copytree(made / "office.hrd", disk / "office.hrd"))
    filled(disk)
    with files.unlock(path, PASSPHRASE) as opened:
        yield opened


def test_a_backup_is_made_on_another_disk_at_once(file: CaseFile, stick: Path) -> None:
    one = backups.make(file, stick, at=AT)
    assert backups.verify(one.path, PASSPHRASE).cases == 2


def test_a_second_place_chosen_now_takes_it_though_it_cannot_be_remembered(
    file: CaseFile, disk: Path, stick: Path
) -> None:
    with pytest.raises(DiskFull):
        backups.back_up(file, at=AT)
    backups.set_second_place(file, stick)
    assert [place.path for place in backups.places(file) if place.kind == "second"] == [stick]
    with pytest.raises(OnlyOnSecondDisk) as told:
        backups.back_up(file, at=AT)
    (one,) = backups.found(backups.file_id_of(file), [stick])
    assert str(one.path) == told.value.facts["path"]
    assert backups.verify(one.path, PASSPHRASE).cases == 2
    (disk / "ballast").unlink()
    backups.set_second_place(file, stick)
    path = file.path
    file.lock()
    with CaseFile.open(path, PASSPHRASE) as again:
        assert backups.second_folder(again) == stick


def test_what_was_chosen_on_a_full_disk_is_forgotten_with_locking(file: CaseFile, disk: Path, stick: Path) -> None:
    backups.set_second_place(file, stick)
    path = file.path
    file.lock()
    (disk / "ballast").unlink()
    with CaseFile.open(path, PASSPHRASE) as again:
        assert backups.second_folder(again) is None


def test_nothing_older_goes_for_a_backup_that_cannot_be_made(
    file: CaseFile, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.set_second_place(file, stick)
    made_room: list[Path] = []
    monkeypatch.setattr(backups.backup_folder, "make_room", lambda place, *_: made_room.append(place) or [])
    monkeypatch.setattr(CaseFile, "stays_here", True)
    with pytest.raises(DiskFull):
        backups.back_up(file, at=AT)
    assert made_room == []
