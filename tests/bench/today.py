"""The Today page on a large case file: every group of it, read as the window reads them."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hrd_desktop.core.staff import Task
from hrd_desktop.services import cases, checking, files, today
from hrd_desktop.services.cases import CaseloadQuery
from hrd_desktop.store import cases as stored
from tests.bench.generate import caseload
from tests.bench.table import Row, of, repeat

DAY = date(2026, 9, 15)
NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
_BATCH = 500


def today_rows(folder: Path, number: int) -> list[Row]:
    """Fill a case file with cases that have tasks and planned days, work the deadlines out, then read the page."""
    file = files.create(folder / "today", "a bench of invented people", calibrate=False)
    batch = []
    for n, case in enumerate(caseload(number)):
        for k in range(3):
            due = DAY + timedelta(days=(n * 7 + k * 40) % 400 - 30)
            done = DAY if (n + k) % 2 else None
            case.tasks.append(Task(id=f"TK{k}", text=f"call the office {k}", due_on=due, done_on=done))
        batch.append(case)
        if len(batch) == _BATCH or n == number - 1:
            with file.session() as session:
                stored.add(session, batch, at=NOW - timedelta(days=n % 60))
            batch = []
    start = time.perf_counter()
    checking.refresh_headlines(file, DAY)
    worked = of("work out all headlines and deadlines", [(time.perf_counter() - start) * 1000], 60_000)
    rows = [worked]
    whole = repeat(
        "the whole Today page, every group", lambda _: [today.lines(file, g, NOW) for g in today.GROUPS], 30, 100
    )
    rows.append(whole)
    for group in today.GROUPS:
        count = today.lines(file, group, NOW).count
        rows.append(
            repeat(f"today: {group}", lambda _, group=group: today.lines(file, group, NOW), 20, None, f"{count} lines")
        )
    rows.append(repeat("caseload page with next deadlines", lambda _: cases.list_cases(file, CaseloadQuery()), 30, 50))
    files.lock(file)
    return rows
