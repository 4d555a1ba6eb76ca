"""Every case that can still be read from a damaged database, and the files of each; the database is never written."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy.dialects import sqlite

from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import Kind, field_of
from hrd_desktop.store import attachments, ledger
from hrd_desktop.store.columns import type_of
from hrd_desktop.store.lost_references import with_a_name_each, without_lost_references
from hrd_desktop.store.tables import CASE, classes, node, parts_of, tables, values_of
from hrd_desktop.store.torn import Torn
from hrd_desktop.store.torn_tables import Layout, Row, lay_out, rows
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.pages import Pages

_KEPT = 512  # pages whose rows are remembered: neighbours in the file are often of one case
_BLOB, _CHUNK, _CASELOAD = attachments.blob.name, attachments.blob_chunk.name, ledger.caseload.name


@dataclass(frozen=True)
class Salvaged:
    """What was found of one case. `lost` counts objects that were there and are not; `whole` says that nothing is
    missing, as far as that can be told."""

    code: str
    case: Case | None
    lost: int
    head_lost: bool
    files: dict[str, int]
    """The digest of each file that is kept, and its number."""
    changed_at: datetime | None = None
    """When it was changed last; None where that is lost."""

    @property
    def whole(self) -> bool:
        return self.case is not None and self.lost == 0 and not self.head_lost


class Salvage:
    """One reading of a damaged database. A `with` block closes the file and forgets the keys at the end."""

    def __init__(self, database: Path, key: DataKey, salt: bytes) -> None:
        """The key is copied. `salt` are the 16 bytes of the file id in `keys.json`.

        Raises OSError if nothing can be read at all.
        """
        self._pages = Pages.under(key, salt)
        try:
            self._torn = Torn(database, self._pages)
        except BaseException:
            self._pages.wipe()
            raise
        self._layout = Layout()
        self._places: dict[int, dict[str, list[int]]] = {}
        self._recent: dict[tuple[str, int], list[tuple[int, Row]]] = {}
        self._chunks: dict[int, list[int]] = defaultdict(list)
        self._codes: dict[int, str] = {}
        self._expected: dict[int, int] = {}

    @property
    def lost_pages(self) -> int:
        return self._layout.lost

    @property
    def pages(self) -> int:
        return self._torn.count

    @property
    def sure(self) -> bool:
        """Whether everything that is lost was noticed; else a case called whole may lack what left no trace."""
        return self._layout.whole_index

    def look(self, step: Callable[[int, int], None]) -> list[int]:
        """Read every page once and find the cases; returns their numbers in the order of their codes."""
        self._layout = lay_out(self._torn, step)
        self._places = self._where()
        self._codes = dict(self._names())
        expected: dict[int, int] = defaultdict(int)
        for page in self._layout.nodes_index:
            for cell in self._torn.cells(page):
                values = self._torn.values(cell)
                if values is not None and isinstance(values[0], int):
                    expected[values[0]] += 1
        self._expected = dict(expected)
        found = {pk for pk, places in self._places.items() if node.name in places} | set(self._codes)
        return sorted(found, key=lambda pk: (self._codes.get(pk, "\uffff"), pk))

    def case(self, pk: int) -> Salvaged:
        """What can be read of the case of this number."""
        held, lost = self._objects(pk)
        head = self._head(pk)
        code = self._codes.get(pk, "")
        made = _made(CASE, head or self._from_list(pk), held.get(None, {}))
        if made is not None and (not made.persons or not made.code):
            made = None  # nobody left in it: no case
        if made is not None:
            lost += without_lost_references(made) + with_a_name_each(made)
        return Salvaged(code, made, lost, head is None, self._files(pk), self._changed_at(pk))

    def file(self, blob_pk: int, sha256: str) -> bytes | None:
        """The bytes of a file, if they are all there and are those that were given."""
        pages = self._chunks.get(blob_pk, [])
        parts: dict[int, bytes] = {}
        for _, row in rows(self._torn, self._layout, _CHUNK, pages):
            number, piece = row["number"], row["data"]
            if row["blob_pk"] == blob_pk and isinstance(number, int) and isinstance(piece, bytes):
                parts[number] = piece
        data = b"".join(parts[number] for number in sorted(parts))
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def close(self) -> None:
        """Close the file and forget the keys."""
        self._torn.close()
        self._pages.wipe()

    def __enter__(self) -> Salvage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # From pages to cases

    def _where(self) -> dict[int, dict[str, list[int]]]:
        """For each case the leaves on which it has rows, by table; and the leaves of the pieces of each file."""
        places: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for table, pages in self._layout.leaves.items():
            names = self._layout.columns[table]
            for page in pages:
                seen = set[int]()
                for cell in self._torn.cells(page):
                    if table == _CHUNK:
                        values = self._torn.values(cell, 1)
                        if values and isinstance(values[0], int) and page not in self._chunks[values[0]][-1:]:
                            self._chunks[values[0]].append(page)
                        continue
                    if table in (CASE, _CASELOAD):
                        seen.add(cell.rowid)
                        continue
                    at = names.index("case_pk")
                    values = self._torn.values(cell, at + 1) or []
                    case_pk = values[at] if len(values) > at else None
                    if isinstance(case_pk, int):
                        seen.add(case_pk)
                for pk in seen:
                    places[pk][table].append(page)
        return places

    def _names(self) -> Iterator[tuple[int, str]]:
        """The codes of the cases: from the list, from the index of codes, from the cases themselves."""
        for table in (_CASELOAD, CASE):
            for pk, row in rows(self._torn, self._layout, table):
                if isinstance(row.get("code"), str):
                    yield pk, str(row["code"])
        for page in self._layout.codes_index:
            for cell in self._torn.cells(page):
                values = self._torn.values(cell)
                if values is not None and len(values) == 2 and isinstance(values[1], int):
                    yield values[1], str(values[0])

    def _rows(self, pk: int, table: str) -> Iterator[tuple[int, Row]]:
        """The rows of one case in a table."""
        for page in self._places.get(pk, {}).get(table, []):
            if (table, page) not in self._recent:
                if len(self._recent) >= _KEPT:
                    self._recent.clear()
                self._recent[table, page] = list(rows(self._torn, self._layout, table, [page]))
            for rowid, row in self._recent[table, page]:
                if (rowid if table in (CASE, _CASELOAD) else row.get("case_pk")) == pk:
                    yield rowid, row

    def _head(self, pk: int) -> Row | None:
        return next((row for _, row in self._rows(pk, CASE)), None)

    def _from_list(self, pk: int) -> Row:
        """What the list of cases knows of a case whose own row is lost."""
        found = next((row for _, row in self._rows(pk, _CASELOAD)), {})
        head: Row = {name: found.get(name) for name in ("code", "alias", "stage", "opened_on")}
        head["code"] = head["code"] or self._codes.get(pk)
        head["stage"] = head["stage"] or "intake"
        head["opened_on"] = head["opened_on"] or date(1970, 1, 1).isoformat()
        return {**head, "stream": "hrd", "principal": ""}

    def _changed_at(self, pk: int) -> datetime | None:
        value = next((row.get("changed_at") for _, row in self._rows(pk, _CASELOAD)), None)
        try:
            return datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return None

    def _objects(self, pk: int) -> tuple[dict[int | None, dict[str, list[tuple[int, Any]]]], int]:
        """What each object holds, None being the case itself; and how many objects are lost."""
        nodes = {number: row for number, row in self._rows(pk, node.name) if row["kind"] in classes}
        values: dict[int, Row] = {}
        for table in self._places.get(pk, {}):
            if table in tables and table != CASE:
                values.update(self._rows(pk, table))
        seen = len(values.keys() | nodes.keys())
        kept = set[int]()
        for number in sorted(nodes):  # an owner has a lower number than what it holds
            owner = nodes[number]["owner"]
            if number in values and (owner is None or owner in kept):
                kept.add(number)
        held: dict[int | None, dict[str, list[tuple[int, Any]]]] = defaultdict(lambda: defaultdict(list))
        used = 0
        for number in sorted(kept, reverse=True):
            row = nodes[number]
            made = _made(str(row["kind"]), values[number], held.pop(number, {}))
            if made is not None:
                used += 1
                owner = row["owner"]
                place = row["position"] if isinstance(row["position"], int) else 0
                held[owner if isinstance(owner, int) else None][str(row["field"])].append((place, made))
        return held, max(seen, self._expected.get(pk, 0)) - used

    def _files(self, pk: int) -> dict[str, int]:
        return {str(row["sha256"]): number for number, row in self._rows(pk, _BLOB)}


def _made(kind: str, row: Row, held: dict[str, list[tuple[int, Any]]]) -> Any:
    """The object, or None where a value or a part that it cannot do without is lost."""
    given: dict[str, Any] = {}
    try:
        for name, convert in _conversions(kind):
            value = row.get(name)
            given[name] = convert(value) if convert is not None else value
        cls = classes[kind]
        for spec in parts_of(cls):
            parts = [part for _, part in sorted(held.get(spec.name, ()), key=lambda pair: pair[0])]
            if spec.many:
                given[spec.name] = parts
            elif parts:
                given[spec.name] = parts[0]
        for name, value in given.items():
            known = field_of(cls, name)
            if known is not None and known.required and value is None and known.kind is not Kind.OBJECT:
                return None
        return cls(**given)
    except (TypeError, ValueError):
        return None


@cache
def _conversions(kind: str) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """For each column of a table how its value is made from what SQLite keeps."""
    dialect = sqlite.dialect()
    return tuple(
        (spec.name, type_of(spec).dialect_impl(dialect).result_processor(dialect, None))
        for spec in values_of(classes[kind])
    )
