"""The record of what was done with the case file, for whoever has to answer for it: filtered, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QWidget,
)

from hrd_desktop.gui.case_delegate import CaseDelegate, row_height
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.line_button import Sign
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.record_model import BESIDE, CASE, WHAT, WHEN, WHO, RecordModel, Wanted
from hrd_desktop.gui.tables import dress, least_width
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import GRID, icon
from hrd_desktop.services import record, record_words
from hrd_desktop.services.files import CaseFile

_PAUSE = 250  # ms after the last letter
_LETTERS = {WHEN: 25, WHO: 13, WHAT: 32, CASE: 18}
_FIVE_COLUMNS = 105  # letters of room that they need
_OTHER = -1
_ANY = ""


class RecordPage(QWidget):
    """At the top whether the record is whole; then what to look for; then the entries."""

    state_card: QFrame
    state_sign: Sign
    state: QLabel
    filters: FlowBox
    stack: QStackedWidget
    table: QTableView
    empty: QFrame
    empty_title: QLabel
    message: QLabel
    count: QLabel

    def __init__(
        self,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, own=[FlowBox, Sign])
        self._file = file
        self._tasks = tasks
        self._language = language
        self._on = now().date()
        self._found: record.State | None = None
        self._people: list[str] = []
        self._make_filters()
        self.model = RecordModel(file, tasks, language)
        self.model.setParent(self)
        self.model.counted.connect(self._counted)
        self.model.failed.connect(self._failed)
        self.table.setModel(self.model)
        dress(self.table, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setSectionResizeMode(BESIDE, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.case.textChanged.connect(lambda _: self._pause.start())
        self.case.returnPressed.connect(self._ask)
        for box in (self.action, self.by):
            box.currentIndexChanged.connect(self._ask)
        self.days.currentIndexChanged.connect(self._days_chosen)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._ask)
        self._two_lines = CaseDelegate(self.table)
        self.message.hide()
        self.setFocusProxy(self.case)
        self._retranslate()
        self._fit()
        # That somebody read it is part of the record as well, and seen at once.
        noted = partial(record.looked, file, "record_read", at=now())
        tasks.database(noted, done=self._prove, failed=self._failed, owner=self)
        tasks.database(record.people, file, done=self._show_people, failed=self._failed, owner=self)
        self._ask()

    def wanted(self) -> Wanted:
        """What is chosen above the table."""
        since, until = self._chosen_days()
        return Wanted(
            case=self.case.text().strip(),
            action=self.action.currentData() or None,
            by=self.by.currentData() or None,
            since=since,
            until=until,
        )

    def _make_filters(self) -> None:
        self.case = QLineEdit(self.filters)
        self.case.addAction(QAction(icon("search", "quiet"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self.case.setClearButtonEnabled(True)
        self.action, self.by, self.days = (QComboBox(self.filters) for _ in range(3))
        self.first, self.last = (QDateEdit(self.filters) for _ in range(2))
        for day in (self.first, self.last):
            day.setCalendarPopup(True)
            day.setDisplayFormat("yyyy-MM-dd")
            day.setDate(QDate(self._on.year, self._on.month, self._on.day))
            day.hide()
        for widget in (self.case, self.action, self.by, self.days, self.first, self.last):
            self.filters.flow.addWidget(widget)

    def _chosen_days(self) -> tuple[date | None, date | None]:
        back = self.days.currentData()
        if back is None:
            return None, None
        if back == _OTHER:
            first, last = (day.date() for day in (self.first, self.last))
            return date(first.year(), first.month(), first.day()), date(last.year(), last.month(), last.day())
        return self._on - timedelta(days=back), None

    def _days_chosen(self) -> None:
        for day in (self.first, self.last):
            day.setVisible(self.days.currentData() == _OTHER)
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        self.model.show(self.wanted())

    def _counted(self, count: int) -> None:
        self.message.hide()
        self.stack.setCurrentWidget(self.table if count > 0 else self.empty)
        if count < 0:
            self.empty_title.setText(self.tr("No single case is called so. Type its whole code or its alias."))
        else:
            self.empty_title.setText(self.tr("Nothing like this stands in the record."))
        words = self._language.words
        listed = words.of_record("counted", "listed", count=max(count, 0))
        self.count.setText(record_words.thousands(listed, count, words))
        self.count.setVisible(count > 0)

    def _prove(self, _noted: object) -> None:
        # Beside the database thread: going through a long record must keep nobody from saving.
        self._tasks.pool(record.state, self._file, done=self._show_state, failed=self._failed, owner=self)

    def _show_people(self, found: list[str]) -> None:
        self._people = found
        self._fill_people()

    def _show_state(self, found: record.State) -> None:
        self._found = found
        sound = found.broken is None
        self.state_sign.show_icon("tick" if sound else "stop", "clear" if sound else "stop")
        self.state.setText(record_words.standing(found, self._language.words))

    def _failed(self, error: object) -> None:
        self.message.setText(sentence(error, self._language.lang))
        self.message.show()

    # Words and sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window or large text: columns keep what they need."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Words follow the language, widths the text size."""
        super().changeEvent(event)
        if hasattr(self, "_pause"):
            if event.type() == QEvent.Type.LanguageChange:
                self._retranslate()
                self.model.retranslate()
                self._counted(self.model.rowCount())
            elif event.type() == QEvent.Type.FontChange:
                self._fit()

    def _retranslate(self) -> None:
        words = self._language.words
        for widget, name in (
            (self.case, self.tr("Case: code or alias")),
            (self.action, self.tr("What was done")),
            (self.by, self.tr("Who did it")),
            (self.days, self.tr("On which days")),
            (self.first, self.tr("From")),
            (self.last, self.tr("To")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self.case.setPlaceholderText(self.tr("Case: code or alias"))
        for day in (self.first, self.last):
            day.setDisplayFormat(f"'{day.accessibleName()}' yyyy-MM-dd")
        groups = [(words.of_record("group", group), group) for group in record.GROUPS]
        _fill(self.action, [(self.tr("Everything that was done"), _ANY), *groups])
        _fill(
            self.days,
            [
                (self.tr("Any day"), None),
                (self.tr("Today"), 0),
                (self.tr("The last 7 days"), 6),
                (self.tr("The last 30 days"), 29),
                (self.tr("The last 12 months"), 364),
                (self.tr("Other days"), _OTHER),
            ],
        )
        self._fill_people()
        if self._found is not None:
            self._show_state(self._found)
        else:
            self.state.setText(self.tr("Checking whether the record is whole…"))

    def _fill_people(self) -> None:
        _fill(self.by, [(self.tr("Everybody"), _ANY), *((by, by) for by in self._people)])

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        narrow = self.width() < _FIVE_COLUMNS * letter
        self.model.set_narrow(narrow)
        one_line = self.table.itemDelegate()
        for column, letters in _LETTERS.items():
            self.table.setColumnWidth(column, least_width(self.table, column, letters))
            self.table.setColumnHidden(column, narrow and column in (WHO, CASE))
            self.table.setItemDelegateForColumn(
                column, self._two_lines if narrow and column in (WHEN, WHAT) else one_line
            )
        self.table.setColumnHidden(BESIDE, narrow)
        head, stretch = self.table.horizontalHeader(), QHeaderView.ResizeMode.Stretch
        head.setSectionResizeMode(WHAT, stretch if narrow else QHeaderView.ResizeMode.Fixed)
        one = max(self.fontMetrics().height() + 2 * GRID, 5 * GRID)
        self.table.verticalHeader().setDefaultSectionSize(row_height(self.font()) if narrow else one)
        self.case.setMinimumWidth(24 * letter)


def _fill(box: QComboBox, choices: list[tuple[str, object]]) -> None:
    """Other words for the same choices; what is chosen stays chosen."""
    chosen = max(0, box.currentIndex())
    with QSignalBlocker(box):
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(min(chosen, box.count() - 1))
