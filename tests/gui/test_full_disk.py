"""A case file on a full disk: it opens, says what cannot be done, and goes on by itself once there is room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.care_note import CareNote
from hrd_desktop.gui.frame import Frame
from hrd_desktop.services import editing
from tests.gui.conftest import PASSPHRASE
from tests.gui.frame_desk import list_cases, unlock
from tests.ready_made import FiveCases
from tests.small_disk import filled, mounted

FULL = "The disk that holds this case file is full."


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "small", 4096) as place:
        yield place


@pytest.fixture
def frame(preferences, language, tasks, clock, now, disk: Path, five_cases: FiveCases, show) -> Iterator[Frame]:
    """The window before a case file on a full disk; the one of conftest has a disk with room."""
    path = five_cases.copy(disk / "cases.hrd")
    filled(disk)
    made = Frame(preferences, language, tasks, clock, now, path, calibrate=False)
    show(made)
    yield made
    made.lock()


def told(frame: Frame) -> list[str]:
    return [text for note in frame.pages.currentWidget().findChildren(CareNote) for text in note.texts]


def test_it_opens_says_so_and_goes_on_once_there_is_room(frame: Frame, disk: Path, qtbot) -> None:
    unlock(frame, qtbot, PASSPHRASE)
    assert any(text.startswith(FULL) for text in told(frame))
    list_cases(frame, qtbot)
    frame.show_today()
    (disk / "ballast").unlink()
    frame.care.refresh()
    qtbot.waitUntil(lambda: not any(text.startswith(FULL) for text in told(frame)), timeout=10_000)
    assert "There is room on the disk again" in frame.status.currentMessage()
    editing.change(frame._file, "HRD-2026-S1", [SetValue("case.alias", "Harbour")], at=frame._now())
