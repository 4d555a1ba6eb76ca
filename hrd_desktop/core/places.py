"""Places in a case: `P2.birth.date`, `IN3.date`, `case.claim.grounds`. How rules, edits and notes point at a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of

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
    yield from _walk(Node(case, "$.case", CASE))


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for spec in fields_of(type(node.value)):
        held = getattr(node.value, spec.name)
        if spec.kind is not Kind.OBJECT or held is None:
            continue
        path = f"{node.path}.{spec.name}"
        if spec.many:
            for i, row in enumerate(held):
                yield from _walk(Node(row, f"{path}[{i}]", row.id, node.value, spec, i))
        else:
            yield from _walk(Node(held, path, f"{node.place}.{spec.name}", node.value, spec))


def rows_by_id(case: Case) -> dict[str, Node]:
    """Every object with an id, by that id."""
    return {node.place: node for node in walk(case) if node.index is not None}


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
    head, *keys = place.split(".")
    owner: Any = case
    if head != CASE:
        node = rows_by_id(case).get(head)
        if node is None:
            return None
        owner = node.value
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


def known_place(case: Case, place: str) -> bool:
    """Whether the place is one the format knows for this case, recorded or not."""
    head, *keys = place.split(".")
    if head == CASE:
        cls: type[Any] = Case
    else:
        node = rows_by_id(case).get(head)
        if node is None:
            return False
        cls = type(node.value)
    for i, key in enumerate(keys):
        spec = field_of(cls, key)
        if spec is None:
            return False
        if i < len(keys) - 1:
            if spec.target is None or spec.many:
                return False
            cls = spec.target
    return True
