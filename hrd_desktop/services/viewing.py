"""A paper taken out of the case file to be looked at, in memory alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hrd_desktop.core.evidence import Evidence
from hrd_desktop.services import evidence, record
from hrd_desktop.services.evidence import Box, Found, Sheets
from hrd_desktop.store import papers
from hrd_desktop.store.casefile import CaseFile


@dataclass(frozen=True)
class Opened:
    """A paper with all that is known of it; `found` is None where nobody has looked yet, `sheets` where
    there are no boxes, or it is not known which pages these were drawn on."""

    entry: Evidence
    data: bytes
    found: Found | None
    texts: tuple[str, ...]
    boxes: tuple[Box, ...]
    sheets: Sheets | None = None


def opened(file: CaseFile, code: str, entry: str, *, at: datetime | None = None, by: str = "") -> Opened:
    """Take a paper out to be looked at; the record says so.

    Raises UnknownCase, UnknownEvidence, UnknownFile, FileDamaged.
    """
    one, data = evidence.content(file, code, entry)
    record.looked(file, "view_evidence", at=at, by=by, code=code, evidence=entry)
    sha256 = one.sha256 or ""
    with file.session() as session:
        known = papers.looked(session, code, sha256)
        sheets = papers.sheets(session, code, sha256)
    found, texts = (Found.from_json(known[0]), tuple(known[1])) if known is not None else (None, ())
    return Opened(one, data, found, texts, tuple(evidence.boxes(file, code, sha256)), sheets)
