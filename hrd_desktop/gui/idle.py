"""Locks after some minutes in which nobody touched the program, by the clock on the wall.

A timer alone sleeps when the machine sleeps. Here each tick, each return to the window and each touch first asks the
clock, so that the first movement after waking finds the program locked instead of prolonging its stay.
"""

from __future__ import annotations

import math
import time
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)

_SOON = 60  # seconds


class Clock(Protocol):
    """Two clocks: `wall` goes on while the machine sleeps; `steady` cannot be put back."""

    def wall(self) -> float:
        """Seconds."""

    def steady(self) -> float:
        """Seconds."""


class SystemClock:
    """The clocks of this machine."""

    def wall(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def steady(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()


class IdleTimer(QObject):
    """Counts down while it runs; any touch of one of our windows starts it anew."""

    remaining = Signal(int, int)
    """Whole seconds left, and of how many in all; once a second while running."""
    expired = Signal()

    def __init__(self, clock: Clock, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._minutes = minutes
        self._last = (0.0, 0.0)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.check)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)
            app.applicationStateChanged.connect(self._state_changed)

    @property
    def running(self) -> bool:
        return self._tick.isActive()

    def start(self) -> None:
        """Begins to count, from now."""
        self.touch()
        self._tick.start()

    def stop(self) -> None:
        """Nothing is open: nothing to lock."""
        self._tick.stop()

    def set_minutes(self, minutes: int) -> None:
        """Another limit; counts from the last touch."""
        self._minutes = minutes
        self.check()

    def touch(self) -> None:
        """Somebody is here."""
        self._last = (self._clock.wall(), self._clock.steady())

    def idle_seconds(self) -> float:
        """Since the last touch: the clock that has gone further decides, whoever sets one of them back."""
        wall, steady = self._last
        return max(self._clock.wall() - wall, self._clock.steady() - steady)

    def check(self) -> bool:
        """Asks the clock; true, once, when the time is over."""
        if not self.running:
            return False
        left = self._left()
        if left <= 0:
            self.stop()
            self.expired.emit()
            return True
        self.remaining.emit(math.ceil(left), self._minutes * 60)
        return False

    def _left(self) -> float:
        return self._minutes * 60 - self.idle_seconds()

    def watch(self, window: QWindow | None) -> None:
        """Listens to a window of ours: input passes through it before any widget, and little else does."""
        if window is not None and not window.property("watched_for_idle"):
            window.setProperty("watched_for_idle", True)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The touch that finds the time over locks, and goes no further."""
        if self.running and event.type() in _TOUCHES:
            if self.check():
                return True
            late = self._left() <= _SOON
            self.touch()
            if late:
                self.check()  # it is seen at once that the touch was noticed
        return super().eventFilter(watched, event)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.check()
