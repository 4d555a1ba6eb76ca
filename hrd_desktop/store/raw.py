"""The bytes of a database as they lie on the disk, read past the database engine while that has the file open.

On POSIX systems a process that closes any descriptor of a file gives up every lock it has on that file, those of the
database engine too, and nothing says so. So while a database is open it is read through one descriptor, which is
closed after the engine has let go.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)

_held: dict[tuple[int, int], Held] = {}
"""By device and file, as the locks are: the rule above is of the whole process, so its cure must be too."""
_turn = threading.Lock()


class Held:
    """A database file that stays open for reading until it is released; may be read from several threads."""

    def __init__(self, path: Path) -> None:
        """Open it, before the database engine does. Raises OSError."""
        self._descriptor = os.open(path, _FLAGS)
        self._which = _which(os.fstat(self._descriptor))
        self._reading = threading.Lock()
        with _turn:
            _held[self._which] = self

    def read(self, offset: int, size: int) -> bytes:
        """So many bytes from there, fewer at the end of the file. Raises OSError."""
        with self._reading:
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            return os.read(self._descriptor, size)

    def size(self) -> int:
        """How long the file is now."""
        return os.fstat(self._descriptor).st_size

    def release(self) -> None:
        """Close it, after the database engine has. May be called twice."""
        with _turn, self._reading:
            if _held.get(self._which) is self:
                del _held[self._which]
            if self._descriptor >= 0:
                os.close(self._descriptor)
                self._descriptor = -1


@contextmanager
def opened(path: Path) -> Iterator[Held]:
    """A database to be read, whether this process has it open or not. Raises OSError."""
    held = _held.get(_which(path.stat()))
    if held is not None:
        yield held
        return
    held = Held(path)
    try:
        yield held
    finally:
        held.release()


def _which(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
