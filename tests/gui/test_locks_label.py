"""The last minute before locking: seen, said aloud, and ended by a touch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrd_desktop.gui.idle import IdleTimer
from hrd_desktop.gui.locks_label import LocksLabel


@pytest.fixture
def label(show):
    window = QWidget()
    made = LocksLabel(window)
    made.said = []
    made.announced.connect(made.said.append)
    QHBoxLayout(window).addWidget(made)
    window.resize(1200, 60)
    show(window)
    return made


@pytest.fixture
def idle(label, clock):
    timer = IdleTimer(clock, 5, label)
    timer.remaining.connect(label.count)
    timer.watch(label.window().windowHandle())
    timer.start()
    timer.check()
    yield timer
    timer.stop()


def pass_seconds(idle, clock, seconds):
    for _ in range(seconds):
        clock.work(1)
        idle.check()


def test_the_last_minute_counts_seconds_and_is_said_twice(idle, label, clock):
    pass_seconds(idle, clock, 239)
    assert label.text() == "Locks in 2 min"
    assert label.said == []
    pass_seconds(idle, clock, 1)
    assert label.text() == "Locks in 60 s. Press any key to stay."
    pass_seconds(idle, clock, 1)
    assert label.text() == "Locks in 59 s. Press any key to stay."
    assert label.said == ["Locks in 60 s. Press any key to stay."]
    pass_seconds(idle, clock, 58)
    assert label.text() == "Locks in 1 s. Press any key to stay."
    assert label.said[1:] == ["Locks in 10 s. Press any key to stay."]


def test_of_one_minute_only_the_last_part_calls(idle, label, clock):
    idle.set_minutes(1)
    assert label.text() == "Locks in 1 min"
    pass_seconds(idle, clock, 44)
    assert label.text() == "Locks in 1 min"
    assert label.said == []
    pass_seconds(idle, clock, 1)
    assert label.text() == "Locks in 15 s. Press any key to stay."
    assert label.said == ["Locks in 15 s. Press any key to stay."]
    pass_seconds(idle, clock, 5)
    assert label.said[1:] == ["Locks in 10 s. Press any key to stay."]
    QTest.keyClick(label.window().windowHandle(), Qt.Key.Key_Shift)
    assert label.text() == "Locks in 1 min"


@pytest.mark.parametrize("touch", ["key", "move", "click"])
def test_any_touch_stays_and_is_seen_at_once(idle, label, clock, touch):
    clock.work(270)
    idle.check()
    assert label.text().startswith("Locks in 30 s")
    window = label.window().windowHandle()
    if touch == "key":
        QTest.keyClick(window, Qt.Key.Key_Shift)
    elif touch == "move":
        QTest.mouseMove(window, QPoint(7, 7))
    else:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    assert label.text() == "Locks in 5 min"
    clock.work(245)
    idle.check()
    assert len(label.said) == 2  # and it is said anew the next time


def test_sleep_amid_the_last_minute_locks(idle, label, clock):
    clock.work(250)
    idle.check()
    clock.sleep(120)
    expired = []
    idle.expired.connect(lambda: expired.append(True))
    QTest.keyClick(label.window().windowHandle(), Qt.Key.Key_A)
    assert expired == [True]


def test_french_at_twice_the_size_keeps_to_its_share(label, language, dressed, qtbot):
    language.set("fr")
    label.count(61)
    label.count(45)
    assert label.text() == "Verrouillage dans 45 s. Appuyez sur une touche pour rester."
    dressed.set("light", 200)
    label.window().resize(640, 80)
    label.count(44)
    assert label.text() == "Verrouillage dans 44 s"
    assert label.sizeHint().width() <= 640
    assert label.said == ["Verrouillage dans 45 s. Appuyez sur une touche pour rester."]
