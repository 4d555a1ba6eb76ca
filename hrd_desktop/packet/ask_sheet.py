"""What to ask next time, on one sheet of paper to take along: questions to tick, with room to write if there is any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hrd_desktop import __version__
from hrd_desktop.packet.compose import heading, line, paragraph, title_lines
from hrd_desktop.packet.finish import About
from hrd_desktop.packet.flow import Anchor, Mark, Page, Rule, Strip, Text, Tick, paginate
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.packet.page import Running
from hrd_desktop.packet.press import of_pages
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import BLOCK_WIDTH, BODY, RULE, SMALL, Style
from hrd_desktop.wording import Wording

_TICK, _INDENT = 8.5, 20.0
_CLOSE = Style(10, 12)
_ROOMS = ((34.0, BODY), (17.0, BODY), (0.0, BODY), (0.0, _CLOSE))
"""Points to write in below each question, and how large it is printed: as much as one sheet allows."""


@dataclass(frozen=True)
class Asked:
    """One question: its words, whom it is about, in which section its answer stands, and how much it matters.

    `person` is empty for the whole case, and no name unless somebody asked for names; `rank` 0 matters most.
    """

    rank: int
    person: str
    section: str
    question: str


@dataclass(frozen=True, kw_only=True)
class AskSheet:
    """The questions of one case, those about one person together, within them those of one section."""

    code: str
    on: date
    language: Language
    paper: Paper
    questions: Sequence[Asked]
    named: bool = False


def write_ask_sheet(sheet: AskSheet, texts: Mapping[str, str], words: Wording) -> PacketFile:
    """Typeset the sheet: one page, always. Same input, same bytes.

    Where the questions do not go on one page, those that matter most stand there and the sheet says how many it leaves.
    """
    pages = _fitting(sheet, texts, words)
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


def _fitting(sheet: AskSheet, texts: Mapping[str, str], words: Wording) -> list[Page]:
    for room, style in _ROOMS:
        pages = paginate(_strips(sheet, sheet.questions, texts, words, room, style))
        if len(pages) == 1:
            return pages
    by_weight = sorted(sheet.questions, key=lambda asked: asked.rank)
    least, most = 0, len(by_weight)
    while most - least > 1:
        half = (least + most) // 2
        if len(paginate(_cut(sheet, by_weight[:half], texts, words))) == 1:
            least = half
        else:
            most = half
    return paginate(_cut(sheet, by_weight[:least], texts, words))


def _cut(sheet: AskSheet, kept: Sequence[Asked], texts: Mapping[str, str], words: Wording) -> list[Strip]:
    chosen = {id(asked) for asked in kept}
    questions = [asked for asked in sheet.questions if id(asked) in chosen]
    return _strips(sheet, questions, texts, words, *_ROOMS[-1])


def _strips(
    sheet: AskSheet,
    questions: Sequence[Asked],
    texts: Mapping[str, str],
    words: Wording,
    room: float,
    style: Style,
) -> list[Strip]:
    title = texts["ask_title"]
    subtitle = texts["ask_subtitle"].format(code=sheet.code, day=words.day(sheet.on), count=len(sheet.questions))
    first, *rest = title_lines(title, subtitle)
    strips = [replace(first, anchor=Anchor("ask", title, 0), section=title), *rest]
    notice = texts["ask_notice"] + " " + (texts["ask_names"] if sheet.named else texts["ask_no_names"])
    strips += paragraph(notice, SMALL, gap=8)
    if not sheet.questions:
        return strips + paragraph(texts["ask_nothing"], gap=16)
    person = section = ""
    for number, asked in enumerate(questions):
        if number == 0 or asked.person != person:
            person, section = asked.person, ""
            name = person or texts["ask_case"]
            strips += heading(name, anchor=Anchor(f"ask{number}", name, 1), gap=12 if style is BODY else 8)
        if asked.section and asked.section != section:
            after_another = bool(section)
            section = asked.section
            strips += [replace(strip, gap=6 if after_another else strip.gap) for strip in line(section, SMALL)]
        strips.append(_question(asked, room, style))
    left = len(sheet.questions) - len(questions)
    if left:
        strips += paragraph(texts["ask_left"].format(count=left), SMALL, gap=8)
    return strips


def _question(asked: Asked, room: float, style: Style) -> Strip:
    """A box to tick, the question, and a line to write on; never cut from its box."""
    marks: list[Mark] = []
    y = 0.0
    of = Element("LBody", Element("LI"), text=asked.question)
    for text in break_lines(asked.question, style, BLOCK_WIDTH - _INDENT):
        y += text.ascent
        if not marks:
            marks.append(Tick(1, y, _TICK))
        marks.append(Text(_INDENT, y, text, of))
        y += text.descent
    if room:
        y += room
        marks.append(Rule(_INDENT, y - 3, BLOCK_WIDTH, y - 3, 0.4, RULE))
    return Strip(y, tuple(marks), gap=4 if style is BODY else 2)
