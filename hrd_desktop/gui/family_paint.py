"""Paints the boxes and lines of a family tree in the colours of the theme. Knows no widget: any QPainter will do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from hrd_desktop.core.family_tree import LINE, Box, Tree
from hrd_desktop.core.tree_lines import Line
from hrd_desktop.gui.colours import Colours, current
from hrd_desktop.gui.editors.line import is_right_to_left
from hrd_desktop.gui.icons import icon
from hrd_desktop.wording.family import BoxText

_SIGNS = {
    "travels": ("people", "accent"),
    "later": ("clock", "ink"),
    "linked": ("folder", "ink"),
    "left_out": ("remove", "quiet"),
    "attention": ("attention", "attention"),
    "question": ("question", "attention"),
    "outside": ("edit", "quiet"),
}
_DASHES: dict[str, list[float]] = {
    "planned": [6, 3],
    "said": [1, 3],
    "missing": [2, 4],
    "adoptive": [8, 3],
    "step": [8, 3, 1.5, 3],
    "foster": [3, 3],
}
_FAINT = frozenset({"said", "missing"})
_ROUND = 0.35  # of a unit
_INSIDE = 0.45
_SIGN = 1.25
_FIRST = {"attention": 0, "question": 1}
"""What is told whole before anything else."""


@dataclass(frozen=True)
class Look:
    """Sizes of a drawing: `unit` in pixels, its font, and whether it is read from right to left."""

    unit: float
    font: QFont
    right_to_left: bool = False


def where(box: Box, tree: Tree, look: Look) -> QRectF:
    """The room of a box, in pixels."""
    x = tree.width - box.x - box.width if look.right_to_left else box.x
    return QRectF(x * look.unit, box.y * look.unit, box.width * look.unit, box.height * look.unit)


def paint_lines(painter: QPainter, tree: Tree, look: Look) -> None:
    """Every line; those only said or missing first, so that what is recorded lies over them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in sorted(tree.lines, key=lambda one: one.style not in _FAINT):
        painter.setPen(pen_of(line.style, line.kind == "couple", look))
        for path in line.paths:
            points = [_point(x, y, tree, look) for x, y in path]
            painter.drawPolyline(points)
        if line.kind == "couple" and line.style in ("separated", "ended"):
            _strokes(painter, line, tree, look)


def pen_of(style: str, couple: bool, look: Look) -> QPen:
    """The pen of a line: its style says what it is, the colour only helps."""
    colours = current()
    role = "attention" if style == "missing" else "quiet" if style in _FAINT else "ink"
    pen = QPen(colours.of(role), max(1.5, look.unit / 8) if couple else max(1.0, look.unit / 12))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if style in _DASHES:
        pen.setDashPattern(_DASHES[style])
    return pen


def paint_box(painter: QPainter, rect: QRectF, box: Box, text: BoxText, look: Look, *, state: str = "") -> None:
    """One box. `state` is `focus`, `hover` or nothing."""
    colours = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(1.5, 1.5, -1.5, -1.5)
    path = QPainterPath()
    path.addRoundedRect(inner, look.unit * _ROUND, look.unit * _ROUND)
    painter.fillPath(path, _ground(box, colours, state))
    painter.setPen(_frame(box, colours, state))
    painter.drawPath(path)
    if box.kind == "person" and box.plan == "accompanying":
        bar = QRectF(inner.left(), inner.top(), look.unit * 0.3, inner.height())
        if look.right_to_left:
            bar.moveRight(inner.right())
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(bar, colours.of("accent"))
        painter.restore()
    _words(painter, inner, text, look, colours)


def _ground(box: Box, colours: Colours, state: str) -> QColor:
    if state == "hover":
        return colours.of("chosen")
    return colours.of("paper" if box.kind == "person" and box.plan != "not_included" else "ground")


def _frame(box: Box, colours: Colours, state: str) -> QPen:
    if state == "focus":
        return QPen(colours.of("accent"), 3)
    if box.kind == "missing":
        pen = QPen(colours.of("attention"), 1.5)
        pen.setDashPattern([4, 3])
        return pen
    pen = QPen(colours.of("border"), 2.5 if box.relation == "principal" else 1.2)
    if box.kind == "person" and box.plan == "non_accompanying":
        pen.setDashPattern([5, 2])
    return pen


