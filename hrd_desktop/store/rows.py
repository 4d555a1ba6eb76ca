"""Objects to rows and rows to objects, for any class of the case format.

What is read are plain core objects that SQLAlchemy never sees again: they can be copied, compared, changed and handed
to another thread. Mapping the dataclasses instead (`map_imperatively`) was tried with the five sample cases: a case of
about 200 objects took 28 to 34 ms to load against 5 to 7 here, every attribute of the core classes became slower for
the whole program, and a copied case was broken (appending to a list of a deep copy raised AttributeError).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select

from hrd_desktop.core.schema import object_name
from hrd_desktop.store.tables import CASE, classes, node, parts_of, tables, values_of

Row = dict[str, Any]

_VALUES = {name: tuple(spec.name for spec in values_of(cls)) for name, cls in classes.items()}
_PARTS = {name: parts_of(cls) for name, cls in classes.items()}
_HAS_ID = {name: "id" in values for name, values in _VALUES.items()}


class Writer:
    """Collects the rows of objects and writes them table by table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # One program has the file open and one thread writes, so the next numbers are known beforehand. An owner
        # always has a lower number than what it holds: reading relies on it.
        self._next = (connection.scalar(select(func.max(node.c.pk))) or 0) + 1
        self._next_case = (connection.scalar(select(func.max(tables[CASE].c.pk))) or 0) + 1
        self._nodes: list[Row] = []
        self._rows: dict[str, list[Row]] = defaultdict(list)

    def add_case(self, case: Any) -> int:
        """Take a whole case and return its case_pk."""
        pk = self._next_case
        self._next_case += 1
        self._rows[CASE].append({"pk": pk, **_values(CASE, case)})
        self._add_parts(case, CASE, pk, None)
        return pk

    def add(self, value: Any, case_pk: int, owner: int | None, field: str, position: int) -> None:
        """Take one object and all that it holds."""
        kind, pk = object_name(type(value)), self._next
        self._next += 1
        self._nodes.append(
            {
                "pk": pk,
                "case_pk": case_pk,
                "owner": owner,
                "kind": kind,
                "field": field,
                "position": position,
                "id": value.id if _HAS_ID[kind] else None,
            }
        )
        self._rows[kind].append({"pk": pk, "case_pk": case_pk, **_values(kind, value)})
        self._add_parts(value, kind, case_pk, pk)

    def _add_parts(self, value: Any, kind: str, case_pk: int, owner: int | None) -> None:
        for spec in _PARTS[kind]:
            held = getattr(value, spec.name)
            if spec.many:
                for position, row in enumerate(held):
                    self.add(row, case_pk, owner, spec.name, position)
            elif held is not None:
                self.add(held, case_pk, owner, spec.name, 0)

    @property
    def kinds(self) -> set[str]:
        """The classes of what has been taken so far."""
        return set(self._rows)

    def id_taken(self, case_pk: int) -> bool:
        """Whether an id among what has been taken for a case is there already, or twice."""
        ids = [row["id"] for row in self._nodes if row["case_pk"] == case_pk and row["id"] is not None]
        used = select(node.c.pk).where(node.c.case_pk == case_pk, node.c.id.in_(ids)).limit(1)
        return len(ids) > len(set(ids)) or self._connection.scalar(used) is not None

    def write(self) -> None:
        """Write everything taken so far."""
        cases = self._rows.pop(CASE, [])
        if cases:
            self._connection.execute(insert(tables[CASE]), cases)
        if self._nodes:
            self._connection.execute(insert(node), self._nodes)
        for kind, rows in self._rows.items():
            self._connection.execute(insert(tables[kind]), rows)
        self._nodes, self._rows = [], defaultdict(list)


def _values(kind: str, value: Any) -> Row:
    return {name: getattr(value, name) for name in _VALUES[kind]}


# What an object holds, by field: pairs of position and object. An owner is told by case_pk and node (None: the case).
_Held = dict[tuple[int, int | None], dict[str, list[tuple[int, Any]]]]


