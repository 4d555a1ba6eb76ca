"""From asking for a case until its page is painted: a family of twelve with four hundred rows."""

from __future__ import annotations

import os
import time
from pathlib import Path

from hrd_desktop.core.background import Address, History
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import rows_by_id
from tests.bench.caseload import DAY, PASSPHRASE
from tests.bench.generate import big_case
from tests.bench.table import Row, of

_PERSONS, _ROWS, _TIMES = 12, 400, 15


def opening_rows(folder: Path, _cases: int) -> list[Row]:
    """Open the case again and again in a window that stands; the clock stops when the page was painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from datetime import UTC, datetime

    from PySide6.QtWidgets import QApplication, QStackedWidget

    from hrd_desktop.gui.case_page import CasePage
    from hrd_desktop.gui.open_case import OpenCase
    from hrd_desktop.gui.tasks import Tasks
    from hrd_desktop.gui.theme import Theme
    from hrd_desktop.services import cases, files
    from hrd_desktop.store import cases as stored

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, "light", 100)
    case = large_case()
    file = files.create(folder / "opening", PASSPHRASE, calibrate=False)
    with file.session() as session:
        stored.add(session, [case])
    tasks = Tasks()
    stack = QStackedWidget()
    stack.resize(1184, 728)
    stack.show()
    app.processEvents()
    reading, window, whole = [], [], []
    for _ in range(_TIMES + 1):
        start = time.perf_counter()
        opened = cases.prepared(cases.open_case(file, case.code), DAY)
        read = time.perf_counter()
        open_case = OpenCase(file, opened, tasks, lambda: datetime(2026, 9, 15, tzinfo=UTC))
        page = CasePage(open_case, tasks, "en")
        stack.addWidget(page)
        stack.setCurrentWidget(page)
        page.repaint()
        painted = time.perf_counter()
        reading.append((read - start) * 1000)
        window.append((painted - read) * 1000)
        bodies = page.stack.currentWidget().bodies  # type: ignore[attr-defined]  # the first page is one of fields
        app.processEvents()
        whole.append((time.perf_counter() - read) * 1000)
        assert bodies
        stack.removeWidget(page)
        page.deleteLater()
        open_case.deleteLater()
        app.processEvents()
    tasks.close()
    files.lock(file)
    return [
        of("open a case: reading it, in the thread of the file", reading[1:], None, f"{len(rows_by_id(case))} rows"),
        of("open a case: first paint, in the thread of the window", window[1:], 50, f"{len(case.persons)} persons"),
        of("open a case: until every field of the section stands", whole[1:], None),
    ]


def large_case() -> Case:
    """A case of twelve persons, their addresses and histories cut into so many rows that it has four hundred."""
    case = big_case(40)
    while len(case.persons) < _PERSONS:
        number = 50 + len(case.persons)
        name = Name(id=f"XN{number}", kind="document", family="Ostrava", given=f"Number {number}")
        born = Birth(date=PartialDate(1950 + number % 50))
        case.persons.append(
            Person(id=f"P{number}", relation="other_relative", plan="accompanying", names=[name], birth=born)
        )
    for row in range(_ROWS - len(rows_by_id(case))):
        person = case.persons[row % len(case.persons)]
        start, end = PartialDate(2000 + row // 17, row % 12 + 1), PartialDate(2001 + row // 17, row % 12 + 1)
        if row % 2:
            person.addresses.append(Address(id=f"XA{row + 1}", start=start, end=end, kind="home", country="KE"))
        else:
            person.history.append(History(id=f"XH{row + 1}", start=start, end=end, activity="work", country="KE"))
    return case
