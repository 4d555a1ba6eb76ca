"""Draws a timeline that is laid out: bars, hatched gaps, the scale, in the colours of the theme.

Horizontal places of the layout are turned round here where the reader reads from right to left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from hrd_desktop.core.timeline_layout import Band, Drawing, Mark, Tick
from hrd_desktop.gui.theme import GRID, current

BAR = 8.0
_FAINT = 90  # of 255: days on which it may have been
_HATCH = 6.0
_ROLES = {"incident": "stop", "law": "lawyer", "step": "clear"}


@dataclass(frozen=True)
class Sheet:
    """What is drawn and how: the layout, the words, and the part of it that is in sight (in its own measures)."""

    drawing: Drawing
    label: Callable[[Mark], str]
    band_title: Callable[[Band], str]
    tick: Callable[[Tick], str]
    today: str
    offset: float
    top: float
    width: float
    height: float
    axis: float
    right_to_left: bool


class TimelinePainter:
    """Paints one sheet on a widget's viewport."""

    def __init__(self, painter: QPainter, sheet: Sheet, font: QFont) -> None:
        self._p = painter
        self._sheet = sheet
        self._font = font
        self._strong = QFont(font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(font)
        self._colours = current()
        side = Qt.AlignmentFlag.AlignRight if sheet.right_to_left else Qt.AlignmentFlag.AlignLeft
        self._lead = side | Qt.AlignmentFlag.AlignAbsolute

    def draw(self, chosen: Mark | None, hovered: Mark | None, focus: bool) -> None:
        """Everything in sight; the chosen mark in a frame, with the keyboard or without."""
        p, sheet = self._p, self._sheet
        p.fillRect(QRectF(0, 0, sheet.width, sheet.height), self._colours.of("paper"))
        p.setFont(self._font)
        p.save()
        p.setClipRect(QRectF(0, sheet.axis, sheet.width, sheet.height - sheet.axis))
        self._lines()
        for band in sheet.drawing.bands:
            y = self._y(band.y)
            if y + band.height < sheet.axis or y > sheet.height:
                continue
            self._band(band, y)
            for mark in band.marks:
                self._mark(mark, mark is chosen, mark is hovered, focus)
        p.restore()
        self._scale()

    def _x(self, x: float) -> float:
        seen = x - self._sheet.offset
        return self._sheet.width - seen if self._sheet.right_to_left else seen

    def _y(self, y: float) -> float:
        return y - self._sheet.top + self._sheet.axis

    def _box(self, x: float, end: float, y: float, height: float) -> QRectF:
        a, b = self._x(x), self._x(end)
        return QRectF(min(a, b), y, abs(b - a), height)

    def _lines(self) -> None:
        """Upright lines of the scale, and the day of today."""
        sheet = self._sheet
        for tick in sheet.drawing.ticks:
            x = self._x(tick.x)
            if 0 <= x <= sheet.width:
                style = Qt.PenStyle.SolidLine if tick.is_year else Qt.PenStyle.DotLine
                self._p.setPen(QPen(self._colours.of("line"), 1, style))
                self._p.drawLine(QLineF(x, sheet.axis, x, sheet.height))
        x = self._x(sheet.drawing.today)
        self._p.setPen(QPen(self._colours.of("accent"), 1.5, Qt.PenStyle.DashLine))
        self._p.drawLine(QLineF(x, sheet.axis, x, sheet.height))

    def _scale(self) -> None:
        """Years and months along the top, and where today is."""
        p, sheet = self._p, self._sheet
        p.fillRect(QRectF(0, 0, sheet.width, sheet.axis), self._colours.of("ground"))
        p.setPen(self._colours.of("line"))
        p.drawLine(QLineF(0, sheet.axis, sheet.width, sheet.axis))
        today = self._x(sheet.drawing.today)
        width = self._metrics.horizontalAdvance(sheet.today) + 2 * GRID
        told = QRectF(min(max(today - width / 2, 0), sheet.width - width), 0, width, sheet.axis)
        for tick in sheet.drawing.ticks:
            text = sheet.tick(tick)
            x, room = self._x(tick.x), self._metrics.horizontalAdvance(text) + GRID
            box = QRectF(x - room if sheet.right_to_left else x, 0, room, sheet.axis)
            if not box.intersects(told) and box.left() >= 0 and box.right() <= sheet.width:  # whole, or not at all
                p.setFont(self._strong if tick.is_year else self._font)
                p.setPen(self._colours.of("ink" if tick.is_year else "quiet"))
                p.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        p.setFont(self._font)
        if -width / 2 <= today <= sheet.width + width / 2:
            p.setPen(self._colours.of("accent"))
            p.drawText(told, Qt.AlignmentFlag.AlignCenter, sheet.today)

    def _band(self, band: Band, y: float) -> None:
        p, sheet = self._p, self._sheet
        p.setPen(self._colours.of("line"))
        if band.y:
            p.drawLine(QLineF(0, y, sheet.width, y))
        p.setFont(self._strong)
        p.setPen(self._colours.of("quiet"))
        box = QRectF(GRID, y + GRID / 2, sheet.width - 2 * GRID, self._metrics.height())
        p.drawText(box, self._lead | Qt.AlignmentFlag.AlignVCenter, sheet.band_title(band))
        p.setFont(self._font)

    def _mark(self, mark: Mark, chosen: bool, hovered: bool, focus: bool) -> None:
        p, sheet = self._p, self._sheet
        whole = self._box(min(mark.x, mark.label_x), max(mark.end, mark.label_end), self._y(mark.y), self._tall)
        if whole.right() < 0 or whole.left() > sheet.width or whole.bottom() < sheet.axis or whole.top() > sheet.height:
            return
        if chosen or hovered:
            frame = whole.adjusted(-4, -1, 4, 2)
            p.setBrush(self._colours.of("chosen"))
            p.setPen(QPen(self._colours.of("accent"), 2) if chosen and focus else Qt.PenStyle.NoPen)
            p.drawRoundedRect(frame, 4, 4)
        label = self._box(mark.label_x, mark.label_end, self._y(mark.y), self._metrics.height())
        p.setPen(self._colours.of("attention" if mark.event.shape == "gap" else "ink"))
        p.drawText(label, self._lead | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, sheet.label(mark))
        self._bar(mark, self._y(mark.y) + self._metrics.height() + 2)

    @property
    def _tall(self) -> float:
        return self._metrics.height() + BAR + 4

    def _bar(self, mark: Mark, y: float) -> None:
        """Full where it surely was, faint where it may have been, dotted where its end is not known."""
        p = self._p
        if mark.event.shape != "event":
            self._hatched(self._box(mark.x, mark.end, y, BAR), mark.event.shape)
            return
        colour = self._colours.of(_ROLES.get(mark.event.kind, "accent"))
        faint = QColor(colour)
        faint.setAlpha(_FAINT)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(faint)
        p.drawRoundedRect(self._box(mark.x, mark.end, y, BAR), 3, 3)
        if mark.sure_end > mark.sure_x:
            p.setBrush(colour)
            p.drawRoundedRect(self._box(mark.sure_x, mark.sure_end, y, BAR), 3, 3)
        if mark.fades:
            p.setPen(QPen(colour, 2, Qt.PenStyle.DotLine))
            open_end = mark.event.ends is None
            at = mark.end if open_end else mark.x
            to = at + (3 * GRID if open_end else -3 * GRID)
            p.drawLine(QPointF(self._x(at), y + BAR / 2), QPointF(self._x(to), y + BAR / 2))

    def _hatched(self, box: QRectF, shape: str) -> None:
        """Slanting lines in a frame: nothing is told of these days, or they are told of twice."""
        p = self._p
        colour = self._colours.of("attention" if shape == "gap" else "quiet")
        p.save()
        p.setClipRect(box, Qt.ClipOperation.IntersectClip)
        p.setPen(QPen(colour, 1.5))
        x = max(box.left(), 0) // _HATCH * _HATCH - BAR
        while x < min(box.right(), self._sheet.width):
            p.drawLine(QLineF(x, box.bottom(), x + BAR, box.top()))
            if shape == "overlap":
                p.drawLine(QLineF(x, box.top(), x + BAR, box.bottom()))
            x += _HATCH
        p.restore()
        p.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        p.setPen(QPen(colour, 1))
        p.drawRect(box)
