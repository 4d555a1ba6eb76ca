"""Reading rule packs and choosing the one in force on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

from hrd_desktop.checklists.alerts import ALERT_TEXTS
from hrd_desktop.checklists.constants import Constants
from hrd_desktop.checklists.pack_toml import LANGUAGES, Table, Words
from hrd_desktop.checklists.pack_types import Item, Note, Pack, PlacesRule
from hrd_desktop.checklists.routes import ROUTES
from hrd_desktop.checklists.table import RULES
from hrd_desktop.checklists.words import TEXTS
from hrd_desktop.core.codes import Partner
from hrd_desktop.errors import NoPackForDate

__all__ = ["Pack", "pack_for", "read_pack"]

_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_PARTNERS = get_args(get_args(Partner)[0])


def read_pack(folder: Path) -> Pack:
    """The rule pack in a folder. Raises BadPack with file, line and cause."""
    head = Table.read(folder / "pack.toml")
    items = [Table.read(file) for file in (folder / "items.toml", *sorted(folder.glob("items_*.toml")))]
    alerts = Table.read(folder / "alerts.toml")
    routes = Table.read(folder / "routes.toml")
    texts = Table.read(folder / "texts.toml")
    packet = Table.read(folder / "packet.toml")
    read_items = {item.id: item for item in _items(items)}
    alerts.exactly(list(ALERT_TEXTS), "alert")
    routes.exactly(ROUTES, "route")
    read_alerts = {key: _note(alerts.table(key), gaps.split()) for key, gaps in ALERT_TEXTS.items()}
    read_routes = {key: _note(routes.table(key), ()) for key in ROUTES}
    texts.only(("texts",))
    fixed = texts.table("texts")
    fixed.exactly(list(TEXTS), "text")
    return Pack(
        **_head(head, folder.name),
        items=read_items,
        alerts=read_alerts,
        routes=read_routes,
        texts={key: fixed.words(key, gaps.split()) for key, gaps in TEXTS.items()},
        packet=_packet(packet),
        french_citations=dict(_french(read_items, read_alerts, read_routes)),
    )


def pack_for(packs: Sequence[Pack], on: date) -> Pack:
    """The pack in force on a day. Raises NoPackForDate if the day lies before the first."""
    in_force = [pack for pack in packs if pack.date <= on]
    if not in_force:
        first = min((pack.date for pack in packs), default=None)
        raise NoPackForDate(on=on.isoformat(), first=first.isoformat() if first else "")
    return max(in_force, key=lambda pack: pack.date)


def _head(head: Table, folder_name: str) -> dict[str, Any]:
    head.only(("id", "version", "date", "partners", "sources", "places", "constants"))
    pack_id = head.text("id")
    if pack_id != folder_name:
        raise head.refuse(f"the id {pack_id!r} is not the name of its folder", "id")
    partners = head.texts("partners")
    for partner in partners:
        if partner not in _PARTNERS:
            raise head.refuse(f"unknown partner {partner!r}", "partners")
    head.texts("sources")
    return {
        "id": pack_id,
        "version": head.text("version"),
        "date": head.day("date"),
        "partners": partners,
        "places": tuple(_places(head)),
        "constants": _constants(head.table("constants")),
    }


def _places(head: Table) -> Iterator[PlacesRule]:
    before = 0
    for table in head.tables("places"):
        table.only(("from_year", "places"))
        rule = PlacesRule(table.integer("from_year"), table.integer("places") if table.has("places") else None)
        if rule.from_year <= before:
            raise table.refuse("years must rise", "from_year")
        before = rule.from_year
        yield rule


def _constants(table: Table) -> Constants:
    names = [field.name for field in fields(Constants)]
    table.exactly(names, "constant")
    days = table.texts("office_default_days")
    for day in days:
        if not _MONTH_DAY.fullmatch(day):
            raise table.refuse(f"{day!r} is not a month and a day (MM-DD)", "office_default_days")
    numbers = {name: table.integer(name) for name in names if name != "office_default_days"}
    return Constants(**numbers, office_default_days=days)


def _items(tables: Sequence[Table]) -> Iterator[Item]:
    """The items of every chapter file (`items.toml`, `items_family.toml`, ...); none may stand in two."""
    reasons: dict[str, dict[str, str]] = {}
    citations: dict[str, tuple[str, ...]] = {}
    for rule in RULES:
        reasons.setdefault(rule.id, {}).update(rule.reasons)
        citations[rule.id] = rule.citations
    seen: set[str] = set()
    for table in tables:
        for item in table.names():
            if item not in reasons:
                raise table.refuse(f"unknown item {item!r}", item)
            if item in seen:
                raise table.refuse(f"the item {item!r} stands in another file already", item)
            seen.add(item)
            yield _item(item, table.table(item), reasons[item], citations[item])


def _item(item: str, table: Table, reasons: Mapping[str, str], cited: tuple[str, ...]) -> Item:
    table.only(("title", "question", "citations", "why", "ask"))
    citations, why = table.table("citations"), table.table("why")
    citations.exactly(cited, "citation")
    why.exactly(list(reasons), "reason")
    ask: dict[str, Words] = {}
    if table.has("ask"):
        asked = table.table("ask")
        asked.only(reasons, "reason")
        ask = {key: asked.words(key, reasons[key].split()) for key in asked.names()}
    return Item(
        id=item,
        title=table.words("title"),
        question=table.words("question"),
        citations={key: citations.words(key) for key in cited},
        why={key: why.words(key, gaps.split()) for key, gaps in reasons.items()},
        ask=ask,
    )


def _note(table: Table, gaps: Sequence[str]) -> Note:
    table.only((*LANGUAGES, "citation"))
    citation = table.words("citation") if table.has("citation") else None
    return Note(table.own_words(gaps), citation)


def _packet(table: Table) -> dict[str, Words]:
    """Texts of the packet; their gaps are the packet's own affair."""
    table.only(("texts",))
    texts = table.table("texts")
    return {key: texts.free_words(key) for key in texts.names()}


def _french(
    items: Mapping[str, Item], alerts: Mapping[str, Note], routes: Mapping[str, Note]
) -> Iterator[tuple[str, str]]:
    for item in items.values():
        for words in item.citations.values():
            yield words["en"], words["fr"]
    for note in (*alerts.values(), *routes.values()):
        if note.citation is not None:
            yield note.citation["en"], note.citation["fr"]
