"""The task list of a case in its two shapes: a list beside the section, one line above it where there is no room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Signal

from hrd_desktop.core.sections import Section
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.extra_sections import ExtraSection
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.quiet_section import is_quiet
from hrd_desktop.gui.section_list import SectionList, state_icon, view_icon
from hrd_desktop.gui.section_state import states
from hrd_desktop.gui.task_list import listed, title

_LIST_FROM, _WIDTH = 44, 22  # letters: a window from which the list has room, and how wide the list then is


class TaskPane(QObject):
    """Keeps both shapes of the list saying what there is to do."""

    chosen = Signal(str)
    """Somebody goes to the page with this key."""
    relisted = Signal(str)
    """Other pages are listed than before; carries the key of the page that was chosen."""

    def __init__(
        self,
        context: FieldContext,
        sections: SectionList,
        short: QuietCombo,
        extra: Mapping[str, ExtraSection],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._sections = sections
        self._short = short
        self._extra = extra
        self._also: set[str] = set()
        self._said: list[tuple[str, str]] = []
        sections.chosen.connect(self.chosen)
        short.chosen.connect(self._picked)
        context.names_shown.connect(self.refresh)
        context.case.assessed.connect(self.refresh)

    def _picked(self, key: str) -> None:
        self.chosen.emit(key)

    @property
    def key(self) -> str:
        """The key of the page that is chosen."""
        return self._sections.key()

    def choose(self, key: str) -> None:
        """Show which page is open."""
        self._sections.choose(key)
        self._short.show_code(key)

    def titles(self) -> dict[str, str]:
        """Every page as key and title, in order; those of adults once for each."""
        return {key: title(self._context, key, section) for key, section in self._listed()}

    def asking(self) -> list[tuple[str, Section]]:
        """The pages that ask something, in order."""
        return [(key, section) for key, section in self._listed() if section.blocks]

    def _listed(self) -> list[tuple[str, Section]]:
        return listed(self._context, self._extra, self._also)

    def ask_also(self, key: str) -> None:
        """List the page of a person to whom a link leads although they are not asked."""
        if key not in self.titles():
            self._also.add(key)
            self.refresh()

    def reword(self) -> None:
        """Say everything again, in other words."""
        self._said = []
        self.refresh()

    def refresh(self) -> None:
        """List the pages that there are now, each with what there is to do."""
        self._list()
        names = {
            "not_started": self.tr("Not started"),
            "in_progress": self.tr("In progress"),
            "done": self.tr("Done"),
        }
        for key, state in states(self._context.case, self.asking()).items():
            if is_quiet(self._context, key):
                self._sections.say(key, self.tr("Not asked now"), state_icon("not_started"))
            else:
                self._sections.say(key, names[state], state_icon(state))
        for key, extra in self._extra.items():
            if extra.holds is None:
                self._sections.say(key, "", view_icon(key))
                continue
            count = extra.open_items(self._context.case.assessment)
            text = self.tr("{count} open").format(count=count) if count else names["done"]
            self._sections.say(key, text, state_icon("in_progress" if count else "done"))

    def _list(self) -> None:
        titles = list(self.titles().items())
        if titles == self._said:
            return
        self._said = titles
        here = self.key
        self._sections.fill(titles)
        self._short.fill(titles, None)
        if self.key:
            self._short.show_code(self.key)
        self.relisted.emit(here)

    def fit(self, letters: float) -> None:
        """Take the shape for which a window of so many letters has room."""
        metrics = self._sections.fontMetrics()
        side, letter = metrics.ascent() + 4, metrics.averageCharWidth()
        self._sections.setIconSize(QSize(side, side))
        self._sections.setVisible(letters >= _LIST_FROM)
        self._short.setVisible(letters < _LIST_FROM)
        self._sections.setMinimumWidth(letter * _WIDTH + 40)
        self._sections.setMaximumWidth(letter * _WIDTH * 2)
