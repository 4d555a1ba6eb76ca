"""What a system says when the person goes away, and which reason for locking that is. Pure: messages in, a word out.

`""` is said of everything that is no reason. `"awake"` is none either, but tells that sleep is over.
"""

from __future__ import annotations

import struct
from typing import Any, Literal, NamedTuple

from hrd_desktop.gui.lock_reason import Reason

Heard = Literal[Reason, "awake", ""]

# Linux

LOGIND = "org.freedesktop.login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
UPOWER = "org.freedesktop.UPower"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.kde.screensaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class BusMessage(NamedTuple):
    """A signal from a bus."""

    path: str
    interface: str
    member: str
    arguments: tuple[Any, ...] = ()


def of_bus(message: BusMessage, session: str) -> Heard:
    """Of logind and of the screen savers; `session` is the path of our own session, empty if it is not known."""
    told = message.arguments[0] if message.arguments else None
    match message.interface, message.member:
        case "org.freedesktop.login1.Manager", "PrepareForSleep" if isinstance(told, bool):
            return "sleep" if told else "awake"
        case "org.freedesktop.login1.Manager", "PrepareForShutdown" if told is True:
            return "logoff"
        case "org.freedesktop.login1.Session", "Lock" if message.path == session:
            return "screen"
        case interface, "ActiveChanged" if interface in SCREEN_SAVERS and told is True:
            return "screen"
    return ""


_TURNS: dict[tuple[str, str, bool], Reason] = {
    (SESSION, "Active", False): "switch",
    (SESSION, "LockedHint", True): "screen",
    (MANAGER, "LidClosed", True): "lid",
    (UPOWER, "LidIsClosed", True): "lid",
}
PROPERTIES = tuple((interface, name) for interface, name, _ in _TURNS)


def of_property(interface: str, name: str, before: object, now: object) -> Heard:
    """Of something that is so, and was not: a lid that is closed because a big screen stands beside it is no reason."""
    if before is None or not isinstance(now, bool) or now == before:
        return ""
    return _TURNS.get((interface, name, now), "")


# Windows

WM_ENDSESSION, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0016, 0x0218, 0x02B1
_SUSPEND, _RESUMED, _SETTING_CHANGED = 0x0004, (0x0007, 0x0012), 0x8013
LID = struct.pack("<IHH8B", 0xBA3E0F4D, 0xB817, 0x4094, 0xA2, 0xD1, 0xD5, 0x63, 0x79, 0xE6, 0xA0, 0xF3)
"""GUID_LIDSWITCH_STATE_CHANGE as it lies in memory."""
_SESSION_CHANGES: dict[int, Heard] = {
    0x2: "switch",  # WTS_CONSOLE_DISCONNECT
    0x4: "switch",  # WTS_REMOTE_DISCONNECT
    0x6: "logoff",  # WTS_SESSION_LOGOFF
    0x7: "screen",  # WTS_SESSION_LOCK
}
SETTING_BYTES = 24
"""Of a POWERBROADCAST_SETTING with one DWORD: GUID, length, value."""


def of_windows(message: int, word: int, setting: bytes = b"") -> Heard:
    """Of a message to a window; `setting` is what a POWERBROADCAST_SETTING points to, where there is one."""
    match message:
        case 0x02B1:  # WM_WTSSESSION_CHANGE
            return _SESSION_CHANGES.get(word, "")
        case 0x0016:  # WM_ENDSESSION
            return "logoff" if word else ""
        case 0x0218 if word == _SUSPEND:  # WM_POWERBROADCAST
            return "sleep"
        case 0x0218 if word in _RESUMED:
            return "awake"
        case 0x0218 if word == _SETTING_CHANGED and len(setting) >= SETTING_BYTES:
            length, value = struct.unpack_from("<II", setting, len(LID))
            return "lid" if setting.startswith(LID) and length == 4 and value == 0 else ""
    return ""


# macOS

MAC_NOTIFICATIONS: dict[str, Heard] = {
    "com.apple.screenIsLocked": "screen",
    "com.apple.screensaver.didstart": "screen",
    "com.apple.logoutInitiated": "logoff",
    "com.apple.shutdownInitiated": "logoff",
    "com.apple.restartInitiated": "logoff",
}
MAC_MAY_SLEEP, MAC_WILL_SLEEP, MAC_AWAKE = 0xE0000270, 0xE0000280, 0xE0000300
"""kIOMessageCanSystemSleep, kIOMessageSystemWillSleep, kIOMessageSystemHasPoweredOn."""


def of_mac_power(message: int) -> Heard:
    """Of a message of IOKit's root power domain."""
    return {MAC_WILL_SLEEP: "sleep", MAC_AWAKE: "awake"}.get(message & 0xFFFFFFFF, "")  # type: ignore[return-value]


def of_mac_session(before: object, now: object) -> Heard:
    """Of kCGSSessionOnConsoleKey: whether this user has the screen."""
    return "switch" if before is True and now is False else ""
