"""Locks by the clock on the wall, whatever the machine did meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.idle import IdleTimer


@pytest.fixture
def idle(qapp, clock):
    timer = IdleTimer(clock, 5)
    timer.said = []
    timer.remaining.connect(lambda left, _of: timer.said.append(left))
    timer.expired.connect(lambda: timer.said.append("expired"))
    timer.start()
    yield timer
    timer.stop()
    timer.deleteLater()


def test_counts_down_and_expires_once(idle, clock):
    clock.work(10)
    assert not idle.check()
    clock.work(289)
    assert not idle.check()
    clock.work(1)
    assert idle.check()
    assert not idle.check()
    assert idle.said == [290, 1, "expired"]


def test_touch_begins_anew(idle, clock):
    clock.work(299)
    idle.touch()
    clock.work(299)
    assert not idle.check()


def test_sleep_counts(idle, clock):
    clock.sleep(3600)
    assert idle.check()


def test_putting_the_clock_back_gives_no_time(idle, clock):
    clock.at -= 86400
    clock.work(300)
    assert idle.check()


def test_new_limit_counts_from_the_last_touch(idle, clock):
    clock.work(120)
    idle.set_minutes(1)
    assert idle.said == ["expired"]


def test_input_is_a_touch(idle, clock, show):
    window = show(QWidget())
    idle.watch(window.windowHandle())
    clock.work(200)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert idle.idle_seconds() == 0
    clock.work(200)
    QTest.mouseMove(window.windowHandle(), QPoint(5, 5))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert idle.idle_seconds() == 0


def test_first_touch_after_waking_locks_instead_of_prolonging(idle, clock, show):
    class Page(QWidget):
        typed = 0

        def keyPressEvent(self, event):
            self.typed += 1

    window = show(Page())
    window.setFocus()
    idle.watch(window.windowHandle())
    idle.said.clear()
    clock.sleep(3600)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert idle.said == ["expired"]
    assert window.typed == 0


def test_return_to_the_program_asks_the_clock(idle, clock, qapp):
    clock.sleep(3600)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert idle.said == ["expired"]


def test_stopped_timer_says_nothing(idle, clock):
    idle.stop()
    clock.work(3600)
    assert not idle.check()
    assert idle.said == []
