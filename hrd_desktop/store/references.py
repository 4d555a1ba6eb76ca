"""Whether every id that is pointed at is there. The case file never keeps a reference to nothing.

Single references are foreign keys as well (see `tables`); asking here first gives the place instead of an error of the
database, and covers the ids in lists.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, func, literal_column, select, union_all

from hrd_desktop.core.schema import FieldSpec, Kind
from hrd_desktop.store import locate
from hrd_desktop.store.tables import CASE, classes, node, tables, values_of


def dangling(connection: Connection, case_pk: int, kinds: Set[str] | None = None) -> str | None:
    """The place of a reference to an id that is not in the case or is of another class; None if all is well.

    Only objects of the classes `kinds` are asked, or all if it is not given.
    """
    asked = [_ALL] if kinds is None else [union_all(*_BY_KIND[kind]) for kind in sorted(kinds & _BY_KIND.keys())]
    for statement in asked:
        found = connection.execute(statement, {"case": case_pk}).first()
        if found is not None:
            kind, field, pk = found
            return f"{locate.place_of(connection, kind, pk)}.{field}"
    return None


def _statement(kind: str, spec: FieldSpec) -> Select[Any]:
    """Class, field and key of the objects whose reference in this field points at nothing."""
    table = tables[kind]
    ref: Any = table.c[spec.name]
    source: Any = table
    if spec.many:
        each = func.json_each(ref).table_valued("value", name=f"each_{kind}_{spec.name}")
        source, ref = table.join(each, ref.is_not(None)), each.c.value
    case_pk: BindParameter[int] = bindparam("case")
    target = and_(node.c.case_pk == case_pk, node.c.id == ref)
    if spec.ref:
        target &= node.c.kind == literal_column(f"'{spec.ref}'")
    in_case = (table.c.pk if kind == CASE else table.c.case_pk) == case_pk
    return (
        select(literal_column(f"'{kind}'"), literal_column(f"'{spec.name}'"), table.c.pk)
        .select_from(source.outerjoin(node, target))
        .where(in_case, ref.is_not(None), node.c.pk.is_(None))
    )


_BY_KIND: dict[str, list[Select[Any]]] = {}
for _kind, _cls in classes.items():
    for _spec in values_of(_cls):
        if _spec.kind is Kind.REF:
            _BY_KIND.setdefault(_kind, []).append(_statement(_kind, _spec))
_ALL = union_all(*(statement for statements in _BY_KIND.values() for statement in statements))
