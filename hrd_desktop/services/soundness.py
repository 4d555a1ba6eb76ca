"""Checks of the case file that run by themselves: a quick one at each opening, a full one each week."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hrd_desktop.errors import DiskFailed, DiskFull, NotWritable
from hrd_desktop.services.work import IsCancelled, Progress
from hrd_desktop.store import remembered
from hrd_desktop.store.casefile import CaseFile, VerifyReport
from hrd_desktop.store.verify import check_beside

DAYS_BETWEEN_FULL = 7
_QUICK, _FULL = "checked_quick", "checked_full"


@dataclass(frozen=True)
class Checked:
    """The days of the last checks that found the file sound; None where there was none yet."""

    quick: date | None
    full: date | None

    def full_is_due(self, on: date) -> bool:
        """Whether a week is over. A clock that was put back does not put the check off for longer than that."""
        return self.full is None or abs(on - self.full) >= timedelta(days=DAYS_BETWEEN_FULL)


def last(file: CaseFile) -> Checked:
    """When the file was last found sound."""
    with file.session() as session:
        return Checked(_day(remembered.load(session, _QUICK)), _day(remembered.load(session, _FULL)))


def check(
    file: CaseFile, *, full: bool, on: date, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> VerifyReport:
    """Read the whole file beside whatever goes on in it, from any thread, and remember the day if it is sound.

    Quick: every page in use is authentic and in its place; `full`: and every index and reference agrees, and the record
    of what was done is whole. Raises DatabaseDamaged, DiskFailed; Cancelled as soon as the file is locked; RecordBroken
    where all else is sound: the day is remembered then, for no backup mends a record.
    """
    with file.beside(cancelled) as database:
        stopped = file.stopped(cancelled)
        report = check_beside(database, file.path, full=full, progress=progress, stopped=stopped)
    proof = file.prove_record(cancelled) if full else None
    # What was found stands also where the disk takes nothing more: the check is then due again the next time.
    with suppress(DiskFull, NotWritable, DiskFailed), file.session() as session:
        for name in (_QUICK, _FULL) if full else (_QUICK,):
            remembered.keep(session, name, on.isoformat())
    if proof is None:
        return report
    if (refusal := proof.refusal(file.path)) is not None:
        raise refusal
    return replace(report, entries=proof.entries)


def check_now(
    file: CaseFile, on: date, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> VerifyReport:
    """The check that is due when a file is opened: full once a week, quick otherwise. Raises as `check` does."""
    return check(file, full=last(file).full_is_due(on), on=on, progress=progress, cancelled=cancelled)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
