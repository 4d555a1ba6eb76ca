"""What the services make of backups: two places, rotation in both, whether one is wanted."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from hrd_desktop.core.edit import Draft
from hrd_desktop.errors import DiskFailed, FolderMissing, InsideCaseFile
from hrd_desktop.services import backups, cases, editing, files
from hrd_desktop.store import backup
from hrd_desktop.store.casefile import CaseFile
from tests.backups.between import CODE, HOUR, actions, names, rename
from tests.backups.conftest import AT, PASSPHRASE


def test_the_own_place_is_made_when_it_is_first_needed_for_this_user_alone(file: CaseFile, own_place: Path) -> None:
    done = backups.back_up(file, at=AT)
    assert done.own.path == own_place / done.own.file_id / "2026-11-22T233105Z.hrdbackup"
    assert (done.own.cases, done.second, done.trouble) == (2, None, None)
    if os.name == "posix":
        assert {folder.stat().st_mode & 0o777 for folder in (own_place, own_place / done.own.file_id)} == {0o700}
    assert actions(file)[-1] == "backup"


def test_two_within_a_second_stand_beside_each_other(file: CaseFile) -> None:
    first, second = backups.back_up(file, at=AT), backups.back_up(file, at=AT)
    assert names(first.own.path.parent) == ["2026-11-22T233105Z-2.hrdbackup", "2026-11-22T233105Z.hrdbackup"]
    assert [one.path for one in backups.found(first.own.file_id)] == [first.own.path, second.own.path]


def test_names_and_places_say_nothing_of_the_file(file: CaseFile, own_place: Path) -> None:
    backups.back_up(file, at=AT)
    assert not [path for path in own_place.rglob("*") if "office" in path.name]


def test_what_is_not_wanted_any_longer_goes_and_everything_else_stays(file: CaseFile, made: Path) -> None:
    folder = backups.back_up(file, at=AT - 30 * HOUR).own.path.parent
    shutil.copy(made / "office.hrdbackup", folder / "by hand.hrdbackup")
    (folder / "2020-01-01T000000Z.hrdbackup").write_bytes(b"no backup")
    (folder / "letter.txt").touch()
    left_over = folder / ".2026-11-22T010000Z.hrdbackup.0a1b2c3d"
    left_over.touch()
    for n in range(30, -1, -1):
        backups.back_up(file, at=AT - n * HOUR)
    stay = [one for one in names(folder) if one.startswith("2026")]
    # Twelve hours; the day before yesterday and yesterday by their last; one day is an hour of today.
    assert len(stay) == 12 + 1
    assert "2026-11-22T233105Z.hrdbackup" in stay
    assert {"by hand.hrdbackup", "2020-01-01T000000Z.hrdbackup", "letter.txt"} <= set(names(folder))
    assert not left_over.exists()


def test_backups_of_another_file_in_the_same_folder_are_not_touched(file: CaseFile, tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "other.hrd", PASSPHRASE, calibrate=False) as other:
        foreign = [backups.make(other, tmp_path, at=AT - timedelta(minutes=n)) for n in range(2, 5)]
    mine = [backups.make(file, tmp_path, at=AT - timedelta(seconds=n)) for n in range(3)]
    assert sorted(backups.rotate(tmp_path, mine[0].file_id, AT)) == sorted(one.path for one in mine[1:])
    assert all(one.path.exists() for one in foreign)
    assert [one.path for one in backups.found(mine[0].file_id, [tmp_path])] == [mine[0].path]


class TestWanted:
    def test_at_first_and_not_after_a_good_one(self, file: CaseFile) -> None:
        assert backups.wanted(file, AT)
        backups.back_up(file, at=AT)
        assert not backups.wanted(file, AT + 99 * HOUR, at_once=True)

    def test_after_a_change_in_half_an_hour_or_at_once(self, file: CaseFile) -> None:
        backups.back_up(file, at=AT)
        rename(file, "Heron")
        assert not backups.wanted(file, AT + timedelta(minutes=29))
        assert backups.wanted(file, AT + timedelta(minutes=30))
        assert backups.wanted(file, AT, at_once=True)

    def test_a_draft_a_file_a_typed_text_count(self, file: CaseFile) -> None:
        backups.back_up(file, at=AT)
        draft = Draft("k", "case.tasks", {"text": "call the lawyer"})
        editing.save_draft(file, CODE, draft, at=AT)
        assert backups.wanted(file, AT, at_once=True)

    def test_looking_and_unlocking_do_not(self, file: CaseFile) -> None:
        backups.back_up(file, at=AT)
        path = file.path
        file.lock()
        with files.unlock(path, PASSPHRASE) as again:
            cases.open_case(again, CODE)
            assert not backups.wanted(again, AT + 99 * HOUR, at_once=True)

    def test_across_sessions_whatever_the_clock_says(self, file: CaseFile) -> None:
        backups.back_up(file, at=AT)
        path = file.path
        rename(file, "Heron", AT - 9000 * HOUR)
        file.lock()
        with files.unlock(path, PASSPHRASE) as again:
            assert backups.wanted(again, AT - 9000 * HOUR)

    def test_a_change_while_it_is_made_is_wanted_again(self, file: CaseFile) -> None:
        backups.back_up(file, at=AT, progress=lambda *_: rename(file, "Meanwhile"))
        assert backups.wanted(file, AT, at_once=True)

    def test_when_the_backup_is_gone(self, file: CaseFile) -> None:
        backups.back_up(file, at=AT).own.path.unlink()
        assert backups.wanted(file, AT + HOUR)

    def test_a_new_key_is_worth_a_backup(self, file: CaseFile) -> None:
        backups.back_up(file, at=AT)
        file.change_passphrase(PASSPHRASE, "thirteen paper boats, no tide", calibrate=False)
        assert backups.wanted(file, AT, at_once=True)


class TestSecondDisk:
    @pytest.fixture
    def stick(self, file: CaseFile, tmp_path: Path) -> Path:
        (tmp_path / "stick").mkdir()
        backups.set_second_place(file, tmp_path / "stick")
        return tmp_path / "stick"

    def test_a_copy_goes_there_and_is_the_same(self, file: CaseFile, stick: Path) -> None:
        done = backups.back_up(file, at=AT)
        assert done.second is not None
        assert done.second.path.parent.parent == stick
        assert done.second.path.read_bytes() == done.own.path.read_bytes()
        assert [place.kind for place in backups.places(file) if place.there] == ["own", "second"]
        listed = backups.found(done.own.file_id, [stick])
        assert {one.path for one in listed} == {done.own.path, done.second.path}

    def test_it_rotates_there_too(self, file: CaseFile, stick: Path) -> None:
        for n in range(20, -1, -1):
            backups.back_up(file, at=AT - n * timedelta(minutes=2))
        assert len(names(next(stick.iterdir()))) == 2

    def test_while_it_is_away_the_own_place_is_enough_and_nothing_is_made_in_its_stead(
        self, file: CaseFile, stick: Path
    ) -> None:
        away = stick.rename(stick.with_name("in a pocket"))
        assert backups.second_place_seen(file) is None
        done = backups.back_up(file, at=AT)
        assert (done.second, done.trouble) == (None, None)
        stick.mkdir()  # another stick, or the folder where the first one is put in
        assert backups.second_place_seen(file) is None
        assert backups.back_up(file, at=AT + HOUR).second is None
        assert names(stick) == []
        stick.rmdir()
        away.rename(stick)
        assert backups.back_up(file, at=AT + 2 * HOUR).second is not None

    def test_what_goes_wrong_there_is_told_and_the_own_one_is_kept(
        self, file: CaseFile, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def pulled_out(*_arguments: object, **_options: object) -> None:
            raise DiskFailed(path=str(stick))

        monkeypatch.setattr(backup, "copy", pulled_out)
        done = backups.back_up(file, at=AT)
        assert isinstance(done.trouble, DiskFailed)
        assert done.own.path.exists()
        assert not backups.wanted(file, AT, at_once=True)

    def test_the_path_is_in_the_file_and_nowhere_else(self, file: CaseFile, stick: Path) -> None:
        file.settle()
        assert str(stick).encode() not in (file.path / "cases.db").read_bytes()
        path = file.path
        file.lock()
        with CaseFile.open(path, PASSPHRASE) as again:
            assert backups.second_place_seen(again) is not None
            backups.set_second_place(again, None)
            assert [place.kind for place in backups.places(again)] == ["own"]

    def test_places_that_cannot_be_one(self, file: CaseFile, tmp_path: Path) -> None:
        with pytest.raises(FolderMissing):
            backups.set_second_place(file, tmp_path / "nowhere")
        with pytest.raises(InsideCaseFile):
            backups.set_second_place(file, file.path)
        assert backups.second_place_seen(file) is None
