"""What is known of kept files: what the first look found, boxes that cover parts, pages made ready for paper.

The boxes of a text lie on pages that this program has set, its sheets. They are kept as they were when the boxes were
drawn, so that no box ever lies over other words; whoever gives a file other boxes gives or takes the sheets with them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from hrd_desktop.errors import UnknownFile
from hrd_desktop.store import blobs
from hrd_desktop.store.attachments import file_look, paper_page, redaction


@dataclass(frozen=True)
class Covered:
    """A box on a page, in shares of its width and height from the upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class PaperPage:
    """A page ready for paper as it is kept; `made_with` tells the choices it was made with."""

    page: int
    made_with: str
    form: str
    width: int
    height: int
    dpi: int
    data: bytes


@dataclass(frozen=True)
class Sheets:
    """A text set on so many pages, as a PDF."""

    data: bytes
    pages: int


_SHEETS, _SHEETS_FORM = -1, "sheets"  # they stand before the pages that are made of them


def set_look(session: Session, code: str, sha256: str, found: dict[str, Any], texts: Sequence[str]) -> None:
    """Keep what was found in a file and the text of its pages. Raises UnknownFile."""
    connection, pk = session.connection(), _pk(session, code, sha256)
    connection.execute(delete(file_look).where(file_look.c.blob_pk == pk))
    told = json.dumps(list(texts), ensure_ascii=False) if texts else None
    values = {"blob_pk": pk, "found": json.dumps(found, ensure_ascii=False), "texts": told}
    connection.execute(insert(file_look).values(values))


def looked(session: Session, code: str, sha256: str) -> tuple[dict[str, Any], list[str]] | None:
    """What was found in a file and the text of its pages; None where nobody looked. Raises UnknownFile."""
    pk = _pk(session, code, sha256)
    row = session.connection().execute(select(file_look.c.found, file_look.c.texts).where(file_look.c.blob_pk == pk))
    found = row.first()
    return (json.loads(found.found), json.loads(found.texts or "[]")) if found is not None else None


def boxes(session: Session, code: str, sha256: str) -> list[Covered]:
    """The boxes of a file by page, in the order they were drawn. Raises UnknownFile."""
    pk = _pk(session, code, sha256)
    columns = [redaction.c[name] for name in Covered.__dataclass_fields__]
    found = session.connection().execute(
        select(*columns).where(redaction.c.blob_pk == pk).order_by(redaction.c.page, redaction.c.pk)
    )
    return [Covered(*row) for row in found]


def set_boxes(
    session: Session, code: str, sha256: str, covered: Sequence[Covered], sheets: Sheets | None = None
) -> None:
    """Give a file these boxes and no others; `sheets` are the pages that those of a text were drawn on.

    Raises UnknownFile.
    """
    connection, pk = session.connection(), _pk(session, code, sha256)
    connection.execute(delete(redaction).where(redaction.c.blob_pk == pk))
    _forget(connection, pk, _SHEETS)
    if covered:
        connection.execute(insert(redaction), [{"blob_pk": pk, **vars(box)} for box in covered])
        if sheets is not None:
            kept = PaperPage(_SHEETS, str(sheets.pages), _SHEETS_FORM, 0, 0, 0, sheets.data)
            connection.execute(insert(paper_page).values({"blob_pk": pk, **vars(kept)}))


def sheets(session: Session, code: str, sha256: str) -> Sheets | None:
    """The pages that the boxes of a text were drawn on; None where there are no boxes, or it is not known which pages
    they were drawn on. Raises UnknownFile."""
    pk = _pk(session, code, sha256)
    found = session.connection().execute(
        select(paper_page.c.data, paper_page.c.made_with).where(
            paper_page.c.blob_pk == pk, paper_page.c.page == _SHEETS
        )
    )
    row = found.first()
    return Sheets(bytes(row.data), int(row.made_with)) if row is not None else None


def page(session: Session, code: str, sha256: str, number: int, made_with: str) -> PaperPage | None:
    """A page that was made with these choices, if it is kept. Raises UnknownFile."""
    pk = _pk(session, code, sha256)
    columns = [paper_page.c[name] for name in PaperPage.__dataclass_fields__]
    row = session.connection().execute(
        select(*columns).where(
            paper_page.c.blob_pk == pk, paper_page.c.page == number, paper_page.c.made_with == made_with
        )
    )
    found = row.first()
    return PaperPage(*found) if found is not None else None


def made_with(session: Session, code: str, sha256: str) -> dict[int, str]:
    """With what choices the pages were made that are kept. Raises UnknownFile."""
    pk = _pk(session, code, sha256)
    rows = session.connection().execute(
        select(paper_page.c.page, paper_page.c.made_with).where(paper_page.c.blob_pk == pk)
    )
    return {row.page: row.made_with for row in rows}


def keep_page(session: Session, code: str, sha256: str, made: PaperPage) -> None:
    """Keep a page instead of what was kept for it before. Raises UnknownFile."""
    connection, pk = session.connection(), _pk(session, code, sha256)
    _forget(connection, pk, made.page)
    connection.execute(insert(paper_page).values({"blob_pk": pk, **vars(made)}))


def _forget(connection: Connection, pk: int, number: int) -> None:
    connection.execute(delete(paper_page).where(paper_page.c.blob_pk == pk, paper_page.c.page == number))


def _pk(session: Session, code: str, sha256: str) -> int:
    kept = blobs.find(session, code, sha256)
    if kept is None:
        raise UnknownFile(sha256=sha256)
    return kept.pk
