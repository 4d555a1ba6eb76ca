"""What a case was before: every change with its day and person, in the steps in which they were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime, timedelta
from typing import Any

from hrd_desktop.core.edit import Change
from hrd_desktop.core.person import Person
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.store import history
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.history import Entry

__all__ = ["DAYS", "Entry", "Step", "of_case", "of_field", "value_in"]

DAYS = 30
"""For so many days a change can be taken back."""


@dataclass(frozen=True)
class Step:
    """What was changed at once, in the order in which it was."""

    entries: tuple[Entry, ...]

    @property
    def at(self) -> datetime:
        return self.entries[0].at

    @property
    def by(self) -> str:
        return self.entries[0].by

    @property
    def main(self) -> Entry:
        """The change that was asked for; the others came along with it."""
        return min(self.entries, key=_importance)

    @property
    def undo(self) -> list[Change]:
        """The changes that take the step back, in the order to make them."""
        return [undo for entry in reversed(self.entries) if (undo := entry.undo) is not None]

    def may_be_taken_back(self, now: datetime) -> bool:
        """Whether it changed something, and is young enough for that."""
        return now - self.at <= timedelta(days=DAYS) and bool(self.undo)


def of_case(file: CaseFile, code: str, *, since: datetime | None = None, limit: int | None = None) -> list[Step]:
    """The steps made in a case, the newest first; of the oldest, a part may be cut by the limit. Raises UnknownCase."""
    with file.session() as session:
        found = history.entries(session, code, since=since, limit=limit)
    return _steps(found)


def of_field(file: CaseFile, code: str, place: str, list_place: str | None = None) -> list[Step]:
    """The changes of one field, the newest first, each alone.

    `list_place` is the list in which the row of the field stands: that the row came with a value counts as well.
    Raises UnknownCase.
    """
    head, *keys = place.split(".")
    holders = [".".join((head, *keys[:i])) for i in range(1, len(keys))]
    with file.session() as session:
        found = history.entries(session, code, place)
        for other in (*holders, *([list_place] if list_place else [])):
            found += [entry for entry in history.entries(session, code, other) if _tells_of(entry, head, place)]
    found.sort(key=lambda entry: entry.at, reverse=True)
    return [Step((entry,)) for entry in found]


def value_in(entry: Entry, place: str, side: str) -> Any:
    """What the field at `place` held before or after an entry, which may be of the row or object that holds it."""
    held = getattr(entry, side)
    if entry.place == place and entry.action == "set":
        return held
    skipped = 1 if entry.action != "set" else len(entry.place.split("."))
    for key in place.split(".")[skipped:]:
        held = getattr(held, key, None)
    return held


def _tells_of(entry: Entry, head: str, place: str) -> bool:
    row = entry.after or entry.before
    if entry.action != "set" and (row is None or row.id != head):
        return False
    return bool(value_in(entry, place, "before") != value_in(entry, place, "after"))


def _steps(found: Sequence[Entry]) -> list[Step]:
    """Entries of one moment and person are one step; objects that were only made to hold something say nothing."""
    groups: list[list[Entry]] = []
    for entry in found:
        if _only_holds(entry):
            continue
        if groups and (groups[-1][0].at, groups[-1][0].by) == (entry.at, entry.by):
            groups[-1].insert(0, entry)
        else:
            groups.append([entry])
    return [Step(tuple(group)) for group in groups]


def _only_holds(entry: Entry) -> bool:
    sides = [side for side in (entry.before, entry.after) if side is not None]
    if entry.action != "set" or len(sides) != 1 or not is_dataclass(sides[0]):
        return False
    return all(getattr(sides[0], field.name) in (None, []) for field in fields(sides[0]))


def _importance(entry: Entry) -> int:
    """People before other rows, rows before answers, and how something is known last."""
    if entry.place == "case.principal":
        return 0
    row = entry.after or entry.before
    if isinstance(row, Person):
        return 0
    if isinstance(row, KnownBy) or entry.place.startswith("KB"):
        return 3
    return 1 if entry.action != "set" else 2
