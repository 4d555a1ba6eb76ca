"""A whole case file erased in danger: the key slots first, whatever fails later; and what is left is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrd_desktop import paths
from hrd_desktop.errors import HrdError, NotACaseFile, NotConfirmed
from hrd_desktop.services import backups, cases, files, quick_erase, remains
from hrd_desktop.store import destroying, folder
from hrd_desktop.vault import disk, shred
from hrd_desktop.wording import wording

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
PASSPHRASE = "four invented lanterns over a marsh"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This computer's place for backups, and no sticks."""
    monkeypatch.setattr(paths, "backups", lambda: tmp_path / "own")
    monkeypatch.setattr(quick_erase, "_sticks", lambda _path: [tmp_path / "stick"])
    return tmp_path / "own"


@pytest.fixture
def path(tmp_path: Path, five_cases) -> Path:
    """A case file with a backup on this computer, one on a stick, a copy from before an update, and leftovers."""
    path = five_cases.copy(tmp_path / "desk" / "Cases.hrd")
    with files.unlock(path, PASSPHRASE) as file:
        (tmp_path / "stick").mkdir()
        backups.set_second_place(file, tmp_path / "stick")
        backups.back_up(file, at=AT)
    shutil.copytree(path, path.with_name("Cases (before update).hrd"))
    half = path.with_name(".Cases.hrd.0123abcd")
    half.mkdir()
    shutil.copy(path / folder.KEYS, half)
    shutil.copy(path / folder.KEYS, path / ".keys.json.89abcdef")
    return path


def slots(under: Path) -> list[Path]:
    """Every file in which key slots can still be found."""
    return sorted(
        one for one in under.rglob("*") if one.is_file() and not one.is_symlink() and b'"slots"' in one.read_bytes()
    )


def opens(path: Path) -> bool:
    try:
        files.unlock(path, PASSPHRASE).lock()
    except HrdError:
        return False
    return True


def test_everything_within_reach_goes(path, tmp_path):
    assert opens(path)
    assert len(slots(tmp_path)) == 6
    reach = quick_erase.reach(path)
    assert (len(reach.backups), len(reach.copies), reach.others) == (2, 2, ())
    done = quick_erase.erase_file(path, "ERASE")
    assert (done.keys_gone, done.backups, done.left) == (True, 2, [])
    assert slots(tmp_path) == []
    assert not path.exists()
    assert list((tmp_path / "desk").iterdir()) == []
    assert not list(tmp_path.rglob("*.hrdbackup"))


def test_it_works_on_an_open_file_and_locks_it(path, tmp_path):
    file = files.unlock(path, PASSPHRASE)
    done = quick_erase.erase_file(path, "erase", file=file)
    assert done.left == []
    assert slots(tmp_path) == []
    with pytest.raises(HrdError):
        cases.list_cases(file, cases.CaseloadQuery())


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: (path / folder.KEYS).write_bytes(b'{"format": "hrd-keys", "slots"'),
        lambda path: (path / folder.KEYS).unlink(),
        lambda path: (path / folder.DATABASE).write_bytes(b"\x00" * 9000),
        lambda path: (path / folder.DATABASE).unlink(),
        lambda path: (path / folder.KEYS).chmod(0o400),
        lambda path: (path / folder.LOCK).write_bytes(b""),
    ],
    ids=["keys torn", "keys missing", "database damaged", "database missing", "keys read-only", "lock left over"],
)
def test_a_damaged_file_is_no_obstacle(path, tmp_path, harm):
    harm(path)
    done = quick_erase.erase_file(path, "EFFACER")
    assert done.left == []
    assert slots(tmp_path) == []
    assert not path.exists()


@pytest.mark.parametrize("typed", ["", "erase it", "oui", "ERASER"])
def test_only_the_word_lets_it_go(path, tmp_path, typed):
    before = slots(tmp_path)
    with pytest.raises(NotConfirmed):
        quick_erase.erase_file(path, typed)
    assert slots(tmp_path) == before
    assert opens(path)


@pytest.mark.parametrize("there", ["nothing", "a folder of somebody's"])
def test_what_is_no_case_file_is_left_alone(tmp_path, there):
    folder_of_somebody = tmp_path / there
    if there != "nothing":
        folder_of_somebody.mkdir()
        (folder_of_somebody / "letter.txt").write_text("dear")
    with pytest.raises(NotACaseFile):
        quick_erase.erase_file(folder_of_somebody, "ERASE")
    assert there == "nothing" or (folder_of_somebody / "letter.txt").exists()


