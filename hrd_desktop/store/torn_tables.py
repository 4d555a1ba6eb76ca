"""Which table each page of a torn database belongs to, also where the way to it is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable
from sqlcipher3 import dbapi2

from hrd_desktop.store import attachments, ledger
from hrd_desktop.store.tables import CASE, classes, node, tables
from hrd_desktop.store.torn import INDEX_INNER, INDEX_LEAF, TABLE_INNER, TABLE_LEAF, Cell, Torn, Value

LOST = 255
_MASTER = 1
_KNOWN = {
    **tables,
    **{each.name: each for each in (node, ledger.caseload, attachments.blob, attachments.blob_chunk)},
}
_IN_NODE = ("case_pk", "owner", "kind", "field", "position", "id")

Row = dict[str, Value]


@dataclass
class Layout:
    """What was made out: the leaves of each table, its columns, and the pages of the indexes that are of use."""

    lost: int = 0
    leaves: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    columns: dict[str, list[str]] = field(default_factory=dict)
    codes_index: list[int] = field(default_factory=list)
    """Pages with `(code, case_pk)` of every case."""
    nodes_index: list[int] = field(default_factory=list)
    """Pages with `(case_pk, id, node.pk)` of every object."""
    whole_index: bool = False
    """Whether every page of both indexes is there: whatever is lost was then noticed."""


def rows(torn: Torn, layout: Layout, table: str, pages: list[int] | None = None) -> Iterator[tuple[int, Row]]:
    """The rows of a table by their number; those that go on over a lost page are left out."""
    names = layout.columns[table]
    for number in layout.leaves[table] if pages is None else pages:
        for cell in torn.cells(number):
            values = torn.values(cell)
            if values is not None and len(values) <= len(names):
                row = dict(zip(names, values, strict=False))
                if names and row[names[0]] is None:
                    row[names[0]] = cell.rowid  # the key of the table is kept as the number of the row alone
                yield cell.rowid, row


def lay_out(torn: Torn, step: Callable[[int, int], None]) -> Layout:
    """Look at every page once. Raises what `step` raises."""
    kinds = torn.kinds(step)
    layout = Layout(lost=kinds[1:].count(LOST), columns={name: _columns(_ddl(name)) for name in _KNOWN})
    above = {child: page for page in range(1, len(kinds)) if kinds[page] in (TABLE_INNER, INDEX_INNER)
             for child in torn.children(page)}  # fmt: skip
    tops = {page: _top(page, above) for page in range(1, len(kinds)) if kinds[page] in (TABLE_LEAF, INDEX_LEAF)}
    roots, codes_root, nodes_root = _read_master(torn, layout, tops, kinds)
    strays: list[int] = []
    for page, top in tops.items():
        if kinds[page] == TABLE_LEAF and top != _MASTER:
            if top in roots:
                if roots[top] in _KNOWN:
                    layout.leaves[roots[top]].append(page)
            else:
                strays.append(page)
    _find_homes(torn, layout, strays)
    sound = True
    for root, found in ((codes_root, layout.codes_index), (nodes_root, layout.nodes_index)):
        sound = _walk(torn, kinds, root, found) and sound
    layout.whole_index = sound
    return layout


def _top(page: int, above: dict[int, int]) -> int:
    seen = set[int]()
    while page in above and page not in seen:
        seen.add(page)
        page = above[page]
    return page


def _read_master(torn: Torn, layout: Layout, tops: dict[int, int], kinds: bytearray) -> tuple[dict[int, str], int, int]:
    """The tables by the page at their root, and the roots of the two indexes (0: not known)."""
    roots: dict[int, str] = {}
    codes_root = nodes_root = 0
    for page, top in tops.items():
        if kinds[page] != TABLE_LEAF or not (top == _MASTER or _is_master(torn, page)):
            continue
        tops[page] = _MASTER
        for cell in torn.cells(page):
            values = torn.values(cell)
            if values is None or len(values) != 5:
                continue
            kind, name, of, root, sql = values
            if kind == "table" and isinstance(root, int) and isinstance(name, str):
                roots[root] = name
                if name in _KNOWN and isinstance(sql, str):
                    layout.columns[name] = _columns(sql) or layout.columns[name]
            elif kind == "index" and sql is None and isinstance(root, int):
                # Of both tables this is the only index that SQLite makes by itself.
                codes_root = root if of == CASE else codes_root
                nodes_root = root if of == node.name else nodes_root
    return roots, codes_root, nodes_root


def _is_master(torn: Torn, page: int) -> bool:
    cells = list(torn.cells(page))
    first = torn.values(cells[0], 4) if cells else None
    return first is not None and len(first) == 4 and first[0] in ("table", "index") and isinstance(first[3], int)


def _find_homes(torn: Torn, layout: Layout, strays: list[int]) -> None:
    """Put leaves whose way is lost to the table that their rows fit: nodes by their shape, objects by their node."""
    left = []
    for page in strays:
        if _fits_node(torn, page):
            layout.leaves[node.name].append(page)
        else:
            left.append(page)
    wanted = {cell.rowid for page in left for cell in torn.cells(page)}
    kind_of = {pk: str(row["kind"]) for pk, row in rows(torn, layout, node.name) if pk in wanted} if wanted else {}
    for page in left:
        cells = list(torn.cells(page))
        kinds = {kind_of[cell.rowid] for cell in cells if cell.rowid in kind_of}
        home = kinds.pop() if len(kinds) == 1 else ""
        if home not in tables or not _has_shape(torn, layout, home, cells):
            beside = (CASE, ledger.caseload.name, attachments.blob.name, attachments.blob_chunk.name)
            homes = [name for name in beside if _has_shape(torn, layout, name, cells)]
            home = homes[0] if len(homes) == 1 else ""
        if home:
            layout.leaves[home].append(page)


def _fits_node(torn: Torn, page: int) -> bool:
    cells = list(torn.cells(page))
    for cell in cells:
        values = torn.values(cell)
        if values is None or len(values) != len(_IN_NODE) + 1:
            return False
        row = dict(zip(_IN_NODE, values[1:], strict=True))
        if row["kind"] not in classes or not isinstance(row["case_pk"], int) or not isinstance(row["field"], str):
            return False
    return bool(cells)


def _has_shape(torn: Torn, layout: Layout, table: str, cells: list[Cell]) -> bool:
    names = layout.columns[table]
    columns = [_KNOWN[table].c.get(name) for name in names]
    for cell in cells:
        # The bytes of a file fill many pages: its first columns will do.
        values = torn.values(cell, 2 if table == attachments.blob_chunk.name else None)
        if values is None:
            continue
        if len(values) != len(names) and table != attachments.blob_chunk.name:
            return False
        if table == attachments.blob_chunk.name and len(torn.values(cell, len(names) + 1) or names) != len(names):
            return False
        for place, (column, value) in enumerate(zip(columns, values, strict=False)):
            if column is None or value is None:
                if column is not None and not column.nullable and place > 0:
                    return False
            elif isinstance(value, int) != _is_number(column):
                return False
    return bool(cells)


def _is_number(column: Any) -> bool:
    return (
        column.type.python_type in (int, bool) if column.type.__class__.__module__.startswith("sqlalchemy") else False
    )


def _walk(torn: Torn, kinds: bytearray, root: int, found: list[int]) -> bool:
    """Every page of an index below its root; whether all of them are there."""
    sound, following, seen = root > 0, [root] if root else [], set[int]()
    while following:
        page = following.pop()
        if page in seen or page >= len(kinds) or kinds[page] not in (INDEX_LEAF, INDEX_INNER):
            sound = False
            continue
        seen.add(page)
        found.append(page)
        if kinds[page] == INDEX_INNER:
            following += torn.children(page)
    return sound


def _ddl(name: str) -> str:
    return str(CreateTable(_KNOWN[name]).compile(dialect=sqlite.dialect()))


def _columns(sql: str) -> list[str]:
    """The columns that a table has by its definition, as SQLite itself reads it."""
    memory = dbapi2.connect(":memory:")
    try:
        memory.execute(sql)
        ((name,),) = memory.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return [str(row[1]) for row in memory.execute(f'PRAGMA table_info("{name}")')]
    except dbapi2.Error:
        return []
    finally:
        memory.close()
