"""A layout that sets things side by side and breaks the line where the window ends; mirrored for right-to-left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSizePolicy, QWidget

_MARK = 56  # px of a button that are not text: its mark, gaps and margins
_LEAST = 160  # px that a flow asks for at least; what is wider is broken into lines or cut


class FlowLayout(QLayout):
    """Items in reading order. With `columns` all are as wide as the widest, so that they line up below each other."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, columns: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # for each width asked since something changed
        self._gap = gap
        self._columns = columns
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        # Every layout around asks several times for each thing that comes or goes on the page.
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return QSize(min(size.width(), _LEAST), size.height())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items in the rectangle (if `move`) and return the height they need."""
        shown = self._shown()
        widest = max((item.sizeHint().width() for item in shown), default=0)
        if self._columns and widest:
            # Use the room there is, so that the columns fill the line evenly.
            number = max(1, min(len(shown), (rect.width() + self._gap) // (widest + self._gap)))
            widest = max(widest, (rect.width() - self._gap * (number - 1)) // number) if number > 1 else widest
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = y = line = 0
        for item in shown:
            hint = item.sizeHint()
            width = min(widest if self._columns else hint.width(), rect.width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if x and x + width > rect.width():
                x, y, line = 0, y + line + self._gap // 2, 0
            if move:
                left = rect.right() + 1 - x - width if mirrored else rect.left() + x
                item.setGeometry(QRect(QPoint(left, rect.top() + y), QSize(width, height)))
            x += width + self._gap
            line = max(line, height)
        return y + line


class FlowBox(QWidget):
    """A widget that holds a flow and asks for the height the flow needs."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, columns: bool = False) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap=gap, columns=columns)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def wrapped(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text with line breaks between words, so that no line is wider than `width` pixels if words allow it."""
    lines: list[str] = []
    for word in text.replace("\n", " ").split(" "):
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


class OptionBox(FlowBox):
    """A flow of buttons that breaks the text of a button which is wider than the line."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wrap()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.wrap()

    def wrap(self) -> None:
        """Break the texts anew; done by itself when the width or the letters change."""
        for button in self.findChildren(QAbstractButton):
            text = wrapped(button.text(), button.fontMetrics(), self.width() - _MARK)
            if text != button.text():
                button.setText(text)
