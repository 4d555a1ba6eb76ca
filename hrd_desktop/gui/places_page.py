"""The ledger of places: how many persons the cases take, by year of referral and partner, against what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QProgressBar, QTableWidget, QTableWidgetItem, QWidget

from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.refresher import Refresher
from hrd_desktop.gui.tables import dress, least_width
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import GRID
from hrd_desktop.services import places
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.places import CasePlaces, Count, Ledger

_AT_ONCE = 8  # cases assessed before the database is free again for the person
_LETTERS = (24, 11, 11, 10, 11, 11)  # least width of the columns, in letters


_NUMBER = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter  # digits under digits


@dataclass(frozen=True)
class _Row:
    """One line of the table: its first cell, the numbers behind it, whether it heads what follows."""

    title: str
    count: Count | None
    strong: bool = False


class PlacesPage(QWidget):
    """One quiet table; the limit of each year stands in its heading, in words where it is not known."""

    meaning: QLabel
    progress: QProgressBar
    message: QLabel
    table: QTableWidget
    remarks: QLabel

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
        self._on = now().date()
        self._codes: list[str] = []
        self._read: list[CasePlaces] = []
        self._found: Ledger | None = None
        self.setFocusProxy(self.table)
        dress(self.table, _NUMBER | Qt.TextFlag.TextWordWrap, QHeaderView.ResizeMode.Fixed)
        self.message.hide()
        self.table.hide()
        self.progress.setRange(0, 0)
        # Headlines are brought up to date a few at a time, then counted: saving an answer never waits for the ledger.
        self._refresher = Refresher(file, tasks, now, self, _AT_ONCE)
        self._refresher.finished.connect(self._list)
        self._refresher.failed.connect(self._failed)
        self._refresher.start()

    def _list(self) -> None:
        self._tasks.database(places.all_codes, self._file, done=self._begin, failed=self._failed, owner=self)

    def _begin(self, codes: list[str]) -> None:
        self._codes, self._read = codes, []
        self._next()

    def _next(self) -> None:
        start = len(self._read)
        self.progress.setRange(0, len(self._codes))
        self.progress.setValue(start)
        batch = self._codes[start : start + places.BATCH]
        if batch:
            self._tasks.database(
                places.read_places, self._file, self._on, batch, done=self._add, failed=self._failed, owner=self
            )
        else:
            self._counted(places.add_up(self._read, self._on))

    def _add(self, found: list[CasePlaces]) -> None:
        self._read += found
        self._next()

    def _failed(self, error: object) -> None:
        self.progress.hide()
        self.message.setText(sentence(error, self._language.lang))
        self.message.show()

    def _counted(self, found: Ledger) -> None:
        self._found = found
        self.progress.hide()
        self._show()

    def _show(self) -> None:
        if self._found is None:
            return
        rows = list(self._rows(self._found))
        self.table.setVisible(bool(rows))
        self.message.setVisible(not rows)
        self.message.setText(self.tr("There is no case to count yet."))
        titles = (
            self.tr("Year and partner"),
            self.tr("Referred"),
            self.tr("Planned"),
            self.tr("Cases"),
            self.tr("May come later"),
            self.tr("Linked cases"),
        )
        self.table.clear()
        self.table.clearSpans()
        self.table.setColumnCount(len(titles))
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setRowCount(len(rows))
        first = self.table.horizontalHeaderItem(0)
        if first is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for line, row in enumerate(rows):
            self._fill(line, row)
        self.remarks.setText("\n".join(self._remarks(self._found)))
        self._fit()

    def _rows(self, found: Ledger) -> Iterator[_Row]:
        words = self._language.words
        for year in found.years:
            if year.limit is None:
                limit = self.tr("{year}: how many places the stream has is not known").format(year=year.year)
            else:
                limit = self.tr("{year}: the whole stream has {limit} places").format(year=year.year, limit=year.limit)
            yield _Row(limit, None, strong=True)
            for count in year.partners:
                yield _Row(places.partner_name(count.partner, words), count)
            if len(year.partners) > 1:
                yield _Row(self.tr("Together, {year}").format(year=year.year), year.total, strong=True)
        if found.without_day.cases:
            yield _Row(self.tr("No referral day on file"), None, strong=True)
            yield _Row(self.tr("All partners"), found.without_day)

    def _fill(self, line: int, row: _Row) -> None:
        font = QFont(self.table.font())
        font.setBold(row.strong)
        count = row.count
        numbers = (
            () if count is None else (count.referred, count.planned, count.cases, count.possible_later, count.linked)
        )
        for column, text in enumerate((row.title, *map(str, numbers))):
            cell = QTableWidgetItem(text)
            cell.setFont(font)
            if column:
                cell.setTextAlignment(_NUMBER)
            cell.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(line, column, cell)
        if not numbers:
            self.table.setSpan(line, 0, 1, self.table.columnCount())

    def _remarks(self, found: Ledger) -> Iterator[str]:
        words = self._language.words
        yield self.tr(
            "Family who may come later and persons with a linked case: whether they take a place is not known."
        )
        if found.closed or found.diverted:
            yield words.text("places_left_out", closed=found.closed, diverted=found.diverted)
        yield from places.remarks(found, words)

    def _fit(self) -> None:
        """The table is as high as its rows: the page scrolls, not the table."""
        if not self.table.columnCount():
            return
        line = self.fontMetrics().height()
        header = self.table.horizontalHeader()
        header.setMinimumHeight(2 * line + GRID)  # titles of two words stand on two lines
        widths = [least_width(self.table, column, letters) for column, letters in enumerate(_LETTERS)]
        spare = max(0, self.table.viewport().width() - sum(widths))
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, width + (0 if column else spare))
        height = header.minimumHeight() + 2 * GRID
        self.table.resizeRowsToContents()
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, max(line + 2 * GRID, self.table.rowHeight(row)))
            height += self.table.rowHeight(row)
        if sum(widths) > self.table.viewport().width():
            height += self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(height)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing more is worked out for it."""
        self._refresher.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The first column takes the room that the numbers leave."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Words follow the language, columns the text size."""
        super().changeEvent(event)
        if hasattr(self, "_found"):
            if event.type() == QEvent.Type.LanguageChange:
                self._show()
            elif event.type() == QEvent.Type.FontChange:
                self._fit()
