"""What waits today, over all cases: deadlines, tasks, answers, cases left alone; and what is done about a task."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from hrd_desktop.core.edit import AddRow, SetValue
from hrd_desktop.core.places import rows_by_id
from hrd_desktop.core.staff import Task
from hrd_desktop.services import cases, checking
from hrd_desktop.store import agenda, edits
from hrd_desktop.store.agenda import Line, Lines
from hrd_desktop.store.casefile import CaseFile

__all__ = ["FAR", "GROUPS", "PAGE", "UNTOUCHED", "Group", "Line", "Lines", "add_task", "finish_task", "lines", "stale"]

Group = Literal["overdue", "week", "later", "undated", "waiting", "ended", "untouched"]
GROUPS: tuple[Group, ...] = get_args(Group)
"""The groups of the page in their order."""

PAGE = 20
"""How many lines of a group are read at once."""

_WEEK, FAR, UNTOUCHED = 7, 90, 30
"""Days: this week, as far as the page looks ahead, and after how many a case counts as left alone."""


def lines(file: CaseFile, group: Group, now: datetime, offset: int = 0, limit: int = PAGE) -> Lines:
    """So many lines of one group as it stands at a moment, from `offset` on, and how many there are."""
    on, days = now.date(), timedelta(days=1)
    with file.session() as session:
        ways: Mapping[Group, Callable[[], Lines]] = {
            "overdue": lambda: agenda.dated(session, None, on - days, offset, limit),
            "week": lambda: agenda.dated(session, on, on + (_WEEK - 1) * days, offset, limit),
            "later": lambda: agenda.dated(session, on + _WEEK * days, on + FAR * days, offset, limit),
            "undated": lambda: agenda.undated(session, offset, limit),
            "waiting": lambda: agenda.waiting(session, on, offset, limit),
            "ended": lambda: agenda.ended(session, on, offset, limit),
            "untouched": lambda: agenda.untouched(session, now - UNTOUCHED * days, offset, limit),
        }
        return ways[group]()


def stale(file: CaseFile, on: date) -> int:
    """How many open cases have deadlines that are not of this day. Raises NoPackForDate."""
    with file.session() as session:
        return agenda.stale(session, on, checking.pack_on(on).id)


def finish_task(file: CaseFile, code: str, task: str, done_on: date | None, *, at: datetime, by: str = "") -> datetime:
    """Mark a task as done on a day, or as open again with None. Returns `at`. Raises EditRefused, UnknownCase."""
    with file.session() as session:
        edits.apply(session, code, [SetValue(f"{task}.done_on", done_on)], at=at, by=by)
    return at


def add_task(
    file: CaseFile, code: str, text: str, due_on: date | None, *, person: str | None = None, at: datetime, by: str = ""
) -> datetime:
    """Put a new task into a case. Returns `at`. Raises UnknownCase, EditRefused."""
    opened = cases.read_again(file, code)
    used = {*rows_by_id(opened.case), *opened.removed_ids, *(draft.key for draft in opened.drafts)}
    number = next(n for n in range(1, len(used) + 2) if f"TK{n}" not in used)
    task = Task(id=f"TK{number}", text=text, due_on=due_on, person=person)
    with file.session() as session:
        edits.apply(session, code, [AddRow("case.tasks", task, None)], at=at, by=by)
    return at
