"""A disk that fails at a chosen step, for tests that try every step in turn."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from typing import Any, Literal

import pytest

Mode = Literal["once", "from then on", "crash"]
MODES: tuple[Mode, ...] = ("once", "from then on", "crash")
_CALLS = ("open", "fsync", "replace", "unlink", "listdir", "scandir")


class Crash(BaseException):
    """The program is gone: nobody catches this."""


class FailingDisk:
    """Counts the calls that write, flush, rename, read back and remove, and fails at one of them.

    `once`: that call alone. `from then on`: that call and every later one, as when a stick is pulled out. `crash`: the
    program ends there, and so does nothing more, not even tidying up. A failing write leaves half of it behind.
    """

    def __init__(self, at: int = 0, mode: Mode = "once") -> None:
        self.at = at
        self.mode = mode
        self.made: list[str] = []
        self._real = {name: getattr(os, name) for name in (*_CALLS, "fdopen")}

    def __enter__(self) -> FailingDisk:
        self._patch = pytest.MonkeyPatch()
        for name in _CALLS:
            self._patch.setattr(os, name, self._counted(name))
        self._patch.setattr(os, "fdopen", lambda *given: _Stream(self._real["fdopen"](*given), self))
        return self

    def __exit__(self, *_error: object) -> None:
        self._patch.undo()

    @property
    def calls(self) -> int:
        """How many there were."""
        return len(self.made)

    def step(self, name: str, *, halfway: Callable[[], object] = lambda: None) -> None:
        """One call; fails if it is its turn, after doing half of it."""
        self.made.append(name)
        if self.calls == self.at or (self.mode != "once" and 0 < self.at < self.calls):
            halfway()
            raise Crash if self.mode == "crash" else OSError(errno.EIO, "the disk fails here")

    def _counted(self, name: str) -> Callable[..., Any]:
        call = self._real[name]

        def counted(*given: Any, **named: Any) -> Any:
            self.step(name)
            return call(*given, **named)

        return counted


class _Stream:
    """A file whose writing, flushing and reading count as calls."""

    def __init__(self, stream: io.BufferedRWPair, disk: FailingDisk) -> None:
        self._stream = stream
        self._disk = disk

    def write(self, data: bytes) -> int:
        self._disk.step("write", halfway=lambda: self._stream.write(data[: len(data) // 2]))
        return self._stream.write(data)

    def flush(self) -> None:
        self._disk.step("flush")
        self._stream.flush()

    def read(self) -> bytes:
        self._disk.step("read")
        return self._stream.read()

    def fileno(self) -> int:
        return self._stream.fileno()

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *_error: object) -> None:
        self._stream.close()
