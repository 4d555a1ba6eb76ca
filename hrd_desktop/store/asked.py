"""Which of the questions about further members of a family were asked, so that nobody is asked them anew each day.

Kept under the random word that stands for the case in the record: the questions by what they are, no answer in words.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from hrd_desktop.store import remembered
from hrd_desktop.store.keeping import case_token


def load(session: Session, case_pk: int) -> dict[str, str]:
    """The reply to each question, by its key."""
    name = _name(session, case_pk)
    found = remembered.load(session, name) if name else None
    if not isinstance(found, dict):
        return {}
    return {key: reply for key, reply in found.items() if isinstance(reply, str)}


def keep(session: Session, case_pk: int, replies: Mapping[str, str]) -> None:
    """Put these in the place of those that were there; a case of which the record knows nothing keeps none."""
    name = _name(session, case_pk)
    if name:
        remembered.keep(session, name, dict(replies) or None)


def _name(session: Session, case_pk: int) -> str:
    token = session.connection().scalar(select(case_token.c.token).where(case_token.c.case_pk == case_pk))
    return f"family_asked:{token}" if token else ""
