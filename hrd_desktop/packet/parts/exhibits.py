"""The exhibits: an index, then a copy of each paper with a stamp on every page."""

from __future__ import annotations

from hrd_desktop.documents.scans import Prepared
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Cell, Column, heading, lead, paragraph, placed, section, table
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.flow import Anchor, PageOf, Picture, Rule, Strip
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import BLOCK_HEIGHT, BLOCK_WIDTH, CELL, RULE, SMALL

_STAMP = 20.0


def exhibits(author: Author) -> list[Strip]:
    """The index of every exhibit, and the copies of those that are printed."""
    strips = section(*author.part("exhibits"))
    strips += paragraph(author.text("exhibits_note"), SMALL)
    heads = ("exhibit_number", "exhibit_paper", "exhibit_date", "exhibit_language", "exhibit_page", "exhibit_hash")
    columns = [Column(author.text(head), share) for head, share in zip(heads, (7, 44, 19, 15, 15, 22), strict=True)]
    strips += table(columns, [_entry(author, exhibit) for exhibit in author.exhibits])
    for exhibit in author.exhibits:
        if exhibit.printed:
            strips += copy_of(author, exhibit)
    return strips


def named(author: Author, exhibit: Exhibit) -> str:
    """`Exhibit 3: Letter of support`."""
    return author.text("exhibit_named", number=exhibit.number, title=exhibit.evidence.title)


def _anchor(author: Author, exhibit: Exhibit) -> Anchor:
    return Anchor(f"exhibit-{exhibit.number}", named(author, exhibit), 1)


def _entry(author: Author, exhibit: Exhibit) -> list[Cell]:
    paper = exhibit.evidence
    kind = author.words.code("evidence_kind", paper.kind)
    about = [kind] if kind != paper.title else []
    numbers = {other.evidence.id: other.number for other in author.exhibits}
    for of, key in ((paper.translation_of, "exhibit_translates"), (paper.statement_for, "exhibit_states")):
        if of in numbers:
            about.append(author.text(key, number=numbers[of]))
    if paper.translator_relation is not None and paper.translation_of:
        about.append(author.value(paper, "translator_relation"))
    page: Cell = exhibit.where or author.text("exhibit_not_printed")
    if exhibit.printed:
        page = PageOf(0, 0, f"exhibit-{exhibit.number}", CELL)
    language = author.words.language(paper.language) if paper.language else ""
    date = author.value(paper, "date")
    return [str(exhibit.number), lead(paper.title, joined(*about, by="; ")), date, language, page, exhibit.short_hash]


def copy_of(author: Author, exhibit: Exhibit, first: int = 0, last: int | None = None) -> list[Strip]:
    """The pages of an exhibit from `first` to `last` (from 0, all without it), or its text where it is one."""
    if exhibit.text:
        title = named(author, exhibit)
        strips = heading(title, anchor=_anchor(author, exhibit), gap=0)
        head = strips[0]
        language = exhibit.evidence.language or ""
        return [
            Strip(head.height, head.marks, keep=True, new_page=True, anchor=head.anchor),
            *paragraph(author.text("exhibit_as_text", hash=exhibit.short_hash), SMALL, gap=2),
            *paragraph(exhibit.text, language=language),
        ]
    end = len(exhibit.pages) if last is None else last + 1
    return [_page(author, exhibit, number, number == first, exhibit.pages[number]) for number in range(first, end)]


def _page(author: Author, exhibit: Exhibit, place: int, leads: bool, page: Prepared) -> Strip:
    """One page of a copy, as large as it fits below its stamp; one that lies across is turned."""
    number = place + 1
    name = named(author, exhibit) if leads else author.text("exhibit_short", number=exhibit.number)
    facts: dict[str, str | int] = {
        "page": number,
        "pages": len(exhibit.pages),
        "code": author.case.code,
        "hash": exhibit.short_hash,
    }
    stamp = author.text("exhibit_stamp", exhibit=name, **facts)
    kind: Element = Element("H2", text=named(author, exhibit)) if leads else Element("P", text=stamp)
    lines = break_lines(stamp, SMALL, BLOCK_WIDTH)
    marks = [*placed(lines, 0, BLOCK_WIDTH, of=kind)]
    top = sum(line.height for line in lines) + 4
    marks.append(Rule(0, top - 2, BLOCK_WIDTH, top - 2, 0.5, RULE))
    room = BLOCK_HEIGHT - top - 1
    across = page.width > page.height * 1.15
    wide, tall = (page.height, page.width) if across else (page.width, page.height)
    natural = wide / page.dpi * 72, tall / page.dpi * 72
    scale = min(1.0, BLOCK_WIDTH / natural[0], room / natural[1])
    width, height = natural[0] * scale, natural[1] * scale
    figure = Element("Figure", told=author.text("exhibit_figure", number=exhibit.number, page=number))
    marks.append(Picture((BLOCK_WIDTH - width) / 2, top, width, height, page, figure, quarter=across))
    anchor = _anchor(author, exhibit) if leads else None
    return Strip(BLOCK_HEIGHT, tuple(marks), new_page=True, anchor=anchor)
