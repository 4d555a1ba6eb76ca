"""Under a field: how it is known, in one quiet line, and the small button to its choices. Made only where wanted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from hrd_desktop.core.staff import KnownBy
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import LEAST, icon, role


def known_text(context: FieldContext, row: KnownBy) -> str:
    """What a note says: `Told by the person · on May 1, 2026 · by MK · evidence EV3`."""
    words = context.words
    day = words.day(row.on) if row.on else ""

    parts: list[str] = []
    if row.how_known != "unknown":
        parts = [
            words.code("how_known", row.how_known),
            QCoreApplication.translate("KnownLine", "on {day}").format(day=day) if day else "",
        ]
    elif not row.ask_again:
        parts = [
            QCoreApplication.translate("KnownLine", "Not known when asked on {day}").format(day=day)
            if day
            else QCoreApplication.translate("KnownLine", "Not known when asked")
        ]
    if row.by and (parts or row.evidence):
        parts.append(QCoreApplication.translate("KnownLine", "by {who}").format(who=row.by))
    if row.evidence:
        parts.append(QCoreApplication.translate("KnownLine", "evidence {ids}").format(ids=", ".join(row.evidence)))
    if row.ask_again:
        parts.append(QCoreApplication.translate("KnownLine", "To be asked again"))
    return " · ".join(part for part in parts if part)


class KnownLine(QLabel):
    """The line itself. A click on it opens the choices; the keyboard has the keys of the window for that."""

    def __init__(self, context: FieldContext, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        role(self, "small")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._context.asked_about.emit(self._place, self.mapToGlobal(QPoint(0, self.height())))

    def say(self, row: KnownBy | None) -> None:
        """Show a note, or nothing."""
        self.setText(known_text(self._context, row) if row is not None else "")
        self.setVisible(row is not None)


class FieldButton(QToolButton):
    """Stands in the free room beside a field while the mouse or the keyboard is there."""

    def __init__(self, context: FieldContext, place: str, slot: QWidget) -> None:
        super().__init__(slot)
        self.setIcon(icon("more", "quiet"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the keys of the window, and no second stop here
        self.setFixedSize(LEAST, LEAST)
        side = min(self.fontMetrics().height(), LEAST - 8)
        self.setIconSize(QSize(side, side))
        self.setAccessibleName(self.tr("How we know this, and what it was before"))
        self.setToolTip(self.tr("How we know this, and what it was before (F8)"))
        role(self, "quiet")
        self.setStyleSheet("padding: 0;")
        self.clicked.connect(lambda: context.asked_about.emit(place, self.mapToGlobal(QPoint(0, self.height()))))

    def stand_beside(self, control: QRect) -> None:
        """Stand at the end of the line in which the control begins."""
        slot = self.parentWidget()
        assert slot is not None
        x = 0 if self.isRightToLeft() else slot.width() - self.width()
        self.move(x, max(0, control.top() + (min(control.height(), LEAST) - self.height()) // 2))
        self.raise_()


def keep_room(editor: FieldEditor) -> None:
    """Leave room for the button beside the control of a field."""
    left, right = (LEAST + 4, 0) if editor.isRightToLeft() else (0, LEAST + 4)
    editor.column.setContentsMargins(left, 0, right, 0)
