"""The record as a table that is only fetched where somebody looks: the database answers by pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.paged_model import Index, PagedModel
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import cases, record, record_words
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.record import Entry

PAGE = 200
WHEN, WHO, WHAT, CASE, BESIDE = range(5)


@dataclass(frozen=True)
class Wanted:
    """What somebody chose above the table. `case` is a code or a word that says which case; empty: all."""

    case: str = ""
    action: str | None = None
    by: str | None = None
    since: date | None = None
    until: date | None = None


class RecordModel(PagedModel[record.Asked, Entry]):
    """Entries of one choice, the newest first. `show` makes another; its count is -1 where a word means no one case."""

    def __init__(self, file: CaseFile, tasks: Tasks, language: Language) -> None:
        super().__init__(file, tasks, language, record.asked(), _rows, columns=BESIDE + 1, page=PAGE)
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

    def retranslate(self) -> None:
        """Every text again, in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, WHEN, BESIDE)
        if self._count:
            self.dataChanged.emit(self.index(0, WHEN), self.index(self._count - 1, BESIDE))

    def _began(self, answer: tuple[int, int, record.Asked, list[Entry]]) -> None:
        generation, count, query, rows = answer
        if generation == self._generation:  # else somebody has chosen on
            self.query = query
            self._reset(count, rows)

    # What Qt asks

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
    return generation, record.count(file, query), query, _rows(file, query, 0, PAGE)


def _meant(file: CaseFile, word: str) -> str | None:
    """The one case that a code, an alias or the beginning of one names; None where that may be several."""
    if not word:
        return None
    found = cases.list_cases(file, cases.CaseloadQuery(text=word), 0, 20)
    exact = [row.code for row in found if word.casefold() in (row.code.casefold(), (row.alias or "").casefold())]
    if len(exact) == 1:
        return exact[0]
    return found[0].code if len(found) == 1 else None


def _rows(file: CaseFile, query: record.Asked, offset: int, limit: int) -> list[Entry]:
    return record.read(file, query, offset=offset, limit=limit)
