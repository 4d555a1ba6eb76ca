"""What to ask next time, on one sheet of paper to take along: questions to tick, with room to write if there is any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from hrd_desktop import __version__
from hrd_desktop.packet.compose import heading, paragraph, title_lines
from hrd_desktop.packet.finish import About
from hrd_desktop.packet.flow import Anchor, Mark, Rule, Strip, Text, Tick, paginate
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.packet.page import Running
from hrd_desktop.packet.press import of_pages
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import BLOCK_WIDTH, BODY, QUIET, RULE, SMALL, Style
from hrd_desktop.wording import Wording

Weight = Literal["first", "for_lawyer", "also", "again"]

_TICK, _INDENT = 8.5, 20.0
_CLOSE = Style(9.5, 12)
_ROOMS = ((34.0, BODY, SMALL), (17.0, BODY, SMALL), (0.0, BODY, SMALL), (0.0, _CLOSE, Style(8, 10, "regular", QUIET)))
"""Points to write in below each question, and how large it and its line are printed: as much as one sheet allows."""

_HEADS: Mapping[Weight, str] = {
    "first": "ask_first",
    "for_lawyer": "ask_for_lawyer",
    "also": "ask_also",
    "again": "ask_again",
}


@dataclass(frozen=True)
class Asked:
    """One question: its words, and below them what and whom it is about (never a name)."""

    weight: Weight
    question: str
    about: str


@dataclass(frozen=True, kw_only=True)
class AskSheet:
    """The questions of one case in the order in which they matter."""

    code: str
    on: date
    language: Language
    paper: Paper
    questions: Sequence[Asked]


def write_ask_sheet(sheet: AskSheet, texts: Mapping[str, str], words: Wording) -> PacketFile:
    """Typeset the sheet: one page where the questions go on one, else as many as they need. Same input, same bytes."""
    tried = (paginate(_strips(sheet, texts, words, *room)) for room in _ROOMS)
    pages = next((pages for pages in tried if len(pages) == 1), None) or paginate(
        _strips(sheet, texts, words, *_ROOMS[2])
    )
    running = Running(
        mark=texts["handling_mark"],
        draft="",
        left=(
            texts["foot_case"].format(code=sheet.code),
            texts["ask_made"].format(day=words.day(sheet.on), version=__version__),
        ),
        page_of=texts["foot_page"],
    )
    about = About(_title(sheet, texts), sheet.language, f"HRD Desktop {__version__}", sheet.on)
    return of_pages(pages, sheet.paper, running, about)


def _title(sheet: AskSheet, texts: Mapping[str, str]) -> str:
    return texts["ask_document"].format(code=sheet.code)


def _strips(
    sheet: AskSheet, texts: Mapping[str, str], words: Wording, room: float, style: Style, small: Style
) -> list[Strip]:
    title = texts["ask_title"]
    subtitle = texts["ask_subtitle"].format(code=sheet.code, day=words.day(sheet.on), count=len(sheet.questions))
    first, *rest = title_lines(title, subtitle)
    strips = [replace(first, anchor=Anchor("ask", title, 0), section=title), *rest]
    strips += paragraph(texts["ask_notice"], SMALL, gap=8)
    if not sheet.questions:
        return strips + paragraph(texts["ask_nothing"], gap=16)
    for weight, head in _HEADS.items():
        found = [asked for asked in sheet.questions if asked.weight == weight]
        if found:
            name = texts[head]
            strips += heading(name, anchor=Anchor(head, name, 1), gap=12)
            for asked in found:
                strips += _question(asked, room, style, small)
    return strips


def _question(asked: Asked, room: float, style: Style, small: Style) -> list[Strip]:
    """A box to tick, the question, what it is about, and a line to write on; never cut from its box."""
    width = BLOCK_WIDTH - _INDENT
    marks: list[Mark] = []
    item = Element("LBody", Element("LI"))
    y = 0.0
    for voice, text in ((style, asked.question), (small, asked.about)):
        of = Element("P", item, text=text)
        for line in break_lines(text, voice, width) if text else []:
            y += line.ascent
            if not marks:
                marks.append(Tick(1, y, _TICK))
            marks.append(Text(_INDENT, y, line, of))
            y += line.descent
    if room:
        y += room
        marks.append(Rule(_INDENT, y - 3, BLOCK_WIDTH, y - 3, 0.4, RULE))
    return [Strip(y, tuple(marks), gap=4 if style is BODY else 2)]
