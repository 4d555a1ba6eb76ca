"""Paints a case of the caseload in two lines: how we call it, and its code in the second voice."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrd_desktop.gui.theme import GRID, current

_SMALL = 0.86


class CaseDelegate(QStyledItemDelegate):
    """First line strong, second small and quiet; a single line stands in the middle."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's ground as the style draws it, the two lines on it."""
        self.initStyleOption(option, index)
        first, _, second = str(index.data() or "").partition("\n")  # the option has other line ends
        option.text = ""
        widget = option.widget
        style = widget.style() if isinstance(widget, QWidget) else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        area = option.rect.adjusted(GRID, GRID, -GRID, -GRID)
        strong, small = _fonts(option.font)
        painter.save()
        left = Qt.AlignmentFlag.AlignLeft
        if second:
            height = QFontMetrics(strong).height()
            top = area.top() + max(0, (area.height() - height - QFontMetrics(small).height()) // 2)
            upper = QRect(area.left(), top, area.width(), height)
            lower = QRect(area.left(), upper.bottom() + 1, area.width(), QFontMetrics(small).height())
            _write(painter, small, lower, left, second, "quiet")
        else:
            upper, left = area, left | Qt.AlignmentFlag.AlignVCenter
        _write(painter, strong, upper, left, first, "ink")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and a grid step above and below."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), row_height(option.font))


def row_height(font: QFont) -> int:
    """Of every row of the caseload, so that ten thousand rows need not be asked."""
    strong, small = _fonts(font)
    return QFontMetrics(strong).height() + QFontMetrics(small).height() + GRID * 2


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    strong, small = QFont(font), QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return strong, small


def _write(painter: QPainter, font: QFont, area: QRect, where: Qt.AlignmentFlag, text: str, role: str) -> None:
    painter.setFont(font)
    painter.setPen(current().of(role))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, where, shown)
