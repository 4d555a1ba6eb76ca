"""Keeping which questions about further members of a family were asked, for as long as the case is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from hrd_desktop.store import asked
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.cases import number_of


def keep(file: CaseFile, code: str, replies: Mapping[str, str], *, at: datetime) -> datetime:
    """Remember the reply to each question by its key. Returns `at`. Raises UnknownCase, DiskFull."""
    with file.session() as session:
        asked.keep(session, number_of(session.connection(), code), replies)
    return at
