"""A short text that changes whenever something of the cases does: tells whether a backup is still up to date."""

from __future__ import annotations

from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

_GROWING = ("edit_history", "draft", "blob", "sent", "dispatch", "bookmark", "retention", "handover")
"""Tables that get a line whenever something is done. The record is not among them: looking at a case changes none."""


def mark_of(connection: dbapi2.Connection) -> tuple[str, int]:
    """The mark, and how many cases there are. A database without tables has a mark too. Raises dbapi2.Error."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    parts: list[str] = []
    cases = 0
    if "case" in tables:
        ((cases, last),) = connection.execute('SELECT count(*), max(pk) FROM "case"').fetchall()
        parts.append(f"case {cases} {last}")
    if "caseload" in tables:
        parts.append(f"changed {last_change(connection)}")
    for table in _GROWING:
        if table in tables:
            ((last,),) = connection.execute(f'SELECT max(rowid) FROM "{table}"').fetchall()  # noqa: S608 - our names
            parts.append(f"{table} {last}")
    return "; ".join(parts), cases


def of_session(session: Session) -> str:
    """The mark, inside a transaction of an open case file."""
    connection = session.connection().connection.dbapi_connection
    if not isinstance(connection, dbapi2.Connection):
        raise TypeError("not a connection of SQLCipher")
    return mark_of(connection)[0]


def last_change(connection: dbapi2.Connection) -> str | None:
    """When a case was changed last, as `2026-05-04T09:30:00.000000Z`; None where there is none. Raises dbapi2.Error."""
    ((found,),) = connection.execute("SELECT max(changed_at) FROM caseload").fetchall()
    return None if found is None else str(found)
