"""A button as wide as its column that holds whole lines of text: they wrap instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hrd_desktop.gui.theme import GRID, LEAST, icon, role


class Sign(QLabel):
    """An icon as tall as the text beside it, in the colour of its role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour = "", "ink"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str = "ink") -> None:
        """`colour` is a role of `colours.Colours`."""
        self._name, self._colour = name, colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._draw()

    def _draw(self) -> None:
        if self._name:
            side = self.fontMetrics().height()
            self.setPixmap(icon(self._name, self._colour).pixmap(QSize(side, side)))


class LineButton(QPushButton):
    """What it says are labels in `line`; a mouse, Enter and Space press it, Up and Down ask for its neighbours."""

    neighbour = Signal(int)
    """The person wants the line before (-1) or after (1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "fold")
        self.setMinimumHeight(LEAST)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(GRID, GRID, GRID, GRID)
        self.line.setSpacing(GRID)

    def label(self, voice: str = "") -> QLabel:
        """A label for this button; clicks go through it."""
        made = QLabel(self)
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if voice:
            role(made, voice)
        return made

    def sizeHint(self) -> QSize:
        return self.line.sizeHint().expandedTo(QSize(LEAST, LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, max(LEAST, self.line.minimumSize().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.neighbour.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class LinkLine(LineButton):
    """A line that leads to a place of the case: what it is about, and under it what is said of it."""

    asked = Signal(str)

    def __init__(self, place: str, text: str, under: str = "", sign: tuple[str, str] | None = None) -> None:
        super().__init__()
        self.place = place
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        self.said = self.label("place" if place else "")
        self.said.setText(text)
        words.addWidget(self.said)
        if under:
            more = self.label()
            more.setText(under)
            words.addWidget(more)
        if sign is not None:
            picture = Sign(self)
            picture.show_icon(*sign)
            self.line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addLayout(words, 1)
        if place:
            arrow = Sign(self)
            arrow.show_icon("left" if self.isRightToLeft() else "right", "accent")
            self.line.addWidget(arrow)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(text)
        self.setAccessibleDescription(under)
        self.clicked.connect(lambda: self.asked.emit(self.place))


class LinkList(QWidget):
    """Lines that lead to places, one under the other; made anew only when one of them is another."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[tuple[object, ...]] = []
        self.lines: list[LinkLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def fill(self, entries: list[tuple[str, str, str, tuple[str, str] | None]]) -> None:
        """Show these (place, text, under, sign). The line that has the keyboard keeps it if it is still there."""
        if list(entries) == self._entries:
            return
        self._entries = list(entries)
        held = next((line.place for line in self.lines if line.hasFocus()), "")
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [LinkLine(*entry) for entry in entries]
        for line in self.lines:
            self._column.addWidget(line)
            line.asked.connect(self.asked)
            line.neighbour.connect(lambda by, line=line: self._step(line, by))
        for line in self.lines:
            if held and line.place == held:
                line.show()
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                break

    def _step(self, line: LinkLine, by: int) -> None:
        to = self.lines.index(line) + by
        if 0 <= to < len(self.lines):
            self.lines[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focusNextPrevChild(by > 0)
