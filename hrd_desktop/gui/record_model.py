"""The record as a table that is only fetched where somebody looks: the database answers by pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import cases, record, record_words
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.record import Entry

PAGE = 200
WHEN, WHO, WHAT, CASE, BESIDE = range(5)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Wanted:
    """What somebody chose above the table. `case` is a code or a word that says which case; empty: all."""

    case: str = ""
    action: str | None = None
    by: str | None = None
    since: date | None = None
    until: date | None = None


class RecordModel(QAbstractTableModel):
    """Entries of one choice, the newest first. `show` makes another."""

    counted = Signal(int)
    """The answer to the newest choice is in: so many entries; -1 where no single case is meant by the word."""
    failed = Signal(object)

    def __init__(self, file: CaseFile, tasks: Tasks, language: Language) -> None:
        super().__init__()
        self._file = file
        self._tasks = tasks
        self._language = language
        self._query = record.asked()
        self._count = 0
        self._pages: dict[int, list[Entry]] = {}
        self._asked: set[int] = set()
        self._generation = 0
        self._narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Where there is no room for five columns, the first line of two says when and what, the second the rest."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.retranslate()

    def show(self, wanted: Wanted) -> None:
        """Asks for how many there are and for the first page; the old rows stay until both are in."""
        self._generation += 1
        self._tasks.database(
            _begin, self._file, wanted, self._generation, done=self._began, failed=self.failed.emit, owner=self
        )

    def row(self, row: int) -> Entry | None:
        """What is known of a row; asks for its page if it is not here."""
        page, place = divmod(row, PAGE)
        if page not in self._pages:
            if page not in self._asked:
                self._asked.add(page)
                self._tasks.database(
                    _page, self._file, self._query, page, self._generation,
                    done=self._came, failed=self.failed.emit, owner=self,
                )  # fmt: skip
            return None
        rows = self._pages[page]
        return rows[place] if place < len(rows) else None

    def retranslate(self) -> None:
        """Every text again, in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, WHEN, BESIDE)
        if self._count:
            self.dataChanged.emit(self.index(0, WHEN), self.index(self._count - 1, BESIDE))

    def _began(self, answer: tuple[int, int, record.Asked, list[Entry]]) -> None:
        generation, count, query, rows = answer
        if generation != self._generation:
            return  # somebody has chosen on
        self.beginResetModel()
        self._query = query
        self._count = max(count, 0)
        self._pages = {0: rows}
        self._asked = {0}
        self.endResetModel()
        self.counted.emit(count)

    def _came(self, answer: tuple[int, int, list[Entry]]) -> None:
        generation, page, rows = answer
        if generation == self._generation:
            self._pages[page] = rows
            last = min((page + 1) * PAGE, self._count) - 1
            self.dataChanged.emit(self.index(page * PAGE, WHEN), self.index(last, BESIDE))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All entries of the choice."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """When, who, what, which case, and what else is known of it."""
        return 0 if parent.isValid() else BESIDE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            titles = self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Case"), self.tr("More about it")
            return titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of an entry; whole as a hint where a column is too narrow for them."""
        if role not in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole,
        ):  # fmt: skip
            return None
        found = self.row(index.row())
        if found is None:
            return None
        text = self._text(found, index.column())
        return text if role == Qt.ItemDataRole.DisplayRole else text.replace("\n", ", ")

    def _text(self, entry: Entry, column: int) -> str:
        words = self._language.words
        say = (record_words.when, record_words.who, record_words.what, record_words.whom, record_words.beside)
        if not self._narrow or column not in (WHEN, WHAT):
            return say[column](entry, words)
        below = (WHO,) if column == WHEN else (CASE, BESIDE)
        second = " · ".join(text for other in below if (text := say[other](entry, words)))
        return "\n".join(text for text in (say[column](entry, words), second) if text)


def _begin(file: CaseFile, wanted: Wanted, generation: int) -> tuple[int, int, record.Asked, list[Entry]]:
    code = _meant(file, wanted.case)
    query = record.asked(case=code, action=wanted.action, since=wanted.since, until=wanted.until, by=wanted.by)
    if wanted.case and code is None:
        return generation, -1, query, []
    return generation, record.count(file, query), query, record.read(file, query, limit=PAGE)


def _meant(file: CaseFile, word: str) -> str | None:
    """The one case that a code, an alias or the beginning of one names; None where that may be several."""
    if not word:
        return None
    found = cases.list_cases(file, cases.CaseloadQuery(text=word), 0, 20)
    exact = [row.code for row in found if word.casefold() in (row.code.casefold(), (row.alias or "").casefold())]
    if len(exact) == 1:
        return exact[0]
    return found[0].code if len(found) == 1 else None


def _page(file: CaseFile, query: record.Asked, page: int, generation: int) -> tuple[int, int, list[Entry]]:
    return generation, page, record.read(file, query, offset=page * PAGE, limit=PAGE)
