"""The page of one case: header, task list of sections, the section, and the help beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QStackedWidget, QWidget

from hrd_desktop.core.sections import SECTIONS
from hrd_desktop.gui.ask_dialog import AskDialog
from hrd_desktop.gui.back_link import BackLink
from hrd_desktop.gui.bookmark import BookmarkKeeper
from hrd_desktop.gui.case_header import CaseHeader
from hrd_desktop.gui.case_help import CaseHelp
from hrd_desktop.gui.case_pages import CasePages
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
from hrd_desktop.gui.section_list import SectionList
from hrd_desktop.gui.section_page import SectionPage
from hrd_desktop.gui.task_pane import TaskPane
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.gui.trail import section_of, trail_of
from hrd_desktop.wording import Wording, wording


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
        self.pages = CasePages(self.context, self.stack, self._extra, self)
        self._listing = TaskPane(self.context, self.sections, self.short_list, self._extra, self)
        self._place = ""
        self._shown = False
        self._guided = bool(open_case.bookmark and open_case.bookmark.guided)
        self._bookmark = BookmarkKeeper(open_case, tasks, lambda: (self.section, self._place, self._guided), self)
        self._resume_soon = QTimer(self, singleShot=True, interval=0)
        self._resume_soon.timeout.connect(self._resume)
        self.field_menu = FieldMenu(self.context, self)
        self._help = CaseHelp(self.context, self.help_panel)
        self._reword_soon = QTimer(self, singleShot=True, interval=0)
        self._reword_soon.timeout.connect(self._reword)
        self.header.show_case(self.context)
        self.header.packet_asked.connect(self.show_packet)
        self.header.history_asked.connect(self.show_history)
        self.header.ask_asked.connect(self.print_questions)
        self.header.help.clicked.connect(self._toggle_help)
        self.help_panel.close_help.clicked.connect(self._toggle_help)
        self.back.asked.connect(self._go_back)
        self.said.setContentsMargins(3 * GRID, GRID, 3 * GRID, 0)
        self.said.hide()
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.setFocusProxy(self.sections)
        self._listen(open_case)
        self._listing.refresh()
        self._begin()

    def _listen(self, open_case: OpenCase) -> None:
        self.pages.lifted.connect(self._listing.refresh)
        self.pages.mode_chosen.connect(self.set_guided)
        self.pages.asking.connect(self._asks)
        self.pages.finished.connect(self._next_section)
        self.pages.way_back.connect(self.back.go)
        self.pages.followed.connect(self._follow)
        self.pages.packet_asked.connect(self.show_packet)
        self.pages.ask_sheet_asked.connect(self.print_questions)
        self._listing.chosen.connect(self._choose_section)
        self._listing.relisted.connect(self._relisted)
        self.context.said.connect(self._say)
        self.context.lead_to.connect(self.show_place)
        self.context.appeared.connect(self.pages.bring_into_view)
        open_case.reloaded.connect(self._rebuild)
        open_case.failed.connect(self._say_failed)
        keys = QKeySequence.StandardKey
        for key, slot in ((keys.Undo, open_case.undo), (keys.Redo, open_case.redo)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # Going places

    def _begin(self) -> None:
        """Go where the work stopped, or to the beginning; to the field itself once the page is on the screen."""
        mark = self.context.case.bookmark
        if mark is not None and mark.section in self._listing.titles():
            self.show_section(mark.section)
        else:
            self.show_section(SECTIONS[0].key)

    def _resume(self) -> None:
        mark = self.context.case.bookmark
        if mark is not None and mark.place and mark.section == self.section:
            self.show_place(mark.place)

    def show_section(self, key: str) -> None:
        """Open a section by its key."""
        heading = self._listing.titles().get(key, "")
        page = self.pages.page(key, heading, guided=self._guided, later=not self._shown) if heading else None
        if page is None:
            return
        self.flush()
        if page is not self.pages.shown:
            self.context.reveals.hide_all()
        if isinstance(page, SectionPage) and page.switch.guided != self._guided:
            page.set_guided(self._guided)
        self.stack.setCurrentWidget(page)
        self._listing.choose(key)
        self._help.of_section(key, heading)
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
        if found.section.per_adult:
            self._listing.ask_also(found.page)
        self.show_section(found.page)
        if (page := self.pages.asking_now) is not None:
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
        return self._listing.key

    def flush(self) -> None:
        """Save what is typed and still waits for a pause; to be called before the page goes away."""
        if (page := self.pages.asking_now) is not None:
            page.flush()
        self._bookmark.keep()

    def _show_item(self, item: str, person: str | None = None) -> None:
        found = [one for one in self.context.case.assessment.items if (one.id, one.person) == (item, person)]
        for key, extra in self._extra.items():
            if found and extra.holds is not None and extra.holds(found[0]):
                self.show_section(key)
                self.pages.inner(key).show_item(item, person)

    def _choose_section(self, key: str) -> None:
        self.back.forget()
        self._say("")
        self.show_section(key)

    def _follow(self, key: str, place: str) -> None:
        """Go where a judging page points to, and offer the way back."""
        item = self.pages.open_item(key)
        self.show_place(place)
        self.back.remember(key, item, partial(self._named, key, item))

    def _named(self, key: str, item: str) -> str:
        """What a section, or an item in it, is called."""
        if not item:
            return self._listing.titles()[key]
        _, item_id, *person = item.split(":")
        title = title_of(self.context, item_id)
        return f"{title} · {self.context.row_label(person[0])}" if person else title

    def _go_back(self, section: str, item: str) -> None:
        self.show_section(section)
        self.show_place(item)

    # One question at a time

    def set_guided(self, on: bool) -> None:
        """Ask one question at a time from here on, or show them all; the question stays the same."""
        self._guided = on
        page, place = self.pages.asking_now, self._place
        if page is not None:
            page.set_guided(on)
            way = section_of(trail_of(self.context.case, place), self.context.case) if place else None
            if way is not None and way.page == self.section:
                page.reveal(way)
            elif page.guided is not None and on:
                self._asks(page.guided.place)
                page.guided.focus_question()
        self._bookmark.moved()

    def _next_section(self) -> None:
        keys = [key for key, _ in self._listing.asking()]
        at = keys.index(self.section) + 1 if self.section in keys else 0
        self._choose_section(keys[at % len(keys)])
        page = self.pages.asking_now
        if page is not None and page.guided is not None:
            page.guided.focus_question()

    def _asks(self, place: str) -> None:
        """A question is asked now: its help stands beside it, whatever part of it has the keyboard."""
        self._came_to(place)
        if place:
            self._help.of_place(self.section, place)

    def _came_to(self, place: str) -> None:
        self._place = place
        self._bookmark.moved()

    # The task list

    def titles(self) -> list[tuple[str, str]]:
        """Every page of the task list as (key, title), in order."""
        return list(self._listing.titles().items())

    def _relisted(self, here: str) -> None:
        """A page whose person is gone goes too."""
        titles = self._listing.titles()
        self.pages.keep_only(titles)
        if here and here not in titles:
            self.show_section("people")

    # Help

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        widget: QWidget | None = new
        while widget is not None and widget is not self:
            if isinstance(widget, FieldEditor):
                self._help.of_editor(self.section, widget)
                if not self._guided:
                    self._came_to(widget.place)
                return
            widget = widget.parentWidget()

    def _toggle_help(self) -> None:
        self._help.turn()
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
        if not hasattr(self, "pages"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            # It comes once for each translator that goes or comes; one rebuilding is enough.
            self._reword_soon.start()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Give help and list their room, or take it when letters are large or the window small."""
        letters = self.width() / self.fontMetrics().averageCharWidth()
        self.pages.set_help_beside(self._help.fit(letters))
        self._listing.fit(letters)

    def _reword(self) -> None:
        self.context.words = _words("fr" if QLocale().language() == QLocale.Language.French else "en")
        self._rebuild()

    def _rebuild(self) -> None:
        """Make everything again: the words are new, or the case is. The item that was open is open again, in sight."""
        key = self.section
        item = self.pages.open_item(key)
        self.pages.keep_only({})
        self.header.refresh()
        self._listing.reword()
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
