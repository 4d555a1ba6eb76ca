"""The drawn timeline: scrolls, comes closer by wheel or keys, and leads from each mark to its entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from hrd_desktop.core.dates import Span
from hrd_desktop.core.timeline import Event
from hrd_desktop.core.timeline_layout import Band, Drawing, Mark, Measure, Tick, lay_out
from hrd_desktop.gui.theme import GRID
from hrd_desktop.gui.timeline_paint import BAR, Sheet, TimelinePainter

_SMALL = 9.5 / 11
_CLOSER = 1.5
_DAY = 12.0  # px: a day is never drawn wider
_LONGEST = 34  # letters of a label


@dataclass(frozen=True)
class Shown:
    """One event with its words: short beside its bar, and whole."""

    event: Event
    label: str
    told: str


class TimelineView(QAbstractScrollArea):
    """One picture for keyboard and mouse. Its equivalent in words is the list of `timeline_page`."""

    go_to = Signal(str)
    """The place of the entry that was clicked, or on which Enter was pressed."""
    chosen = Signal(str)
    """What the mark in the frame says in full; empty when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that comes and goes would change the width, and with it the whole layout.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self._shown: dict[int, Shown] = {}
        self._events: list[Event] = []
        self._period = Span(date(2000, 1, 1), date(2000, 12, 31))
        self._on = date(2000, 1, 1)
        self._band_title: Callable[[Band], str] = lambda band: band.kind
        self._tick: Callable[[Tick], str] = lambda tick: str(tick.day.year)
        self._zoom = 1.0
        self.drawing = Drawing((), (), 0, 0, 0)
        self.marks: list[Mark] = []
        self._chosen: Mark | None = None
        self._hovered: Mark | None = None

    def show_events(
        self,
        shown: Sequence[Shown],
        period: Span,
        on: date,
        band_title: Callable[[Band], str],
        tick: Callable[[Tick], str],
    ) -> None:
        """Draw these within a period. The mark that was chosen stays so if its entry is still among them."""
        self._shown = {id(each.event): each for each in shown}
        self._events = [each.event for each in shown]
        self._period, self._on = period, on
        self._band_title, self._tick = band_title, tick
        self._lay_out()

    @property
    def current(self) -> Shown | None:
        """What stands in the frame."""
        return self._shown.get(id(self._chosen.event)) if self._chosen is not None else None

    # Coming closer

    def closer(self) -> None:
        """Half as much time in the same width."""
        self._to_zoom(self._zoom * _CLOSER)

    def wider(self) -> None:
        """Half as much time again in the same width."""
        self._to_zoom(self._zoom / _CLOSER)

    def whole(self) -> None:
        """The whole period in sight."""
        self._to_zoom(1.0)

    @property
    def zoom(self) -> float:
        """How many times wider than the window the whole period is."""
        return self._zoom

    def _to_zoom(self, zoom: float, x: float | None = None) -> None:
        """`x` is what keeps its place on the screen: the mouse, else the chosen mark, else the middle."""
        room = self.viewport().width()
        most = max(1.0, ((self._period.last - self._period.first).days + 1) * _DAY / max(room, 1))
        zoom = min(max(zoom, 1.0), most)
        if zoom == self._zoom:
            return
        bar = self.horizontalScrollBar()
        if x is None:
            x = self._chosen.x - bar.value() if self._chosen is not None else room / 2
            x = min(max(x, 0), room)
        share = (bar.value() + x) / max(self.drawing.width, 1)
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(share * self.drawing.width - x))

    # Laying out

    def _lay_out(self) -> None:
        font = self._small()
        metrics = QFontMetrics(font)
        widest = metrics.averageCharWidth() * _LONGEST
        line = metrics.height()
        measure = Measure(
            label=lambda event: self._label_width(event, metrics, widest),
            lane=line + BAR + GRID,
            heading=line + GRID,
            space=GRID * 1.5,
            least=BAR,
        )
        width = max(self.viewport().width(), 1) * self._zoom
        kept = self._chosen.event if self._chosen is not None else None
        self.drawing = lay_out(self._events, self._period, self._on, width, measure)
        self.marks = self.drawing.marks
        self._hovered = None
        self._chosen = next((m for m in self.marks if kept is not None and _same(m.event, kept)), None)
        self._fit_bars()
        self.viewport().update()

    def _label_width(self, event: Event, metrics: QFontMetrics, widest: int) -> float:
        """What is missing is said whole; what there is, as far as it tells one thing from another."""
        needed = metrics.horizontalAdvance(self._shown[id(event)].label)
        return (min(needed, widest) if event.shape == "event" else needed) + 4.0

    def _fit_bars(self) -> None:
        room = self.viewport().size()
        height = room.height() - round(self._axis())
        self.horizontalScrollBar().setRange(0, max(0, round(self.drawing.width) - room.width()))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setSingleStep(3 * GRID)
        self.verticalScrollBar().setRange(0, max(0, round(self.drawing.height) - height))
        self.verticalScrollBar().setPageStep(max(height, 1))
        self.verticalScrollBar().setSingleStep(3 * GRID)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font

    def _axis(self) -> float:
        return QFontMetrics(self._small()).height() + float(GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is as wide as its window, or so many times as wide."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
        else:
            self._fit_bars()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room; colours are read while drawing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_shown"):
            self._lay_out()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self.viewport().update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all that is in sight is drawn anew
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._small()
        metrics = QFontMetrics(font)
        room = self.viewport().size()
        sheet = Sheet(
            drawing=self.drawing,
            label=lambda mark: metrics.elidedText(
                self._shown[id(mark.event)].label, Qt.TextElideMode.ElideRight, int(mark.label_end - mark.label_x)
            ),
            band_title=self._band_title,
            tick=self._tick,
            today=self.tr("today"),
            offset=self.horizontalScrollBar().value(),
            top=self.verticalScrollBar().value(),
            width=room.width(),
            height=room.height(),
            axis=self._axis(),
            right_to_left=self.isRightToLeft(),
        )
        TimelinePainter(painter, sheet, font).draw(self._chosen, self._hovered, self.hasFocus())
        painter.end()

    # Mouse

    def _mark_at(self, at: QPoint) -> Mark | None:
        x = self.viewport().width() - at.x() if self.isRightToLeft() else at.x()
        x += self.horizontalScrollBar().value()
        y = at.y() - self._axis() + self.verticalScrollBar().value()
        if at.y() < self._axis():
            return None
        tall = self._tall()
        for mark in self.marks:
            inside = min(mark.x, mark.label_x) - 4 <= x <= max(mark.end, mark.label_end) + 4
            if inside and mark.y <= y <= mark.y + tall:
                return mark
        return None

    def _tall(self) -> float:
        return QFontMetrics(self._small()).height() + BAR + 4

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position().toPoint())
        if mark is not self._hovered:
            self._hovered = mark
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and mark is not None:
            self._choose(mark)
            self.go_to.emit(mark.event.place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = event.position().x()
            x = self.viewport().width() - at if self.isRightToLeft() else at
            self._to_zoom(self._zoom * _CLOSER ** (turned / 120), x)
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """What is cut short beside its bar is told in full where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), self._shown[id(mark.event)].told if mark else "", self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hovered = None
            self.viewport().update()
        return super().viewportEvent(event)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step(1 if event.key() == ahead else -1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._across(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._choose(self.marks[0 if event.key() == Qt.Key.Key_Home else -1] if self.marks else None)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.closer()
            case Qt.Key.Key_Minus:
                self.wider()
            case Qt.Key.Key_0:
                self.whole()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self._chosen is not None:
                self.go_to.emit(self._chosen.event.place)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the next mark in time, or the one before."""
        if self.marks:
            at = self.marks.index(self._chosen) + by if self._chosen in self.marks else 0
            self._choose(self.marks[min(max(at, 0), len(self.marks) - 1)])

    def _across(self, by: int) -> None:
        """To the mark closest in time in a lane below, or above."""
        if self._chosen is None:
            self._step(0)
            return
        here = self._chosen
        beyond = [mark for mark in self.marks if (mark.y - here.y) * by > 0]
        if beyond:
            nearest = min((mark.y for mark in beyond), key=lambda y: abs(y - here.y))
            self._choose(min((m for m in beyond if m.y == nearest), key=lambda m: abs(m.x - here.x)))

    def _choose(self, mark: Mark | None) -> None:
        self._chosen = mark
        shown = self.current
        told = shown.told if shown is not None else ""
        if mark is not None:
            self._into_view(mark)
        self.setAccessibleDescription(told)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.chosen.emit(told)
        self.viewport().update()

    def _into_view(self, mark: Mark) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        box = QRectF(min(mark.x, mark.label_x), mark.y, max(mark.label_end - mark.x, 1), self._tall())
        room, height = self.viewport().width(), self.viewport().height() - self._axis()
        if not across.value() <= box.left() <= box.right() <= across.value() + room:
            across.setValue(round(box.left() - min(room / 4, 8 * GRID)))
        if box.top() - 4 * GRID < down.value():
            down.setValue(round(box.top()) - 6 * GRID)
        elif box.bottom() > down.value() + height:
            down.setValue(round(box.bottom() - height) + GRID)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to a mark, so that the next key has something to start from."""
        super().focusInEvent(event)
        if self._chosen is None and self.marks:
            self._choose(self.marks[0])
        self.viewport().update()


def _same(a: Event, b: Event) -> bool:
    return (a.place, a.aspect, a.shape, a.begins) == (b.place, b.aspect, b.shape, b.begins)
