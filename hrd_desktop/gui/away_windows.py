"""Windows: what it tells every window about power, the lid and the session.

Windows sleeps as soon as its message has been answered, and gives about two seconds for that: so the answer waits until
the key is gone.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.away import Wait
from hrd_desktop.gui.away_messages import (
    LID,
    SETTING_BYTES,
    WM_ENDSESSION,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    of_windows,
)

_WAIT = 1.5  # seconds
_HEARD_OF = (WM_ENDSESSION, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE)
_SETTING_CHANGED = 0x8013
_THIS_SESSION, _TO_WINDOW = 0, 0


class Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_void_p),
    )


class WindowsMessages(QObject):
    """Registers the window for what Windows tells only to those who asked, and reads along."""

    heard = Signal(str)

    def __init__(self, window: QWidget, wait: Wait, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wait = wait
        self._filter = _Filter(self)
        self._registered: list[tuple[str, int]] = []
        QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr]  # there is one
        self._register(int(window.winId()))

    def take(self, address: int) -> None:
        """A message at this place in memory, before the window gets it."""
        message = Message.from_address(address)
        if message.message not in _HEARD_OF:
            return
        setting = b""
        if message.message == WM_POWERBROADCAST and message.word == _SETTING_CHANGED and message.long:
            setting = ctypes.string_at(message.long, SETTING_BYTES)
        heard = of_windows(message.message, message.word, setting)
        if heard:
            self.heard.emit(heard)
        if heard in ("sleep", "logoff"):
            self._wait(_WAIT)

    def let_sleep(self) -> None:
        """Nothing to do: `take` has waited."""

    def end(self) -> None:
        """Listen no more."""
        QCoreApplication.instance().removeNativeEventFilter(self._filter)  # type: ignore[union-attr]
        self._unregister()

    def _register(self, window: int) -> None:
        if sys.platform == "win32":
            handle = ctypes.c_void_p(window)
            if ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, _THIS_SESSION):
                self._registered.append(("session", window))
            lid = ctypes.create_string_buffer(LID, len(LID))
            ask = ctypes.windll.user32.RegisterPowerSettingNotification
            ask.restype = ctypes.c_void_p
            if registered := ask(handle, lid, _TO_WINDOW):
                self._registered.append(("lid", registered))

    def _unregister(self) -> None:
        if sys.platform == "win32":
            for kind, handle in self._registered:
                if kind == "session":
                    ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(ctypes.c_void_p(handle))
                else:
                    ctypes.windll.user32.UnregisterPowerSettingNotification(ctypes.c_void_p(handle))
        self._registered.clear()


class _Filter(QAbstractNativeEventFilter):
    """Reads along; nothing is taken from the window."""

    def __init__(self, owner: WindowsMessages) -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: Any) -> tuple[bool, int]:
        """Qt hands every message in here."""
        if bytes(kind) in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):  # type: ignore[arg-type]
            self._owner.take(int(message))
        return False, 0
