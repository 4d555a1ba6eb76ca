"""The family as a drawing on paper: boxes with words, lines of descent and union, turned or cut where it is wide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hrd_desktop.core.family_tree import Box as Member
from hrd_desktop.core.family_tree import Tree
from hrd_desktop.core.tree_lines import Line as Tie
from hrd_desktop.packet.flow import Box, Drawing, Rule, Strip, Text
from hrd_desktop.packet.lines import Line, break_lines
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import ACCENT, BLOCK_HEIGHT, BLOCK_WIDTH, INK, QUIET, Style

TITLE, WORDS = Style(10, 12, "bold"), Style(10, 12)
_PAD = 5.0
_NARROWEST, _WIDEST = 8.6, 11.5  # points across of one unit of the layout
_UNITS = tuple(9 + step / 2 for step in range(103))  # points down of one unit, the smallest that will do
_TURNED_ROOM = BLOCK_HEIGHT - 90
_UPRIGHT_ROOM = BLOCK_HEIGHT - 150
_EDGE = 2.0  # free space around, for the frames of the outermost boxes
_DASHES: Mapping[str, tuple[float, ...]] = {
    "planned": (6, 3), "said": (1, 3), "missing": (2, 4), "adoptive": (8, 3), "step": (8, 3, 1.5, 3), "foster": (3, 3),
}  # fmt: skip
_STROKES = {"separated": 1, "ended": 2}
_KEY_LENGTH, _KEY_GAP = 34.0, 18.0

Part = Text | Rule | Box


@dataclass(frozen=True)
class Told:
    """What a box says, a title and lines below it, and all of it in one sentence for those who do not see it."""

    title: str
    lines: Sequence[str]
    whole: str


def chart(
    tree: Tree, told: Mapping[str, Told], figure: Callable[[str], str], part: Callable[[int, int], str]
) -> list[tuple[str, Strip]]:
    """The drawing in as many pieces as it needs, each with the words above it (none where it is whole).

    `told` is what each box says, by its key; `figure` makes the alternative text of what the boxes say, `part` the
    words above one piece of several.
    """
    tiles, quarter = [(0.0, 0.0, tree.width, tree.height)], False
    unit = _units(tree, told, BLOCK_WIDTH)
    if unit[0] * tree.width > BLOCK_WIDTH or unit[1] * tree.height > _UPRIGHT_ROOM:
        unit, quarter = _units(tree, told, _TURNED_ROOM), True
        room = (_TURNED_ROOM - 2 * _EDGE) / unit[0], (BLOCK_WIDTH - 2 * _EDGE) / unit[1]
        tiles = _tiles(tree, *room)
    drawn: set[str] = set()
    pieces: list[tuple[str, Strip]] = []
    for number, tile in enumerate(tiles, 1):
        inside = [box for box in tree.boxes if box.key not in drawn and _holds(tile, box)]
        drawn |= {box.key for box in inside}
        words = part(number, len(tiles)) if len(tiles) > 1 else ""
        said = figure(" ".join(told[box.key].whole for box in inside))
        pieces.append((words, _piece(tree, tile, inside, told, unit, Element("Figure", told=said), quarter=quarter)))
    return pieces


def key_to_lines(styles: Sequence[tuple[str, str, bool]], told: str) -> Strip:
    """What the lines stand for: pairs of style and name, and whether it is one between partners."""
    parts: list[Part] = []
    x, y, height = 0.0, 0.0, 16.0
    for style, name, couple in styles:
        (line,) = break_lines(name, WORDS, 2000)
        if x and x + _KEY_LENGTH + 6 + line.width > BLOCK_WIDTH:
            x, y = 0.0, y + height
        parts += _stroke(x, y + 8, x + _KEY_LENGTH, y + 8, style, couple=couple)
        parts += _strokes(x + _KEY_LENGTH / 2, y + 8, style)
        parts.append(Text(x + _KEY_LENGTH + 6, y + 12, line))
        x += _KEY_LENGTH + 6 + line.width + _KEY_GAP
    drawing = Drawing(0, 0, BLOCK_WIDTH, y + height, tuple(parts), Element("Figure", told=told))
    return Strip(y + height, (drawing,), gap=8)


def _units(tree: Tree, told: Mapping[str, Told], room: float) -> tuple[float, float]:
    """Points of a unit across, so that the drawing fits if it can, and down, so that every box holds its words."""
    across = min(max((room - 2 * _EDGE) / tree.width, _NARROWEST), _WIDEST)
    tall = [(sum(line.height for line in _lines(told[box.key], box.width * across)), box) for box in tree.boxes]
    fits = (unit for unit in _UNITS if all(height <= box.height * unit - _PAD for height, box in tall))
    return across, next(fits, _UNITS[-1])


def _lines(told: Told, width: float) -> list[Line]:
    room = width - 2 * _PAD
    found = break_lines(told.title, TITLE, room)
    for text in told.lines:
        found += break_lines(text, WORDS, room)
    return found


def _tiles(tree: Tree, width: float, height: float) -> list[tuple[float, float, float, float]]:
    """Parts of the drawing that find room on a page, each with at least one box that is whole in none before it."""
    lefts = _cuts([(box.x, box.x + box.width) for box in tree.boxes], tree.width, width)
    tops = _cuts([(box.y, box.y + box.height) for box in tree.boxes], tree.height, height)
    every = [
        (left, top, min(left + width, tree.width), min(top + height, tree.height)) for top in tops for left in lefts
    ]
    taken: set[str] = set()
    kept = []
    for tile in every:
        inside = {box.key for box in tree.boxes if _holds(tile, box)} - taken
        taken |= inside
        if inside:
            kept.append(tile)
    return kept


def _cuts(stretches: Sequence[tuple[float, float]], whole: float, room: float) -> list[float]:
    """Where each part begins, so that every stretch lies within one of them."""
    starts = [0.0]
    while starts[-1] + room < whole:
        later = [start for start, end in stretches if end > starts[-1] + room + 1e-6 and start > starts[-1] + 1e-6]
        if not later:
            break
        starts.append(min(later))
    return starts


def _holds(tile: tuple[float, float, float, float], box: Member) -> bool:
    left, top, right, bottom = tile
    slack = 1e-6
    return (
        left - slack <= box.x
        and box.x + box.width <= right + slack
        and top - slack <= box.y
        and box.y + box.height <= bottom + slack
    )


def _piece(
    tree: Tree,
    tile: tuple[float, float, float, float],
    inside: Sequence[Member],
    told: Mapping[str, Told],
    unit: tuple[float, float],
    of: Element,
    *,
    quarter: bool,
) -> Strip:
    left, top, right, bottom = tile

    def at(x: float, y: float) -> tuple[float, float]:
        return (x - left) * unit[0] + _EDGE, (y - top) * unit[1] + _EDGE

    parts: list[Part] = []
    for tie in tree.lines:
        parts += _tie(tie, at)
    for box in inside:
        parts += _box(box, told[box.key], at(box.x, box.y), unit)
    width, height = (right - left) * unit[0] + 2 * _EDGE, (bottom - top) * unit[1] + 2 * _EDGE
    drawing = Drawing(0, 0, width, height, tuple(parts), of, quarter=quarter)
    return Strip(width if quarter else height, (drawing,), gap=8)


def _tie(tie: Tie, at: Callable[[float, float], tuple[float, float]]) -> list[Part]:
    parts: list[Part] = []
    for path in tie.paths:
        points = [at(*point) for point in path]
        for (x1, y1), (x2, y2) in pairwise(points):
            parts += _stroke(x1, y1, x2, y2, tie.style, couple=tie.kind == "couple")
    if tie.style in _STROKES:
        longest = max(tie.paths, key=lambda points: abs(points[-1][0] - points[0][0]))
        (x1, y1), (x2, y2) = at(*longest[0]), at(*longest[-1])
        parts += _strokes(x1 + (x2 - x1) / 4, (y1 + y2) / 2, tie.style)
    return parts


def _stroke(x1: float, y1: float, x2: float, y2: float, style: str, *, couple: bool) -> list[Part]:
    return [Rule(x1, y1, x2, y2, 1.6 if couple else 0.9, INK, _DASHES.get(style, ()))]


def _strokes(x: float, y: float, style: str) -> list[Part]:
    """One stroke through the line of a separated couple, two through that of an ended union."""
    return [Rule(x + 3.0 * i - 2, y + 5, x + 3.0 * i + 2, y - 5, 1.1, INK) for i in range(_STROKES.get(style, 0))]


def _box(box: Member, told: Told, corner: tuple[float, float], unit: tuple[float, float]) -> list[Part]:
    x, y = corner
    width, height = box.width * unit[0], box.height * unit[1]
    listed = box.kind == "person" and box.plan != "not_included"
    dash: tuple[float, ...] = (2, 3) if box.kind == "missing" else (5, 2) if box.plan == "non_accompanying" else ()
    frame = Box(
        x,
        y,
        width,
        height,
        weight=1.8 if box.relation == "principal" else 0.9,
        colour=ACCENT if box.relation == "principal" else INK if listed else QUIET,
        fill="FFFFFF" if listed else "F2F4F5",
        dash=dash,
    )
    parts: list[Part] = [frame]
    lines = _lines(told, width)
    line_y = y + max(_PAD / 2, (height - sum(line.height for line in lines)) / 2)
    for line in lines:
        line_y += line.ascent
        shift = width - 2 * _PAD - line.width if line.right_to_left else 0
        parts.append(Text(x + _PAD + shift, line_y, line))
        line_y += line.descent
    return parts
