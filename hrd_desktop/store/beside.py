"""Connections that read beside the one that works, for what takes long; locking ends them at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from sqlcipher3 import dbapi2

from hrd_desktop.errors import Cancelled

_STEPS_PER_LOOK = 2000
"""Steps of the database engine between two looks whether somebody wants it to stop: well under a millisecond."""


class Beside:
    """The connections beside one case file. `opened` may be asked from any thread, and several at a time."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._running: set[dbapi2.Connection] = set()
        self._count = 0
        self.ending = False

    @contextmanager
    def opened(
        self, connect: Callable[[], dbapi2.Connection], cancelled: Callable[[], bool] | None = None
    ) -> Iterator[dbapi2.Connection]:
        """A connection of its own until the block ends. Raises Cancelled when locking or `cancelled` stops it."""
        with self._news:
            if self.ending:
                raise Cancelled()
            self._count += 1
        try:
            connection = connect()
            try:
                connection.set_progress_handler(lambda: int(self.stopped(cancelled)), _STEPS_PER_LOOK)
                with self._news:
                    self._running.add(connection)
                try:
                    yield connection
                except dbapi2.OperationalError as error:
                    if self.stopped(cancelled):
                        raise Cancelled() from error
                    raise
                finally:
                    with self._news:
                        self._running.discard(connection)
            finally:
                connection.close()
        finally:
            with self._news:
                self._count -= 1
                self._news.notify_all()

    @property
    def idle(self) -> bool:
        """Whether there is none now."""
        with self._news:
            return self._count == 0

    def stopped(self, cancelled: Callable[[], bool] | None = None) -> bool:
        """Whether what runs here should come to its end."""
        return self.ending or (cancelled is not None and cancelled())

    def end(self) -> None:
        """Stop them all and wait until they are gone. Not to be called from a block of `opened`."""
        with self._news:
            self.ending = True
            for connection in self._running:
                with suppress(dbapi2.Error):
                    connection.interrupt()
            self._news.wait_for(lambda: self._count == 0)