def test_files_that_are_not_ours_stay(path):
    (path / "letter.txt").write_text("dear")
    done = quick_erase.erase_file(path, "ERASE")
    assert [(one.kind, one.path) for one in done.left] == [("folder", path)]
    assert [one.name for one in path.iterdir()] == ["letter.txt"]


def test_other_case_files_and_their_backups_stay(path, tmp_path, own):
    other = path.with_name("Other.hrd")
    with files.create(other, PASSPHRASE, calibrate=False) as file:
        backups.back_up(file, at=AT)
        kept = backups.found(backups.file_id_of(file))
    on_stick = tmp_path / "stick" / "somebody.hrdbackup"
    shutil.copy(kept[0].path, on_stick)
    quick_erase.erase_file(path, "ERASE")
    assert opens(other)
    assert [one.path.exists() for one in kept] == [True]
    assert on_stick.exists()


def test_a_copy_made_by_hand_stays_and_is_named(path):
    copy = path.with_name("Mine.hrd")
    shutil.copytree(path, copy)
    reach = quick_erase.reach(path)
    assert reach.others == (copy,)
    assert any(str(copy) in line for line in remains.before_file(reach, wording("en")))
    quick_erase.erase_file(path, "ERASE")
    assert opens(copy)


def test_a_backup_under_another_name_on_a_stick_is_found(path, tmp_path, own):
    (one,) = own.rglob("*.hrdbackup")
    for place in ("renamed.hrdbackup", "deep/renamed.hrdbackup"):
        target = tmp_path / "stick" / place
        target.parent.mkdir(exist_ok=True)
        shutil.copy(one, target)
    assert quick_erase.erase_file(path, "ERASE").backups == 4
    assert slots(tmp_path) == []


def test_the_slots_of_a_large_file_go_in_a_moment(path, monkeypatch):
    """No clock in a test that must hold anywhere: what is counted is what is written before the last slot is gone."""
    with (path / folder.DATABASE).open("r+b") as stream:
        stream.truncate(1 << 30)  # one gigabyte that takes no room
    written, order = [0], []
    real = shred.overwrite

    def counted(one: Path, *, first: int | None = None, last: int = 0) -> None:
        size = one.stat().st_size
        written[0] += size if first is None else min(size, first + last)
        order.append((one.name.lstrip(".").split(".")[0], written[0]))
        real(one, first=first, last=last)

    monkeypatch.setattr(shred, "overwrite", counted)
    quick_erase.erase_file(path, "ERASE")
    assert order[0][0] == "keys"
    assert [name for name, _ in order].index("cases") >= len([name for name, _ in order if name == "keys"])
    slots_done = next(total for name, total in order if name == "cases")
    assert slots_done < 8 << 20


# Whatever fails


