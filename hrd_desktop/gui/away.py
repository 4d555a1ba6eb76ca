"""Hears from the system that the person goes away: sleep, lid, locked screen, another user, end of the session.

One adapter per system listens; where there is nothing to listen to, nothing is heard, and the clock alone locks.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.lock_reason import Reason

_log = logging.getLogger(__name__)

Wait = Callable[[float], bool]
"""Stands still for so many seconds at most, until the key is gone."""


class Adapter(Protocol):
    """Listens to one system."""

    heard: SignalInstance
    """A reason, or `awake`."""

    def let_sleep(self) -> None:
        """The key is gone: a system that we asked to wait may sleep."""

    def end(self) -> None:
        """Listen no more."""


class Away(QObject):
    """Says why to lock. Where sleep was announced, `locked` lets the system go."""

    gone = Signal(str)
    """A `Reason`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._adapters: list[Adapter] = []
        self._asleep = False

    def begin(self, window: QWidget, wait: Wait) -> None:
        """Listen to the system this runs on."""
        try:
            for adapter in adapters(window, wait, self):
                self.listen(adapter)
        except (ImportError, OSError, AttributeError) as error:
            _log.warning("no listening to the system: %s", type(error))  # the clock still locks

    def listen(self, adapter: Adapter) -> None:
        """Listen to one more adapter."""
        self._adapters.append(adapter)
        adapter.heard.connect(self._heard)

    def locked(self) -> None:
        """The key is gone."""
        if self._asleep:
            self._asleep = False
            for adapter in self._adapters:
                adapter.let_sleep()

    def end(self) -> None:
        """Listen no more."""
        for adapter in self._adapters:
            adapter.end()
        self._adapters.clear()

    def _heard(self, what: str) -> None:
        self._asleep = what == "sleep"
        if what not in ("", "awake"):
            self.gone.emit(cast("Reason", what))


def adapters(window: QWidget, wait: Wait, parent: QObject) -> list[Adapter]:
    """Those of this system. Their libraries load here, after the window is on the screen."""
    if sys.platform == "win32":
        from hrd_desktop.gui.away_windows import WindowsMessages

        return [WindowsMessages(window, wait, parent)]
    if sys.platform == "darwin":
        from hrd_desktop.gui.away_macos import MacNotifications

        return [MacNotifications(parent)]
    from hrd_desktop.gui.away_linux import Buses

    return [Buses.of_this_computer(parent)]
