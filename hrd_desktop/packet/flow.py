"""Strips and pages: everything the packet holds is a column of strips, and strips are put on pages one after another.

Positions inside a strip are points from its upper left corner, y downwards. What stands on which page depends only on
the text block, which is the same on every paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hrd_desktop.documents.scans import Prepared
from hrd_desktop.packet.lines import Line
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import BLOCK_HEIGHT, Style


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `y` is its baseline, `of` what it belongs to (None: only to the page)."""

    x: float
    y: float
    line: Line
    of: Element | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `dash` are the lengths of its strokes and gaps in turn."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    colour: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its upper left corner at the point; without `fill` it is empty, without `weight` frameless."""

    x: float
    y: float
    width: float
    height: float
    weight: float = 0
    colour: str = ""
    fill: str = ""
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """An empty box to tick by hand."""

    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Leader:
    """A dotted line from `x1` to the number, at `x2`, of the page where `anchor` stands; the strip leads there."""

    x1: float
    x2: float
    y: float
    anchor: str
    style: Style
    of: Element | None = None


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page where `anchor` stands; `y` is its baseline."""

    x: float
    y: float
    anchor: str
    style: Style
    of: Element | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its upper left corner at the point; `quarter` turns it clockwise by a right angle."""

    x: float
    y: float
    width: float
    height: float
    image: Prepared
    of: Element
    quarter: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure of lines, boxes and texts; what they say stands in the figure's words. Nothing shows outside of it.

    Its parts are placed from its own upper left corner; `quarter` turns it counterclockwise by a right angle, and then
    `width` and `height` are those before the turn.
    """

    x: float
    y: float
    width: float
    height: float
    parts: tuple[Text | Rule | Box, ...]
    of: Element
    quarter: bool = False


Mark = Text | Rule | Box | Tick | Leader | PageOf | Picture | Drawing


@dataclass(frozen=True)
class Anchor:
    """A place that can be led to. `level` 0 or 1 also puts it among the bookmarks, with `title`."""

    key: str
    title: str
    level: int


@dataclass(frozen=True)
class Strip:
    """A piece that is never cut. `gap` is the space above it, left out at the top of a page.

    `keep` holds it on the page of the strip after it. `repeat` is drawn again above it if it comes first on a page.
    With `follows` a new page is not taken where little stands on this one. `section` is what the foot of the page
    says from here on.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    gap: float = 0
    keep: bool = False
    new_page: bool = False
    follows: bool = False
    repeat: Strip | None = None
    anchor: Anchor | None = None
    section: str | None = None


LITTLE = BLOCK_HEIGHT * 0.35
"""So little on a page, or in a part, is no page of its own."""


@dataclass
class Page:
    """One page: strips with the distance of their upper edge from the top of the text block.

    `section` is the part that stands at its top.
    """

    section: str = ""
    strips: list[tuple[float, Strip]] = field(default_factory=list)


def paginate(strips: Sequence[Strip]) -> list[Page]:
    """Put strips on pages. A chain of strips kept together goes to the next page as a whole if it fits there."""
    pages = [Page()]
    used = 0.0
    section = ""

    def turn() -> None:
        nonlocal used
        pages.append(Page(section=section))
        used = 0.0

    for chain in _chains(strips):
        if chain[0].new_page and pages[-1].strips and not (chain[0].follows and used <= LITTLE):
            turn()
        whole = sum(strip.height for strip in chain) + sum(strip.gap for strip in chain[1:])
        gap = chain[0].gap if pages[-1].strips else 0.0
        if pages[-1].strips and used + gap + whole > BLOCK_HEIGHT and whole + _repeated(chain[0]) <= BLOCK_HEIGHT:
            turn()
        for strip in chain:
            gap = strip.gap if pages[-1].strips else 0.0
            if pages[-1].strips and used + gap + strip.height > BLOCK_HEIGHT + 0.01:
                turn()
                gap = 0.0
            page = pages[-1]
            section = section if strip.section is None else strip.section
            if not page.strips:
                page.section = section
                if strip.repeat is not None:
                    page.strips.append((0.0, strip.repeat))
                    used = strip.repeat.height
            page.strips.append((used + gap, strip))
            used += gap + strip.height
    return pages


def joined(strips: Sequence[Strip]) -> list[Strip]:
    """A part whose title may follow little of another on a page; one of little takes no new page where it has room."""
    first, *rest = strips
    if sum(strip.gap + strip.height for strip in strips) > LITTLE:
        return [replace(first, follows=True), *rest]
    together = [replace(first, new_page=False), *rest]
    return [*(replace(strip, keep=True) for strip in together[:-1]), together[-1]]


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The same mark at another place of its strip."""
    if isinstance(mark, Rule):
        return replace(mark, x1=mark.x1 + dx, x2=mark.x2 + dx, y1=mark.y1 + dy, y2=mark.y2 + dy)
    if isinstance(mark, Leader):
        return replace(mark, x1=mark.x1 + dx, x2=mark.x2 + dx, y=mark.y + dy)
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


def texts_in(strip: Strip) -> Iterator[Text]:
    """Every line of text of a strip, also those inside its drawings."""
    for mark in strip.marks:
        if isinstance(mark, Text):
            yield mark
        elif isinstance(mark, Drawing):
            yield from (part for part in mark.parts if isinstance(part, Text))


def unstructured(strip: Strip) -> Strip:
    """The same to look at, but no part of the text: for what is drawn again on each page."""
    marks = tuple(replace(mark, of=None) if isinstance(mark, Text | Leader | PageOf) else mark for mark in strip.marks)
    return replace(strip, marks=marks)


def _repeated(strip: Strip) -> float:
    return strip.repeat.height if strip.repeat is not None else 0.0


def _chains(strips: Iterable[Strip]) -> Iterable[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        if chain and strip.new_page:
            yield chain
            chain = []
        chain.append(strip)
        if not strip.keep:
            yield chain
            chain = []
    if chain:
        yield chain
