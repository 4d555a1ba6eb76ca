"""Files from outside are opened in a process of their own: what crashes or runs wild there takes nothing along.

Nothing is written to disk: the bytes go over a pipe, and the answers come back as JSON and bytes, never as objects.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Self

from hrd_desktop.documents import limits
from hrd_desktop.documents.found import CannotOpen, Found
from hrd_desktop.documents.kinds import kind_of
from hrd_desktop.documents.portraits import PortraitFlaw
from hrd_desktop.documents.redaction import Box
from hrd_desktop.documents.scans import Prepared
from hrd_desktop.errors import Cancelled

_LOOKS_EVERY = 0.05  # seconds between two looks whether somebody has stopped the work
_STARTING = threading.Lock()  # processes are started one after the other, whichever threads ask for them
_STANDS_BACK = 10  # how much later than other processes one that nobody waits for has its turn (POSIX nice)


class Reader:
    """Opens files, one piece of work at a time; starts its process when first asked and again after a crash."""

    def __init__(
        self, *, seconds: float = limits.SECONDS, memory: int = limits.MEMORY, stands_back: bool = False
    ) -> None:
        self._seconds = seconds
        self._memory = memory
        self._stands_back = stands_back
        self._process: Any = None
        self._pipe: Connection | None = None
        self._there: tuple[int, int] | None = None  # size and hash of the file that the process has

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def another(self) -> Reader:
        """A reader within the same limits, with a process of its own."""
        return Reader(seconds=self._seconds, memory=self._memory, stands_back=self._stands_back)

    def close(self) -> None:
        """End the process."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None and self._process.pid is not None:
            self._process.kill()
            self._process.join()
        self._pipe = self._process = self._there = None

    # What may be asked

    def look(self, data: bytes, name: str = "", *, cancelled: Callable[[], bool] | None = None) -> Found:
        """What a file is. What cannot be opened, or breaks what opens it, says so in `trouble`. Raises Cancelled."""
        try:
            return Found.from_json(self._ask("look", data, {"name": name}, cancelled)[0])
        except CannotOpen as error:
            import hashlib

            return Found(kind_of(data, name), len(data), hashlib.sha256(data).hexdigest(), trouble=error.trouble)

    def shown(
        self, data: bytes, page: int, width: int, name: str = "", *, cancelled: Callable[[], bool] | None = None
    ) -> bytes:
        """A page for the screen as PNG. Raises CannotOpen, Cancelled."""
        return self._ask("shown", data, {"page": page, "width": width, "name": name}, cancelled)[1]

    def texts(self, data: bytes, name: str = "", *, cancelled: Callable[[], bool] | None = None) -> list[str]:
        """The text of each page. Raises CannotOpen, Cancelled."""
        return [str(text) for text in self._ask("texts", data, {"name": name}, cancelled)[0]["texts"]]

    def for_paper(
        self,
        data: bytes,
        page: int,
        boxes: list[Box],
        *,
        photograph: bool | None = None,
        name: str = "",
        cancelled: Callable[[], bool] | None = None,
    ) -> Prepared:
        """A page for the packet, cleaned and with its boxes burnt in. Raises CannotOpen, Cancelled."""
        facts = {"page": page, "boxes": [vars(box) for box in boxes], "photograph": photograph, "name": name}
        told, picture = self._ask("for_paper", data, facts, cancelled)
        return Prepared(data=picture, **told)

    def portrait(
        self, data: bytes, boxes: list[Box], *, name: str = "", cancelled: Callable[[], bool] | None = None
    ) -> tuple[Prepared, list[PortraitFlaw]]:
        """A photograph of a person ready for paper, and what of it is not as the papers ask. Raises CannotOpen,
        Cancelled."""
        facts = {"boxes": [vars(box) for box in boxes], "name": name}
        told, picture = self._ask("portrait", data, facts, cancelled)
        flaws: list[PortraitFlaw] = told.pop("flaws")
        return Prepared(data=picture, **told), flaws

    # How it is asked

    def _ask(
        self, job: str, data: bytes, facts: dict[str, Any], cancelled: Callable[[], bool] | None
    ) -> tuple[dict[str, Any], bytes]:
        pipe = self._started()
        try:
            here = len(data), hash(data)
            again = here == self._there
            pipe.send_bytes(json.dumps({"job": job, "facts": facts, "again": again}).encode())
            if not again:
                pipe.send_bytes(data)
                self._there = here
            self._wait(pipe, cancelled)
            answer = json.loads(pipe.recv_bytes())
            extra = pipe.recv_bytes()
        except (EOFError, OSError, ValueError) as error:
            self.close()
            raise CannotOpen("crashed") from error
        if "trouble" in answer and job != "look":
            raise CannotOpen(answer["trouble"])
        if answer.get("failed"):
            raise CannotOpen(answer["failed"])
        return answer, extra

    def _wait(self, pipe: Connection, cancelled: Callable[[], bool] | None) -> None:
        until = time.monotonic() + self._seconds
        while not pipe.poll(_LOOKS_EVERY):
            if cancelled is not None and cancelled():
                self.close()
                raise Cancelled
            if time.monotonic() > until:
                self.close()
                raise CannotOpen("took_too_long")

    def _started(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._memory, self._stands_back), daemon=True)
            with _STARTING:
                self._process.start()
            theirs.close()
        return self._pipe


def _serve(pipe: Connection, memory: int, stands_back: bool) -> None:
    """The other side: answer until the pipe closes. The last file stays here: its next page is often asked for next."""
    _hold_memory(memory)
    if stands_back and sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(_STANDS_BACK)
    from hrd_desktop.documents.jobs import JOBS  # what opens files is loaded here alone

    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        data = b""
        while True:
            asked = json.loads(pipe.recv_bytes())
            if not asked["again"]:
                data = b""  # the one before goes before the next one comes
                data = pipe.recv_bytes()
            try:
                told, extra = JOBS[asked["job"]](data, asked["facts"])
            except CannotOpen as error:
                told, extra = {"failed": error.trouble}, b""
            except MemoryError:
                told, extra = {"failed": "unpacks_too_large"}, b""
            except RecursionError:
                told, extra = {"failed": "broken"}, b""
            except Exception:  # noqa: BLE001 - whatever a library makes of a hostile file, the answer is that it is broken
                told, extra = {"failed": "broken"}, b""
            pipe.send_bytes(json.dumps(told).encode())
            pipe.send_bytes(extra)


def _hold_memory(memory: int) -> None:
    """Let the system refuse memory beyond the limit. Windows holds no process to that; there the clock decides."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
