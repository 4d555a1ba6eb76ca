"""What systems say when somebody goes away, as they were recorded or as their makers document them."""

from __future__ import annotations

import struct

import pytest

from hrd_desktop.gui.away_messages import (
    LID,
    MANAGER,
    SESSION,
    UPOWER,
    BusMessage,
    of_bus,
    of_mac_power,
    of_mac_session,
    of_property,
    of_windows,
)

OURS = "/org/freedesktop/login1/session/_32"
LOGIND = "/org/freedesktop/login1"


@pytest.mark.parametrize(
    ("path", "interface", "member", "arguments", "heard"),
    [
        (LOGIND, MANAGER, "PrepareForSleep", (True,), "sleep"),
        (LOGIND, MANAGER, "PrepareForSleep", (False,), "awake"),
        (LOGIND, MANAGER, "PrepareForSleep", (), ""),
        (LOGIND, MANAGER, "PrepareForShutdown", (True,), "logoff"),
        (LOGIND, MANAGER, "PrepareForShutdown", (False,), ""),
        (OURS, SESSION, "Lock", (), "screen"),
        (OURS, SESSION, "Unlock", (), ""),
        (LOGIND + "/session/_39", SESSION, "Lock", (), ""),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", (True,), "screen"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", (True,), "screen"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (True,), "screen"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (False,), ""),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", ("yes",), ""),
        ("/somewhere", "com.example.ScreenSaver", "ActiveChanged", (True,), ""),
    ],
)
def test_signals_of_linux(path, interface, member, arguments, heard):
    assert of_bus(BusMessage(path, interface, member, arguments), OURS) == heard


def test_lock_of_a_session_is_not_ours_while_ours_is_unknown():
    assert of_bus(BusMessage("", SESSION, "Lock"), "/a") == ""
    assert of_bus(BusMessage(OURS, SESSION, "Lock"), "") == ""


@pytest.mark.parametrize(
    ("interface", "name", "before", "now", "heard"),
    [
        (SESSION, "Active", True, False, "switch"),
        (SESSION, "Active", False, True, ""),
        (SESSION, "Active", None, False, ""),
        (SESSION, "LockedHint", False, True, "screen"),
        (MANAGER, "LidClosed", False, True, "lid"),
        (MANAGER, "LidClosed", True, True, ""),
        (MANAGER, "LidClosed", None, True, ""),
        (MANAGER, "LidClosed", True, None, ""),
        (UPOWER, "LidIsClosed", False, True, "lid"),
        (SESSION, "IdleHint", False, True, ""),
    ],
)
def test_properties_of_linux(interface, name, before, now, heard):
    assert of_property(interface, name, before, now) == heard


def lid(value: int, guid: bytes = LID) -> bytes:
    return guid + struct.pack("<II", 4, value)


@pytest.mark.parametrize(
    ("message", "word", "setting", "heard"),
    [
        (0x0218, 0x0004, b"", "sleep"),
        (0x0218, 0x0012, b"", "awake"),
        (0x0218, 0x0007, b"", "awake"),
        (0x0218, 0x000A, b"", ""),  # power status changed
        (0x0218, 0x8013, lid(0), "lid"),
        (0x0218, 0x8013, lid(1), ""),
        (0x0218, 0x8013, lid(0, bytes(16)), ""),
        (0x0218, 0x8013, lid(0)[:20], ""),
        (0x0218, 0x8013, b"", ""),
        (0x02B1, 0x7, b"", "screen"),
        (0x02B1, 0x8, b"", ""),  # unlocked
        (0x02B1, 0x2, b"", "switch"),
        (0x02B1, 0x4, b"", "switch"),
        (0x02B1, 0x6, b"", "logoff"),
        (0x02B1, 0x1, b"", ""),
        (0x0016, 1, b"", "logoff"),
        (0x0016, 0, b"", ""),
        (0x0200, 7, b"", ""),
    ],
)
def test_messages_of_windows(message, word, setting, heard):
    assert of_windows(message, word, setting) == heard


def test_the_lid_of_windows_is_known_by_its_published_name():
    assert LID.hex() == "4d0f3eba17b89440a2d1d56379e6a0f3"  # {BA3E0F4D-B817-4094-A2D1-D56379E6A0F3}


def test_words_of_macos():
    assert of_mac_power(0xE0000280) == "sleep"
    assert of_mac_power(0xE0000280 - 2**32) == "sleep"
    assert of_mac_power(0xE0000300) == "awake"
    assert of_mac_power(0xE0000270) == ""
    assert of_mac_session(True, False) == "switch"
    assert of_mac_session(None, False) == ""
    assert of_mac_session(False, True) == ""
