"""Drawing on the page: text that can be read back, rules, boxes, links. Measures in points from the lower left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas

from hrd_desktop.documents.scans import Prepared
from hrd_desktop.packet.direction import bidi_class
from hrd_desktop.packet.embedding import EmbeddedFont
from hrd_desktop.packet.faces import Face
from hrd_desktop.packet.lines import Line
from hrd_desktop.packet.shaping import Glyph, Shaped
from hrd_desktop.packet.structure import Element, Structure

_NUMBER_LIKE = frozenset(("EN", "AN", "ES", "ET", "CS"))
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


def number(value: float) -> str:
    """A number as PDF writes it: at most three decimals, none that say nothing."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _colour(hexadecimal: str) -> str:
    return " ".join(number(int(hexadecimal[i : i + 2], 16) / 255) for i in (0, 2, 4))


def _dashes(dash: Sequence[float]) -> str:
    return f"[{' '.join(number(length) for length in dash)}] 0 d"


class Ink:
    """One document being drawn; holds its embedded fonts in the order of first use."""

    def __init__(self, canvas: Canvas, structure: Structure) -> None:
        self.canvas = canvas
        self._structure = structure
        self._fonts: dict[str, EmbeddedFont] = {}
        self.pictures: list[tuple[int, str, Prepared]] = []
        """Page, name there and picture of each picture drawn; they are put into the finished file as they are."""

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn meanwhile belongs to the page, not to the text."""
        self.canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self.canvas.addLiteral("EMC")

    def line(self, line: Line, x: float, y: float, colour: str | None = None, *, of: Element | None = None) -> None:
        """One line of text, its left end and baseline at the point; `of` is what it belongs to."""
        if not line.runs:
            return
        parts = [f"{_colour(colour or line.style.colour)} rg BT"]
        if of is not None:
            backwards = any(run.shaped.right_to_left for run in line.runs)
            parts.insert(0, f"/{of.kind} <</MCID {self._structure.mark(of, right_to_left=backwards)}>> BDC")
        pen: float | None = None
        for number_of_run, run in enumerate(line.runs):
            embedded = run.shaped.right_to_left != line.right_to_left
            if pen is None or abs(run.x - pen) > 0.001:
                parts.append(f"1 0 0 1 {number(x + run.x)} {number(y)} Tm")
            font = self._font(run.shaped.face)
            parts.append(f"/{font.name} {number(line.style.size * run.shaped.face.zoom)} Tf")
            text = self._text(font, run.shaped)
            if embedded and line.right_to_left and number_of_run:
                parts.append(self._edge(font, _RIGHT_TO_LEFT_MARK))
            if not run.shaped.exact and not run.shaped.right_to_left:
                written = run.shaped.text.encode("utf-16-be").hex().upper()
                text = f"/Span <</ActualText <FEFF{written}>>> BDC {text} EMC"
            parts.append(text)
            if embedded and not line.right_to_left and number_of_run < len(line.runs) - 1:
                parts.append(self._edge(font, _LEFT_TO_RIGHT_MARK))
            pen = run.x + run.shaped.width * line.style.size / 1000
        parts.append("ET" if of is None else "ET EMC")
        self.canvas.addLiteral("\n".join(parts))

    def _font(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(face.name)
        if font is None:
            font = self._fonts[face.name] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
            self.canvas._doc.delayedFonts.append(font)
        return font

    def _text(self, font: EmbeddedFont, shaped: Shaped) -> str:
        pieces: list[str] = []
        codes: list[str] = []
        before = ""
        for glyph in shaped.glyphs:
            if shaped.right_to_left:
                kind = bidi_class(glyph.text[:1] or " ")
                if kind in _NUMBER_LIKE and before == "ON":
                    codes += self._unseen(font, _RIGHT_TO_LEFT_MARK)
                before = before if kind == "WS" else kind
            codes.append(font.code(glyph, shaped.right_to_left))
            # The widths in the PDF are those of the font; what kerning changes is told between the glyphs.
            change = shaped.face.advance(glyph.id) - glyph.advance
            if abs(change) > 0.01:
                pieces.append(f"<{''.join(codes)}> {number(change / shaped.face.zoom)}")
                codes = []
        if codes:
            pieces.append(f"<{''.join(codes)}>")
        return f"[{' '.join(pieces)}] TJ"

    def _edge(self, font: EmbeddedFont, mark: str) -> str:
        """An unseen mark where an embedded stretch ends: without it, programs that read the text back draw the
        punctuation that follows into the stretch."""
        return "".join(f"<{code}> Tj" for code in self._unseen(font, mark))

    def _unseen(self, font: EmbeddedFont, mark: str) -> list[str]:
        """The code of a mark without ink or width, if the font has it."""
        if not font.face.has(mark):
            return []
        return [font.code(Glyph(font.face.hb_font.get_nominal_glyph(ord(mark)), mark, 0, 0, 0), False)]

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, weight: float, colour: str, dash: Sequence[float] = ()
    ) -> None:
        """A straight line, broken where `dash` says how."""
        line = f"{_colour(colour)} RG {number(weight)} w {number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S"
        self.canvas.addLiteral(f"q {_dashes(dash)} {line} Q" if dash else line)

    def rectangle(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        *,
        weight: float = 0,
        colour: str = "",
        fill: str = "",
        dash: Sequence[float] = (),
    ) -> None:
        """A rectangle from its lower left corner, filled, framed or both."""
        parts = [f"{_colour(fill)} rg"] if fill else []
        parts += [f"{_colour(colour)} RG {number(weight)} w {_dashes(dash)}"] if weight else []
        shape = " ".join(number(value) for value in (*corner, *size))
        how = "B" if fill and weight else "f" if fill else "S"
        self.canvas.addLiteral(f"q {' '.join(parts)} {shape} re {how} Q")

    @contextmanager
    def drawing(
        self, x: float, y: float, width: float, height: float, of: Element, *, quarter: bool = False
    ) -> Iterator[None]:
        """A figure whose lower left corner on the page is the point; what is drawn meanwhile is placed from its own
        lower left corner and cut at its edges. `quarter` turns it counterclockwise by a right angle."""
        wide, tall = (height, width) if quarter else (width, height)
        self._structure.box(of, (x, y, x + wide, y + tall))
        place = f"0 1 -1 0 {number(x + wide)} {number(y)}" if quarter else f"1 0 0 1 {number(x)} {number(y)}"
        edges = f"0 0 {number(width)} {number(height)} re W n"
        self.canvas.addLiteral(f"/{of.kind} <</MCID {self._structure.mark(of)}>> BDC q {place} cm {edges}")
        yield
        self.canvas.addLiteral("Q EMC")

    def picture(
        self, image: Prepared, x: float, y: float, width: float, height: float, of: Element, *, quarter: bool = False
    ) -> None:
        """A picture in the box whose lower left corner is the point; `quarter` turns it clockwise by a right angle."""
        name = f"X{len(self.pictures) + 1}"
        self.pictures.append((self._structure.page, name, image))
        self._structure.box(of, (x, y, x + width, y + height))
        if quarter:
            place = f"0 {number(-height)} {number(width)} 0 {number(x)} {number(y + height)}"
        else:
            place = f"{number(width)} 0 0 {number(height)} {number(x)} {number(y)}"
        tag = f"/{of.kind} <</MCID {self._structure.mark(of)}>> BDC"
        self.canvas.addLiteral(f"{tag} q {place} cm /{name} Do Q EMC")

    def dots(self, x1: float, x2: float, y: float, colour: str) -> None:
        """A dotted leader; its dots stand on one grid on every line of the page."""
        step = 4.0
        first = -(-x1 // step) * step
        if first < x2:
            self.canvas.addLiteral(
                f"q 1 J {_colour(colour)} RG 0.8 w [0 {number(step)}] 0 d "
                f"{number(first)} {number(y)} m {number(x2)} {number(y)} l S Q"
            )

    def link(self, x: float, y: float, width: float, height: float, target: str, title: str) -> None:
        """A part of the page that leads to a bookmarked place; `title` says where to those who do not see it."""
        self.canvas.linkRect(title, target, (x, y, x + width, y + height), relative=0, thickness=0)

    def box(self, x: float, y: float, size: float, colour: str) -> None:
        """An empty square to tick, its lower left corner at the point."""
        self.canvas.addLiteral(f"{_colour(colour)} RG 0.8 w {number(x)} {number(y)} {number(size)} {number(size)} re S")
