"""Which days of an assessment are deadlines: days by which somebody has to do something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hrd_desktop.checklists.results import Assessment
from hrd_desktop.core.case import Case
from hrd_desktop.store.deadlines import STEP, Deadline

__all__ = ["STEP", "Deadline", "deadlines_of", "every_deadline", "next_deadline"]

_NOT_TO_KEEP = frozenset({"leap_day_birth", "milestone_overdue", "default_date"})
"""Alerts with a day that only explain one, ask about one, or say again what a planned step says by itself."""


def deadlines_of(assessment: Assessment) -> Iterator[Deadline]:
    """The dated alerts that staff have to keep in mind, by day."""
    for alert in assessment.alerts:
        if alert.date is not None and alert.audience == "staff" and alert.kind not in _NOT_TO_KEEP:
            place = alert.rows[0] if alert.rows else alert.person or "case"
            yield Deadline(alert.date, alert.kind, alert.person, place)


def next_deadline(case: Case, assessment: Assessment) -> Deadline | None:
    """The nearest deadline or planned step of a case that is not past; None where there is none."""
    return min((one for one in every_deadline(case, assessment) if one.on >= assessment.on), key=_day, default=None)


def every_deadline(case: Case, assessment: Assessment) -> Iterator[Deadline]:
    """Every deadline and planned step of a case, past or not, in no order; a step that is a deadline already once."""
    yield from deadlines_of(assessment)
    told = {one.code for one in deadlines_of(assessment)}
    for step in case.milestones:
        if step.state == "planned" and step.kind not in told:
            yield Deadline(step.date.last, f"{STEP}{step.kind}", step.person, step.id)


def _day(one: Deadline) -> date:
    return one.on
