"""A packet of about sixty pages."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from hrd_desktop.assets import resource
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.services import packets
from tests.bench.generate import big_case
from tests.bench.table import Row, of

DAY = date(2026, 9, 15)
_PAGES = 60
_TIMES = 5


def paper_rows(_folder: Path, _cases: int) -> list[Row]:
    """Sample s1 as it is, and a long case grown until its packet has about sixty pages."""
    sample = read_case((resource("demo") / "s1.json").read_bytes(), "s1.json")
    rows = [_row("packet of sample s1", sample, None)]
    incidents = 60
    while True:
        case = big_case(incidents)
        options = replace(packets.default_options(case, DAY), draft=True)
        if packets.preview(case, options).pages >= _PAGES:
            break
        incidents += 40
    rows.append(_row("packet of sixty pages", case, 1500))
    return rows


def _row(what: str, case: object, target: float | None) -> Row:
    options = replace(packets.default_options(case, DAY), draft=True)
    taken = []
    pages = 0
    for _ in range(_TIMES):
        start = time.perf_counter()
        pages = packets.preview(case, options).pages
        taken.append((time.perf_counter() - start) * 1000)
    return of(what, taken, target, f"{pages} pages")
