"""The curtain covers every window at once, lets nothing through, and gives everything back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.gui.curtain import Curtain
from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.idle import IdleTimer

from .conftest import PASSPHRASE

SECRET = "Notebook"


class Room(QDialog):
    """A window with something in it that is not for everybody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Room")
        self.line = QLineEdit(SECRET, self)
        self.told = QLabel(SECRET, self)
        self.late = QLabel(SECRET + " late", self)
        self.late.hide()
        self.good = QPushButton("Good", self)
        self.good.setDefault(True)
        self.pressed = 0
        self.good.clicked.connect(self._press)
        QShortcut(QKeySequence("Ctrl+G"), self).activated.connect(self._press)
        column = QVBoxLayout(self)
        for widget in (self.line, self.told, self.late, self.good):
            column.addWidget(widget)
        self.line.setFocus()

    def _press(self) -> None:
        self.pressed += 1


@pytest.fixture
def curtain(qapp):
    made = Curtain()
    yield made
    made.lift()
    made.deleteLater()


@pytest.fixture
def room(curtain, show, qtbot):
    made = show(Room())
    qtbot.waitUntil(made.isActiveWindow)
    curtain.watch(made.windowHandle())
    return made


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.windowHandle(), key, modifiers)


def seen() -> str:
    """What a screen reader is shown of all windows."""
    names: list[str] = []

    def walk(tree) -> None:
        if tree is None or not tree.isValid() or tree.state().invisible:
            return
        names.extend(tree.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
        for n in range(tree.childCount()):
            walk(tree.child(n))

    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            walk(QAccessible.queryAccessibleInterface(window))
    return "\n".join(names)


def is_dark(window) -> bool:
    """Whether nothing but the surface is painted."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    surface = next(each for each in window.children() if type(each).__name__ == "CurtainSurface")
    alone = surface.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return image == alone


def test_one_key_covers_and_the_same_uncovers(room, curtain):
    assert SECRET in seen()
    press(room, Qt.Key.Key_F12)
    assert curtain.drawn
    assert SECRET not in seen()
    assert "Covered. Press F12 to go on." in seen()
    assert is_dark(room)
    assert room.windowTitle() == QApplication.applicationDisplayName()
    press(room, Qt.Key.Key_F12)
    assert not curtain.drawn
    assert SECRET in seen()
    assert room.line.hasFocus()
    assert not room.late.isVisible()


def test_a_held_key_does_not_flicker(room, curtain):
    press(room, Qt.Key.Key_F12)
    QTest.keyClick(room.windowHandle(), Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert curtain.drawn


def test_the_button_lifts_and_the_mouse_alone_does_not(room, curtain, qtbot):
    press(room, Qt.Key.Key_F12)
    QTest.mouseMove(room.windowHandle(), QPoint(9, 9))
    QTest.mouseClick(room.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))
    assert curtain.drawn
    [cover] = curtain._covers
    assert cover.surface.button.hasFocus()
    press(room, Qt.Key.Key_Space)
    assert not curtain.drawn


def test_no_key_reaches_what_is_behind(room, curtain):
    press(room, Qt.Key.Key_F12)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Delete):
        press(room, key)
    press(room, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert room.isVisible()
    assert room.pressed == 0
    assert room.line.text() == SECRET
    curtain.lift()
    press(room, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert room.pressed == 1


def test_every_window_is_covered_and_menus_go(room, curtain, show, qtbot):
    second = show(Room(room))
    menu = QMenu(second)
    menu.addAction(SECRET)
    menu.popup(QPoint(10, 10))
    qtbot.waitUntil(menu.isVisible)
    curtain.draw()
    assert not menu.isVisible()
    assert is_dark(room)
    assert is_dark(second)
    assert SECRET not in seen()
    curtain.lift()
    assert second.told.isVisible()


@pytest.mark.parametrize("kind", ["menu", "list"])
def test_the_key_works_while_a_menu_or_a_list_hangs_open(room, curtain, clock, qtbot, kind):
    idle = IdleTimer(clock, 5, curtain)
    curtain.popup_seen.connect(idle.watch)
    idle.start()
    if kind == "menu":
        popup = QMenu(room)
        popup.addAction(SECRET)
        popup.popup(QPoint(10, 10))
    else:
        box = QComboBox(room)
        box.addItems([SECRET, "another"])
        box.show()
        box.showPopup()
        popup = box.view().window()
    with qtbot.waitSignal(curtain.popup_seen):
        pass
    clock.work(100)
    press(room, Qt.Key.Key_Down)
    assert idle.idle_seconds() == 0
    press(room, Qt.Key.Key_F12)
    assert curtain.drawn
    assert not popup.isVisible()
    assert is_dark(room)
    idle.stop()


def test_what_comes_up_meanwhile_is_covered_too(room, curtain, show):
    curtain.draw()
    late = show(Room())
    menu = QMenu(late)
    menu.addAction(SECRET)
    menu.popup(QPoint(10, 10))
    assert not menu.isVisible()
    assert is_dark(late)
    assert SECRET not in seen()
    curtain.lift()
    assert late.told.isVisible()


def test_what_a_page_decides_meanwhile_holds_afterwards(room, curtain):
    curtain.draw()
    room.late.setVisible(True)
    room.told.setVisible(False)
    assert SECRET not in seen()
    assert is_dark(room)
    curtain.lift()
    assert room.late.isVisible()
    assert not room.told.isVisible()


def test_it_grows_with_the_window(room, curtain, qtbot):
    curtain.draw()
    room.resize(700, 500)
    qtbot.waitUntil(lambda: curtain._covers[0].surface.size() == room.size())


def test_a_dialog_that_waits_for_an_answer_goes_on_waiting(room, curtain, qtbot):
    asking = Room(room)
    asking.open()
    qtbot.waitUntil(asking.isVisible)
    ended = []
    asking.finished.connect(ended.append)
    curtain.draw()
    curtain.lift()
    assert ended == []
    assert asking.isVisible()
    asking.done(0)


def test_the_words_follow_the_language(room, curtain, language, qtbot):
    curtain.draw()
    language.set("fr")
    told = curtain._covers[0].surface.told
    qtbot.waitUntil(lambda: told.text() == "Écran couvert. Appuyez sur F12 pour continuer.")


# In the program


@pytest.fixture
def on_case(preferences, language, tasks, clock, now, locked_file, show, qtbot):
    frame = Frame(preferences, language, tasks, clock, now, locked_file, calibrate=False)
    show(frame)
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    frame.open_case("HRD-2026-S1")
    qtbot.waitUntil(lambda: type(frame.pages.currentWidget()).__name__ == "CasePage")
    yield frame
    frame.curtain.lift()
    frame.lock()


def test_the_case_is_covered_with_menus_and_status(on_case):
    assert SECRET in seen()
    title = on_case.windowTitle()
    press(on_case, Qt.Key.Key_F12)
    assert SECRET not in seen()
    assert "HRD-2026-S1" not in seen()
    assert is_dark(on_case)
    assert on_case.windowTitle() == title
    page = on_case.pages.currentWidget()
    press(on_case, Qt.Key.Key_F12)
    assert on_case.pages.currentWidget() is page
    assert SECRET in seen()
    assert on_case.menuBar().isVisible()


def test_rail_and_menu_cover_too(on_case):
    on_case.rail.cover_button.click()
    assert on_case.curtain.drawn
    on_case.curtain.lift()
    on_case.menus.cover.emit()
    assert on_case.curtain.drawn


def test_locking_works_through_it(on_case, qtbot):
    on_case.curtain.draw()
    with qtbot.waitSignal(on_case.locking.locked):
        press(on_case, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not on_case.is_open
    assert not on_case.curtain.drawn
    assert on_case.unlock.isVisible()


@pytest.mark.parametrize("kind", ["dialog", "menu"])
def test_the_keys_lock_in_a_dialog_and_over_a_menu_too(on_case, qtbot, kind):
    if kind == "dialog":
        front = Room(on_case)
        front.open()
    else:
        front = QMenu(on_case)
        front.addAction(SECRET)
        front.popup(on_case.mapToGlobal(QPoint(10, 10)))
    on_case.curtain.watch(front.windowHandle())
    with qtbot.waitSignal(on_case.locking.locked):
        press(front, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not on_case.is_open


def test_a_message_keeps_its_size_and_says_nothing_in_its_title(on_case, qtbot):
    box = QMessageBox(QMessageBox.Icon.Question, "Erase Quince", "Erase the case Quince? " * 8, parent=on_case)
    box.setWindowTitle("Erase Quince")
    box.open()
    qtbot.waitExposed(box)
    size = box.size()
    on_case.curtain.draw()
    QApplication.processEvents()
    assert box.size() == size
    assert box.windowTitle() == QApplication.applicationDisplayName() != ""
    on_case.curtain.lift()
    QApplication.processEvents()
    assert box.size() == size
    assert box.windowTitle() == "Erase Quince"


def test_the_time_goes_on_behind_it(on_case, clock, qtbot):
    on_case.curtain.draw()
    clock.work(299)
    on_case.idle.check()
    assert on_case.is_open
    clock.work(1)
    with qtbot.waitSignal(on_case.locking.locked):
        on_case.idle.check()
    assert not on_case.curtain.drawn
    assert on_case.unlock.reason.text() == "Locked: nobody touched the program for 5 minutes."


def test_half_a_field_is_kept_behind_it(on_case, qtbot):
    page = on_case.pages.currentWidget()
    page.show_place("case.partner_reference")
    field = on_case.focusWidget()
    QTest.keyClicks(field, "7")
    press(on_case, Qt.Key.Key_F12)
    assert page.context.case.value("case.partner_reference").endswith("7")
    press(on_case, Qt.Key.Key_F12)
    assert field.hasFocus()
    assert field.text().endswith("7")


def test_a_dialog_of_the_system_is_closed(room, curtain):
    asking = Room(room)
    asking.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # as Qt does where the system draws it
    asking.open()
    assert asking.isVisible()
    curtain.draw()
    assert not asking.isVisible()
    assert asking.result() == QDialog.DialogCode.Rejected
