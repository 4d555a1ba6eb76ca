"""Dates: day, month and year apart, so that what is not known can stay empty."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hrd_desktop.core.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from hrd_desktop.core.schema import FieldSpec, Kind
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.editors.line import Line
from hrd_desktop.gui.editors.text import cleaned
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.theme import role

_ARROW = 56  # px of a drop-down that are not text


class DateEditor(FieldEditor):
    """A date known to the year, the month or the day; for a full date all three are needed.

    It is saved as soon as what stands in the parts is a date. What is not one stays there with the reason below it, and
    the date on file stays as it was.
    """

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.day = self._part(self.tr("Day"), 2)
        self.month = QuietCombo(self)
        locale = QLocale(context.words.lang)
        months = [(str(m), f"{m} · {locale.standaloneMonthName(m)}") for m in range(1, 13)]
        self.month.fill(months, self.tr("Month"))
        self.month.ensurePolished()  # before that it measures in the letters of another style
        metrics = self.month.fontMetrics()
        longest = max(metrics.horizontalAdvance(label) for _, label in months)
        self.month.setFixedWidth(longest + 2 * metrics.averageCharWidth() + _ARROW)
        self.month.setAccessibleName(f"{self.title}: {self.tr('Month')}")
        self.year = self._part(self.tr("Year"), 4)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setAccessibleName(self.tr("Clear: {field}").format(field=self.title))
        role(self.clear, "quiet")
        self.meaning = QLabel(self)
        self.meaning.setWordWrap(True)
        role(self.meaning, "small")
        self.parts = FlowBox(self)
        for part in (self.day, self.month, self.year, self.clear):
            self.parts.flow.addWidget(part)
        self.finish(self.parts, self.day)
        self.day.setAccessibleName(f"{self.title}: {self.tr('Day')}")
        self.column.insertWidget(self.column.indexOf(self.error), self.meaning)
        self.month.chosen.connect(lambda _: self._take(final=False))
        self.clear.clicked.connect(self._clear)

    def _part(self, name: str, digits: int) -> Line:
        line = Line(self)
        line.setMaxLength(digits)
        line.setPlaceholderText(name)
        line.setAccessibleName(f"{self.title}: {name}")
        line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        line.ensurePolished()
        width = max(line.fontMetrics().horizontalAdvance(name), line.fontMetrics().horizontalAdvance("0" * digits))
        line.setFixedWidth(width + 40)
        line.textEdited.connect(lambda _: self._take(final=False))
        line.editingFinished.connect(lambda: self._take(final=True))
        return line

    def show_value(self, value: Any) -> None:
        shown = PartialDate.of(value) if isinstance(value, date) else value
        if shown is None and self._typed() != ("", "", ""):
            self._show_parts("", "", "")
        elif shown is not None and self._read() != shown:
            month, day = shown.month, shown.day
            self._show_parts(str(day or ""), str(month or ""), f"{shown.year:04d}")
        self._explain(shown)

    def focus_target(self) -> QWidget:
        return self.day

    def flush(self) -> None:
        self._take(final=True)

    def _show_parts(self, day: str, month: str, year: str) -> None:
        with QSignalBlocker(self.month):
            self.day.setText(day)
            self.month.show_code(month or None)
            self.year.setText(year)

    def _typed(self) -> tuple[str, str, str]:
        return cleaned(self.day.text()), self.month.currentData() or "", cleaned(self.year.text())

    def _read(self) -> PartialDate | None:
        """The date that stands in the parts; None if there is none, or it cannot be."""
        day, month, year = self._typed()
        if not year.isdecimal() or len(year) != 4 or (day and not day.isdecimal()):
            return None
        try:
            return PartialDate(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError:
            return None

    def _take(self, *, final: bool) -> None:
        """Save what stands in the parts; `final` when a part is left, and then say what is wrong with it."""
        typed = self._typed()
        read = self._read()
        if typed == ("", "", ""):
            kept = not self.commit(None)
        elif read is None or (self.spec.kind is Kind.FULL_DATE and not read.complete):
            # Half-typed is no mistake: nothing is said until the year is whole or the field is left.
            if len(typed[2]) == 4 or (final and not self._inside()):
                self.say(self._complaint(typed))
            return
        else:
            value = read.first if self.spec.kind is Kind.FULL_DATE else read
            kept = not self.commit(value, typing=not final)
        if not kept:
            self._explain(read)

    def _inside(self) -> bool:
        """Whether the keyboard is still in one of the parts."""
        focused = self.window().focusWidget()
        return focused in (self.day, self.month, self.year) and self.isVisible()

    def _complaint(self, typed: tuple[str, str, str]) -> str:
        day, month, year = typed
        if not year.isdecimal() or len(year) != 4:
            return self.tr("A year has four digits. Nothing was changed.")
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            text = self.tr("The year must be between {first} and {last}. Nothing was changed.")
            return text.format(first=FIRST_YEAR, last=LAST_YEAR)
        if day and not month:
            return self.tr("A day needs its month. Nothing was changed.")
        if self.spec.kind is Kind.FULL_DATE and self._read() is not None:
            return self.tr("Here the day, the month and the year are all needed. Nothing was changed.")
        return self.tr("There is no such day. Nothing was changed.")

    def _explain(self, shown: PartialDate | None) -> None:
        """Say what an incomplete date means, so that nobody takes it for a mistake."""
        text = ""
        if shown is not None and not shown.complete:
            text = self.tr("Any day of {period}").format(period=self.context.words.partial(shown))
        self.meaning.setText(text)
        self.meaning.setVisible(bool(text))

    def _clear(self) -> None:
        before = self._typed()
        self._show_parts("", "", "")
        if not self.commit(None):
            self._show_parts(*before)
        self._explain(self._read())
