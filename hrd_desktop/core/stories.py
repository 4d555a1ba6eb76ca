"""The story of a date when the date changes: what of it stays true, and what the person is asked about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hrd_desktop.core.dates import DateInfo, PartialDate, Span

OFFICE_DAYS = frozenset({(1, 1), (7, 1), (12, 31)})
"""Month and day that offices write where the real day is not known."""

_PAST = """
birth.date birth_alias.date parent.birth_date parent.death_date parent.adoption_date document.issued_on name.start
incident.date incident.date_to complaint.date charge.date conviction.date act.date return.entered_on travel.start
journey_step.date
address.start history.start education.start membership.start government.start service.start activity.start
internal_move.start nationality.start habitual_residence.start host_status.start output.date evidence.received_on
whereabouts.since whereabouts.last_contact person.marital_status_since household.since dependency.condition_since
dependency.dependent_since custody.decided_on custody.best_interests_on stateless.determined_on union.cohabiting_from
union.separated_since application.filed_on application.decided_on family_list.confirmed_on consent.signed_on
case.opened_on representative.appointed_on
"""
PAST: frozenset[str] = frozenset(_PAST.split())
"""Fields (`birth.date`) that tell of something that has happened: a day that has not come yet is a slip of the hand.

Plans, ends and expiries may lie ahead, and so may whatever is not named here.
"""


def after_edit(info: DateInfo | None, new: PartialDate | None) -> DateInfo | None:
    """What is left of the story of a date once the date itself is entered anew in the Gregorian calendar.

    The wording in another calendar and the days it covered told of the earlier date and go; so does a range that the
    new date does not hold. Who guessed, and the source, stay.
    """
    if info is None or new is None:
        return None
    if info.calendar not in (None, "gregorian"):
        info = replace(info, calendar=None, original=None, earliest=None, latest=None)
    elif info.earliest is not None and info.latest is not None and not holds(new, Span(info.earliest, info.latest)):
        info = replace(info, earliest=None, latest=None)
    return info if info != DateInfo() else None


def holds(short: PartialDate, span: Span) -> bool:
    """Whether every day of the span is a day of the short form."""
    return short.first <= span.first and span.last <= short.last


def retold(before: DateInfo | None, now: DateInfo) -> DateInfo | None:
    """A story told anew in a calendar; who guessed, and the source, are as they were. None if nothing is told."""
    told = replace(now, estimated=before.estimated, source=before.source) if before is not None else now
    return told if told != DateInfo() else None


def short_of(span: Span) -> PartialDate:
    """The form under which a range is shown: the day, month or year in which it lies, else the year it begins."""
    first, last = span.first, span.last
    if first == last:
        return PartialDate.of(first)
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(first.year, first.month)
    return PartialDate(first.year)


def asks_if_real(written: PartialDate | None, info: DateInfo | None) -> bool:
    """Whether a birth date is one that an office may have set: a whole day, 1 January, 1 July or 31 December."""
    if written is None or written.day is None or (info is not None and info.calendar not in (None, "gregorian")):
        return False
    return (written.month, written.day) in OFFICE_DAYS


def in_the_future(field: str, days: Span, today: date) -> bool:
    """Whether something that has happened would lie wholly ahead; `field` is `birth.date`."""
    return field in PAST and days.first > today
