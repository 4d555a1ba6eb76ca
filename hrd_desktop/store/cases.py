"""Whole cases in and out of the case file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from hrd_desktop.core.case import Case
from hrd_desktop.errors import CaseExists, UnknownCase
from hrd_desktop.store import asked, caseload, passages
from hrd_desktop.store.rows import Writer, read_cases
from hrd_desktop.store.tables import tables

_CASE = tables["case"]


def add(session: Session, cases: Sequence[Case], *, at: datetime | None = None) -> None:
    """Put cases into the file; `at` (now, if not given) is what the list shows as last change. Raises CaseExists.

    All or none, as long as the caller's transaction ends with the error.
    """
    connection = session.connection()
    taken = set(codes(session))
    writer = Writer(connection)
    numbers: list[int] = []
    for case in cases:
        if case.code in taken:
            raise CaseExists(code=case.code)
        taken.add(case.code)
        numbers.append(writer.add_case(case))
    writer.write()
    new = dict(zip(numbers, cases, strict=True))
    caseload.insert_rows(connection, new, at or datetime.now(UTC))
    passages.add_cases(connection, new)


def load(session: Session, code: str) -> Case:
    """The case of this code, whole. Raises UnknownCase."""
    return load_many(session, [code])[0]


def load_many(session: Session, codes: Sequence[str], *, kinds: frozenset[str] | None = None) -> list[Case]:
    """The cases of these codes in that order. Raises UnknownCase. A few hundred at a time keep memory low.

    `kinds` names the objects of the format that are wanted (`person`, `milestone`); without the others a case is read
    several times as fast, and is good for counting alone.
    """
    connection = session.connection()
    found = connection.execute(select(_CASE.c.code, _CASE.c.pk).where(_CASE.c.code.in_(codes))).all()
    numbers = dict(found)
    for code in codes:
        if code not in numbers:
            raise UnknownCase(code=code)
    loaded = read_cases(connection, list(numbers.values()), kinds)
    return [loaded[numbers[code]] for code in codes]


def codes(session: Session) -> list[str]:
    """The codes of all cases, sorted."""
    return list(session.connection().scalars(select(_CASE.c.code).order_by(_CASE.c.code)))


def number_of(connection: Connection, code: str) -> int:
    """The case_pk of a case. Raises UnknownCase."""
    pk: int | None = connection.scalar(select(_CASE.c.pk).where(_CASE.c.code == code))
    if pk is None:
        raise UnknownCase(code=code)
    return pk


def delete(session: Session, code: str) -> None:
    """Take a case out with all that is kept beside it and all words of it that could be found. Raises UnknownCase."""
    connection = session.connection()
    case_pk = number_of(connection, code)
    asked.keep(session, case_pk, {})
    caseload.delete_row(connection, case_pk)
    passages.drop_case(connection, case_pk)
    connection.execute(_CASE.delete().where(_CASE.c.pk == case_pk))
