"""Papers behind a case: taken in, read back, looked at, covered in parts, made ready for paper, taken out.

Files are opened in a process of their own (`Reader`), never while the database waits: bytes come out of the case file,
are worked on, and what was made goes back in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import EvidenceKind
from hrd_desktop.core.edit import AddRow, removal
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.places import rows_by_id
from hrd_desktop.core.sealed import sealed_rows
from hrd_desktop.documents.found import CannotOpen, Carried, Flaw, Found, Trouble
from hrd_desktop.documents.kinds import PICTURES, PRINTED, WRITTEN, FileKind, kind_of
from hrd_desktop.documents.limits import MOST_BYTES
from hrd_desktop.documents.reader import Reader
from hrd_desktop.documents.redaction import Box
from hrd_desktop.documents.scans import Prepared
from hrd_desktop.errors import FileTooLarge, UnknownEvidence, UnreadableFile
from hrd_desktop.exchange.case_json import read_case, write_case
from hrd_desktop.packet import outward
from hrd_desktop.packet.exhibits import Exhibit, in_order
from hrd_desktop.services import ready_pages
from hrd_desktop.services.covering import boxes, set_boxes
from hrd_desktop.services.ready_pages import paper_pages
from hrd_desktop.services.work import IsCancelled, Progress, rising, step
from hrd_desktop.store import blobs, edits, history, papers
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.papers import Sheets

__all__ = [
    "KINDS",
    "MOST_BYTES",
    "PICTURES",
    "PRINTED",
    "WRITTEN",
    "Added",
    "Box",
    "CannotOpen",
    "Carried",
    "FileKind",
    "Flaw",
    "Found",
    "Listed",
    "Reader",
    "Sheets",
    "Trouble",
    "boxes",
    "paper_pages",
    "set_boxes",
]

KINDS: tuple[EvidenceKind, ...] = get_args(get_args(EvidenceKind)[0])
"""What kinds of papers there are."""


@dataclass(frozen=True)
class Added:
    """A file that was taken in: its digest, what was found, and entries of the case that hold the same file already."""

    sha256: str
    found: Found
    same_as: tuple[str, ...] = ()
    evidence: str = ""


@dataclass(frozen=True)
class Listed:
    """One entry of the evidence list; `kept` says whether its file is in the case file, `found` what it is.

    Of a text that is `doubtful` nobody knows what its boxes cover: nothing of it leaves until somebody has looked.
    """

    entry: Evidence
    kept: bool
    found: Found | None
    boxes: int
    sealed: bool = False
    doubtful: bool = False


def read_file(path: Path) -> bytes:
    """The bytes of a file somebody chose. Raises UnreadableFile, FileTooLarge."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileTooLarge(limit=MOST_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path=str(path)) from error


def look(data: bytes, name: str, reader: Reader, *, cancelled: IsCancelled | None = None) -> tuple[Found, list[str]]:
    """What a file is, and the text of its pages for searching. Raises Cancelled."""
    found = reader.look(data, name, cancelled=cancelled)
    texts: list[str] = []
    if found.trouble is None and found.kind in PRINTED and found.kind not in PICTURES:
        try:
            texts = reader.texts(data, name, cancelled=cancelled)
        except CannotOpen:
            texts = []  # it can be seen, only not searched
    return found, texts


def keep(
    file: CaseFile,
    code: str,
    data: bytes,
    found: Found,
    texts: Sequence[str],
    *,
    at: datetime,
    progress: Progress | None = None,
) -> Added:
    """Keep a file in the case file, read back and compared, without an entry for it yet.

    Raises UnknownCase, FileDamaged, DiskFull.
    """
    with file.session() as session:
        kept = blobs.put(session, code, data, at=at, progress=progress)
        papers.set_look(session, code, kept.sha256, found.to_json(), texts)
        case = stored.load(session, code)
    return Added(kept.sha256, found, same_file(case, kept.sha256))


def same_file(case: Case, sha256: str) -> tuple[str, ...]:
    """Entries of a case that name this very file."""
    return tuple(entry.id for entry in case.evidence if entry.sha256 == sha256)


def add(
    file: CaseFile,
    code: str,
    data: bytes,
    name: str,
    *,
    title: str,
    kind: EvidenceKind,
    at: datetime,
    reader: Reader,
    by: str = "",
    values: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Added:
    """Take a file in with an entry in the evidence list: both or neither. `values` are further fields of the entry.

    Raises UnknownCase, BadCaseJson, EditRefused, FileTooLarge, FileDamaged, DiskFull, Cancelled.
    """
    if len(data) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES)
    found, texts = look(data, name, reader, cancelled=cancelled)
    step(0, len(data), progress, cancelled)
    with file.session() as session:
        case = stored.load(session, code)
        kept = blobs.put(session, code, data, at=at, progress=progress)
        papers.set_look(session, code, kept.sha256, found.to_json(), texts)
        row = entry(fresh_id(case, history.removed_ids(session, code)), name, found, title=title, kind=kind)
        for field, value in (values or {}).items():
            setattr(row, field, value)
        same = same_file(case, kept.sha256)
        case.evidence.append(row)
        read_case(write_case(case), code)  # what an entry may not hold is refused with its place
        edits.apply(session, code, [AddRow("case.evidence", row)], at=at, by=by)
    return Added(kept.sha256, found, same, row.id)


