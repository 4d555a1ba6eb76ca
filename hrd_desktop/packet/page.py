"""The sheet: paper, running marks, and drawing the strips of each page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from hrd_desktop.documents.scans import Prepared
from hrd_desktop.errors import Cancelled
from hrd_desktop.packet.flow import Box, Drawing, Leader, Mark, Page, PageOf, Picture, Rule, Strip, Text, Tick
from hrd_desktop.packet.ink import Ink
from hrd_desktop.packet.lines import Line, break_lines
from hrd_desktop.packet.options import Paper
from hrd_desktop.packet.structure import Structure
from hrd_desktop.packet.styles import BLOCK_HEIGHT, BLOCK_WIDTH, INK, MARK, MM, RULE, RUNNING, Style

SIZES: Mapping[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (210 * MM, 297 * MM)}

_DRAFT = Style(120, 120, "bold", "E6EAEC")
_DRAFT_MARK = Style(9, 10, "bold")


@dataclass(frozen=True)
class Running:
    """What every page says at its head and foot; `page_of` holds `{page}` and `{pages}`."""

    mark: str
    draft: str
    left: Sequence[str]
    page_of: str


class Sheets:
    """Draws pages on one paper."""

    def __init__(
        self, canvas: Canvas, paper: Paper, running: Running, pages: Sequence[Page], structure: Structure
    ) -> None:
        # ReportLab would begin each page by choosing a font that is not in the file.
        canvas._preamble = "1 0 0 1 0 0 cm"
        self._canvas = canvas
        self._structure = structure
        self._ink = Ink(canvas, structure)
        self._width, self._height = SIZES[paper]
        self._left = (self._width - BLOCK_WIDTH) / 2
        self._top = self._height - (self._height - BLOCK_HEIGHT) / 2
        self._running = running
        self._pages = pages
        self._found = {
            strip.anchor.key: (number, strip.anchor.title)
            for number, page in enumerate(pages, 1)
            for _, strip in page.strips
            if strip.anchor is not None
        }

    @property
    def pictures(self) -> Sequence[tuple[int, str, Prepared]]:
        """Page, name there and picture of each picture that was drawn."""
        return self._ink.pictures

    def draw(
        self, progress: Callable[[int, int], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> None:
        """Draw every page. Raises Cancelled as soon as the caller asks for it."""
        for number, page in enumerate(self._pages, 1):
            if cancelled is not None and cancelled():
                raise Cancelled
            self._structure.begin_page()
            with self._ink.artifact("Pagination"):
                if self._running.draft:
                    self._draft()
                self._marks(page, number)
            for top, strip in page.strips:
                self._strip(strip, self._top - top)
            self._canvas.showPage()
            if progress is not None:
                progress(number, len(self._pages))

    def _strip(self, strip: Strip, top: float) -> None:
        if strip.anchor is not None:
            key = strip.anchor.key
            self._canvas.bookmarkHorizontal(key, 0, top + 6)
            self._canvas.addOutlineEntry(strip.anchor.title, key, strip.anchor.level, 0)
        silent = [
            mark
            for mark in strip.marks
            if not (isinstance(mark, Text | PageOf | Picture | Drawing) and mark.of is not None)
        ]
        if silent:
            with self._ink.artifact():
                for each in silent:
                    self._draw(each, self._left, top)
        for mark in strip.marks:
            if isinstance(mark, Text) and mark.of is not None:
                self._ink.line(mark.line, self._left + mark.x, top - mark.y, of=mark.of)
            elif isinstance(mark, PageOf) and mark.of is not None:
                self._ink.line(self._number_of(mark), self._left + mark.x, top - mark.y, of=mark.of)
            elif isinstance(mark, Picture):
                self._picture(mark, top)
            elif isinstance(mark, Drawing):
                self._drawing(mark, top)
            elif isinstance(mark, Leader):
                self._page_number(mark, strip, top)

    def _draw(self, mark: Mark, left: float, top: float) -> None:
        match mark:
            case Text():
                self._ink.line(mark.line, left + mark.x, top - mark.y)
            case Rule():
                ends = left + mark.x1, top - mark.y1, left + mark.x2, top - mark.y2
                self._ink.rule(*ends, mark.weight, mark.colour, mark.dash)
            case Box():
                self._ink.rectangle(
                    (left + mark.x, top - mark.y - mark.height),
                    (mark.width, mark.height),
                    weight=mark.weight,
                    colour=mark.colour,
                    fill=mark.fill,
                    dash=mark.dash,
                )
            case Tick():
                self._ink.box(left + mark.x, top - mark.y, mark.size, INK)
            case PageOf():
                self._ink.line(self._number_of(mark), left + mark.x, top - mark.y)
            case Leader():
                self._dots(mark, top)

    def _dots(self, mark: Leader, top: float) -> None:
        page = self._number_of(mark)
        self._ink.dots(self._left + mark.x1 + 4, self._left + mark.x2 - page.width - 4, top - mark.y, RULE)

    def _page_number(self, mark: Leader, strip: Strip, top: float) -> None:
        page = self._number_of(mark)
        self._ink.line(page, self._left + mark.x2 - page.width, top - mark.y, of=mark.of)
        self._ink.link(
            self._left, top - strip.height, BLOCK_WIDTH, strip.height, mark.anchor, self._found[mark.anchor][1]
        )
        if mark.of is not None:
            self._structure.link(mark.of)

    def _picture(self, mark: Picture, top: float) -> None:
        left, bottom = self._left + mark.x, top - mark.y - mark.height
        self._ink.picture(mark.image, left, bottom, mark.width, mark.height, mark.of, quarter=mark.quarter)

    def _drawing(self, mark: Drawing, top: float) -> None:
        left, bottom = self._left + mark.x, top - mark.y - (mark.width if mark.quarter else mark.height)
        with self._ink.drawing(left, bottom, mark.width, mark.height, mark.of, quarter=mark.quarter):
            for part in mark.parts:
                self._draw(part, 0, mark.height)

    def _number_of(self, mark: Leader | PageOf) -> Line:
        (page,) = break_lines(str(self._found[mark.anchor][0]), mark.style, 60)
        return page

    def _marks(self, page: Page, number: int) -> None:
        right = self._left + BLOCK_WIDTH
        above, below = self._top + 20, self._top - BLOCK_HEIGHT
        (mark,) = break_lines(self._running.mark, MARK, BLOCK_WIDTH)
        self._ink.line(mark, right - mark.width, above)
        if self._running.draft:
            (draft,) = break_lines(self._running.draft, _DRAFT_MARK, BLOCK_WIDTH)
            self._ink.line(draft, self._left, above)
        self._ink.rule(self._left, below - 9, right, below - 9, 0.5, RULE)
        pages = self._running.page_of.format(page=number, pages=len(self._pages))
        (counted,) = break_lines(pages, RUNNING, BLOCK_WIDTH)
        first, second = below - 20, below - 31
        (code,) = break_lines(f"{self._running.left[0]}  |  {page.section}", RUNNING, BLOCK_WIDTH * 3)
        (rest,) = break_lines(self._running.left[1], RUNNING, BLOCK_WIDTH * 3)
        self._ink.line(code, self._left, first)
        self._ink.line(counted, right - counted.width, first)
        self._ink.line(rest, self._left, second)

    def _draft(self) -> None:
        (word,) = break_lines(self._running.draft, _DRAFT, 2000)
        self._canvas.saveState()
        self._canvas.translate(self._width / 2, self._height / 2)
        self._canvas.rotate(52)
        self._ink.line(word, -word.width / 2, -_DRAFT.size * 0.35)
        self._canvas.restoreState()
