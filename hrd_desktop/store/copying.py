"""Copying much from one place to another: in pieces, with a digest, on the disk before it is called copied."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Self

from hrd_desktop.errors import Cancelled, NotEnoughSpace
from hrd_desktop.store.refusals import free_bytes, translated
from hrd_desktop.vault import disk

Progress = Callable[[int, int], None]
Stopped = Callable[[], bool]

PIECE = 4 << 20
SPARE = 1 << 20
"""Bytes that stay free on a disk beside what is written there."""
_AT_ONCE = 64 << 20
"""Bytes between two flushes: a slow stick that has a gigabyte to flush cannot be stopped, and keeps others waiting."""
_FAST_SECONDS = 0.25
_MOST_BEHIND = 4
"""A disk that took the last of them that fast may be so many flushes behind, any other one."""
_PIECES_BEHIND = 2
_ASKED_AT_ONCE = 8 * PIECE
_READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_MIB = 1 << 20


def never() -> bool:
    """For work that nobody stops."""
    return False


def ask_for_room(folder: Path, needed: int) -> None:
    """Refuse before anything is written where so many bytes will not fit. Raises NotEnoughSpace; OSError."""
    free = free_bytes(folder)
    if free < needed + SPARE:
        facts = {"needed": (needed + SPARE) // _MIB + 1, "free": free // _MIB}
        raise NotEnoughSpace(path=str(folder), **facts)


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """A file that is only read. Raises OSError."""
    descriptor = os.open(path, _READ_ONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def read_at(descriptor: int) -> Callable[[int, int], bytes]:
    """A reader of pieces of an open file, for `pour` and `digest`; not for two threads at once."""

    def read(offset: int, size: int) -> bytes:
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.read(descriptor, size)

    return read


def pieces(
    read: Callable[[int, int], bytes], size: int, path: Path, stopped: Stopped, progress: Progress | None
) -> Iterator[bytes]:
    """The first `size` bytes of the file at `path` in pieces.

    Raises Cancelled; EOFError if it is shorter; DiskFailed and the like about that file, whatever they are poured into.
    """
    done = 0
    while done < size:
        if stopped():
            raise Cancelled()
        with translated(path):
            piece = read(done, min(PIECE, size - done))
        if not piece:
            raise EOFError
        yield piece
        done += len(piece)
        if progress is not None:
            progress(done, size)


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte: the system may take a part at a time. Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def pour(source: Iterator[bytes], descriptor: int, *, flush: bool = True) -> str:
    """Write pieces to an open file and wait until the disk has them, unless the caller does; their SHA-256.

    Raises what `source` raises, OSError.
    """
    digest = hashlib.sha256()
    # The digest takes as long as the writing, and goes on beside it; and what is written is flushed while more is read.
    with ThreadPoolExecutor(1) as hashing, _Flushing(descriptor) as flushing:
        hashed: deque[Future[None]] = deque()
        for piece in source:
            hashed.append(hashing.submit(digest.update, piece))
            write_all(descriptor, piece)
            flushing.written(len(piece))
            if len(hashed) > _PIECES_BEHIND:
                hashed.popleft().result()
        flushing.finish()
    if flush:
        disk.flush_to_disk(descriptor)
    return digest.hexdigest()


class _Flushing:
    """Flushes a file beside the writing of it; the writing waits where the disk is too far behind."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._beside = ThreadPoolExecutor(1)
        self._begun: deque[Future[float]] = deque()
        self._waiting = 0
        self._behind = 1

    def written(self, size: int) -> None:
        """So many bytes more. Raises OSError of a flush before."""
        self._waiting += size
        if self._waiting < _AT_ONCE:
            return
        self._waiting = 0
        self._begun.append(self._beside.submit(self._flush))
        while self._begun and (self._begun[0].done() or len(self._begun) > self._behind):
            fast = self._begun.popleft().result() < _FAST_SECONDS
            self._behind = _MOST_BEHIND if fast else 1

    def finish(self) -> None:
        """Wait for all of them. Raises OSError."""
        for flush in self._begun:
            flush.result()

    def _flush(self) -> float:
        start = monotonic()
        disk.flush_to_disk(self._descriptor)
        return monotonic() - start

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._beside.shutdown(cancel_futures=True)


def digest_of(path: Path, size: int, stopped: Stopped, progress: Progress | None = None) -> str:
    """SHA-256 of the first `size` bytes of a file, from the disk where the system can be made to ask it.

    Raises Cancelled, EOFError if the file is shorter, OSError.
    """
    digest = hashlib.sha256()
    with opened(path) as descriptor:
        read = read_at(descriptor)
        asked = 0

        def read_from_disk(offset: int, wanted: int) -> bytes:
            nonlocal asked
            if offset + wanted > asked:
                _ask_the_disk(descriptor, offset)
                asked = offset + _ASKED_AT_ONCE
            return read(offset, wanted)

        for piece in pieces(read_from_disk, size, path, stopped, progress):
            digest.update(piece)
    return digest.hexdigest()


def _ask_the_disk(descriptor: int, offset: int) -> None:
    """Make the system forget what it keeps of the part of a file that is read next, and fetch it from the disk.

    A part at a time: whoever else reads the file, as its check does, would wait for each page of a whole one.
    """
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(descriptor, offset, _ASKED_AT_ONCE, os.POSIX_FADV_DONTNEED)
            os.posix_fadvise(descriptor, offset, _ASKED_AT_ONCE, os.POSIX_FADV_WILLNEED)


def share(progress: Progress | None, first: int, last: int) -> Progress | None:
    """Progress of one stage as thousandths of the whole, from `first` to `last`."""
    if progress is None:
        return None
    return lambda done, total: progress(first + (last - first) * done // max(total, 1), 1000)
