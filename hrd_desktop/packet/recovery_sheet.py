"""The recovery sheet: one page with the code of a case file, in English and French, to be printed and put away.

It names no organisation, no person, no case and no file: whoever finds it must not learn what it opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

from hrd_desktop import __version__
from hrd_desktop.packet.compose import placed
from hrd_desktop.packet.finish import About
from hrd_desktop.packet.flow import Anchor, Box, Drawing, Mark, Rule, Strip, Text
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.packet.page import Running
from hrd_desktop.packet.press import printed
from hrd_desktop.packet.structure import Element, Kind
from hrd_desktop.packet.styles import BLOCK_WIDTH, INK, RULE, SMALL, Style
from hrd_desktop.wording.tables import entry, spoken, table

_LANGUAGES: tuple[Language, Language] = ("en", "fr")
_LOCALES = {"en": "en-CA", "fr": "fr-CA"}
_GUTTER = 22.0
_COLUMN = (BLOCK_WIDTH - _GUTTER) / 2
_TITLE = Style(18, 23, "bold")
_CODE = Style(21, 34, "bold")  # the widest letter, W, fills its cell and no more
_TEXT = Style(9.5, 12.5)
_HEADING = Style(11, 15, "bold")
_NUMBER = Style(9, 11)
_PITCH, _ACROSS, _IN_A_ROW, _PAD = 20.5, 117.0, 3, 14.0
_QR_SIDE, _QUIET_ZONE = 124.0, 4
_PARTS = (("counts", 1), ("use", 4), ("wrong", 2), ("keep", 3))
_Text = tuple[str, Style, Kind, float]
"""Key of the words, their style, what they are, and the space above."""

_UNCHANGING = date(2026, 1, 1)
"""The day the file says it was made: when a sheet was printed is nobody's business."""


def write_recovery_sheet(code: str, paper: Paper) -> PacketFile:
    """Typeset the sheet of a code given as groups with hyphens between. The same code and paper give the same bytes."""
    first, *rest = _columns([("title", _TITLE, "H1", 0.0), ("lead", _TEXT, "P", 3.0)])
    strips = [replace(first, anchor=Anchor("code", _both("title"), 0), section=_both("title")), *rest]
    strips.append(_code(code))
    for part, count in _PARTS:
        body: list[_Text] = [(f"{part}_{number}", _TEXT, "P", 2.0) for number in range(1, count + 1)]
        strips += _columns([(part, _HEADING, "H2", 0.0), *body], gap=9)
    strips.append(_by_hand())
    running = Running(
        mark=_both("mark"),
        draft="",
        left=(f"HRD Desktop {__version__}", _both("foot")),
        page_of="{page} / {pages}",
    )
    return printed(strips, paper, running, About(_both("title"), "en", f"HRD Desktop {__version__}", _UNCHANGING))


def _say(key: str, language: Language) -> str:
    return spoken(entry(table("recovery_sheet"), "sentence", key), language)


def _both(key: str) -> str:
    return " · ".join(_say(key, language) for language in _LANGUAGES)


def _columns(parts: Sequence[_Text], gap: float = 0) -> list[Strip]:
    """The same texts twice side by side. One strip, never cut."""
    marks: list[Mark] = []
    height = 0.0
    for number, language in enumerate(_LANGUAGES):
        y = 0.0
        for key, style, kind, above in parts:
            text = _say(key, language)
            of = Element(kind, text=text, language=_LOCALES[language] if language != "en" else "")
            lines = break_lines(text, style, _COLUMN)
            marks += placed(lines, number * (_COLUMN + _GUTTER), _COLUMN, y + above, of=of)
            y += above + sum(line.height for line in lines)
        height = max(height, y)
    return [Strip(height, tuple(marks), gap=gap)]


def _code(code: str) -> Strip:
    """The groups, large and numbered, and the same code for a camera; in a frame."""
    marks: list[Mark] = []
    of = Element("P", text=code)
    for index, group in enumerate(code.split("-")):
        x = _PAD + (index % _IN_A_ROW) * _ACROSS
        y = _PAD + (index // _IN_A_ROW) * (_CODE.leading + 22)
        (number,) = break_lines(str(index + 1), _NUMBER, _ACROSS)
        marks.append(Text(x, y + number.ascent - 2, number))
        for at, character in enumerate(group):
            # Each in a cell of its own, so that copying by hand keeps its place.
            (drawn,) = break_lines(character, _CODE, _ACROSS)
            marks.append(Text(x + at * _PITCH + (_PITCH - drawn.width) / 2, y + _CODE.leading, drawn, of))
    # The white round it belongs to it, and needs no room of its own.
    marks.append(_qr(code, BLOCK_WIDTH - _QR_SIDE - 2, 2))
    frame = Box(0, 0, BLOCK_WIDTH, _QR_SIDE + 4, weight=1.2, colour=INK)
    return Strip(_QR_SIDE + 4, (frame, *marks), gap=10)


def _qr(code: str, x: float, y: float) -> Drawing:
    """Error correction Q: a quarter of it may be lost in copying, and it is still read."""
    made = QRCode(None, QRErrorCorrectLevel.Q)
    made.addData(QRAlphaNum(code))
    made.make()
    count = made.getModuleCount()
    cell = _QR_SIDE / (count + 2 * _QUIET_ZONE)
    parts = []
    for row in range(count):
        for start, end in _runs(made.modules[row]):
            x_at, y_at = (_QUIET_ZONE + start) * cell, (_QUIET_ZONE + row) * cell
            parts.append(Box(x_at, y_at, (end - start) * cell, cell, fill=INK))
    return Drawing(x, y, _QR_SIDE, _QR_SIDE, tuple(parts), Element("Figure", told=_both("figure")))


def _runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Where dark cells stand side by side: first, and one after the last."""
    edges = [
        at for at in range(len(row) + 1) if (row[at - 1] if at else False) != (row[at] if at < len(row) else False)
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _by_hand() -> Strip:
    """Lines to write on: the day it was made, the days it was tried."""
    marks: list[Mark] = []
    x = 0.0
    for key in ("made", "tried", "tried"):
        text = _both(key)
        (line,) = break_lines(text, SMALL, BLOCK_WIDTH)
        marks += placed([line], x, BLOCK_WIDTH, 14, of=Element("P", text=text))
        end = x + BLOCK_WIDTH / 3 - 12
        marks.append(Rule(x + line.width + 5, 14 + line.ascent + 2, end, 14 + line.ascent + 2, 0.6, RULE))
        x += BLOCK_WIDTH / 3
    return Strip(14 + SMALL.leading, tuple(marks), gap=6)
