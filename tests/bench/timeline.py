"""The timeline of a case with 400 dated entries: read, laid out and painted for the first time."""

from __future__ import annotations

import os
import time
from pathlib import Path

from hrd_desktop.core.background import Address, History
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from tests.bench.caseload import DAY, PASSPHRASE
from tests.bench.generate import big_case
from tests.bench.table import Row, of

_ENTRIES = 400
_ROUNDS = 12


def timeline_rows(folder: Path, number: int) -> list[Row]:
    """Open the page again and again; each time everything is made anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from datetime import UTC, datetime

    from PySide6.QtWidgets import QApplication

    from hrd_desktop.gui.field_context import FieldContext
    from hrd_desktop.gui.open_case import OpenCase
    from hrd_desktop.gui.tasks import Tasks
    from hrd_desktop.gui.theme import Theme
    from hrd_desktop.gui.timeline_page import TimelinePage
    from hrd_desktop.services import cases, files
    from hrd_desktop.store import cases as stored
    from hrd_desktop.wording import wording

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, "light", 100)
    case = _case()
    file = files.create(folder / "timeline", PASSPHRASE, calibrate=False)
    with file.session() as session:
        stored.add(session, [case])
    tasks = Tasks()
    open_case = OpenCase(file, cases.open_case(file, case.code), tasks, lambda: datetime(2026, 9, 15, tzinfo=UTC))
    context = FieldContext(open_case, wording("en"))
    taken, again = [], []
    entries = 0
    for round_ in range(_ROUNDS + 1):
        start = time.perf_counter()
        page = TimelinePage(context)
        page.resize(1000, 700)
        page.period.setCurrentIndex(0)
        page.show()
        app.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
        entries = len(page.view.marks)
        start = time.perf_counter()
        page.view.closer()
        page.view.viewport().repaint()
        again.append((time.perf_counter() - start) * 1000)
        page.hide()
        page.deleteLater()
        if round_ == 0:
            taken.clear()  # words and fonts are there once a case is open
            again.clear()
    tasks.close()
    files.lock(file)
    return [
        of("timeline: first paint", taken, 100, f"{entries} entries"),
        of("timeline: one step closer", again, 100),
    ]


def _case() -> Case:
    """A large case, its history and addresses cut into so many rows that there are 400 events."""
    from hrd_desktop.core.timeline import events

    case = big_case(12)
    for row in range(_ENTRIES):
        person = case.persons[row % len(case.persons)]
        start, end = PartialDate(2000 + row // 17, row % 12 + 1), PartialDate(2001 + row // 17, row % 12 + 1)
        if row % 2:
            person.addresses.append(Address(id=f"XA{row + 1}", start=start, end=end, kind="home", country="KE"))
        else:
            person.history.append(History(id=f"XH{row + 1}", start=start, end=end, activity="work", country="KE"))
        if len(events(case)) >= _ENTRIES:
            break
    assert DAY.year >= 2026
    return case
