"""The words of a rule pack: items, alerts, routes and fixed texts, whole or as what differs from another pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hrd_desktop.checklists.alerts import ALERT_TEXTS
from hrd_desktop.checklists.pack_toml import LANGUAGES, Table
from hrd_desktop.checklists.pack_types import Item, Note, Words
from hrd_desktop.checklists.routes import ROUTES
from hrd_desktop.checklists.table import RULES
from hrd_desktop.checklists.words import TEXTS


def read_items(tables: Sequence[Table], base: Mapping[str, Item]) -> dict[str, Item]:
    """The items of every chapter file (`items.toml`, `items_family.toml`, ...); none may stand in two.

    Where `base` has the item, only what is worded otherwise needs to be given.
    """
    reasons: dict[str, dict[str, str]] = {}
    citations: dict[str, tuple[str, ...]] = {}
    for rule in RULES:
        reasons.setdefault(rule.id, {}).update(rule.reasons)
        citations[rule.id] = rule.citations
    found: dict[str, Item] = {}
    for table in tables:
        for item in table.names():
            if item not in reasons:
                raise table.refuse(f"unknown item {item!r}", item)
            if item in found:
                raise table.refuse(f"the item {item!r} stands in another file already", item)
            found[item] = _item(item, table.table(item), reasons[item], citations[item], base.get(item))
    return found


def _item(item: str, table: Table, reasons: Mapping[str, str], cited: Sequence[str], base: Item | None) -> Item:
    table.only(("title", "question", "citations", "why", "ask"))
    citations: dict[str, Words] = {}
    why: dict[str, Words] = {}
    ask: dict[str, Words] = {}
    if base is None or table.has("citations"):
        given = _part(table, "citations", cited, "citation", whole=base is None)
        citations = {key: given.words(key) for key in given.names()}
    if base is None or table.has("why"):
        given = _part(table, "why", list(reasons), "reason", whole=base is None)
        why = {key: given.words(key, reasons[key].split()) for key in given.names()}
    if table.has("ask"):
        given = _part(table, "ask", list(reasons), "reason", whole=False)
        ask = {key: given.words(key, reasons[key].split()) for key in given.names()}
    if base is None:
        return Item(item, table.words("title"), table.words("question"), citations, why, ask)
    return Item(
        id=item,
        title=table.words("title") if table.has("title") else base.title,
        question=table.words("question") if table.has("question") else base.question,
        citations={**base.citations, **citations},
        why={**base.why, **why},
        ask={**base.ask, **ask},
    )


def _part(table: Table, key: str, keys: Sequence[str], what: str, *, whole: bool) -> Table:
    part = table.table(key)
    if whole:
        part.exactly(keys, what)
    else:
        part.only(keys, what)
    return part


def read_alerts(table: Table, *, whole: bool) -> dict[str, Note]:
    """The words of the alerts: all of them, or those that a pack words otherwise."""
    _needed(table, list(ALERT_TEXTS), "alert", whole=whole)
    return {key: _note(table.table(key), ALERT_TEXTS[key].split()) for key in table.names()}


def read_routes(table: Table, *, whole: bool) -> dict[str, Note]:
    """The words of the routes: all of them, or those that a pack words otherwise."""
    _needed(table, ROUTES, "route", whole=whole)
    return {key: _note(table.table(key), ()) for key in table.names()}


def read_texts(table: Table, *, whole: bool) -> dict[str, Words]:
    """The sentences that belong to no item, alert or route."""
    table.only(("texts",))
    fixed = table.table("texts")
    _needed(fixed, list(TEXTS), "text", whole=whole)
    return {key: fixed.words(key, TEXTS[key].split()) for key in fixed.names()}


def read_packet(table: Table, known: Mapping[str, Words] | None) -> dict[str, Words]:
    """Texts of the packet; their gaps are the packet's own affair. `known` are those of the pack words are taken of."""
    table.only(("texts",))
    texts = table.table("texts")
    if known is not None:
        texts.only(known, "text")
    return {key: texts.free_words(key) for key in texts.names()}


def _needed(table: Table, keys: Sequence[str], what: str, *, whole: bool) -> None:
    if whole:
        table.exactly(keys, what)
    else:
        table.only(keys, what)


def _note(table: Table, gaps: Sequence[str]) -> Note:
    table.only((*LANGUAGES, "citation"))
    citation = table.words("citation") if table.has("citation") else None
    return Note(table.own_words(gaps), citation)


def french_citations(
    items: Mapping[str, Item], alerts: Mapping[str, Note], routes: Mapping[str, Note]
) -> Iterator[tuple[str, str]]:
    """Every citation in English with its French form."""
    for item in items.values():
        for words in item.citations.values():
            yield words["en"], words["fr"]
    for note in (*alerts.values(), *routes.values()):
        if note.citation is not None:
            yield note.citation["en"], note.citation["fr"]
