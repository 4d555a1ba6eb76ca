"""The first page of the day: what is late, what comes, what waits for an answer, and what was left alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.new_task_dialog import NewTaskDialog
from hrd_desktop.gui.refresher import Refresher
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import icon
from hrd_desktop.gui.today_group import TodayGroup
from hrd_desktop.services import cases, today
from hrd_desktop.services.cases import CaseloadQuery
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.today import GROUPS, Group, Line, Lines

_SECTIONS = {"lawyer": "section:review", "untouched": ""}
"""Kinds of lines that lead to a section of the case, or just into it, instead of a place."""

_NEWS = 1500  # ms between two looks at what is being worked out
_WIDEST = 110  # letters in a line


class TodayPage(QWidget):
    """Groups of lines; each leads to its place in the case, a task can be ticked here. Nothing leaves the window."""

    chosen = Signal(str, str)
    """The code of a case to open, and the place in it (empty: where it was left)."""
    begin_asked = Signal()
    """There is no case yet, and somebody wants to begin one."""
    ended_asked = Signal(str)
    """The code of a closed case that was to be kept until today or an earlier day."""
    saving = Signal()
    saved = Signal(object)
    failed = Signal(object)

    heading: QLabel
    day: QLabel
    add_button: QPushButton
    working: QLabel
    first: QLabel
    begin_button: QPushButton
    message: QLabel
    scroller: QScrollArea
    ground: QWidget
    groups: QVBoxLayout

    def __init__(
        self,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self)
        self._file = file
        self._tasks = tasks
        self._language = language
        self._now = now
        self._found: dict[Group, list[Lines]] = {}
        self._at = now()
        self._stale = self._ticks = 0
        self.by_group: dict[Group, TodayGroup] = {}
        for group in GROUPS:
            made = TodayGroup(group, self.ground)
            made.opened.connect(self._open)
            made.ticked.connect(self._tick)
            made.more_asked.connect(self._more)
            self.groups.addWidget(made)
            self.by_group[group] = made
        self.add_button.setIcon(icon("add"))
        self.add_button.clicked.connect(self.add_task)
        self.setFocusProxy(self.add_button)
        self.begin_button.clicked.connect(self.begin_asked)
        self.first.hide()
        self.begin_button.hide()
        self.working.hide()
        self.message.hide()
        self._show_news = QTimer(self, singleShot=True, interval=_NEWS)
        self._show_news.timeout.connect(self._ask)
        self._refresher = Refresher(file, tasks, now, self)
        self._refresher.news.connect(self._news)
        self._refresher.finished.connect(self._ask)
        self._refresher.failed.connect(self._tell)
        self._fit()
        self._ask()
        self._refresher.start()

    def add_task(self) -> None:
        """Asks for a new task of any case."""
        if NewTaskDialog.ask(self._file, self._tasks, self._language, self._now, self):
            self._saved(self._now())
            self._found.clear()
            self._ask()

    def _ask(self) -> None:
        """Reads every group again, one after the other, so that saving an answer never waits for all of them."""
        self._show_news.stop()
        self._at = self._now()
        self.day.setText(self._language.words.day(self._at.date()))
        for group in GROUPS:
            work = partial(_read, self._file, group, self._at)
            done = partial(self._came, self._ticks)
            self._tasks.database(work, done=done, failed=self._tell, owner=self)
        self._tasks.database(_any_case, self._file, done=self._show_first, failed=self._tell, owner=self)
        self._tasks.database(today.stale, self._file, self._at.date(), done=self._count, failed=self._tell, owner=self)

    def _show_first(self, any_case: bool) -> None:
        """Of a file without a case, how to begin instead of empty lists."""
        if any_case:
            return  # one that is begun later leads to a page made anew
        self.first.show()
        self.begin_button.show()
        for widget in (self.add_button, *self.by_group.values()):
            widget.hide()

    def _came(self, ticks: int, answer: tuple[Group, Lines]) -> None:
        group, found = answer
        if group in self._found and ticks != self._ticks:
            self._news()  # read before the last tick: it may tell of that line what is true no more
            return
        if group in self._found and (self._found[group][0] == found or self.by_group[group].ticks):
            return  # whoever reads there is left alone, and what was just ticked can be taken back
        self._found[group] = [found]
        self.by_group[group].fill(found, self._at.date(), self._language.words)
        # Its lines get their room now: making the next group takes long enough for them to be seen squeezed.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _more(self, group: Group, offset: int) -> None:
        work = partial(_read, self._file, group, self._at, offset)
        self._tasks.database(work, done=self._came_too, failed=self._tell, owner=self)

    def _came_too(self, answer: tuple[Group, Lines]) -> None:
        group, found = answer
        self._found[group].append(found)
        self.by_group[group].fill(found, self._at.date(), self._language.words, added=True)

    def _news(self) -> None:
        if not self._show_news.isActive():
            self._show_news.start()

    def _count(self, stale: int) -> None:
        self._stale = stale
        self._say_working()

    def _say_working(self) -> None:
        text = self.tr("Deadlines are being worked out; cases not looked at yet today: {count}")
        self.working.setText(text.format(count=self._stale))
        self.working.setVisible(self._stale > 0)

    def _open(self, line: Line) -> None:
        if line.kind == "ended":
            self.ended_asked.emit(line.case)
            return
        self.chosen.emit(line.case, _SECTIONS.get(line.kind, line.place))

    def _tick(self, line: Line, done: bool) -> None:
        self._ticks += 1
        now = self._now()
        self.saving.emit()
        work = partial(today.finish_task, self._file, line.case, line.place, now.date() if done else None, at=now)
        self._tasks.database(work, done=self._saved, failed=self._not_saved, owner=self)

    def _saved(self, at: datetime) -> None:
        self.saved.emit(at)

    def _not_saved(self, error: object) -> None:
        self.failed.emit(error)
        self._found.clear()
        self._ask()

    def _tell(self, error: object) -> None:
        self.message.setText(sentence(error, self._language.lang))
        self.message.show()

    def tell(self, error: object) -> None:
        """Says why a case cannot be opened."""
        self._tell(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing more is worked out for it."""
        self._refresher.stop()
        self._show_news.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Words follow the language, the width the text size."""
        super().changeEvent(event)
        if hasattr(self, "by_group"):
            if event.type() == QEvent.Type.LanguageChange:
                self._reword()
            elif event.type() == QEvent.Type.FontChange:
                self._fit()

    def _reword(self) -> None:
        self.day.setText(self._language.words.day(self._at.date()))
        self._say_working()
        for group, pages in self._found.items():
            for number, found in enumerate(pages):
                self.by_group[group].fill(found, self._at.date(), self._language.words, added=number > 0)

    def _fit(self) -> None:
        self.ground.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST)


def _any_case(file: CaseFile) -> bool:
    return cases.count_cases(file, CaseloadQuery()) > 0


def _read(file: CaseFile, group: Group, at: datetime, offset: int = 0) -> tuple[Group, Lines]:
    return group, today.lines(file, group, at, offset)
