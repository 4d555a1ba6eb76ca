"""What is covered on papers: boxes on pages, and of a text the pages they lie on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from hrd_desktop.documents.redaction import Box
from hrd_desktop.packet.text_pages import text_pages
from hrd_desktop.services.work import IsCancelled
from hrd_desktop.store import papers, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.papers import Sheets


def boxes(file: CaseFile, code: str, sha256: str) -> list[Box]:
    """What is covered on the pages of a file. Raises UnknownFile."""
    with file.session() as session:
        return [Box(**vars(box)) for box in papers.boxes(session, code, sha256)]


def sheets_of(file: CaseFile, code: str, sha256: str) -> Sheets | None:
    """The pages that the boxes of a text were drawn on, if that is known. Raises UnknownFile."""
    with file.session() as session:
        return papers.sheets(session, code, sha256)


def typeset(texts: Sequence[str], cancelled: IsCancelled | None = None) -> Sheets:
    """The text of a paper on pages, to draw boxes on. Raises Cancelled."""
    return Sheets(*text_pages("\n\n".join(texts), cancelled))


def set_boxes(
    file: CaseFile,
    code: str,
    sha256: str,
    covered: Sequence[Box],
    *,
    sheets: Sheets | None = None,
    evidence: str | None = None,
    at: datetime | None = None,
    by: str = "",
) -> None:
    """Cover these parts of a file on everything that leaves, and no others. The original stays as it is.

    Of a text, `sheets` are the pages that somebody saw the boxes on: a text with boxes leaves as pictures of these, and
    without them not at all. `evidence` is the entry that the record names.
    """
    told = {"boxes": len(covered)} | ({"evidence": evidence} if evidence else {})
    with file.session() as session:
        papers.set_boxes(session, code, sha256, [papers.Covered(**vars(box)) for box in covered], sheets)
        record.note(session, "covered", at=at or datetime.now(UTC), by=by, code=code, **told)
