"""Empty fields to fill in by hand: a number and a label, below them a line, boxes to tick, or lines to write on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from hrd_desktop.packet.flow import LITTLE, Mark, Rule, Strip, Text, Tick, moved
from hrd_desktop.packet.lines import Line, break_lines
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import BLOCK_WIDTH, INK, QUIET, RULE, Style

NUMBER = Style(8, 11, "bold", QUIET)
ASKED = Style(10, 12)
CHOICE = Style(10, 13)
TINY = Style(8, 9, "regular", QUIET)

WHOLE = 6
"""Units in a line of fields: a field takes two, three, four or all six."""
_GUTTER = 12.0
_UNIT = (BLOCK_WIDTH + _GUTTER) / WHOLE
_HALF = 3 * _UNIT - _GUTTER
_WRITE = 21.0  # points that a line of handwriting needs
_TICK = 7.5
_TICK_ROOM = 13.0
_ROW = 14.0  # from one line of boxes to the next

Drawn = tuple[float, list[Mark]]
Control = Callable[[float, Element], Drawn]
"""Draws what is below a label in a width, and says how high it is; its words belong to the element."""


@dataclass(frozen=True)
class Blank:
    """One empty field: its label over its control."""

    number: str
    label: str
    units: int
    control: Control


def lined(number: str, label: str, units: int, lines: int = 1) -> Blank:
    """So many ruled lines to write on."""

    def control(width: float, _of: Element) -> Drawn:
        ys = [_WRITE * (i + 1) - 3 for i in range(lines)]
        return _WRITE * lines, [Rule(0, y, width, y, 0.5, RULE) for y in ys]

    return Blank(number, label, units, control)


def dated(number: str, label: str, parts: Sequence[str], units: int = 2) -> Blank:
    """A date as far as it is known: `parts` name its pieces."""

    def control(width: float, of: Element) -> Drawn:
        shares = (1.4, *(1.0 for _ in parts[1:]))
        marks: list[Mark] = []
        x, gap = 0.0, 6.0
        room = width - gap * (len(parts) - 1)
        for part, share in zip(parts, shares, strict=True):
            end = x + room * share / sum(shares)
            marks.append(Rule(x, _WRITE - 5, end, _WRITE - 5, 0.5, RULE))
            (said,) = break_lines(part, TINY, 200)
            marks.append(Text(x, _WRITE - 4 + said.ascent, said, of))
            x = end + gap
        return _WRITE + 5, marks

    return Blank(number, label, units, control)


def ticked(number: str, label: str, choices: Sequence[str]) -> Blank:
    """Boxes to tick: in one line if they fit, with as little of it as they need, else in columns."""
    needed = sum(_TICK_ROOM + break_lines(one, CHOICE, 2000)[0].width + _GUTTER for one in choices) - _GUTTER
    asked = break_lines(label, ASKED, 2000)[0].width + 24 if label else 0
    units = next((units for units in (2, 3, 4) if max(needed, min(asked, _HALF)) <= units * _UNIT - _GUTTER), WHOLE)
    return Blank(number, label, units, lambda width, of: _boxes(choices, width, of))


def _boxes(choices: Sequence[str], width: float, of: Element) -> Drawn:
    lines = [break_lines(choice, CHOICE, 2000) for choice in choices]
    needed = sum(_TICK_ROOM + one.width + _GUTTER for (one,) in lines)
    if needed - _GUTTER <= width:
        marks: list[Mark] = []
        x = 0.0
        for (one,) in lines:
            marks += _box(x, 0, [one], of)
            x += _TICK_ROOM + one.width + _GUTTER
        return _ROW + 1, marks
    return columns(choices, width, of)


def columns(choices: Sequence[str], width: float, of: Element, marks_of: Sequence[str] | None = None) -> Drawn:
    """Choices in as many columns as fit, read downwards: each behind a box, or behind its own mark."""
    widest = max(break_lines(choice, CHOICE, 1000)[0].width for choice in choices) + _TICK_ROOM + _GUTTER
    count = max(1, min(4, int((width + _GUTTER) // widest), len(choices)))
    per = -(-len(choices) // count)
    share = (width + _GUTTER) / count
    drawn: list[Mark] = []
    tallest = 0.0
    for column in range(count):
        y = 0.0
        for i in range(column * per, min((column + 1) * per, len(choices))):
            found = break_lines(choices[i], CHOICE, share - _GUTTER - _TICK_ROOM)
            drawn += _box(column * share, y, found, of, marks_of[i] if marks_of else "")
            y += _ROW + (len(found) - 1) * CHOICE.leading
        tallest = max(tallest, y)
    return tallest + 1, drawn


def _box(x: float, y: float, lines: Iterable[Line], of: Element, mark: str = "") -> list[Mark]:
    found: list[Mark] = []
    for i, line in enumerate(lines):
        y += line.ascent + (1 if i == 0 else 0)
        if i == 0 and mark:
            (said,) = break_lines(mark, NUMBER, 100)
            found.append(Text(x, y, said, of))
        elif i == 0:
            found.append(Tick(x + 1, y + 0.5, _TICK))
        found.append(Text(x + _TICK_ROOM, y, line, of))
        y += line.descent
    return found


def rows_of(blanks: Sequence[Blank], *, gap: float = 5) -> list[Strip]:
    """Fields side by side as far as a line has room; those of one line are never parted."""
    strips: list[Strip] = []
    line: list[Blank] = []
    for blank in blanks:
        if line and sum(one.units for one in line) + blank.units > WHOLE:
            strips.append(_strip(line, gap))
            line = []
        line.append(blank)
    if line:
        strips.append(_strip(line, gap))
    return strips


def _strip(line: Sequence[Blank], gap: float) -> Strip:
    """One line of fields, whose labels stand on one height and whose lines do too; the last takes what room is left."""
    placed: list[tuple[float, float, list[Line], Blank]] = []
    x = 0.0
    for i, blank in enumerate(line):
        width = (BLOCK_WIDTH - x) if i == len(line) - 1 else blank.units * _UNIT - _GUTTER
        if blank.units < WHOLE and len(line) < WHOLE // blank.units and i == len(line) - 1:
            width = min(width, max(blank.units, 3) * _UNIT - _GUTTER)
        indent = _indent(blank.number)
        placed.append((x, width, break_lines(blank.label, ASKED, width - indent), blank))
        x += width + _GUTTER
    head = max(sum(line.height for line in lines) for _, _, lines, _ in placed)
    marks: list[Mark] = []
    height = 0.0
    for x, width, lines, blank in placed:
        own = sum(line.height for line in lines)
        item = Element("LI")
        marks += _label(x, head - own, blank.number, lines, Element("Lbl", item, text=blank.label))
        tall, drawn = blank.control(width, Element("LBody", item))
        marks += [moved(mark, x, head) for mark in drawn]
        height = max(height, head + tall)
    return Strip(height, tuple(marks), gap=gap)


def _indent(number: str) -> float:
    return break_lines(number, NUMBER, 100)[0].width + 4 if number else 0.0


def _label(x: float, y: float, number: str, lines: Sequence[Line], of: Element) -> list[Mark]:
    indent = _indent(number)
    marks: list[Mark] = []
    for i, line in enumerate(lines):
        y += line.ascent
        if i == 0 and number:
            marks.append(Text(x, y, break_lines(number, NUMBER, 100)[0], of))
        marks.append(Text(x + indent, y, line, of))
        y += line.descent
    return marks


def numbered_list(label: str, choices: Sequence[str]) -> list[Strip]:
    """A long list once for all rows below it: each choice behind a number to write down."""
    lines = break_lines(label, ASKED, BLOCK_WIDTH)
    head = sum(line.height for line in lines)
    item = Element("LI")
    numbers = [str(i) for i in range(1, len(choices) + 1)]
    tall, drawn = columns(choices, BLOCK_WIDTH, Element("LBody", item), numbers)
    marks: list[Mark] = [*_label(0, 0, "", lines, Element("Lbl", item, text=label))]
    marks += [moved(mark, 0, head + 2) for mark in drawn]
    return [Strip(head + tall + 2, tuple(marks), gap=6, keep=True)]


def framed(strips: Sequence[Strip]) -> list[Strip]:
    """A light line above the first strip, so that rows of one kind can be told apart; a row of little stays whole."""
    first = strips[0]
    rule = Rule(0, -1, BLOCK_WIDTH, -1, 0.9, INK)
    framed = [replace(first, marks=(rule, *first.marks), gap=max(first.gap, 10), keep=True), *strips[1:]]
    if sum(strip.gap + strip.height for strip in framed) > LITTLE:
        return framed
    return [*(replace(strip, keep=True) for strip in framed[:-1]), framed[-1]]
