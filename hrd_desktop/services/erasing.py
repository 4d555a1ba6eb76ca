"""Erasing a case with everything it held, and saying what may remain elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hrd_desktop.core.dates import add_months
from hrd_desktop.errors import NotConfirmed
from hrd_desktop.store import erasing, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.erasing import Held

__all__ = ["Erased", "Held", "backups_until", "confirms", "erase_case", "weigh"]

_LONGEST_BACKUP = 12
"""Months after which a backup that rotates is gone."""


@dataclass(frozen=True)
class Erased:
    """What went. `at_rest` is false where other work was reading the file: the rest goes when it is locked."""

    held: Held
    at_rest: bool


def weigh(file: CaseFile, code: str) -> Held:
    """What erasing a case would take away, to be shown before. Raises UnknownCase."""
    with file.session() as session:
        return erasing.weigh(session, code)


def confirms(typed: str, code: str) -> bool:
    """Whether what was typed is the code of the case; small letters do."""
    return typed.strip().upper() == code


def erase_case(file: CaseFile, code: str, typed: str, *, at: datetime, by: str = "") -> Erased:
    """Erase a case: everything it held, for good, in one transaction. Nobody can take this back.

    `typed` is its code, typed by a person. The pages it took are overwritten and used again; the file does not shrink.
    Raises UnknownCase, NotConfirmed, DiskFull: until it returns nothing is gone.
    """
    with file.session() as session:
        held = erasing.weigh(session, code)
        if not confirms(typed, code):
            raise NotConfirmed(word=code)
        # The word that stands for the case in the record goes with it: what is noted tells no longer of which case.
        record.note(session, "erase", at=at, by=by, code=code)
        erasing.erase(session, code, at=at, by=by)
    return Erased(held, file.settle())


def backups_until(on: date) -> date:
    """By when backups that were made until this day have rotated out, if the program is used now and then."""
    return add_months(on, _LONGEST_BACKUP)
