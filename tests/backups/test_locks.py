"""The locks of the database stay while a backup reads its bytes past the database engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from hrd_desktop.errors import AlreadyOpen
from hrd_desktop.store import backup, folder
from hrd_desktop.store.casefile import CaseFile
from tests.backups.conftest import AT, PASSPHRASE

LOCKED = """
import fcntl, sys
with open(sys.argv[1], "r+b") as stream:
    try:  # the bytes with which SQLite says that somebody has the database open
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
        print("free")
    except OSError:
        print("held")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks that a stray descriptor takes away are of POSIX")
def test_no_descriptor_that_closes_takes_the_locks_of_the_database_away(file: CaseFile, tmp_path: Path) -> None:
    def state() -> str:
        command = [sys.executable, "-c", LOCKED, str(file.path / folder.DATABASE)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    with file.session() as session:
        session.execute(text("SELECT 1 FROM caseload")).fetchall()
    assert state() == "held"
    backup.make(file, tmp_path / "a.hrdbackup", at=AT)
    assert state() == "held"
    file.verify(False)
    assert state() == "held"
    folder.check(file.path)
    folder.read_keys(file.path)
    assert state() == "held"
    with pytest.raises(AlreadyOpen):
        CaseFile.open(file.path, PASSPHRASE)
    assert state() == "held"
    file.change_passphrase(PASSPHRASE, "thirteen paper boats, no tide", calibrate=False)
    assert state() == "held"
    file.lock()
    assert state() == "free"
