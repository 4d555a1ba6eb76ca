"""What long work is given: a way to report progress and to learn that it should stop; and how files are written."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from hrd_desktop.errors import Cancelled, DiskFull, NotWritable

Progress = Callable[[int, int], None]
Cancelled_ = Callable[[], bool]


def step(done: int, total: int, progress: Progress | None, cancelled: Cancelled_ | None) -> None:
    """Report one step; raises Cancelled if the person asked to stop."""
    if cancelled is not None and cancelled():
        raise Cancelled()
    if progress is not None:
        progress(done, total)


def write_private(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, readable by this user alone.

    Written under a temporary name beside its place, flushed to the disk, then renamed. Raises NotWritable, DiskFull.
    """
    try:
        handle, temporary = tempfile.mkstemp(prefix=".hrd-", dir=path.parent)
    except OSError as error:
        raise _refusal(error, path) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise _refusal(error, path) from error


def _refusal(error: OSError, path: Path) -> DiskFull | NotWritable:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(path=str(path))
    return NotWritable(path=str(path))
