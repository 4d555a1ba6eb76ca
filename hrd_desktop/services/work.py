"""What long work is given: a way to report progress and to learn that it should stop; and how files are written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

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
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise AlreadyExists(path=str(path))
        if (file := folder.holder(target)) is not None:
            raise InsideCaseFile(path=str(path), file=str(file))
        disk.replace(target, data)


def make_private_folder(path: Path) -> None:
    """Make a folder for this user alone, unless it is there. Raises FolderMissing, NotWritable, DiskFull."""
    with translated(path):
        if not path.is_dir():
            disk.make_folder(path)
