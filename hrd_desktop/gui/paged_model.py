"""A table that is only fetched where somebody looks.

The database answers by pages; the model keeps those it has and asks for one more when a row of it is painted. Searching
and filtering are new queries, never a filter over rows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Signal

from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services.files import CaseFile

Index = QModelIndex | QPersistentModelIndex
Query = TypeVar("Query")
Row = TypeVar("Row")
Read = Callable[[CaseFile, Query, int, int], list[Row]]
"""The rows of a query from an offset on, at most so many."""


class PagedModel(QAbstractTableModel, Generic[Query, Row]):
    """Rows of one query. Those of another are shown when their number and the first page are in."""

    counted = Signal(int)
    """The answer to the newest query is in: so many rows; -1 where the query says nothing that can be answered."""
    failed = Signal(object)

    def __init__(
        self,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        query: Query,
        read: Read[Query, Row],
        *,
        columns: int,
        page: int,
    ) -> None:
        super().__init__()
        self._file = file
        self._tasks = tasks
        self._language = language
        self.query = query
        self._read = read
        self._columns = columns
        self._page = page
        self._count = 0
        self._pages: dict[int, list[Row]] = {}
        self._asked: set[int] = set()
        self._generation = 0

    def row(self, row: int) -> Row | None:
        """What is known of a row; asks for its page if it is not here."""
        page, place = divmod(row, self._page)
        if page not in self._pages:
            if page not in self._asked:
                self._ask(page)
            return None
        rows = self._pages[page]
        return rows[place] if place < len(rows) else None

    def _ask(self, page: int) -> None:
        self._asked.add(page)
        self._tasks.database(
            _page, self._read, self._file, self.query, page, self._page, self._generation,
            done=self._came, failed=self.failed.emit, owner=self,
        )  # fmt: skip

    def _reset(self, count: int, rows: list[Row]) -> None:
        """The rows of another query, or of the same anew: how many, and those of the first page."""
        self.beginResetModel()
        self._count = max(count, 0)
        self._pages = {0: rows}
        self._asked = {0}
        self.endResetModel()
        self.counted.emit(count)

    def _came(self, answer: tuple[int, int, list[Row]]) -> None:
        generation, page, rows = answer
        if generation == self._generation:
            self._pages[page] = rows
            last = min((page + 1) * self._page, self._count) - 1
            self.dataChanged.emit(self.index(page * self._page, 0), self.index(last, self._columns - 1))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All rows that the query finds."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The same for every query."""
        return 0 if parent.isValid() else self._columns


def _page(
    read: Read[Query, Row], file: CaseFile, query: Query, page: int, size: int, generation: int
) -> tuple[int, int, list[Row]]:
    return generation, page, read(file, query, page * size, size)
