"""Prints the table of measurements. `--cases N` for another size of caseload, `--only WORD` for a part of the table."""

from __future__ import annotations

import argparse
import platform
import tempfile
from pathlib import Path

from tests.bench.backup import backup_rows
from tests.bench.caseload import caseload_rows
from tests.bench.damage import damage_rows
from tests.bench.locking import locking_rows
from tests.bench.opening import opening_rows
from tests.bench.paper import paper_rows
from tests.bench.ratio import ratio_rows
from tests.bench.recording import recording_rows
from tests.bench.scans import scan_rows
from tests.bench.starting import starting_rows
from tests.bench.table import Row, show
from tests.bench.timeline import timeline_rows
from tests.bench.today import today_rows
from tests.bench.typing import typing_rows
from tests.bench.viewing import viewing_rows

PARTS = {
    "start": starting_rows,
    "caseload": caseload_rows,
    "opening": opening_rows,
    "today": today_rows,
    "typing": typing_rows,
    "paper": paper_rows,
    "scans": scan_rows,
    "lock": locking_rows,
    "timeline": timeline_rows,
    "viewing": viewing_rows,
    "recording": recording_rows,
    "ratio": ratio_rows,
    "backup": backup_rows,
    "damage": damage_rows,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--only", choices=sorted(PARTS))
    chosen = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="hrd-bench-") as folder:
        for name, part in PARTS.items():
            if chosen.only in (None, name):
                rows += part(Path(folder), chosen.cases)
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(show(rows))


if __name__ == "__main__":
    main()
