"""Dates: day, month and year apart, so that what is not known can stay empty; in the calendar that people use."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hrd_desktop.core.codes import Calendar
from hrd_desktop.core.dates import DateInfo, PartialDate, span_of
from hrd_desktop.core.schema import FieldSpec, Kind, field_of
from hrd_desktop.core.stories import after_edit, in_the_future, retold, short_of
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.editors.date_by_hand import DateByHand
from hrd_desktop.gui.editors.date_parts import DateParts, Typed
from hrd_desktop.gui.editors.date_words import DateWords
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import role
from hrd_desktop.wording.calendars import BY_HAND, COMPUTED, NotADate, Said, months, numbered, recorded, said_of

_EMPTY: Typed = ("", "", "")


class DateEditor(FieldEditor):
    """A date known to the year, the month or the day; for a full date all three are needed.

    It is saved as soon as what stands in the parts is a date. What is not one stays there with the reason below it, and
    the date on file stays as it was. A date that keeps its story may be typed in another calendar: the Gregorian days,
    the calendar and the wording are then written in one step.
    """

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.story = context.story_of(place) if spec.kind is Kind.PARTIAL_DATE else None
        self.calendar: Calendar = "gregorian"
        self.words = DateWords(context.words, self)
        self._leaving = False
        self.parts = DateParts(self.title, self)
        self.day, self.month, self.year = self.parts.day, self.parts.month, self.parts.year
        self.parts.offer_months(months("gregorian", context.words.lang), numbered=True)
        self.choice: QuietCombo | None = self._calendar_choice() if self.story is not None else None
        self.by_hand: DateByHand | None = None
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setAccessibleName(self.tr("Clear: {field}").format(field=self.title))
        role(self.clear, "quiet")
        self.parts.flow.addWidget(self.clear)
        self.meaning = QLabel(self)
        self.meaning.setWordWrap(True)
        role(self.meaning, "small")
        self.finish(self.parts, self.day)
        self.day.setAccessibleName(f"{self.title}: {self.tr('Day')}")
        self.column.insertWidget(self.column.indexOf(self.error), self.meaning)
        self.parts.edited.connect(lambda: self._take(final=False))
        self.parts.left.connect(lambda: self._take(final=True))
        self.parts.refused.connect(lambda: self.say(self.words.digits_only()))
        self.clear.clicked.connect(self._clear)
        if self.story is not None:
            told = context.case.news.at(self.story)
            told.changed.connect(self._story_changed)
            told.inside.connect(self._story_changed)

    def _calendar_choice(self) -> QuietCombo:
        choice = QuietCombo(self)
        spec = field_of(DateInfo, "calendar")
        codes = spec.codes if spec is not None else ()
        choice.fill([(code, self.context.words.code("calendar", code)) for code in codes], None)
        choice.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        choice.setAccessibleName(self.tr("Calendar of: {field}").format(field=self.title))
        choice.setToolTip(self.tr("Calendar in which the date is known"))
        choice.show_code("gregorian")
        choice.chosen.connect(self._chose)
        self.parts.flow.addWidget(choice)
        return choice

    # What is shown

    @property
    def info(self) -> DateInfo | None:
        """The story of the date, as recorded."""
        found = self.context.case.value(self.story) if self.story is not None else None
        return found if isinstance(found, DateInfo) else None

    def show_value(self, value: Any) -> None:
        shown = PartialDate.of(value) if isinstance(value, date) else value
        info = self.info
        if shown is not None or info is not None:
            self._set_calendar((info.calendar if info is not None else None) or "gregorian")
        if self.by_hand is not None and self.calendar in BY_HAND:
            self.by_hand.show_range(info.original if info else None, shown, span_of(shown, info))
        elif self.calendar == "gregorian":
            self.parts.show_date(shown)
        elif self._said() != (said := said_of(shown, info)) or said is None:
            self.parts.set_typed(_typed(said))
        self._explain()

    def focus_target(self) -> QWidget:
        return self.by_hand.original if self.by_hand is not None and self.calendar in BY_HAND else self.day

    def flush(self) -> None:
        self._leaving = True
        self._take(final=True)
        self._leaving = False

    def _set_calendar(self, calendar: Calendar) -> None:
        if self.choice is None or calendar == self.calendar:
            return
        self.calendar = calendar
        self.choice.show_code(calendar)
        lang = self.context.words.lang
        if calendar in BY_HAND and self.by_hand is None:
            self.by_hand = DateByHand(self.title, lang, self)
            self.by_hand.left.connect(self._take_by_hand)
            below = self.meaning if self.column.indexOf(self.meaning) >= 0 else self.error
            self.column.insertWidget(self.column.indexOf(below), self.by_hand)
        for part in (self.day, self.month, self.year):
            part.setVisible(calendar not in BY_HAND)
        if self.by_hand is not None:
            self.by_hand.setVisible(calendar in BY_HAND)
        if calendar not in BY_HAND:
            self.parts.offer_months(months(calendar, lang), numbered=numbered(calendar))

    def _explain(self) -> None:
        """Say what days the recorded date means, so that nobody takes it for a mistake."""
        value = self.context.case.value(self.place)
        recorded_date = value if isinstance(value, PartialDate) else None
        text = self.words.meaning(recorded_date, self.info, self.calendar)
        self.meaning.setText(text)
        self.meaning.setVisible(bool(text))

    def _story_changed(self, place: str) -> None:
        if not self._committing and self.story is not None and f"{place}.".startswith(f"{self.story}."):
            self.refresh()

    # What is entered

    def _chose(self, calendar: Calendar) -> None:
        """Another calendar is chosen: the figures that stand in the parts are now a date of that one."""
        self._set_calendar(calendar)
        self.say("")
        if calendar in BY_HAND and self.by_hand is not None:
            info = self.info
            value = self.context.case.value(self.place)
            self.by_hand.show_range(info.original if info else None, value, span_of(value, info))
        elif self.parts.typed != _EMPTY:
            self._take(final=True)

    def _take(self, *, final: bool) -> None:
        """Save what stands in the parts; `final` when a part is left, and then say what is wrong with it."""
        if self.calendar in BY_HAND:
            return
        typed = self.parts.typed
        if typed == _EMPTY:
            self._take_nothing(final)
        elif self.calendar == "gregorian":
            read = self.parts.read()
            told_in = self.info.calendar if self.info is not None else None
            if read is not None and read == self._written() and told_in in (None, "gregorian"):
                self.say("")  # nothing was typed: a range that the short form does not hold stays too
            elif read is not None and (self.spec.kind is not Kind.FULL_DATE or read.complete):
                self._record(read, after_edit(self.info, read), typing=not final)
            elif self._time_to_say(final):
                self.say(self.words.complaint(typed, full=self.spec.kind is Kind.FULL_DATE))
        elif final or self.calendar != "minguo":  # a year of Minguo may have any number of digits
            self._take_said(final)

    def _take_nothing(self, final: bool) -> None:
        """The parts are empty: a date is gone, unless it is one that they cannot show."""
        value, info = self.context.case.value(self.place), self.info
        if self.calendar in COMPUTED and info is not None and info.calendar and said_of(value, info) is None:
            return
        # Who empties the parts to type anew has not said that the source is another.
        left_for_good = final and not self.parts.holds_keyboard
        self._record(None, None if left_for_good else retold(info, DateInfo()), typing=not final)

    def _written(self) -> PartialDate | None:
        value = self.context.case.value(self.place)
        return PartialDate.of(value) if isinstance(value, date) else value

    def _said(self) -> Said | None:
        day, month, year = self.parts.typed
        return Said(int(year), int(month) if month else None, int(day) if day else None) if year else None

    def _take_said(self, final: bool) -> None:
        # Without a year it is no date yet: the year 0 is none in any calendar.
        said = self._said() or Said(0)
        info = self.info
        if info is not None and info.calendar == self.calendar and said == said_of(self._written(), info):
            self.say("")  # nothing was typed: the wording of the source stays as it is
            return
        try:
            short, info = recorded(self.calendar, said, self.context.words.lang)
        except NotADate as wrong:
            if self._time_to_say(final):
                self.say(self.words.no_such(wrong.why, self.calendar))
            return
        self._record(short, retold(self.info, info), typing=not final)

    def _take_by_hand(self) -> None:
        assert self.by_hand is not None
        if self.calendar not in BY_HAND:
            return
        entered = self.by_hand.entered()
        if self.by_hand.half_typed:
            if not self.by_hand.holds_keyboard:
                self.say(self.words.range_needed())
            return
        if entered.span is not None and entered.span.first > entered.span.last:
            self.say(self.words.wrong_way_round())
            return
        value: PartialDate | None = self.context.case.value(self.place)
        if entered.span is None and entered.original is None:
            self._record(None, None, typing=False)
            return
        now = DateInfo(calendar=self.calendar, original=entered.original)
        if entered.span is not None:
            value = short_of(entered.span)
            if entered.span != value.span:
                now.earliest, now.latest = entered.span.first, entered.span.last
        self._record(value, retold(self.info, now), typing=False)

    def _record(self, value: PartialDate | None, info: DateInfo | None, *, typing: bool) -> None:
        """Write the date, and its story with it where that changes, in one step."""
        span = span_of(value, info)
        if span is not None and in_the_future(f"{self.owner}.{self.spec.name}", span, self.context.case.today):
            self.say(self.words.not_come_yet())
            return
        if self.story is None or info == self.info:
            full = value.first if value is not None and self.spec.kind is Kind.FULL_DATE else value
            if self.commit(full, typing=typing):
                self._explain()
            return
        holder, _, name = self.place.rpartition(".")
        self._committing = True
        try:
            fields = {name: value, self.story.rpartition(".")[2]: info}
            self.context.case.set_fields(holder, fields, typing=typing)
        except EditRefused as refused:
            self.say(self.context.words.message(refused))
            return
        finally:
            self._committing = False
        self.say("")
        self._explain()

    def _time_to_say(self, final: bool) -> bool:
        """Half-typed is no mistake: nothing is said until the year is whole or the field is left."""
        left = self._leaving or not self.parts.holds_keyboard
        return len(self.parts.typed[2]) == 4 or (final and left)

    def _clear(self) -> None:
        before = self.parts.typed
        self.parts.set_typed(_EMPTY)
        if self.by_hand is not None:
            self.by_hand.show_range(None, None, None)
        self._record(None, None, typing=False)
        if self.error.text():
            self.parts.set_typed(before)


def _typed(said: Said | None) -> Typed:
    if said is None:
        return _EMPTY
    return str(said.day or ""), str(said.month or ""), str(said.year)
