"""Rows and single objects that are begun but cannot stand yet. They outlive a restart and are seen by no rule."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hrd_desktop.core.edit import Draft
from hrd_desktop.core.schema import object_name
from hrd_desktop.errors import EditRefused
from hrd_desktop.store import locate, plain
from hrd_desktop.store.cases import number_of
from hrd_desktop.store.ledger import draft as table
from hrd_desktop.store.tables import classes


def save(session: Session, code: str, draft: Draft) -> None:
    """Keep a draft; it replaces one of the same key. Raises UnknownCase, EditRefused if no object can stand there."""
    connection = session.connection()
    case_pk = number_of(connection, code)
    spec = locate.field_at(connection, case_pk, draft.place)
    if spec is None or spec.target is None:
        raise EditRefused(place=draft.place, reason="unknown_place")
    values = {
        "place": draft.place,
        "kind": object_name(spec.target),
        "data": plain.dump_values(spec.target, draft.values),
    }
    statement = insert(table).values(case_pk=case_pk, key=draft.key, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["case_pk", "key"], set_=values))


def drop(session: Session, code: str, key: str) -> None:
    """Forget a draft; one that is not there is no error. Raises UnknownCase."""
    connection = session.connection()
    case_pk = number_of(connection, code)
    connection.execute(delete(table).where(table.c.case_pk == case_pk, table.c.key == key))


def load(session: Session, code: str) -> list[Draft]:
    """All drafts of a case, the first begun first. Raises UnknownCase."""
    connection = session.connection()
    found = connection.execute(select(table).where(table.c.case_pk == number_of(connection, code)).order_by(table.c.pk))
    return [Draft(row.key, row.place, plain.load_values(classes[row.kind], row.data)) for row in found]


def drop_below(connection: Connection, case_pk: int, ids: Iterable[str]) -> None:
    """Forget the drafts whose place is in a row that is gone."""
    head = func.substr(table.c.place, 1, func.instr(table.c.place, ".") - 1)
    connection.execute(delete(table).where(table.c.case_pk == case_pk, head.in_(list(ids))))
