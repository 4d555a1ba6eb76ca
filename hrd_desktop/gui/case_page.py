"""The page of one case: header, task list of sections, the section, and the help beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QStackedWidget, QWidget

from hrd_desktop.core.groups import HELP_OF
from hrd_desktop.core.schema import object_name
from hrd_desktop.core.sections import SECTIONS, Section, section_by_key
from hrd_desktop.gui.ask_dialog import AskDialog
from hrd_desktop.gui.back_link import BackLink
from hrd_desktop.gui.bookmark import BookmarkKeeper
from hrd_desktop.gui.case_header import CaseHeader
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.extra_sections import JUDGED, ExtraSection
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.field_menu import FieldMenu
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.help_panel import HelpPanel
from hrd_desktop.gui.history_dialog import HistoryDialog
from hrd_desktop.gui.judgement import title_of
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.quiet_section import is_quiet
from hrd_desktop.gui.section_list import SectionList, state_icon
from hrd_desktop.gui.section_page import SectionPage, SectionScroll
from hrd_desktop.gui.section_state import states
from hrd_desktop.gui.task_list import listed, person_of, title
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.gui.trail import section_of, trail_of
from hrd_desktop.wording import Wording, wording

_HELP_FROM, _LIST_FROM = 74, 44  # widths in letters from which the help, and the list, have room
_HELP_WIDTH, _LIST_WIDTH = 26, 22


class CasePage(QWidget):
    """Everything about one case. `show_place` is where every link of the program leads."""

    header: CaseHeader
    splitter: QSplitter
    sections: SectionList
    short_list: QuietCombo
    said: QLabel
    back: BackLink
    stack: QStackedWidget
    help_panel: HelpPanel

    def __init__(
        self,
        open_case: OpenCase,
        tasks: Tasks,
        lang: str,
        extra_sections: Sequence[ExtraSection] = JUDGED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, own=[CaseHeader, SectionList, HelpPanel, QuietCombo, BackLink])
        self._tasks = tasks
        self._extra = {extra.key: extra for extra in extra_sections}
        self.context = FieldContext(open_case, _words(lang), self)
        self._pages: dict[str, QWidget] = {}
        self._also_asked: set[str] = set()
        self._place = ""
        self._shown = False
        self._guided = bool(open_case.bookmark and open_case.bookmark.guided)
        self._bookmark = BookmarkKeeper(open_case, tasks, lambda: (self.section, self._place, self._guided), self)
        self._resume_soon = QTimer(self, singleShot=True, interval=0)
        self._resume_soon.timeout.connect(self._resume)
        self.field_menu = FieldMenu(self.context, self)
        self._help_wanted: bool | None = None
        self._reword_soon = QTimer(self, singleShot=True, interval=0)
        self._reword_soon.timeout.connect(self._reword)
        self.header.show_case(self.context)
        self.header.packet_asked.connect(self.show_packet)
        self.header.history_asked.connect(self.show_history)
        self.header.ask_asked.connect(self.print_questions)
        self.header.help.clicked.connect(self._toggle_help)
        self.help_panel.close_help.clicked.connect(self._toggle_help)
        self.back.asked.connect(self._go_back)
        self.sections.chosen.connect(self._choose_section)
        self.short_list.chosen.connect(self._choose_section)
        self.said.setContentsMargins(3 * GRID, GRID, 3 * GRID, 0)
        self.said.hide()
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.setFocusProxy(self.sections)
        self.context.said.connect(self._say)
        self.context.lead_to.connect(self.show_place)
        self.context.appeared.connect(self._bring_into_view)
        open_case.assessed.connect(self._say_states)
        open_case.reloaded.connect(self._rebuild)
        open_case.failed.connect(self._say_failed)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, open_case.undo),
            (QKeySequence.StandardKey.Redo, open_case.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._said_titles: list[tuple[str, str]] = []
        self.context.names_shown.connect(self._say_states)
        self._say_states()
        self._begin()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # Going places

    def _begin(self) -> None:
        """Go where the work stopped, or to the beginning; to the field itself once the page is on the screen."""
        mark = self.context.case.bookmark
        if mark is not None and mark.section in dict(self.titles()):
            self.show_section(mark.section)
        else:
            self.show_section(SECTIONS[0].key)

    def _resume(self) -> None:
        mark = self.context.case.bookmark
        if mark is not None and mark.place and mark.section == self.section:
            self.show_place(mark.place)

    def show_section(self, key: str) -> None:
        """Open a section by its key."""
        page = self._page(key)
        if page is None:
            return
        self.flush()
        if page is not self.stack.currentWidget():
            self.context.reveals.hide_all()
        if isinstance(page, SectionPage) and page.switch.guided != self._guided:
            page.set_guided(self._guided)
        self.stack.setCurrentWidget(page)
        self.sections.choose(key)
        self.short_list.show_code(key)
        self._show_help(key, None)
        guided = page.guided if isinstance(page, SectionPage) and self._guided else None
        self._asks(guided.place if guided is not None else "")

    def show_place(self, place: str) -> None:
        """Open the section and the row of a place, and bring its field to the keyboard; also `item:E06:P1`."""
        self._resume_soon.stop()  # whoever is led somewhere is not taken back to where the work stopped
        if place.startswith("item:"):
            self._show_item(*place.split(":")[1:])
            return
        found = section_of(trail_of(self.context.case, place), self.context.case)
        if found is None:
            return
        if found.section.per_adult and found.page not in dict(self.titles()):
            self._also_asked.add(found.page)
            self._say_states()
        self.show_section(found.page)
        page = self._pages[found.page]
        if isinstance(page, SectionPage):
            page.reveal(found)

    def show_packet(self) -> None:
        """Show the packet as it would be; afterwards go where the person wants to mend something."""
        from hrd_desktop.gui.packet_dialog import PacketDialog  # it loads the PDF viewer: not before it is wanted

        self.flush()
        place = PacketDialog.ask(self.context, self._tasks, self)
        if place:
            self.show_place(place)

    def show_history(self) -> None:
        """Show what was changed in the case, with the way to take it back."""
        self.flush()
        HistoryDialog.show_case(self.context, self)

    def print_questions(self) -> None:
        """Show what to ask next, to print on one page or to go where an answer belongs."""
        self.flush()
        place = AskDialog.ask(self.context, self._tasks, self)
        if place:
            self.show_place(place)

    @property
    def section(self) -> str:
        """The key of the section that is open."""
        return self.sections.key()

    def flush(self) -> None:
        """Save what is typed and still waits for a pause; to be called before the page goes away."""
        page = self.stack.currentWidget()
        if isinstance(page, SectionPage):
            page.flush()
        self._bookmark.keep()

    def _show_item(self, item: str, person: str | None = None) -> None:
        found = [one for one in self.context.case.assessment.items if (one.id, one.person) == (item, person)]
        for key, extra in self._extra.items():
            if found and extra.holds is not None and extra.holds(found[0]):
                self.show_section(key)
                self._inner(key).show_item(item, person)

    def _inner(self, key: str) -> Any:
        """The judging widget inside the page of an extra section."""
        page = self._page(key)
        return page.property("inner") if page is not None else None

    def _open_item(self, key: str) -> str:
        """The item that is open on a page of items; empty on any other page."""
        inner = self._inner(key)
        return str(inner.open_place()) if hasattr(inner, "open_place") else ""

    def _choose_section(self, key: str) -> None:
        self.back.forget()
        self._say("")
        self.show_section(key)

    def _follow(self, key: str, place: str) -> None:
        """Go where a judging page points to, and offer the way back."""
        item = self._open_item(key)
        self.show_place(place)
        self.back.remember(key, item, partial(self._named, key, item))

    def _named(self, key: str, item: str) -> str:
        """What a section, or an item in it, is called."""
        if not item:
            return dict(self.titles())[key]
        _, item_id, *person = item.split(":")
        title = title_of(self.context, item_id)
        return f"{title} · {self.context.row_label(person[0])}" if person else title

    def _go_back(self, section: str, item: str) -> None:
        self.show_section(section)
        if item:
            self.show_place(item)

    def _bring_into_view(self, widget: QWidget) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, SectionScroll):
            page.bring_into_view(widget)

    def _page(self, key: str) -> QWidget | None:
        if key in self._pages:
            return self._pages[key]
        titles = dict(self.titles())
        section = section_by_key(key)
        if section is None or key not in titles:
            return None
        if section.blocks:
            fields = SectionPage(
                self.context,
                section,
                titles[key],
                person_of(key),
                guided=self._guided,
                later=not self._shown,
                parent=self,
            )
            fields.notice.lifted.connect(self._say_states)
            fields.mode_chosen.connect(self.set_guided)
            fields.asking.connect(self._asks)
            fields.finished.connect(self._next_section)
            fields.way_back.connect(self.back.go)
            fields.set_help_beside(self.help_panel.isVisibleTo(self))
            page: SectionScroll = fields
        else:
            extra = self._extra[key]
            page = SectionScroll(titles[key], self)
            inner = extra.make(self.context, page.content)
            page.setProperty("inner", inner)
            page.column.addWidget(inner, 1)
            if hasattr(inner, "go_to"):
                inner.go_to.connect(partial(self._follow, key))
            if hasattr(inner, "ask_sheet_asked"):
                inner.ask_sheet_asked.connect(self.print_questions)
            if hasattr(inner, "pinned"):
                page.pin(inner.pinned)
            if hasattr(inner, "wide"):
                page.widen()
            if hasattr(inner, "packet_asked"):
                inner.packet_asked.connect(self.show_packet)
        self._pages[key] = page
        self.stack.addWidget(page)
        return page

    # One question at a time

    def set_guided(self, on: bool) -> None:
        """Ask one question at a time from here on, or show them all; the question stays the same."""
        self._guided = on
        page, place = self.stack.currentWidget(), self._place
        if isinstance(page, SectionPage):
            page.set_guided(on)
            way = section_of(trail_of(self.context.case, place), self.context.case) if place else None
            if way is not None and way.page == self.section:
                page.reveal(way)
            elif page.guided is not None and on:
                self._asks(page.guided.place)
                page.guided.focus_question()
        self._bookmark.moved()

    def _next_section(self) -> None:
        keys = [key for key, section in self._listed() if section.blocks]
        at = keys.index(self.section) + 1 if self.section in keys else 0
        self._choose_section(keys[at % len(keys)])
        page = self.stack.currentWidget()
        if isinstance(page, SectionPage) and page.guided is not None:
            page.guided.focus_question()

    def _asks(self, place: str) -> None:
        """A question is asked now: its help stands beside it, whatever part of it has the keyboard."""
        self._came_to(place)
        holder, _, name = place.rpartition(".")
        if place:
            owner = object_name(self.context.case.target(holder))
            self._show_help_of(owner, name, self.context.words.field(owner, name))

    def _came_to(self, place: str) -> None:
        self._place = place
        self._bookmark.moved()

    # The task list

    def titles(self) -> list[tuple[str, str]]:
        """Every page of the task list as (key, title), in order; those of adults once for each."""
        return [(key, title(self.context, key, section)) for key, section in self._listed()]

    def _listed(self) -> list[tuple[str, Section]]:
        return listed(self.context, self._extra, self._also_asked)

    def _list_sections(self) -> None:
        """Fill the task list, unless it already says the same; a page whose person is gone goes too."""
        titles = self.titles()
        if titles == self._said_titles:
            return
        self._said_titles = titles
        here = self.section
        self.sections.fill(titles)
        self.short_list.fill(titles, None)
        for key in [key for key in self._pages if key not in dict(titles)]:
            self._drop(key)
        if here and here not in dict(titles):
            self.show_section("people")

    def _drop(self, key: str) -> None:
        page = self._pages.pop(key)
        self.stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _say_states(self) -> None:
        self._list_sections()
        names = {
            "not_started": self.tr("Not started"),
            "in_progress": self.tr("In progress"),
            "done": self.tr("Done"),
        }
        asking = [(key, section) for key, section in self._listed() if section.blocks]
        for key, state in states(self.context.case, asking).items():
            if is_quiet(self.context, key):
                self.sections.say(key, self.tr("Not asked now"), state_icon("not_started"))
            else:
                self.sections.say(key, names[state], state_icon(state))
        for key, extra in self._extra.items():
            if extra.holds is None:
                self.sections.say(key, "", state_icon("not_started"))
                continue
            count = extra.open_items(self.context.case.assessment)
            text = self.tr("{count} open").format(count=count) if count else names["done"]
            self.sections.say(key, text, state_icon("in_progress" if count else "done"))

    # Help

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        widget: QWidget | None = new
        while widget is not None and widget is not self:
            if isinstance(widget, FieldEditor):
                self._show_help(self.section, widget)
                if not self._guided:
                    self._came_to(widget.place)
                return
            widget = widget.parentWidget()

    def _show_help(self, section: str, editor: FieldEditor | None) -> None:
        heading = next((title for key, title in self.titles() if key == section), "")
        section = section.partition(":")[0]
        if editor is None:
            self.help_panel.show_help(self.context.words, [section], heading)
        else:
            self._show_help_of(editor.owner, editor.spec.name, editor.title)

    def _show_help_of(self, owner: str, field: str, title: str) -> None:
        keys = [f"{owner}.{field}", *HELP_OF.get(owner, ()), self.section.partition(":")[0]]
        self.help_panel.show_help(self.context.words, keys, title)

    def _toggle_help(self) -> None:
        self._help_wanted = not self.help_panel.isVisible()
        self._fit()

    # Size and language

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._shown:
            self._shown = True
            self._resume_soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        self.context.reveals.hide_all()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_pages"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            # It comes once for each translator that goes or comes; one rebuilding is enough.
            self._reword_soon.start()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Give help and list their room, or take it when letters are large or the window small."""
        letter = self.fontMetrics().averageCharWidth()
        letters = self.width() / letter
        beside = self._help_wanted if self._help_wanted is not None else letters >= _HELP_FROM * 1.5
        self.help_panel.setVisible(beside)
        for page in self._pages.values():
            if isinstance(page, SectionPage):
                page.set_help_beside(beside)
        side = self.fontMetrics().ascent() + 4
        self.sections.setIconSize(QSize(side, side))
        self.sections.setVisible(letters >= _LIST_FROM)
        self.short_list.setVisible(letters < _LIST_FROM)
        self.sections.setMinimumWidth(letter * _LIST_WIDTH + 40)
        self.sections.setMaximumWidth(letter * _LIST_WIDTH * 2)
        self.help_panel.setMinimumWidth(letter * _HELP_WIDTH)
        self.help_panel.setMaximumWidth(letter * _HELP_WIDTH * 2)

    def _reword(self) -> None:
        self.context.words = _words("fr" if QLocale().language() == QLocale.Language.French else "en")
        self._rebuild()

    def _rebuild(self) -> None:
        """Make everything again: the words are new, or the case is. The item that was open is open again, in sight."""
        key = self.section
        item = self._open_item(key) if key in self._pages else ""
        for page in list(self._pages):
            self._drop(page)
        self.header.refresh()
        self._said_titles = []
        self._say_states()
        self.back.reword()
        self.show_section(key or SECTIONS[0].key)
        if item:
            self.show_place(item)

    def _say_failed(self, error: Exception) -> None:
        self._say(self.context.words.message(error))

    def _say(self, text: str, voice: str = "error") -> None:
        role(self.said, voice)
        self.said.setText(text)
        self.said.setVisible(bool(text))


def _words(lang: str) -> Wording:
    return wording("fr" if lang == "fr" else "en")
