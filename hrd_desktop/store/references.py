"""Whether every id that is pointed at is there. The case file never keeps a reference to nothing.

Single references are foreign keys as well (see `tables`); asking here first gives the place instead of an error of the
database, and covers the ids in lists.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from hrd_desktop.core.schema import FieldSpec, Kind
from hrd_desktop.store import locate
from hrd_desktop.store.tables import CASE, classes, node, tables, values_of

_REFS = [(kind, spec) for kind, cls in classes.items() for spec in values_of(cls) if spec.kind is Kind.REF]


def dangling(connection: Connection, case_pk: int, kinds: Set[str] | None = None) -> str | None:
    """The place of a reference to an id that is not in the case or is of another class; None if all is well.

    Only objects of the classes `kinds` are asked, or all if it is not given.
    """
    for kind, spec in _REFS:
        if kinds is None or kind in kinds:
            pk = connection.scalar(_query(kind, spec, case_pk).limit(1))
            if pk is not None:
                return f"{locate.place_of(connection, kind, pk)}.{spec.name}"
    return None


def _query(kind: str, spec: FieldSpec, case_pk: int) -> Select[int]:
    table = tables[kind]
    ref: Any = table.c[spec.name]
    source: Any = table
    if spec.many:
        each = func.json_each(ref).table_valued("value")
        ref, source = each.c.value, table.join(each, ref.is_not(None))
    target = and_(node.c.case_pk == case_pk, node.c.id == ref)
    if spec.ref:
        target &= node.c.kind == spec.ref
    in_case = (table.c.pk if kind == CASE else table.c.case_pk) == case_pk
    return (
        select(table.c.pk)
        .select_from(source.outerjoin(node, target))
        .where(in_case, ref.is_not(None), node.c.pk.is_(None))
    )
