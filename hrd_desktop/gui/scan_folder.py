"""A folder into which a scanner writes: what is new in it is offered, never taken by itself."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.paper_desk import Arrival, desk_of
from hrd_desktop.gui.theme import GRID, icon, role

_SETTLES = 1.0  # seconds without a change after which a file counts as written
_LOOKS_AGAIN = 1200  # ms
_MOST = 200  # files looked at in a folder, the newest first
_PATH = Qt.ItemDataRole.UserRole


class ScanFolder(QWidget):
    """Follows one folder for as long as the page is open; its name is not kept."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk_of(context)
        self._folder: Path | None = None
        self._looking = False
        self._watcher = QFileSystemWatcher(self)
        self._again = QTimer(self, singleShot=True, interval=_LOOKS_AGAIN)
        self._again.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(lambda _: self._again.start())
        self.told = text_label(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("New files in the scan folder"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(lambda _: self._count())
        self.take = QPushButton(icon("add"), "", self)
        self.take.clicked.connect(self._take)
        self.stop = QPushButton(self.tr("Stop following this folder"), self)
        role(self.stop, "link")
        self.stop.clicked.connect(self.leave)
        foot = OptionBox(self)
        foot.flow.addWidget(self.take)
        foot.flow.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.told, self.list, foot):
            column.addWidget(widget)
        self._desk.all_done.connect(self._came_in)

    def watch(self, folder: Path) -> None:
        """Follow this folder from now on."""
        self.leave()
        self._folder = folder
        self._watcher.addPath(str(folder))
        self.look()

    def leave(self) -> None:
        """Follow no folder."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._again.stop()
        self._folder = None
        self.hide()

    def look(self) -> None:
        """Look which files in the folder are not in the case yet."""
        if self._folder is None or self._looking or self._context.case.closing:
            return
        self._looking = True
        known = frozenset(one.sha256 for one in self._context.case.case.evidence if one.sha256)
        work = partial(_new_files, self._folder, known)
        self._task = self._context.case.aside(work, partial(self._offer, self._folder), self._not_read, self)

    def _came_in(self, _entries: list[str]) -> None:
        self.look()

    def _offer(self, folder: Path, found: tuple[list[Path], bool]) -> None:
        self._looking = False
        if folder != self._folder:
            self.look()
            return
        paths, unsettled = found
        off = {item.data(_PATH) for item in self._items() if item.checkState() == Qt.CheckState.Unchecked}
        self.list.clear()
        for path in paths:
            item = QListWidgetItem(path.name, self.list)
            item.setData(_PATH, str(path))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if str(path) in off else Qt.CheckState.Checked)
        rows = min(6, max(1, len(paths)))
        self.list.setFixedHeight(rows * (self.fontMetrics().height() + GRID) + 2 * GRID)
        self.list.setVisible(bool(paths))
        self._count()
        self.show()
        if unsettled:
            self._again.start()

    def _not_read(self, error: Exception) -> None:
        self._looking = False
        if not isinstance(error, Cancelled):
            self.told.setText(self.tr("This folder cannot be read."))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _count(self) -> None:
        count = sum(item.checkState() == Qt.CheckState.Checked for item in self._items())
        self.take.setText(self.tr("Add the files ticked ({count})").format(count=count))
        self.take.setEnabled(count > 0)
        self.take.setVisible(self.list.count() > 0)
        text = self.tr("New in the scan folder. Tick what belongs to this case.")
        self.told.setText(text if self.list.count() else self.tr("Nothing new in the scan folder. Scan now."))

    def _take(self) -> None:
        chosen = [Path(i.data(_PATH)) for i in self._items() if i.checkState() == Qt.CheckState.Checked]
        self._desk.add([Arrival(path.name, path) for path in chosen])


def _new_files(folder: Path, known: frozenset[str], cancelled: Callable[[], bool]) -> tuple[list[Path], bool]:
    """Files that are not in the case, and whether some are still being written."""
    files = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~"))]
    files.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    new: list[Path] = []
    unsettled = False
    for path in files[:_MOST]:
        if cancelled():
            raise Cancelled
        if 0 <= time.time() - path.stat().st_mtime < _SETTLES:
            unsettled = True
            continue
        digest = hashlib.sha256()
        try:
            with path.open("rb") as stream:
                while piece := stream.read(1024 * 1024):
                    digest.update(piece)
        except OSError:
            continue
        if digest.hexdigest() not in known:
            new.append(path)
    return new, unsettled
