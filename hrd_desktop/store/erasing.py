"""Taking a case out of the file for good: what it holds, and where other cases speak of it by its code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, or_, select, update
from sqlalchemy.orm import Session

from hrd_desktop.store import caseload, passages
from hrd_desktop.store import cases as stored
from hrd_desktop.store.attachments import blob, sent
from hrd_desktop.store.keeping import handover
from hrd_desktop.store.ledger import draft, edit_history
from hrd_desktop.store.tables import CASE, tables

_LINK = "linked_case_code"


@dataclass(frozen=True)
class Held:
    """What goes with a case: persons, kept files and their bytes, packets, hand-overs; and who links to it.

    `linked` are the codes of other cases in which a person stands as having this case as their own.
    """

    code: str
    alias: str | None
    persons: int
    files: int
    bytes: int
    packets: int
    hand_overs: int
    linked: tuple[str, ...]


def weigh(session: Session, code: str) -> Held:
    """What erasing the case would take away. Raises UnknownCase."""
    connection = session.connection()
    case_pk = stored.number_of(connection, code)
    facts, person = tables[CASE].c, tables["person"].c
    files, size = connection.execute(
        select(func.count(), func.coalesce(func.sum(blob.c.size), 0)).where(blob.c.case_pk == case_pk)
    ).one()
    linked = (
        select(facts.code)
        .join(tables["person"], person.case_pk == facts.pk)
        .where(person.linked_case_code == code, facts.pk != case_pk)
        .distinct()
        .order_by(facts.code)
    )
    return Held(
        code=code,
        alias=connection.scalar(select(facts.alias).where(facts.pk == case_pk)),
        persons=_count(connection, tables["person"], case_pk),
        files=files,
        bytes=size,
        packets=_count(connection, sent, case_pk),
        hand_overs=_count(connection, handover, case_pk),
        linked=tuple(connection.scalars(linked)),
    )


def erase(session: Session, code: str, *, at: datetime) -> Held:
    """Take the case out with everything it held, and its code out of other cases. Returns what went.

    What a packet of another case says of it stays as it was sent. Raises UnknownCase.
    """
    held = weigh(session, code)
    connection = session.connection()
    stored.delete(session, code)
    _unlink(connection, code, at)
    for table, columns in ((edit_history, ("before", "after")), (draft, ("data",))):
        _forget(connection, table, columns, code)
    return held


def _count(connection: Connection, table: Table, case_pk: int) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(table.c.case_pk == case_pk)) or 0


def _unlink(connection: Connection, code: str, at: datetime) -> None:
    """Persons whose own case it was: that they have one of their own still stands, no longer which."""
    person = tables["person"]
    found = connection.execute(
        select(person.c.pk, person.c.case_pk, person.c.id).where(person.c.linked_case_code == code)
    ).all()
    for pk, case_pk, person_id in found:
        connection.execute(update(person).where(person.c.pk == pk).values({_LINK: None}))
        passages.value_set(connection, case_pk, ("person", pk), f"{person_id}.{_LINK}", code, None)
        caseload.refresh_row(connection, case_pk, at, renamed=False)


def _forget(connection: Connection, table: Table, columns: tuple[str, ...], code: str) -> None:
    """Take the link out of what other cases were, and out of what is begun in them."""
    mention = or_(*(func.instr(table.c[name], code) > 0 for name in columns))
    for row in connection.execute(select(table).where(mention)).mappings().all():
        this = table.c.pk == row["pk"]
        if str(row["place"]).endswith(f".{_LINK}"):
            if any(row[name] and json.loads(row[name]) == code for name in columns):
                connection.execute(delete(table).where(this))
            continue
        texts = {name: row[name] for name in columns if row[name] is not None}
        clean = {name: _without(text, code) for name, text in texts.items()}
        if clean != texts:
            connection.execute(update(table).where(this).values(clean))


def _without(text: str, code: str) -> str:
    held = json.loads(text)
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")) if _dropped(held, code) else text


def _dropped(held: Any, code: str) -> bool:
    """Take every link to the code out of a JSON value; whether there was one."""
    found = False
    if isinstance(held, dict):
        if held.get(_LINK) == code:
            del held[_LINK]
            found = True
        held = list(held.values())
    if isinstance(held, list):
        for part in held:
            found |= _dropped(part, code)
    return found
