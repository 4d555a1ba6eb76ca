"""Pages of papers are made ready while nobody waits, and no longer once somebody locks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hrd_desktop.gui.paper_desk import PaperDesk, desk_of
from hrd_desktop.services import evidence, ready_pages
from tests.documents import papers
from tests.gui.case_desk import Desk

AT = datetime(2026, 9, 15, 9, 0, tzinfo=UTC)


def taken_in(desk: Desk, pages: int) -> str:
    with evidence.Reader() as reader:
        data = papers.pdf(pages=pages)
        added = evidence.add(desk.file, desk.code, data, "a.pdf", title="Paper", kind="report", at=AT, reader=reader)
    return added.sha256


@pytest.fixture
def table(desk: Desk) -> PaperDesk:
    made = desk_of(desk.context)
    made.ahead._soon.setInterval(0)
    return made


def test_what_is_in_is_made_ready_by_itself(desk: Desk, table: PaperDesk, qtbot) -> None:
    digest = taken_in(desk, 3)
    with qtbot.waitSignal(table.ahead.idle, timeout=30_000):
        table.refresh()
    assert ready_pages.missing(desk.file, desk.code, digest) == []
    assert len(ready_pages.ready(desk.file, desk.code, digest)) == 3
    assert table.ahead._reading._reader._process is None
    with qtbot.waitSignal(table.listed_changed, timeout=5000):
        table.refresh()
    assert not table.ahead.busy


def test_locking_stops_it_and_what_was_made_stays(desk: Desk, table: PaperDesk, qtbot) -> None:
    digest = taken_in(desk, 60)
    table.refresh()
    qtbot.waitUntil(lambda: 0 < len(table.ahead._todo) < 60, timeout=30_000)
    with qtbot.waitSignal(table.ahead.idle, timeout=2000):
        qtbot.waitUntil(lambda: desk.tasks.stop_long() or not table.ahead.busy, timeout=2000)
    assert 0 < len(ready_pages.missing(desk.file, desk.code, digest)) < 60
    assert table.ahead._reading._reader._process is None
