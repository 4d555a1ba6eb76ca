"""The pages of one case by their key, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hrd_desktop.core.sections import section_by_key
from hrd_desktop.gui.extra_sections import ExtraSection
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.section_page import SectionPage, SectionScroll
from hrd_desktop.gui.task_list import person_of


class CasePages(QObject):
    """Makes the pages and tells what is asked for in any of them; which one is shown is for others to say."""

    lifted = Signal()
    """A section that had stopped asking goes on."""
    mode_chosen = Signal(bool)
    asking = Signal(str)
    finished = Signal()
    way_back = Signal()
    followed = Signal(str, str)
    """The judging page with this key leads to a place."""
    packet_asked = Signal()
    ask_sheet_asked = Signal()

    def __init__(
        self, context: FieldContext, stack: QStackedWidget, extra: Mapping[str, ExtraSection], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._stack = stack
        self._extra = extra
        self._made: dict[str, SectionScroll] = {}
        self._help_beside = False

    def page(self, key: str, heading: str, *, guided: bool = False, later: bool = False) -> SectionScroll | None:
        """The page with this key, made if it is not there yet; None for a key that names no section."""
        section = section_by_key(key)
        if key in self._made or section is None:
            return self._made.get(key)
        if section.blocks:
            page: SectionScroll = self._fields(
                SectionPage(
                    self._context, section, heading, person_of(key), guided=guided, later=later, parent=self._stack
                )
            )
        else:
            page = self._judging(key, SectionScroll(heading, self._stack))
        self._made[key] = page
        self._stack.addWidget(page)
        return page

    @property
    def shown(self) -> SectionScroll | None:
        """The page that is on the screen."""
        page = self._stack.currentWidget()
        return page if isinstance(page, SectionScroll) else None

    @property
    def asking_now(self) -> SectionPage | None:
        """The page on the screen, if it is one of fields."""
        page = self._stack.currentWidget()
        return page if isinstance(page, SectionPage) else None

    def _fields(self, page: SectionPage) -> SectionPage:
        page.notice.lifted.connect(self.lifted)
        page.mode_chosen.connect(self.mode_chosen)
        page.asking.connect(self.asking)
        page.finished.connect(self.finished)
        page.way_back.connect(self.way_back)
        page.set_help_beside(self._help_beside)
        return page

    def _judging(self, key: str, page: SectionScroll) -> SectionScroll:
        inner: Any = self._extra[key].make(self._context, page.content)
        page.setProperty("inner", inner)
        page.column.addWidget(inner, 1)
        if hasattr(inner, "go_to"):
            inner.go_to.connect(partial(self.followed.emit, key))
        if hasattr(inner, "ask_sheet_asked"):
            inner.ask_sheet_asked.connect(self.ask_sheet_asked)
        if hasattr(inner, "packet_asked"):
            inner.packet_asked.connect(self.packet_asked)
        if hasattr(inner, "pinned"):
            page.pin(inner.pinned)
        if hasattr(inner, "wide"):
            page.widen()
        return page

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll the page on the screen to a widget of it."""
        if self.shown is not None:
            self.shown.bring_into_view(widget)

    def inner(self, key: str) -> Any:
        """The judging widget inside a page that is made; None where there is none."""
        page = self._made.get(key)
        return page.property("inner") if page is not None else None

    def open_item(self, key: str) -> str:
        """The item that is open on a page of items (`item:E06:P1`); empty on any other page."""
        inner = self.inner(key)
        return str(inner.open_place()) if hasattr(inner, "open_place") else ""

    def set_help_beside(self, beside: bool) -> None:
        """Whether the help stands beside the pages."""
        self._help_beside = beside
        for page in self._made.values():
            if isinstance(page, SectionPage):
                page.set_help_beside(beside)

    def keep_only(self, keys: Mapping[str, str]) -> None:
        """Let go of every page whose key is not among these."""
        for key in [key for key in self._made if key not in keys]:
            page = self._made.pop(key)
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