def _words(painter: QPainter, rect: QRectF, text: BoxText, look: Look, colours: Colours) -> None:
    margin, line = look.unit * _INSIDE, look.unit * LINE
    strong = QFont(look.font)
    strong.setWeight(QFont.Weight.DemiBold)
    y, bottom = rect.top() + margin * 0.6, rect.bottom() - margin * 0.3
    lead = look.unit * 0.35
    room = rect.adjusted(
        margin + (0 if look.right_to_left else lead), 0, -margin - (lead if look.right_to_left else 0), 0
    )
    entries: list[tuple[str, str]] = [("", text.title), *text.lines]
    shares = _shares(entries, int((bottom - y) / line), room.width(), look, strong)
    for i, ((mark, words), share) in enumerate(zip(entries, shares, strict=True)):
        if not share:
            break
        font = look.font if i else strong
        painter.setFont(font)
        role = _SIGNS[mark][1] if mark else "ink"
        at = QRectF(room.left(), y, room.width(), line)
        if mark:
            at = _sign(painter, at, mark, look)
        painter.setPen(colours.of("ink" if role == "accent" else role))
        right = is_right_to_left(words)  # the text has its own direction, whatever that of the window
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        for part in broken(words, QFontMetricsF(font), at.width(), share):
            painter.drawText(at, _flags(look), part)
            at.translate(0, line)
            y += line


def _shares(entries: list[tuple[str, str]], rows: int, width: float, look: Look, strong: QFont) -> list[int]:
    """How many rows of text each entry has: one, and a second one for those that need it most while there is room."""
    shares = [1 if i < rows else 0 for i in range(len(entries))]
    spare = rows - sum(shares)
    for i in sorted(range(len(entries)), key=lambda i: (_FIRST.get(entries[i][0], 2), i)):
        mark, words = entries[i]
        metrics = QFontMetricsF(look.font if i else strong)
        room = width - (look.unit * _SIGN if mark else 0)
        if spare > 0 and shares[i] and metrics.horizontalAdvance(words) > room:
            shares[i] += 1
            spare -= 1
    return shares


def _sign(painter: QPainter, at: QRectF, mark: str, look: Look) -> QRectF:
    """The icon of a line; gives back the room that is left for its words."""
    name, role = _SIGNS[mark]
    side = look.unit * 0.95
    left = at.right() - side if look.right_to_left else at.left()
    icon(name, role).paint(
        painter, QRect(round(left), round(at.top() + (at.height() - side) / 2), round(side), round(side))
    )
    used = look.unit * _SIGN
    return at.adjusted(0, 0, -used, 0) if look.right_to_left else at.adjusted(used, 0, 0, 0)


def _flags(look: Look) -> int:
    side = Qt.AlignmentFlag.AlignRight if look.right_to_left else Qt.AlignmentFlag.AlignLeft
    absolute = Qt.AlignmentFlag.AlignAbsolute
    return int(side | absolute | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


def broken(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """A text in at most so many lines; the last one is shortened where not all of it fits."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
            count += 1
        lines.append(" ".join(words[:count]))
        words = words[count:]
    if words or not lines:
        lines.append(" ".join(words))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def _point(x: float, y: float, tree: Tree, look: Look) -> QPointF:
    return QPointF((tree.width - x if look.right_to_left else x) * look.unit, y * look.unit)


def _strokes(painter: QPainter, line: Line, tree: Tree, look: Look) -> None:
    """One stroke through the line of a separated couple, two through that of an ended union."""
    path = max(line.paths, key=lambda points: abs(points[-1][0] - points[0][0]))
    (x, y), (to_x, to_y) = path[0], path[-1]
    at = _point(x + (to_x - x) * 0.25, (y + to_y) / 2, tree, look)
    strokes_at(painter, at.x(), at.y(), line.style, look)


def strokes_at(painter: QPainter, x: float, y: float, style: str, look: Look) -> None:
    """The strokes of a separation or an end, at a point of the line."""
    painter.setPen(QPen(current().of("ink"), max(1.2, look.unit / 10)))
    high, lean = look.unit * 0.45, look.unit * 0.16
    for i in range(1 if style == "separated" else 2):
        middle = QPointF(x + i * look.unit * 0.3, y)
        painter.drawLine(middle + QPointF(-lean, high), middle + QPointF(lean, -high))
