"""Where a case file lies: in a folder that a program copies to other computers, on a network drive, on a stick.

A database that is copied while it is being written arrives half written, and a copy on somebody else's computer is out
of our hands. So the place is recognised and said; nothing is ever forbidden, because a person may have no other place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from hrd_desktop.services.system_view import Mount, View, this_computer
from hrd_desktop.wording import Wording

__all__ = ["Mount", "View", "Whereabouts", "advice", "found", "look"]

Kind = Literal["sync", "network", "removable"]


@dataclass(frozen=True)
class Whereabouts:
    """What is to be known of a place: its kind, and by what name people know it (`OneDrive`, empty if by none)."""

    kind: Kind
    name: str = ""


@dataclass(frozen=True)
class _Service:
    """How the folder of a program that synchronises is recognised."""

    name: str
    variables: tuple[str, ...] = ()
    """Environment variables that hold the folder."""
    folders: str = "(?!)"
    """A pattern for the name of a folder anywhere above."""
    in_home: tuple[str, ...] = ()
    """Names that mean it only directly in the home folder: they are words of every day elsewhere."""
    marks: str = "(?!)"
    """A pattern for a file that stands in the folder or one above it."""
    attributes: tuple[str, ...] = ()
    """The beginning of extended attributes that the program gives to files."""
    mounts: tuple[str, ...] = ()
    """File systems through which it shows its folder."""


_SERVICES = (
    _Service(
        "OneDrive",
        variables=("OneDrive", "OneDriveConsumer", "OneDriveCommercial"),
        folders=r"OneDrive( - .+|-.+)?",
        attributes=("com.microsoft.OneDrive",),
        mounts=("fuse.onedriver",),
    ),
    _Service(
        "Dropbox",
        folders=r"Dropbox( \(.+\)|-.+)?",
        marks=r"\.dropbox|\.dropbox\.cache",
        attributes=("user.com.dropbox", "com.dropbox"),
    ),
    _Service(
        "Google Drive",
        folders=r"Google ?Drive( \(.+\)|-.+)?|DriveFS",
        marks=r"\.tmp\.drive(up|down)load",
        attributes=("com.google.drivefs", "user.drive.id"),
        mounts=("fuse.google-drive-ocamlfuse", "drivefs", "dfsfuse_DFS"),
    ),
    _Service(
        "iCloud Drive",
        folders=r"iCloud ?Drive( \(.+\))?|Mobile Documents|com~apple~CloudDocs",
        attributes=("com.apple.icloud", "com.apple.clouddocs"),
    ),
    _Service("ownCloud", folders=r"ownCloud\d*( - .+|-.+)?", marks=r"\.owncloudsync\.log"),
    _Service("Nextcloud", folders=r"Nextcloud\d*(-.+)?", marks=r"\.nextcloudsync\.log|\._?sync_[0-9a-f]+\.db"),
    _Service("Syncthing", marks=r"\.stfolder"),
    _Service("Resilio Sync", folders=r"Resilio Sync"),
    _Service("MEGA", folders=r"MEGAsync( .+)?", in_home=("MEGA",), marks=r"\.megaignore|\.debris"),
    _Service("Box", folders=r"Box Sync|Box-Box", in_home=("Box",)),
    _Service("pCloud", folders=r"pCloud ?(Drive|Sync)", mounts=("fuse.pcloud", "fuse.pCloud.fs")),
    _Service("Proton Drive", folders=r"Proton ?Drive(-.+)?"),
    _Service("Seafile", folders=r"Seafile", marks=r"\.seafile-data", mounts=("fuse.seadrive",)),
    _Service("Tresorit", folders=r"Tresorit( Drive)?|Tresors"),
    _Service("Synology Drive", folders=r"SynologyDrive(-.+)?", marks=r"\.SynologyWorkingDirectory"),
    _Service("kDrive", folders=r"kDrive\d*"),
    _Service("Yandex Disk", folders=r"Yandex\.?Disk( .+)?"),
    _Service("rclone", mounts=("fuse.rclone",)),
)

_NETWORK = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afpfs",
        "afs",
        "ncpfs",
        "9p",
        "ceph",
        "lustre",
        "davfs",
        "davfs2",
        "webdav",
        "coda",
        "gfs2",
        "ocfs2",
        "ftp",
        "fuse.sshfs",
        "fuse.ceph",
        "fuse.glusterfs",
        "glusterfs",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
        "fuse.kio-fuse",
        "fuse.curlftpfs",
        "fuse.s3fs",
        "fuse.smbnetfs",
        "fuse.nfs",
        "macfuse",
        "osxfuse",
        "vboxsf",
        "prl_fs",
        "fuse.vmhgfs-fuse",
        "fuse.prl_fsd",
        "virtiofs",
    ]
)
_DROPBOX_SETTINGS = ".dropbox"
"""What the folder of Dropbox holds is also the name of its settings in the home folder."""
_REMOVABLE_PLACES = ("/media", "/run/media", "/mnt/usb")
_DRIVE_REMOVABLE, _DRIVE_REMOTE, _DRIVE_CD = 2, 4, 5  # GetDriveTypeW


def look(path: Path) -> tuple[Whereabouts, ...]:
    """What is to be known of a place on this computer; it need not be there yet. Never raises, never takes long."""
    try:
        real = path.expanduser().absolute().resolve()
    except (OSError, RuntimeError):
        real = path.absolute()
    return found(real, this_computer(real))


def advice(place: Whereabouts, words: Wording) -> str:
    """Why the place is not a good one for a case file, and what to do; one short text."""
    return words.of_care(f"place_{place.kind}", name=place.name or words.of_care(f"name_{place.kind}"))


def found(path: PurePath, view: View) -> tuple[Whereabouts, ...]:
    """What is to be known of an absolute path on the computer that `view` shows, the most serious first."""
    mount = _mount_of(path, view.mounts)
    answers = [
        Whereabouts("sync", name) if (name := _service(path, view, mount)) else None,
        Whereabouts("network") if _on_network(path, view, mount) else None,
        Whereabouts("removable") if _on_stick(path, view, mount) else None,
    ]
    return tuple(answer for answer in answers if answer is not None)


def _service(path: PurePath, view: View, mount: Mount | None) -> str:
    chain = [path, *path.parents]
    told = _told(view)
    for service in _SERVICES:
        here = [type(path)(view.environment[name]) for name in service.variables if view.environment.get(name)]
        if any(_within(path, root) for root in [*here, *told.get(service.name, ())]):
            return service.name
        if mount is not None and mount.kind in service.mounts:
            return service.name
        if any(re.fullmatch(service.folders, each.name, re.IGNORECASE) for each in chain):
            return service.name
        if any(each.parent == view.home and each.name in service.in_home for each in chain):
            return service.name
    return _marked(chain, view)


def _marked(chain: Sequence[PurePath], view: View) -> str:
    """What the folders themselves tell: a file that the program leaves there, an attribute that it gives."""
    for each in chain:
        names, attributes = view.names(each), view.attributes(each)
        for service in _SERVICES:
            own = {_DROPBOX_SETTINGS} if each == view.home else set()
            if _any(service.marks, set(names) - own):
                return service.name
            if any(one.startswith(service.attributes) for one in attributes if service.attributes):
                return service.name
    return ""


def _told(view: View) -> Mapping[str, list[PurePath]]:
    """Folders that the settings of a program name."""
    folders: dict[str, list[PurePath]] = {"Dropbox": [], "iCloud Drive": []}
    settings = [view.home / ".dropbox" / "info.json"]
    settings += [
        type(view.home)(view.environment[name]) / "Dropbox" / "info.json"
        for name in ("APPDATA", "LOCALAPPDATA")
        if view.environment.get(name)
    ]
    for text in map(view.text, settings):
        try:
            accounts = json.loads(text) if text else {}
            folders["Dropbox"] += [type(view.home)(str(account["path"])) for account in accounts.values()]
        except (ValueError, AttributeError, TypeError, KeyError):
            continue  # settings of another program, of which nothing is promised
    if view.platform == "darwin":
        # "Desktop and Documents folders" in iCloud: they stay where they were, and are copied all the same.
        kept = view.names(view.home / "Library" / "Mobile Documents" / "com~apple~CloudDocs")
        folders["iCloud Drive"] += [view.home / name for name in ("Desktop", "Documents") if name in kept]
    return folders


def _on_network(path: PurePath, view: View, mount: Mount | None) -> bool:
    if view.platform == "win32":
        return path.drive.startswith("\\\\") or view.drive_type(path) == _DRIVE_REMOTE
    return mount is not None and (mount.kind in _NETWORK or not mount.local)


def _on_stick(path: PurePath, view: View, mount: Mount | None) -> bool:
    if view.platform == "win32":
        return view.drive_type(path) in (_DRIVE_REMOVABLE, _DRIVE_CD)
    if mount is None or mount.kind in _NETWORK or not mount.local:
        return False
    under = str(mount.point)
    return mount.removable or any(under.startswith(f"{place}/") for place in _REMOVABLE_PLACES)


def _mount_of(path: PurePath, mounts: Sequence[Mount]) -> Mount | None:
    """The mount that a path lies on: the longest point above it; of two on one point the later hides the other."""
    above = [mount for mount in mounts if _within(path, mount.point)]
    longest = max((len(mount.point.parts) for mount in above), default=0)
    return next((mount for mount in reversed(above) if len(mount.point.parts) == longest), None)


def _within(path: PurePath, folder: PurePath) -> bool:
    return path == folder or folder in path.parents


def _any(pattern: str, names: Collection[str]) -> bool:
    wanted: Callable[[str], object] = re.compile(pattern).fullmatch
    return any(wanted(name) for name in names)
