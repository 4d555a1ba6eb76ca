"""What a date editor says: what a date means, and why what is typed is none."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hrd_desktop.core.codes import Calendar
from hrd_desktop.core.dates import FIRST_YEAR, LAST_YEAR, DateInfo, PartialDate, span_of
from hrd_desktop.gui.editors.date_parts import Typed
from hrd_desktop.wording import Wording
from hrd_desktop.wording.calendars import COMPUTED, said_of


class DateWords(QObject):
    """Sentences in the language of the window."""

    def __init__(self, words: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def meaning(self, date: PartialDate | None, info: DateInfo | None, calendar: Calendar) -> str:
        """The days that a date on file stands for; empty for a plain day."""
        span = span_of(date, info)
        told = info.original if info is not None and info.original else ""
        computed = said_of(date, info) if calendar in COMPUTED else None
        if span is None:
            return self.tr("Kept as it was said: “{original}”.").format(original=told) if told else ""
        if calendar == "gregorian" and (info is None or info.earliest is None):
            text = (
                self.tr("Any day of {period}").format(period=self._words.partial(date)) if date and not date.day else ""
            )
        elif span.exact:
            text = self.tr("{day} in the Gregorian calendar.").format(day=self._words.day(span.first))
        else:
            text = self.tr("Any day from {first} to {last} in the Gregorian calendar.").format(
                first=self._words.day(span.first), last=self._words.day(span.last)
            )
        if calendar == "hijri":
            text += " " + self._sighting(month_known=computed is not None and computed.month is not None)
        if told and (calendar == "gregorian" or (calendar in COMPUTED and computed is None)):
            text += " " + self.tr("Written as “{original}”.").format(original=told)
        if info is not None and info.estimated:
            text += " " + self.tr("Estimated.")
        return text.strip()

    def _sighting(self, *, month_known: bool) -> str:
        if month_known:
            return self.tr("The moon may have been sighted a day earlier or later: a day on each side is counted in.")
        return self.tr("By the table; where the moon was sighted, a month may begin a day earlier or later.")

    def digits_only(self) -> str:
        return self.tr("Only digits can stand here.")

    def not_come_yet(self) -> str:
        return self.tr("This day has not come yet. Nothing was changed.")

    def range_needed(self) -> str:
        return self.tr("The days are not complete: a year is enough, a day needs its month. Nothing was changed.")

    def wrong_way_round(self) -> str:
        return self.tr("The first possible day is later than the last. Nothing was changed.")

    def complaint(self, typed: Typed, *, full: bool) -> str:
        """Why the parts are no Gregorian date, or not a complete one where `full` is needed."""
        day, month, year = typed
        if len(year) != 4:
            return self.tr("A year has four digits. Nothing was changed.")
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            text = self.tr("The year must be between {first} and {last}. Nothing was changed.")
            return text.format(first=FIRST_YEAR, last=LAST_YEAR)
        if day and not month:
            return self.tr("A day needs its month. Nothing was changed.")
        if full and not (day and month):
            return self.tr("Here the day, the month and the year are all needed. Nothing was changed.")
        return self.tr("There is no such day. Nothing was changed.")

    def no_such(self, why: str, calendar: Calendar) -> str:
        """Why the parts are no date of another calendar."""
        name = self._words.code("calendar", calendar)
        if why == "needs_month":
            return self.tr("A day needs its month. Nothing was changed.")
        if why == "month":
            return self.tr("That year has no such month in this calendar: {calendar}. Nothing was changed.").format(
                calendar=name
            )
        if why == "day":
            return self.tr("There is no such day in this calendar: {calendar}. Nothing was changed.").format(
                calendar=name
            )
        return self.tr("Type the year as it is counted in this calendar: {calendar}. Nothing was changed.").format(
            calendar=name
        )
