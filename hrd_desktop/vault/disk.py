"""Files that are private, whole, and really on the disk. OSErrors pass through: the caller knows what they mean."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FILE_MODE = 0o600
_FOLDER_MODE = 0o700
_CHUNK = 1 << 20
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EISDIR}
"""What file systems answer that cannot flush a folder (network shares, FUSE, sticks)."""


def make_folder(path: Path) -> None:
    """Make a folder for this user alone.

    The mode is given at creation and never set later: a stick formatted for Windows has no modes and refuses chmod, and
    on Windows the rights come from the user's own profile.
    """
    path.mkdir(mode=_FOLDER_MODE)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, for this user alone, and wait until the disk has it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _FILE_MODE), "wb") as stream:
        stream.write(data)
        stream.flush()
        flush_to_disk(stream.fileno())


@contextmanager
def opened_new(path: Path) -> Iterator[int]:
    """The descriptor of a file that is not there yet, for this user alone, to be written in pieces."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _FILE_MODE)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def copy_new(source: Path, path: Path) -> None:
    """Copy a file, of any size, to one that is not there yet, and wait until the disk has it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with source.open("rb") as found, os.fdopen(os.open(path, flags, _FILE_MODE), "wb") as stream:
        shutil.copyfileobj(found, stream, _CHUNK)
        stream.flush()
        flush_to_disk(stream.fileno())


def replace(path: Path, data: bytes, prove: Callable[[bytes], None] | None = None) -> None:
    """Put new contents in the place of a file: after a crash there is the old file or the new one, whole.

    `prove` is given what the disk holds of the new contents before they take the place, and raises if it will not do.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        write_new(temporary, data)
        if prove is not None:
            prove(read_back(temporary))
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def read_back(path: Path) -> bytes:
    """What a file holds, from the disk itself where the system can be told to forget what it keeps in memory."""
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)), "rb") as stream:
        if hasattr(os, "posix_fadvise"):
            with suppress(OSError):
                os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return stream.read()


def sweep(path: Path) -> None:
    """Remove what an interrupted `replace` of this file left beside it, as far as the disk lets us."""
    left = re.compile(re.escape(f".{path.name}.") + "[0-9a-f]{8}")
    with suppress(OSError):
        for item in path.parent.iterdir():
            if left.fullmatch(item.name):
                item.unlink(missing_ok=True)


def sync_folder(path: Path) -> None:
    """Wait until the disk has the names in a folder. Windows has no such call, and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def flush_to_disk(handle: int) -> None:
    """Wait until the disk has what was written to an open file."""
    if sys.platform == "darwin":
        import fcntl

        # macOS: fsync alone leaves the data in the drive's own memory. Not every file system knows the other call.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)
