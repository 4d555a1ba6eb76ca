"""Pages of papers made ready for the packet: each is made once and kept, encrypted, in the case file.

Files are opened in processes of their own, never while the database waits: bytes come out of the case file, are worked
on, and what was made goes back in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hrd_desktop.documents.crew import Crew, Wanted
from hrd_desktop.documents.found import CannotOpen, Found
from hrd_desktop.documents.kinds import PICTURES, PRINTED, WRITTEN
from hrd_desktop.documents.limits import MIB
from hrd_desktop.documents.reader import Reader
from hrd_desktop.documents.redaction import Box
from hrd_desktop.documents.scans import Prepared
from hrd_desktop.services.work import IsCancelled, Progress, step
from hrd_desktop.store import blobs, papers
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.papers import Sheets

__all__ = [
    "AHEAD_BYTES",
    "CannotOpen",
    "Missing",
    "Prepared",
    "keep",
    "make",
    "missing",
    "missing_of",
    "paper_pages",
    "ready",
    "source",
]

AHEAD_BYTES = 64 * MIB
"""A larger file is not made ready ahead: each time it is read the case file would be busy for too long."""

_MADE_AS = "2"
"""Raised when pages are made ready in another way, so that those kept are made again."""

_PIXEL = 4  # bytes of memory for each pixel of a picture
_PDF = 60 * MIB  # for a page of a PDF, drawn


@dataclass(frozen=True)
class Missing:
    """A page that is not ready, and how it is to be made; `made_with` stands for these choices."""

    sha256: str
    page: int
    boxes: tuple[Box, ...]
    photograph: bool | None
    made_with: str
    memory: int
    """About how much opening it takes, beside the file itself."""


def missing(file: CaseFile, code: str, sha256: str, *, photograph: bool | None = None) -> list[Missing]:
    """The pages of a file that are not ready as they are to leave now. Raises UnknownFile."""
    with file.session() as session:
        ready = papers.made_with(session, code, sha256)
    return [one for one in _pages(file, code, sha256, photograph) if ready.get(one.page) != one.made_with]


def missing_of(file: CaseFile, code: str, sha256: str) -> tuple[list[Missing], bytes]:
    """The same, and what they are made of if there are any. Raises UnknownFile, FileDamaged."""
    todo = missing(file, code, sha256)
    return todo, source(file, code, sha256) if todo else b""


def source(file: CaseFile, code: str, sha256: str) -> bytes:
    """What the pages are made of: the sheets of a covered text, else the file. Raises UnknownFile, FileDamaged."""
    with file.session() as session:
        sheets = papers.sheets(session, code, sha256)
        return sheets.data if sheets is not None else blobs.get(session, code, sha256)


def keep(file: CaseFile, code: str, one: Missing, made: Prepared) -> None:
    """Keep a page that was made. Raises UnknownFile."""
    form = f"{made.form}-colour" if made.colour else made.form
    page = papers.PaperPage(one.page, one.made_with, form, made.width, made.height, made.dpi, made.data)
    with file.session() as session:
        papers.keep_page(session, code, one.sha256, page)


def make(
    file: CaseFile,
    code: str,
    digests: Sequence[str],
    reader: Reader,
    *,
    photograph: bool | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Mapping[str, CannotOpen]:
    """Make what is missing of these files, many pages in a few processes side by side; returns those that cannot be.

    What was made before somebody stopped it is kept. Raises UnknownFile, FileDamaged, Cancelled.
    """
    todo = [one for sha256 in dict.fromkeys(digests) for one in missing(file, code, sha256, photograph=photograph)]
    refused: dict[str, CannotOpen] = {}

    def wanted() -> Iterator[Wanted[Missing]]:
        held, data = "", b""
        for one in todo:
            if one.sha256 in refused:
                continue
            if one.sha256 != held:
                held, data = one.sha256, source(file, code, one.sha256)
            yield Wanted(one, data, len(data) + one.memory, one.page, list(one.boxes), one.photograph)

    step(0, max(1, len(todo)), progress, cancelled)
    with Crew(reader, len(todo)) as crew:
        for done, (one, made) in enumerate(crew.for_paper(wanted(), cancelled), 1):
            if isinstance(made, CannotOpen):
                refused.setdefault(one.sha256, made)
            else:
                keep(file, code, one, made)
            step(done, len(todo), progress, cancelled)
    return refused


def paper_pages(
    file: CaseFile,
    code: str,
    sha256: str,
    reader: Reader,
    *,
    photograph: bool | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> list[Prepared]:
    """The pages of a file ready for paper; of a covered text those of its sheets.

    Raises UnknownFile, FileDamaged, CannotOpen, Cancelled.
    """
    refused = make(file, code, [sha256], reader, photograph=photograph, progress=progress, cancelled=cancelled)
    if refused:
        raise refused[sha256]
    return ready(file, code, sha256, photograph=photograph)


def ready(file: CaseFile, code: str, sha256: str, *, photograph: bool | None = None) -> list[Prepared]:
    """The pages of a file that were made ready and are still as they are to leave. Raises UnknownFile."""
    wanted = _pages(file, code, sha256, photograph)
    with file.session() as session:
        kept = [papers.page(session, code, sha256, one.page, one.made_with) for one in wanted]
    return [_prepared(page) for page in kept if page is not None]


def _pages(file: CaseFile, code: str, sha256: str, photograph: bool | None) -> list[Missing]:
    """Every page of a file as it is to leave; none of a text that is set anew."""
    with file.session() as session:
        known = papers.looked(session, code, sha256)
        covered = [Box(**vars(box)) for box in papers.boxes(session, code, sha256)]
        sheets = papers.sheets(session, code, sha256)
    look = Found.from_json(known[0]) if known is not None else None
    count = look.pages if look is not None and look.kind in PRINTED and look.kind not in WRITTEN else 0
    if sheets is not None:
        count, photograph = sheets.pages, False
    memory = _PDF if look is None or look.kind not in PICTURES else _PIXEL * look.width * look.height
    found: list[Missing] = []
    for number in range(count):
        here = tuple(box for box in covered if box.page == number)
        found.append(Missing(sha256, number, here, photograph, _choices(here, photograph, sheets), memory))
    return found


def _choices(covered: Sequence[Box], photograph: bool | None, sheets: Sheets | None) -> str:
    told = json.dumps([_MADE_AS, photograph, [list(vars(box).values()) for box in covered]]).encode()
    return hashlib.sha256(told + (sheets.data if sheets is not None else b"")).hexdigest()[:16]


def _prepared(kept: papers.PaperPage) -> Prepared:
    form, _, colour = kept.form.partition("-")
    known: Literal["g4", "jpeg"] = "g4" if form == "g4" else "jpeg"
    return Prepared(kept.data, kept.width, kept.height, kept.dpi, known, bool(colour))
