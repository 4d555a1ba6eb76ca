"""Places found in the tables: which row of which table a place such as `P2.birth.date` is kept in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from hrd_desktop.core.schema import FieldSpec, Kind, field_of
from hrd_desktop.store.tables import CASE, classes, node


@dataclass(frozen=True)
class Owner:
    """One object in the file: its class by name, and its node (None for the case itself)."""

    case_pk: int
    kind: str
    node: int | None

    @property
    def pk(self) -> int:
        """The key of the object's row in the table of its class."""
        return self.case_pk if self.node is None else self.node


@dataclass(frozen=True)
class Spot:
    """A field of an object in the file."""

    owner: Owner
    spec: FieldSpec


def find(connection: Connection, case_pk: int, place: str) -> Spot | None:
    """The field a place points at; None if it points at nothing, as `core.places.find` says."""
    head, *keys = place.split(".")
    owner = _head(connection, case_pk, head)
    spec: FieldSpec | None = None
    for i, key in enumerate(keys):
        if owner is None:
            return None
        spec = field_of(classes[owner.kind], key)
        if spec is None:
            return None
        if i < len(keys) - 1:
            owner = None if spec.kind is not Kind.OBJECT or spec.many else part(connection, owner, key)
    return Spot(owner, spec) if owner and spec else None


def field_at(connection: Connection, case_pk: int, place: str) -> FieldSpec | None:
    """The field a place would point at if everything on the way were recorded, as `core.places.known_place` says."""
    head, *keys = place.split(".")
    owner = _head(connection, case_pk, head)
    cls: type[Any] | None = classes[owner.kind] if owner else None
    spec: FieldSpec | None = None
    for key in keys:
        spec = field_of(cls, key) if cls else None
        if spec is None:
            return None
        cls = None if spec.many else spec.target
    return spec


def row(connection: Connection, case_pk: int, row_id: str) -> Row[Any] | None:
    """The node of a row by its id."""
    return connection.execute(select(node).where(node.c.case_pk == case_pk, node.c.id == row_id)).one_or_none()


def part(connection: Connection, owner: Owner, field: str) -> Owner | None:
    """The single object that a field holds."""
    found = connection.execute(
        select(node.c.kind, node.c.pk).where(_held_by(owner), node.c.field == field)
    ).one_or_none()
    return Owner(owner.case_pk, found.kind, found.pk) if found else None


def rows(connection: Connection, owner: Owner, field: str) -> Sequence[Row[Any, Any]]:
    """The nodes (pk, position) of the rows that a list holds, in their order."""
    return connection.execute(
        select(node.c.pk, node.c.position).where(_held_by(owner), node.c.field == field).order_by(node.c.position)
    ).all()


def owner_of(connection: Connection, found: Row[Any]) -> Owner:
    """The object that holds a node."""
    if found.owner is None:
        return Owner(found.case_pk, CASE, None)
    kind = connection.scalar(select(node.c.kind).where(node.c.pk == found.owner))
    assert kind is not None
    return Owner(found.case_pk, kind, found.owner)


def place_of(connection: Connection, kind: str, pk: int) -> str:
    """The place of an object by its key: `P1` for a row, `P1.birth` for a single object."""
    if kind == CASE:
        return CASE
    found = connection.execute(select(node).where(node.c.pk == pk)).one()
    return found.id if found.id is not None else holding_place(connection, found)


def holding_place(connection: Connection, found: Row[Any]) -> str:
    """The place of the field that holds a node: `P1.birth.aliases` for a row of that list."""
    owner = owner_of(connection, found)
    return f"{place_of(connection, owner.kind, owner.pk)}.{found.field}"


def _held_by(owner: Owner) -> Any:
    if owner.node is None:
        return (node.c.case_pk == owner.case_pk) & node.c.owner.is_(None)
    return node.c.owner == owner.node


def _head(connection: Connection, case_pk: int, head: str) -> Owner | None:
    if head == CASE:
        return Owner(case_pk, CASE, None)
    found = row(connection, case_pk, head)
    return Owner(case_pk, found.kind, found.pk) if found else None
