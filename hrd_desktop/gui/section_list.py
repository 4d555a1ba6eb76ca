"""The task list of a case: its sections, each with its state in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hrd_desktop.gui.theme import icon

_KEY = Qt.ItemDataRole.UserRole


_BESIDE = 40
"""Pixels beside the words that the style may take: spacing, padding and margins of a line, the frame of the chosen."""


class _Lines(QStyledItemDelegate):
    """Gives each line the height that its words need where they break."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        # Qt measures with a little more room than it paints in: a title that just fits would push its state out.
        view, hint = self._view, super().sizeHint(option, index)
        room = QRect(0, 0, view.viewport().width() - view.iconSize().width() - _BESIDE, 10_000)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        needed = QFontMetrics(view.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() + 4
        return QSize(hint.width(), max(hint.height(), needed))


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
        self.setItemDelegate(_Lines(self))
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
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {state}" if state else title)

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


def view_icon(key: str) -> QIcon:
    """The picture of a section that only shows what stands elsewhere: it is never done, and never not started."""
    return icon({"timeline": "events"}.get(key, "review"))
