"""Where a case file lies, told from a computer that is described."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from hrd_desktop.services import system_view
from hrd_desktop.services.system_view import Mount, View, parse_mountinfo
from hrd_desktop.services.whereabouts import Whereabouts, advice, found, look
from hrd_desktop.wording import wording

HOME = PurePosixPath("/home/amal")
WINDOWS_HOME = PureWindowsPath(r"C:\Users\amal")
DISK = Mount(PurePosixPath("/"), "ext4")


def linux(
    *mounts: Mount,
    names: Mapping[str, Collection[str]] | None = None,
    attributes: Mapping[str, Collection[str]] | None = None,
    texts: Mapping[str, str] | None = None,
) -> View:
    return View(
        platform="linux",
        home=HOME,
        mounts=(DISK, *mounts),
        names=lambda path: (names or {}).get(str(path), ()),
        attributes=lambda path: (attributes or {}).get(str(path), ()),
        text=lambda path: (texts or {}).get(str(path), ""),
    )


def windows(drives: Mapping[str, int] | None = None, **environment: str) -> View:
    return View(
        platform="win32",
        home=WINDOWS_HOME,
        environment=environment,
        drive_type=lambda path: (drives or {}).get(path.drive, 3),
    )


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/amal/OneDrive/Cases.hrd", "OneDrive"),
        ("/home/amal/OneDrive - An Office/work/Cases.hrd", "OneDrive"),
        ("/Users/amal/Library/CloudStorage/OneDrive-AnOffice/Cases.hrd", "OneDrive"),
        ("/home/amal/Dropbox/Cases.hrd", "Dropbox"),
        ("/home/amal/Dropbox (An Office)/Cases.hrd", "Dropbox"),
        ("/Users/amal/Library/CloudStorage/GoogleDrive-a@example.org/My Drive/Cases.hrd", "Google Drive"),
        ("/Users/amal/Google Drive/Cases.hrd", "Google Drive"),
        ("/Users/amal/Library/Mobile Documents/com~apple~CloudDocs/Cases.hrd", "iCloud Drive"),
        ("/home/amal/Nextcloud/Cases.hrd", "Nextcloud"),
        ("/home/amal/ownCloud/Cases.hrd", "ownCloud"),
        ("/home/amal/MEGA/Cases.hrd", "MEGA"),
        ("/home/amal/Box/Cases.hrd", "Box"),
        ("/Users/amal/Library/CloudStorage/Box-Box/Cases.hrd", "Box"),
        ("/home/amal/pCloudDrive/Cases.hrd", "pCloud"),
        ("/home/amal/Proton Drive/Cases.hrd", "Proton Drive"),
        ("/home/amal/Seafile/Cases.hrd", "Seafile"),
        ("/home/amal/SynologyDrive/Cases.hrd", "Synology Drive"),
    ],
)
def test_a_folder_of_a_synchronising_program_is_known_by_its_name(path: str, name: str) -> None:
    assert found(PurePosixPath(path), linux()) == (Whereabouts("sync", name),)


@pytest.mark.parametrize(
    "path",
    [
        "/home/amal/Documents/Cases.hrd",
        "/home/amal/Documents/Box/Cases.hrd",
        "/home/amal/Dropboxes/Cases.hrd",
        "/home/amal/my OneDrive notes/Cases.hrd",
        "/srv/MEGA/Cases.hrd",
    ],
)
def test_an_ordinary_folder_is_left_alone(path: str) -> None:
    assert found(PurePosixPath(path), linux()) == ()


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".tmp.driveupload", "Google Drive"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_0123abcd.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".megaignore", "MEGA"),
        (".SynologyWorkingDirectory", "Synology Drive"),
    ],
)
def test_a_mark_in_a_folder_above_tells(mark: str, name: str) -> None:
    view = linux(names={"/data/shared": ["a.txt", mark]})
    assert found(PurePosixPath("/data/shared/work/Cases.hrd"), view) == (Whereabouts("sync", name),)
    assert found(PurePosixPath("/data/other/Cases.hrd"), view) == ()


def test_settings_in_the_home_folder_do_not_make_it_a_synchronised_one() -> None:
    view = linux(names={str(HOME): [".dropbox", "Documents"]})
    assert found(HOME / "Documents" / "Cases.hrd", view) == ()


def test_a_home_folder_that_is_synchronised_as_a_whole() -> None:
    view = linux(names={str(HOME): [".dropbox", ".stfolder", "Documents"]})
    assert found(HOME / "Documents" / "Cases.hrd", view) == (Whereabouts("sync", "Syncthing"),)


def test_a_folder_that_dropbox_names_itself() -> None:
    view = linux(texts={"/home/amal/.dropbox/info.json": '{"personal": {"path": "/data/elsewhere"}}'})
    assert found(PurePosixPath("/data/elsewhere/Cases.hrd"), view) == (Whereabouts("sync", "Dropbox"),)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"personal": 1}', '{"personal": {}}'])
def test_settings_that_make_no_sense_are_passed_over(text: str) -> None:
    view = linux(texts={"/home/amal/.dropbox/info.json": text})
    assert found(PurePosixPath("/data/elsewhere/Cases.hrd"), view) == ()


def test_an_attribute_of_a_folder_tells() -> None:
    view = linux(attributes={"/data/team": ["user.com.dropbox.attributes"]})
    assert found(PurePosixPath("/data/team/Cases.hrd"), view) == (Whereabouts("sync", "Dropbox"),)


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
def test_windows_says_where_onedrive_is(variable: str) -> None:
    view = windows(**{variable: r"D:\Cloud"})
    assert found(PureWindowsPath(r"d:\cloud\Cases.hrd"), view) == (Whereabouts("sync", "OneDrive"),)
    assert found(PureWindowsPath(r"D:\Cases.hrd"), view) == ()


def test_icloud_takes_the_desktop_and_the_documents_of_a_mac() -> None:
    kept = "/home/amal/Library/Mobile Documents/com~apple~CloudDocs"
    view = View(
        platform="darwin",
        home=HOME,
        mounts=(Mount(PurePosixPath("/"), "apfs"),),
        names=lambda path: ["Documents"] if str(path) == kept else [],
    )
    assert found(HOME / "Documents" / "Cases.hrd", view) == (Whereabouts("sync", "iCloud Drive"),)
    assert found(HOME / "Desktop" / "Cases.hrd", view) == ()


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "fuse.gvfsd-fuse", "vboxsf"])
def test_a_network_drive_is_known_by_its_file_system(kind: str) -> None:
    view = linux(Mount(PurePosixPath("/srv/office"), kind))
    assert found(PurePosixPath("/srv/office/Cases.hrd"), view) == (Whereabouts("network"),)
    assert found(PurePosixPath("/srv/other/Cases.hrd"), view) == ()


def test_the_longest_mount_decides_and_the_later_hides_the_earlier() -> None:
    inner = Mount(PurePosixPath("/srv/office/local"), "ext4")
    view = linux(inner, Mount(PurePosixPath("/srv/office"), "nfs4"))
    assert found(PurePosixPath("/srv/office/local/Cases.hrd"), view) == ()
    hidden = linux(Mount(PurePosixPath("/srv"), "ext4"), Mount(PurePosixPath("/srv"), "cifs"))
    assert found(PurePosixPath("/srv/Cases.hrd"), hidden) == (Whereabouts("network"),)


def test_a_service_that_shows_its_folder_as_a_drive() -> None:
    view = linux(Mount(PurePosixPath("/srv/drive"), "fuse.google-drive-ocamlfuse"))
    assert found(PurePosixPath("/srv/drive/Cases.hrd"), view) == (Whereabouts("sync", "Google Drive"),)


def test_windows_network_drives_and_shares() -> None:
    view = windows({"Z:": 4})
    assert found(PureWindowsPath(r"Z:\Cases.hrd"), view) == (Whereabouts("network"),)
    assert found(PureWindowsPath(r"\\server\share\Cases.hrd"), view) == (Whereabouts("network"),)
    assert found(PureWindowsPath(r"C:\Cases.hrd"), view) == ()


def test_a_mac_says_that_a_volume_is_not_its_own() -> None:
    view = View("darwin", HOME, mounts=(Mount(PurePosixPath("/Volumes/office"), "webdav", local=False),))
    assert found(PurePosixPath("/Volumes/office/Cases.hrd"), view) == (Whereabouts("network"),)


def test_sticks() -> None:
    stick = linux(Mount(PurePosixPath("/media/amal/BLUE"), "vfat"))
    assert found(PurePosixPath("/media/amal/BLUE/Cases.hrd"), stick) == (Whereabouts("removable"),)
    told = linux(Mount(PurePosixPath("/mnt/x"), "ext4", removable=True))
    assert found(PurePosixPath("/mnt/x/Cases.hrd"), told) == (Whereabouts("removable"),)
    assert found(PureWindowsPath(r"E:\Cases.hrd"), windows({"E:": 2})) == (Whereabouts("removable"),)


def test_a_synchronised_folder_on_a_stick_is_both() -> None:
    view = linux(Mount(PurePosixPath("/media/amal/BLUE"), "vfat"))
    path = PurePosixPath("/media/amal/BLUE/Dropbox/Cases.hrd")
    assert found(path, view) == (Whereabouts("sync", "Dropbox"), Whereabouts("removable"))


def test_the_table_of_mounts_of_linux() -> None:
    text = (
        "22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
        "90 22 8:17 / /media/amal/MY\\040STICK rw shared:5 - vfat /dev/sdb1 rw\n"
        "91 22 0:50 / /srv rw - nfs4 server:/export rw,vers=4.2\n"
        "nonsense\n"
    )
    assert parse_mountinfo(text, lambda device: device == "/dev/sdb1") == [
        Mount(Path("/"), "ext4"),
        Mount(Path("/media/amal/MY STICK"), "vfat", removable=True),
        Mount(Path("/srv"), "nfs4"),
    ]


def test_this_computer_answers(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert Whereabouts("sync", "Syncthing") in look(tmp_path / "not there yet" / "Cases.hrd")
    assert system_view.this_computer(tmp_path).names(PurePath(tmp_path / "absent")) == ()


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("place", [Whereabouts("sync", "OneDrive"), Whereabouts("network"), Whereabouts("removable")])
def test_there_are_words_for_each(place: Whereabouts, lang: str) -> None:
    text = advice(place, wording("fr" if lang == "fr" else "en"))
    assert place.name in text
    assert "{" not in text
