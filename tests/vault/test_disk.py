"""Files that are private, whole, and on the disk before anybody is told so."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from hrd_desktop.vault import disk

posix = pytest.mark.skipif(os.name != "posix", reason="of POSIX")


class Calls:
    """What was asked of the system, in order, while really doing it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[str] = []
        self.refuse_folder_sync = 0
        self.fsync, self.replace = os.fsync, os.replace
        monkeypatch.setattr(os, "fsync", self._fsync)
        monkeypatch.setattr(os, "replace", self._replace)

    def _fsync(self, handle: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        self.made.append("sync folder" if is_folder else "sync file")
        if is_folder and self.refuse_folder_sync:
            raise OSError(self.refuse_folder_sync, "refused")
        self.fsync(handle)

    def _replace(self, source: Path, target: Path) -> None:
        self.made.append("replace")
        self.replace(source, target)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    return Calls(monkeypatch)


@posix
def test_flushed_before_and_after_it_takes_the_place(tmp_path: Path, calls: Calls) -> None:
    place = tmp_path / "keys.json"
    place.write_bytes(b"old")
    disk.replace(place, b"new")
    assert calls.made == ["sync file", "replace", "sync folder"]
    assert place.read_bytes() == b"new"
    assert [item.name for item in tmp_path.iterdir()] == ["keys.json"]


@posix
@pytest.mark.parametrize("answer", [errno.EINVAL, errno.ENOTSUP])
def test_a_disk_that_cannot_flush_a_folder_is_not_an_error(tmp_path: Path, calls: Calls, answer: int) -> None:
    calls.refuse_folder_sync = answer
    disk.replace(tmp_path / "keys.json", b"new")
    assert calls.made[-1] == "sync folder"


@posix
def test_a_disk_that_fails_to_flush_is(tmp_path: Path, calls: Calls) -> None:
    calls.refuse_folder_sync = errno.EIO
    with pytest.raises(OSError, match="refused"):
        disk.replace(tmp_path / "keys.json", b"new")


def test_a_place_that_cannot_be_taken_keeps_what_it_has(tmp_path: Path) -> None:
    place = tmp_path / "keys.json"
    (place / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="keys"):
        disk.replace(place, b"new")
    assert [item.name for item in tmp_path.iterdir()] == ["keys.json"]


def test_a_new_file_is_never_put_over_another(tmp_path: Path) -> None:
    disk.write_new(tmp_path / "keys.json", b"first")
    with pytest.raises(FileExistsError):
        disk.write_new(tmp_path / "keys.json", b"second")
    assert (tmp_path / "keys.json").read_bytes() == b"first"


@posix
def test_modes_are_given_when_a_file_is_made_and_never_set_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick formatted for Windows answers chmod with an error."""

    def refused(*_arguments: object, **_more: object) -> None:
        raise PermissionError(errno.EPERM, "no modes here")

    for name in ("chmod", "fchmod", "lchmod"):
        monkeypatch.setattr(os, name, refused, raising=False)
    folder = tmp_path / "new.hrd"
    disk.make_folder(folder)
    disk.write_new(folder / "cases.db", b"")
    disk.replace(folder / "keys.json", b"x")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(item.stat().st_mode) for item in folder.iterdir()} == {0o600}


@posix
def test_on_windows_no_folder_is_flushed(tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    disk.replace(tmp_path / "keys.json", b"new")
    assert calls.made == ["sync file", "replace"]


@posix
def test_on_a_mac_the_drive_is_asked_to_flush_its_own_memory(
    tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    asked: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _handle, command: asked.append(command))
    disk.write_new(tmp_path / "one", b"x")
    assert (asked, calls.made) == ([51], [])

    def unknown(_handle: int, _command: int) -> None:
        raise OSError(errno.ENOTSUP, "not on this file system")

    monkeypatch.setattr(fcntl, "fcntl", unknown)
    disk.write_new(tmp_path / "two", b"x")
    assert calls.made == ["sync file"]
