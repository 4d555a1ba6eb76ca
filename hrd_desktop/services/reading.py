"""The process that opens files, shared by the threads of a window: one piece of work at a time, ended at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from hrd_desktop.documents.cleaned import png_of
from hrd_desktop.documents.scans import Prepared
from hrd_desktop.errors import Cancelled, FileTooLarge
from hrd_desktop.services import evidence
from hrd_desktop.services.evidence import Box, Found, Reader
from hrd_desktop.services.work import IsCancelled

T = TypeVar("T")
_ENDS_WITHIN = 0.1  # seconds within which work that is under way notices that it should end


class Reading:
    """Opens files for the window. To be used in threads of the pool, never in that of the window.

    One that `stands_back` leaves the computer to others where it can.
    """

    def __init__(self, *, stands_back: bool = False) -> None:
        self._reader = Reader(stands_back=stands_back)
        self._one = threading.Lock()
        self._over = threading.Event()

    def look(self, source: Path | bytes, name: str, cancelled: IsCancelled) -> tuple[bytes, Found, list[str]]:
        """The bytes of a file, what it is, and its text. Raises UnreadableFile, FileTooLarge, Cancelled."""
        if isinstance(source, Path):
            data = evidence.read_file(source)
        else:
            data = source
            if len(data) > evidence.MOST_BYTES:
                raise FileTooLarge(limit=evidence.MOST_BYTES)
        found, texts = self._do(lambda stop: evidence.look(data, name, self._reader, cancelled=stop), cancelled)
        return data, found, texts

    def shown(self, data: bytes, page: int, width: int, cancelled: IsCancelled) -> bytes:
        """A page for the screen as PNG. Raises CannotOpen, Cancelled."""
        return self._do(lambda stop: self._reader.shown(data, page, width, cancelled=stop), cancelled)

    def leaving(self, data: bytes, page: int, boxes: Sequence[Box], cancelled: IsCancelled) -> bytes:
        """A page as it leaves, for the screen as PNG. Raises CannotOpen, Cancelled."""
        return png_of(self.for_paper(data, page, boxes, cancelled))

    def for_paper(self, data: bytes, page: int, boxes: Sequence[Box], cancelled: IsCancelled) -> Prepared:
        """A page as it leaves. Raises CannotOpen, Cancelled."""
        here = [box for box in boxes if box.page == page]
        return self._do(lambda stop: self._reader.for_paper(data, page, here, cancelled=stop), cancelled)

    def rest(self) -> None:
        """End the process until something is to be opened again, unless it is at work."""
        if self._one.acquire(blocking=False):
            self._reader.close()
            self._one.release()

    def close(self) -> None:
        """End the process; what is under way ends with Cancelled. Nothing can be opened any more."""
        self._over.set()
        if self._one.acquire(timeout=_ENDS_WITHIN):
            self._reader.close()
            self._one.release()

    def _do(self, work: Callable[[IsCancelled], T], cancelled: IsCancelled) -> T:
        with self._one:
            if self._over.is_set() or cancelled():
                raise Cancelled
            return work(lambda: self._over.is_set() or cancelled())
