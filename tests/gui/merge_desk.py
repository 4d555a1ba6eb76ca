"""Two copies of an invented case that differ in every way a merge tells of."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.core.merge import Absent, Merge, Question
from hrd_desktop.core.past import Stamp
from hrd_desktop.core.places import find
from hrd_desktop.exchange.case_json import read_case

HERE = Stamp(datetime(2026, 5, 3, 12, tzinfo=UTC), "AB")
THERE = Stamp(datetime(2026, 6, 11, 12, tzinfo=UTC), "CD")


def case(sample: str = "s1") -> Case:
    """One of the invented cases."""
    return read_case(resource("demo", f"{sample}.json").read_bytes(), sample)


def question(of: Case, place: str, mine: Any, theirs: Any, group: str = "") -> Question:
    """Both changed this field."""
    found = find(of, place)
    assert found is not None
    assert found.spec is not None
    return Question(place, found.spec, mine, theirs, found.value, HERE, THERE, group)


def absent(of: Case, row_id: str, list_place: str, removed_by: Any) -> Absent:
    """One side has taken this row out."""
    found, row = find(of, list_place), find(of, row_id)
    assert found is not None
    assert found.spec is not None
    assert row is not None
    return Absent(row_id, list_place, found.spec, row.value, removed_by, THERE)


def merge(*asked: Question, absent: tuple[Absent, ...] = ()) -> Merge:
    """What these questions make of the first invented case."""
    return Merge(case(), case(), asked=asked, absent=absent)
