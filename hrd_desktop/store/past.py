"""The history of a case as a whole: given out to travel with it, and that of another copy brought in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.orm import Session

from hrd_desktop.core.past import PastChange, Stamp
from hrd_desktop.core.schema import field_of
from hrd_desktop.store import plain
from hrd_desktop.store.cases import number_of
from hrd_desktop.store.history import field_before_after
from hrd_desktop.store.ledger import edit_history
from hrd_desktop.store.tables import classes

_E = edit_history.c


def past_of(session: Session, code: str) -> list[PastChange]:
    """Every change of a case, in the order in which this file learnt of them. Raises UnknownCase."""
    connection = session.connection()
    found = connection.execute(select(edit_history).where(_E.case_pk == number_of(connection, code)).order_by(_E.pk))
    return [_change(row) for row in found]


def bring_in(session: Session, code: str, changes: Iterable[PastChange]) -> list[int]:
    """Keep what another copy tells of, with its authors and times, unless it is known; returns the keys of new lines.

    Nothing of the case itself is changed. Raises UnknownCase.
    """
    connection = session.connection()
    case_pk = number_of(connection, code)
    known = _known(connection, case_pk)
    new: list[dict[str, Any]] = []
    last = connection.scalar(select(func.max(_E.pk))) or 0
    for change in changes:
        row = _row(case_pk, change)
        key = _key(row)
        if key not in known:
            known.add(key)
            new.append({"pk": last + len(new) + 1, **row})
    if new:
        connection.execute(insert(edit_history), new)
    return [row["pk"] for row in new]


def _known(connection: Connection, case_pk: int) -> set[tuple[Any, ...]]:
    columns = (_E.action, _E.place, _E.before, _E.after, _E.at, _E.by)
    return {tuple(row) for row in connection.execute(select(*columns).where(_E.case_pk == case_pk))}


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("action", "place", "before", "after", "at", "by"))


def _row(case_pk: int, change: PastChange) -> dict[str, Any]:
    spec = field_of(classes[change.kind], change.place.rpartition(".")[2])
    assert spec is not None

    def text(value: Any) -> str | None:
        if value is None or value == []:
            return None
        return plain.dump(spec, value) if change.action == "set" else plain.dump_row(value)

    return {
        "case_pk": case_pk,
        "action": change.action,
        "place": change.place,
        "kind": change.kind,
        "position": change.position,
        "before": text(change.before),
        "after": text(change.after),
        "at": change.stamp.at,
        "by": change.stamp.by,
    }


def _change(row: Any) -> PastChange:
    _, before, after = field_before_after(row)
    stamp = Stamp(row.at, row.by)
    return PastChange(row.action, row.place, row.kind, before, after, row.position, stamp)
