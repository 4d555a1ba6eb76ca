"""Backups from the terminal: made, looked into, restored, verified."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hrd_desktop.services import demo, files
from tests.cli.conftest import Run

SECRET = ("--passphrase-file", "-")
CASES = 5


@pytest.fixture
def backup(run: Run, case_file: Path, tmp_path: Path) -> Path:
    done = run("backup", case_file, tmp_path / "copy", *SECRET)
    assert done.code == 0
    return Path(done.out.strip())


def test_a_backup_under_a_name_is_made_and_its_place_printed(backup: Path, tmp_path: Path) -> None:
    assert backup == tmp_path / "copy.hrdbackup"
    assert backup.stat().st_mode & 0o077 == 0


def test_a_backup_into_a_folder_is_named_by_its_time(run: Run, case_file: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    done = run("backup", case_file, tmp_path / "stick", *SECRET)
    (made,) = (tmp_path / "stick").iterdir()
    assert (done.code, done.out) == (0, f"{made}\n")
    assert f"It holds {CASES} cases" in done.err
    assert made.name.endswith("Z.hrdbackup")


def test_a_backup_is_never_written_over_anything(run: Run, case_file: Path, backup: Path) -> None:
    before = backup.read_bytes()
    assert run("backup", case_file, backup, *SECRET).code == 1
    assert backup.read_bytes() == before


@pytest.mark.parametrize(
    ("dest", "said"),
    [("nowhere/copy", "folder that should hold this is not there"), ("demo.hrd/copy", "inside the case file")],
)
def test_where_no_backup_can_stand(run: Run, case_file: Path, tmp_path: Path, dest: str, said: str) -> None:
    before = sorted(case_file.iterdir())
    done = run("backup", case_file, tmp_path / dest, *SECRET)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert {path.name for path in case_file.iterdir()} - {path.name for path in before} <= {"cases.lock"}


def test_restore_says_what_is_in_it_and_makes_a_case_file(run: Run, backup: Path, tmp_path: Path) -> None:
    done = run("restore", backup, tmp_path / "back", *SECRET)
    assert (done.code, done.out) == (0, f"{tmp_path / 'back.hrd'}\n")
    assert f"Cases in it: {CASES}" in done.err
    listed = run("list", tmp_path / "back.hrd", "--json", *SECRET)
    assert len(json.loads(listed.out)) == CASES


def test_a_dry_run_of_restore_writes_nothing(run: Run, backup: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    done = run("restore", backup, tmp_path / "back", "--dry-run", *SECRET)
    assert (done.code, done.out) == (0, "")
    assert f"Cases in it: {CASES}" in done.err
    assert set(tmp_path.rglob("*")) - set(before) <= {tmp_path / "log.txt"}


def test_restore_never_over_anything(run: Run, backup: Path, case_file: Path) -> None:
    before = (case_file / "cases.db").read_bytes()
    done = run("restore", backup, case_file, *SECRET)
    assert (done.code, done.out) == (1, "")
    assert "already there" in done.err
    assert (case_file / "cases.db").read_bytes() == before


@pytest.mark.parametrize("command", ["restore", "verify"])
def test_another_passphrase_is_refused_as_such(run: Run, backup: Path, tmp_path: Path, command: str) -> None:
    rest = [tmp_path / "back"] if command == "restore" else []
    done = run(command, backup, *rest, *SECRET, lines="not this one, never was\n")
    assert (done.code, done.out) == (3, "")
    assert not (tmp_path / "back.hrd").exists()


@pytest.mark.parametrize("command", ["restore", "verify"])
def test_a_damaged_backup_is_refused_as_such(run: Run, backup: Path, tmp_path: Path, command: str) -> None:
    data = bytearray(backup.read_bytes())
    data[5 * 4096 + 99] ^= 1
    backup.write_bytes(data)
    rest = [tmp_path / "back"] if command == "restore" else []
    done = run(command, backup, *rest, *SECRET)
    assert (done.code, done.out) == (4, "")
    assert "is damaged" in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "back.hrd").exists()


def test_a_file_that_is_no_backup(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.hrdbackup").write_text("Dear colleague")
    done = run("restore", tmp_path / "letter.hrdbackup", tmp_path / "back", *SECRET)
    assert (done.code, done.out) == (2, "")
    assert "not a backup" in done.err


def test_a_backup_that_is_not_there(run: Run, tmp_path: Path) -> None:
    done = run("restore", tmp_path / "none.hrdbackup", tmp_path / "back", *SECRET)
    assert (done.code, done.out) == (2, "")
    assert "none.hrdbackup" in done.err


def test_verify_reads_a_backup_as_well_as_a_case_file(run: Run, backup: Path, case_file: Path) -> None:
    assert f"Cases: {CASES}" in run("verify", backup, *SECRET).out
    assert f"Cases: {CASES}" in run("verify", case_file, *SECRET).out


def test_the_words_in_french(run: Run, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    assert "Dossiers qu’elle contient\N{NO-BREAK SPACE}: 5" in run("restore", backup, tmp_path / "back", *SECRET).err


def test_a_backup_of_a_file_that_is_open_elsewhere(run: Run, case_file: Path, tmp_path: Path) -> None:
    with files.unlock(case_file, demo.PASSPHRASE):
        assert run("backup", case_file, tmp_path / "copy", *SECRET).code == 1


def test_an_office_key_opens_a_backup_too(run: Run, case_file: Path, tmp_path: Path) -> None:
    (tmp_path / "key-phrase").write_text("the cellar of the old brewery\n")
    phrase = ("--passphrase-file", tmp_path / "key-phrase")
    made = run("office-key", "make", tmp_path / "office.key", *phrase)
    assert made.code == 0
    public = made.out.strip()
    assert run("keys", "add-office", case_file, public, "--name", "Office", *SECRET).code == 0
    assert run("backup", case_file, tmp_path / "copy", *SECRET).code == 0
    key = ("--office-key", tmp_path / "office.key", *phrase)
    assert f"Cases: {CASES}" in run("verify", tmp_path / "copy.hrdbackup", *key).out
    assert run("restore", tmp_path / "copy.hrdbackup", tmp_path / "back", *key).code == 0
