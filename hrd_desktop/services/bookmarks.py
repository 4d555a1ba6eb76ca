"""Where the work on a case stopped: kept in the case file, so that it goes on there after a kill or a restart."""

from __future__ import annotations

from datetime import datetime

from hrd_desktop.store import bookmarks
from hrd_desktop.store.bookmarks import Bookmark
from hrd_desktop.store.casefile import CaseFile

__all__ = ["Bookmark", "keep"]


def keep(file: CaseFile, code: str, section: str, place: str, guided: bool, *, at: datetime) -> None:
    """Remember the page (`background:P1`), the field on it (empty for none) and the mode. Raises UnknownCase."""
    with file.session() as session:
        bookmarks.save(session, code, section, place or None, guided, at)
