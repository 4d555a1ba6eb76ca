"""What the tests of the case file share: a small schema of its own, a case file to copy, programs to start and kill."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sqlalchemy import Engine, text

from hrd_desktop.store.casefile import CaseFile

PASSPHRASE = "a tin boat, a paper sail"
ROOT = Path(__file__).resolve().parents[2]


def prepare(engine: Engine, _database: Path) -> None:
    """One table, so that these tests stand on the engine alone."""
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")


def create(path: Path) -> CaseFile:
    return CaseFile.create(path, PASSPHRASE, calibrate=False, prepare=prepare)


def reopen(path: Path, passphrase: str = PASSPHRASE) -> CaseFile:
    return CaseFile.open(path, passphrase, prepare=prepare)


def write(file: CaseFile, *bodies: str) -> None:
    with file.session() as session:
        for body in bodies:
            session.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": body})


def read(file: CaseFile) -> list[str]:
    with file.session() as session:
        return list(session.scalars(text("SELECT body FROM note ORDER BY id")))


def flip(path: Path, offset: int) -> None:
    """Change one bit of a file on the disk."""
    with path.open("r+b") as stream:
        stream.seek(offset)
        byte = stream.read(1)[0]
        stream.seek(offset)
        stream.write(bytes([byte ^ 0x10]))


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """Start another program on a case file: `casefile_child.py` with these arguments."""
    command = [sys.executable, "-m", "tests.store.casefile_child", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def answer(*arguments: str | Path) -> str:
    """Run such a program to its end and return what it printed last."""
    with start(*arguments) as child:
        out, _ = child.communicate(timeout=60)
    assert child.returncode == 0
    return out.splitlines()[-1]


def line(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()
