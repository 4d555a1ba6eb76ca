"""One line of the table, and how it is printed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """What was measured, in milliseconds; `target` is what it should stay under, None where there is none."""

    what: str
    p50: float
    p95: float
    target: float | None
    note: str = ""


def repeat(what: str, work: Callable[[int], Any], times: int, target: float | None, note: str = "") -> Row:
    """Run `work(0)`, `work(1)`, ... and keep median and 95th percentile. The first run warms up and is left out."""
    work(0)
    taken = []
    for i in range(1, times + 1):
        start = time.perf_counter()
        work(i)
        taken.append((time.perf_counter() - start) * 1000)
    return of(what, taken, target, note)


def of(what: str, taken: Sequence[float], target: float | None, note: str = "") -> Row:
    """A row of times that were taken already, in milliseconds."""
    ordered = sorted(taken)
    return Row(what, ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], target, note)


def show(rows: Sequence[Row]) -> str:
    """The table as text."""
    lines = [f"{'what':<58}{'p50 ms':>10}{'p95 ms':>10}{'target':>10}  note"]
    for row in rows:
        target = f"{row.target:.0f}" if row.target is not None else "-"
        over = " over" if row.target is not None and row.p95 > row.target else ""
        lines.append(f"{row.what:<58}{row.p50:>10.1f}{row.p95:>10.1f}{target:>10}  {row.note}{over}")
    return "\n".join(lines)
