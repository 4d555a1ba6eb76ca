"""Changes of a case written to the file: only the rows concerned, with their history, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.orm import Session

from hrd_desktop.core.edit import AddRow, Change, MoveRow, RemoveRow, SetValue, new_value
from hrd_desktop.core.past import CHOSEN, TAKEN
from hrd_desktop.core.schema import Kind, field_of, object_name
from hrd_desktop.errors import CaseExists, EditRefused
from hrd_desktop.store import caseload, drafts, history, locate, passages, record, record_actions, references
from hrd_desktop.store.cases import number_of
from hrd_desktop.store.history import Author
from hrd_desktop.store.locate import Owner, Spot
from hrd_desktop.store.record_seal import Line
from hrd_desktop.store.rows import Writer, ids_below, read_part
from hrd_desktop.store.tables import CASE, classes, node, tables


def apply(
    session: Session,
    code: str,
    changes: Sequence[Change],
    *,
    at: datetime,
    by: str,
    action: str | None = None,
    chosen: Collection[str] | None = None,
) -> None:
    """Make the changes in order, as `core.edit.apply` makes them in memory, and keep them in the history.

    The record says that it was done, as `action` or as what the changes themselves are. `chosen` says that they came
    of a merge, and of which fields somebody was asked: the history tells these from what was typed.
    After the last one nothing may point at an id that is not there. Raises UnknownCase, EditRefused (the reasons of
    `core.edit`, and `unknown_id` at the place of a reference to nothing) and CaseExists for a code that is taken; the
    caller's transaction must then be given up.
    """
    connection = session.connection()
    case_pk = number_of(connection, code)
    work = _Work(connection, case_pk, Author(at, by), chosen)
    for change in changes:
        match change:
            case SetValue():
                work.set(change)
            case AddRow():
                work.add(change)
            case MoveRow():
                work.move(change)
            case RemoveRow():
                work.remove(change)
    work.check_references()
    if work.kinds:
        caseload.refresh_row(connection, case_pk, at, renamed=work.renamed)
        said = action or record_actions.of_edit(work.kinds)
        record.note_edit(session, said, case_pk, work.lines, work.kinds, at=at, by=by)


class _Work:
    """One run of changes on one case, and what must be looked at when all are made."""

    def __init__(
        self, connection: Connection, case_pk: int, author: Author, chosen: Collection[str] | None = None
    ) -> None:
        self._connection = connection
        self._chosen = chosen
        self._case_pk = case_pk
        self._author = author
        self._written: set[str] = set()
        self._gone: set[str] = set()
        self.lines: list[Line] = []
        self.kinds: set[str] = set()
        self.renamed = False

    def set(self, change: SetValue) -> None:
        spot = self._spot(change.place)
        value = new_value(change, spot.spec)
        before = (self._set_object if spot.spec.target else self._set_column)(spot, change.place, value)
        if before != value:
            self._record_value(change.place, spot, before, value)

    def _set_column(self, spot: Spot, place: str, value: Any) -> Any:
        table = tables[spot.owner.kind]
        column, this = table.c[spot.spec.name], table.c.pk == spot.owner.pk
        before = self._connection.execute(select(column).where(this)).scalar_one()
        if before != value:
            if spot.owner.kind == CASE and spot.spec.name == "code":
                self._refuse_taken(value)
            self._connection.execute(update(table).where(this).values({column: value}))
            owner = (spot.owner.kind, spot.owner.pk)
            passages.value_set(self._connection, self._case_pk, owner, place, before, value)
        return before

    def _refuse_taken(self, code: str) -> None:
        table = tables[CASE]
        if self._connection.scalar(select(table.c.pk).where(table.c.code == code)) is not None:
            raise CaseExists(code=code)

    def _set_object(self, spot: Spot, place: str, value: Any) -> Any:
        held = locate.part(self._connection, spot.owner, spot.spec.name)
        before = read_part(self._connection, held.pk) if held else None
        if before != value:
            if held:
                self._delete(held.pk, place)
            if value is not None:
                self._write(value, spot.owner, spot.spec.name, 0, place)
        return before

    def _record_value(self, place: str, spot: Spot, before: Any, after: Any) -> None:
        kind = spot.owner.kind
        self.kinds.add(kind)
        self.renamed |= kind == "name" or spot.spec.target is not None or (kind, spot.spec.name) in caseload.NAMED
        if spot.spec.kind is Kind.REF:
            self._written.add(spot.owner.kind)
        how = None if self._chosen is None else CHOSEN if place in self._chosen else TAKEN
        line = history.record_value(
            self._connection, self._case_pk, self._author, place, kind, spot.spec, before, after, how
        )
        self.lines.append(line)

    def add(self, change: AddRow) -> None:
        spot = self._spot(change.place)
        if not spot.spec.has_rows or spot.spec.target is None or not isinstance(change.row, spot.spec.target):
            raise EditRefused(place=change.place, reason="not_a_row")
        rows = locate.rows(self._connection, spot.owner, spot.spec.name)
        index = _index(change.index, len(rows))
        if index < len(rows):
            position = rows[index].position
            following = [row.pk for row in rows[index:]]
            self._connection.execute(update(node).where(node.c.pk.in_(following)).values(position=node.c.position + 1))
        else:
            position = rows[-1].position + 1 if rows else 0
        self._write(change.row, spot.owner, spot.spec.name, position, change.place)
        self._record_row("add", change.place, spot.owner, index if self._chosen is None else None, change.row)

    def move(self, change: MoveRow) -> None:
        """Put a row elsewhere in its list. The order of a list is no fact: the history has nothing to tell of it."""
        spot = self._spot(change.place)
        found = locate.row(self._connection, self._case_pk, change.row_id)
        rows = locate.rows(self._connection, spot.owner, spot.spec.name)
        order = [row.pk for row in rows]
        if found is None or found.pk not in order or not 0 <= change.index < len(order):
            raise EditRefused(place=change.row_id, reason="unknown_place")
        order.insert(change.index, order.pop(order.index(found.pk)))
        for position, (pk, row) in enumerate(zip(order, rows, strict=True)):
            if pk != row.pk or position != row.position:
                self._connection.execute(update(node).where(node.c.pk == pk).values(position=position))
        self.kinds.add(found.kind)

    def remove(self, change: RemoveRow) -> None:
        found = locate.row(self._connection, self._case_pk, change.row_id)
        if found is None:
            raise EditRefused(place=change.row_id, reason="unknown_place")
        principal = select(tables[CASE].c.principal).where(tables[CASE].c.pk == self._case_pk)
        if change.row_id == self._connection.scalar(principal):
            raise EditRefused(place=change.row_id, reason="principal")
        owner = locate.owner_of(self._connection, found)
        rows = [row.pk for row in locate.rows(self._connection, owner, found.field)]
        spec = field_of(classes[owner.kind], found.field)
        if spec is not None and spec.required and len(rows) == 1:
            raise EditRefused(place=change.row_id, reason="last_row")
        row, place = read_part(self._connection, found.pk), locate.holding_place(self._connection, found)
        self._delete(found.pk, change.row_id)
        self._record_row("remove", place, owner, rows.index(found.pk), row)

    def _record_row(self, action: history.Action, place: str, owner: Owner, index: int | None, row: Any) -> None:
        self.renamed = True
        self.kinds.add(object_name(type(row)))
        self.lines.append(
            history.record_row(self._connection, self._case_pk, self._author, action, place, owner.kind, index, row)
        )

    def _spot(self, place: str) -> Spot:
        spot = locate.find(self._connection, self._case_pk, place)
        if spot is None:
            raise EditRefused(place=place, reason="unknown_place")
        return spot

    def _write(self, value: Any, owner: Owner, field: str, position: int, place: str) -> None:
        writer = Writer(self._connection)
        writer.add(value, self._case_pk, owner.node, field, position)
        if writer.id_taken(self._case_pk):
            raise EditRefused(place=place, reason="id_taken")
        self._written |= writer.kinds
        writer.write()
        passages.part_added(self._connection, self._case_pk, value, getattr(value, "id", place))

    def _delete(self, pk: int, place: str) -> None:
        gone = ids_below(self._connection, pk)
        self._gone.update(gone)
        passages.parts_gone(self._connection, self._case_pk, place, frozenset(gone))
        self._connection.execute(delete(node).where(node.c.pk == pk))

    def check_references(self) -> None:
        """Refuse what leaves an id pointing at nothing; forget the drafts of rows that are gone."""
        if self._gone:
            there = select(node.c.id).where(node.c.case_pk == self._case_pk, node.c.id.in_(self._gone))
            drafts.drop_below(self._connection, self._case_pk, self._gone.difference(self._connection.scalars(there)))
        # A removed row may have been pointed at from anywhere; else only what was written can point wrong.
        place = references.dangling(self._connection, self._case_pk, None if self._gone else self._written)
        if place is not None:
            raise EditRefused(place=place, reason="unknown_id")


def _index(asked: int | None, length: int) -> int:
    """Where `list.insert` puts it: counted from the end where negative, never outside the list."""
    if asked is None:
        return length
    return min(max(asked + length if asked < 0 else asked, 0), length)
