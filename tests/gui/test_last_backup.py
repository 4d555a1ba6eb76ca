"""The last backup before the file is closed fails: whoever comes next is told, and whoever leaves as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.i18n import Language
from hrd_desktop.services import backups
from tests.gui.conftest import PASSPHRASE
from tests.gui.frame_desk import lock, unlock

_MISSING = "The last backup was not made"


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk for backups is full for any of them."""
    monkeypatch.setattr(backups, "RESERVE", 1 << 60)


def test_without_room_it_is_told_after_locking_until_a_file_is_opened(
    opened: Frame, language: Language, no_room: None, locked_file: Path, qtbot
) -> None:
    lock(opened, qtbot)
    told = opened.unlock.reason.text()
    assert told.startswith("Locked: you locked it.")
    assert f"{_MISSING}: the disk for backups on this computer is full." in told
    assert str(locked_file) not in told
    assert opened.unlock.reason.isVisible()
    language.set("fr")
    qtbot.waitUntil(lambda: "le disque des sauvegardes de cet ordinateur est plein" in opened.unlock.reason.text())
    language.set("en")
    unlock(opened, qtbot, PASSPHRASE)
    assert opened.unlock.reason.text() == ""


def test_any_other_failure_names_no_path(opened: Frame, own_backups: Path, qtbot) -> None:
    own_backups.parent.mkdir(exist_ok=True)
    own_backups.write_text("a file where a folder should be")
    lock(opened, qtbot)
    told = opened.unlock.reason.text()
    assert f"{_MISSING}. What was typed is saved" in told
    assert str(own_backups) not in told


def test_one_that_is_good_is_not_spoken_of(opened: Frame, qtbot) -> None:
    lock(opened, qtbot)
    assert opened.unlock.reason.text() == "Locked: you locked it."


def test_only_the_second_disk_has_none(opened: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.set_second_place(opened._file, stick)
    (own,) = stick.iterdir()
    # Where its name would be somebody has put something else.
    stem = opened._now().strftime("%Y-%m-%dT%H%M%SZ")
    monkeypatch.setattr(backups.backup_folder, "named", lambda place, at: place / f"{stem}.hrdbackup")
    (own / f"{stem}.hrdbackup").write_text("something else")
    lock(opened, qtbot)
    told = opened.unlock.reason.text()
    assert "The last backup is on this computer, but not on the second disk." in told
    assert str(stick) not in told


def test_without_room_here_the_second_disk_has_it(opened: Frame, no_room: None, tmp_path: Path, qtbot) -> None:
    (tmp_path / "stick").mkdir()
    backups.set_second_place(opened._file, tmp_path / "stick")
    lock(opened, qtbot)
    assert "The last backup is only on the second disk" in opened.unlock.reason.text()


def test_a_window_that_was_to_close_stays_to_tell_and_goes_the_next_time(opened: Frame, no_room: None, qtbot) -> None:
    with qtbot.waitSignals([opened.care.keeper.last_ended, opened.locking.locked], timeout=30_000):
        opened.close()
    assert opened.isVisible()
    assert _MISSING in opened.unlock.reason.text()
    assert "Close it once more to leave." in opened.unlock.reason.text()
    opened.close()
    assert not opened.isVisible()
