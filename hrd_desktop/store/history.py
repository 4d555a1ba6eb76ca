"""What every field was before: who changed it, when, from what to what, and how to take it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from hrd_desktop.core.edit import AddRow, Change, RemoveRow, SetValue
from hrd_desktop.core.past import STAYED
from hrd_desktop.core.schema import FieldSpec, Kind, field_of
from hrd_desktop.store import plain
from hrd_desktop.store.cases import number_of
from hrd_desktop.store.columns import moment_text
from hrd_desktop.store.engine import driver
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
    (None: nothing there); `position` is where the row stood in its list, of a `set` how it came of a merge, as in
    `core.past`; `at` is in UTC; `spec` is the field or list.
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
    def undo(self) -> Change | None:
        """The change that takes this one back; None for an answer by which everything stayed as it was."""
        match self.action:
            case "set":
                return SetValue(self.place, self.before) if self.position != STAYED else None
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
    position: int | None = None,
) -> Line:
    """Keep that a field of an object of class `kind` got another value. Returns the line as it is kept now.

    `position` says how it came of a merge, as in `core.past`; None: somebody typed it.
    """
    texts = {"before": plain.dump(spec, before), "after": plain.dump(spec, after)}
    may_go_on = position is None and spec.kind in _TYPED and not spec.many
    if may_go_on and (typed := _still_typed(connection, case_pk, author, place)):
        # Text is saved at every pause of the hands: without this a long account would be kept once a sentence.
        pk, known, first = typed
        at = moment_text(author.at)
        driver(connection).execute(_GO_ON, (texts["after"], at, pk))
        return Line(pk, case_pk, "set", place, known, None, first, texts["after"], at, author.by)
    return _record(
        connection, case_pk, author, {"action": "set", "place": place, "kind": kind, "position": position, **texts}
    )


# As texts for the driver itself: every save makes these.
_LAST = """SELECT pk, kind, position, "before", "action", "at", "by" FROM edit_history
WHERE case_pk = ? AND place = ? ORDER BY pk DESC LIMIT 1"""
_LATER = "SELECT 1 FROM edit_history WHERE pk > ? AND case_pk = ? LIMIT 1"
_HANDED_OVER = "SELECT 1 FROM handover WHERE case_pk = ? AND at >= ? LIMIT 1"
_GO_ON = 'UPDATE edit_history SET "after" = ?, "at" = ? WHERE pk = ?'
_ADD = """INSERT INTO edit_history (case_pk, "action", place, kind, position, "before", "after", "at", "by")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def _still_typed(connection: Connection, case_pk: int, author: Author, place: str) -> tuple[Any, ...] | None:
    """The entry that a text being typed goes on with: the last one of the case, of this place, person and moment.

    As pk, kind, before. Not one that came of a merge, nor one that may have left with a hand-over since: by their
    entries two case files know what the other one has seen.
    """
    last = driver(connection).execute(_LAST, (case_pk, place)).fetchone()
    if last is None:
        return None
    pk, kind, position, before, action, at, by = last
    if (action, position, by) != ("set", None, author.by):
        return None
    if not timedelta() <= author.at - datetime.fromisoformat(at) <= _PAUSE:
        return None
    run = driver(connection).execute
    since = moment_text(author.at - _PAUSE)
    later = run(_LATER, (pk, case_pk)).fetchone() or run(_HANDED_OVER, (case_pk, since)).fetchone()
    return (pk, kind, before) if later is None else None


def record_row(
    connection: Connection,
    case_pk: int,
    author: Author,
    action: Action,
    place: str,
    kind: str,
    position: int | None,
    row: Any,
) -> Line:
    """Keep that a row came into or went out of a list of an object of class `kind`. Returns the line as it is kept."""
    texts = {"before": None, "after": None, "after" if action == "add" else "before": plain.dump_row(row)}
    return _record(
        connection, case_pk, author, {"action": action, "place": place, "kind": kind, "position": position, **texts}
    )


def _record(connection: Connection, case_pk: int, author: Author, values: dict[str, Any]) -> Line:
    line = Line(0, case_pk, at=moment_text(author.at), by=author.by, **values)
    return line._replace(pk=driver(connection).execute(_ADD, line[1:]).lastrowid)


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


def field_before_after(row: Any) -> tuple[FieldSpec, Any, Any]:
    """Of a line of the history as it is kept: the field or list, and what it held before and after."""
    spec = field_of(classes[row.kind], row.place.rpartition(".")[2])
    assert spec is not None

    def value(text: str | None) -> Any:
        if row.action == "set":
            return plain.load(spec, text)
        assert spec.target is not None
        return None if text is None else plain.load_row(spec.target, text)

    return spec, value(row.before), value(row.after)


def _entry(row: Any) -> Entry:
    spec, before, after = field_before_after(row)
    return Entry(row.action, row.place, before, after, row.position, row.at, row.by, spec)
