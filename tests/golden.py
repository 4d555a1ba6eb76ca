"""Golden pages: pictures of the pages of sample papers, kept small, to compare with those made today.

`python -m tests.golden` makes the pictures anew. Look at every page before they are kept.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageStat

from hrd_desktop.core.evidence import Evidence
from hrd_desktop.documents import scans
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.options import Language, PacketOptions, Part
from hrd_desktop.packet.writer import write_packet
from hrd_desktop.services import ask_sheets, internal_cover
from hrd_desktop.wording import wording
from tests.packet.full_case import full_case
from tests.packet.paper import ON, TOLD, packet_of, sample, texts

FOLDER = Path(__file__).parent / "data" / "golden"
DPI = 40
_ACROSS = 8
_GRAYS = 6
_FOOT = 0.065
"""The share of a page, at its foot, that is left out: version and fingerprint change with every text."""
_CELL = 8
_MOST = 30
"""How many shades of 255 a cell of 8 by 8 points may differ on average: less than a line of text, more than a rim."""


@dataclass(frozen=True)
class Different:
    """A page that is not as it was: its number from 1, and where it differs most, in points from its upper left."""

    page: int
    left: int
    top: int
    by: int


def _packet(name: str, language: Language, parts: Sequence[Part], paper: str = "letter") -> bytes:
    return packet_of(sample(name), language, "a4" if paper == "a4" else "letter", parts=parts).data


def _exhibits() -> bytes:
    case = sample("s4")
    titles = ("Letter of support", "Newspaper page", "Statement, lies across")
    shapes = ((850, 1100), (600, 800), (1100, 700))
    exhibits = [
        Exhibit(number, Evidence(id=f"EV{number}", title=title, kind="letter_of_support", language="en"),
                hashlib.sha256(title.encode()).hexdigest(), (_scan(*shape),))
        for number, (title, shape) in enumerate(zip(titles, shapes, strict=True), 1)
    ]  # fmt: skip
    told = Evidence(id="EV9", title="Message", kind="message_log", language="en")
    exhibits.append(Exhibit(4, told, "9" * 64, (), text="They know the door.\n\nDo not come home this week."))
    options = PacketOptions(
        language="en", paper="letter", recipient=case.partner or "", draft=True, on=ON, parts=("exhibits",)
    )
    return write_packet(case, options, texts("en"), wording("en"), exhibits).data


def _scan(width: int, height: int) -> scans.Prepared:
    """A page as a scanner would see it: bars for lines of text, and a stamp."""
    drawn = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(drawn)
    for number, y in enumerate(range(height // 10, height - height // 5, height // 25)):
        pen.rectangle((width // 10, y, width - width // 10 - (number * 37) % (width // 3), y + height // 90), fill=0)
    pen.ellipse((width * 0.6, height * 0.8, width * 0.85, height * 0.95), outline=0, width=5)
    return scans.prepare(drawn, 100, photograph=False)


PAPERS: Mapping[str, Callable[[], bytes]] = {
    "s1-told": lambda: _packet("s1", "en", TOLD),
    "s2-told-fr-a4": lambda: _packet("s2", "fr", TOLD, "a4"),
    "s5-people": lambda: _packet("s5", "en", ("persons", "family", "needs")),
    "s3-claim-fr": lambda: _packet("s3", "fr", ("summary", "profile", "claim", "need")),
    "forms": lambda: packet_of(full_case(), "en", parts=("forms",)).data,
    "forms-fr": lambda: _packet("s4", "fr", ("forms",)),
    "exhibits": _exhibits,
    "internal-cover-fr": lambda: internal_cover.build(sample("s3"), ON, language="fr").data,
    "questions": lambda: ask_sheets.build(sample("s5"), ON, language="en").data,
}
"""What is kept, by the name of its picture."""


def rendered(data: bytes) -> list[Image.Image]:
    """The pages of a PDF, small and gray."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in pdf]
    finally:
        pdf.close()


def sheet(pages: Sequence[Image.Image]) -> Image.Image:
    """All pages of a paper in one picture of few grays, row by row; its comment says how many there are."""
    width, height = pages[0].size
    rows = -(-len(pages) // _ACROSS)
    whole = Image.new("L", (width * min(len(pages), _ACROSS), height * rows), 255)
    for number, page in enumerate(pages):
        whole.paste(page, (number % _ACROSS * width, number // _ACROSS * height))
    step = 255 / (_GRAYS - 1)
    return whole.point([round(round(value / step) * step) for value in range(256)]).quantize(_GRAYS)


def kept(name: str, size: tuple[int, int]) -> Iterator[Image.Image]:
    """The pages of a kept picture, also the empty places after the last."""
    with Image.open(FOLDER / f"{name}.png") as opened:
        whole = opened.convert("L")
    width, height = size
    for top in range(0, whole.height - height + 1, height):
        for left in range(0, whole.width - width + 1, width):
            yield whole.crop((left, top, left + width, top + height))


def compare(before: Image.Image, after: Image.Image, page: int) -> Different | None:
    """Whether a page looks otherwise: cell by cell, so that soft rims do not count and a moved line does."""
    width, height = after.size
    seen = height - int(height * _FOOT)
    difference = ImageChops.difference(before, after).crop((0, 0, width, seen))
    across, down = width // _CELL, seen // _CELL
    cells = difference.resize((across, down), Image.Resampling.BOX)
    most = int(cells.getextrema()[1])
    if most <= _MOST:
        return None
    at = cells.tobytes().index(most)
    return Different(page, at % across * _CELL * 72 // DPI, at // across * _CELL * 72 // DPI, most)


def is_blank(page: Image.Image) -> bool:
    """Whether nothing at all is on it: no page, an empty place of the picture."""
    return ImageStat.Stat(page).extrema[0][0] > 250


def differences(name: str) -> list[Different]:
    """The pages of a paper that are not as they were kept; a page more or less differs everywhere."""
    pages = rendered(PAPERS[name]())
    before = list(kept(name, pages[0].size))
    found = []
    for number in range(max(len(pages), len(before))):
        if number >= len(pages):
            if not is_blank(before[number]):
                found.append(Different(number + 1, 0, 0, 255))
        elif number >= len(before):
            found.append(Different(number + 1, 0, 0, 255))
        elif (difference := compare(before[number], pages[number], number + 1)) is not None:
            found.append(difference)
    return found


def make() -> None:
    """Make every picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, write in PAPERS.items():
        pages = rendered(write())
        file = FOLDER / f"{name}.png"
        sheet(pages).save(file, optimize=True)
        sys.stdout.write(f"{name}: {len(pages)} pages, {file.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    make()
