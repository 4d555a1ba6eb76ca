"""How much memory this program and the processes it has started hold together."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_EVERY = 0.25  # seconds: to look takes time away from what is looked at


class Memory:
    """The most that was held in the block; what several processes share counts once."""

    def __init__(self) -> None:
        self.most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def told(self) -> str:
        """For the note of a row."""
        return f"at most {self.most / 1e6:.0f} MB in all processes (600)" if self.most else "memory not told here"

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            started = (child.pid for child in multiprocessing.active_children())
            self.most = max(self.most, sum(_held(pid) for pid in (os.getpid(), *started) if pid is not None))


def _held(pid: int) -> int:
    """The share of a process in bytes, where the system tells (Linux)."""
    with contextlib.suppress(OSError):
        found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
        return int(found[1]) * 1024 if found else 0
    return 0
