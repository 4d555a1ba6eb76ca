"""Going back to a backup: what is found in it, what is asked for, what stands afterwards."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from hrd_desktop.errors import (
    AlreadyExists,
    BackupDamaged,
    BackupNotGood,
    Cancelled,
    InsideCaseFile,
    KeysMissing,
    OtherCaseFile,
    WrongSecret,
)
from hrd_desktop.services import backups, files, keys
from hrd_desktop.store import backup
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault import disk, office
from hrd_desktop.vault.data_key import DataKey
from tests.backups.between import HOUR, actions, names, rename
from tests.backups.conftest import AT, PASSPHRASE
from tests.store.casefile_parts import flip


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
