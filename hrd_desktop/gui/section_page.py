"""One section of a case: a heading and its fields in one column that scrolls."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop.core.sections import Block, Section
from hrd_desktop.gui.consent_notice import ConsentNotice
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.guided import Guided
from hrd_desktop.gui.mode_switch import ModeSwitch
from hrd_desktop.gui.person_cards import PersonCards
from hrd_desktop.gui.quick_entry import QuickEntry
from hrd_desktop.gui.quiet_section import QuietNotice, is_quiet
from hrd_desktop.gui.section_overview import JOURNAL, Body, SectionOverview
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.gui.trail import Way

_SETTLING = 300  # milliseconds within which new fields have found their place
_AIR = 12 * GRID  # what stays in sight above and below
_NO_LIMIT = 16_777_215  # the width of Qt for none
_WIDEST = 76  # letters in a line, beyond which the eye loses the next one


class SectionScroll(QScrollArea):
    """A page that scrolls up and down only, and keeps what has the keyboard in sight."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        self._pinned: QWidget | None = None
        self._wide = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.content = QWidget(self)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 4 * GRID)
        self.column.setSpacing(3 * GRID)
        title = QLabel(heading, self.content)
        title.setWordWrap(True)
        role(title, "heading")
        self.column.addWidget(title)
        self.setWidget(self.content)
        self.content.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._scroll_to_wanted)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLING)
        self._settled.timeout.connect(self._forget)
        self._fit()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to a widget, and again for as long as what was just made is finding its place."""
        self._wanted = widget
        self._settled.start()
        self._scroll_to_wanted()

    def pin(self, widget: QWidget) -> None:
        """Keep a widget in sight above what scrolls."""
        self._pinned = widget
        widget.setParent(self)
        widget.installEventFilter(self)
        widget.show()
        self._make_room()

    def _make_room(self) -> None:
        if self._pinned is None:
            return
        width = self.viewport().width()
        height = self._pinned.heightForWidth(width) if self._pinned.hasHeightForWidth() else -1
        height = max(height, self._pinned.minimumSizeHint().height()) if not self._pinned.isHidden() else 0
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)
        self._pinned.setGeometry(0, 0, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pinned and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent):
            self._make_room()
        if watched is self.content and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _scroll_to_wanted(self) -> None:
        if self._wanted is None or not shiboken6.isValid(self._wanted):
            return
        if self._wanted.height() + 2 * _AIR > self.viewport().height():
            # What is taller than the window is read from its top.
            self.verticalScrollBar().setValue(self._wanted.mapTo(self.content, QPoint(0, 0)).y() - 2 * GRID)
        else:
            self.ensureWidgetVisible(self._wanted, 0, _AIR)

    def _forget(self) -> None:
        self._wanted = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "content"):
            self._fit()

    def widen(self) -> None:
        """Give the page all the width there is: what it shows is no text."""
        self._wide = True
        self.content.setMaximumWidth(_NO_LIMIT)

    def _fit(self) -> None:
        if not self._wide:
            self.content.setMaximumWidth(self._text_width() + 6 * GRID)

    def _text_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * _WIDEST


class SectionPage(SectionScroll):
    """The fields of one section, all of them or one at a time; `person` for a section that each adult has for herself.

    Each of the two ways is built when it is first wanted; with `later` after the first paint.
    """

    mode_chosen = Signal(bool)
    """Somebody wants to be asked one question at a time (true) or to see them all."""
    asking = Signal(str)
    """The question at this place is asked now, one at a time."""
    finished = Signal()
    """Every question was asked, and somebody wants to go on."""
    way_back = Signal()

    def __init__(
        self,
        context: FieldContext,
        section: Section,
        heading: str,
        person: str = "",
        *,
        guided: bool = False,
        later: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, parent)
        self.section = section
        self.person = person
        self._heading = heading
        self._context = context
        self._opened = False
        self.guided: Guided | None = None
        self._help_beside = False
        self.switch = ModeSwitch(self.content)
        self.switch.chosen.connect(self.mode_chosen)
        self.column.addWidget(self.switch)
        self.notice = QuietNotice(context, self.content)
        self.notice.lifted.connect(self._hush)
        self.column.addWidget(self.notice)
        self.waiting = ConsentNotice(context, section.key, self.content)
        self.column.addWidget(self.waiting)
        context.case.assessed.connect(self._hush)
        self.overview: SectionOverview | None = None
        self.column.addStretch(1)
        self.set_guided(guided, later=later)

    @property
    def bodies(self) -> list[tuple[Block, Body]]:
        """What stands for each block of the section when all questions are shown."""
        return self._all_questions(later=False).bodies()

    def _all_questions(self, *, later: bool) -> SectionOverview:
        if self.overview is None:
            self.overview = SectionOverview(self._context, self.section, self.person, self.content)
            self.column.insertWidget(self.column.count() - 1, self.overview)
            if self.overview.wide:
                self.widen()
            self._fit()
            if later:
                self.overview.build_later()
            else:
                self.overview.build()
        return self.overview

    def _fit(self) -> None:
        super()._fit()
        overview: SectionOverview | None = getattr(self, "overview", None)  # Qt may ask while the page is being made
        if overview is not None:
            overview.limit(self._text_width())

    def set_guided(self, on: bool, *, later: bool = False) -> None:
        """One question at a time, or all. A journal is no row of questions: it is written as it comes."""
        self.flush()
        on = on and self.section.key != JOURNAL
        self.switch.show_mode(on)
        if on and self.guided is None:
            self.guided = Guided(self._context, self.section, self._heading, self.person, self.content)
            self.column.insertWidget(self.column.count() - 1, self.guided)
            self.guided.moved.connect(self.asking)
            self.guided.ended.connect(self.finished)
            self.guided.way_back.connect(self.way_back)
            self.set_help_beside(self._help_beside)
        elif not on:
            self._all_questions(later=later)
        self._hush()

    def set_help_beside(self, beside: bool) -> None:
        """Whether the help stands beside the page, so that it need not stand below the question."""
        self._help_beside = beside
        if self.guided is not None:
            self.guided.set_help(not beside)

    def _hush(self) -> None:
        """Show the fields, or why they are not asked now."""
        quiet = is_quiet(self._context, self.section.key) and not self._opened
        if quiet:
            self.notice.refresh()
        self.notice.setVisible(quiet)
        self.switch.setVisible(not quiet and self.section.key != JOURNAL)
        if self.overview is not None:
            self.overview.setVisible(not quiet and not self.switch.guided)
        if self.guided is not None:
            self.guided.setVisible(not quiet and self.switch.guided)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hush()

    def reveal(self, way: Way) -> QWidget | None:
        """Open what the way names and bring it to the keyboard and into view, also where nothing is asked now."""
        self._opened = True
        self._hush()
        found: QWidget | None = None
        if self.switch.guided and self.guided is not None:
            found = self.guided.reveal(way.trail)
            if found is None:
                # Not asked as the answers stand, but it may be on the page.
                self.mode_chosen.emit(False)
        if found is None:
            for known, body in self.bodies:
                if known is way.block:
                    found = _reveal(body, way)
        if found is not None:
            self.bring_into_view(found)
        return found

    def flush(self) -> None:
        """Save what is typed and still waits for a pause."""
        for editor in self.content.findChildren(FieldEditor):
            editor.flush()
        for entry in self.content.findChildren(QuickEntry):
            entry.flush()


def _reveal(body: Body, way: Way) -> QWidget | None:
    return body.reveal(way.holder, way.trail) if isinstance(body, PersonCards) else body.reveal(way.trail)
