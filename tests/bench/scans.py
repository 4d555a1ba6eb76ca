"""A packet of three hundred pages with two hundred scans, and the same text set by another program."""

from __future__ import annotations

import html
import importlib.util
import multiprocessing
import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

from hrd_desktop.packet.flow import texts_in
from hrd_desktop.packet.options import PARTS
from hrd_desktop.packet.writer import Author, composed
from hrd_desktop.services import checking, evidence, packets
from hrd_desktop.store import cases
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import wording
from tests.bench.generate import big_case
from tests.bench.memory import Memory
from tests.bench.table import Row, of
from tests.documents.papers import saved

DAY = date(2026, 9, 15)
AT = datetime(2026, 9, 15, 9, 0, tzinfo=UTC)
_SCANS, _PAPERS, _INCIDENTS = 200, 10, 140


def scan(number: int) -> Image.Image:
    """A gray page at 300 dots to the inch: lines of ink, a little askew, on paper with a shadow and some grain."""
    chance = random.Random(number)
    page = Image.new("L", (2480, 3508), 238)
    draw = ImageDraw.Draw(page)
    for line in range(46):
        x, y = 260, 330 + line * 62
        while x < 2150:
            long = chance.randrange(40, 190)
            draw.rectangle((x, y, x + long, y + 26), fill=35)
            x += long + 34
    grain = Image.effect_noise((620, 877), 14).resize(page.size)
    return Image.blend(page, grain, 0.08).rotate(chance.uniform(-2, 2), fillcolor=60).filter(ImageFilter.BoxBlur(1))


def scan_rows(folder: Path, _cases: int) -> list[Row]:
    """Papers of many pages each, taken in, made ready for paper, and set with a long case."""
    case = big_case(_INCIDENTS)
    file = CaseFile.create(folder / "scans.hrd", "kelp lantern orbit mosaic", calibrate=False)
    with file.session() as session:
        cases.add(session, [case])
    options = replace(packets.default_options(case, DAY), draft=True, parts=PARTS)
    with evidence.Reader() as reader:
        taken_in = [_take_in(file, case.code, data, number, reader) for number, data in enumerate(_drawn())]
        with file.session() as session:
            case = cases.load(session, case.code)
        begun = time.perf_counter()
        with Memory() as memory:
            papers = packets.exhibits(file, case, options, reader=reader)
            ready = time.perf_counter() - begun
            packets.preview(case, options, papers)
        cold = time.perf_counter() - begun
        times = []
        pages = 0
        for _ in range(3):
            begun = time.perf_counter()
            again = packets.exhibits(file, case, options, reader=reader)
            pages = packets.preview(case, options, again).pages
            times.append((time.perf_counter() - begun) * 1000)
    file.lock()
    copies = sum(len(paper.pages) for paper in papers)
    return [
        of("taking in papers of twenty scans each (one)", taken_in, None),
        of("making a scan ready for paper (one of many)", [ready * 1000 / _SCANS], None, "once, then kept"),
        of("packet of 300 pages with 200 new scans", [cold * 1000], 15_000, f"none ready; {memory.told()}"),
        of("packet of 300 pages with 200 scans", times, 15_000, f"{pages} pages, {copies} copies ready"),
        *_other(case, options),
    ]


def _drawn() -> Iterator[bytes]:
    """The papers, drawn in a process of their own: the memory that takes is none of the program's."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
        yield from process.map(_paper, range(_PAPERS))


def _paper(number: int) -> bytes:
    count = _SCANS // _PAPERS
    first, *rest = [scan(number * count + page) for page in range(count)]
    return saved(first, "TIFF", save_all=True, append_images=rest, compression="jpeg", dpi=(300, 300))


def _take_in(file: CaseFile, code: str, data: bytes, number: int, reader: Any) -> float:
    """How long it took, in milliseconds."""
    title, begun = f"Paper {number + 1}", time.perf_counter()
    evidence.add(file, code, data, "scan.tif", title=title, kind="report", at=AT, reader=reader)
    return (time.perf_counter() - begun) * 1000


def _other(case: Any, options: Any) -> list[Row]:
    """The text of the same packet set by WeasyPrint, if it is installed."""
    if importlib.util.find_spec("weasyprint") is None:
        return []
    import weasyprint

    texts = checking.pack_on(DAY).packet_text(options.language)
    author = Author(case, options, texts, wording(options.language))
    lines = [mark.line.text for strip in composed(author) for mark in texts_in(strip)]
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    begun = time.perf_counter()
    ours = packets.preview(case, options)
    mine = (time.perf_counter() - begun) * 1000
    begun = time.perf_counter()
    document = weasyprint.HTML(string=f"<style>p{{font:10.5pt 'Noto Sans';margin:2pt}}</style>{body}").render()
    document.write_pdf()
    theirs = (time.perf_counter() - begun) * 1000
    return [
        of("the text of that packet alone", [mine], None, f"{ours.pages} pages"),
        of("the same lines by WeasyPrint", [theirs], None, f"{len(document.pages)} pages, no tags, no links"),
    ]
