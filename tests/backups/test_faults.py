"""A disk that fails at any one call: nothing half-made gets a name, what was there is untouched, refused in words."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hrd_desktop.errors import DiskFailed, DiskFull, HrdError
from hrd_desktop.store import backup, copying, restore
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import wording
from tests.backups.conftest import AT, PASSPHRASE

CALLS = ("open", "read", "write", "fsync", "rename", "mkdir")


class Faulty:
    """The calls of the system for files, of which one fails; what it fails with is an argument."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.made = dict.fromkeys(CALLS, 0)

    @contextmanager
    def failing(self, name: str, at: int, code: int, *, for_good: bool = False) -> Iterator[None]:
        """Inside the block the call of that name fails, counted from 1, or it and every one after it; 0 for none."""
        with self._patch.context() as patched:
            for call in CALLS:
                patched.setattr(
                    os, call, self._counted(call, getattr(os, call), at if call == name else 0, code, for_good)
                )
            yield

    def _counted(self, name: str, real: Callable[..., Any], at: int, code: int, for_good: bool) -> Callable[..., Any]:
        self.made[name] = 0

        def call(*arguments: Any, **options: Any) -> Any:
            self.made[name] += 1
            if at and (self.made[name] == at or (for_good and self.made[name] > at)):
                raise OSError(code, os.strerror(code))
            return real(*arguments, **options)

        return call


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Faulty:
    monkeypatch.setattr(copying, "PIECE", 256 * 1024)
    return Faulty(monkeypatch)


def state(folder: Path) -> dict[str, str]:
    # The log's index is memory that is shared, not contents.
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


def told(refusal: HrdError) -> None:
    for lang in ("en", "fr"):
        assert len(wording(lang).message(refusal)) > 30


Work = Callable[[Path], object]


def every_fault(
    faulty: Faulty, work: Work, folder: Path, name: str, code: int, kinds: tuple[type[HrdError], ...]
) -> int:
    """Let the work fail at each call of that name; how many there were. The first run that is whole ends it."""
    before = state(folder)
    with faulty.failing(name, 0, code):
        work(folder / "whole")
    many = faulty.made[name]
    for made in folder.glob("whole*"):
        shutil.rmtree(made) if made.is_dir() else made.unlink()
    for number in range(1, many + 1):
        for for_good in (False, True):
            with faulty.failing(name, number, code, for_good=for_good), pytest.raises(HrdError) as caught:
                work(folder / "failed")
            assert isinstance(caught.value, kinds), (name, number)
            told(caught.value)
            left = [path.name for path in folder.glob("*failed*")]
            # A disk that refuses everything may refuse to take the temporary one away too; it never has the name.
            assert not left or (for_good and all(item.startswith(".failed.") for item in left)), (name, number)
            for path in folder.glob(".failed*"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            assert state(folder) == before, (name, number)
    return many


CODES = [(errno.EIO, (DiskFailed,)), (errno.ENOSPC, (DiskFull,))]


@pytest.mark.parametrize("name", ["open", "read", "write", "fsync", "rename"])
@pytest.mark.parametrize(("code", "kinds"), CODES, ids=["EIO", "ENOSPC"])
def test_making(
    faulty: Faulty, file: CaseFile, tmp_path: Path, name: str, code: int, kinds: tuple[type[HrdError], ...]
) -> None:
    with file.session():
        pass
    file.settle()

    def work(path: Path) -> None:
        backup.make(file, path.with_suffix(".hrdbackup"), at=AT)

    assert every_fault(faulty, work, tmp_path, name, code, kinds) >= 1
    assert backup.make(file, tmp_path / "after.hrdbackup", at=AT).cases == 2
    file.verify(True)


@pytest.mark.parametrize("name", ["open", "read", "write", "fsync", "rename"])
@pytest.mark.parametrize(("code", "kinds"), CODES, ids=["EIO", "ENOSPC"])
def test_copying_to_the_second_disk(
    faulty: Faulty, path: Path, tmp_path: Path, name: str, code: int, kinds: tuple[type[HrdError], ...]
) -> None:
    def work(target: Path) -> None:
        backup.copy(path, target.with_suffix(".hrdbackup"))

    assert every_fault(faulty, work, tmp_path, name, code, kinds) >= 1


@pytest.mark.parametrize("name", ["open", "read", "write", "fsync", "rename", "mkdir"])
@pytest.mark.parametrize(("code", "kinds"), CODES, ids=["EIO", "ENOSPC"])
def test_restoring(
    faulty: Faulty, path: Path, tmp_path: Path, name: str, code: int, kinds: tuple[type[HrdError], ...]
) -> None:
    def work(target: Path) -> None:
        restore.restore(path, PASSPHRASE, target.with_suffix(".hrd"))

    assert every_fault(faulty, work, tmp_path, name, code, kinds) >= 1


def test_a_write_that_takes_a_part_at_a_time_writes_all(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[: max(1, len(data) // 3)]))
    backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    assert restore.verify(tmp_path / "a.hrdbackup", PASSPHRASE).cases == 2


def test_reads_that_give_a_part_at_a_time_read_all(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: real(handle, size if size < 70000 else size // 2 + 1))
    backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    restore.restore(tmp_path / "a.hrdbackup", PASSPHRASE, tmp_path / "back.hrd")
    with CaseFile.open(tmp_path / "back.hrd", PASSPHRASE) as back:
        assert back.verify(True).cases == 2
