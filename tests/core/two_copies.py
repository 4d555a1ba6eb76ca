"""Two copies of one case that were worked on apart, with what their histories tell."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import AddRow, Change, MoveRow, RemoveRow, SetValue, apply
from hrd_desktop.core.past import PastChange, Stamp
from hrd_desktop.core.places import find, rows_by_id, walk
from hrd_desktop.core.schema import fields_of, object_name
from hrd_desktop.core.validation import problems
from hrd_desktop.errors import EditRefused
from tests.store.random_changes import random_changes

START = datetime(2026, 5, 4, 8, tzinfo=UTC)


def change(case: Case, changes: Sequence[Change], by: str, at: datetime = START) -> list[PastChange]:
    """Make changes in a case and tell them as its history would."""
    told = []
    for one in changes:
        if not isinstance(one, MoveRow):
            told.append(_told(case, one, Stamp(at, by)))
        apply(case, one)
    return told


def _told(case: Case, one: SetValue | AddRow | RemoveRow, stamp: Stamp) -> PastChange:
    if isinstance(one, RemoveRow):
        node = rows_by_id(case)[one.row_id]
        holder = next(each for each in walk(case) if each.value is node.owner)
        place = f"{holder.place}.{node.spec.name if node.spec else ''}"
        kind = object_name(type(node.owner))
        return PastChange("remove", place, kind, copy.deepcopy(node.value), None, node.index, stamp)
    found = find(case, one.place)
    assert found is not None
    kind = object_name(type(found.owner))
    if isinstance(one, AddRow):
        index = len(found.value) if one.index is None else one.index
        return PastChange("add", one.place, kind, None, copy.deepcopy(one.row), index, stamp)
    return PastChange("set", one.place, kind, copy.deepcopy(found.value), copy.deepcopy(one.value), None, stamp)


def worked_on(case: Case, seed: int, steps: int, by: str) -> tuple[Case, list[PastChange]]:
    """A copy after some random steps that leave it a valid case, and its history."""
    made, random, told = copy.deepcopy(case), Random(seed), []
    for step in range(steps):
        tried = copy.deepcopy(made)
        try:
            changes = random_changes(tried, random)
            history = change(tried, changes, by, START + timedelta(minutes=10 * step + seed % 7))
        except EditRefused:
            continue
        if not any(problems(tried)):
            made = tried
            told += history
    return made, told


def sorted_rows(value: Any) -> Any:
    """The same with every list in an order of its own, to be compared."""
    made = copy.deepcopy(value)
    for node in walk(made):
        for spec in fields_of(type(node.value)):
            held = getattr(node.value, spec.name)
            if spec.many:
                held.sort(key=lambda row, rows=spec.has_rows: row.id if rows else str(row))
    return made


def values(case: Case, places: Sequence[str]) -> list[Any]:
    found = [find(case, place) for place in places]
    return [each.value if each else None for each in found]


__all__ = ["START", "SetValue", "change", "sorted_rows", "values", "worked_on"]
