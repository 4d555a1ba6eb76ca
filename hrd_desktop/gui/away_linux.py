"""Linux: logind on the system bus, the screen saver on that of the session. A bus that is not there is not asked.

Sleep waits for us: logind gives out a handle, and delays sleep (by five seconds at most, as it is set up) until we
close it. We close it when the key is gone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from hrd_desktop.gui.away_messages import (
    LOGIND,
    MANAGER,
    PROPERTIES,
    SCREEN_SAVERS,
    SESSION,
    UPOWER,
    BusMessage,
    of_bus,
    of_property,
)

_LOGIND_PATH, _UPOWER_PATH = "/org/freedesktop/login1", "/org/freedesktop/UPower"
_OF_PROPERTIES = "org.freedesktop.DBus.Properties"
_ASK_EVERY = 4000  # ms: logind does not announce the lid everywhere


class Buses(QObject):
    """Listens to both buses; `heard` carries what `away_messages` makes of it."""

    heard = Signal(str)
    ready = Signal()
    """The handle that delays sleep is ours."""

    def __init__(self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._session_bus = session
        self._session = ""
        self._was: dict[tuple[str, str], object] = {}
        self._handle: int | None = None
        self._ask = QTimer(self, interval=_ASK_EVERY)
        self._ask.timeout.connect(self._ask_properties)
        self._ended = False
        if session.isConnected():
            for interface in SCREEN_SAVERS:
                self._listen(session, "", "", interface, "ActiveChanged")
        if system.isConnected():
            for member in ("PrepareForSleep", "PrepareForShutdown"):
                self._listen(system, LOGIND, _LOGIND_PATH, MANAGER, member)
            self._listen(system, LOGIND, "", SESSION, "Lock")
            for service in (LOGIND, UPOWER):
                self._listen(system, service, "", _OF_PROPERTIES, "PropertiesChanged")
            self._delay_sleep()
            self._find_session()
            self._ask.start()

    @classmethod
    def of_this_computer(cls, parent: QObject | None = None) -> Buses:
        """On the buses of this computer."""
        return cls(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), parent)

    def let_sleep(self) -> None:
        """Close the handle that delays sleep."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def end(self) -> None:
        """Listen no more."""
        self._ended = True
        self._ask.stop()
        self.let_sleep()

    @Slot("QDBusMessage")
    def take(self, message: QDBusMessage) -> None:
        """A signal from one of the buses."""
        if self._ended:
            return
        if message.member() == "PropertiesChanged":
            self._ask_properties()
            return
        said = BusMessage(message.path(), message.interface(), message.member(), tuple(message.arguments()))
        heard = of_bus(said, self._session)
        if heard == "awake":
            self._delay_sleep()
        if heard:
            self.heard.emit(heard)

    def _listen(self, bus: QDBusConnection, service: str, path: str, interface: str, member: str) -> None:
        bus.connect(service, path, interface, member, self, SLOT("take(QDBusMessage)"))  # type: ignore[call-overload]  # text is what it takes

    # Sleep

    def _delay_sleep(self) -> None:
        if self._handle is None:
            arguments = ["sleep", "HRD Desktop", "A case file is being locked", "delay"]
            self._call(LOGIND, _LOGIND_PATH, MANAGER, "Inhibit", arguments, self._delayed)

    def _delayed(self, answer: object) -> None:
        if isinstance(answer, QDBusUnixFileDescriptor) and answer.isValid() and self._handle is None:
            # A handle of our own: that of the message closes whenever the message goes.
            self._handle = os.dup(answer.fileDescriptor())
            self.ready.emit()

    # The session, and what is so of it

    def _find_session(self) -> None:
        """Ours is that of the environment, or else the one logind takes for ours."""
        named = os.environ.get("XDG_SESSION_ID") or "auto"
        self._call(LOGIND, _LOGIND_PATH, MANAGER, "GetSession", [named], self._found)

    def _found(self, answer: object) -> None:
        if isinstance(answer, QDBusObjectPath):
            self._session = answer.path()
            self._ask_properties()

    def _ask_properties(self) -> None:
        for interface, name in PROPERTIES:
            service, path = LOGIND, _LOGIND_PATH
            if interface == SESSION:
                path = self._session
            elif interface == UPOWER:
                service, path = UPOWER, _UPOWER_PATH
            if path:
                told = partial(self._told, interface, name)
                self._call(service, path, _OF_PROPERTIES, "Get", [interface, name], told)

    def _told(self, interface: str, name: str, answer: object) -> None:
        now = answer.variant() if isinstance(answer, QDBusVariant) else None
        before = self._was.get((interface, name))
        self._was[interface, name] = now
        if heard := of_property(interface, name, before, now):
            self.heard.emit(heard)

    def _call(
        self,
        service: str,
        path: str,
        interface: str,
        method: str,
        arguments: list[str],
        then: Callable[[object], None],
    ) -> None:
        """Ask, and go on; a refusal is answered with None."""
        message = QDBusMessage.createMethodCall(service, path, interface, method)
        message.setArguments(arguments)
        message.setAutoStartService(False)  # what is not running has nothing to tell
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message), self)

        def answered(_watcher: object) -> None:
            reply = watcher.reply()
            good = reply.type() == QDBusMessage.MessageType.ReplyMessage
            arguments = reply.arguments()
            watcher.deleteLater()
            if not self._ended:
                then(arguments[0] if good and arguments else None)

        watcher.finished.connect(answered)
