"""The days to keep in mind, one line each: what the rules say of a case and the steps planned in it.

They are of the day and the facts of the headline, and are replaced with it; tasks are read where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, delete, func, insert, literal, select, type_coerce
from sqlalchemy import case as when
from sqlalchemy.orm import Session

from hrd_desktop.store.cases import number_of
from hrd_desktop.store.ledger import deadline
from hrd_desktop.store.tables import tables

STEP = "step_"
"""Before the kind of a planned step, in the code of its line."""

_TOLD_BY_RULES = ("medical_expiry", "oyw_deadline")
"""Kinds of steps whose day an alert gives."""


@dataclass(frozen=True)
class Deadline:
    """A day to keep in mind. `code` says what for; `place` leads to the facts it comes from."""

    on: date
    code: str
    person: str | None
    place: str


def replace(session: Session, code: str, found: Sequence[Deadline]) -> None:
    """Keep these for a case instead of what was kept, with its planned steps. Raises UnknownCase."""
    connection = session.connection()
    case_pk = number_of(connection, code)
    connection.execute(delete(deadline).where(deadline.c.case_pk == case_pk))
    rows = [
        {"case_pk": case_pk, "on": one.on, "code": one.code, "person": one.person, "place": one.place} for one in found
    ]
    if rows:
        connection.execute(insert(deadline), rows)
    _plan(connection, case_pk)


def load(session: Session, code: str) -> list[Deadline]:
    """What is kept for a case, by day. Raises UnknownCase."""
    connection = session.connection()
    wanted = deadline.c.case_pk == number_of(connection, code)
    rows = connection.execute(select(deadline).where(wanted).order_by(deadline.c.on, deadline.c.pk))
    return [Deadline(row.on, row.code, row.person, row.place) for row in rows]


def _plan(connection: Connection, case_pk: int) -> None:
    """The steps that are planned, each on the last day it may mean."""
    step = tables["milestone"].c
    text = func.substr(step.date, 1, 10)  # as it is written: `2026-10-14`, `2026-10`, `2026`
    last = when(
        (func.length(text) == 10, text),
        (func.length(text) == 7, func.date(text + literal("-01"), "+1 month", "-1 day")),
        else_=text + literal("-12-31"),
    )
    planned = select(step.case_pk, type_coerce(last, Date), literal(STEP) + step.kind, step.person, step.id).where(
        step.case_pk == case_pk, step.state == "planned", step.kind.not_in(_TOLD_BY_RULES)
    )
    connection.execute(insert(deadline).from_select(["case_pk", "on", "code", "person", "place"], planned))
