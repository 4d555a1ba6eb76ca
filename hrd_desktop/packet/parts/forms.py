"""Part 12: data sheets to fill in forms from, each in the order of its form; they never look like it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import FormCode, ListName
from hrd_desktop.core.person import Person
from hrd_desktop.packet import forms_0008 as imm_0008
from hrd_desktop.packet import forms_rrf as rrf
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.compose import Cell, Column, fact, heading, paragraph, section, subheading, table
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.form_tables import Blocks, Copy, Field, FormTable, Group, Pointer, Rows, Section, Value
from hrd_desktop.packet.form_values import named, told
from hrd_desktop.packet.forms_0008 import IMM_0008
from hrd_desktop.packet.forms_5476 import IMM_5476
from hrd_desktop.packet.forms_5669 import IMM_5669
from hrd_desktop.packet.forms_rrf import RRF
from hrd_desktop.packet.forms_schedule_2 import SCHEDULE_2
from hrd_desktop.packet.styles import BLOCK_WIDTH, BODY, CELL, QUIET, SMALL

_FORMS: tuple[FormTable, ...] = (IMM_0008, SCHEDULE_2, IMM_5669, IMM_5476, RRF)
_LABELS = 200.0
_SHORT = 8
_MISSING = replace(BODY, colour=QUIET)
_EVERY_ADULT = ("principal", "spouse", "common_law_partner", "child", "child_of_partner", "grandchild")


def forms(author: Author) -> list[Strip]:
    """Every sheet of this packet."""
    strips = section(*author.part("forms"))
    strips += paragraph(author.text("form_part_note"), SMALL)
    before = len(strips)
    for form in sheets(author.case, author.options.recipient):
        for person in copies(form, author):
            first, *rest = _sheet(Copy(author, person), form)
            strips += [replace(first, new_page=len(strips) > before), *rest]
    return strips


def sheets(case: Case, recipient: str) -> list[FormTable]:
    """The forms a packet needs: those the case names; without any, those that every such application takes."""
    named_ = {row.form for row in case.forms}
    known: set[FormCode] = {form.code for form in _FORMS}
    wanted: set[FormCode] = named_ & known or {"imm_0008", "imm_0008_schedule_2", "imm_5669"}
    if case.representative is not None:
        wanted.add("imm_5476")
    if recipient == "unhcr":
        wanted.add("rrf")
    return [form for form in _FORMS if form.code in wanted]


def copies(form: FormTable, author: Author) -> list[Person]:
    """Whose copies of a form there are: by the rule of the form, and whoever the case names."""
    case = author.case
    asked = {row.person for row in case.forms if row.form == form.code}
    people = outward.signers(case)
    principal = [person for person in people if person.id == case.principal]
    if form.code == "rrf":
        return principal
    grown = [person for person in people if outward.grown(person, author.options.on)]
    adults = [person for person in grown if person.relation in _EVERY_ADULT]
    by_rule = adults if form.code in ("imm_5669", "imm_5476") else principal
    return [person for person in people if person in by_rule or person.id in asked]


class _Continued:
    """What a form has no room for, with what it continues."""

    def __init__(self) -> None:
        self.strips: list[Strip] = []


def _sheet(copy: Copy, form: FormTable) -> list[Strip]:
    author = copy.author
    name = author.text(f"form_name_{form.name}")
    title = author.text("form_sheet", form=name, id=copy.person.id)
    anchor = Anchor(f"form-{form.code}-{copy.person.id}", title, 1)
    strips = heading(title, anchor=anchor)
    strips += fact(author.text("form_edition"), _edition(copy, form), label_width=_LABELS)
    strips += fact(author.text("form_of"), outward.called(copy.person), label_width=_LABELS)
    if form.note:
        strips += paragraph(author.text(f"form_{form.note}"), SMALL, gap=4)
    more = _Continued()
    for part in form.sections:
        strips += _section(copy, part, name, more)
    if form.code == "imm_0008":
        strips += _dependants(copy, name, more)
    if form.code == "rrf":
        strips += _individuals(copy, name, more)
        for part in rrf.REST:
            strips += _section(copy, part, name, more)
    return strips + more.strips


def _edition(copy: Copy, form: FormTable) -> str:
    """As staff typed it from the form in hand; never assumed."""
    rows = [row for row in copy.author.case.forms if row.form == form.code and row.edition]
    own = [row for row in rows if row.person == copy.person.id] or [row for row in rows if row.person is None]
    return own[0].edition or "" if own else copy.author.text("form_no_edition")


def _section(copy: Copy, part: Section, form: str, more: _Continued) -> list[Strip]:
    author = copy.author
    title = author.text(f"form_group_{part.title}")
    match part:
        case Group():
            return [*subheading(title), *_fields(copy, part.fields, None)]
        case Pointer():
            return [*subheading(title), *paragraph(part.tell(copy), gap=2)]
        case Rows():
            return [*subheading(title), *_rows(copy, part)]
        case Blocks():
            return _blocks(copy, part, title, form, more)


def _fields(copy: Copy, fields: Sequence[Field], row: Any) -> list[Strip]:
    """A short group stays on one page; of a longer one no field stands alone at the foot or the head of a page."""
    facts = [list(_field(copy, field, row)) for field in fields]
    count = len(facts)
    for i, strips in enumerate(facts[:-1]):
        if count <= _SHORT or i < 1 or i == count - 2:
            strips[-1] = replace(strips[-1], keep=True)
    return [strip for strips in facts for strip in strips]


def _field(copy: Copy, field: Field, row: Any) -> Iterator[Strip]:
    value = told(copy, field, row)
    style = _MISSING if value.missing else BODY
    strips = fact(named(copy, field, row), value.text, style=style, label_width=_LABELS)
    if value.remarks:
        strips[-1] = replace(strips[-1], keep=True)
        strips += _remarks(value)
    yield from strips


def _remarks(value: Value) -> list[Strip]:
    width = BLOCK_WIDTH - _LABELS
    return [strip for remark in value.remarks for strip in paragraph(remark, SMALL, x=_LABELS, width=width, gap=0)]


def _rows(copy: Copy, part: Rows) -> list[Strip]:
    author, rows = copy.author, part.rows(copy)
    strips: list[Strip] = []
    if part.note:
        strips += [replace(strip, keep=True) for strip in paragraph(author.text(f"form_{part.note}"), SMALL, gap=1)]
    if not rows:
        return strips + _nothing(copy, part.listed)
    columns = [Column(named(copy, field, rows[0]), share) for field, share in part.columns]
    return strips + table(columns, [[_cell(copy, field, row) for field, _ in part.columns] for row in rows], gap=2)


def _nothing(copy: Copy, listed: ListName | None) -> list[Strip]:
    if listed is not None and listed in copy.person.none_declared:
        return paragraph(copy.author.text("form_none_declared"), gap=2)
    return paragraph(copy.author.text("form_not_recorded"), _MISSING, gap=2)


def _cell(copy: Copy, field: Field, row: Any) -> Cell:
    value = told(copy, field, row)
    lines = [line for line in value.text.split("\n") if line]
    style = SMALL if value.missing else CELL
    return [*((line, style) for line in lines), *((remark, SMALL) for remark in value.remarks)]


def _blocks(copy: Copy, part: Blocks, title: str, form: str, more: _Continued) -> list[Strip]:
    author, rows = copy.author, part.rows(copy)
    strips = subheading(title)
    strips += _fields(copy, part.first, None)
    if not rows:
        return strips if part.first else strips + _nothing(copy, part.listed)
    slots = part.slots or len(rows)
    for number, row in enumerate(rows, 1):
        block = _numbered(copy, number, len(rows)) + _fields(copy, part.fields, row)
        if number <= slots:
            strips += block
        else:
            if number == slots + 1:
                more.strips += subheading(author.text("form_continuation", form=form, group=title))
            more.strips += block
    if len(rows) > slots:
        strips += paragraph(author.text("form_continued", count=len(rows) - slots), SMALL, gap=2)
    return strips


def _numbered(copy: Copy, number: int, count: int) -> list[Strip]:
    """`2 of 3` above a block, where there are several."""
    if count == 1:
        return []
    strips = paragraph(copy.author.text("form_number", number=number, count=count), SMALL, gap=6)
    return [replace(strip, keep=True) for strip in strips]


def _dependants(copy: Copy, form: str, more: _Continued) -> list[Strip]:
    """The dependants in their blocks; those the form has no room for are continued."""
    strips: list[Strip] = []
    for number, person in enumerate(imm_0008.listed(copy), 1):
        block = _person_block(copy, person, number)
        own = Copy(copy.author, person)
        for part in imm_0008.DEPENDANT:
            block += _section(own, part, form, more)
        if number <= imm_0008.DEPENDANT_SLOTS:
            strips += block
        else:
            if number == imm_0008.DEPENDANT_SLOTS + 1:
                title = copy.author.text("form_group_dependant")
                more.strips += heading(copy.author.text("form_continuation", form=form, group=title))
                more.strips += paragraph(copy.author.text("form_more_dependants"), SMALL, gap=2)
            more.strips += block
    return strips


def _person_block(copy: Copy, person: Person, number: int) -> list[Strip]:
    title = copy.author.text("form_person", number=number, id=person.id, name=outward.called(person))
    return heading(title)


def _individuals(copy: Copy, form: str, more: _Continued) -> list[Strip]:
    strips: list[Strip] = []
    listed = [person for person in outward.persons_of_the_packet(copy.author.case) if person.plan == "accompanying"]
    for number, person in enumerate(listed, 1):
        strips += _person_block(copy, person, number)
        for part in rrf.INDIVIDUAL:
            strips += _section(Copy(copy.author, person), part, form, more)
    return strips
