"""What locking does with what is under way: a half-typed text is kept, a packet stopped or finished first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit

from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.new_case_dialog import NewCaseDialog
from hrd_desktop.gui.new_task_dialog import NewTaskDialog
from hrd_desktop.gui.new_task_line import NewTaskLine
from hrd_desktop.gui.quick_entry import QuickEntry
from hrd_desktop.services import cases, files
from tests.gui.frame_desk import lock
from tests.gui.packet_desk import Chosen, choose

from .conftest import PASSPHRASE


def test_half_a_field_in_an_editor_with_the_keyboard_is_saved(on_case, qtbot, locked_file):
    page = on_case.pages.currentWidget()
    page.show_place("case.partner_reference")
    field = on_case.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, "TYPED-77")
    lock(on_case, qtbot, "sleep")
    file = files.unlock(locked_file, PASSPHRASE)
    assert cases.open_case(file, "HRD-2026-S1").case.partner_reference == "TYPED-77"
    files.lock(file)


def test_half_a_text_is_saved(on_case, qtbot, locked_file):
    page = on_case.pages.currentWidget()
    incident = page.context.case.case.incidents[0].id
    page.show_place(f"{incident}.description")
    field = on_case.focusWidget()
    assert isinstance(field, QTextEdit)
    QTest.keyClicks(field, "TYPED-77 ")
    lock(on_case, qtbot, "lid")
    file = files.unlock(locked_file, PASSPHRASE)
    assert "TYPED-77" in cases.open_case(file, "HRD-2026-S1").case.incidents[0].description
    files.lock(file)


def on_file(path):
    """The case as somebody finds it who opens the file afterwards, and the codes of all cases."""
    file = files.unlock(path, PASSPHRASE)
    rows = cases.list_cases(file, cases.CaseloadQuery(), 0, 100)
    found = cases.open_case(file, "HRD-2026-S1").case
    files.lock(file)
    return found, {row.code: row.alias for row in rows}


def test_a_task_and_an_entry_that_are_half_typed_are_kept(on_case, qtbot, locked_file):
    page = on_case.pages.currentWidget()
    page.show_section("journal")
    [line] = page.findChildren(NewTaskLine)
    QTest.keyClicks(line.text, "Ask her about TYPED-77")
    [entry] = page.findChildren(QuickEntry)
    QTest.keyClicks(entry.paper, "Half a sentence")
    lock(on_case, qtbot, "sleep")
    case, _ = on_file(locked_file)
    assert "Ask her about TYPED-77" in [task.text for task in case.tasks]
    assert "Half a sentence" in [one.text for one in case.journal]


def test_a_new_task_and_a_new_case_that_are_complete_are_kept(opened, tasks, language, now, qtbot, locked_file, show):
    adding = show(NewTaskDialog(opened._file, tasks, language, now, opened))
    qtbot.waitUntil(lambda: adding.found.count() > 0)
    adding.text.setText("Call about TYPED-77")
    adding.search.setText("S1")
    qtbot.waitUntil(lambda: adding.found.count() == 1 and adding.found.currentItem() is not None)
    beginning = show(NewCaseDialog(opened._file, tasks, language, now().date(), opened))
    qtbot.waitUntil(lambda: bool(beginning.code.text()))
    beginning.code.setText("NEW-1")
    beginning.name.setText("Half a na")
    lock(opened, qtbot, "idle")
    case, codes = on_file(locked_file)
    assert "Call about TYPED-77" in [task.text for task in case.tasks]
    assert "NEW-1" in codes


def test_what_is_not_enough_for_a_case_begins_none(opened, tasks, language, now, qtbot, locked_file, show):
    beginning = show(NewCaseDialog(opened._file, tasks, language, now().date(), opened))
    qtbot.waitUntil(lambda: bool(beginning.code.text()))
    lock(opened, qtbot, "idle")
    assert len(on_file(locked_file)[1]) == 5


# A packet that is being written


class Packet:
    """A packet that is begun and does not get on: the test holds the case file until it says `go`."""

    def __init__(self, frame: Frame, dialog: Chosen, folder: Path) -> None:
        self.frame, self.dialog, self.folder = frame, dialog, folder
        self.file = frame._file

    def begin(self) -> None:
        self.file._turn.acquire()
        self.dialog.export_button.click()
        assert self.dialog._work.writing

    def go(self) -> None:
        self.file._turn.release()

    def written(self) -> list[str]:
        return [path.name for path in self.folder.iterdir()]


@pytest.fixture
def packet(on_case, tasks, qtbot, tmp_path):
    page = on_case.pages.currentWidget()
    dialog = Chosen(page.context, tasks, on_case)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
    choose(dialog, "recipient", "protect_defenders")
    dialog.draft.setChecked(True)
    qtbot.waitUntil(lambda: not dialog._work.busy and not dialog._soon.isActive())
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.path = folder / "packet.pdf"
    return Packet(on_case, dialog, folder)


def test_locking_stops_a_packet_and_leaves_no_file(on_case, packet, qtbot):
    packet.begin()
    with qtbot.waitSignal(on_case.locking.locked):
        on_case.lock()
        assert on_case.unlock.isVisible()
        assert not packet.dialog.isVisible()
        packet.go()
    assert packet.written() == []
    first, second = on_case.unlock.reason.text().splitlines()
    assert first == "Locked: you locked it."
    assert second.startswith("A packet was being written and was stopped.")


def test_locking_finishes_a_packet_first_where_that_is_wanted(on_case, packet, qtbot, preferences):
    preferences.change(finish_packet=True)
    packet.begin()
    with qtbot.waitSignal(on_case.locking.locked, timeout=30_000):
        on_case.lock_for("idle")
        assert on_case.pages.currentWidget() is on_case.unlock
        assert not packet.dialog.isVisible()
        assert on_case.unlock.reason.text().splitlines()[1:] == ["Finishing a packet, then locked."]
        assert packet.file._engine is not None
        packet.go()
    assert packet.written() == ["packet.pdf"]
    assert packet.file._engine is None
    assert "packet" not in on_case.unlock.reason.text()


@pytest.mark.parametrize("reason", ["sleep", "lid", "logoff"])
def test_a_key_never_lies_in_a_computer_that_sleeps(on_case, packet, qtbot, preferences, reason):
    preferences.change(finish_packet=True)
    packet.begin()
    with qtbot.waitSignal(on_case.locking.locked):
        on_case.lock_for(reason)
        packet.go()
    assert packet.written() == []


def test_sleep_stops_what_was_being_finished(on_case, packet, qtbot, preferences):
    preferences.change(finish_packet=True)
    packet.begin()
    with qtbot.waitSignal(on_case.locking.locked):
        on_case.lock_for("idle")
        on_case.lock_for("sleep")
        packet.go()
    assert packet.written() == []


def test_a_failure_in_the_dark_names_nothing(on_case, packet, qtbot, preferences):
    preferences.change(finish_packet=True)
    packet.begin()
    packet.folder.rmdir()
    with qtbot.waitSignal(on_case.locking.locked, timeout=30_000):
        on_case.lock_for("idle")
        packet.go()
    assert "What was under way has not been finished." in on_case.unlock.reason.text()
    assert on_case.status.currentMessage() == ""
