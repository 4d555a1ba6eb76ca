"""Reading rule packs and choosing the one in force on a day.

A pack is a folder. It holds every word itself, or names in `words_of` the pack whose words it takes, and then holds
only what differs: its head, and in files of the same names the sentences that it words otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from hrd_desktop.checklists.pack_head import read_head
from hrd_desktop.checklists.pack_items import (
    french_citations,
    read_alerts,
    read_items,
    read_packet,
    read_routes,
    read_texts,
)
from hrd_desktop.checklists.pack_toml import Table
from hrd_desktop.checklists.pack_types import Pack, Words
from hrd_desktop.errors import NoPackForDate, UnknownPack

__all__ = ["Pack", "pack_for", "pack_named", "read_pack", "read_packs"]

_HEAD = "pack.toml"


def read_packs(folder: Path) -> tuple[Pack, ...]:
    """Every rule pack below a folder, oldest first.

    Raises BadPack with file, line and cause: for what one pack alone may have wrong, for two packs of one day, and for
    days between two packs, or after the last one, on which none is in force.
    """
    heads = {path.parent.name: Table.read(path) for path in sorted(folder.glob(f"*/{_HEAD}"))}
    read: dict[str, Pack] = {}
    for name in sorted(heads, key=lambda name: heads[name].has("words_of")):
        read[name] = _read(folder / name, heads[name], read)
    packs = sorted(read.values(), key=lambda pack: pack.date)
    for pack, after in pairwise(packs):
        _follow(pack, after, heads)
    if packs and packs[-1].until is not None:
        raise heads[packs[-1].id].refuse("no pack follows, so this one has no last day", "until")
    return tuple(packs)


def read_pack(folder: Path) -> Pack:
    """The rule pack in a folder; one whose words it takes must stand beside it. Raises BadPack."""
    head = Table.read(folder / _HEAD)
    base: dict[str, Pack] = {}
    if head.has("words_of"):
        name = head.text("words_of")
        beside = folder.parent / name
        if (beside / _HEAD).is_file():
            table = Table.read(beside / _HEAD)
            if not table.has("words_of"):
                base[name] = _read(beside, table, {})
    return _read(folder, head, base)


def pack_for(packs: Sequence[Pack], on: date) -> Pack:
    """The pack in force on a day. Raises NoPackForDate if the day lies before the first."""
    in_force = [pack for pack in packs if pack.date <= on]
    if not in_force:
        first = min((pack.date for pack in packs), default=None)
        raise NoPackForDate(on=on.isoformat(), first=first.isoformat() if first else "")
    return max(in_force, key=lambda pack: pack.date)


def pack_named(packs: Sequence[Pack], name: str) -> Pack:
    """The pack of that id. Raises UnknownPack."""
    for pack in packs:
        if pack.id == name:
            return pack
    raise UnknownPack(name=name, known=", ".join(pack.id for pack in packs))


def _follow(pack: Pack, after: Pack, heads: dict[str, Table]) -> None:
    if after.date == pack.date:
        raise heads[after.id].refuse(f"{pack.id!r} is in force from the same day on", "date")
    if pack.until is None:
        raise heads[pack.id].refuse(f"'until' is missing: {after.id!r} is in force from {after.date} on")
    if pack.until >= after.date:
        raise heads[pack.id].refuse(f"{after.id!r} is in force from {after.date} on: two packs for one day", "until")
    if pack.until + timedelta(days=1) < after.date:
        raise heads[pack.id].refuse(f"{after.id!r} is in force only from {after.date} on: days without a pack", "until")


def _read(folder: Path, head: Table, bases: dict[str, Pack]) -> Pack:
    if not head.has("words_of"):
        return _whole(folder, head)
    name = head.text("words_of")
    base = bases.get(name)
    if base is None or base.words_of is not None:
        raise head.refuse(f"there is no pack {name!r} with words of its own", "words_of")
    return _differing(folder, head, base)


def _whole(folder: Path, head: Table) -> Pack:
    given = read_head(head, folder.name, None)
    items = read_items([Table.read(folder / "items.toml"), *_chapters(folder)], {})
    alerts = read_alerts(Table.read(folder / "alerts.toml"), whole=True)
    routes = read_routes(Table.read(folder / "routes.toml"), whole=True)
    return Pack(
        **given,
        items=items,
        alerts=alerts,
        routes=routes,
        texts=read_texts(Table.read(folder / "texts.toml"), whole=True),
        packet=_packet(folder),
        french_citations=dict(french_citations(items, alerts, routes)),
    )


def _differing(folder: Path, head: Table, base: Pack) -> Pack:
    given = read_head(head, folder.name, base)
    own = {path.name: Table.read(path) for path in _files(folder, head)}

    def of(file: str, read: Any, **how: Any) -> Any:
        return read(own[file], **how) if file in own else {}

    files = [table for name, table in own.items() if name.startswith("items")]
    worded = read_items(files, base.items)
    without = _without(head, base, worded)
    items = {key: item for key, item in {**base.items, **worded}.items() if key not in without}
    alerts = {**base.alerts, **of("alerts.toml", read_alerts, whole=False)}
    routes = {**base.routes, **of("routes.toml", read_routes, whole=False)}
    return Pack(
        **given,
        items=items,
        alerts=alerts,
        routes=routes,
        texts={**base.texts, **of("texts.toml", read_texts, whole=False)},
        packet={**base.packet, **of("packet.toml", read_packet, known=base.packet)},
        french_citations=dict(french_citations(items, alerts, routes)),
    )


def _packet(folder: Path) -> dict[str, Words]:
    """The texts of the packet from `packet.toml` and every `packet_*.toml`; no key stands twice."""
    found: dict[str, Words] = {}
    for file in [folder / "packet.toml", *sorted(folder.glob("packet_*.toml"))]:
        table = Table.read(file)
        for key, words in read_packet(table, None).items():
            if key in found:
                raise table.refuse(f"the text {key!r} stands in another file too")
            found[key] = words
    return found


def _chapters(folder: Path) -> list[Table]:
    return [Table.read(file) for file in sorted(folder.glob("items_*.toml"))]


def _files(folder: Path, head: Table) -> list[Path]:
    """The files of a pack that holds only what differs; one of a name that no pack has would never be read."""
    known = ("items.toml", "alerts.toml", "routes.toml", "texts.toml", "packet.toml")
    found = sorted(path for path in folder.glob("*.toml") if path.name != _HEAD)
    for path in found:
        if path.name not in known and not path.name.startswith("items_"):
            raise head.refuse(f"the file {path.name!r} belongs to no pack")
    return found


def _without(head: Table, base: Pack, worded: dict[str, Any]) -> frozenset[str]:
    """The items that the pack does not have though the one whose words it takes does."""
    if not head.has("without"):
        return frozenset()
    without = head.texts("without")
    for item in without:
        if item not in base.items:
            raise head.refuse(f"unknown item {item!r}", "without")
        if item in worded:
            raise head.refuse(f"the item {item!r} has words in this pack", "without")
    return frozenset(without)
