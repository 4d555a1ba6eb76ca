"""A case file on a full disk at the terminal: read, searched, checked and backed up elsewhere, and why no more."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import Run
from tests.small_disk import filled, mounted

SECRET = ("--passphrase-file", "-")
S1 = "HRD-2026-S1"


def test_what_can_be_done_is_done_and_what_cannot_is_told(run: Run, case_file: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "small", 4096) as disk:
        path = Path(shutil.copytree(case_file, disk / "full.hrd"))
        filled(disk)
        listed = run("list", path, *SECRET)
        assert (listed.code, S1 in listed.out) == (0, True)
        assert "is full. Cases can be read and searched" in listed.err
        assert run("find", path, "clinics", *SECRET).code == 0
        assert run("verify", path, *SECRET).code == 0
        assert run("backup", path, tmp_path / "elsewhere.hrdbackup", *SECRET).code == 0
        assert run("export", path, S1, "--output", tmp_path / "case.json", *SECRET).code > 0
        assert not (tmp_path / "case.json").exists(), "nothing leaves that the record does not tell of"
