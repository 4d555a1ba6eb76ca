"""Going away locks: each system's words, simulated; on Linux also over a real bus where one can be started."""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import subprocess

import pytest
from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import VoidPtr

from hrd_desktop.gui.away import Away
from hrd_desktop.gui.away_linux import Buses
from hrd_desktop.gui.away_macos import MacNotifications
from hrd_desktop.gui.away_messages import LID, LOGIND, MANAGER, SCREEN_SAVERS, SESSION
from hrd_desktop.gui.away_windows import Message, WindowsMessages

OURS = "/org/freedesktop/login1/session/_32"


class Listener(QObject):
    """An adapter that says what it is told to."""

    heard = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.slept = 0
        self.ended = False

    def let_sleep(self) -> None:
        self.slept += 1

    def end(self) -> None:
        self.ended = True


@pytest.fixture
def away(qapp):
    made = Away()
    made.said = []
    made.gone.connect(made.said.append)
    yield made
    made.end()


def test_sleep_is_let_go_only_when_the_key_is_gone(away):
    listener = Listener()
    away.listen(listener)
    away.locked()  # by hand, before: nobody waits
    assert listener.slept == 0
    listener.heard.emit("sleep")
    assert away.said == ["sleep"]
    assert listener.slept == 0
    away.locked()
    assert listener.slept == 1
    listener.heard.emit("awake")
    away.locked()
    assert listener.slept == 1
    assert away.said == ["sleep"]


def test_ending_ends_every_adapter(away):
    listener = Listener()
    away.listen(listener)
    away.end()
    assert listener.ended


# Linux without a bus


@pytest.fixture
def unheard(qapp):
    """Buses that are not there: signals are handed in by the test."""
    nowhere = QDBusConnection("nowhere")
    assert not nowhere.isConnected()
    made = Buses(nowhere, nowhere)
    made.said = []
    made.heard.connect(made.said.append)
    yield made
    made.end()


def signal(path, interface, member, *arguments):
    made = QDBusMessage.createSignal(path, interface, member)
    made.setArguments(list(arguments))
    return made


@pytest.mark.parametrize("interface", SCREEN_SAVERS)
def test_screen_savers(unheard, interface):
    unheard.take(signal("/org/example", interface, "ActiveChanged", True))
    unheard.take(signal("/org/example", interface, "ActiveChanged", False))
    assert unheard.said == ["screen"]


def test_signals_of_logind_without_a_bus(unheard):
    unheard.take(signal("/org/freedesktop/login1", MANAGER, "PrepareForSleep", True))
    unheard.take(signal(OURS, SESSION, "Lock"))
    assert unheard.said == ["sleep"]  # which session is ours, nobody has told
    unheard.end()
    unheard.take(signal("/org/freedesktop/login1", MANAGER, "PrepareForSleep", True))
    assert unheard.said == ["sleep"]


# Linux with a real bus


class Logind(QDBusVirtualObject):
    """The few answers of logind that we ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.properties = {"Active": True, "LockedHint": False, "LidClosed": False}
        self.asked: list[list[object]] = []
        self.handles: list[int] = []

    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        reply = message.createReply()
        match message.member():
            case "Inhibit":
                self.asked.append(message.arguments())
                ours, theirs = os.pipe()
                self.handles.append(ours)
                reply.setArguments([QDBusUnixFileDescriptor(theirs)])
                os.close(theirs)
            case "GetSession":
                reply.setArguments([QDBusObjectPath(OURS)])
            case "Get":
                reply.setArguments([QDBusVariant(self.properties[message.arguments()[1]])])
            case _:
                return False
        connection.send(reply)
        return True

    def held(self) -> bool:
        """Whether somebody still delays sleep."""
        return not select.select([self.handles[-1]], [], [], 0)[0]


@pytest.fixture
def bus():
    """The address of a bus of our own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("no dbus-daemon on this computer; the same signals are simulated above")
    with subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        yield running.stdout.readline().strip()
        running.terminate()


@pytest.fixture
def logind(qapp, bus):
    made = Logind()
    theirs = QDBusConnection.connectToBus(bus, "theirs")
    assert theirs.registerService(LOGIND)
    assert theirs.registerVirtualObject(
        "/org/freedesktop/login1", made, QDBusConnection.VirtualObjectRegisterOption.SubPath
    )
    made.say = lambda *words: theirs.send(signal(*words))
    yield made
    theirs.unregisterObject("/org/freedesktop/login1")
    QDBusConnection.disconnectFromBus("theirs")
    for handle in made.handles:
        os.close(handle)


@pytest.fixture
def buses(logind, bus, qtbot):
    ours = QDBusConnection.connectToBus(bus, "ours")
    made = Buses(ours, ours)
    made.said = []
    made.heard.connect(made.said.append)
    qtbot.waitUntil(lambda: made._handle is not None and sum(v is not None for v in made._was.values()) == 3)
    yield made
    made.end()
    QDBusConnection.disconnectFromBus("ours")
    made.deleteLater()


