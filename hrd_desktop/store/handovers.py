"""What was handed over, taken in and taken along: one line per case, with the state both sides began with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from hrd_desktop.store.cases import number_of
from hrd_desktop.store.keeping import handover
from hrd_desktop.store.tables import tables

Way = Literal["out", "in", "travel"]


@dataclass(frozen=True)
class Line:
    """One case of one hand-over; `receipt` is when the receipt came back or the case came home."""

    code: str
    alias: str | None
    number: str
    way: Way
    at: datetime
    by: str
    other: str
    receipt: datetime | None


_CASE = tables["case"]
_H = handover.c
_SHOWN = (_CASE.c.code, _CASE.c.alias, _H.number, _H.way, _H.at, _H.by, _H.other, _H.receipt)


def keep(
    session: Session,
    code: str,
    number: str,
    way: Way,
    *,
    at: datetime,
    by: str,
    other: str = "",
    base: bytes,
    secret: bytes = b"",
) -> None:
    """Remember a hand-over of one case. Raises UnknownCase."""
    connection = session.connection()
    values = {
        "case_pk": number_of(connection, code),
        "number": number,
        "way": way,
        "at": at,
        "by": by,
        "other": other,
        "base": base,
        "secret": secret,
    }
    connection.execute(insert(handover).values(values))


def lines(session: Session, code: str | None = None, *, way: Way | None = None) -> list[Line]:
    """What is remembered, newest first; of one case, or one way. Raises UnknownCase."""
    connection = session.connection()
    query = select(*_SHOWN).join(_CASE, _CASE.c.pk == _H.case_pk).order_by(_H.pk.desc())
    if code is not None:
        query = query.where(_H.case_pk == number_of(connection, code))
    if way is not None:
        query = query.where(_H.way == way)
    return [Line(*row) for row in connection.execute(query)]


def bases(session: Session, code: str, *, most: int | None = None) -> list[tuple[str, bytes]]:
    """Numbers and states that are remembered of a case, newest first. Raises UnknownCase."""
    connection = session.connection()
    query = select(_H.number, _H.base).where(_H.case_pk == number_of(connection, code)).order_by(_H.pk.desc())
    return [(row.number, row.base) for row in connection.execute(query.limit(most))]


def of_number(session: Session, number: str, way: Way) -> list[tuple[Line, bytes, bytes]]:
    """The lines of one hand-over, each with its state and its secret."""
    query = (
        select(*_SHOWN, _H.base, _H.secret)
        .join(_CASE, _CASE.c.pk == _H.case_pk)
        .where(_H.number == number, _H.way == way)
        .order_by(_CASE.c.code)
    )
    return [(Line(*row[:8]), row.base, row.secret) for row in session.connection().execute(query)]


def codes_by_number(session: Session) -> dict[str, list[str]]:
    """The cases of every number that is remembered, as they are called now."""
    query: Any = select(_H.number, _CASE.c.code).join(_CASE, _CASE.c.pk == _H.case_pk).distinct()
    found: dict[str, list[str]] = {}
    for row in session.connection().execute(query):
        found.setdefault(row.number, []).append(row.code)
    return found


def mark_received(session: Session, number: str, way: Way, at: datetime) -> None:
    """Remember that the receipt came back, or that the cases came home; the first time counts."""
    wanted = (_H.number == number) & (_H.way == way) & _H.receipt.is_(None)
    session.connection().execute(update(handover).where(wanted).values(receipt=at))


def mark_home(session: Session, code: str, at: datetime) -> None:
    """Remember that a case that was on the road is home again. Raises UnknownCase."""
    connection = session.connection()
    wanted = (_H.case_pk == number_of(connection, code)) & (_H.way == "travel") & _H.receipt.is_(None)
    connection.execute(update(handover).where(wanted).values(receipt=at))
