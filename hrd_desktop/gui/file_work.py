"""What the frame asks of the database thread; the libraries of the case file load there, not at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from hrd_desktop.services.cases import OpenedCase
    from hrd_desktop.services.files import CaseFile


def open_case(file: CaseFile, code: str, now: datetime) -> OpenedCase:
    """Load one case with its drafts, and how it stands on the day; the record says so. Raises UnknownCase."""
    from hrd_desktop.services import cases

    return cases.prepared(cases.open_case(file, code, at=now), now.date())


def nothing() -> None:
    """Comes back after all that was asked before."""


def lock(file: CaseFile) -> None:
    """Close the case file once everything asked before is saved."""
    from hrd_desktop.services import files

    files.lock(file)
