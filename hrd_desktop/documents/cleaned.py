"""Pages made ready for paper: as one PDF that holds nothing but their pictures, and for the screen."""

from __future__ import annotations

import io
from collections.abc import Sequence

import img2pdf
from PIL import Image

from hrd_desktop.documents.scans import Prepared


def pdf_of(pages: Sequence[Prepared]) -> bytes:
    """A PDF of these pages, each in its own size; the same pages give the same bytes."""
    made: bytes = img2pdf.convert(
        [page.data for page in pages], nodate=True, producer="", engine=img2pdf.Engine.internal
    )
    return made


def png_of(page: Prepared, most: int = 1800) -> bytes:
    """The page for the screen, at most so many pixels wide."""
    with Image.open(io.BytesIO(page.data)) as picture:
        shown: Image.Image = picture.convert("L") if picture.mode == "1" else picture
        if shown.width > most:
            size = (most, max(1, round(shown.height * most / shown.width)))
            shown = shown.resize(size, Image.Resampling.BOX)
        out = io.BytesIO()
        shown.save(out, "PNG", compress_level=1)
    return out.getvalue()
