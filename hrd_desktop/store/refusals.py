"""What an error of the disk or of the database means to a person. The only place where such errors are translated."""

from __future__ import annotations

import errno
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from hrd_desktop.errors import (
    AlreadyExists,
    AlreadyOpen,
    DatabaseDamaged,
    DiskFailed,
    DiskFull,
    FolderMissing,
    HrdError,
    NotWritable,
)

_OS_ERRORS: dict[int, type[HrdError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,  # a stick formatted FAT32 takes no file over 4 GiB
    errno.EEXIST: AlreadyExists,
    errno.ENOTEMPTY: AlreadyExists,
    errno.EISDIR: AlreadyExists,
    errno.EACCES: NotWritable,
    errno.EPERM: NotWritable,
    errno.EROFS: NotWritable,
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
    errno.ENAMETOOLONG: NotWritable,
    errno.EINVAL: NotWritable,  # a name that this disk does not take
    errno.ELOOP: NotWritable,
    errno.ENOLCK: NotWritable,  # a network folder on which nothing can be locked
    errno.ENOTSUP: NotWritable,
    errno.ENOSYS: NotWritable,
    errno.EIO: DiskFailed,
    errno.ENXIO: DiskFailed,
    errno.ENODEV: DiskFailed,
    errno.ESTALE: DiskFailed,
}

_PRIMARY = 0xFF  # the extended codes of SQLite keep their family in the low byte
_IOERR = 10
_DATABASE_ERRORS: dict[int, type[HrdError]] = {
    3: NotWritable,  # PERM
    5: AlreadyOpen,  # BUSY: another program, such as a database browser, holds it
    6: AlreadyOpen,  # LOCKED
    8: NotWritable,  # READONLY
    11: DatabaseDamaged,  # CORRUPT: also what SQLCipher answers for a page whose HMAC does not fit
    13: DiskFull,
    14: NotWritable,  # CANTOPEN
    26: DatabaseDamaged,  # NOTADB: the key was proved before, so it is the first page that is damaged
}
_NEARLY_NOTHING = 256 * 1024


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn errors of the disk and of the database into refusals about the case file at `path`."""
    try:
        yield
    except (OSError, DBAPIError, dbapi2.Error) as error:
        if (refusal := refusal_for(error, path)) is None:
            raise
        raise refusal from error


def refusal_for(error: BaseException, path: Path) -> HrdError | None:
    """The refusal that an error amounts to, or None if it is none: a mistake in the program, a broken constraint."""
    if isinstance(error, OSError):
        kind = _OS_ERRORS.get(error.errno or 0)
        return None if kind is None else kind(path=str(path))
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", 0) & _PRIMARY
    if code == _IOERR:
        return DiskFull(path=str(path)) if _is_full(path) else DiskFailed(path=str(path))
    kind = _DATABASE_ERRORS.get(code)
    return None if kind is None else kind(path=str(path))


def _is_full(path: Path) -> bool:
    """SQLite says "I/O error" for some full disks (a quota, memory for the WAL index); look before blaming the disk."""
    with suppress(OSError):
        return free_bytes(path) < _NEARLY_NOTHING
    return False


def free_bytes(path: Path) -> int:
    """How much room this user has on the disk that holds `path`; plenty where it says nothing. Raises OSError."""
    usage = shutil.disk_usage(path)
    return usage.free if usage.total else sys.maxsize  # some mounted places tell of nothing, free or not
