"""Taking a case out of the file for good: what it holds, and where other cases speak of it by its code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.orm import Session

from hrd_desktop.core.edit import SetValue
from hrd_desktop.store import cases as stored
from hrd_desktop.store import edits
from hrd_desktop.store.attachments import blob, sent
from hrd_desktop.store.keeping import handover
from hrd_desktop.store.tables import CASE, tables


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
    facts = tables[CASE].c
    files, size = connection.execute(
        select(func.count(), func.coalesce(func.sum(blob.c.size), 0)).where(blob.c.case_pk == case_pk)
    ).one()
    return Held(
        code=code,
        alias=connection.scalar(select(facts.alias).where(facts.pk == case_pk)),
        persons=_count(connection, tables["person"], case_pk),
        files=files,
        bytes=size,
        packets=_count(connection, sent, case_pk),
        hand_overs=_count(connection, handover, case_pk),
        linked=tuple(dict.fromkeys(other for other, _ in _links(session, code))),
    )


def erase(session: Session, code: str, *, at: datetime, by: str) -> Held:
    """Take the case out with everything it held, and the links to it out of other cases. Returns what went.

    That a link was there stays in the history of the other case, and in its packets as they were sent.
    Raises UnknownCase.
    """
    held = weigh(session, code)
    for other, person in _links(session, code):
        edits.apply(session, other, [SetValue(f"{person}.linked_case_code", None)], at=at, by=by)
    stored.delete(session, code)
    return held


def _count(connection: Connection, table: Table, case_pk: int) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(table.c.case_pk == case_pk)) or 0


def _links(session: Session, code: str) -> list[tuple[str, str]]:
    """The other cases, and the persons in them, whose own case it is."""
    facts, person = tables[CASE].c, tables["person"].c
    found = (
        select(facts.code, person.id)
        .join(tables["person"], person.case_pk == facts.pk)
        .where(person.linked_case_code == code, facts.code != code)
        .order_by(facts.code, person.id)
    )
    return [(other, row_id) for other, row_id in session.connection().execute(found)]
