"""From asking for a page of a paper until its picture is there, in the process that opens files."""

from __future__ import annotations

import time
from pathlib import Path

from hrd_desktop.services.evidence import Reader
from tests.bench.table import Row, of
from tests.documents import papers

_TIMES = 12
_WIDTH = 900  # pixels: the page as wide as the window


def viewing_rows(_folder: Path, _cases: int) -> list[Row]:
    """A typeset page, a scan of 200 dots per inch, a photograph of twelve million pixels."""
    photograph = papers.saved(papers.page(0.0, 3000, 4000).convert("RGB"), "JPEG", quality=85)
    kinds = {
        "typeset PDF": papers.pdf(("A line of text.",) * 30, pages=20),
        "scan, 1654 x 2339": papers.saved(papers.page(0.0, 1654, 2339), "PNG"),
        "photograph, 12 megapixels": photograph,
    }
    rows = []
    with Reader() as reader:
        start = time.perf_counter()
        reader.shown(kinds["typeset PDF"], 0, _WIDTH)
        rows.append(of("look at a paper: the first page, with the start of the process", [_since(start)], None))
        for name, data in kinds.items():
            taken = []
            for number in range(_TIMES):
                start = time.perf_counter()
                reader.shown(data, number if name == "typeset PDF" else 0, _WIDTH)
                taken.append(_since(start))
            rows.append(of(f"look at a paper: a page, {name}", taken, 150))
    return rows


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000
