"""The transmittal page and the contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.compose import fact, lines_to_sign, paragraph, section, spacer, title_lines
from hrd_desktop.packet.flow import Anchor, Leader, Mark, Strip, Text
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import BLOCK_WIDTH, BODY, BODY_BOLD, SMALL

_NUMBER_WIDTH = 40.0


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
    """Every part and heading with its page."""
    title = author.text("contents_title")
    strips = section(title, Anchor("contents", title, 0))
    for strip in parts:
        if strip.anchor is not None:
            strips.append(_entry(strip.anchor))
    return [*strips, *paragraph(author.text("contents_note"), SMALL, gap=16), *files]


def _entry(anchor: Anchor) -> Strip:
    indent = 14.0 * anchor.level
    style = BODY if anchor.level else BODY_BOLD
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
    return Strip(y, tuple(marks), gap=0 if anchor.level else 7)