def entry(row_id: str, name: str, found: Found, *, title: str, kind: EvidenceKind) -> Evidence:
    """The entry for a file as it was found."""
    return Evidence(
        id=row_id, title=title, kind=kind, file=plain_name(name, found), sha256=found.sha256, pages=found.pages or None
    )


_ENDINGS: Mapping[FileKind, str] = {
    "pdf": "pdf", "jpeg": "jpg", "png": "png", "tiff": "tif", "heic": "heic", "webp": "webp", "text": "txt",
    "mail": "eml", "word": "docx", "audio": "audio", "video": "video", "unknown": "bin",
}  # fmt: skip


def plain_name(name: str, found: Found) -> str:
    """A name that tells nothing, because file names often hold those of people; a sensible ending stays."""
    ending = Path(name).suffix.lower().lstrip(".")
    if not (ending.isascii() and ending.isalnum() and len(ending) <= 5):
        ending = _ENDINGS[found.kind]
    return f"{found.sha256[:12]}.{ending}"


def fresh_id(case: Case, gone: frozenset[str] = frozenset()) -> str:
    """An id that no row of the case has, and none had that is `gone`."""
    taken = {*rows_by_id(case), *gone}
    return next(key for number in range(1, 10_000) if (key := f"EV{number}") not in taken)


def listed(file: CaseFile, code: str) -> list[Listed]:
    """The evidence list of a case with what is known of each file. Raises UnknownCase."""
    with file.session() as session:
        case = stored.load(session, code)
        kept = {each.sha256 for each in blobs.of_case(session, code)}
        sealed = sealed_rows(case)
        found: list[Listed] = []
        for one in case.evidence:
            here = one.sha256 is not None and one.sha256 in kept
            known = papers.looked(session, code, one.sha256) if here and one.sha256 else None
            count = len(papers.boxes(session, code, one.sha256)) if here and one.sha256 else 0
            told = Found.from_json(known[0]) if known else None
            written = told is not None and told.kind in WRITTEN
            doubtful = written and count > 0 and papers.sheets(session, code, one.sha256 or "") is None
            found.append(Listed(one, here, told, count, one.id in sealed, doubtful))
    return found


def content(file: CaseFile, code: str, evidence: str) -> tuple[Evidence, bytes]:
    """An entry and the bytes of its file. Raises UnknownCase, UnknownEvidence, UnknownFile, FileDamaged."""
    with file.session() as session:
        one = _entry(stored.load(session, code), evidence)
        return one, blobs.get(session, code, one.sha256 or "")


def _entry(case: Case, evidence: str) -> Evidence:
    for one in case.evidence:
        if one.id == evidence:
            return one
    raise UnknownEvidence(evidence=evidence)


def remove(file: CaseFile, code: str, evidence: str, *, at: datetime, by: str = "") -> None:
    """Take an entry out of the list. Its bytes stay for as long as the removal can be taken back (`forget_unused`).

    Raises UnknownCase, UnknownEvidence, EditRefused.
    """
    with file.session() as session:
        case = stored.load(session, code)
        _entry(case, evidence)
        edits.apply(session, code, removal(case, evidence), at=at, by=by)


def exhibits(
    file: CaseFile,
    case: Case,
    reader: Reader,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> list[Exhibit]:
    """The exhibits of a case as they leave, numbered. Sealed papers are left out; what cannot be printed is listed.

    Raises UnknownCase, FileDamaged, Cancelled.
    """
    chosen = in_order(outward.exhibits_of(case))
    texts = [_text_of(file, case.code, one) for one in chosen]
    pictured = [one.sha256 for one, text in zip(chosen, texts, strict=True) if text is None and one.sha256]
    refused = ready_pages.make(
        file, case.code, pictured, reader, progress=rising(progress, 0, 900), cancelled=cancelled
    )  # fmt: skip
    told = rising(progress, 900, 1000)
    made: list[Exhibit] = []
    for number, (one, text) in enumerate(zip(chosen, texts, strict=True), 1):
        step(number - 1, len(chosen), told, cancelled)
        pages: Sequence[Prepared] = ()
        if text is None and one.sha256 and one.sha256 not in refused:
            pages = ready_pages.ready(file, case.code, one.sha256)
        made.append(Exhibit(number, one, one.sha256 or "", tuple(pages), text or ""))
    return made


def _text_of(file: CaseFile, code: str, one: Evidence) -> str | None:
    """What a paper leaves as where that is a text, empty for what is only listed; None for pictures of its pages."""
    with file.session() as session:
        if one.sha256 is None or blobs.find(session, code, one.sha256) is None:
            return ""
        known = papers.looked(session, code, one.sha256)
        covered = bool(papers.boxes(session, code, one.sha256))
        sheets = papers.sheets(session, code, one.sha256) if covered else None
    found = Found.from_json(known[0]) if known is not None else None
    if known is None or found is None or found.trouble is not None or found.kind not in PRINTED:
        return ""
    if found.kind in WRITTEN and sheets is None:
        # Where nobody knows which pages the boxes were drawn on, nothing of the text leaves.
        return "" if covered else "\n\n".join(known[1])
    return None


def kind_of_file(data: bytes, name: str) -> FileKind:
    """What kind of file some bytes are."""
    return kind_of(data, name)
