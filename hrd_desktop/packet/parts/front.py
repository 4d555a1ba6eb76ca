"""The transmittal page and the contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.compose import fact, lines_to_sign, paragraph, section, spacer, title_lines
from hrd_desktop.packet.flow import Anchor, Leader, Mark, Strip, Text, paginate
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import BLOCK_WIDTH, BODY, BODY_BOLD, SMALL, Style

_NUMBER_WIDTH = 40.0


@dataclass(frozen=True)
class _Setting:
    """How the contents are set: parts, the headings in them, and the space above a part."""

    part: Style
    heading: Style
    gap: float


_WIDE = _Setting(BODY_BOLD, BODY, 7)
_CLOSE = _Setting(Style(10, 12.5, "bold"), Style(10, 12.5), 4)


def transmittal(author: Author) -> list[Strip]:
    """Who sends what to whom: the first page."""
    case, options = author.case, author.options
    name = author.text("transmittal_bookmark")
    first = replace(spacer(40), anchor=Anchor("transmittal", name, 0), section=name)
    strips = [first, *title_lines(author.text("transmittal_title"), author.text("transmittal_subtitle"))]
    strips.append(spacer(24))
    if options.recipient:
        strips += fact(author.text("transmittal_to"), author.recipient(), style=BODY_BOLD)
    strips += edition(author)
    if case.partner_reference and options.recipient == case.partner:
        strips += author.facts(case, "partner_reference")
    stream = author.text("transmittal_stream_hrd") if case.stream == "hrd" else author.value(case, "stream")
    strips += fact(author.text("transmittal_stream"), stream)
    strips += fact(author.label(case, "code"), case.code)
    strips += fact(author.text("transmittal_date"), author.words.day(options.on))
    listed = outward.persons_of_the_packet(case)
    counts = [
        (plan, sum(p.plan == plan for p in listed)) for plan in ("accompanying", "non_accompanying", "linked_case")
    ]
    told = [
        str(sum(n for plan, n in counts if plan != "linked_case")),
        *(author.text(f"transmittal_{plan}", count=n) for plan, n in counts if n),
    ]
    strips += fact(author.text("transmittal_persons"), "\n".join(told))
    strips += fact(author.text("transmittal_language"), author.words.language(options.language))
    strips += fact(author.text("transmittal_handling"), author.text("handling_mark"), style=BODY_BOLD)
    strips.append(spacer(18))
    strips += paragraph(author.text("transmittal_notice"))
    strips += paragraph(author.text("transmittal_facts_only"))
    if outward.held_apart(case):
        strips += paragraph(author.text("held_apart"))
    strips.append(spacer(10))
    return strips + lines_to_sign([author.text("received_by"), author.text("signature_plain"), author.text("date")])


def edition(author: Author) -> list[Strip]:
    """That this packet stands instead of an earlier one; nothing for a first one."""
    told = author.options.edition
    if told is None:
        return []
    day = author.words.day(told.of)
    text = author.text("edition_replaces", number=told.number, earlier=told.replaces, day=day)
    return fact(author.text("edition"), text)


def contents(author: Author, parts: Sequence[Strip], files: Sequence[Strip] = ()) -> list[Strip]:
    """Every part and heading with its page; set closer where that saves a page."""
    anchors = [strip.anchor for strip in parts if strip.anchor is not None]
    title = author.text("contents_title")
    head = section(title, Anchor("contents", title, 0))
    rest = [*paragraph(author.text("contents_note"), SMALL, gap=16), *files]
    wide, close = ([*head, *(_entry(each, setting) for each in anchors), *rest] for setting in (_WIDE, _CLOSE))
    return close if len(paginate(close)) < len(paginate(wide)) else wide


def _entry(anchor: Anchor, setting: _Setting) -> Strip:
    indent = 14.0 * anchor.level
    style = setting.heading if anchor.level else setting.part
    lines = break_lines(anchor.title, style, BLOCK_WIDTH - indent - _NUMBER_WIDTH)
    link = Element("Link", Element("Reference", Element("TOCI")), text=anchor.title)
    marks: list[Mark] = []
    y = 0.0
    for line in lines:
        y += line.ascent
        marks.append(Text(indent, y, line, link))
        last = y
        y += line.descent
    marks.append(Leader(indent + lines[-1].width, BLOCK_WIDTH, last, anchor.key, style, link))
    return Strip(y, tuple(marks), gap=0 if anchor.level else setting.gap, keep=not anchor.level)
