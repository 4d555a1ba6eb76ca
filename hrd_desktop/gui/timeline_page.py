"""Everything of a case that has a date, on one drawn line of time or as a list; each leads to its entry."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.core.dates import PartialDate, Span
from hrd_desktop.core.timeline import KINDS, Event, EventKind, about, last_years, whole, whole_story, within
from hrd_desktop.core.timeline_layout import Band, Tick
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.mode_switch import leave_room
from hrd_desktop.gui.theme import GRID, icon, role
from hrd_desktop.gui.timeline_view import Shown, TimelineView
from hrd_desktop.services.timeline import asked_months
from hrd_desktop.wording.timeline import event_text, kind_title

_HOLES = "holes"
_PLACE = Qt.ItemDataRole.UserRole
_LEAST = 44  # GRID: height of the drawing below which nobody finds their way


class TimelinePage(QWidget):
    """Filters, the drawing and the list of the same events."""

    go_to = Signal(str)
    wide = True
    """Asks its page for all the width there is."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self._found: list[Event] = []
        self._to_list: list[Shown] = []
        self._labels: dict[str, str] = {}
        self.kind = QuietCombo(self)
        self.person = QuietCombo(self)
        self.period = QuietCombo(self)
        self.view = TimelineView(self)
        self.list = QListWidget(self)
        self.told = QLabel(self)
        self.count = QLabel(self)
        self.open_entry = QPushButton(self.tr("Open this entry"), self)
        self._make()
        self._fill_filters()
        context.case.assessed.connect(self._changed)
        context.case.reloaded.connect(self._changed)
        context.names_shown.connect(self._changed)

    # Building

    def _make(self) -> None:
        self.kind.setAccessibleName(self.tr("What to show"))
        self.person.setAccessibleName(self.tr("Whose events"))
        self.period.setAccessibleName(self.tr("Which years"))
        filters = FlowBox(self)
        for box in (self.kind, self.person, self.period):
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            box.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
            box.chosen.connect(lambda _: self._show())
            filters.flow.addWidget(box)
        self.drawn = self._choice(self.tr("Drawing"), filters)
        self.listed = self._choice(self.tr("List"), filters)
        self._kinds = QButtonGroup(self)
        for button in (self.drawn, self.listed):
            self._kinds.addButton(button)
        self.drawn.setChecked(True)
        self._kinds.buttonClicked.connect(lambda _: self._turn())
        self._zooms: list[QToolButton] = []
        for name, text, work in (
            ("add", self.tr("Zoom in (plus key)"), self.view.closer),
            ("remove", self.tr("Zoom out (minus key)"), self.view.wider),
        ):
            zoom = QToolButton(filters)
            zoom.setIcon(icon(name))
            zoom.setToolTip(text)
            zoom.setAccessibleName(text)
            zoom.clicked.connect(work)
            filters.flow.addWidget(zoom)
            self._zooms.append(zoom)
        self._dress_views()
        for label in (self.told, self.count):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        role(self.count, "small")
        role(self.open_entry, "link")
        self.open_entry.clicked.connect(self._open_current)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(filters)
        column.addWidget(self.count)
        column.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(2 * GRID)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.open_entry, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        self._say("")

    def _dress_views(self) -> None:
        self.view.setAccessibleName(self.tr("Timeline, drawn"))
        self.view.setMinimumHeight(_LEAST * GRID)
        self.view.go_to.connect(self.go_to)
        self.view.chosen.connect(self._say)
        self.list.setAccessibleName(self.tr("Timeline as a list"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)

    def _choice(self, text: str, box: FlowBox) -> QPushButton:
        button = QPushButton(text, box)
        button.setCheckable(True)
        role(button, "choice")
        box.flow.addWidget(button)
        return button

    def _fill_filters(self) -> None:
        words = self._context.words
        self._labels = {one.id: self._context.row_label(one.id) for one in self._context.case.case.persons}
        kinds = [(kind, kind_title(kind, words)) for kind in KINDS]
        held = [box.currentData() for box in (self.kind, self.person, self.period)]
        self.kind.fill([*kinds, (_HOLES, self.tr("Gaps and overlaps only"))], self.tr("Everything"))
        persons = list(self._labels.items())
        self.person.fill(persons, self.tr("Everybody"))
        self.period.fill(
            [
                ("10", self.tr("Last ten years")),
                ("2", self.tr("Last two years")),
            ],
            self.tr("All years"),
        )
        self.kind.show_code(held[0])
        self.person.show_code(held[1] if held[1] in self._labels else None)
        self.period.show_code(held[2] if self._found else "10")

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is read now."""
        if self._stale:
            self._read()
        super().showEvent(event)
        self._leave_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "listed"):
            self._leave_room()

    def _leave_room(self) -> None:
        for button in (self.drawn, self.listed):
            leave_room(button)

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._stale = False
        case, on = self._context.case.case, self._context.case.today
        self._found = whole_story(case, asked_months(case, on), on)
        self._fill_filters()
        self._show()

    def _show(self) -> None:
        on = self._context.case.today
        chosen: str | None = self.kind.currentData()
        kinds: tuple[EventKind, ...] = tuple(kind for kind in KINDS if chosen in (None, _HOLES, kind))
        wanted = [event for event in about(self._found, kinds, self.person.currentData()) if self._of(event, chosen)]
        years = self.period.currentData()
        period = last_years(int(years), on) if years else Span(date.min, date.max)
        inside = list(within(wanted, period, on))
        undated = [event for event in wanted if not event.dated]
        shown = [self._shown(event) for event in inside]
        frame = whole(inside, on)
        self.view.show_events(
            shown, _with_air(Span(max(frame.first, period.first), frame.last)), on, self._band_title, self._tick
        )
        self._to_list = [*shown, *(self._shown(event) for event in undated)]
        if self.listed.isChecked():
            self._list()
        self._count(len(inside), len(wanted) - len(inside) - len(undated), len(undated))
        if chosen == _HOLES and not inside:
            self.count.setText(self.tr("No gap and no overlap in the years chosen."))
        current = self.view.current
        self._say(current.told if current else "")

    @staticmethod
    def _of(event: Event, chosen: str | None) -> bool:
        return chosen != _HOLES or event.shape != "event"

    def _shown(self, event: Event) -> Shown:
        text = event_text(event, self._context.words)
        persons = ", ".join(self._labels[one] for one in event.persons)
        who = persons if self._context.show_names else ", ".join(event.persons)
        who = who if len(self._labels) > 1 else ""
        label = f"{who} · {text.title}" if who else text.title
        return Shown(event, label, " · ".join(part for part in (text.days, text.title, persons) if part))

    def _list(self) -> None:
        self.list.clear()
        for each in self._to_list:
            item = QListWidgetItem(each.told, self.list)
            item.setData(_PLACE, each.event.place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, each.told)
            if each.event.shape != "event":
                item.setIcon(icon("attention" if each.event.shape == "gap" else "info", "attention"))
        side = self.fontMetrics().height()
        self.list.setIconSize(QSize(side, side))

    def _count(self, inside: int, outside: int, undated: int) -> None:
        parts = [self.tr("Shown: {count}.").format(count=inside)]
        if outside:
            parts.append(self.tr("Earlier than the years chosen: {count}.").format(count=outside))
        if undated:
            parts.append(self.tr("Without a date, at the end of the list: {count}.").format(count=undated))
        parts.append(self.tr("Full colour is certain, pale is possible, hatched is a gap or an overlap."))
        self.count.setText(" ".join(parts))

    def _band_title(self, band: Band) -> str:
        return kind_title(band.kind, self._context.words)

    def _tick(self, tick: Tick) -> str:
        if tick.is_year:
            return str(tick.day.year)
        return self._context.words.partial(PartialDate(tick.day.year, tick.day.month)).rpartition(" ")[0]

    def _say(self, told: str) -> None:
        self.told.setText(told or self.tr("Choose an event with the arrow keys or the mouse."))
        self.open_entry.setEnabled(bool(told))

    def _turn(self) -> None:
        on_list = self.listed.isChecked()
        if on_list:
            self._list()
        self.stack.setCurrentWidget(self.list if on_list else self.view)
        for widget in (self.told, self.open_entry, *self._zooms):
            widget.setVisible(not on_list)

    # Going

    def _go(self, item: QListWidgetItem) -> None:
        self.go_to.emit(item.data(_PLACE))

    def _open_current(self) -> None:
        current = self.view.current
        if current is not None:
            self.go_to.emit(current.event.place)


def _with_air(days: Span) -> Span:
    """A little room before the first event and after the last."""
    air = max((days.last - days.first).days // 40, 10)
    first = max(days.first.toordinal() - air, 1)
    return Span(date.fromordinal(first), date.fromordinal(min(days.last.toordinal() + air, date.max.toordinal())))
