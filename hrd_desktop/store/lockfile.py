"""One running program per case file."""

from __future__ import annotations

from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from hrd_desktop.errors import AlreadyOpen
from hrd_desktop.store.folder import LOCK


def hold(path: Path) -> BaseFileLock:
    """Take the case file for this process; the operating system gives it back if the process dies.

    Raises AlreadyOpen, also when this very process holds it; OSError if the lock file cannot be made.
    """
    lock = FileLock(path / LOCK, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise AlreadyOpen(path=str(path)) from error
    return lock
