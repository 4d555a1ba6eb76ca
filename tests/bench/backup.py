"""A case file of one gigabyte: backed up while somebody works in it, read through, restored, checked."""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from hrd_desktop.core.edit import SetValue
from hrd_desktop.services import backups, editing, files
from hrd_desktop.store import backup, cases
from hrd_desktop.store.attachments import blob, blob_chunk
from hrd_desktop.store.cases import number_of
from tests.bench.caseload import PASSPHRASE
from tests.bench.generate import big_case
from tests.bench.table import Row, of

_AT = datetime(2026, 9, 15, 9, 0, tzinfo=UTC)
_MIB = 1 << 20
_SIZE = 1000
_TIMES = 3


def backup_rows(folder: Path, _cases: int) -> list[Row]:
    """Backup, verifying and restoring are each done three times; saving goes on in another thread meanwhile."""
    file = files.create(folder / "large", PASSPHRASE, calibrate=False)
    case = big_case(40)
    with file.session() as session:
        cases.add(session, [case])
    _fill(file, case.code)
    made = folder / "large.hrdbackup"
    making, copying, checking, restoring, full = [], [], [], [], []
    saving: list[float] = []
    for _ in range(_TIMES):
        made.unlink(missing_ok=True)
        with _Work(file, case.code, saving):
            making.append(_taken(lambda: backup.make(file, made, at=_AT)))
    for number in range(_TIMES):
        copy = folder / f"copy {number}.hrdbackup"
        copying.append(_taken(lambda copy=copy: backup.copy(made, copy)))
        copy.unlink()
        checking.append(_taken(lambda: backups.verify(made, file)))
        back = folder / f"back {number}.hrd"
        restoring.append(_taken(lambda back=back: backups.restore(made, file, back)))
        _gone(back)
        full.append(_taken(lambda: files.verify(file, full=True)))
    size = f"{made.stat().st_size // _MIB} MiB"
    wait = of("one answer saved while a backup is made", saving, 100, f"{len(saving)} saved")
    files.lock(file)
    made.unlink()
    _gone(folder / "large.hrd")
    return [
        of("backup of 1 GB, read back, opened and counted", making, 5000, size),
        wait,
        of("the backup of 1 GB copied to a second place", copying, None, size),
        of("verify a backup of 1 GB", checking, None, size),
        of("restore a backup of 1 GB", restoring, None, size),
        of("full check of a case file of 1 GB", full, 6000, size),
    ]


class _Work:
    """Somebody who saves an answer every twentieth of a second."""

    def __init__(self, file: files.CaseFile, code: str, taken: list[float]) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(file, code, taken))

    def _work(self, file: files.CaseFile, code: str, taken: list[float]) -> None:
        number = 0
        while not self._stop.wait(0.05):
            number += 1
            change = SetValue("case.alias", f"Number {number}")
            taken.append(_taken(lambda change=change: editing.change(file, code, [change], at=_AT)))

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()


def _fill(file: files.CaseFile, code: str) -> None:
    """Files of 10 MiB each, put there without the reading back that real ones get."""
    for number in range(_SIZE // 10):
        with file.session() as session:
            connection = session.connection()
            values = {"case_pk": number_of(connection, code), "sha256": f"{number:064x}", "size": 10 * _MIB, "at": _AT}
            pk = connection.execute(insert(blob).values(values)).inserted_primary_key[0]  # type: ignore[index]
            rows: list[dict[str, Any]] = [{"blob_pk": pk, "number": n, "data": os.urandom(_MIB)} for n in range(10)]
            connection.execute(insert(blob_chunk), rows)


def _taken(work: Any) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _gone(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
