"""A disk with too little room for all backups: fewer old ones, the newest always, and room left for the work."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from hrd_desktop.errors import NotEnoughSpace
from hrd_desktop.services import backup_folder, backups
from hrd_desktop.store import copying
from hrd_desktop.store.casefile import CaseFile
from tests.backups.conftest import AT

HOUR = timedelta(hours=1)


class Disk:
    """A disk of so many bytes on which nothing but these folders lies."""

    def __init__(self, size: int, *folders: Path) -> None:
        self.size, self.folders = size, folders

    def free(self, _place: Path) -> int:
        files = [path for folder in self.folders for path in folder.rglob("*") if path.is_file()]
        return max(0, self.size - sum(path.stat().st_size for path in files))


@pytest.fixture
def twelve(file: CaseFile) -> list[backups.Backup]:
    """Twelve backups, one an hour, the oldest first."""
    return [backups.back_up(file, at=AT - n * HOUR).own for n in range(12, 0, -1)]


def on(monkeypatch: pytest.MonkeyPatch, disk: Disk) -> None:
    for module in (copying, backup_folder):
        monkeypatch.setattr(module, "free_bytes", disk.free)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_older_ones_go_before_a_new_one_is_refused(
    file: CaseFile, twelve: list[backups.Backup], own_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = twelve[0].bytes
    on(monkeypatch, Disk(12 * one + backups.RESERVE, own_place))
    done = backups.back_up(file, at=AT)
    assert done.own.path.exists()
    assert done.thinned >= 2
    stay = left(done.own.path.parent)
    assert twelve[-1].path.name in stay
    assert len(stay) == 12 + 1 - done.thinned


def test_while_there_is_room_none_goes_early(
    file: CaseFile, twelve: list[backups.Backup], own_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, Disk(20 * twelve[0].bytes + backups.RESERVE, own_place))
    assert backups.back_up(file, at=AT).thinned == 0


def test_where_that_would_not_do_none_goes(
    file: CaseFile, twelve: list[backups.Backup], own_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full of something else: it is told, and what is there stays."""
    before = left(twelve[0].path.parent)
    on(monkeypatch, Disk(12 * twelve[0].bytes + backups.RESERVE // 2, own_place))
    with pytest.raises(NotEnoughSpace):
        backups.back_up(file, at=AT)
    assert left(twelve[0].path.parent) == before


def test_so_much_stays_free_that_the_work_can_go_on(
    file: CaseFile, own_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = sum(path.stat().st_size for path in file.path.iterdir())
    on(monkeypatch, Disk(2 * size + backups.RESERVE // 2, own_place))
    with pytest.raises(NotEnoughSpace):
        backups.back_up(file, at=AT)
    assert backups.make(file, own_place, at=AT).path.exists()


def test_on_the_second_disk_older_ones_go_too(
    file: CaseFile, tmp_path: Path, own_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    backups.set_second_place(file, tmp_path / "stick")
    before = [backups.back_up(file, at=AT - n * HOUR).own for n in range(6, 0, -1)]
    one = before[0].bytes
    stick, rest = Disk(6 * one + copying.SPARE, tmp_path / "stick"), Disk(1 << 40, own_place)
    for module in (copying, backup_folder):
        free = lambda place: (stick if "stick" in place.parts else rest).free(place)  # noqa: E731
        monkeypatch.setattr(module, "free_bytes", free)
    done = backups.back_up(file, at=AT)
    assert done.second is not None
    assert done.thinned > 0
    assert len(left(done.own.path.parent)) == 7
    assert len(left(done.second.path.parent)) == 7 - done.thinned
