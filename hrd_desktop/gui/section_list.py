"""The task list of a case: its sections, each with its state in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from hrd_desktop.gui.theme import icon

_KEY = Qt.ItemDataRole.UserRole


class SectionList(QListWidget):
    """One line for each section; arrow keys move, and moving opens."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(20, 20))
        self.setSpacing(2)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # where lines break depends on the width
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # long titles break into lines
        self.currentItemChanged.connect(self._moved)

    def fill(self, sections: list[tuple[str, str]]) -> None:
        """Show these sections: (key, title). The one that was chosen stays so, without a word."""
        now = self.key()
        self.blockSignals(True)
        self.clear()
        for key, title in sections:
            item = QListWidgetItem(title, self)
            item.setData(_KEY, key)
            item.setData(_KEY + 1, title)
        self.blockSignals(False)
        self.choose(now)

    def say(self, key: str, state: str, picture: QIcon) -> None:
        """Give a section its state."""
        for item in self._items():
            if item.data(_KEY) == key:
                title = item.data(_KEY + 1)
                item.setText(f"{title}\n{state}" if state else title)
                item.setIcon(picture)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {state}")

    def key(self) -> str:
        """The key of the section that is chosen."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Mark a section as the one that is open; tells nobody."""
        self.blockSignals(True)
        for item in self._items():
            if item.data(_KEY) == key:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _moved(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_KEY))


def state_icon(state: str) -> QIcon:
    """The picture of a state; the words beside it say the same."""
    return icon({"done": "done", "in_progress": "part"}.get(state, "empty"))
