"""When a backup is due, decided from what the caller tells: a change, a backup begun, done or failed, the time."""

from __future__ import annotations

from datetime import datetime, timedelta

EVERY = timedelta(minutes=30)
AGAIN = timedelta(minutes=5)
"""How long after a failure it is tried again: a stick that was pulled out, a disk that was full for a moment."""


class Schedule:
    """Half an hour after the first change that is in no good backup one is due, and at locking if there is any.

    It does nothing itself, keeps no clock, and takes part in no thread. A clock that is set back makes it wait at most
    one more half hour.
    """

    def __init__(self, wanted_since: datetime | None = None) -> None:
        """`wanted_since` where the case file already holds changes that are in no good backup (`wanted`)."""
        self._since = wanted_since
        self._in_hand: datetime | None = None
        self._not_before: datetime | None = None
        self.running = False
        self.failure: Exception | None = None
        """Why the last backup could not be made, until one is good again: to be told, not only once."""

    def changed(self, now: datetime) -> None:
        """Something was saved."""
        if self._since is None:
            self._since = now

    def due(self, now: datetime) -> bool:
        """Whether to begin a backup now."""
        if self.running or self._since is None:
            return False
        self._since = min(self._since, now)
        if self._not_before is not None:
            self._not_before = min(self._not_before, now + AGAIN)
            return now >= self._not_before
        return now - self._since >= EVERY

    def due_at_lock(self) -> bool:
        """Whether to make a backup before locking; one that is being made already holds the changes before it."""
        return self._since is not None

    def begun(self, now: datetime) -> None:
        """A backup is being made; what changes from now on will not be in it."""
        del now
        self.running = True
        self._in_hand, self._since = self._since, None

    def done(self, now: datetime) -> None:
        """It is good."""
        del now
        self.running = False
        self._in_hand = self._not_before = self.failure = None

    def failed(self, now: datetime, why: Exception) -> None:
        """It could not be made; what it should have held waits for the next."""
        self.running = False
        self.failure = why
        self._not_before = now + AGAIN
        self._since, self._in_hand = self._in_hand or self._since or now, None

    def stopped(self) -> None:
        """It was stopped, by locking or by a person: no failure, and it is still to be made."""
        self.running = False
        self._since, self._in_hand = self._in_hand or self._since, None
