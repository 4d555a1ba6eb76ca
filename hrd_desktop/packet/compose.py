"""Paragraphs, headings, facts and tables as strips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrd_desktop.packet.flow import Anchor, Mark, PageOf, Picture, Rule, Strip, Text, moved, unstructured
from hrd_desktop.packet.lines import Line, break_lines
from hrd_desktop.packet.structure import Element, Kind
from hrd_desktop.packet.styles import (
    ACCENT,
    BLOCK_HEIGHT,
    BLOCK_WIDTH,
    BODY,
    CELL,
    CELL_BOLD,
    CELL_HEAD,
    HEADING,
    INK,
    LABEL,
    RULE,
    SECTION,
    SMALL,
    SUBHEADING,
    SUBTITLE,
    TITLE,
    Style,
)

LABEL_WIDTH = 168.0
_COLUMN_GAP = 10.0
_CELL_PAD = 3.5
_TOGETHER = BLOCK_HEIGHT * 0.3  # rows taller than this would leave too much of a page empty to stay with others


def placed(
    lines: Sequence[Line], x: float, width: float, y: float = 0, *, of: Element | None, by_direction: bool = True
) -> list[Mark]:
    """Lines one below the other; those that read from right to left stand at the right edge."""
    marks: list[Mark] = []
    for line in lines:
        y += line.ascent
        shift = width - line.width if line.right_to_left and by_direction else 0
        marks.append(Text(x + shift, y, line, of))
        y += line.descent
    return marks


def _height(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)


def paragraph(
    text: str, style: Style = BODY, *, x: float = 0, width: float = BLOCK_WIDTH, gap: float = 6, language: str = ""
) -> list[Strip]:
    """A text of one or more paragraphs, line by line; no paragraph leaves a single line behind or takes one along.

    `language` is the BCP 47 tag of a text that is in another language than the packet.
    """
    strips: list[Strip] = []
    for number, written in enumerate(part for part in text.split("\n\n") if part.strip()):
        lines = break_lines(written, style, width)
        of = Element("P", text=written, language=language)
        for i, line in enumerate(lines):
            first, last_but_one = i == 0 and len(lines) > 1, i == len(lines) - 2
            strips.append(
                Strip(
                    line.height,
                    tuple(placed([line], x, width, of=of)),
                    gap=(gap if number == 0 else style.leading * 0.5) if i == 0 else 0,
                    keep=first or last_but_one,
                )
            )
    return strips


def section(title: str, anchor: Anchor) -> list[Strip]:
    """The title of a part of the packet, on a new page, over a line in the accent colour."""
    lines = break_lines(title, SECTION, BLOCK_WIDTH)
    height = _height(lines) + 8
    rule = Rule(0, height - 3, BLOCK_WIDTH, height - 3, 1.2, ACCENT)
    marks = (*placed(lines, 0, BLOCK_WIDTH, of=Element("H1", text=title)), rule)
    return [Strip(height, marks, gap=32, keep=True, new_page=True, anchor=anchor, section=title)]


def heading(
    title: str, *, anchor: Anchor | None = None, gap: float = 16, style: Style = HEADING, kind: Kind = "H2"
) -> list[Strip]:
    """A heading that stays with what follows."""
    lines = break_lines(title, style, BLOCK_WIDTH)
    marks = placed(lines, 0, BLOCK_WIDTH, of=Element(kind, text=title))
    return [Strip(_height(lines), tuple(marks), gap=gap, keep=True, anchor=anchor)]


def line(text: str, style: Style) -> list[Strip]:
    """A short text of its own that stands at the left whatever its direction, and stays with what follows."""
    lines = break_lines(text, style, BLOCK_WIDTH)
    marks = placed(lines, 0, BLOCK_WIDTH, of=Element("P", text=text), by_direction=False)
    return [Strip(_height(lines), tuple(marks), gap=1, keep=True)]


def subheading(title: str) -> list[Strip]:
    """A small heading inside a block."""
    return heading(title, gap=10, style=SUBHEADING, kind="H3")


def fact(
    label: str, value: str, *, style: Style = BODY, label_width: float = LABEL_WIDTH, room: float = BLOCK_WIDTH
) -> list[Strip]:
    """A label and what is recorded for it, side by side in so much width."""
    left = break_lines(label, LABEL, label_width - _COLUMN_GAP)
    width = room - label_width
    right = [line for part in value.split("\n") for line in break_lines(part, style, width)]
    # Both columns stand on the baseline of the larger first line.
    ascent = max(left[0].ascent, right[0].ascent)
    left[0], right[0] = replace(left[0], ascent=ascent), replace(right[0], ascent=ascent)
    item = Element("LI")
    name, told = Element("Lbl", item, text=label), Element("LBody", item, text=value)
    strips: list[Strip] = []
    rows = max(len(left), len(right))
    for i in range(rows):
        pair = [(left[i : i + 1], 0.0, name), (right[i : i + 1], label_width, told)]
        marks = tuple(m for lines, x, of in pair for m in placed(lines, x, width, of=of, by_direction=False))
        height = max(_height(lines) for lines, _, _ in pair)
        keep = i < len(left) - 1 or (rows > 1 and i in (0, rows - 2))
        strips.append(Strip(height, marks, gap=2.5 if i == 0 else 0, keep=keep))
    return strips


@dataclass(frozen=True)
class Column:
    """A column of a table: its head and its share of the width."""

    head: str
    share: float


Cell = str | Sequence[tuple[str, Style]] | PageOf
"""A cell in the style of tables, line feeds between its paragraphs; or paragraphs with a style each; or the number of
the page where something stands."""


def lead(first: str, *rest: str) -> Cell:
    """A cell whose first paragraph is bold; empty paragraphs are left out."""
    return [(text, CELL_BOLD if i == 0 else CELL) for i, text in enumerate((first, *rest)) if text]


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, gap: float = 6) -> list[Strip]:
    """A table whose head is repeated on each page and that breaks between rows; only a very tall row is cut.

    Its last row does not go to another page alone.
    """
    total = sum(column.share for column in columns)
    inner = BLOCK_WIDTH - _COLUMN_GAP * (len(columns) - 1)
    widths = [inner * column.share / total for column in columns]
    lefts = [sum(widths[:i]) + _COLUMN_GAP * i for i in range(len(columns))]

    def cells(row: Sequence[Cell], style: Style) -> list[list[Line]]:
        found = []
        for cell, width in zip(row, widths, strict=True):
            if isinstance(cell, PageOf):
                found.append(break_lines("0000", cell.style, width))
                continue
            parts = [(part, style) for part in cell.split("\n") if part] if isinstance(cell, str) else cell
            found.append([line for part, own in parts for line in break_lines(part, own, width)])
        return found

    heads = cells([column.head for column in columns], CELL_HEAD)
    head_height = max(_height(lines) for lines in heads) + 5
    whole = Element("Table")
    top = Element("TR", whole)
    head_marks = [
        m
        for column, lines, x, w in zip(columns, heads, lefts, widths, strict=True)
        for m in placed(lines, x, w, of=Element("TH", top, text=column.head))
    ]
    head_marks.append(Rule(0, head_height - 1.5, BLOCK_WIDTH, head_height - 1.5, 0.9, RULE))
    head = Strip(head_height, tuple(head_marks), gap=gap, keep=True)
    strips = [head]
    for row in rows:
        strips += _row(cells(row, CELL), lefts, widths, head, Element("TR", whole), row)
    if len(rows) > 1 and strips[-2].height + strips[-1].height <= _TOGETHER:
        strips[-2] = replace(strips[-2], keep=True)
    return strips


def _row(
    cells: Sequence[list[Line]],
    lefts: Sequence[float],
    widths: Sequence[float],
    head: Strip,
    row: Element,
    given: Sequence[Cell],
) -> list[Strip]:
    owners = [Element("TD", row, text="\n".join(line.text for line in lines)) for lines in cells]
    tallest = max(_height(lines) for lines in cells)
    pieces = [cells]
    if tallest > BLOCK_HEIGHT * 0.45:
        step = 12
        longest = max(len(lines) for lines in cells)
        pieces = [[lines[i : i + step] for lines in cells] for i in range(0, longest, step)]
    strips = []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        top = _CELL_PAD if number == 0 else 0
        height = top + max(_height(lines) for lines in piece) + (_CELL_PAD if last else 0)
        marks = [
            m
            for lines, x, w, of, cell in zip(piece, lefts, widths, owners, given, strict=True)
            for m in _in_cell(lines, x, w, top, of, cell)
        ]
        if last:
            marks.append(Rule(0, height, BLOCK_WIDTH, height, 0.5, RULE))
        strips.append(Strip(height, tuple(marks), repeat=replace(unstructured(head), gap=0, keep=False)))
    return strips


def _in_cell(lines: Sequence[Line], x: float, width: float, top: float, of: Element, cell: Cell) -> list[Mark]:
    if not isinstance(cell, PageOf):
        return placed(lines, x, width, top, of=of)
    return [PageOf(x, top + lines[0].ascent, cell.anchor, cell.style, of)] if lines else []


def beside(strips: Sequence[Strip], picture: Picture) -> list[Strip]:
    """Strips that leave room at the right, with a picture there: as many as stand beside it become one strip."""
    height, taken = 0.0, 0
    marks: list[Mark] = []
    for strip in strips:
        top = height + (strip.gap if taken else 0)
        if taken and top >= picture.height:
            break
        marks += [moved(mark, 0, top) for mark in strip.marks]
        height, taken = top + strip.height, taken + 1
    last = strips[taken - 1]
    whole = Strip(max(height, picture.height), (*marks, picture), gap=strips[0].gap, keep=last.keep)
    return [whole, *strips[taken:]]


def spacer(height: float) -> Strip:
    """Empty space."""
    return Strip(height, keep=True)


def title_lines(title: str, subtitle: str) -> list[Strip]:
    """The title of the whole packet."""
    strips: list[Strip] = []
    kinds: tuple[tuple[str, Style, Kind], ...] = ((title, TITLE, "H1"), (subtitle, SUBTITLE, "P"))
    for text, style, kind in kinds:
        lines = break_lines(text, style, BLOCK_WIDTH)
        strips.append(
            Strip(_height(lines), tuple(placed(lines, 0, BLOCK_WIDTH, of=Element(kind, text=text))), keep=True)
        )
    return strips


def lines_to_sign(captions: Sequence[str], *, keep: bool = False) -> list[Strip]:
    """Empty lines side by side, each with its caption below; the first is the longest."""
    shares = [2.0] + [1.0] * (len(captions) - 1) if len(captions) > 2 else [1.0] * len(captions)
    inner = BLOCK_WIDTH - 16 * (len(captions) - 1)
    marks: list[Mark] = []
    x, room, deepest = 0.0, 30.0, 0.0
    for caption, share in zip(captions, shares, strict=True):
        width = inner * share / sum(shares)
        lines = break_lines(caption, SMALL, width)
        marks.append(Rule(x, room, x + width, room, 0.7, INK))
        marks += placed(lines, x, width, room + 1, of=Element("P", text=caption))
        deepest = max(deepest, _height(lines))
        x += width + 16
    return [Strip(room + 1 + deepest, tuple(marks), keep=keep)]
