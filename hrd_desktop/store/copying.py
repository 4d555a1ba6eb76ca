"""Copying much from one place to another: in pieces, with a digest, on the disk before it is called copied."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

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
    # The digest takes as long as the writing; and what is written is flushed while more is read.
    with ThreadPoolExecutor(1) as hashing, ThreadPoolExecutor(1) as flushing:
        flushed: Future[None] | None = None
        waiting = 0
        for piece in source:
            hashed = hashing.submit(digest.update, piece)
            write_all(descriptor, piece)
            hashed.result()
            waiting += len(piece)
            if waiting >= _AT_ONCE:
                if flushed is not None:
                    flushed.result()
                flushed, waiting = flushing.submit(disk.flush_to_disk, descriptor), 0
        if flushed is not None:
            flushed.result()
    if flush:
        disk.flush_to_disk(descriptor)
    return digest.hexdigest()


def digest_of(path: Path, size: int, stopped: Stopped, progress: Progress | None = None) -> str:
    """SHA-256 of the first `size` bytes of a file, from the disk where the system can be made to ask it.

    Raises Cancelled, EOFError if the file is shorter, OSError.
    """
    digest = hashlib.sha256()
    with opened(path) as descriptor:
        if hasattr(os, "posix_fadvise"):
            with suppress(OSError):
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        for piece in pieces(read_at(descriptor), size, path, stopped, progress):
            digest.update(piece)
    return digest.hexdigest()


def share(progress: Progress | None, first: int, last: int) -> Progress | None:
    """Progress of one stage as thousandths of the whole, from `first` to `last`."""
    if progress is None:
        return None
    return lambda done, total: progress(first + (last - first) * done // max(total, 1), 1000)
