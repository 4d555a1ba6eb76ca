"""From strips to a finished PDF: the last steps that everything on paper takes."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

from hrd_desktop.packet.finish import About, finish
from hrd_desktop.packet.flow import Page, Strip, paginate, texts_in
from hrd_desktop.packet.options import PacketFile, Paper
from hrd_desktop.packet.page import SIZES, Running, Sheets
from hrd_desktop.packet.structure import Structure


def printed(
    strips: Sequence[Strip],
    paper: Paper,
    running: Running,
    about: About,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PacketFile:
    """The strips on pages. The same arguments give the same bytes. Raises Cancelled."""
    return of_pages(paginate(strips), paper, running, about, progress, cancelled)


def of_pages(
    pages: Sequence[Page],
    paper: Paper,
    running: Running,
    about: About,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PacketFile:
    """Pages that are made up already. Raises Cancelled."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=SIZES[paper], invariant=1, pageCompression=1)
    structure = Structure()
    sheets = Sheets(canvas, paper, running, pages, structure)
    sheets.draw(progress, cancelled)
    canvas.save()
    data = finish(buffer.getvalue(), about, structure, sheets.pictures)
    return PacketFile(data, len(pages), missing_characters(pages))


def missing_characters(pages: Sequence[Page]) -> list[str]:
    """Characters without a font, in order of code."""
    texts = (text for page in pages for _, strip in page.strips for text in texts_in(strip))
    found = {c for text in texts for c in text.line.missing}
    return [f"{c} (U+{ord(c):04X})" for c in sorted(found)]
