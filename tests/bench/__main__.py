"""Prints the table of measurements. `--cases N` for another size of caseload, `--only WORD` for a part of the table."""

from __future__ import annotations

import argparse
import importlib
import platform
import tempfile
from pathlib import Path

from tests.bench.table import Row, show

PARTS = {
    "start": "starting.starting_rows",
    "caseload": "caseload.caseload_rows",
    "opening": "opening.opening_rows",
    "today": "today.today_rows",
    "typing": "typing.typing_rows",
    "paper": "paper.paper_rows",
    "scans": "scans.scan_rows",
    "lock": "locking.locking_rows",
    "timeline": "timeline.timeline_rows",
    "viewing": "viewing.viewing_rows",
    "recording": "recording.recording_rows",
    "ratio": "ratio.ratio_rows",
    "backup": "backup.backup_rows",
    "damage": "damage.damage_rows",
}
"""What makes the rows: module and function. Loaded when needed: a process that opens files loads this file too."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--only", choices=sorted(PARTS))
    chosen = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="hrd-bench-") as folder:
        for name, part in PARTS.items():
            if chosen.only in (None, name):
                module, function = part.split(".")
                rows += getattr(importlib.import_module(f"tests.bench.{module}"), function)(Path(folder), chosen.cases)
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(show(rows))


if __name__ == "__main__":
    main()
