"""The caseload as a table: searching and filtering are new queries, and only rows in sight are fetched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt

from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.judgement import HEADLINE_SIGN
from hrd_desktop.gui.paged_model import Index, PagedModel
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import icon
from hrd_desktop.gui.today_words import distance
from hrd_desktop.services import cases, handing
from hrd_desktop.services.cases import CaseloadQuery, CaseloadRow
from hrd_desktop.services.files import CaseFile

PAGE = 100
CASE, STAGE, HEADLINE, DEADLINE, PERSONS, CHANGED = range(6)
CodeRole = Qt.ItemDataRole.UserRole


class CaseloadModel(PagedModel[CaseloadQuery, CaseloadRow]):
    """Rows of one query. `show` starts another; `refresh` the same again."""

    def __init__(self, file: CaseFile, tasks: Tasks, language: Language) -> None:
        query = CaseloadQuery(order="changed")
        super().__init__(file, tasks, language, query, cases.list_cases, columns=CHANGED + 1, page=PAGE)
        self._away: Mapping[str, datetime] = {}

    def show(self, query: CaseloadQuery) -> None:
        """Asks for how many there are and for the first page; the old rows stay until both are in."""
        self.query = query
        self.refresh()

    def refresh(self) -> None:
        """The same query again, after something has changed."""
        self._generation += 1
        self._tasks.database(
            _begin, self._file, self.query, self._generation, done=self._began, failed=self.failed.emit, owner=self
        )

    def update_rows(self) -> None:
        """Fetches the pages at hand once more without moving anything: headlines have been worked out anew."""
        for page in list(self._pages):
            self._ask(page)

    def code(self, row: int) -> str:
        """The code of the case in a row; empty where it has not come in yet."""
        found = self.row(row)
        return found.code if found else ""

    def _began(self, answer: tuple[int, int, list[CaseloadRow], Mapping[str, datetime]]) -> None:
        generation, count, rows, away = answer
        if generation == self._generation:  # else somebody has typed on
            self._away = away
            self._reset(count, rows)

    # What Qt asks

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Case"),
                self.tr("Stage"),
                self.tr("What the file shows"),
                self.tr("Next deadline"),
                self.tr("Persons"),
                self.tr("Last change"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, icon of the headline, and the code under `CodeRole`."""
        found = self.row(index.row())
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(found, index.column())
        if role == CodeRole:
            return found.code
        if role == Qt.ItemDataRole.DecorationRole and index.column() == HEADLINE and found.headline:
            return icon(*HEADLINE_SIGN[found.headline])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._whole(found, index.column())
        return None

    def _text(self, row: CaseloadRow, column: int) -> str:
        words = self._language.words
        if column == CASE:
            return self._case(row)
        if column == STAGE:
            return words.code("stage", row.stage)
        if column == HEADLINE:
            return words.result("headline", row.headline) if row.headline else self.tr("Not worked out yet")
        if column == DEADLINE:
            return self._deadline(row)
        if column == PERSONS:
            return str(row.accompanying)
        return words.day(row.changed_at.astimezone().date())

    def _case(self, row: CaseloadRow) -> str:
        """How we call it; under it its code, and whether it is on the road as well."""
        under = [row.code] if row.alias else []
        if row.code in self._away:
            under.append(self.tr("travelling"))
        return "\n".join([row.alias or row.code, *([" · ".join(under)] if under else [])])

    def _whole(self, row: CaseloadRow, column: int) -> str:
        """What a cell says, in one line that is never cut."""
        text = self._text(row, column).replace("\n", ", ")
        since = self._away.get(row.code)
        if column != CASE or since is None:
            return text
        day = self._language.words.day(since.astimezone().date())
        return f"{text}. {self.tr('Travelling since {day}.').format(day=day)}"

    def _deadline(self, row: CaseloadRow) -> str:
        """The day and how far away it is; under it, what for."""
        if row.next_on is None or row.next_code is None or self.query.on is None:
            return ""
        words = self._language.words
        far = distance((row.next_on - self.query.on).days)
        return f"{words.day(row.next_on)}, {far}\n{words.deadline(row.next_code)}"


def _begin(
    file: CaseFile, query: CaseloadQuery, generation: int
) -> tuple[int, int, list[CaseloadRow], Mapping[str, datetime]]:
    away = {one.code: one.at for one in handing.travelling(file)}
    return generation, cases.count_cases(file, query), cases.list_cases(file, query, 0, PAGE), away
