"""Damage from the terminal: what can be had back, salvage, keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hrd_desktop.services import system_view
from hrd_desktop.store import folder
from tests.cli.conftest import Run

SECRET = ("--passphrase-file", "-")
CASES = 5


@pytest.fixture
def backup(run: Run, case_file: Path, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    done = run("backup", case_file, tmp_path / "stick", *SECRET)
    assert done.code == 0
    return Path(done.out.strip())


def spoil(path: Path) -> None:
    data = bytearray((path / folder.DATABASE).read_bytes())
    data[2000] ^= 1
    (path / folder.DATABASE).write_bytes(data)


def test_a_damaged_file_is_told_and_what_can_be_had_back(run: Run, case_file: Path, backup: Path) -> None:
    spoil(case_file)
    assert run("list", case_file, *SECRET).code == 4
    done = run("damage", case_file, "--also", backup.parent, *SECRET)
    assert done.code == 0
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert ["backup", str(backup)] in lines
    assert sum(kind == "whole" for kind, _ in lines) == CASES
    assert f"Cases that can be read whole: {CASES}" in done.err


def test_salvage_writes_a_folder_and_refuses_one_that_is_there(run: Run, case_file: Path, tmp_path: Path) -> None:
    spoil(case_file)
    out = tmp_path / "out"
    done = run("salvage", case_file, out, *SECRET)
    assert done.code == 0
    assert len(list(out.glob("*/*.json"))) == CASES
    assert all(Path(line.split("\t")[1]).is_file() for line in done.out.splitlines())
    assert "not encrypted" in done.err
    assert run("salvage", case_file, out, *SECRET).code == 1


def test_a_wrong_passphrase_writes_nothing(run: Run, case_file: Path, tmp_path: Path) -> None:
    spoil(case_file)
    wrong = tmp_path / "wrong"
    wrong.write_text("another quiet boat on the marsh\n")
    assert run("salvage", case_file, tmp_path / "out", "--passphrase-file", wrong).code == 3
    assert not (tmp_path / "out").exists()


def test_lost_keys_come_back_from_a_backup(run: Run, case_file: Path, backup: Path) -> None:
    (case_file / folder.KEYS).write_text("{")
    assert run("list", case_file, *SECRET).code == 4
    done = run("repair-keys", case_file, "--from", backup, *SECRET)
    assert (done.code, done.out) == (0, "")
    assert "is kept as" in done.err
    assert run("list", case_file, *SECRET).code == 0
    assert run("repair-keys", case_file, "--from", backup, *SECRET).code == 1, "they are sound now"


def test_a_synchronised_folder_is_warned_of(run: Run, case_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "Nextcloud" / "Cases.hrd"
    place.parent.mkdir()
    done = run("create", place, *SECRET)
    assert done.code == 0
    assert "kept by Nextcloud" in done.err
    assert "kept by Nextcloud" in run("list", place, *SECRET).err
    assert "kept by" not in run("list", case_file, *SECRET).err


def test_a_stick_is_warned_of_when_a_file_is_made_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mount = system_view.Mount(tmp_path, "vfat", removable=True)
    monkeypatch.setattr(system_view, "_mounts", lambda _path: [mount])
    place = tmp_path / "Cases.hrd"
    assert "can be pulled out" in run("create", place, *SECRET).err
    assert "can be pulled out" not in run("list", place, *SECRET).err
    shutil.rmtree(place)
