"""What locking leaves behind: nothing. And what it does with what is under way."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

from hrd_desktop.errors import Locked
from hrd_desktop.gui.away import Away
from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.locking import empty_clipboard
from hrd_desktop.gui.new_case_dialog import NewCaseDialog
from hrd_desktop.gui.new_task_dialog import NewTaskDialog
from hrd_desktop.gui.new_task_line import NewTaskLine
from hrd_desktop.gui.quick_entry import QuickEntry
from hrd_desktop.services import cases, files
from hrd_desktop.vault.data_key import DataKey
from tests.gui.packet_desk import Chosen, choose

from .conftest import PASSPHRASE

CANARIES = ("Notebook", "HRD-2026-S1", "TYPED-77")


@pytest.fixture
def frame(preferences, language, tasks, clock, now, locked_file, show, qtbot):
    made = Frame(preferences, language, tasks, clock, now, locked_file, calibrate=False)
    show(made)
    yield made
    made.lock()


@pytest.fixture
def opened(frame, qtbot):
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    return frame


@pytest.fixture
def on_case(opened, qtbot):
    opened.open_case("HRD-2026-S1")
    qtbot.waitUntil(lambda: type(opened.pages.currentWidget()).__name__ == "CasePage")
    return opened


def lock(frame, qtbot, reason="hand"):
    """Lock, and wait until the key is gone."""
    with qtbot.waitSignal(frame.locking.locked, timeout=30_000):
        frame.lock_for(reason)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("hand", "Locked: you locked it."),
        ("idle", "Locked: nobody touched the program for 5 minutes."),
        ("sleep", "Locked: the computer went to sleep."),
        ("lid", "Locked: the lid was closed."),
        ("screen", "Locked: the screen was locked."),
        ("switch", "Locked: somebody else took over the computer."),
        ("logoff", "Locked: the computer was being shut down, or its user signed out."),
    ],
)
def test_why_it_is_locked_is_said_where_it_is_unlocked(opened, qtbot, reason, said):
    assert not opened.unlock.reason.isVisible()
    lock(opened, qtbot, reason)
    assert opened.unlock.reason.isVisible()
    assert opened.unlock.reason.text() == said
    opened.lock_for("screen")  # nothing is open: the reason stays
    assert opened.unlock.reason.text() == said
    opened.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(opened.unlock.opened):
        opened.unlock.submit()
    assert opened.unlock.reason.isHidden()


def test_the_reason_follows_the_language(opened, qtbot, language):
    lock(opened, qtbot, "lid")
    language.set("fr")
    qtbot.waitUntil(lambda: opened.unlock.reason.text() == "Verrouillé\u00a0: l’écran du portable a été rabattu.")


def test_nothing_to_lock_is_told_at_once(frame, qtbot):
    with qtbot.waitSignal(frame.locking.locked, timeout=0):
        frame.lock_for("sleep")


def test_the_key_is_overwritten_and_the_engine_gone(opened, qtbot):
    file = opened._file
    key: DataKey = file._key
    taken = key.buffer()
    assert any(taken)
    lock(opened, qtbot)
    assert not any(taken)
    assert file._engine is None
    with pytest.raises(ValueError, match="wiped"):
        key.buffer()
    with pytest.raises(Locked), file.session():
        pass


def test_no_page_no_case_and_no_undo_outlive_the_lock(on_case, qtbot):
    page = on_case.pages.currentWidget()
    page.context.case.set_value("case.partner_reference", "TYPED-77")  # now there is something to undo
    doomed = [weakref.ref(each) for each in (page, page.context, page.context.case, page.context.case._edits)]
    widgets = [each for each in QApplication.allWidgets() if any(one in told(each) for one in CANARIES)]
    assert widgets
    del page, widgets
    lock(on_case, qtbot)
    gc.collect()
    left = [each() for each in doomed if each() is not None]
    assert left == []
    for each in QApplication.allWidgets():
        assert not any(one in told(each) for one in CANARIES), type(each)


def told(widget: QWidget) -> str:
    """What a screen reader or a look at the widget itself finds."""
    tree = QAccessible.queryAccessibleInterface(widget)
    names = [widget.windowTitle(), widget.toolTip()]
    if tree is not None and tree.isValid():
        names += [tree.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    return "\n".join(names)


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


class Clipboard:
    """The clipboard of a system that tells who filled it; that of the tests does not."""

    def __init__(self, *owned: QClipboard.Mode) -> None:
        self.owned = set(owned)
        self.cleared: list[QClipboard.Mode] = []

    def ownsClipboard(self) -> bool:
        return QClipboard.Mode.Clipboard in self.owned

    def ownsSelection(self) -> bool:
        return QClipboard.Mode.Selection in self.owned

    def supportsSelection(self) -> bool:
        return True

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


def test_what_we_put_on_the_clipboard_does_not_stay():
    modes = [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection]
    ours = Clipboard(*modes)
    empty_clipboard(ours)
    assert ours.cleared == modes
    theirs = Clipboard()
    empty_clipboard(theirs)
    assert theirs.cleared == []


def test_menus_over_the_window_go(opened, qtbot):
    menu = QMenu(opened)
    menu.addAction("TYPED-77")
    menu.popup(opened.mapToGlobal(opened.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    lock(opened, qtbot)
    assert not menu.isVisible()


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
    assert on_case.unlock.reason.text() == "Locked: you locked it."


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


# Going away


class Listener(QObject):
    heard = Signal(str)
    slept_with = None

    def let_sleep(self) -> None:
        self.slept_with = self.key_of()

    def end(self) -> None:
        pass


def test_sleep_begins_when_the_key_is_gone(opened, qtbot):
    away, listener = Away(), Listener()
    away.listen(listener)
    away.gone.connect(opened.lock_for)
    opened.locking.locked.connect(away.locked)
    taken = opened._file._key.buffer()
    listener.key_of = lambda: bytes(taken)
    with qtbot.waitSignal(opened.locking.locked):
        listener.heard.emit("sleep")
        assert opened.pages.currentWidget() is opened.unlock
        assert listener.slept_with is None
    assert listener.slept_with == bytes(32)
    away.deleteLater()


def test_a_file_that_is_being_opened_does_not_stay_open(frame, qtbot):
    frame.unlock.passphrase.setText(PASSPHRASE)
    told = []
    frame.locking.locked.connect(lambda: told.append(frame.is_open))
    with qtbot.waitSignal(frame.locking.locked):
        frame.unlock.submit()
        frame.lock_for("lid")
        assert told == []  # sleep waits until it is open and locked again
    assert told == [False]
    assert frame.unlock.reason.text() == "Locked: the lid was closed."
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    assert frame.is_open


def test_systems_that_do_not_wait_are_waited_for(opened):
    taken = opened._file._key.buffer()
    opened.lock_for("sleep")
    assert opened.locking.wait(10)
    assert not any(taken)
