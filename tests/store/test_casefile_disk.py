"""Disks that are full and folders that may not be written: refused in words, nothing half-made left behind."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from hrd_desktop.errors import BadPassphrase, DiskFull, FolderMissing, HrdError, WeakPassphrase
from hrd_desktop.store import folder, room
from hrd_desktop.store.casefile import CaseFile
from tests.small_disk import filled, mounted
from tests.store.casefile_parts import PASSPHRASE, answer, create, prepare, read, reopen, write

OTHER = "a glass bell under the snow"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 512 KiB."""
    with mounted(tmp_path / "small", 512) as place:
        yield place


def fill(file: CaseFile) -> int:
    """Commit until the disk is full; how many commits were acknowledged."""
    for number in range(1000):
        try:
            write(file, "z" * 9000)
        except DiskFull:
            return number
    raise AssertionError("the disk took everything")


def test_a_full_disk_refuses_and_keeps_what_was_saved(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"b" * 200_000)
    with create(small_disk / "office.hrd") as file:
        saved = fill(file)
        assert saved > 3
        assert len(read(file)) == saved
        with pytest.raises(DiskFull), file.session() as session:
            session.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": "z" * 300_000})
    with reopen(file.path) as file:
        assert len(read(file)) == saved
        ballast.unlink()
        file.verify(True)
        write(file, "there is room again")


def left_by_a_crash(path: Path, *ends: str) -> None:
    """Put back beside the database what stood there while it was open and just written to."""
    with reopen(path) as file:
        write(file, "typed last")
        kept = {end: (path / f"{folder.DATABASE}{end}").read_bytes() for end in ends}
    for end, data in kept.items():
        (path / f"{folder.DATABASE}{end}").write_bytes(data)


@pytest.mark.parametrize("left", [(), ("-wal",), ("-wal", "-shm")])
def test_a_case_file_on_a_full_disk_is_read_until_there_is_room(small_disk: Path, left: tuple[str, ...]) -> None:
    path = small_disk / "office.hrd"
    with create(path) as file:
        write(file, "before")
    left_by_a_crash(path, *left)
    ballast = filled(small_disk)
    before = {item.name for item in path.iterdir()}
    with reopen(path) as file:
        assert file.reads_only
        assert not file.stays_here
        assert read(file) == ["before", "typed last"]
        with pytest.raises(DiskFull):
            write(file, "no room")
        with file.beside() as beside, file.still() as still:
            assert beside.execute("SELECT count(*) FROM note").fetchone() == (2,)
            assert still.read(0, still.size) == (path / folder.DATABASE).read_bytes()
        assert {item.name for item in path.iterdir()} <= before
        ballast.unlink()
        with file.beside():
            assert read(file) == ["before", "typed last"]
            assert file.reads_only, "somebody reads beside"
        write(file, "room again")
        assert not file.reads_only
    with reopen(path) as file:
        assert read(file) == ["before", "typed last", "room again"]
        file.verify(True)


def test_what_does_not_fit_into_the_database_is_read_where_it_is(small_disk: Path) -> None:
    path = small_disk / "office.hrd"
    with create(path) as file:
        for _ in range(5):
            write(file, "z" * 9000)
        ballast = filled(small_disk)
    assert (path / f"{folder.DATABASE}-wal").stat().st_size > 0
    with reopen(path) as file:
        assert file.stays_here
        assert len(read(file)) == 5
        with pytest.raises(DiskFull):
            write(file, "no room")
        with pytest.raises(DiskFull), file.still():
            raise AssertionError("it could not be put into the database")
    ballast.unlink()
    with reopen(path) as file:
        assert not file.reads_only
        assert len(read(file)) == 5
        file.verify(True)


def test_a_full_disk_takes_no_new_case_file_and_keeps_the_passphrase(small_disk: Path) -> None:
    with create(small_disk / "office.hrd") as file:
        ballast = filled(small_disk)
        with pytest.raises(DiskFull):
            create(small_disk / "second.hrd")
        with pytest.raises(DiskFull):
            file.change_passphrase(PASSPHRASE, OTHER, calibrate=False)
        assert {item.name for item in small_disk.iterdir()} == {"office.hrd", "ballast"}
        assert not [item.name for item in file.path.iterdir() if item.name.startswith(".")]
        ballast.unlink()
    reopen(file.path).lock()


@pytest.mark.skipif(os.name != "posix", reason="limits on file size are of POSIX")
@pytest.mark.parametrize("most", [0, 100])
def test_a_file_that_may_not_grow_is_a_full_disk(tmp_path: Path, most: int) -> None:
    assert answer("limited", tmp_path / "office.hrd", str(most)) == "DiskFull"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="limits on file size are of POSIX")
def test_a_database_that_may_not_grow_leaves_nothing(tmp_path: Path) -> None:
    assert answer("limited", tmp_path / "office.hrd", "6000") in {"DiskFull", "DiskFailed"}
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def others_folder() -> Iterator[Path]:
    """A folder that a user without rights can reach but not write."""
    if os.name != "posix":
        pytest.skip("file modes are of POSIX")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o555)
        yield place
        place.chmod(0o755)


def test_a_folder_that_may_not_be_written_takes_no_case_file(others_folder: Path) -> None:
    assert answer("powerless", others_folder / "office.hrd", "make") == "NotWritable"
    assert list(others_folder.iterdir()) == []


@pytest.mark.parametrize("locked_before", [True, False])
def test_a_case_file_that_may_not_be_written_is_not_opened(others_folder: Path, locked_before: bool) -> None:
    others_folder.chmod(0o755)
    path = others_folder / "office.hrd"
    create(path).lock()
    if not locked_before:
        (path / folder.LOCK).unlink()
    if os.geteuid() == 0:
        for item in [path, *path.iterdir()]:
            os.chown(item, 65534, 65534)
    path.chmod(0o500)
    assert answer("powerless", path, "open") == "NotWritable"
    path.chmod(0o700)
    reopen(path).lock()


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        create(tmp_path / "absent" / "office.hrd")


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, DiskFull])
def test_a_failure_while_making_leaves_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    def fail(engine: Engine, database: Path) -> None:
        prepare(engine, database)
        raise error

    with pytest.raises(error):
        CaseFile.create(tmp_path / "office.hrd", PASSPHRASE, calibrate=False, prepare=fail)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("phrase", "refusal"), [("short", WeakPassphrase), ("bell \a in the middle", BadPassphrase)])
def test_a_passphrase_that_will_not_do_leaves_nothing(tmp_path: Path, phrase: str, refusal: type[HrdError]) -> None:
    with pytest.raises(refusal):
        CaseFile.create(tmp_path / "office.hrd", phrase, calibrate=False)
    assert list(tmp_path.iterdir()) == []


def test_reading_goes_on_where_the_disk_does_not_answer_for_its_room(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_disk / "office.hrd"
    with create(path) as file:
        write(file, "before")
    filled(small_disk)

    def gone(_: Path) -> bool:
        raise FileNotFoundError

    with reopen(path) as file:
        monkeypatch.setattr(room, "has_room", gone)
        assert read(file) == ["before"]


def test_a_place_that_tells_neither_size_nor_room_is_not_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "office.hrd"
    create(path).lock()
    nothing = shutil.disk_usage(tmp_path)._replace(total=0, used=0, free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: nothing)
    with reopen(path) as file:
        write(file, "saved")
        assert read(file) == ["saved"]
