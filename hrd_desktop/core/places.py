"""Places in a case: `P2.birth.date`, `IN3.date`, `case.claim.grounds`. How rules, edits and notes point at a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, holders_of

CASE = "case"


@dataclass(frozen=True)
class Node:
    """One object of a case and where it stands.

    `path` is its JSON path (`$.case.persons[0].birth`), `place` its place (`P1.birth`), `owner` and `spec` the object
    and field that hold it (None for the case), `index` its position in a list.
    """

    value: Any
    path: str
    place: str
    owner: Any = None
    spec: FieldSpec | None = None
    index: int | None = None


def walk(case: Case) -> Iterator[Node]:
    """Every object of the case, the case first, each before what it holds, in the order of the format."""
    waiting = [Node(case, "$.case", CASE)]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(list(_held(node)))


def _held(node: Node) -> Iterator[Node]:
    for spec in holders_of(type(node.value)):
        held = getattr(node.value, spec.name)
        if not held:
            continue
        path = f"{node.path}.{spec.name}"
        if spec.many:
            for i, row in enumerate(held):
                yield Node(row, f"{path}[{i}]", row.id, node.value, spec, i)
        else:
            yield Node(held, path, f"{node.place}.{spec.name}", node.value, spec)


def rows_by_id(case: Case) -> dict[str, Node]:
    """Every object with an id, by that id."""
    return {node.place: node for node in walk(case) if node.index is not None}


def row_of(case: Case, row_id: str) -> Any:
    """The object with this id, or None: quicker than `rows_by_id` where one is wanted."""
    waiting: list[Any] = [case]
    while waiting:
        value = waiting.pop()
        for spec in holders_of(type(value)):
            held = getattr(value, spec.name)
            if held and spec.many:
                for row in held:
                    if row.id == row_id:
                        return row
                waiting += held
            elif held:
                waiting.append(held)
    return None


@dataclass(frozen=True)
class Found:
    """What a place points at: the object that holds the field, and the field (None where the place is an object)."""

    owner: Any
    spec: FieldSpec | None

    @property
    def value(self) -> Any:
        return getattr(self.owner, self.spec.name) if self.spec else self.owner


def find(case: Case, place: str) -> Found | None:
    """Resolve a place; None if it points at nothing that can exist.

    An object on the way that is not recorded yet (a person without `birth`) gives None as well: see `known_place`.
    """
    head = place.partition(".")[0]
    return _find(case if head == CASE else row_of(case, head), place)


def known_place(case: Case, place: str) -> bool:
    """Whether the place is one the format knows for this case, recorded or not."""
    head = place.partition(".")[0]
    return _known(case if head == CASE else row_of(case, head), place)


class Places:
    """`find` and `known_place` for many places of a case that does not change meanwhile."""

    def __init__(self, case: Case) -> None:
        self._rows = {node.place: node.value for node in walk(case) if node.index is not None} | {CASE: case}

    def find(self, place: str) -> Found | None:
        """Resolve a place; None if it points at nothing that can exist."""
        return _find(self._rows.get(place.partition(".")[0]), place)

    def known(self, place: str) -> bool:
        """Whether the place is one the format knows for this case, recorded or not."""
        return _known(self._rows.get(place.partition(".")[0]), place)


def _find(owner: Any, place: str) -> Found | None:
    keys = place.split(".")[1:]
    if owner is None:
        return None
    spec: FieldSpec | None = None
    for i, key in enumerate(keys):
        spec = field_of(type(owner), key)
        if spec is None:
            return None
        if i < len(keys) - 1:
            owner = getattr(owner, key)
            if owner is None or spec.kind is not Kind.OBJECT or spec.many:
                return None
    return Found(owner, spec)


def _known(owner: Any, place: str) -> bool:
    keys = place.split(".")[1:]
    if owner is None:
        return False
    cls: type[Any] = type(owner)
    for i, key in enumerate(keys):
        spec = field_of(cls, key)
        if spec is None:
            return False
        if i < len(keys) - 1:
            if spec.target is None or spec.many:
                return False
            cls = spec.target
    return True
