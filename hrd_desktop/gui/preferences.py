"""The preferences in use: read once at the start, written off the UI thread at each change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from hrd_desktop import settings
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.settings import Settings


class Preferences(QObject):
    """Holds the preferences and tells who listens; owned by the start of the program."""

    changed = Signal(object)

    def __init__(self, path: Path, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._tasks = tasks
        self.now = settings.read(path)

    def change(self, **values: Any) -> None:
        """Takes some preferences over; nothing happens when they are so already."""
        wanted: Settings = replace(self.now, **values)
        if wanted == self.now:
            return
        self.now = wanted
        # One thread for all writes, so that the last change is the last written.
        self._tasks.database(settings.write, self._path, wanted, owner=self)
        self.changed.emit(wanted)
