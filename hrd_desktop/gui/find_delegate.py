"""Paints what was found: a case as a heading; a place with the words around it, those looked for in strong letters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hrd_desktop.gui.find_model import FindModel, ResultRole
from hrd_desktop.gui.theme import GRID, current

_SMALL = 0.86
_INDENT = 2 * GRID


class FindDelegate(QStyledItemDelegate):
    """A line is as high as its text at the width of the list."""

    def __init__(self, view: QListView, model: FindModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground as the style draws it, the text on it."""
        self.initStyleOption(option, index)
        option.text = ""
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        result = index.data(ResultRole)
        area = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        painter.save()
        if result is None:
            self._paint_case(painter, option.font, area, str(index.data()), rtl)
        else:
            QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
            area = area.adjusted(0 if rtl else _INDENT, 0, -_INDENT if rtl else 0, 0)
            where = _layout(str(index.data()), _small(option.font), area.width(), ())
            said = _layout(self._model.said(result), option.font, area.width(), result.excerpt.marks)
            painter.setPen(current().of("quiet"))
            where.draw(painter, QPointF(area.topLeft()))
            shown = bool(result.excerpt.text)
            painter.setPen(current().of("ink" if shown else "quiet"))
            said.draw(painter, QPointF(area.left(), area.top() + where.boundingRect().height()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As many lines as the text takes."""
        width = self._view.viewport().width()
        result = index.data(ResultRole)
        if result is None:
            return QSize(width, QFontMetrics(_strong(option.font)).height() + 2 * GRID + GRID // 2)
        room = width - 2 * GRID - _INDENT
        where = _layout(str(index.data()), _small(option.font), room, ())
        said = _layout(self._model.said(result), option.font, room, result.excerpt.marks)
        height = where.boundingRect().height() + said.boundingRect().height()
        return QSize(width, max(40, round(height) + GRID))

    def _paint_case(self, painter: QPainter, font: QFont, area: QRect, text: str, rtl: bool) -> None:
        alias, _, code = text.partition("\n")
        strong = _strong(font)
        area = area.adjusted(0, GRID, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        width = QFontMetrics(strong).horizontalAdvance(alias + "  ")
        painter.setFont(strong)
        painter.setPen(current().of("ink"))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, alias)
        painter.setFont(_small(font))
        painter.setPen(current().of("quiet"))
        rest = area.adjusted(0 if rtl else width, 0, -width if rtl else 0, 0)
        painter.drawText(rest, side | Qt.AlignmentFlag.AlignVCenter, code)


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def _layout(text: str, font: QFont, width: int, marks: tuple[tuple[int, int], ...]) -> QTextLayout:
    """The text broken to the width, in its own direction, the marked words strong."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ranges = []
    for start, end in marks:
        strong = QTextLayout.FormatRange()
        strong.start, strong.length = start, end - start
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        strong.format = look
        ranges.append(strong)
    layout.setFormats(ranges)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
