"""Which rows of two copies of a case are the same row, and which only have the same id by chance."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.past import Past
from hrd_desktop.core.places import Node, walk
from hrd_desktop.core.renaming import free_id
from hrd_desktop.core.schema import Kind, fields_of
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.core.steps import Milestone

Rows = dict[str, Node]

_WORDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.PARTIAL_DATE, Kind.FULL_DATE)


def rows_of(case: Case | None) -> Rows:
    """Every row of a case by its id, each before those inside it."""
    return {node.place: node for node in walk(case) if node.index is not None} if case is not None else {}


def new_ids(
    mine: Case, theirs: Case, base: Case | None, mine_past: Past, theirs_past: Past, taken: Collection[str]
) -> dict[str, str]:
    """The ids that rows of theirs must get so that only the same rows have the same id, and the same rows have it.

    A row of the base is the same row everywhere. Others are the same if their histories say that they came at one
    moment; two that were made on either side are not. Without history they count as the same if they are equal or,
    where no base is known, if at least one text or day is the same in both. A milestone of the same kind and person,
    and a note on the same place, is the same row whatever its id. `taken` are ids that no new row may get.
    """
    return _Matching(mine, theirs, base, mine_past, theirs_past, taken).ids()


class _Matching:
    def __init__(
        self, mine: Case, theirs: Case, base: Case | None, mine_past: Past, theirs_past: Past, taken: Collection[str]
    ) -> None:
        self._mine, self._theirs, self._base = rows_of(mine), rows_of(theirs), rows_of(base)
        self._based = base is not None
        self._pasts = mine_past, theirs_past
        self._used = {*self._mine, *self._theirs, *self._base, *taken}
        self._ids: dict[str, str] = {}

    def ids(self) -> dict[str, str]:
        lone = self._by_nature()
        for row_id, node in self._theirs.items():
            other = self._mine.get(row_id)
            if other is not None and self._same(node, other):
                continue
            twin = lone.get(_nature(node, self._ids))
            if twin is not None:
                self._ids[row_id] = twin
            elif other is not None or self._was_another(row_id):
                self._ids[row_id] = free_id(row_id, self._used)
                self._used.add(self._ids[row_id])
        for row_id in sorted(self._pasts[1].ids.difference(self._theirs)):
            # Rows they had once: what is told of them must not be told of another one here.
            came, went = (past.made(row_id) for past in self._pasts)
            if row_id in self._mine and row_id not in self._base and came and went and not came & went:
                self._ids[row_id] = free_id(row_id, self._used)
                self._used.add(self._ids[row_id])
        return self._ids

    def _by_nature(self) -> Mapping[Any, str]:
        """Rows of mine that are told by what they say, and that no row of theirs shares the id with."""
        found: dict[Any, str] = {}
        for row_id, node in self._mine.items():
            other = self._theirs.get(row_id)
            nature = _nature(node, {})
            if nature is not None and (other is None or not self._same(other, node)):
                found[nature] = row_id
        return found

    def _same(self, theirs: Node, mine: Node) -> bool:
        if type(theirs.value) is not type(mine.value) or _stand(theirs, self._ids) != _stand(mine, {}):
            return False
        if mine.value.id in self._base and _stand(self._base[mine.value.id], {}) == _stand(mine, {}):
            return True
        ours, other = (past.made(mine.value.id) for past in self._pasts)
        if ours & other or mine.value == theirs.value:
            return True
        if ours and other:
            return False
        return not self._based and _alike(mine.value, theirs.value)

    def _was_another(self, row_id: str) -> bool:
        """Whether a row of mine had this id once, was taken out, and was not this one."""
        ours, other = (past.made(row_id) for past in self._pasts)
        gone = bool(self._pasts[0].gone(row_id))
        return self._based and gone and row_id not in self._base and not ours & other


def _stand(node: Node, ids: Mapping[str, str]) -> tuple[str, str]:
    """The list a row stands in: of which row or object, and which field."""
    assert node.spec is not None
    holder = getattr(node.owner, "id", None)
    if holder is None:
        return type(node.owner).__name__, node.spec.name
    return ids.get(holder, holder), node.spec.name


def _nature(node: Node, ids: Mapping[str, str]) -> Any:
    """What tells a row apart whatever its id, or None."""
    row = node.value
    if isinstance(row, Milestone):
        return row.kind, ids.get(row.person or "", row.person)
    if isinstance(row, KnownBy):
        head, dot, rest = row.at.partition(".")
        return f"{ids.get(head, head)}{dot}{rest}"
    return None


def _alike(one: Any, other: Any) -> bool:
    """Whether two rows have a text or a day in common, or too little in them to tell."""
    ours, theirs = set(_words(one)), set(_words(other))
    return not ours or not theirs or bool(ours & theirs)


def _words(value: Any) -> Iterator[tuple[str, str, str]]:
    for spec in fields_of(type(value)):
        held = getattr(value, spec.name)
        if held is None or held == [] or spec.name == "id":
            continue
        for each in held if spec.many else [held]:
            if spec.kind is Kind.OBJECT:
                yield from _words(each)
            elif spec.kind in _WORDS:
                yield type(value).__name__, spec.name, str(each)
