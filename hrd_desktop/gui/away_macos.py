"""macOS: the notifications that go round between programs, IOKit's word before sleep, and who has the screen.

IOKit waits (thirty seconds at most) until we allow the sleep it has announced; we allow it when the key is gone.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hrd_desktop.gui.away_messages import MAC_MAY_SLEEP, MAC_NOTIFICATIONS, MAC_WILL_SLEEP, of_mac_power, of_mac_session

_UTF8 = 0x08000100
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_LOOK_EVERY = 2000  # ms
_ON_CONSOLE = "kCGSSessionOnConsoleKey"

Library = Callable[[str], Any]
_Pointer = ctypes.c_void_p
_Notified = ctypes.CFUNCTYPE(None, _Pointer, _Pointer, _Pointer, _Pointer, _Pointer)
_Powered = ctypes.CFUNCTYPE(None, _Pointer, ctypes.c_uint32, ctypes.c_uint32, _Pointer)


def _framework(name: str) -> Any:
    return ctypes.CDLL(f"/System/Library/Frameworks/{name}.framework/{name}")


class MacNotifications(QObject):
    """Listens as long as it lives; the callbacks run in the thread of the window, in whose loop macOS has its own."""

    heard = Signal(str)

    def __init__(self, parent: QObject | None = None, library: Library = _framework) -> None:
        super().__init__(parent)
        self._core = library("CoreFoundation")
        self._power = library("IOKit")
        self._graphics = library("CoreGraphics")
        self._notified = _Notified(self._take_notification)  # macOS keeps no hold on them: we do
        self._powered = _Powered(self._take_power)
        self._root = 0
        self._announced: list[int] = []
        self._on_console: object = None
        self._look = QTimer(self, interval=_LOOK_EVERY)
        self._look.timeout.connect(self._look_at_session)
        self._ended = False
        self._listen()
        self._look.start()

    def take(self, name: str) -> None:
        """A notification of this name."""
        if not self._ended and (what := MAC_NOTIFICATIONS.get(name, "")):
            self.heard.emit(what)

    def take_power(self, message: int, number: int) -> None:
        """A word of IOKit; `number` is what it wants to be answered with."""
        if message & 0xFFFFFFFF == MAC_MAY_SLEEP:
            self._allow(number)
        elif not self._ended and (what := of_mac_power(message)):
            if message & 0xFFFFFFFF == MAC_WILL_SLEEP:
                self._announced.append(number)
            self.heard.emit(what)
        elif message & 0xFFFFFFFF == MAC_WILL_SLEEP:
            self._allow(number)

    def let_sleep(self) -> None:
        """Allow the sleep that was announced."""
        while self._announced:
            self._allow(self._announced.pop())

    def end(self) -> None:
        """Listen no more."""
        self._ended = True
        self._look.stop()
        self.let_sleep()

    def _take_notification(self, _center: Any, _observer: Any, name: Any, _object: Any, _facts: Any) -> None:
        self.take(self._text(name))

    def _take_power(self, _owner: Any, _service: int, message: int, number: Any) -> None:
        self.take_power(message, number or 0)

    def _allow(self, number: int) -> None:
        self._power.IOAllowPowerChange(ctypes.c_uint32(self._root), ctypes.c_long(number))

    def _listen(self) -> None:
        core = self._core
        core.CFNotificationCenterGetDistributedCenter.restype = _Pointer
        center = _Pointer(core.CFNotificationCenterGetDistributedCenter())
        for name in MAC_NOTIFICATIONS:
            core.CFNotificationCenterAddObserver(
                center, _Pointer(1), self._notified, self._string(name), None, ctypes.c_long(_AT_ONCE)
            )
        port, notifier = _Pointer(), ctypes.c_uint32()
        power = self._power
        power.IORegisterForSystemPower.restype = ctypes.c_uint32
        self._root = power.IORegisterForSystemPower(None, ctypes.byref(port), self._powered, ctypes.byref(notifier))
        if self._root:
            power.IONotificationPortGetRunLoopSource.restype = _Pointer
            core.CFRunLoopGetMain.restype = _Pointer
            core.CFRunLoopAddSource(
                _Pointer(core.CFRunLoopGetMain()),
                _Pointer(power.IONotificationPortGetRunLoopSource(port)),
                _Pointer.in_dll(core, "kCFRunLoopCommonModes"),
            )

    def _look_at_session(self) -> None:
        now = self._has_console()
        what = of_mac_session(self._on_console, now)
        self._on_console = now
        if what:
            self.heard.emit(what)

    def _has_console(self) -> bool | None:
        look = self._graphics.CGSessionCopyCurrentDictionary
        look.restype = _Pointer
        found = _Pointer(look())
        if not found:
            return None
        self._core.CFDictionaryGetValue.restype = _Pointer
        key = self._string(_ON_CONSOLE)
        value = _Pointer(self._core.CFDictionaryGetValue(found, key))
        has = bool(self._core.CFBooleanGetValue(value) & 0xFF) if value else None
        for each in (key, found):
            self._core.CFRelease(each)
        return has

    def _string(self, text: str) -> ctypes.c_void_p:
        make = self._core.CFStringCreateWithCString
        make.restype = _Pointer
        return _Pointer(make(None, text.encode(), ctypes.c_uint32(_UTF8)))

    def _text(self, string: Any) -> str:
        room = ctypes.create_string_buffer(256)
        good = self._core.CFStringGetCString(_Pointer(string), room, ctypes.c_long(len(room)), ctypes.c_uint32(_UTF8))
        return room.value.decode("utf-8", "replace") if good & 0xFF else ""
