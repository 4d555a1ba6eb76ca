"""What a computer tells of its folders and drives, behind one small interface."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath

_MOST_NAMES = 5_000
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True)
class Mount:
    """Something that is mounted: where, its file system, whether it is of this computer, and whether it can be taken
    away."""

    point: PurePath
    kind: str
    local: bool = True
    removable: bool = False


@dataclass(frozen=True)
class View:
    """A computer as far as it is of interest here. Each call answers with nothing where it cannot tell."""

    platform: str
    home: PurePath
    environment: Mapping[str, str] = field(default_factory=dict)
    mounts: Sequence[Mount] = ()
    names: Callable[[PurePath], Collection[str]] = lambda _: ()
    """The names in a folder."""
    attributes: Callable[[PurePath], Collection[str]] = lambda _: ()
    """The names of the extended attributes of a folder."""
    text: Callable[[PurePath], str] = lambda _: ""
    """A small text file."""
    drive_type: Callable[[PurePath], int] = lambda _: 0
    """What Windows calls the drive of a path (`GetDriveTypeW`)."""


def this_computer(path: Path) -> View:
    """The computer that this program runs on; `path` is the place of interest."""
    return View(
        platform=sys.platform,
        home=Path.home(),
        environment=os.environ,
        mounts=_mounts(path),
        names=_names,
        attributes=_attributes,
        text=_text,
        drive_type=_drive_type,
    )


def parse_mountinfo(text: str, removable: Callable[[str], bool] = lambda _: False) -> list[Mount]:
    """The mounts of a Linux computer from `/proc/self/mountinfo`; `removable` is asked with the name of a device."""
    mounts = []
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        parts, source = before.split(" "), after.split(" ")
        if dash and len(parts) > 4 and len(source) > 1:
            point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), parts[4])
            mounts.append(Mount(Path(point), source[0], removable=removable(source[1])))
    return mounts


def _mounts(path: Path) -> list[Mount]:
    if sys.platform.startswith("linux"):
        with suppress(OSError):
            return parse_mountinfo(Path("/proc/self/mountinfo").read_text("utf-8", "replace"), _can_be_taken_away)
    elif sys.platform == "darwin":
        with suppress(OSError, AttributeError):
            return _mac_mount(path)
    return []


def _can_be_taken_away(device: str) -> bool:
    """Whether Linux calls the disk of a partition (`/dev/sdb1`) removable, or it hangs on USB."""
    name = Path(os.path.realpath(device)).name if device.startswith("/dev/") else ""
    if not name:
        return False
    with suppress(OSError):
        at = Path("/sys/class/block", name).resolve()
        disk = at if (at / "removable").exists() else at.parent
        return (disk / "removable").read_text().strip() == "1" or "/usb" in str(disk)
    return False


class _Statfs(ctypes.Structure):
    """`struct statfs` of macOS (64-bit inodes)."""

    _fields_ = (
        ("bsize", ctypes.c_uint32),
        ("iosize", ctypes.c_int32),
        ("counts", ctypes.c_uint64 * 5),
        ("fsid", ctypes.c_int32 * 2),
        ("owner", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("subtype", ctypes.c_uint32),
        ("fstypename", ctypes.c_char * 16),
        ("mntonname", ctypes.c_char * 1024),
        ("mntfromname", ctypes.c_char * 1024),
        ("flags_ext", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32 * 7),
    )


_MNT_REMOVABLE, _MNT_LOCAL = 0x200, 0x1000


def _mac_mount(path: Path) -> list[Mount]:
    """The mount that a path lies on, or the nearest folder above it that is there."""
    library = ctypes.CDLL(None)
    ask = getattr(library, "statfs$INODE64", None) or library.statfs
    there = next((each for each in (path, *path.parents) if each.exists()), Path("/"))
    found = _Statfs()
    if ask(os.fsencode(there), ctypes.byref(found)) != 0:
        return []
    point, kind = os.fsdecode(found.mntonname), os.fsdecode(found.fstypename)
    removable = bool(found.flags & _MNT_REMOVABLE)
    return [Mount(Path(point), kind, local=bool(found.flags & _MNT_LOCAL), removable=removable)]


def _names(folder: PurePath) -> Collection[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [entry.name for entry, _ in zip(entries, range(_MOST_NAMES), strict=False)]
    return ()


def _attributes(folder: PurePath) -> Collection[str]:
    if sys.platform.startswith("linux"):
        with suppress(OSError):
            return os.listxattr(folder)
    return ()


def _text(path: PurePath) -> str:
    with suppress(OSError), Path(path).open("rb") as stream:
        return stream.read(_MOST_BYTES).decode("utf-8-sig", "replace")
    return ""


def _drive_type(path: PurePath) -> int:
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\"))
    return 0
