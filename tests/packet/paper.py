"""What the packet tests share: sample packets, short documents of a few lines, and reading a PDF back."""

from __future__ import annotations

import io
import shutil
import subprocess
import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from hrd_desktop import assets
from hrd_desktop.core.case import Case
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.packet.ink import Ink
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.options import PARTS, Language, PacketFile, PacketOptions, Paper, Part
from hrd_desktop.packet.structure import Structure
from hrd_desktop.packet.styles import BODY, Style
from hrd_desktop.packet.writer import write_packet
from hrd_desktop.wording import wording

ON = date(2026, 9, 15)
TOLD: tuple[Part, ...] = tuple(part for part in PARTS if part != "forms")
"""Every part but the sheets that repeat values in the order of a form."""
POPPLER = shutil.which("pdftotext")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"))


def texts(language: Language) -> dict[str, str]:
    files = sorted(assets.resource("rules", "hrd-2023-07").glob("packet*.toml"))
    tables = [tomllib.loads(file.read_text("utf-8")) for file in files]
    return {key: value[language] for table in tables for key, value in table["texts"].items()}


def sample(name: str) -> Case:
    return read_case(assets.resource("demo", f"{name}.json").read_bytes(), name)


def packet_of(
    case: Case,
    language: Language = "en",
    paper: Paper = "letter",
    *,
    draft: bool = False,
    on: date = ON,
    parts: Sequence[Part] = PARTS,
) -> PacketFile:
    recipient = case.partner or ""
    options = PacketOptions(language=language, paper=paper, recipient=recipient, draft=draft, on=on, parts=tuple(parts))
    return write_packet(case, options, texts(language), wording(language))


@cache
def packet(name: str, language: Language = "en", paper: Paper = "letter", draft: bool = False) -> PacketFile:
    return packet_of(sample(name), language, paper, draft=draft)


def document(paragraphs: Sequence[str], style: Style = BODY, width: float = 480) -> bytes:
    """One page that holds the paragraphs and nothing else."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=1)
    ink = Ink(canvas, Structure())
    y = 760.0
    for text in paragraphs:
        for line in break_lines(text, style, width):
            y -= line.ascent
            ink.line(line, 60 + (width - line.width if line.right_to_left else 0), y)
            y -= line.descent
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def pages_of(data: bytes) -> list[str]:
    """The text of each page as pdfium reads it."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in pdf]
    finally:
        pdf.close()


def poppler_text(data: bytes, folder: Path) -> str:
    """The text of the whole file as Poppler reads it, without its direction marks."""
    file = folder / "read.pdf"
    file.write_bytes(data)
    assert POPPLER is not None
    done = subprocess.run([POPPLER, str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").translate(_MARKS)


def squeezed(text: str) -> str:
    """The text without spaces, line ends and direction marks: where lines were broken no longer matters."""
    return "".join(text.translate(_MARKS).split())
