"""Parts of a paper covered by number, for those who name the place instead of drawing on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from hrd_desktop.documents.found import CannotOpen, Found
from hrd_desktop.documents.kinds import PRINTED
from hrd_desktop.documents.redaction import Box
from hrd_desktop.errors import NotPrintable, UnknownBox, UnknownPage
from hrd_desktop.services import covering, evidence
from hrd_desktop.services.evidence import WRITTEN, Reader
from hrd_desktop.services.work import IsCancelled
from hrd_desktop.store import papers
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.papers import Sheets
from hrd_desktop.wording import Wording


def covered(file: CaseFile, code: str, entry: str) -> list[Box]:
    """The boxes of a paper, in the order of their numbers. Raises UnknownCase, UnknownEvidence, UnknownFile."""
    one, _ = evidence.content(file, code, entry)
    return covering.boxes(file, code, one.sha256 or "")


def doubtful(file: CaseFile, code: str, entry: str) -> bool:
    """Whether nobody knows what the boxes of a text cover, so that nothing of it leaves. Raises UnknownCase."""
    return any(row.doubtful for row in evidence.listed(file, code) if row.entry.id == entry)


def change(
    file: CaseFile,
    code: str,
    entry: str,
    reader: Reader,
    words: Wording,
    *,
    add: Sequence[Box] = (),
    remove: Collection[int] | None = (),
    at: datetime | None = None,
    by: str = "",
    cancelled: IsCancelled | None = None,
) -> list[Box]:
    """Cover more of a paper, or less; `remove` are numbers of boxes from 1, None for all of them. Returns the boxes.

    Each page with a new box is made as it leaves and checked before anything is kept. Raises UnknownCase,
    UnknownEvidence, UnknownFile, FileDamaged, NotPrintable, UnknownPage, UnknownBox, Cancelled.
    """
    one, data = evidence.content(file, code, entry)
    digest = one.sha256 or ""
    before = covering.boxes(file, code, digest)
    if remove and (wrong := next((number for number in remove if not 1 <= number <= len(before)), None)) is not None:
        raise UnknownBox(number=wrong, evidence=entry, count=len(before))
    left = [box for number, box in enumerate(before, 1) if remove is not None and number not in remove]
    with file.session() as session:
        known = papers.looked(session, code, digest)
        sheets = papers.sheets(session, code, digest)
    found = Found.from_json(known[0]) if known is not None else reader.look(data, one.file or "", cancelled=cancelled)
    if add:
        sheets = _pages(entry, found, known[1] if known is not None else [], left, sheets, words, cancelled)
        pages = sheets.pages if sheets is not None else found.pages
        for page in sorted({box.page for box in add}):
            if not 0 <= page < pages:
                raise UnknownPage(number=page + 1, evidence=entry, count=pages)
            here = [box for box in (*left, *add) if box.page == page]
            try:
                reader.for_paper(sheets.data if sheets is not None else data, page, here, cancelled=cancelled)
            except CannotOpen as error:
                raise NotPrintable(evidence=entry, reason=words.of_file(f"trouble_{error.trouble}")) from error
    covering.set_boxes(file, code, digest, [*left, *add], sheets=sheets, evidence=entry, at=at, by=by)
    return covering.boxes(file, code, digest)


def _pages(
    entry: str,
    found: Found,
    texts: Sequence[str],
    left: Sequence[Box],
    sheets: Sheets | None,
    words: Wording,
    cancelled: IsCancelled | None,
) -> Sheets | None:
    """The sheets of a text to draw on; None for what has pages of its own. Raises NotPrintable."""
    trouble: str | None = found.trouble or (None if found.kind in PRINTED else "no_pages")
    if found.kind in WRITTEN and left and sheets is None:
        trouble = trouble or "boxes"
    if trouble is not None:
        raise NotPrintable(evidence=entry, reason=words.of_file(f"trouble_{trouble}"))
    return (sheets or covering.typeset(texts, cancelled)) if found.kind in WRITTEN else None
