"""Killed, or with a disk that runs full, while a backup is made: what has its name is good, the file is whole."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrd_desktop.errors import DiskFull, NotEnoughSpace
from hrd_desktop.services import backups
from hrd_desktop.store import backup, cases, restore
from hrd_desktop.store.casefile import CaseFile
from tests.backups.conftest import AT, PASSPHRASE
from tests.small_disk import mounted
from tests.store.casefile_parts import ROOT
from tests.store.demo_cases import demo_case

CODE = demo_case("s1").code
ROUNDS = 6


def test_killed_at_any_moment(made: Path, tmp_path: Path) -> None:
    path = Path(shutil.copytree(made / "office.hrd", tmp_path / "office.hrd"))
    chance = random.Random(6)
    for number in range(ROUNDS):
        folder = tmp_path / f"round {number}"
        folder.mkdir()
        command = [sys.executable, "-m", "tests.backups.child", str(path), str(folder), CODE, PASSPHRASE]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            last = ""
            for _ in range(chance.randrange(1, 70)):
                last = child.stdout.readline().strip()
            child.kill()
            last = ([last, *child.stdout.read().split()])[-1]
        with CaseFile.open(path, PASSPHRASE) as file:
            file.verify(True)
            with file.session() as session:
                alias = str(cases.load(session, CODE).alias)
            assert int(alias.removeprefix("Number ")) >= int(last)
            whole = [one for one in folder.iterdir() if not one.name.startswith(".")]
            for one in whole:
                assert restore.verify(one, file).cases == 2
            made_now = backups.make(file, folder, at=AT)
            backups.rotate(folder, made_now.file_id, AT)
            assert not [one for one in folder.iterdir() if one.name.startswith(".")]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 768 KiB: less than the backup needs."""
    with mounted(tmp_path / "small", 768) as place:
        yield place


def test_a_disk_that_is_too_small_is_told_first(file: CaseFile, small_disk: Path) -> None:
    with pytest.raises(NotEnoughSpace):
        backup.make(file, small_disk / "a.hrdbackup", at=AT)
    assert list(small_disk.iterdir()) == []


def test_a_disk_that_others_fill_meanwhile(
    file: CaseFile, path: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_desktop.store.copying.free_bytes", lambda _: 1 << 40)
    with pytest.raises(DiskFull):
        backup.make(file, small_disk / "a.hrdbackup", at=AT)
    with pytest.raises(DiskFull):
        backup.copy(path, small_disk / "a.hrdbackup")
    with pytest.raises(DiskFull):
        restore.restore(path, PASSPHRASE, small_disk / "back.hrd")
    assert list(small_disk.iterdir()) == []
    file.verify(True)


@pytest.mark.parametrize(
    "name", ["what? 50%20 #1 & é ü.x", "שלום", "a;b=c", "%", "\udcff" if os.name == "posix" else "x"]
)
def test_names_that_an_address_would_read_otherwise(file: CaseFile, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    made = backups.make(file, folder / name, at=AT)
    assert backups.verify(made.path, file).cases == 2
    place, _ = backups.restore(made.path, file, folder / "back")
    assert sorted(path.name for path in folder.iterdir()) == sorted([made.path.name, place.name])
