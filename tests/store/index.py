"""The index of passages as it stands, and as it would be if it were made anew from the cases."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from hrd_desktop.store import cases, passages
from hrd_desktop.store.cases import number_of


def indexed(session: Session) -> list[tuple[Any, ...]]:
    """Every passage with its words, in an order of its own."""
    found = session.connection().execute(
        text(
            "SELECT p.case_pk, p.place, p.kind, s.words FROM passage p FULL JOIN passage_search s ON s.rowid = p.pk"
            " ORDER BY p.case_pk, p.place, p.pk"
        )
    )
    return [tuple(row) for row in found]


def made_anew(session: Session) -> list[tuple[Any, ...]]:
    """What `indexed` should say, made from what the cases hold."""
    wanted = []
    for code in cases.codes(session):
        case_pk = number_of(session.connection(), code)
        wanted += [(case_pk, *one) for one in passages.of_case(cases.load(session, code))]
    return sorted(wanted, key=lambda one: one[:2])


def sound(session: Session) -> None:
    """SQLite's own check of the index against its content."""
    session.execute(text("INSERT INTO passage_search(passage_search, rank) VALUES('integrity-check', 1)"))
