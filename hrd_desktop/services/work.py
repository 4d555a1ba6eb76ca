"""What long work is given: a way to report progress and to learn that it should stop; and how files are written."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from hrd_desktop.errors import AlreadyExists, Cancelled, InsideCaseFile
from hrd_desktop.store import folder
from hrd_desktop.store.refusals import translated
from hrd_desktop.vault import disk

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


def step(done: int, total: int, progress: Progress | None, cancelled: IsCancelled | None) -> None:
    """Report one step; raises Cancelled if the person asked to stop."""
    if cancelled is not None and cancelled():
        raise Cancelled()
    if progress is not None:
        progress(done, total)


def write_private(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by this user alone; an older file of that name is replaced.

    Where the name is a link, the file it leads to is replaced, not the link. Raises AlreadyExists for a folder or a
    device, InsideCaseFile, FolderMissing, NotWritable, DiskFull.
    """
    with translated(path):
        disk.replace(_target(path), data)


def _target(path: Path) -> Path:
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise AlreadyExists(path=str(path))
    if (file := folder.holder(target)) is not None:
        raise InsideCaseFile(path=str(path), file=str(file))
    return target


@contextmanager
def written_together(files: Sequence[tuple[Path, bytes]]) -> Iterator[None]:
    """Write files as `write_private` does, all or none: where anything fails, also inside the block, none is left.

    Files that were there before are back then. Raises AlreadyExists, InsideCaseFile, FolderMissing, NotWritable,
    DiskFull.
    """
    mark = secrets.token_hex(4)
    new: list[tuple[Path, Path]] = []
    moved: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    try:
        for path, data in files:
            with translated(path):
                target = _target(path)
                fresh = target.with_name(f".{target.name}.{mark}")
                new.append((fresh, target))
                disk.write_new(fresh, data)
        for fresh, target in new:
            with translated(target):
                if target.exists():
                    aside = target.with_name(f".{target.name}.{mark}-before")
                    moved.append((aside, target))
                    _keep_aside(target, aside)
                fresh.replace(target)
                placed.append(target)
        for parent in {target.parent for target in placed}:
            with translated(parent):
                disk.sync_folder(parent)
        yield
    except BaseException:
        with suppress(OSError):
            for path in [*(fresh for fresh, _ in new), *placed]:
                path.unlink(missing_ok=True)
            for aside, target in moved:
                if aside.exists():
                    aside.replace(target)
        raise
    with suppress(OSError):
        for aside, _ in moved:
            aside.unlink(missing_ok=True)


def _keep_aside(target: Path, aside: Path) -> None:
    """A second name for a file, so that its place is never empty; a copy on a stick that knows no second names."""
    try:
        os.link(target, aside)
    except OSError:
        disk.copy_new(target, aside)


def rising(progress: Progress | None, first: int, last: int) -> Progress | None:
    """Progress of one stage as a share of the whole work in thousandths, from `first` to `last`; it never goes back."""
    if progress is None:
        return None
    most = first

    def told(done: int, total: int) -> None:
        nonlocal most
        most = max(most, first + (last - first) * min(done, total) // max(total, 1))
        progress(most, 1000)

    return told


def make_private_folder(path: Path) -> None:
    """Make a folder for this user alone, unless it is there. Raises FolderMissing, NotWritable, DiskFull."""
    with translated(path):
        if not path.is_dir():
            disk.make_folder(path)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file of any size, written and read back in the block under another name; it has its own when the block ends.

    It is on the disk by then. Nothing is left of it where the block fails. Raises AlreadyExists, InsideCaseFile,
    FolderMissing, NotWritable, DiskFull.
    """
    with translated(path):
        target = _target(path)
        fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        handle = os.open(fresh, flags, 0o600)
        try:
            with os.fdopen(handle, "w+b") as stream:
                yield stream
                stream.flush()
                disk.flush_to_disk(stream.fileno())
            _name(fresh, target)
        except BaseException:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
        disk.sync_folder(target.parent)


def _name(fresh: Path, target: Path) -> None:
    if os.path.lexists(target):
        raise AlreadyExists(path=str(target))
    fresh.replace(target)
