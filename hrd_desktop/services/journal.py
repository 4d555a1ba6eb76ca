"""When the entries of a journal were written down, and by whom: the format keeps the day, the history the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hrd_desktop.store import history
from hrd_desktop.store.casefile import CaseFile

_LIST = "case.journal"


@dataclass(frozen=True)
class Written:
    """The moment of writing (UTC) and who wrote; `by` is empty where nobody said so."""

    at: datetime
    by: str


def written(file: CaseFile, code: str) -> dict[str, Written]:
    """By the id of the entry. What was imported has no history, and is not here. Raises UnknownCase."""
    with file.session() as session:
        found = history.entries(session, code, _LIST)
    # The newest comes first: of an entry that was taken back and made again, the first time counts.
    return {entry.after.id: Written(entry.at, entry.by) for entry in found if entry.action == "add"}
