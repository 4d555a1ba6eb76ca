"""A paper of a case written out of the case file: as it came in, or as it leaves."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.items import ITEMS
from hrd_desktop.documents.cleaned import pdf_of
from hrd_desktop.documents.found import CannotOpen, Found
from hrd_desktop.documents.kinds import PRINTED
from hrd_desktop.errors import BadDate, NotPrintable
from hrd_desktop.services import evidence, record
from hrd_desktop.services.evidence import Reader
from hrd_desktop.services.work import IsCancelled, Progress, written_together
from hrd_desktop.store import papers
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording

WRITTEN = ("text", "mail", "word")


def write_original(
    file: CaseFile, code: str, entry: str, out: Path, *, at: datetime | None = None, by: str = ""
) -> int:
    """Write the file of an entry as it came in, with all that it carries; returns its size in bytes.

    Raises UnknownCase, UnknownEvidence, UnknownFile, FileDamaged, NotWritable, DiskFull.
    """
    _, data = evidence.content(file, code, entry)
    with written_together([(out, data)]):
        record.note(file, "export_evidence", at=at, by=by, code=code, evidence=entry, form="original")
    return len(data)


def write_cleaned(
    file: CaseFile,
    code: str,
    entry: str,
    out: Path,
    reader: Reader,
    words: Wording,
    *,
    at: datetime | None = None,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> int:
    """Write the file of an entry as it leaves: pictures of its pages in a PDF, or its text; returns its size in bytes.

    Raises NotPrintable for what has no pages, and what `write_original` raises.
    """
    one, _ = evidence.content(file, code, entry)
    with file.session() as session:
        known = papers.looked(session, code, one.sha256 or "")
        covered = known is not None and bool(papers.boxes(session, code, one.sha256 or ""))
    found = Found.from_json(known[0]) if known is not None else None
    if found is None or found.trouble is not None or found.kind not in PRINTED or (covered and found.kind in WRITTEN):
        reason = words.of_file(
            f"trouble_{found.trouble}" if found is not None and found.trouble else "trouble_no_pages"
        )
        raise NotPrintable(evidence=entry, reason=reason)
    if found.kind in WRITTEN:
        data = "\n\n".join(known[1] if known is not None else ()).encode()
    else:
        try:
            pages = evidence.paper_pages(file, code, one.sha256 or "", reader, progress=progress, cancelled=cancelled)
        except CannotOpen as error:
            raise NotPrintable(evidence=entry, reason=words.of_file(f"trouble_{error.trouble}")) from error
        data = pdf_of(pages)
    with written_together([(out, data)]):
        record.note(file, "export_evidence", at=at, by=by, code=code, evidence=entry, form="cleaned")
    return len(data)


def values_of(
    *,
    language: str | None = None,
    on: str | None = None,
    person: str | None = None,
    supports: tuple[str, ...] = (),
    received_on: date | None = None,
) -> dict[str, Any]:
    """Fields of an entry from words typed in a terminal; ids and checklist items stand together in `supports`.

    Raises BadDate.
    """
    values: dict[str, Any] = {"language": language, "person": person, "received_on": received_on}
    if on is not None:
        try:
            values["date"] = PartialDate.parse(on)
        except ValueError:
            raise BadDate(text=on) from None
    named = [each.strip() for part in supports for each in part.split(",") if each.strip()]
    values["items"] = [each for each in named if each in ITEMS]
    values["supports"] = [each for each in named if each not in ITEMS]
    return {name: value for name, value in values.items() if value not in (None, [])}
