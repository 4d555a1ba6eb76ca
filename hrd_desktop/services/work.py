"""What long work is given: a way to report progress and to learn that it should stop; and how files are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hrd_desktop.errors import Cancelled
from hrd_desktop.store.refusals import translated
from hrd_desktop.vault import disk

Progress = Callable[[int, int], None]
Cancelled_ = Callable[[], bool]


def step(done: int, total: int, progress: Progress | None, cancelled: Cancelled_ | None) -> None:
    """Report one step; raises Cancelled if the person asked to stop."""
    if cancelled is not None and cancelled():
        raise Cancelled()
    if progress is not None:
        progress(done, total)


def write_private(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by this user alone. Raises NotWritable, DiskFull."""
    with translated(path):
        disk.replace(path, data)


def make_private_folder(path: Path) -> None:
    """Make a folder for this user alone, unless it is there. Raises NotWritable, DiskFull."""
    with translated(path):
        if not path.is_dir():
            disk.make_folder(path)
