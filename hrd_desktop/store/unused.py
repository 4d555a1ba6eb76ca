"""Kept files that nothing names any more: which they are, and letting them go."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from hrd_desktop.store.attachments import blob, sent, sent_file
from hrd_desktop.store.cases import number_of
from hrd_desktop.store.ledger import draft, edit_history
from hrd_desktop.store.tables import tables


def drop_unused(session: Session, *, since: datetime | None = None, code: str | None = None) -> int:
    """Forget every file that no entry, no begun entry and no sent packet names; returns how many there were.

    What came in, or was named in a change, after `since` stays: that change may still be taken back. With a code only
    files of that case. Raises UnknownCase.
    """
    connection = session.connection()
    entry = tables["evidence"]
    wanted = [
        ~exists().where(entry.c.case_pk == blob.c.case_pk, entry.c.sha256 == blob.c.sha256),
        ~exists().where(sent_file.c.blob_pk == blob.c.pk),
        ~exists().where(sent.c.case_pk == blob.c.case_pk, func.instr(sent.c.options, blob.c.sha256) > 0),
        ~exists().where(draft.c.case_pk == blob.c.case_pk, func.instr(draft.c.data, blob.c.sha256) > 0),
    ]
    if since is not None:
        told = edit_history.c
        named = (func.instr(func.coalesce(told.before, ""), blob.c.sha256) > 0) | (
            func.instr(func.coalesce(told.after, ""), blob.c.sha256) > 0
        )
        wanted += [blob.c.at < since, ~exists().where(told.case_pk == blob.c.case_pk, told.at >= since, named)]
    if code is not None:
        wanted.append(blob.c.case_pk == number_of(connection, code))
    gone = connection.scalars(select(blob.c.pk).where(*wanted)).all()
    if gone:
        connection.execute(delete(blob).where(blob.c.pk.in_(gone)))
    return len(gone)
