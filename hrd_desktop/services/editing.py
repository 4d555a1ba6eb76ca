"""Saving what a caseworker enters: one short transaction for each edit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hrd_desktop.core.edit import Change, Draft
from hrd_desktop.store import drafts, edits
from hrd_desktop.store.casefile import CaseFile


def change(
    file: CaseFile,
    code: str,
    changes: Sequence[Change],
    *,
    at: datetime,
    by: str = "",
    drop: Sequence[str] = (),
    back: bool = False,
) -> datetime:
    """Make these changes in one transaction and drop the drafts they complete. Returns `at`, the time of saving.

    `back` says that they take back what was done before: the record calls them so.

    All or none; once this returns, the changes are on the disk. Raises EditRefused, DiskFull, UnknownCase.
    """
    with file.session() as session:
        edits.apply(session, code, changes, at=at, by=by, action="take_back" if back else None)
        for key in drop:
            drafts.drop(session, code, key)
    return at


def save_draft(file: CaseFile, code: str, draft: Draft, *, at: datetime) -> datetime:
    """Keep a row that is begun but not complete. Returns `at`."""
    with file.session() as session:
        drafts.save(session, code, draft)
    return at


def drop_draft(file: CaseFile, code: str, key: str, *, at: datetime) -> datetime:
    """Forget a row that was begun. Returns `at`."""
    with file.session() as session:
        drafts.drop(session, code, key)
    return at
