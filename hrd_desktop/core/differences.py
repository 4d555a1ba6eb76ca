"""What is different between two states of one case: fields by their places, rows that came or went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import AddRow, Change, RemoveRow, SetValue
from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of


@dataclass(frozen=True)
class Difference:
    """One field that holds something else, or one row that is only in one of the two.

    `place` is the field; for a row it is the list that holds it, and one of `before` and `after` is the row, the other
    None. The same for an object that is recorded in one state alone.
    """

    place: str
    spec: FieldSpec
    before: Any
    after: Any

    @property
    def row(self) -> Any:
        """The row or object that came or went, None where a field changed."""
        return (self.after or self.before) if self.spec.kind is Kind.OBJECT else None


def differences(before: Case, after: Case) -> Iterator[Difference]:
    """Everything in which two states differ, in the order of the format. The order of rows is no difference."""
    yield from _compare(before, after, CASE)


def _compare(before: Any, after: Any, place: str) -> Iterator[Difference]:
    for spec in fields_of(type(before)):
        here = f"{place}.{spec.name}"
        old, new = getattr(before, spec.name), getattr(after, spec.name)
        if spec.has_rows:
            yield from _rows(old, new, here, spec)
        elif spec.kind is Kind.OBJECT and old is not None and new is not None:
            yield from _compare(old, new, here)
        elif old != new:
            yield Difference(here, spec, old, new)


def _rows(old: list[Any], new: list[Any], place: str, spec: FieldSpec) -> Iterator[Difference]:
    known = {row.id: row for row in new}
    for row in old:
        if row.id in known:
            yield from _compare(row, known[row.id], row.id)
        else:
            yield Difference(place, spec, row, None)
    there = {row.id for row in old}
    for row in new:
        if row.id not in there:
            yield Difference(place, spec, None, row)


def changes_between(before: Case, after: Case) -> list[Change]:
    """The changes that make the second state of the first, values first and removals last. Rows keep their order."""
    values: list[Change] = []
    new: list[Change] = []
    gone: list[Change] = []
    for found in differences(before, after):
        if not found.spec.has_rows:
            values.append(SetValue(found.place, found.after))
        elif found.before is None:
            new.append(AddRow(found.place, found.after))
        else:
            gone.append(RemoveRow(found.before.id))
    return [*values, *new, *reversed(gone)]
