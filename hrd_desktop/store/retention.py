"""Until when closed cases are kept, and which of them have come to that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hrd_desktop.store.cases import number_of
from hrd_desktop.store.keeping import retention
from hrd_desktop.store.ledger import caseload
from hrd_desktop.store.tables import CASE, tables


@dataclass(frozen=True)
class Due:
    """A closed case whose day has come. `closed_on` is None where nobody wrote it down."""

    code: str
    alias: str | None
    closed_on: date | None
    until: date


def set_until(session: Session, code: str, until: date, *, at: datetime, by: str) -> None:
    """Keep a case until a day, instead of the day it had. Raises UnknownCase."""
    connection = session.connection()
    values = {"until": until, "at": at, "by": by}
    statement = insert(retention).values(case_pk=number_of(connection, code), **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["case_pk"], set_=values))


def until(session: Session, code: str) -> date | None:
    """The day that was given, whether the case is closed or not. Raises UnknownCase."""
    connection = session.connection()
    return connection.scalar(select(retention.c.until).where(retention.c.case_pk == number_of(connection, code)))


def drop(session: Session, code: str) -> None:
    """Forget the day, as for a case that is open again. Raises UnknownCase."""
    connection = session.connection()
    connection.execute(delete(retention).where(retention.c.case_pk == number_of(connection, code)))


def due(session: Session, on: date) -> list[Due]:
    """Closed cases that were to be kept until this day or an earlier one, the oldest first."""
    facts = tables[CASE]
    found = (
        select(caseload.c.code, caseload.c.alias, facts.c.closed_on, retention.c.until)
        .join(caseload, caseload.c.case_pk == retention.c.case_pk)
        .join(facts, facts.c.pk == retention.c.case_pk)
        .where(caseload.c.stage == "closed", retention.c.until <= on)
        .order_by(retention.c.until, caseload.c.code)
    )
    return [Due(*row) for row in session.connection().execute(found)]