def test_sleep_waits_for_the_key(buses, logind, away, qtbot):
    away.listen(buses)
    assert logind.asked[0][0] == "sleep"
    assert logind.asked[0][3] == "delay"
    assert logind.held()
    with qtbot.waitSignal(away.gone):
        logind.say("/org/freedesktop/login1", MANAGER, "PrepareForSleep", True)
    assert away.said == ["sleep"]
    assert logind.held()
    away.locked()
    qtbot.waitUntil(lambda: not logind.held())
    with qtbot.waitSignal(buses.ready):  # for the next time
        logind.say("/org/freedesktop/login1", MANAGER, "PrepareForSleep", False)
    assert logind.held()


@pytest.mark.parametrize(
    ("name", "now", "reason"), [("Active", False, "switch"), ("LockedHint", True, "screen"), ("LidClosed", True, "lid")]
)
def test_what_changes_is_asked_for(buses, logind, qtbot, name, now, reason):
    logind.properties[name] = now
    with qtbot.waitSignal(buses.heard):
        logind.say(OURS, "org.freedesktop.DBus.Properties", "PropertiesChanged", SESSION)
    logind.say(OURS, "org.freedesktop.DBus.Properties", "PropertiesChanged", SESSION)
    with qtbot.waitSignal(buses.heard):
        logind.say("/org/freedesktop/login1", MANAGER, "PrepareForShutdown", True)
    assert buses.said == [reason, "logoff"]


def test_a_lid_that_nobody_announces_is_seen(buses, logind, qtbot):
    logind.properties["LidClosed"] = True
    with qtbot.waitSignal(buses.heard):
        buses._ask.timeout.emit()
    assert buses.said == ["lid"]


def test_only_our_session_is_locked_with(buses, logind, qtbot):
    logind.say("/org/freedesktop/login1/session/_39", SESSION, "Lock")
    logind.say(OURS, SESSION, "Lock")
    logind.say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)
    qtbot.waitUntil(lambda: len(buses.said) == 2)
    assert buses.said == ["screen", "screen"]


# Windows


@pytest.fixture
def windows(qapp, show):
    waits = []
    made = WindowsMessages(show(QWidget()), lambda seconds: waits.append(seconds) or True)
    made.said, made.waits = [], waits
    made.heard.connect(lambda what: made.said.append((what, list(waits))))
    yield made
    made.end()


def send(adapter, message, word, long=0):
    it = Message(None, message, word, long)
    adapter.take(ctypes.addressof(it))


def test_windows_waits_with_its_answer_until_the_key_is_gone(windows):
    send(windows, 0x0218, 0x0004)
    assert windows.said == [("sleep", [])]
    assert len(windows.waits) == 1


def test_windows_lid_and_locked_screen(windows):
    setting = ctypes.create_string_buffer(LID + b"\x04\0\0\0" + b"\0\0\0\0", 24)
    send(windows, 0x0218, 0x8013, ctypes.addressof(setting))
    send(windows, 0x02B1, 0x7)
    send(windows, 0x0200, 0x7)
    assert [what for what, _ in windows.said] == ["lid", "screen"]
    assert windows.waits == []


def test_windows_messages_are_read_along_and_passed_on(windows):
    it = Message(None, 0x02B1, 0x7, 0)
    kept = windows._filter.nativeEventFilter
    assert kept(QByteArray(b"xcb_generic_event_t"), 1) == (False, 0)
    assert windows.said == []
    assert kept(QByteArray(b"windows_generic_MSG"), VoidPtr(ctypes.addressof(it))) == (False, 0)
    assert [what for what, _ in windows.said] == ["screen"]


# macOS


class Framework:
    """Stands for the libraries of macOS: what is called, and nothing found."""

    def __init__(self, calls: list[tuple[str, tuple[int, ...]]]) -> None:
        self._calls = calls

    def __getattr__(self, name: str):
        def call(*values):
            self._calls.append((name, tuple(getattr(each, "value", None) for each in values)))
            return 0

        setattr(self, name, call)
        return call


@pytest.fixture
def mac(qapp):
    calls = []
    made = MacNotifications(library=lambda name: Framework(calls))
    made.said, made.allowed = [], lambda: [values[1] for name, values in calls if name == "IOAllowPowerChange"]
    made.heard.connect(made.said.append)
    yield made
    made.end()


def test_mac_sleeps_when_it_is_allowed_to(mac):
    mac.take_power(0xE0000270, 5)
    assert mac.allowed() == [5]
    mac.take_power(0xE0000280, 6)
    assert mac.said == ["sleep"]
    assert mac.allowed() == [5]
    mac.let_sleep()
    assert mac.allowed() == [5, 6]
    mac.end()
    mac.take_power(0xE0000280, 7)  # nobody locks any more: it must not wait
    assert mac.allowed() == [5, 6, 7]


def test_mac_notifications(mac):
    mac.take("com.apple.screenIsLocked")
    mac.take("com.apple.screenIsUnlocked")
    mac.take("com.apple.shutdownInitiated")
    assert mac.said == ["screen", "logoff"]
