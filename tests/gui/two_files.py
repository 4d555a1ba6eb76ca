"""Two case files and what goes from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import Change
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_work import WorkDialog
from hrd_desktop.services import cases, editing, handing

CODE, OTHER = "HRD-2026-S1", "HRD-2026-S3"
WORDS = "plough lantern seventy harbour quiet"


def change(desk: Desk, *changes: Change) -> None:
    """Somebody works on the case there."""
    editing.change(desk.file, CODE, list(changes), at=desk.now(), by=desk.by)


def on_file(desk: Desk) -> Case:
    """The case as it stands there."""
    return cases.open_case(desk.file, CODE).case


def sent(desk: Desk, to: Desk, path: Path, now: Callable[[], datetime], *, by: str, other: str = "") -> Path:
    """The case, sealed to the key of another file."""
    keys = [handing.own_key(to.file)]
    return handing.seal(desk.file, [CODE], path, keys=keys, at=now(), by=by, other=other).path


def at_rest(qtbot: Any, dialog: WorkDialog) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not dialog.working, timeout=15000)
