"""Pages of many papers made ready for paper by a few processes side by side."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from queue import SimpleQueue
from types import TracebackType
from typing import Generic, Self, TypeVar

from hrd_desktop.documents.found import CannotOpen
from hrd_desktop.documents.limits import MIB
from hrd_desktop.documents.reader import Reader
from hrd_desktop.documents.redaction import Box
from hrd_desktop.documents.scans import Prepared

K = TypeVar("K")

_MOST = 4
_WORTH = 3  # pages for each process: to start one takes about as long as to make two
_ROOM = 320 * MIB  # for what is opened in all processes at a time


@dataclass(frozen=True)
class Wanted(Generic[K]):
    """A page to be made ready; `key` is for who wants it, `memory` about what it takes to open it."""

    key: K
    data: bytes
    memory: int
    page: int
    boxes: list[Box]
    photograph: bool | None = None


class Crew:
    """A reader and as many more as `pages` are worth; these others end with the block."""

    def __init__(self, first: Reader, pages: int) -> None:
        count = max(1, min(_MOST, os.cpu_count() or 1, pages // _WORTH))
        self._more = [first.another() for _ in range(count - 1)]
        self._readers = [first, *self._more]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for reader in self._more:
            reader.close()

    def for_paper(
        self, wanted: Iterable[Wanted[K]], cancelled: Callable[[], bool] | None = None
    ) -> Iterator[tuple[K, Prepared | CannotOpen]]:
        """Each page as it becomes ready, in any order. `wanted` is asked for the next in the thread of the caller.

        Raises Cancelled.
        """
        count, over = len(self._readers), threading.Event()
        free: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._readers:
            free.put(reader)

        def make(one: Wanted[K]) -> tuple[K, Prepared | CannotOpen]:
            reader = free.get()
            try:
                return one.key, reader.for_paper(
                    one.data, one.page, one.boxes, photograph=one.photograph,
                    cancelled=lambda: over.is_set() or (cancelled is not None and cancelled()),
                )  # fmt: skip
            except CannotOpen as error:
                return one.key, error
            finally:
                free.put(reader)

        under_way: dict[Future[tuple[K, Prepared | CannotOpen]], int] = {}
        threads = ThreadPoolExecutor(count, "crew")
        try:
            for one in wanted:
                while len(under_way) >= 2 * count or (under_way and _held(under_way, one.memory, count) > _ROOM):
                    yield from _ready(under_way)
                under_way[threads.submit(make, one)] = one.memory
            while under_way:
                yield from _ready(under_way)
        finally:
            over.set()
            threads.shutdown(wait=True, cancel_futures=True)


def _held(under_way: dict[Future[tuple[K, Prepared | CannotOpen]], int], memory: int, count: int) -> int:
    """How much memory it takes at most if one more is taken up."""
    return sum(sorted([memory, *under_way.values()])[-count:])


def _ready(
    under_way: dict[Future[tuple[K, Prepared | CannotOpen]], int],
) -> Iterator[tuple[K, Prepared | CannotOpen]]:
    for future in wait(under_way, return_when=FIRST_COMPLETED).done:
        del under_way[future]
        yield future.result()
