"""The drawn family tree: one button for each box, which the keyboard reaches box by box, over the painted lines."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QWidget

from hrd_desktop.core.family_tree import Box, Tree
from hrd_desktop.gui import family_paint
from hrd_desktop.gui.family_paint import Look
from hrd_desktop.wording.family import BoxText

_STEPS = (50, 60, 75, 90, 100, 115, 130, 150, 200)
_LEAST_FITTED = 75
_UNIT = 1.05  # of the height of a line of text
_MARGIN = 12
_HIGHEST = 460  # pixels at 100 %; what is higher scrolls


class FamilyBox(QAbstractButton):
    """One box. Its accessible name says everything that is drawn in it, and its ties."""

    def __init__(self, chart: FamilyChart, box: Box, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = box
        self.text_of_box = BoxText("", ())
        self._chart = chart
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: chart.chosen.emit(box.key))

    def say(self, text: BoxText, ties: str) -> None:
        self.text_of_box = text
        self.setAccessibleName(text.whole)
        self.setAccessibleDescription(ties)
        self.setToolTip("\n".join(part for part in (text.whole, ties) if part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._chart.look()
        state = "focus" if self.hasFocus() else "hover" if self.underMouse() else ""
        family_paint.paint_box(painter, self.rect().toRectF(), self.box, self.text_of_box, look, state=state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not self._chart.step_from(self, event.key()):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class _Canvas(QWidget):
    """The lines, and the boxes upon them."""

    def __init__(self, chart: FamilyChart) -> None:
        super().__init__(chart)
        self._chart = chart

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(_MARGIN, _MARGIN)
        if self._chart.tree is not None:
            family_paint.paint_lines(painter, self._chart.tree, self._chart.look())


class FamilyChart(QScrollArea):
    """Shows a tree. Arrow keys go from box to box, Enter opens one, Ctrl with plus, minus or the wheel zooms."""

    chosen = Signal(str)
    """A box was opened; carries its key."""
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree: Tree | None = None
        self.boxes: dict[str, FamilyBox] = {}
        self.percent = 0  # 0: as fits
        self._canvas = _Canvas(self)
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def show_tree(self, tree: Tree, texts: Mapping[str, BoxText], ties: Mapping[str, str]) -> None:
        """Show another tree, or the same with other words; the box with the keyboard keeps it."""
        held = next((key for key, box in self.boxes.items() if box.hasFocus()), None)
        entry = next((key for key, box in self.boxes.items() if box.focusPolicy() == Qt.FocusPolicy.StrongFocus), None)
        if self.tree != tree:
            for box in self.boxes.values():
                box.hide()
                box.deleteLater()
            self.tree = tree
            self.boxes = {box.key: FamilyBox(self, box, self._canvas) for box in tree.boxes}
            self._arrange()
        for key, shown in self.boxes.items():
            shown.say(texts[key], ties.get(key, ""))
            shown.show()
        first = entry if entry in self.boxes else next(b.key for b in tree.boxes if b.relation == "principal")
        self._let_in(self.boxes[first])
        if entry not in self.boxes:
            self.centre(first)
        if held in self.boxes:
            self.boxes[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> Look:
        """The sizes in use."""
        percent = self.shown_percent
        font = QFont(self.font())
        font.setPointSizeF(max(4.0, font.pointSizeF() * percent / 100))
        return Look(self.fontMetrics().height() * _UNIT * percent / 100, font, self.isRightToLeft())

    @property
    def shown_percent(self) -> int:
        """The zoom in use, also where it is the one that fits."""
        if self.percent:
            return self.percent
        if self.tree is None:
            return 100
        whole = self.tree.width * self.fontMetrics().height() * _UNIT + 2 * _MARGIN
        return max(_LEAST_FITTED, min(100, int(self.viewport().width() * 100 / whole)))

    def zoom(self, steps: int) -> None:
        """Larger or smaller by steps; 0 steps: as fits."""
        if steps == 0:
            self.percent = 0
        else:
            others = [
                step for step in _STEPS if (step > self.shown_percent) == (steps > 0) and step != self.shown_percent
            ]
            if others:
                self.percent = others[0] if steps > 0 else others[-1]
        self._arrange()
        self.zoomed.emit(self.shown_percent)

    def centre(self, key: str) -> None:
        """Bring a box to the middle of what is in sight."""
        middle = self.boxes[key].geometry().center()
        self.horizontalScrollBar().setValue(middle.x() - self.viewport().width() // 2)
        self.verticalScrollBar().setValue(middle.y() - self.viewport().height() // 2)

    def focus_box(self, key: str) -> None:
        """Bring a box to the keyboard and into sight."""
        if key in self.boxes:
            self._let_in(self.boxes[key])
            self.boxes[key].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.boxes[key])

    def step_from(self, start: FamilyBox, key: int) -> bool:
        """Go to the next box in the direction of an arrow key; whether the key was one."""
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(1 if key == Qt.Key.Key_Plus else -1)
            return True
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if key not in ways:
            return False
        right, down = ways[Qt.Key(key)]
        here = start.geometry().center()
        best: tuple[float, str] | None = None
        for name, box in self.boxes.items():
            there = box.geometry().center()
            along = (there.x() - here.x()) * right + (there.y() - here.y()) * down
            across = abs((there.x() - here.x()) * down) + abs((there.y() - here.y()) * right)
            if box is not start and along > 0 and (down or across < start.height()):
                cost = along * (3 if down else 1) + across
                best = min(best or (cost, name), (cost, name))
        if best is not None:
            self.focus_box(best[1])
        return True

    def _let_in(self, box: FamilyBox) -> None:
        """Tab reaches one box, the last one that had the keyboard; arrows go on from there."""
        for other in self.boxes.values():
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is box else Qt.FocusPolicy.ClickFocus)

    def _arrange(self) -> None:
        if self.tree is None:
            return
        look = self.look()
        for box in self.boxes.values():
            place = family_paint.where(box.box, self.tree, look).translated(QPointF(_MARGIN, _MARGIN))
            box.setGeometry(place.toRect())
        width, height = self.tree.width * look.unit, self.tree.height * look.unit
        self._canvas.resize(round(width) + 2 * _MARGIN, round(height) + 2 * _MARGIN)
        self._canvas.update()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        ratio = self.fontMetrics().height() / 17
        bar = self.horizontalScrollBar().sizeHint().height()
        height = min(self._canvas.height() + bar + 4, round(_HIGHEST * max(1.0, min(ratio, 1.5))))
        return QSize(320, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.percent:
            self._arrange()
        if event.oldSize().width() <= 0 and self.tree is not None:
            self.centre(next(box.key for box in self.tree.boxes if box.relation == "principal"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        elif self.verticalScrollBar().maximum() == 0:
            event.ignore()  # the page scrolls
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange) and hasattr(self, "_canvas"):
            self._arrange()
