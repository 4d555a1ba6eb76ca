"""A program that makes one backup after another until it is killed, saving a change at every step."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from hrd_desktop.core.edit import SetValue
from hrd_desktop.store import backup, copying, edits
from hrd_desktop.store.casefile import CaseFile


def main(path: str, folder: str, code: str, passphrase: str) -> None:
    copying.PIECE = 64 * 1024
    at = datetime(2026, 11, 22, tzinfo=UTC)
    number = 0
    with CaseFile.open(Path(path), passphrase) as file:

        def step(_done: int, _total: int) -> None:
            nonlocal number
            number += 1
            with file.session() as session:
                edits.apply(session, code, [SetValue("case.alias", f"Number {number}")], at=at, by="VH")
            print(number, flush=True)  # noqa: T201

        for count in range(1000):
            backup.make(file, Path(folder) / f"2026-11-22T{count:06d}Z.hrdbackup", at=at, progress=step)


if __name__ == "__main__":
    main(*sys.argv[1:])
