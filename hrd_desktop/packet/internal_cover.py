"""The internal cover: what a check found, for the office alone. A file of its own that no packet takes in.

It is given sentences, not results: a packet knows nothing of checklists, and nothing here is a strip of a packet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hrd_desktop import __version__
from hrd_desktop.packet.compose import Cell, Column, fact, heading, lead, paragraph, table, title_lines
from hrd_desktop.packet.finish import About
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.packet.page import Running
from hrd_desktop.packet.press import printed
from hrd_desktop.packet.styles import BODY_BOLD, SMALL
from hrd_desktop.wording import Wording


@dataclass(frozen=True)
class Found:
    """One item: its id, the numbers of whom it is about (nobody: the whole case), title, reason, provision."""

    item: str
    persons: Sequence[str]
    title: str
    reason: str
    citation: str


@dataclass(frozen=True)
class Group:
    """Items that stand alike, under what they are called, with a sentence on what that means; `key` is its own."""

    key: str
    title: str
    meaning: str
    items: Sequence[Found]


@dataclass(frozen=True)
class Decided:
    """What a person decided on an item: what, why, who and when."""

    item: str
    person: str
    title: str
    decision: str
    reason: str
    by: str


@dataclass(frozen=True, kw_only=True)
class InternalCover:
    """What one assessment says, in words. Persons are called by number and relation, never by name.

    `warnings` are (whom, sentence), `questions` too; `deadlines` (day, what, whom), in order.
    """

    code: str
    on: date
    language: Language
    paper: Paper
    headline: str
    meaning: str
    rules: str
    persons: Sequence[str]
    open: Sequence[Group]
    settled: Sequence[Group]
    decisions: Sequence[Decided]
    warnings: Sequence[tuple[str, str]]
    questions: Sequence[tuple[str, str]]
    deadlines: Sequence[tuple[date, str, str]]


def write_internal_cover(cover: InternalCover, texts: Mapping[str, str], words: Wording) -> PacketFile:
    """Typeset the cover. The same arguments give the same bytes; every page says that it is not to be sent."""
    running = Running(
        mark=texts["internal_mark"],
        draft=texts["internal_word"],
        left=(
            texts["foot_case"].format(code=cover.code),
            texts["internal_made"].format(day=words.day(cover.on), version=__version__),
        ),
        page_of=texts["foot_page"],
    )
    about = About(
        texts["internal_document"].format(code=cover.code), cover.language, f"HRD Desktop {__version__}", cover.on
    )
    return printed(_strips(cover, texts, words), cover.paper, running, about)


def _strips(cover: InternalCover, texts: Mapping[str, str], words: Wording) -> list[Strip]:
    title = texts["internal_title"]
    first, *rest = title_lines(title, texts["internal_subtitle"].format(code=cover.code, day=words.day(cover.on)))
    strips = [replace(first, anchor=Anchor("internal", title, 0), section=title), *rest]
    strips += paragraph(texts["internal_notice"], SMALL, gap=8)
    strips += fact(texts["internal_headline"], cover.headline, style=BODY_BOLD)
    strips += fact(texts["internal_meaning"], cover.meaning)
    strips += fact(texts["internal_rules"], cover.rules)
    strips += fact(texts["internal_persons"], "\n".join(cover.persons))
    strips += _deadlines(cover, texts, words)
    whom = texts["internal_whole_case"]
    strips += _sentences("warnings", texts["internal_warnings"], cover.warnings, texts["internal_warning"], whom, texts)
    for group in cover.open:
        strips += _group(group, texts)
    strips += _decisions(cover, texts)
    asked = texts["internal_questions"], cover.questions, texts["internal_question"]
    strips += _sentences("questions", *asked, whom, texts)
    for group in cover.settled:
        strips += _group(group, texts)
    return strips


def _headed(key: str, title: str) -> list[Strip]:
    return heading(title, anchor=Anchor(f"internal-{key}", title, 1))


def _deadlines(cover: InternalCover, texts: Mapping[str, str], words: Wording) -> list[Strip]:
    strips = _headed("deadlines", texts["internal_deadlines"])
    if not cover.deadlines:
        return strips + paragraph(texts["internal_none"], gap=2)
    columns = [Column(texts[key], share) for key, share in (
        ("internal_day", 24), ("internal_what", 52), ("internal_whom", 24))]  # fmt: skip
    whole = texts["internal_whole_case"]
    return strips + table(columns, [[words.day(day), what, whom or whole] for day, what, whom in cover.deadlines])


def _sentences(
    key: str, title: str, told: Sequence[tuple[str, str]], head: str, whole: str, texts: Mapping[str, str]
) -> list[Strip]:
    strips = _headed(key, title)
    if not told:
        return strips + paragraph(texts["internal_none"], gap=2)
    columns = [Column(texts["internal_whom"], 22), Column(head, 78)]
    return strips + table(columns, [[whom or whole, sentence] for whom, sentence in told])


def _group(group: Group, texts: Mapping[str, str]) -> list[Strip]:
    title = texts["internal_group"].format(title=group.title, count=len(group.items))
    strips = _headed(group.key, title)
    if group.meaning:
        strips += [replace(strip, keep=True) for strip in paragraph(group.meaning, SMALL, gap=1)]
    columns = [Column(texts[key], share) for key, share in (
        ("internal_item", 13), ("internal_reason", 66), ("internal_citation", 21))]  # fmt: skip
    rows: list[Sequence[Cell]] = [
        [lead(found.item, ", ".join(found.persons)), lead(found.title, found.reason), found.citation]
        for found in group.items
    ]
    return strips + table(columns, rows, gap=2)


def _decisions(cover: InternalCover, texts: Mapping[str, str]) -> list[Strip]:
    strips = _headed("decisions", texts["internal_decisions"])
    if not cover.decisions:
        return strips + paragraph(texts["internal_none"], gap=2)
    columns = [Column(texts[key], share) for key, share in (
        ("internal_item", 16), ("internal_decision", 56), ("internal_by", 28))]  # fmt: skip
    rows: list[Sequence[Cell]] = [
        [lead(one.item, one.person), lead(one.decision, one.title, one.reason), one.by] for one in cover.decisions
    ]
    return strips + table(columns, rows)
