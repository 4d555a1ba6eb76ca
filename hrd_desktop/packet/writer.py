"""One case as a referral packet in PDF."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from hrd_desktop import __version__
from hrd_desktop.core.case import Case
from hrd_desktop.errors import Cancelled
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.finish import About, finish
from hrd_desktop.packet.flow import Page, Strip, Text, paginate
from hrd_desktop.packet.options import UNNUMBERED, PacketFile, PacketOptions, Part
from hrd_desktop.packet.page import SIZES, Running, Sheets
from hrd_desktop.packet.parts.claim import claim
from hrd_desktop.packet.parts.declarations import declarations
from hrd_desktop.packet.parts.exhibits import exhibits as exhibits_part
from hrd_desktop.packet.parts.front import contents, transmittal
from hrd_desktop.packet.parts.need import need
from hrd_desktop.packet.parts.persons import persons
from hrd_desktop.packet.parts.profile import profile
from hrd_desktop.packet.parts.summary import summary
from hrd_desktop.packet.structure import Structure
from hrd_desktop.wording import Wording

__all__ = ["PacketFile", "PacketOptions", "missing_characters", "write_packet"]

_WRITTEN: Mapping[Part, Callable[[Author], list[Strip]]] = {
    "summary": summary,
    "persons": persons,
    "profile": profile,
    "claim": claim,
    "need": need,
    "exhibits": exhibits_part,
    "declarations": declarations,
}
"""What writes each part; the pages before them need the others first."""


def write_packet(
    case: Case,
    options: PacketOptions,
    texts: Mapping[str, str],
    words: Wording,
    exhibits: Sequence[Exhibit] = (),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PacketFile:
    """Typeset the packet. The same arguments give the same bytes.

    `texts` are the fixed texts of the packet in the language of `words`. `progress` is told pages done and pages in
    all; raises Cancelled once `cancelled` says so.
    """
    written = {*UNNUMBERED, *(_WRITTEN if exhibits else _WRITTEN.keys() - {"exhibits"})}
    options = replace(options, parts=tuple(part for part in options.parts if part in written))
    author = Author(case, options, texts, words, exhibits)
    body: list[Strip] = []
    for part in (written for name, written in _WRITTEN.items() if options.has(name)):
        if cancelled is not None and cancelled():
            raise Cancelled
        body += part(author)
    front = [*transmittal(author)] if options.has("transmittal") else []
    strips = [*front, *(contents(author, body) if options.has("contents") else []), *body]
    pages = paginate(strips)
    running = Running(
        mark=author.text("handling_mark"),
        draft=author.text("draft") if options.draft else "",
        left=(author.text("foot_case", code=case.code), _foot(author, strips)),
        page_of=texts["foot_page"],
    )
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=SIZES[options.paper], invariant=1, pageCompression=1)
    structure = Structure()
    sheets = Sheets(canvas, options.paper, running, pages, structure)
    sheets.draw(progress, cancelled)
    canvas.save()
    title = author.text("document_title", code=case.code)
    about = About(title, options.language, f"HRD Desktop {__version__}", options.on)
    return PacketFile(
        finish(buffer.getvalue(), about, structure, sheets.pictures), len(pages), missing_characters(pages)
    )


def _foot(author: Author, strips: Sequence[Strip]) -> str:
    day = author.words.day(author.options.on)
    facts = {"day": day, "fingerprint": _fingerprint(author.options, strips), "version": __version__}
    return author.text("foot_made", **facts, language=author.words.language(author.options.language))


def _fingerprint(options: PacketOptions, strips: Sequence[Strip]) -> str:
    """A short digest of everything that is printed, so that two sheets of paper can be told to belong together."""
    printed = [mark.line.text for strip in strips for mark in strip.marks if isinstance(mark, Text)]
    told = json.dumps([options.recipient, options.on.isoformat(), printed], ensure_ascii=False)
    digest = hashlib.sha256(told.encode()).hexdigest()
    return f"{digest[:4]} {digest[4:8]} {digest[8:12]}"


def missing_characters(pages: Sequence[Page]) -> list[str]:
    """Characters without a font, in order of code."""
    marks = (mark for page in pages for _, strip in page.strips for mark in strip.marks)
    found = {c for mark in marks if isinstance(mark, Text) for c in mark.line.missing}
    return [f"{c} (U+{ord(c):04X})" for c in sorted(found)]
