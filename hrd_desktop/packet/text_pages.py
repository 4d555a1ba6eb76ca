"""A text of its own set on pages, so that parts of it can be covered: pages that depend on nothing but the text."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from hrd_desktop.errors import Cancelled
from hrd_desktop.packet.compose import paragraph
from hrd_desktop.packet.flow import Strip, Text, paginate
from hrd_desktop.packet.ink import Ink
from hrd_desktop.packet.structure import Structure
from hrd_desktop.packet.styles import BLOCK_HEIGHT, BLOCK_WIDTH

_MARGIN = 8.0
"""Points left free at either side, so that a box can reach over the end of a line."""


def text_pages(text: str, cancelled: Callable[[], bool] | None = None) -> tuple[bytes, int]:
    """A PDF of pages as large as the text block of the packet, for a picture of each, and how many there are.

    The same text gives the same pages, whatever the language of the packet and its paper. Raises Cancelled.
    """
    strips: list[Strip] = []
    for written in text.split("\n\n"):
        if cancelled is not None and cancelled():
            raise Cancelled
        strips += paragraph(written, x=_MARGIN, width=BLOCK_WIDTH - 2 * _MARGIN)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(BLOCK_WIDTH, BLOCK_HEIGHT), invariant=1, pageCompression=1)
    ink = Ink(canvas, Structure())
    pages = paginate(strips)
    for page in pages:
        if cancelled is not None and cancelled():
            raise Cancelled
        for top, strip in page.strips:
            for mark in strip.marks:
                if isinstance(mark, Text):
                    ink.line(mark.line, mark.x, BLOCK_HEIGHT - top - mark.y)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue(), len(pages)
