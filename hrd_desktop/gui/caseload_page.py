"""All cases of the file: find one, open it, begin one, bring some in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import get_args

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from hrd_desktop.core.codes import Stage
from hrd_desktop.gui.case_delegate import CaseDelegate, row_height
from hrd_desktop.gui.caseload_model import CASE, CHANGED, DEADLINE, HEADLINE, PERSONS, STAGE, CaseloadModel
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.import_dialog import ImportDialog
from hrd_desktop.gui.judgement import HEADLINE_SIGN
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.new_case_dialog import NewCaseDialog
from hrd_desktop.gui.refresher import Refresher
from hrd_desktop.gui.tables import dress, least_width
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import icon
from hrd_desktop.services import cases
from hrd_desktop.services.cases import CaseloadQuery
from hrd_desktop.services.files import CaseFile

_PAUSE = 120  # ms after the last letter: long enough not to ask for each, too short to wait for
_NEWS = 1000  # ms between two looks at headlines that are being worked out
# Columns but the stretching one: their width, and how wide the page must be to show them; in letters.
_LETTERS = {CASE: (23, 0), STAGE: (24, 104), DEADLINE: (32, 84), PERSONS: (11, 72), CHANGED: (20, 140)}
_DUE: dict[str, tuple[int | None, int]] = {"overdue": (None, -1), "week": (0, 6), "month": (0, 30), "quarter": (0, 90)}
"""Choices of the filter of deadlines: from which day to which, counted from today."""


class CaseloadPage(QWidget):
    """The list, its search and filters, and what to do when it is empty."""

    chosen = Signal(str)
    """The code of the case to open."""
    hand_over_asked = Signal()

    heading: QLabel
    search: QLineEdit
    headline: QComboBox
    stage: QComboBox
    deadline: QComboBox
    new_button: QPushButton
    import_button: QPushButton
    stack: QStackedWidget
    table: QTableView
    empty: QFrame
    empty_title: QLabel
    empty_hint: QLabel
    message: QLabel
    count: QLabel
    closed_button: QPushButton
    hand_over_button: QPushButton

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
        self._wanted = ""
        self._with_closed = False
        self._closed = 0
        self._query = CaseloadQuery()
        self._unlisted: object = None
        self._told: object = None
        self.model = CaseloadModel(file, tasks, language)
        self.model.setParent(self)
        self.model.counted.connect(self._counted)
        self.model.failed.connect(self._not_listed)
        self._dress_table()
        glass = QAction(icon("search", "quiet"), "", self)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._open_chosen)
        for box in (self.headline, self.stage, self.deadline):
            box.currentIndexChanged.connect(lambda _: self._ask())
        self.table.activated.connect(self._activated)
        self.closed_button.clicked.connect(self._turn_closed)
        self.closed_button.hide()
        self.new_button.clicked.connect(self.new_case)
        self.import_button.clicked.connect(self.import_cases)
        self.hand_over_button.clicked.connect(self.hand_over_asked)
        self._show_news = QTimer(self, singleShot=True, interval=_NEWS)
        self._show_news.timeout.connect(self.model.update_rows)
        self._refresher = Refresher(file, tasks, now, self)
        self._refresher.news.connect(self._news)
        self._refresher.finished.connect(self.model.update_rows)
        self._refresher.failed.connect(self.tell)
        self.setFocusProxy(self.search)
        self._show_message()
        self._retranslate()
        self._ask()
        self._refresher.start()

    def new_case(self) -> None:
        """Begins a case and opens it."""
        code = NewCaseDialog.ask(self._file, self._tasks, self._language, self._now().date(), self)
        if code:
            self.refresh()
            self.chosen.emit(code)

    def import_cases(self) -> None:
        """Brings cases in from files."""
        codes = ImportDialog.ask(self._file, self._tasks, self._language, self._now().date(), self)
        if codes:
            self.refresh(select=codes[0])

    def tell(self, error: object) -> None:
        """Says why what was asked for cannot be; it stays until another case is chosen."""
        self._told = error
        self._show_message()

    def refresh(self, select: str = "") -> None:
        """Asks again and keeps the chosen case chosen, or chooses another."""
        self._wanted = select or self.selected()
        self._ask()
        self._refresher.start()

    def selected(self) -> str:
        """The code of the chosen case, or nothing."""
        index = self.table.currentIndex()
        return self.model.code(index.row()) if index.isValid() else ""

    def chosen_codes(self) -> tuple[str, ...]:
        """The codes of all chosen cases."""
        rows = self.table.selectionModel().selectedRows(CASE)
        return tuple(code for index in rows if (code := self.model.code(index.row())))

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        for column in (CASE, DEADLINE):
            self.table.setItemDelegateForColumn(column, CaseDelegate(self.table))
        titles = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        dress(self.table, titles, QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setSectionResizeMode(HEADLINE, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text or a small window: what matters least makes room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        room = self.width() / letter
        for column, (letters, least_room) in _LETTERS.items():
            self.table.setColumnWidth(column, least_width(self.table, column, letters))
            self.table.setColumnHidden(column, room < least_room)
        self.stage.setVisible(room >= _LETTERS[STAGE][1])
        self.deadline.setVisible(room >= _LETTERS[DEADLINE][1])
        self.table.setIconSize(QSize(letter, letter) * 2)
        self.table.verticalHeader().setDefaultSectionSize(row_height(self.font()))

    def _ask(self) -> None:
        self._pause.stop()
        headline, stage, due = (box.currentData() for box in (self.headline, self.stage, self.deadline))
        on = self._now().date()
        first, last = _DUE.get(due, (None, 0))
        query = CaseloadQuery(
            text=self.search.text(),
            headlines=(headline,) if headline else (),
            stages=(stage,) if stage else (),
            order="deadline" if due else "changed",
            on=on,
            due=(None if first is None else on + timedelta(first), on + timedelta(last)) if due else None,
            closed=self._with_closed,
        )
        self.model.show(query)
        self._query = query
        if stage or due:
            self._count_closed(query, 0)  # the one was asked for by name, the other have no closed case
        else:
            work = partial(cases.count_cases, self._file, replace(query, stages=("closed",)))
            self._tasks.database(work, done=partial(self._count_closed, query), failed=self._not_listed, owner=self)

    def _turn_closed(self) -> None:
        self._with_closed = not self._with_closed
        self._ask()

    def _count_closed(self, query: CaseloadQuery, count: int) -> None:
        if query is not self._query:
            return  # something else was asked meanwhile
        text = self.tr("Hide closed cases ({count})") if self._with_closed else self.tr("Show closed cases ({count})")
        self.closed_button.setText(text.format(count=count))
        self.closed_button.setVisible(bool(count))
        self._closed = count
        if self.stack.currentWidget() is self.empty and not self.model.rowCount():
            self._counted(0)

    def _counted(self, count: int) -> None:
        self._unlisted = None
        self._show_message()
        choices = (self.headline, self.stage, self.deadline)
        narrowed = bool(self.search.text() or any(box.currentData() for box in choices))
        self.stack.setCurrentWidget(self.table if count else self.empty)
        if narrowed:
            self.empty_title.setText(self.tr("No case matches."))
            self.empty_hint.setText(self.tr("Try fewer letters, or set the choices back to all."))
        elif self._closed:
            self.empty_title.setText(self.tr("Every case in this file is closed."))
            self.empty_hint.setText(self.tr("Begin one with “New case”, or show the closed ones."))
        else:
            self.empty_title.setText(self.tr("There is no case in this file yet."))
            self.empty_hint.setText(self.tr("Begin one with “New case”, or bring some in with “Import cases…”."))
        self.count.setText(self.tr("Cases shown: {count}").format(count=count))
        self.count.setVisible(bool(count))
        self.hand_over_button.setVisible(bool(count))
        if count:
            self._choose_row(count)

    def _choose_row(self, count: int) -> None:
        row = next((n for n in range(min(count, 100)) if self.model.code(n) == self._wanted), 0)
        self.table.setCurrentIndex(self.model.index(row, CASE))
        self._wanted = ""

    def _not_listed(self, error: object) -> None:
        self._unlisted = error
        self._show_message()

    def _show_message(self) -> None:
        errors = [error for error in (self._unlisted, self._told) if error is not None]
        self.message.setText("\n".join(sentence(error, self._language.lang) for error in errors))
        self.message.setVisible(bool(errors))

    def _news(self) -> None:
        if not self._show_news.isActive():
            self._show_news.start()

    def _activated(self, index: QModelIndex) -> None:
        code = self.model.code(index.row())
        if code:
            self._told = None
            self._show_message()
            self.chosen.emit(code)

    def _open_chosen(self) -> None:
        """Enter in the search opens the chosen case; letters still waiting are looked up first."""
        if self._pause.isActive():
            self._ask()
        elif self.table.currentIndex().isValid():
            self._activated(self.table.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the search; Down leads from it into the list."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing more is worked out for it."""
        self._refresher.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Labels follow the language, columns the text size."""
        super().changeEvent(event)
        if hasattr(self, "_wanted"):
            if event.type() == QEvent.Type.LanguageChange:
                self._retranslate()
                self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, CASE, CHANGED)
                self._counted(self.model.rowCount())
                self._count_closed(self._query, self._closed)
            elif event.type() == QEvent.Type.FontChange:
                self._fit()

    def _retranslate(self) -> None:
        words = self._language.words
        _fill(
            self.headline, self.tr("Whatever the file shows"), {c: words.result("headline", c) for c in HEADLINE_SIGN}
        )
        stages = get_args(get_args(Stage)[0])
        due = {
            "overdue": self.tr("Overdue"),
            "week": self.tr("Due this week"),
            "month": self.tr("Due within 30 days"),
            "quarter": self.tr("Due within 90 days"),
        }
        _fill(self.deadline, self.tr("Whatever is due"), due)
        _fill(self.stage, self.tr("At any stage"), {code: words.code("stage", code) for code in stages})
        self._fit()


def _fill(box: QComboBox, everything: str, choices: dict[str, str]) -> None:
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, None)
        for code, text in choices.items():
            box.addItem(text, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
