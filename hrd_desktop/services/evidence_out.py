"""A paper of a case written out of the case file: as it came in, or as it leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from hrd_desktop.core.codes import EvidenceKind
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.items import ITEMS
from hrd_desktop.core.schema import Kind, field_of
from hrd_desktop.documents.cleaned import pdf_of
from hrd_desktop.documents.found import CannotOpen, Found
from hrd_desktop.documents.kinds import PRINTED
from hrd_desktop.errors import BadDate, NotPrintable
from hrd_desktop.exchange.case_json import read_case, write_case
from hrd_desktop.services import evidence, record
from hrd_desktop.services.evidence import WRITTEN, Reader
from hrd_desktop.services.work import IsCancelled, Progress, written_together
from hrd_desktop.store import cases as stored
from hrd_desktop.store import papers
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording


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
        sheets = papers.sheets(session, code, one.sha256 or "") if covered else None
    found = Found.from_json(known[0]) if known is not None else None
    unsure = covered and sheets is None and found is not None and found.kind in WRITTEN
    if found is None or found.trouble is not None or found.kind not in PRINTED or unsure:
        trouble = found.trouble if found is not None and found.trouble else "boxes" if unsure else "no_pages"
        raise NotPrintable(evidence=entry, reason=words.of_file(f"trouble_{trouble}"))
    if found.kind in WRITTEN and sheets is None:
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


def codes_of(field: str) -> tuple[str, ...]:
    """The codes that a field of an entry may hold, in the stable names of the format."""
    spec = field_of(Evidence, field)
    return spec.codes if spec is not None else ()


def day_in(text: str) -> PartialDate:
    """A day, or as much of one as is known. Raises BadDate."""
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise BadDate(text=text) from None


def values_of(*, supports: Sequence[str] = (), **named: Any) -> dict[str, Any]:
    """Fields of an entry as they were named in a terminal, without those that were not; ids and checklist items stand
    together in `supports`."""
    told = [each.strip() for part in supports for each in part.split(",") if each.strip()]
    values = {**named, "items": [each for each in told if each in ITEMS]}
    values["supports"] = [each for each in told if each not in ITEMS]
    return {name: value for name, value in values.items() if value not in (None, [])}


def try_values(file: CaseFile, code: str, title: str, kind: EvidenceKind, values: Mapping[str, Any]) -> None:
    """Refuse what an entry cannot hold before anything is kept. Raises UnknownCase, BadCaseJson."""
    with file.session() as session:
        case = stored.load(session, code)
    row = Evidence(id=evidence.fresh_id(case), title=title, kind=kind)
    for field, value in values.items():
        setattr(row, field, value)
    case.evidence.append(row)
    read_case(write_case(case), code)


def allowed_rows(file: CaseFile, code: str, field: str) -> list[str]:
    """The ids that a field of an entry may name; none where it names no rows of one kind. Raises UnknownCase."""
    spec = field_of(Evidence, field)
    if spec is None or spec.kind is not Kind.REF or spec.ref is None:
        return []
    with file.session() as session:
        case = stored.load(session, code)
    rows = case.evidence if spec.ref == "evidence" else case.persons if spec.ref == "person" else []
    return [row.id for row in rows]
