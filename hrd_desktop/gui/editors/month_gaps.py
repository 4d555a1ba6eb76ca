"""Tables that must be whole month by month: their gaps and overlaps as the case stands, a gap as a line to press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrd_desktop.core.background import Address, History
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.gaps import Row, gaps, month, month_number, overlaps
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.errors import NoPackForDate
from hrd_desktop.gui.line_button import LineButton, Sign
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services.timeline import asked_months
from hrd_desktop.wording import Wording
from hrd_desktop.wording.timeline import gap_text, stretch_text


@dataclass(frozen=True)
class _Told:
    """A row as far as months go, recorded or only begun."""

    id: str
    start: PartialDate
    start_info: DateInfo | None
    end: PartialDate | None
    end_info: DateInfo | None
    ongoing: bool | None


def is_month_table(spec: FieldSpec) -> bool:
    """Whether a list is one of those that IMM 5669 asks for month by month."""
    return spec.many and spec.target in (Address, History)


class MonthTable:
    """One such list of one person."""

    def __init__(self, case: OpenCase, place: str) -> None:
        self._case = case
        self._place = place

    def told(self) -> list[Row]:
        """The rows that have a start, those begun among them."""
        value = self._case.value
        return [
            _Told(key, start, *(value(f"{key}.{name}") for name in ("start_info", "end", "end_info", "ongoing")))
            for key in self._case.rows(self._place)
            if (start := value(f"{key}.start")) is not None
        ]

    def gaps(self) -> list[range]:
        """The months that are asked for and that no row tells of."""
        try:
            asked = asked_months(self._case.case, self._case.today)
        except NoPackForDate:  # the clock stands before the first rules: nobody knows what they would ask
            return []
        return gaps(self.told(), asked.get(self._place.partition(".")[0], range(0)))

    def overlaps(self, words: Wording) -> list[str]:
        """Where rows surely stand at once, in words."""
        return [stretch_text("overlap", one.days, words) for one in overlaps(self.told(), self._case.today)]

    def filling(self, months: range) -> dict[str, Any]:
        """What a row begins with that is to fill a gap; of an empty table only the first month is taken for known."""
        given: dict[str, Any] = {"start": month(months[0])}
        if self._case.rows(self._place):
            today = month_number(self._case.today)
            given |= {"ongoing": True} if months[-1] == today else {"end": month(months[-1])}
        return given


class GapLine(LineButton):
    """Months to fill: what is missing, and what pressing it does."""

    fill_asked = Signal(object)
    """The months, a range of `core.gaps`."""

    def __init__(self, months: range, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "gap")
        self.months = months
        text = gap_text(months, words)
        sign = Sign(self)
        sign.show_icon("attention", "attention")
        said, does = self.label("attention"), self.label("small")
        said.setText(text)
        does.setText(self.tr("Add what happened"))
        lines = QVBoxLayout()
        lines.setSpacing(GRID // 2)
        lines.addWidget(said)
        lines.addWidget(does)
        self.line.addWidget(sign)
        self.line.addLayout(lines, 1)
        self.setAccessibleName(text)
        self.setAccessibleDescription(does.text())
        self.clicked.connect(lambda: self.fill_asked.emit(self.months))
