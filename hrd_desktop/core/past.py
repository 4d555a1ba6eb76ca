"""What was changed in a case before, told so that two copies of it can be compared: who, when, which place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime
from typing import Any, Literal

from hrd_desktop.core.schema import Kind, fields_of

Action = Literal["set", "add", "remove"]

TAKEN, CHOSEN, STAYED = 0, 1, 2
"""The `position` of a `set` that came of a merge: the value was taken without a question; somebody was asked and chose
that of the other side; somebody was asked and left what was here (`before` is what was not taken). None: typed."""


@dataclass(frozen=True, order=True)
class Stamp:
    """When something was changed, and by whom."""

    at: datetime
    by: str


@dataclass(frozen=True)
class PastChange:
    """One change of the history as it travels.

    `place` is the field, or the list of a row; `kind` the object that has it; `before` and `after` are values of that
    field or rows of that list (None: nothing there); `position` is where a row stood, None for one that came by a
    merge; for a `set` see `TAKEN`.
    """

    action: Action
    place: str
    kind: str
    before: Any
    after: Any
    position: int | None
    stamp: Stamp

    @property
    def asked(self) -> bool:
        """Whether somebody saw two values of the field and chose."""
        return self.action == "set" and self.position in (CHOSEN, STAYED)

    @property
    def by_itself(self) -> bool:
        """Whether it only repeats, without a person's doing, what the other side of a merge had."""
        return (self.action == "set" and self.position == TAKEN) or (self.action == "add" and self.position is None)


class Past:
    """The history of one copy of a case, asked by place."""

    def __init__(self, changes: Iterable[PastChange] = ()) -> None:
        self._told: dict[str, list[tuple[int, PastChange]]] = defaultdict(list)
        self._rows: dict[str, list[tuple[int, PastChange, Any, Any]]] = defaultdict(list)
        self._set: dict[str, set[Stamp]] = defaultdict(set)
        self._made: dict[str, set[Stamp]] = defaultdict(set)
        self._gone: dict[str, set[Stamp]] = defaultdict(set)
        for number, change in enumerate(changes):
            before, after = dict(rows_in(change.before)), dict(rows_in(change.after))
            if change.action == "set":
                self._set[change.place].add(change.stamp)
                self._told[change.place].append((number, change))
            for row in {**before, **after}:
                self._rows[row].append((number, change, before.get(row), after.get(row)))
            for row in after.keys() - before.keys():
                self._made[row].add(change.stamp)
            for row in before.keys() - after.keys():
                self._gone[row].add(change.stamp)

    def of_field(self, place: str) -> list[tuple[PastChange, Any, Any]]:
        """Every change that bears on a field, with what it held before and after, in the order they were learnt of."""
        head, *keys = place.split(".")
        found = [
            (number, change, _within(before, keys), _within(after, keys))
            for number, change, before, after in self._rows.get(head, ())
        ]
        for last in range(1, len(keys) + 1):
            for number, change in self._told.get(".".join((head, *keys[:last])), ()):
                sides = (_within(side, keys[last:]) for side in (change.before, change.after))
                found.append((number, change, next(sides), next(sides)))
        found.sort(key=lambda each: each[0])
        return [(change, before, after) for _, change, before, after in found]

    def stamps(self, place: str) -> frozenset[Stamp]:
        """Every change of a field: of its own, of an object that holds it, and that its row came."""
        head, *keys = place.split(".")
        found = set(self._made.get(head, ()))
        for last in range(1, len(keys) + 1):
            found |= self._set.get(".".join((head, *keys[:last])), set())
        return frozenset(found)

    def last(self, place: str) -> Stamp | None:
        """The latest change of a field or, for the id of a row, of when it came."""
        return max(self.stamps(place), default=None)

    def made(self, row_id: str) -> frozenset[Stamp]:
        """When the row came, each time it did."""
        return frozenset(self._made.get(row_id, ()))

    def gone(self, row_id: str) -> frozenset[Stamp]:
        """When the row was taken out, each time it was."""
        return frozenset(self._gone.get(row_id, ()))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all rows that came or went."""
        return frozenset({*self._made, *self._gone})

    @property
    def removed_ids(self) -> frozenset[str]:
        """The ids of all rows that were once taken out."""
        return frozenset(self._gone)


def ids_in(value: Any) -> Iterator[str]:
    """The ids of an object or row and of all that it holds."""
    return (row_id for row_id, _ in rows_in(value))


def rows_in(value: Any) -> Iterator[tuple[str, Any]]:
    """An object or row and all that it holds, as far as they have ids, by these."""
    if isinstance(value, list):
        for each in value:
            yield from rows_in(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for spec in fields_of(type(value)):
            if spec.name == "id":
                yield str(getattr(value, spec.name)), value
            elif spec.kind is Kind.OBJECT:
                yield from rows_in(getattr(value, spec.name))


def _within(value: Any, keys: Iterable[str]) -> Any:
    for key in keys:
        value = getattr(value, key, None)
    return value


@dataclass(frozen=True)
class PastDispatch:
    """One thing that was done with a packet, as it travels."""

    how: str
    on: date
    note: str
    stamp: Stamp


@dataclass(frozen=True)
class PastPacket:
    """One packet that was sent, as it travels: everything the register says of it; `files` are name, pages and digest.

    `options` say how it was made, `consents` under which rows of the case, `facts` is the JSON of the case as it was.
    """

    edition: int
    recipient: str
    options: Mapping[str, Any]
    consents: tuple[str, ...]
    on: date
    pack: str
    pack_version: str
    facts: bytes
    stamp: Stamp
    files: tuple[tuple[str, int, str], ...]
    dispatches: tuple[PastDispatch, ...]

    @property
    def named(self) -> frozenset[str]:
        """The digests of its own files, and of the papers that went with it."""
        return frozenset({digest for _, _, digest in self.files} | set(self.options.get("papers", ())))
