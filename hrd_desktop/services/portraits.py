"""Photographs of the persons of a case, ready for paper, and what of them is not as the papers ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hrd_desktop.core.case import Case
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.sealed import sealed_rows
from hrd_desktop.documents.found import CannotOpen
from hrd_desktop.documents.portraits import PortraitFlaw
from hrd_desktop.documents.reader import Reader
from hrd_desktop.documents.redaction import Box
from hrd_desktop.documents.scans import Prepared
from hrd_desktop.packet import outward
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.services.work import IsCancelled
from hrd_desktop.store import blobs, papers
from hrd_desktop.store.casefile import CaseFile


@dataclass(frozen=True)
class Portrait:
    """The photograph of one person: its entry, its picture, and what to warn of."""

    evidence: str
    picture: Prepared
    flaws: Sequence[PortraitFlaw]


def portraits(
    file: CaseFile, case: Case, reader: Reader, recipient: str, on: date, *, cancelled: IsCancelled | None = None
) -> dict[str, Portrait]:
    """By person, the newest photograph of each who agreed that this recipient gets it; none that cannot be opened.

    Raises UnknownCase, FileDamaged, Cancelled.
    """
    found: dict[str, Portrait] = {}
    for person, entry in newest(case).items():
        if outward.agreed(case, person, "photographs", recipient, on):
            made = _made(file, case.code, entry, reader, cancelled)
            if made is not None:
                found[person] = made
    return found


def as_exhibits(
    file: CaseFile, case: Case, reader: Reader, recipient: str, on: date, *, cancelled: IsCancelled | None = None
) -> list[Exhibit]:
    """The same as the packet takes them, among its papers."""
    found = portraits(file, case, reader, recipient, on, cancelled=cancelled)
    entries = {entry.id: entry for entry in case.evidence}
    return [
        Exhibit(0, entries[one.evidence], entries[one.evidence].sha256 or "", (one.picture,)) for one in found.values()
    ]


def newest(case: Case) -> dict[str, Evidence]:
    """The latest photograph of each person that is not sealed; of two of one day the one listed later."""
    sealed = sealed_rows(case)
    chosen: dict[str, Evidence] = {}
    for entry in case.evidence:
        if entry.kind == "portrait" and entry.person and entry.sha256 and entry.id not in sealed:
            held = chosen.get(entry.person)
            if held is None or _day(entry) >= _day(held):
                chosen[entry.person] = entry
    return chosen


def check(data: bytes, reader: Reader) -> list[PortraitFlaw]:
    """What of a photograph is not as the papers ask for it; nothing of one that cannot be opened."""
    try:
        return reader.portrait(data, [])[1]
    except CannotOpen:
        return []


def _day(entry: Evidence) -> str:
    return str(entry.date or "")


def _made(file: CaseFile, code: str, entry: Evidence, reader: Reader, cancelled: IsCancelled | None) -> Portrait | None:
    digest = entry.sha256 or ""
    with file.session() as session:
        if blobs.find(session, code, digest) is None:
            return None
        data = blobs.get(session, code, digest)
        boxes = [Box(**vars(box)) for box in papers.boxes(session, code, digest)]
    try:
        picture, flaws = reader.portrait(data, boxes, cancelled=cancelled)
    except CannotOpen:
        return None
    return Portrait(entry.id, picture, tuple(flaws))
