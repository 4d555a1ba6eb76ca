"""One section of a case: a heading and its fields in one column that scrolls."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop.core.sections import Block, Section
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.person_cards import PersonCards
from hrd_desktop.gui.quiet_section import QuietNotice, is_quiet
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.gui.trail import Way

_SETTLING = 300  # milliseconds within which new fields have found their place
_AIR = 12 * GRID  # what stays in sight above and below
_FOLD_FROM = 4  # so many groups of one object stand folded
_WIDEST = 76  # letters in a line, beyond which the eye loses the next one


class SectionScroll(QScrollArea):
    """A page that scrolls up and down only, and keeps what has the keyboard in sight."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        self._pinned: QWidget | None = None
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

    def _fit(self) -> None:
        self.content.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST + 6 * GRID)


class SectionPage(SectionScroll):
    """The fields of one section; `person` for a section that each adult has for herself."""

    def __init__(
        self, context: FieldContext, section: Section, heading: str, person: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(heading, parent)
        self.section = section
        self.person = person
        self._context = context
        self._opened = False
        self.bodies: list[tuple[Block, FormBody | PersonCards]] = []
        self.notice = QuietNotice(context, self.content)
        self.notice.lifted.connect(self._hush)
        self.column.addWidget(self.notice)
        context.case.assessed.connect(self._hush)
        for block in section.blocks:
            body = self._body(block)
            self.column.addWidget(body)
            self.bodies.append((block, body))
        self.column.addStretch(1)
        self._hush()

    def _body(self, block: Block) -> FormBody | PersonCards:
        if block.each and not self.person:
            return PersonCards(self._context, block, self.content)
        foldable = len(block.groups) >= _FOLD_FROM
        return FormBody(self._context, self.person or block.place, block.groups, foldable=foldable, parent=self.content)

    def _hush(self) -> None:
        """Show the fields, or why they are not asked now."""
        quiet = is_quiet(self._context, self.section.key) and not self._opened
        if quiet:
            self.notice.refresh()
        self.notice.setVisible(quiet)
        for _, body in self.bodies:
            body.setVisible(not quiet)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hush()

    def reveal(self, way: Way) -> QWidget | None:
        """Open what the way names and bring it to the keyboard and into view, also where nothing is asked now."""
        self._opened = True
        self._hush()
        for known, body in self.bodies:
            if known is way.block:
                found = body.reveal(way.holder, way.trail) if isinstance(body, PersonCards) else body.reveal(way.trail)
                if found is not None:
                    self.bring_into_view(found)
                return found
        return None

    def flush(self) -> None:
        """Save what is typed and still waits for a pause."""
        for editor in self.content.findChildren(FieldEditor):
            editor.flush()
