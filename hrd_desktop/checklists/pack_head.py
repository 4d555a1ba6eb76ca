"""The head of a rule pack, `pack.toml`: when it is in force, who refers, how many places, which numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, get_args

from hrd_desktop.checklists.constants import Constants
from hrd_desktop.checklists.pack_toml import Table
from hrd_desktop.checklists.pack_types import Pack, PlacesRule, Words
from hrd_desktop.core.codes import Partner

_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_PARTNERS = get_args(get_args(Partner)[0])
_ALONE = ("id", "version", "date", "day_known", "until", "partners", "partner_notes", "sources", "places", "constants")
_WITH_WORDS = (*_ALONE, "words_of", "without")


def read_head(head: Table, folder_name: str, base: Pack | None) -> dict[str, Any]:
    """The fields of the pack that its head gives.

    `base` is the pack whose words it takes: then the head may leave out constants that are the same.
    """
    head.only(_ALONE if base is None else _WITH_WORDS)
    pack_id = head.text("id")
    if pack_id != folder_name:
        raise head.refuse(f"the id {pack_id!r} is not the name of its folder", "id")
    date = head.day("date")
    until = head.day("until") if head.has("until") else None
    if until is not None and until < date:
        raise head.refuse("'until' lies before 'date'", "until")
    partners = head.texts("partners")
    for partner in partners:
        if partner not in _PARTNERS:
            raise head.refuse(f"unknown partner {partner!r}", "partners")
    return {
        "id": pack_id,
        "version": head.text("version"),
        "date": date,
        "day_known": head.truth("day_known") if head.has("day_known") else True,
        "until": until,
        "words_of": None if base is None else base.id,
        "partners": partners,
        "partner_notes": _partner_notes(head, partners),
        "sources": head.texts("sources"),
        "places": tuple(_places(head)),
        "constants": _constants(head, base),
    }


def _partner_notes(head: Table, partners: tuple[str, ...]) -> Mapping[str, Words]:
    if not head.has("partner_notes"):
        return {}
    notes = head.table("partner_notes")
    notes.only(partners, "partner")
    return {partner: notes.words(partner) for partner in notes.names()}


def _places(head: Table) -> Iterator[PlacesRule]:
    before = 0
    for table in head.tables("places"):
        table.only(("from_year", "places"))
        rule = PlacesRule(table.integer("from_year"), table.integer("places") if table.has("places") else None)
        if rule.from_year <= before:
            raise table.refuse("years must rise", "from_year")
        before = rule.from_year
        yield rule


def _constants(head: Table, base: Pack | None) -> Constants:
    names = [field.name for field in fields(Constants)]
    if base is not None and not head.has("constants"):
        return base.constants
    table = head.table("constants")
    if base is None:
        table.exactly(names, "constant")
    else:
        table.only(names, "constant")
    own: dict[str, Any] = {name: table.integer(name) for name in table.names() if name != "office_default_days"}
    if table.has("office_default_days"):
        own["office_default_days"] = table.texts("office_default_days")
        for day in own["office_default_days"]:
            if not _MONTH_DAY.fullmatch(day):
                raise table.refuse(f"{day!r} is not a month and a day (MM-DD)", "office_default_days")
    return Constants(**own) if base is None else replace(base.constants, **own)
