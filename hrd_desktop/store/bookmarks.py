"""Where in a case the work stopped, so that opening it again goes on there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hrd_desktop.store.cases import number_of
from hrd_desktop.store.ledger import bookmark


@dataclass(frozen=True)
class Bookmark:
    """The section, the field in it (None: the section as a whole), and whether one question was asked at a time."""

    section: str
    place: str | None
    guided: bool
    at: datetime


def save(session: Session, code: str, section: str, place: str | None, guided: bool, at: datetime) -> None:
    """Keep where the work on a case stands now; what was kept before is replaced. Raises UnknownCase."""
    connection = session.connection()
    values = {"section": section, "place": place, "guided": int(guided), "at": at}
    statement = insert(bookmark).values(case_pk=number_of(connection, code), **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["case_pk"], set_=values))


def load(session: Session, code: str) -> Bookmark | None:
    """Where the work on a case stopped; None for a case that was never worked on. Raises UnknownCase."""
    connection = session.connection()
    found = connection.execute(select(bookmark).where(bookmark.c.case_pk == number_of(connection, code))).one_or_none()
    return Bookmark(found.section, found.place, bool(found.guided), found.at) if found else None
