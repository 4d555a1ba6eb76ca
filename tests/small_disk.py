"""A disk that runs full: a real file system of a few hundred KiB."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def mounted(place: Path, kibibytes: int) -> Iterator[Path]:
    """The disk, at that place; skips the test where none may be made."""
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    size = f"size={kibibytes}k"
    made = subprocess.run([mount, "-t", "tmpfs", "-o", size, "none", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"no small disk here: {made.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def filled(disk: Path) -> Path:
    """Take every byte that is left; the file that holds them."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(b"b" * 1024)
    assert shutil.disk_usage(disk).free == 0
    return ballast
