"""What the services make of backups: two places, rotation in both, whether one is wanted, going back."""

from __future__ import annotations

import os
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from hrd_desktop.core.edit import Draft, SetValue
from hrd_desktop.errors import (
    AlreadyExists,
    BackupDamaged,
    BackupNotGood,
    Cancelled,
    DiskFailed,
    FolderMissing,
    InsideCaseFile,
    KeysMissing,
    OtherCaseFile,
    WrongSecret,
)
from hrd_desktop.services import backups, cases, editing, files, keys
from hrd_desktop.store import backup
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.keeping import log_entry
from hrd_desktop.vault import disk, office
from hrd_desktop.vault.data_key import DataKey
from tests.backups.conftest import AT, PASSPHRASE
from tests.store.casefile_parts import flip
from tests.store.demo_cases import demo_case

CODE = demo_case("s1").code
HOUR = timedelta(hours=1)


def rename(file: CaseFile, alias: str, at: datetime = AT) -> None:
    editing.change(file, CODE, [SetValue("case.alias", alias)], at=at, by="VH")


def actions(file: CaseFile) -> list[str]:
    with file.session() as session:
        return list(session.connection().scalars(select(log_entry.c.action).order_by(log_entry.c.pk)))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


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


class TestGoingBack:
    def test_to_a_new_place_with_what_was_in_it(self, file: CaseFile, tmp_path: Path) -> None:
        late = AT.replace(year=2090)  # the cases were brought in by the clock of today
        rename(file, "Heron", late)
        done = backups.back_up(file, at=AT + HOUR)
        rename(file, "Lapwing", late + HOUR)
        contents = backups.inspect(done.own.path, PASSPHRASE)
        assert (contents.cases, contents.made_at, contents.last_change) == (2, AT + HOUR, late)
        place, restored = backups.restore(done.own.path, PASSPHRASE, tmp_path / "back", at=AT + 3 * HOUR, by="VH")
        assert (place, restored) == (tmp_path / "back.hrd", contents)
        if os.name == "posix":
            assert {path.stat().st_mode & 0o777 for path in (place, *place.iterdir())} == {0o700, 0o600}
        with files.unlock(place, PASSPHRASE) as back:
            assert back.verify(True).cases == 2
            assert "restore" in actions(back)
        assert sorted(names(place)) == ["cases.db", "cases.lock", "keys.json"]
        assert names(tmp_path) == ["back.hrd", "office.hrd", "own"]

    def test_never_over_anything(self, file: CaseFile, path: Path, tmp_path: Path) -> None:
        (tmp_path / "empty.hrd").mkdir()
        (tmp_path / "link.hrd").symlink_to("nowhere")
        for taken in (file.path, tmp_path / "empty.hrd", tmp_path / "link"):
            with pytest.raises(AlreadyExists):
                backups.restore(path, PASSPHRASE, taken)
        with pytest.raises(InsideCaseFile):
            backups.restore(path, PASSPHRASE, file.path / "inner")
        assert names(tmp_path / "empty.hrd") == []

    def test_stopped_at_any_step_it_leaves_nothing(self, path: Path, tmp_path: Path) -> None:
        for after in range(12):
            asked: list[None] = []

            def cancelled(asked: list[None] = asked, after: int = after) -> bool:
                asked.append(None)
                return len(asked) > after

            try:
                backups.restore(path, PASSPHRASE, tmp_path / "back", cancelled=cancelled)
            except Cancelled:
                assert names(tmp_path) == ["office.hrdbackup"]
            else:
                assert after > 2
                break

    def test_the_open_file_opens_its_own_backups_without_a_secret(self, file: CaseFile, tmp_path: Path) -> None:
        done = backups.back_up(file, at=AT)
        assert backups.inspect(done.own.path, file).cases == 2
        assert backups.verify(done.own.path, file).cases == 2
        place, _ = backups.restore(done.own.path, file, tmp_path / "back")
        files.unlock(place, PASSPHRASE).lock()
        (file.path / "keys.json").unlink()
        with pytest.raises(KeysMissing):
            backups.inspect(done.own.path, file)
        other = CaseFile.create(tmp_path / "other.hrd", PASSPHRASE, calibrate=False)
        with other, pytest.raises(OtherCaseFile):
            backups.inspect(done.own.path, other)

    def test_progress_rises_to_its_end(self, path: Path, tmp_path: Path) -> None:
        for work in (
            lambda progress: backups.verify(path, PASSPHRASE, progress=progress),
            lambda progress: backups.restore(path, PASSPHRASE, tmp_path / "back", progress=progress),
        ):
            seen: list[int] = []
            work(lambda done, total, seen=seen: seen.append(done * 1000 // total))
            assert seen == sorted(seen)
            assert seen[-1] == 1000

    def test_with_a_recovery_code_and_with_an_office_key(self, file: CaseFile, tmp_path: Path) -> None:
        day = date(2026, 11, 22)
        with keys.add_recovery(file, PASSPHRASE, name="Paper", on=day) as pending:
            code = pending.code
            pending.prove(code)
        private, public = office.make("the cellar of the old brewery", calibrate=False)
        keys.add_office(file, PASSPHRASE, public, name="Office", on=day)
        made = backups.back_up(file, at=AT).own.path
        (tmp_path / "office.key").write_bytes(private)
        secret = keys.office_secret(tmp_path / "office.key", "the cellar of the old brewery")
        each: list[str | keys.Secret] = [PASSPHRASE, code, secret]
        for number, one in enumerate(each):
            assert backups.inspect(made, one).cases == 2
            place, _ = backups.restore(made, one, tmp_path / f"back {number}")
            files.unlock(place, one).lock()

    def test_a_backup_keeps_the_keys_of_its_time(self, file: CaseFile, tmp_path: Path) -> None:
        done = backups.back_up(file, at=AT)
        new = "thirteen paper boats, no tide"
        file.change_passphrase(PASSPHRASE, new, calibrate=False)
        with pytest.raises(WrongSecret):
            backups.inspect(done.own.path, new)
        assert backups.inspect(done.own.path, PASSPHRASE).cases == 2

    @pytest.mark.parametrize("form", ["form-0001", "form-0004"])
    def test_of_a_file_of_an_older_form(self, form: str, tmp_path: Path) -> None:
        """Made by the program of that time, with tables that today's does not have: brought to its form when opened."""
        source = Path(__file__).parents[1] / "data" / form
        secret = {
            "form-0001": "an older form of five invented lamps",
            "form-0004": "a fourth form of eight invented tiles",
        }
        path = tmp_path / "older.hrd"
        path.mkdir()
        for name in ("cases.db", "keys.json"):
            shutil.copy(source / name, path / name)
        with CaseFile.open(path, secret[form], prepare=lambda *_: None) as older:
            made = backup.make(older, tmp_path / "older.hrdbackup", at=AT)
        place, contents = backups.restore(made.path, secret[form], tmp_path / "back")
        assert contents.cases == made.cases > 0
        with files.unlock(place, secret[form]) as back:
            assert back.verify(True).cases == made.cases

    def test_a_target_that_does_not_read_back_is_taken_away(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        flush = disk.flush_to_disk

        def flush_badly(handle: int) -> None:
            flush(handle)
            for keys_written in tmp_path.glob(".back.hrd.*/keys.json"):
                flip(keys_written.with_name("cases.db"), 9 * 4096 + 50)

        monkeypatch.setattr(disk, "flush_to_disk", flush_badly)
        with pytest.raises(BackupNotGood):
            backups.restore(path, PASSPHRASE, tmp_path / "back")
        assert names(tmp_path) == ["office.hrdbackup"]


def test_the_key_is_forgotten_after_a_refusal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wiped: list[DataKey] = []
    real = DataKey.wipe

    def wipe(key: DataKey) -> None:
        real(key)
        wiped.append(key)

    monkeypatch.setattr(DataKey, "wipe", wipe)
    flip(path, path.stat().st_size - 90)
    with pytest.raises(BackupDamaged):
        backups.inspect(path, PASSPHRASE)
    assert [repr(key) for key in wiped] == ["DataKey(wiped)"]
