"""What every field was before: who changed it, when, from what to what, and how to take it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.orm import Session

from hrd_desktop.core.edit import AddRow, Change, RemoveRow, SetValue
from hrd_desktop.core.schema import FieldSpec, Kind, field_of
from hrd_desktop.store import plain
from hrd_desktop.store.cases import number_of
from hrd_desktop.store.columns import moment_text
from hrd_desktop.store.ledger import edit_history
from hrd_desktop.store.record_seal import Line
from hrd_desktop.store.tables import classes

_TYPED = (Kind.TEXT, Kind.LONG_TEXT)
_PAUSE = timedelta(minutes=2)
"""How long the hands may rest before a text that is typed on becomes a change of its own."""

Action = Literal["set", "add", "remove"]


@dataclass(frozen=True)
class Entry:
    """One change that was made.

    `place` is the field, or the list for a row; `before` and `after` are values of that field or rows of that list
    (None: nothing there); `position` is where the row stood in its list; `at` is in UTC; `spec` is the field or list.
    """

    action: Action
    place: str
    before: Any
    after: Any
    position: int | None
    at: datetime
    by: str
    spec: FieldSpec

    @property
    def undo(self) -> Change:
        """The change that takes this one back."""
        match self.action:
            case "set":
                return SetValue(self.place, self.before)
            case "add":
                return RemoveRow(self.after.id)
            case "remove":
                return AddRow(self.place, self.before, self.position)


@dataclass(frozen=True)
class Author:
    """Whose change is being recorded, and when."""

    at: datetime
    by: str


def record_value(
    connection: Connection,
    case_pk: int,
    author: Author,
    place: str,
    kind: str,
    spec: FieldSpec,
    before: Any,
    after: Any,
) -> Line:
    """Keep that a field of an object of class `kind` got another value. Returns the line as it is kept now."""
    texts = {"before": plain.dump(spec, before), "after": plain.dump(spec, after)}
    if spec.kind in _TYPED and not spec.many and (typed := _still_typed(connection, case_pk, author, place)):
        # Text is saved at every pause of the hands: without this a long account would be kept once a sentence.
        connection.execute(_GO_ON, {"this": typed.pk, "new": texts["after"], "now": author.at})
        return Line(
            typed.pk, case_pk, "set", place, typed.kind, typed.position, typed.before, texts["after"],
            moment_text(author.at), author.by,
        )  # fmt: skip
    return _record(
        connection, case_pk, author, {"action": "set", "place": place, "kind": kind, "position": None, **texts}
    )


_ENTRY = edit_history.c
# Made once: making a statement takes longer than running it.
_LAST = (
    select(_ENTRY.pk, _ENTRY.action, _ENTRY.kind, _ENTRY.position, _ENTRY.before, _ENTRY.at, _ENTRY.by)
    .where(_ENTRY.case_pk == bindparam("of"), _ENTRY.place == bindparam("at_place"))
    .order_by(_ENTRY.pk.desc())
    .limit(1)
)
_ADD = insert(edit_history)
_GO_ON = update(edit_history).where(_ENTRY.pk == bindparam("this")).values(after=bindparam("new"), at=bindparam("now"))
_LATER = select(_ENTRY.pk).where(_ENTRY.pk > bindparam("than"), _ENTRY.case_pk == bindparam("of")).limit(1)


def _still_typed(connection: Connection, case_pk: int, author: Author, place: str) -> Any:
    """The entry that a text being typed goes on with: the last one of the case, of this place, person and moment."""
    last = connection.execute(_LAST, {"of": case_pk, "at_place": place}).first()
    if last is None or last.action != "set" or last.by != author.by or not timedelta() <= author.at - last.at <= _PAUSE:
        return None
    later = connection.execute(_LATER, {"of": case_pk, "than": last.pk}).first()
    return last if later is None else None


def record_row(
    connection: Connection, case_pk: int, author: Author, action: Action, place: str, kind: str, position: int, row: Any
) -> Line:
    """Keep that a row came into or went out of a list of an object of class `kind`. Returns the line as it is kept."""
    texts = {"before": None, "after": None, "after" if action == "add" else "before": plain.dump_row(row)}
    return _record(
        connection, case_pk, author, {"action": action, "place": place, "kind": kind, "position": position, **texts}
    )


def _record(connection: Connection, case_pk: int, author: Author, values: dict[str, Any]) -> Line:
    added = connection.execute(_ADD, {"case_pk": case_pk, "at": author.at, "by": author.by, **values})
    return Line(added.lastrowid, case_pk, at=moment_text(author.at), by=author.by, **values)


def entries(
    session: Session, code: str, place: str | None = None, *, since: datetime | None = None, limit: int | None = None
) -> list[Entry]:
    """The changes of a case, or of one place of it, newest first: those not older than `since`, at most `limit`.

    Raises UnknownCase.
    """
    connection = session.connection()
    wanted = edit_history.c.case_pk == number_of(connection, code)
    if place is not None:
        wanted &= edit_history.c.place == place
    if since is not None:
        wanted &= edit_history.c.at >= since
    found = connection.execute(select(edit_history).where(wanted).order_by(edit_history.c.pk.desc()).limit(limit))
    return [_entry(row) for row in found]


def removed_ids(session: Session, code: str) -> frozenset[str]:
    """The ids of rows that were once removed, with those inside them: no new row may take one. Raises UnknownCase."""
    connection = session.connection()
    wanted = (edit_history.c.case_pk == number_of(connection, code)) & (edit_history.c.action == "remove")
    texts = connection.scalars(select(edit_history.c.before).where(wanted))
    return frozenset(i for text in texts if text for i in _ids(json.loads(text)))


def _ids(held: Any) -> Iterator[str]:
    if isinstance(held, dict):
        if isinstance(held.get("id"), str):
            yield held["id"]
        held = list(held.values())
    if isinstance(held, list):
        for part in held:
            yield from _ids(part)


def _entry(row: Any) -> Entry:
    spec = field_of(classes[row.kind], row.place.rpartition(".")[2])
    assert spec is not None

    def value(text: str | None) -> Any:
        if row.action == "set":
            return plain.load(spec, text)
        assert spec.target is not None
        return None if text is None else plain.load_row(spec.target, text)

    return Entry(row.action, row.place, value(row.before), value(row.after), row.position, row.at, row.by, spec)