def _statements(column: str) -> dict[str, Select[Any]]:
    """For every class, the rows whose `column` is one of `wanted`; made once, as making takes longer than running."""
    return {
        kind: select(table.c.pk, *(table.c[name] for name in _VALUES[kind])).where(
            table.c[column].in_(bindparam("wanted", expanding=True))
        )
        for kind, table in tables.items()
        if column in table.c
    }


_ROWS_BY_PK, _ROWS_BY_CASE = _statements("pk"), _statements("case_pk")
_NODES = select(node.c.pk, node.c.case_pk, node.c.owner, node.c.kind, node.c.field, node.c.position).order_by(
    # From the highest number down, every object is made after all that it holds.
    node.c.pk.desc()
)
_NODES_BY_CASE = _NODES.where(node.c.case_pk.in_(bindparam("wanted", expanding=True)))

_TOP = select(node.c.pk).where(node.c.pk == bindparam("top")).cte("tree", recursive=True)
_TREE = select(_TOP.union_all(select(node.c.pk).where(node.c.owner == _TOP.c.pk)).c.pk)
_NODES_BELOW = _NODES.where(node.c.pk.in_(_TREE))
_IDS_BELOW = select(node.c.id).where(node.c.pk.in_(_TREE), node.c.id.is_not(None))


def read_cases(connection: Connection, case_pks: Sequence[int], kinds: frozenset[str] | None = None) -> dict[int, Any]:
    """The whole cases with these numbers; with `kinds` they hold objects of these classes alone."""
    wanted = {"wanted": case_pks}
    asked = _NODES_BY_CASE if kinds is None else _NODES_BY_CASE.where(node.c.kind.in_(sorted(kinds)))
    nodes = connection.execute(asked, wanted).all()
    values: dict[int, Sequence[Any]] = {}
    for kind in {found.kind for found in nodes}:
        values.update((pk, row) for pk, *row in connection.execute(_ROWS_BY_CASE[kind], wanted))
    held = _build(nodes, values)
    heads = connection.execute(_ROWS_BY_PK[CASE], wanted)
    return {pk: _make(CASE, row, held.get((pk, None), {})) for pk, *row in heads}


def read_part(connection: Connection, pk: int) -> Any:
    """The object of one node with all that it holds."""
    nodes = connection.execute(_NODES_BELOW, {"top": pk}).all()
    by_kind: dict[str, list[int]] = defaultdict(list)
    for found in nodes:
        by_kind[found.kind].append(found.pk)
    values: dict[int, Sequence[Any]] = {}
    for kind, pks in by_kind.items():
        values.update((key, row) for key, *row in connection.execute(_ROWS_BY_PK[kind], {"wanted": pks}))
    # Everything else has been taken by its owner; only the object asked for is left.
    ((_, value),) = (pair for fields in _build(nodes, values).values() for pairs in fields.values() for pair in pairs)
    return value


def ids_below(connection: Connection, pk: int) -> list[str]:
    """The ids of a node and of all nodes below it."""
    return list(connection.scalars(_IDS_BELOW, {"top": pk}))


def _build(nodes: Iterable[Any], values: Mapping[int, Sequence[Any]]) -> _Held:
    held: _Held = defaultdict(lambda: defaultdict(list))
    for pk, case_pk, owner, kind, field, position in nodes:
        value = _make(kind, values[pk], held.pop((case_pk, pk), {}))
        held[case_pk, owner][field].append((position, value))
    return held


def _make(kind: str, values: Iterable[Any], held: dict[str, list[tuple[int, Any]]]) -> Any:
    given = dict(zip(_VALUES[kind], values, strict=True))
    for spec in _PARTS[kind]:
        if spec.many:
            given[spec.name] = [value for _, value in sorted(held.get(spec.name, ()), key=_position)]
        elif spec.name in held:
            given[spec.name] = held[spec.name][0][1]
    return classes[kind](**given)


def _position(pair: tuple[int, Any]) -> int:
    return pair[0]
