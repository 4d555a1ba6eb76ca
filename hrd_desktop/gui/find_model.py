"""What was found, as a list: a line for each case, under it one for each place. More come as somebody scrolls."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import find
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.find import Found, Result

PAGE = 50
ResultRole = Qt.ItemDataRole.UserRole
"""The result of a line; None for the line of a case."""
Index = QModelIndex | QPersistentModelIndex


class FindModel(QAbstractListModel):
    """The places of one text. `look` asks for others; the old lines stay until the answer is in."""

    answered = Signal(int, bool)
    """So many places, and whether there are more than are counted."""
    failed = Signal(object)

    def __init__(self, file: CaseFile, tasks: Tasks, language: Language) -> None:
        super().__init__()
        self._file = file
        self._tasks = tasks
        self._language = language
        self._text = ""
        self._names = False
        self._lines: list[Result | tuple[str, str | None]] = []
        self._have = 0
        self._total = 0
        self._asked = 0
        self._waits = False

    def look(self, text: str, *, names: bool) -> None:
        """Look for other words, or the same with names shown or hidden."""
        self._text, self._names = text, names
        self._ask(0)

    def _ask(self, offset: int) -> None:
        self._asked += 1
        self._waits = True
        self._tasks.database(
            _look,
            self._file,
            (self._asked, self._text, offset, self._names),
            done=self._came,
            failed=self._refused,
            owner=self,
        )

    def _refused(self, error: object) -> None:
        self._waits = False
        self.failed.emit(error)

    def _came(self, answer: tuple[int, int, Found]) -> None:
        asked, offset, found = answer
        if asked != self._asked:
            return  # somebody has typed on
        self._waits = False
        if offset == 0:
            self.beginResetModel()
            self._lines = _lines(found, None)
        else:
            last = next((line for line in reversed(self._lines) if isinstance(line, Result)), None)
            new = _lines(found, last.case if last else None)
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(new) - 1)
            self._lines += new
        # What is not there any more leaves a gap, no shorter page.
        self._have = min(offset + PAGE, found.total)
        self._total = found.total
        if offset == 0:
            self.endResetModel()
            self.answered.emit(found.total, found.more)
        else:
            self.endInsertRows()

    def result(self, index: Index) -> Result | None:
        """What a line leads to; None for the line of a case."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Result) else None

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The lines that are here."""
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are places that are not here yet."""
        return not parent.isValid() and self._have < self._total and not self._waits

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next ones."""
        if self.canFetchMore(parent):
            self._ask(self._have)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The line of a case is a heading: nothing to choose."""
        if self.result(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The place in words; for who cannot see the line, its excerpt after it."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == ResultRole:
            return line if isinstance(line, Result) else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not isinstance(line, Result):
            code, alias = line
            return f"{alias}\n{code}" if alias else code
        where = find.where(line, self._language.words)
        said = self.said(line) if role == Qt.ItemDataRole.AccessibleTextRole else ""
        return f"{where}: {said}" if said else where

    def said(self, result: Result) -> str:
        """The second line of a place: the excerpt, or why there is none."""
        if result.sealed:
            return self.tr("Sealed: what is written here does not show in a list.")
        if result.is_name and not result.excerpt.text:
            return self.tr("In a name. Names are hidden.")
        return result.excerpt.text


def _lines(found: Found, last: str | None) -> list[Result | tuple[str, str | None]]:
    lines: list[Result | tuple[str, str | None]] = []
    for result in found.results:
        if result.case != last:
            lines.append((result.case, result.alias))
            last = result.case
        lines.append(result)
    return lines


def _look(file: CaseFile, asked: tuple[int, str, int, bool]) -> tuple[int, int, Found]:
    number, text, offset, names = asked
    return number, offset, find.find(file, text, offset, PAGE, names=names)
