"""Bytes on the disk made worthless where they lie. OSErrors pass through: the caller knows what they mean."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from hrd_desktop.vault.disk import flush_to_disk

_CHUNK = 1 << 20


def overwrite(path: Path, *, first: int | None = None, last: int = 0) -> None:
    """Put random bytes over those of a file, in place and of the same length, and wait until the disk has them.

    Given `first`, only so many bytes from the beginning and `last` from the end. What a file system, a drive or a
    snapshot keeps of the old bytes is out of reach.
    """
    _make_writable(path)
    flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "r+b", buffering=0) as stream:
        size = stream.seek(0, os.SEEK_END)
        head = size if first is None else min(first, size)
        for start, end in ((max(head, size - last), size), (0, head)):
            stream.seek(start)
            while start < end:
                start += stream.write(os.urandom(min(_CHUNK, end - start)))
        flush_to_disk(stream.fileno())


def remove(path: Path) -> None:
    """Take a file away, also one that says it may not be changed; nothing where there is none."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        _make_writable(path)  # Windows removes nothing that is read-only
        path.unlink(missing_ok=True)


def _make_writable(path: Path) -> None:
    with suppress(OSError):  # a stick without modes refuses this and takes the bytes all the same
        mode = path.stat().st_mode
        if not mode & stat.S_IWUSR:
            path.chmod(stat.S_IMODE(mode) | stat.S_IWUSR)
