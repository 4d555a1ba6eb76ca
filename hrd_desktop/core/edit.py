"""Changes to a case as values: set a field, add, move or remove a row. Each knows how to undo itself."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.places import Node, find, row_of, rows_by_id, walk
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of, object_name, required_of
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.core.values import tidy
from hrd_desktop.errors import EditRefused


@dataclass(frozen=True)
class SetValue:
    """Give the field at `place` a value; None or an empty list clears it.

    Text is tidied as `values.tidy` says. Any other value is of the field's own type (PartialDate, code, list of them)
    or, where the field holds a single object (`P1.birth`), that object. An object on the way must exist already.
    """

    place: str
    value: Any


@dataclass(frozen=True)
class AddRow:
    """Put `row`, an object with an id, into the list at `place` (`case.incidents`, `P1.birth.aliases`)."""

    place: str
    row: Any
    index: int | None = None


@dataclass(frozen=True)
class RemoveRow:
    """Take the row with this id out of its list."""

    row_id: str


@dataclass(frozen=True)
class MoveRow:
    """Put the row with this id elsewhere in its list at `place`; `index` is where it stands afterwards."""

    place: str
    row_id: str
    index: int


Change = SetValue | AddRow | MoveRow | RemoveRow


def apply(case: Case, change: Change) -> Change:
    """Make one change in the case given and return the change that undoes it. Raises EditRefused."""
    match change:
        case SetValue():
            return _set(case, change)
        case AddRow():
            return _add(case, change)
        case MoveRow():
            return _move(case, change)
        case RemoveRow():
            return _remove(case, change)


def apply_all(case: Case, changes: Sequence[Change]) -> list[Change]:
    """Make the changes in order, all or none, and return those that undo them, in the order to apply them."""
    undo: list[Change] = []
    try:
        for change in changes:
            undo.insert(0, apply(case, change))
    except EditRefused:
        for back in undo:
            apply(case, back)
        raise
    return undo


def _spec_at(case: Case, place: str) -> tuple[Any, FieldSpec]:
    found = find(case, place)
    if found is None or found.spec is None:
        raise EditRefused(place=place, reason="unknown_place")
    return found.owner, found.spec


def _set(case: Case, change: SetValue) -> SetValue:
    owner, spec = _spec_at(case, change.place)
    value = new_value(change, spec)
    before = getattr(owner, spec.name)
    setattr(owner, spec.name, value)
    return SetValue(change.place, list(before) if spec.many else before)


def new_value(change: SetValue, spec: FieldSpec) -> Any:
    """What the field will hold after the change, wherever the case is kept. Raises EditRefused."""
    if spec.has_rows or spec.name == "id":
        raise EditRefused(place=change.place, reason="not_a_value")
    value: Any = _tidied(change.value)
    if spec.many:
        value = [each for each in map(_tidied, change.value or []) if each is not None]
    if spec.required and (value is None or value == []):
        raise EditRefused(place=change.place, reason="required")
    return value


def _tidied(value: Any) -> Any:
    return tidy(value) if isinstance(value, str) else value


def _add(case: Case, change: AddRow) -> RemoveRow:
    owner, spec = _spec_at(case, change.place)
    if not spec.has_rows or spec.target is None or not isinstance(change.row, spec.target):
        raise EditRefused(place=change.place, reason="not_a_row")
    if row_of(case, change.row.id) is not None:
        raise EditRefused(place=change.place, reason="id_taken")
    rows = getattr(owner, spec.name)
    # A copy: what is put into the row afterwards is a change of its own, and must not be in this one as well.
    rows.insert(len(rows) if change.index is None else change.index, copy.deepcopy(change.row))
    return RemoveRow(change.row.id)


def _move(case: Case, change: MoveRow) -> MoveRow:
    owner, spec = _spec_at(case, change.place)
    rows = getattr(owner, spec.name) if spec.has_rows else []
    stood = next((i for i, row in enumerate(rows) if row.id == change.row_id), None)
    if stood is None or not 0 <= change.index < len(rows):
        raise EditRefused(place=change.row_id, reason="unknown_place")
    rows.insert(change.index, rows.pop(stood))
    return MoveRow(change.place, change.row_id, stood)


def _remove(case: Case, change: RemoveRow) -> AddRow:
    node = rows_by_id(case).get(change.row_id)
    if node is None or node.spec is None or node.index is None:
        raise EditRefused(place=change.row_id, reason="unknown_place")
    if change.row_id == case.principal:
        raise EditRefused(place=change.row_id, reason="principal")
    rows = getattr(node.owner, node.spec.name)
    if node.spec.required and len(rows) == 1:
        raise EditRefused(place=change.row_id, reason="last_row")
    del rows[node.index]
    owner_place = next(n.place for n in walk(case) if n.value is node.owner)
    return AddRow(f"{owner_place}.{node.spec.name}", node.value, node.index)


# The format allows a union without `partner_b`, but only with a name instead: without either it cannot stand.
_NEEDED = {("union", "partner_b")}


def removal(case: Case, row_id: str) -> list[Change]:
    """The changes that remove a row and leave nothing pointing at it.

    A reference that may be absent is cleared, an id in a list is taken out of it, and an object that cannot stand
    without the reference is removed as well. Raises EditRefused as `apply` does once the changes are made.
    """
    nodes = list(walk(case))
    going = _going(nodes, row_id)
    gone = {node.place for node in going if node.index is not None}
    objects = {id(node.value) for node in going}
    changes: list[Change] = []
    for node in nodes:
        if id(node.value) in objects:
            continue
        for spec in _refs(node.value):
            held = getattr(node.value, spec.name)
            if spec.many and gone & set(held):
                changes.append(SetValue(f"{node.place}.{spec.name}", [ref for ref in held if ref not in gone]))
            elif not spec.many and not spec.required and held in gone:
                changes.append(SetValue(f"{node.place}.{spec.name}", None))
    tops = [node for node in going if id(node.owner) not in objects]
    return [*changes, *(RemoveRow(n.place) if n.index is not None else SetValue(n.place, None) for n in reversed(tops))]


def _going(nodes: Sequence[Node], row_id: str) -> list[Node]:
    """The row, all that cannot stand without it, and all that stands in any of these."""
    going: dict[int, Node] = {}
    gone = {row_id}
    grew = True
    while grew:
        before = len(going)
        for node in nodes[1:]:  # the case itself, which needs its principal, stays
            if node.place in gone or id(node.owner) in going or _needs(node.value, gone):
                going[id(node.value)] = node
                if node.index is not None:
                    gone.add(node.place)
        grew = len(going) > before
    return [node for node in nodes if id(node.value) in going]


def _refs(value: Any) -> list[FieldSpec]:
    return [spec for spec in fields_of(type(value)) if spec.kind is Kind.REF and getattr(value, spec.name)]


def _needs(value: Any, gone: set[str]) -> bool:
    """Whether the object has a reference that it cannot do without and that would point at nothing."""
    if isinstance(value, KnownBy):
        # Left behind, it would speak of whatever row is given that id next.
        return value.at.partition(".")[0] in gone
    for spec in _refs(value):
        held = getattr(value, spec.name)
        needed = spec.required or (object_name(type(value)), spec.name) in _NEEDED
        if needed and (set(held) <= gone if spec.many else held in gone):
            return True
    return False


def complete(cls: type[Any], values: dict[str, Any]) -> bool:
    """Whether the values are enough for an object of this class to stand."""
    return all(values.get(spec.name) not in (None, [], "") for spec in required_of(cls))


@dataclass
class Draft:
    """A row or single object that is begun but cannot stand yet, because something it needs is not known.

    `place` is the list or field it will go to (`case.incidents`, `P1.whereabouts`), `key` its own name among drafts,
    `values` what has been entered. Drafts are kept in the case file, never exported, and not seen by any rule.
    """

    key: str
    place: str
    values: dict[str, Any]