class _Failing:
    """Lets the calls through to the disk until one of them, which fails; from then on all of that kind may."""

    def __init__(self, at: int, lasting: bool) -> None:
        self.at, self.lasting, self.calls = at, lasting, 0
        self.failed: list[str] = []

    def wrap(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def called(*args: object, **more: object) -> object:
            self.calls += 1
            if self.calls == self.at or (self.lasting and self.calls > self.at):
                self.failed.append(name)
                raise OSError(5, "the disk failed")
            return real(*args, **more)

        return called


@contextmanager
def _calls(monkeypatch: pytest.MonkeyPatch, at: int, lasting: bool) -> Iterator[_Failing]:
    failing = _Failing(at, lasting)
    with monkeypatch.context() as patched:
        patched.setattr(shred, "flush_to_disk", failing.wrap("flush", disk.flush_to_disk))
        patched.setattr(os, "open", failing.wrap("open", os.open))
        patched.setattr(Path, "unlink", failing.wrap("unlink", Path.unlink))
        patched.setattr(Path, "rmdir", failing.wrap("rmdir", Path.rmdir))
        patched.setattr(Path, "iterdir", failing.wrap("iterdir", Path.iterdir))
        yield failing


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_whatever_fails_the_rest_is_done_and_what_is_left_is_told(path, tmp_path, monkeypatch, lasting):
    """Every call to the disk fails in turn. The slots of the case file never wait for anything that can fail later."""
    whole = tmp_path / "whole"
    for name in ("desk", "own", "stick"):
        shutil.copytree(tmp_path / name, whole / name)
    at, words, over = 0, wording("en"), False
    while not over:
        at += 1
        for name in ("desk", "own", "stick"):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
            shutil.copytree(whole / name, tmp_path / name)
        with _calls(monkeypatch, at, lasting) as failing:
            done = quick_erase.erase_file(path, "ERASE")
        over = not failing.failed
        left = [one for one in slots(tmp_path) if whole not in one.parents]
        told = {one.path for one in done.left}
        assert [one for one in left if not told & {one, *one.parents}] == [], (at, failing.failed)
        if path / folder.KEYS in left:
            assert not done.keys_gone, (at, failing.failed)
        for line in remains.after_file(done, words):
            assert line
    assert at > 40
    assert done.left == []


def test_the_slots_are_gone_before_the_database_is_closed(path, tmp_path):
    file = files.unlock(path, PASSPHRASE)
    seen: list[list[Path]] = []

    def close() -> None:
        seen.append(slots(tmp_path))
        file.lock()
        raise RuntimeError("it would not close")

    done = destroying.destroy(path, quick_erase.reach(path), close)
    assert seen == [[]]
    assert [one.kind for one in done.left] == ["open"]
    assert not path.exists()


def test_a_backup_that_was_being_made_meanwhile_goes_too(path, tmp_path, own):
    (whole,) = own.rglob("*.hrdbackup")
    late = shutil.copy(whole, tmp_path / "late")

    def close() -> None:
        own.joinpath(within.file_id or "", ".2026-09-15T120000Z.hrdbackup.0123abcd").write_bytes(late.read_bytes())

    within = quick_erase.reach(path)
    done = destroying.destroy(path, within, close)
    assert (done.backups, done.left) == (3, [])
    late.unlink()
    assert slots(tmp_path) == []


def test_the_first_step_can_be_taken_alone(path, tmp_path):
    """The window goes dark between the first step and the rest; the rest needs nothing that the first took away."""
    within = quick_erase.reach(path)
    (path / folder.DATABASE).write_bytes(b"\x00" * 9000)
    with pytest.raises(NotConfirmed):
        quick_erase.destroy_slots(path, "perhaps")
    assert quick_erase.destroy_slots(path, "ERASE")
    assert not any(path in one.parents for one in slots(tmp_path))
    assert len(slots(tmp_path)) == 4
    assert quick_erase.erase_file(path, "ERASE", within=within).left == []
    assert slots(tmp_path) == []


def test_what_cannot_be_overwritten_is_removed_and_told(path, monkeypatch):
    monkeypatch.setattr(shred, "overwrite", _refuse)
    done = quick_erase.erase_file(path, "ERASE")
    assert {one.kind for one in done.left} == {"keys_removed", "backup"}
    assert done.keys_gone
    assert not path.exists()


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "refused")


def test_overwriting_keeps_the_length_and_leaves_nothing(tmp_path):
    one = tmp_path / "one"
    one.write_bytes(b"lantern " * 1000)
    shred.overwrite(one)
    assert one.stat().st_size == 8000
    assert b"lantern" not in one.read_bytes()
    one.write_bytes(b"lantern " * 1000)
    shred.overwrite(one, first=800, last=800)
    assert one.read_bytes().count(b"lantern ") == 800
    one.write_bytes(b"short")
    shred.overwrite(one, first=800, last=800)
    assert one.stat().st_size == 5
    assert one.read_bytes() != b"short"


def test_a_file_that_says_it_is_read_only_is_overwritten_too(tmp_path):
    one = tmp_path / "one"
    one.write_bytes(b"lantern")
    one.chmod(0o400)
    shred.overwrite(one)
    assert one.read_bytes() != b"lantern"
    shred.remove(one)
    shred.remove(one)
    assert not one.exists()


def test_every_kind_of_what_is_left_has_its_sentence():
    done = destroying.Destroyed(0, [destroying.Left(kind, Path("x")) for kind in remains._LEFT])
    for lang in ("en", "fr"):
        assert len(set(remains.after_file(done, wording(lang)))) >= len(remains._LEFT) + 4
    assert set(remains._LEFT) == set(destroying.Kind.__args__)
