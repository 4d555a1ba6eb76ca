"""What locking leaves behind: nothing. Why it is locked is said, and a computer sleeps only when the key is gone."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QClipboard
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hrd_desktop.errors import Locked
from hrd_desktop.gui.away import Away
from hrd_desktop.gui.locking import empty_clipboard
from hrd_desktop.vault.data_key import DataKey
from tests.gui.frame_desk import lock, unlock

from .conftest import PASSPHRASE

CANARIES = ("Notebook", "HRD-2026-S1", "TYPED-77")


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
    unlock(opened, qtbot, PASSPHRASE)
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
    unlock(frame, qtbot, PASSPHRASE)
    assert frame.is_open


def test_systems_that_do_not_wait_are_waited_for(opened):
    taken = opened._file._key.buffer()
    opened.lock_for("sleep")
    assert opened.locking.wait(10)
    assert not any(taken)
