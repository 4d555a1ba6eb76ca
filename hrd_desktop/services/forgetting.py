"""Letting go of the bytes of papers whose entry was removed."""

from __future__ import annotations

from datetime import datetime, timedelta

from hrd_desktop.services.history import DAYS
from hrd_desktop.store import record, unused
from hrd_desktop.store.casefile import CaseFile


def forget_unused(file: CaseFile, *, at: datetime, code: str | None = None, at_once: bool = False) -> int:
    """Forget the files that no entry and no sent packet names, once the removal can no longer be taken back.

    With `at_once` those too whose removal could still be taken back. Returns how many there were. Raises UnknownCase.
    """
    with file.session() as session:
        gone = unused.drop_unused(session, since=None if at_once else at - timedelta(days=DAYS), code=code)
        if gone:
            record.note(session, "forget_files", at=at, code=code, files=gone)
    return gone
