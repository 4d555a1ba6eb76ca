"""Day, month and year beside each other, as a person types them; says nothing about what they mean."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.editors.line import Line
from hrd_desktop.gui.flow_layout import FlowBox

_ARROW = 56  # px of a drop-down that are not text
_DIGITS = QRegularExpression(r"\p{Nd}*")

Typed = tuple[str, str, str]
"""Day, month (its number) and year as they stand there; empty where nothing does."""


class DateParts(FlowBox):
    """Three controls in a line that breaks where the window ends; more may be added to `flow`."""

    edited = Signal()
    """A part has another text."""
    left = Signal()
    """The keyboard has left a part, or Return was pressed in it."""
    refused = Signal()
    """A letter was typed where only digits can stand."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.day = self._part(self.tr("Day"), 2)
        self.month = QuietCombo(self)
        self.month.setAccessibleName(f"{title}: {self.tr('Month')}")
        self.month.chosen.connect(lambda _: self.edited.emit())
        self.year = self._part(self.tr("Year"), 4)
        for part in (self.day, self.month, self.year):
            self.flow.addWidget(part)

    def offer_months(self, months: list[tuple[int, str]], *, numbered: bool) -> None:
        """Fill the list of months; the one that is chosen stays chosen by its number."""
        chosen = self.month.currentData()
        labels = [(str(number), f"{number} · {name}" if numbered else name) for number, name in months]
        self.month.fill(labels, self.tr("Month"))
        self.month.ensurePolished()  # before that it measures in the letters of another style
        metrics = self.month.fontMetrics()
        longest = max(metrics.horizontalAdvance(label) for _, label in labels)
        self.month.setFixedWidth(longest + 2 * metrics.averageCharWidth() + _ARROW)
        if chosen is not None and int(chosen) <= len(labels):
            with QSignalBlocker(self.month):
                self.month.show_code(chosen)

    @property
    def typed(self) -> Typed:
        """What stands in the parts."""
        return _bare(self.day.text()), self.month.currentData() or "", _bare(self.year.text())

    def set_typed(self, typed: Typed) -> None:
        """Show these parts, without a signal."""
        day, month, year = typed
        with QSignalBlocker(self.month):
            self.day.setText(day)
            self.month.show_code(month or None)
            self.year.setText(year)

    def read(self) -> PartialDate | None:
        """The Gregorian date that stands in the parts; None if there is none, or it cannot be."""
        day, month, year = self.typed
        if len(year) != 4:
            return None
        try:
            return PartialDate(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError:
            return None

    def show_date(self, shown: PartialDate | None) -> None:
        """Show a Gregorian date, leaving what is typed alone if it means the same."""
        if shown is None and self.typed != ("", "", ""):
            self.set_typed(("", "", ""))
        elif shown is not None and self.read() != shown:
            self.set_typed((str(shown.day or ""), str(shown.month or ""), f"{shown.year:04d}"))

    @property
    def holds_keyboard(self) -> bool:
        """Whether the keyboard is in one of the parts."""
        return self.window().focusWidget() in (self.day, self.month, self.year) and self.isVisible()

    def _part(self, name: str, digits: int) -> Line:
        line = Line(self)
        line.setMaxLength(digits)
        line.setPlaceholderText(name)
        line.setAccessibleName(f"{self._title}: {name}")
        line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        line.setValidator(QRegularExpressionValidator(_DIGITS, line))
        line.ensurePolished()
        width = max(line.fontMetrics().horizontalAdvance(name), line.fontMetrics().horizontalAdvance("0" * digits))
        line.setFixedWidth(width + 40)
        line.textEdited.connect(lambda _: self.edited.emit())
        line.editingFinished.connect(self.left)
        line.inputRejected.connect(lambda: self._refused(line))
        return line

    def _refused(self, line: Line) -> None:
        if len(line.text()) < line.maxLength():
            self.refused.emit()


def _bare(text: str) -> str:
    """The digits alone, in the figures of this program: people also type those of their own script."""
    return "".join(str(int(figure)) for figure in text if figure.isdecimal())
