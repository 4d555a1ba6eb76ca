"""Which cases: a list to tick in, with a search; those that are ticked stay on top."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import cases
from hrd_desktop.services.cases import CaseloadQuery, CaseloadRow
from hrd_desktop.services.files import CaseFile

_PAUSE = 120  # ms after the last letter
_MOST = 100  # rows; whoever looks for another types more letters
_LINES = 3
_Code = Qt.ItemDataRole.UserRole


class _List(QListWidget):
    """Asks for a few lines alone, and takes what room the window has."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class CasePicker(QWidget):
    """Ticks with the space bar; never a person's name, only what the caseload shows."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self.all_cases = 0
        self._chosen: dict[str, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.list = _List(self)
        self.list.itemChanged.connect(self._ticked)
        self.count = QLabel(self)
        role(self.count, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.search, self.list, self.count):
            column.addWidget(widget)
        text = self.tr("Search by name, alias or code")
        self.search.setPlaceholderText(text)
        self.search.setAccessibleName(text)
        self.list.setAccessibleName(self.tr("Cases"))
        self.setFocusProxy(self.list)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the ticked cases."""
        return tuple(self._chosen)

    @property
    def titles(self) -> tuple[str, ...]:
        """How the caseload calls them."""
        return tuple(self._chosen.values())

    def begin(self, desk: Desk, codes: Iterable[str] = ()) -> None:
        """Show the cases of a file, these ones ticked."""
        self._desk = desk
        self._chosen = {code: code for code in codes}
        line = self.fontMetrics().lineSpacing()
        self.list.setMinimumHeight(max(line * 2, 40) * _LINES)
        self._ask()

    def _ask(self) -> None:
        if self._desk is not None:
            self._desk.tasks.database(
                _rows, self._desk.file, self.search.text(), tuple(self._chosen), done=self._came,
                failed=self.failed.emit, owner=self,
            )  # fmt: skip

    def _came(self, answer: tuple[list[CaseloadRow], int]) -> None:
        rows, all_of_them = answer
        with QSignalBlocker(self.list):
            self.list.clear()
            for row in rows:
                item = QListWidgetItem(_title(row))
                item.setData(_Code, row.code)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                chosen = row.code in self._chosen
                item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
                self.list.addItem(item)
                if chosen:
                    self._chosen[row.code] = _title(row)
        self.list.setCurrentRow(0)
        self.all_cases = all_of_them
        self._counted()

    def _ticked(self, item: QListWidgetItem) -> None:
        code = str(item.data(_Code))
        if item.checkState() == Qt.CheckState.Checked:
            self._chosen[code] = item.text()
        else:
            self._chosen.pop(code, None)
        self._counted()

    def _counted(self) -> None:
        self.count.setText(
            self.tr("Chosen: {chosen} of {all} cases").format(chosen=len(self._chosen), all=self.all_cases)
        )
        self.changed.emit()


def _title(row: CaseloadRow) -> str:
    return f"{row.alias} · {row.code}" if row.alias else row.code


def _rows(file: CaseFile, text: str, chosen: tuple[str, ...]) -> tuple[list[CaseloadRow], int]:
    """The chosen cases, whatever is searched for, then those that the search finds; and how many there are at all."""
    found = {row.code: row for row in cases.list_cases(file, CaseloadQuery(text=text, order="changed"), 0, _MOST)}
    first = []
    for code in chosen:
        known = found.pop(code, None)
        named = [known] if known else cases.list_cases(file, CaseloadQuery(text=code), 0, _MOST)
        first += [row for row in named if row.code == code]
    return [*first, *found.values()], cases.count_cases(file, CaseloadQuery())
