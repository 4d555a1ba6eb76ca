"""Pages made ready for paper as one PDF that holds nothing but their pictures."""

from __future__ import annotations

from collections.abc import Sequence

import img2pdf

from hrd_desktop.documents.scans import Prepared


def pdf_of(pages: Sequence[Prepared]) -> bytes:
    """A PDF of these pages, each in its own size; the same pages give the same bytes."""
    made: bytes = img2pdf.convert(
        [page.data for page in pages], nodate=True, producer="", engine=img2pdf.Engine.internal
    )
    return made
