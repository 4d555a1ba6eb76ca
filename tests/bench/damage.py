"""Caring for a big case file: its checks in the background, and reading what is left of a damaged one."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from hrd_desktop.services import files, soundness
from hrd_desktop.store import blobs, cases
from hrd_desktop.store import folder as of_file
from hrd_desktop.store.salvage import Salvage
from tests.bench.caseload import PASSPHRASE
from tests.bench.generate import caseload
from tests.bench.table import Row, of

_AT = datetime(2026, 9, 15, 9, 0, tzinfo=UTC)
_DAY = date(2026, 9, 15)
_MIB = 1 << 20
_SIZE = 1000
_PAPER = 8
_CASES = 300
_TIMES = 3


def damage_rows(folder: Path, _cases: int) -> list[Row]:
    """A case file of one gigabyte, most of it papers; each check three times, salvage once."""
    path = folder / "worn.hrd"
    dice = random.Random(1)
    with files.create(path, PASSPHRASE, calibrate=False) as file:
        with file.session() as session:
            cases.add(session, list(caseload(_CASES)), at=_AT)
            codes = cases.codes(session)
        for number in range(_SIZE // _PAPER):
            with file.session() as session:
                blobs.put(session, codes[number % len(codes)], dice.randbytes(_PAPER * _MIB), at=_AT)
        key = file.copied_key()
        quick = [_taken(lambda: soundness.check(file, full=False, on=_DAY)) for _ in range(_TIMES)]
        full = [_taken(lambda: soundness.check(file, full=True, on=_DAY)) for _ in range(_TIMES)]
    database = path / of_file.DATABASE
    size = f"{database.stat().st_size // _MIB} MiB"
    with database.open("rb") as stream:
        salt = stream.read(16)
    with closing(Salvage(database, key, salt)) as salvage:
        look = _taken(lambda: [salvage.case(number) for number in salvage.look(lambda _done, _total: None)])
    key.wipe()
    shutil.rmtree(path)
    return [
        of("quick check of 1 GB in the background", quick, 6000, size),
        of("full check of 1 GB in the background", full, 6000, size),
        of("all cases of a damaged file of 1 GB read", [look], None, f"{_CASES} cases, {size}"),
    ]


def _taken(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
