"""One page of a paper as a picture: zoomed, turned, with the parts that are covered; by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from hrd_desktop.gui import colours
from hrd_desktop.services.evidence import Box

_LEAST, _MOST, _STEP = 0.25, 8.0, 1.25
_SMALLEST = 0.01  # of a page: what is smaller was a slip of the mouse
_BY = 0.01  # of a page: one press of an arrow key
_FIRST = (0.35, 0.45, 0.65, 0.55)  # where a box begins that is made by keyboard
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_AIR = 8


class PageView(QAbstractScrollArea):
    """Shows a picture; while `covering`, boxes are drawn, moved, sized and taken away on it."""

    boxes_changed = Signal(list)
    """The boxes of this page are other ones now."""
    page_wanted = Signal(int)
    """Somebody wants to go so many pages on."""
    sharper_wanted = Signal(int)
    """The picture is shown this many pixels wide, wider than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._zoom = 1.0  # 1 is as wide as the view
        self._turned = 0
        self.covering = False
        self.page = 0
        self.boxes: list[Box] = []
        self._current = -1
        self._began: QPointF | None = None
        self._drawn: Box | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What is shown

    def show_page(self, picture: QPixmap, page: int, boxes: list[Box]) -> None:
        """Show the picture of a page."""
        if page != self.page:
            self.verticalScrollBar().setValue(0)
            self._current = -1
        self._picture, self.page, self.boxes = picture, page, list(boxes)
        self._fit()

    def clear(self) -> None:
        """Show nothing."""
        self.show_page(QPixmap(), 0, [])

    @property
    def zoom(self) -> float:
        """1 is as wide as the view."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom about the middle of what is in sight."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        shares = [(bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep()) for bar in bars]
        self._zoom = min(max(zoom, _LEAST), _MOST)
        self._fit()
        for bar, share in zip(bars, shares, strict=True):
            bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def closer(self, steps: int) -> None:
        """Zoom in, or out for a negative number."""
        self.set_zoom(self._zoom * _STEP**steps)

    def turn(self) -> None:
        """Turn the page a quarter to the right, on the screen alone."""
        self._turned = (self._turned + 90) % 360
        self._fit()

    # Boxes

    def begin_box(self) -> None:
        """Make a box in the middle, to be moved and sized with the keys; none while there is no page to see it on."""
        if self._picture.isNull():
            return
        self._change([*self.boxes, Box(self.page, *_FIRST)])
        self._current = len(self.boxes) - 1
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.viewport().update()

    def remove_box(self) -> None:
        """Take the chosen box away."""
        if 0 <= self._current < len(self.boxes):
            kept = [box for number, box in enumerate(self.boxes) if number != self._current]
            self._current = len(kept) - 1
            self._change(kept)

    def _change(self, boxes: list[Box]) -> None:
        self.boxes = boxes
        self.boxes_changed.emit(boxes)
        self.viewport().update()

    # Geometry

    def _size(self) -> QSize:
        """The size of the page on the screen."""
        if self._picture.isNull():
            return QSize()
        sides = self._picture.size()
        if self._turned % 180:
            sides = sides.transposed()
        width = max(1, round((self.viewport().width() - 2 * _AIR) * self._zoom))
        return QSize(width, max(1, round(sides.height() * width / sides.width())))

    def _fit(self) -> None:
        size, room = self._size(), self.viewport().size()
        bars = (
            (self.horizontalScrollBar(), size.width() + 2 * _AIR, room.width()),
            (self.verticalScrollBar(), size.height() + 2 * _AIR, room.height()),
        )
        for bar, whole, seen in bars:
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(40)
        across = size.height() if self._turned % 180 else size.width()
        wanted = round(across * self.devicePixelRatioF())
        if not self._picture.isNull() and wanted > self._picture.width() * 1.15:
            self.sharper_wanted.emit(wanted)
        self.viewport().update()

    def to_screen(self) -> QTransform:
        """From shares of the page as it is kept to the screen."""
        size = self._size()
        left = max(_AIR, (self.viewport().width() - size.width()) // 2) - self.horizontalScrollBar().value()
        top = _AIR - self.verticalScrollBar().value()
        middle = QPointF(left + size.width() / 2, top + size.height() / 2)
        move = QTransform.fromTranslate(middle.x(), middle.y())
        move.rotate(self._turned)
        across, down = (size.height(), size.width()) if self._turned % 180 else (size.width(), size.height())
        move.scale(across, down)
        return QTransform.fromTranslate(-0.5, -0.5) * move

    def _share(self, at: QPointF) -> QPointF:
        back, _ = self.to_screen().inverted()
        point = back.map(at)
        return QPointF(min(max(point.x(), 0.0), 1.0), min(max(point.y(), 0.0), 1.0))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colours.current().of("ground"))
        if self._picture.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(self.to_screen())
        painter.drawPixmap(QRectF(0, 0, 1, 1), self._picture, QRectF(self._picture.rect()))
        painter.resetTransform()
        for number, box in enumerate([*self.boxes, *([self._drawn] if self._drawn else [])]):
            shape = self.to_screen().mapRect(QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom)))
            painter.fillRect(shape, QColor(0, 0, 0))
            if self.covering and number == self._current:
                painter.setPen(QPen(colours.current().of("accent"), 3))
                painter.drawRect(shape)
        painter.end()

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.closer(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.covering or self._picture.isNull():
            return
        at = self._share(event.position())
        inside = [n for n, b in enumerate(self.boxes) if b.left <= at.x() <= b.right and b.top <= at.y() <= b.bottom]
        self._current = inside[-1] if inside else -1
        self._began = None if inside else at
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._began is not None:
            at = self._share(event.position())
            left, right = sorted((self._began.x(), at.x()))
            top, bottom = sorted((self._began.y(), at.y()))
            self._drawn = Box(self.page, left, top, right, bottom)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        drawn, self._drawn, self._began = self._drawn, None, None
        if drawn and drawn.right - drawn.left >= _SMALLEST and drawn.bottom - drawn.top >= _SMALLEST:
            self._current = len(self.boxes)
            self._change([*self.boxes, drawn])
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.covering and self._covering_key(key, shift):
            return
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.closer(1)
            case Qt.Key.Key_Minus:
                self.closer(-1)
            case Qt.Key.Key_0:
                self.set_zoom(1.0)
            case Qt.Key.Key_R:
                self.turn()
            case Qt.Key.Key_PageDown:
                self.page_wanted.emit(1)
            case Qt.Key.Key_PageUp:
                self.page_wanted.emit(-1)
            case _:
                super().keyPressEvent(event)

    def _covering_key(self, key: Qt.Key, shift: bool) -> bool:
        if key == Qt.Key.Key_N:
            self.begin_box()
        elif key == Qt.Key.Key_Space and self.boxes:
            self._current = (self._current + 1) % len(self.boxes)
            self.viewport().update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._current >= 0:
            self.remove_box()
        elif key in _ARROWS and 0 <= self._current < len(self.boxes):
            self._push(*_ARROWS[key], size=shift)
        else:
            return False
        return True

    def _push(self, across: int, down: int, *, size: bool) -> None:
        """Move the chosen box as the eye sees it, or with `size` its far corner."""
        way = QTransform().rotate(-self._turned).map(QPointF(across * _BY, down * _BY))
        box = self.boxes[self._current]
        if size:
            right = min(1.0, max(box.left + _SMALLEST, box.right + way.x()))
            bottom = min(1.0, max(box.top + _SMALLEST, box.bottom + way.y()))
            moved = replace(box, right=right, bottom=bottom)
        else:
            x = min(max(way.x(), -box.left), 1 - box.right)
            y = min(max(way.y(), -box.top), 1 - box.bottom)
            moved = Box(box.page, box.left + x, box.top + y, box.right + x, box.bottom + y)
        self._change([moved if n == self._current else other for n, other in enumerate(self.boxes)])
