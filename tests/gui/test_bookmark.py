"""A case opens where the work on it stopped: the same page, field and mode, also after a kill."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.section_page import SectionPage
from hrd_desktop.services import cases, files
from tests.gui.case_desk import NOW, PASSPHRASE, Desk
from tests.gui.guided_desk import focused_place, guided


@pytest.fixture
def page_on(desk_of, show):
    """The page of the case on the desk, opened as often as one likes in the same window."""
    made: list[Desk] = []
    window = QStackedWidget()
    window.resize(1184, 728)
    show(window)

    def make() -> tuple[Desk, CasePage]:
        if not made:
            made.append(desk_of("s1"))
        desk = made[0]
        case = OpenCase(desk.file, cases.open_case(desk.file, desk.code), desk.tasks, lambda: NOW)
        page = CasePage(case, desk.tasks, "en")
        case.setParent(page)
        window.addWidget(page)
        window.setCurrentWidget(page)
        page.setFocus()
        return desk, page

    return make


def kept(desk: Desk) -> tuple[str, str | None, bool]:
    mark = cases.open_case(desk.file, desk.code).bookmark
    return (mark.section, mark.place, mark.guided) if mark is not None else ("", None, False)


def test_a_case_opens_at_the_field_where_somebody_was(page_on, qtbot) -> None:
    desk, page = page_on()
    page.show_place("IN1.place")
    qtbot.waitUntil(lambda: kept(desk) == ("incidents", "IN1.place", False))
    _, again = page_on()
    assert again.section == "incidents"
    qtbot.waitUntil(lambda: focused_place() == "IN1.place")


def test_the_mode_and_the_question_are_kept(page_on, qtbot) -> None:
    desk, page = page_on()
    page.show_place("P1.acts")
    asks = guided(page)
    asks.next.click()
    place = asks.place
    qtbot.waitUntil(lambda: kept(desk) == (page.section, place, True))
    assert page.section == "background:P1"
    _, again = page_on()
    shown = again.stack.currentWidget()
    assert isinstance(shown, SectionPage)
    assert again.section == "background:P1"
    assert shown.switch.guided
    qtbot.waitUntil(lambda: shown.guided is not None and shown.guided.place == place)


def test_leaving_keeps_the_place_at_once(page_on, qtbot) -> None:
    desk, page = page_on()
    page.show_place("case.claim.grounds")
    page.hide()  # as the window does when it locks
    qtbot.waitUntil(lambda: kept(desk)[:2] == ("incidents", "case.claim.grounds"), timeout=2000)


def test_a_place_that_is_gone_leads_to_its_section(page_on, qtbot) -> None:
    desk, page = page_on()
    key = page.context.case.add_row("case.journal", {"on": NOW.date(), "text": "A call."})
    page.show_place(f"{key}.text")
    page.show_section("incidents")
    page.show_place("IN1.place")
    qtbot.waitUntil(lambda: kept(desk) == ("incidents", "IN1.place", False))
    page.context.case.remove_row("IN1")
    qtbot.waitUntil(lambda: not page.context.case.busy)
    _, again = page_on()
    assert again.section == "incidents"


def test_a_judging_page_is_kept_too(page_on, qtbot) -> None:
    desk, page = page_on()
    page.show_section("review")
    qtbot.waitUntil(lambda: kept(desk)[0] == "review")
    _, again = page_on()
    assert again.section == "review"
    qtbot.keyClick(again.sections, Qt.Key.Key_Up)
    assert again.section == "admissibility"


_KILLED = """
    import os, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from hrd_desktop.gui.case_page import CasePage
    from hrd_desktop.gui.open_case import OpenCase
    from hrd_desktop.gui.tasks import Tasks
    from hrd_desktop.services import cases, files

    app = QApplication([])
    file = files.unlock(Path(sys.argv[1]), sys.argv[2])
    tasks = Tasks()
    case = OpenCase(file, cases.open_case(file, "HRD-2026-S1"), tasks, lambda: datetime(2026, 9, 15, 12, tzinfo=UTC))
    page = CasePage(case, tasks, "en")
    page.resize(1184, 728)
    page.show()
    page.show_section("asylum")
    page.stack.currentWidget().switch.one.click()
    page.show_place("case.asylum.conditions.may_work")
    look = QTimer()

    def kill():
        mark = cases.open_case(file, "HRD-2026-S1").bookmark
        if mark is not None and mark.place == "case.asylum.conditions.may_work":
            print(mark.place, flush=True)
            os.kill(os.getpid(), 9)

    look.timeout.connect(lambda: tasks.database(kill, owner=page))
    look.start(50)
    app.exec()
"""


def test_the_place_is_there_after_a_kill(templates, tmp_path: Path) -> None:
    path = tmp_path / "cases.hrd"
    templates.copy("s1", path)
    program = textwrap.dedent(_KILLED)
    done = subprocess.run(
        [sys.executable, "-c", program, str(path), PASSPHRASE], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == -9, done.stderr
    file = files.unlock(path, PASSPHRASE)
    try:
        mark = cases.open_case(file, "HRD-2026-S1").bookmark
    finally:
        files.lock(file)
    assert mark is not None
    assert (mark.section, mark.place, mark.guided) == ("asylum", "case.asylum.conditions.may_work", True)


def test_no_place_of_a_case_is_in_the_settings(page_on, qtbot, preferences, tmp_path: Path) -> None:
    desk, page = page_on()
    page.show_place("P1.birth.date")
    qtbot.waitUntil(lambda: kept(desk)[1] == "P1.birth.date")
    preferences.change(text_percent=150)
    path = tmp_path / "config" / "settings.json"
    qtbot.waitUntil(path.exists)
    assert "P1" not in json.dumps(json.loads(path.read_text("utf-8")))
