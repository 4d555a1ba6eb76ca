"""What one edit in the window means for the case: the changes it makes, what it begins, and how to take it back.

Knows no widget and no file. The rule it keeps: a row or object that cannot stand yet is a draft; the moment it can, it
becomes real in the same step, and the draft is gone.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import ListName
from hrd_desktop.core.dates import DateInfo
from hrd_desktop.core.edit import AddRow, Change, Draft, MoveRow, RemoveRow, SetValue, apply_all, complete, removal
from hrd_desktop.core.kin import Union
from hrd_desktop.core.known import answered
from hrd_desktop.core.places import CASE, Node, walk
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name, required_of
from hrd_desktop.core.validation import Problem
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.problem_watch import ProblemWatch
from hrd_desktop.gui.row_ids import new_id

_EMPTY: tuple[Any, ...] = (None, [], "")


@dataclass
class Step:
    """One thing the caseworker did: changes to the case and to what is begun, both ways."""

    changes: list[Change] = field(default_factory=list)
    back: list[Change] = field(default_factory=list)
    drafts_before: dict[str, Draft | None] = field(default_factory=dict)
    drafts_after: dict[str, Draft | None] = field(default_factory=dict)

    def reversed(self) -> Step:
        return Step(self.back, self.changes, self.drafts_after, self.drafts_before)

    def then(self, later: Step) -> Step:
        """This step and the one made after it, as one."""
        return Step(
            [*self.changes, *later.changes],
            [*later.back, *self.back],
            {**later.drafts_before, **self.drafts_before},
            {**self.drafts_after, **later.drafts_after},
        )


class CaseEdits:
    """A case in memory with the rows begun in it, and every way to edit them. Each method returns the step it made."""

    def __init__(
        self,
        case: Case,
        drafts: tuple[Draft, ...] = (),
        removed_ids: AbstractSet[str] = frozenset(),
        problems: Sequence[Problem] | None = None,
    ) -> None:
        """`problems` are those the case has now, where they were looked for already."""
        self.case = case
        self.steps_made = 0
        self._known_rows: dict[str, Node] | None = None
        self._known_lists: dict[str, str] = {}
        self.drafts = {draft.key: draft for draft in drafts if draft.key not in self._rows()}
        # An id is never given twice: the history of a removed row would go over to the new one.
        self._ever_used = {*removed_ids, *self._rows(), *self.drafts, *self._ids_in_drafts()}
        self.obstacles: dict[str, EditRefused] = {}
        """Why a draft that has all it needs cannot stand yet, by key."""
        self._watch = ProblemWatch(case, problems)

    # Reading

    def value(self, place: str) -> Any:
        """What is recorded or begun at a place; None (or an empty list) where nothing is."""
        holder, _, name = place.rpartition(".")
        if holder in self.drafts:
            return self.drafts[holder].values.get(name)
        return self._object(place)

    def all_rows(self) -> dict[str, Any]:
        """Every recorded row by its id."""
        return {row_id: node.value for row_id, node in self._rows().items()}

    def list_of(self, row_id: str) -> str | None:
        """The place of the list in which a row stands or is begun; None for a row that is neither."""
        if row_id in self.drafts:
            return self.drafts[row_id].place
        self._rows()
        return self._known_lists.get(row_id)

    def target(self, place: str) -> type[Any]:
        """The class of the object at a place, whether it is recorded, begun or neither. Raises EditRefused."""
        head, *keys = place.split(".")
        if head == CASE:
            cls: type[Any] = Case
        elif head in self.drafts:
            cls = self._spec(self.drafts[head].place).target or Case
        elif (node := self._rows().get(head)) is not None:
            cls = type(node.value)
        else:
            raise EditRefused(place=place, reason="unknown_place")
        for key in keys:
            spec = field_of(cls, key)
            if spec is None or spec.target is None:
                raise EditRefused(place=place, reason="unknown_place")
            cls = spec.target
        return cls

    def rows(self, place: str) -> list[str]:
        """The ids of the rows of a list in order, those begun last."""
        recorded = [row.id for row in self.value(place) or []]
        return recorded + [draft.key for draft in self.drafts.values() if draft.place == place]

    def missing(self, key: str) -> list[FieldSpec]:
        """What a row or object begun under this key still needs; empty for one that stands."""
        draft = self.drafts.get(key)
        if draft is None:
            return []
        return [spec for spec in required_of(self.target(key)) if draft.values.get(spec.name) in _EMPTY]

    def fresh_id(self, kind: str) -> str:
        """An id for a row of this kind that is not in the case yet."""
        key = new_id(kind, self._ever_used)
        self._ever_used.add(key)
        return key

    # Editing

    def set_value(self, place: str, value: Any) -> Step:
        """Give a field its value, making what must hold it. Raises EditRefused; then nothing has changed."""
        holder, _, name = place.rpartition(".")
        return self.set_fields(holder, {name: value})

    def set_fields(self, holder: str, given: Mapping[str, Any]) -> Step:
        """Give several fields of one object their values at once, as `set_value` does for one."""
        cls = self.target(holder)
        values = {name: (value.strip() or None) if isinstance(value, str) else value for name, value in given.items()}
        for name, value in list(values.items()):
            values |= self._along(cls, holder, name, value)
        settled: list[Change] = []
        for name in (name for name in given if values[name] not in _EMPTY):
            settled += [change for change in answered(self.case, f"{holder}.{name}") if change not in settled]
        if holder in self.drafts:
            return self._set_in_draft(self.drafts[holder], values, settled)
        sets: list[Change] = [SetValue(f"{holder}.{key}", held) for key, held in values.items()]
        if self._object(holder) is not None:
            return self.make([*sets, *self._emptied(holder, values), *settled])
        if all(value in _EMPTY for value in values.values()):
            return Step()
        if required_of(cls):
            return self._set_in_draft(Draft(holder, holder, {}), values, settled)
        return self.make([*self._parents(holder), SetValue(holder, cls()), *sets, *settled])

    def clear_object(self, place: str) -> Step:
        """Take a single object away, or forget the one begun there."""
        if place in self.drafts:
            return self.make([], {place: None})
        return self.make([SetValue(place, None)])

    def add_row(self, place: str, values: Mapping[str, Any]) -> tuple[str, Step]:
        """Add a row to the list at a place; one that cannot stand yet is begun as a draft. Returns its id."""
        cls = self._spec(place).target
        if cls is None or place.partition(".")[0] in self.drafts:
            raise EditRefused(place=place, reason="begun_only")
        key = self.fresh_id(object_name(cls))
        draft = Draft(key, place, {})
        return key, self._set_draft(draft, dict(values), answered(self.case, place))

    def remove_row(self, row_id: str) -> Step:
        """Remove a row and whatever cannot stand without it, or forget one that is only begun."""
        if row_id in self.drafts:
            return self.make([], {row_id: None})
        changes = removal(self.case, row_id)
        gone = {change.row_id for change in changes if isinstance(change, RemoveRow)}
        begun = {key: None for key, draft in self.drafts.items() if draft.place.partition(".")[0] in gone}
        return self.make(changes, begun)

    def repeat(self, step: Step) -> None:
        """Make a step again that was made before, or its reverse. Raises EditRefused if the case no longer takes it."""
        apply_all(self.case, copy.deepcopy(step.changes))
        self._known_rows = None
        self._keep(step.drafts_after)
        self._watch.whole()

    # The parts

    def _ids_in_drafts(self) -> set[str]:
        held = [value for draft in self.drafts.values() for value in draft.values.values() if isinstance(value, list)]
        return {row.id for rows in held for row in rows if hasattr(row, "id")}

    def _spec(self, place: str) -> FieldSpec:
        holder, _, name = place.rpartition(".")
        spec = field_of(self.target(holder), name)
        if spec is None:
            raise EditRefused(place=place, reason="unknown_place")
        return spec

    def make(self, changes: list[Change], drafts: Mapping[str, Draft | None] | None = None) -> Step:
        """Make the changes in one step, unless they would leave the case as no import would take it."""
        look = self._watch.look(changes, self._object)
        # A copy: an object that comes into the case here goes on changing, while the step has to stay what it was.
        back = apply_all(self.case, copy.deepcopy(changes))
        if look is None:
            self._known_rows = None
        new = self._watch.added(look, self._object) if changes else None
        if new is not None:
            apply_all(self.case, back)
            self._known_rows = None
            raise EditRefused(place=new.path, reason="contradicts", cause=new.cause)
        after = dict(drafts or {})
        before = {key: copy.copy(self.drafts.get(key)) for key in after}
        self._keep(after)
        return Step(changes, back, before, after)

    def _keep(self, drafts: Mapping[str, Draft | None]) -> None:
        self.steps_made += 1
        for key, draft in drafts.items():
            if draft is None:
                self.drafts.pop(key, None)
            else:
                self.drafts[key] = draft

    def _along(self, cls: type[Any], holder: str, name: str, value: Any) -> dict[str, Any]:
        """What changes together with a field, because the format takes them only so."""
        if cls is DateInfo and name in ("earliest", "latest"):
            other = "latest" if name == "earliest" else "earliest"
            if value is None or self.value(f"{holder}.{other}") is None:
                return {other: value}
        if cls is Union and name in ("partner_b", "partner_b_name") and value is not None:
            return {"partner_b_name" if name == "partner_b" else "partner_b": None}
        return {}

    def _set_in_draft(self, draft: Draft, changed: Mapping[str, Any], settled: list[Change]) -> Step:
        values = {key: held for key, held in {**draft.values, **changed}.items() if held not in _EMPTY}
        return self._set_draft(draft, values, settled)

    def _set_draft(self, draft: Draft, values: dict[str, Any], settled: list[Change]) -> Step:
        new = Draft(draft.key, draft.place, values)
        self.obstacles.pop(draft.key, None)
        is_row = draft.key != draft.place
        if not values and not is_row:
            return self.make([], {draft.key: None})
        cls = self._spec(draft.place).target
        if cls is None or not complete(cls, values):
            return self.make([*settled], {draft.key: new})
        holder = draft.place.rpartition(".")[0]
        changes = self._parents(holder)
        if self._object(holder) is None:
            changes.append(SetValue(holder, self.target(holder)()))
        if is_row:
            changes += [*self._asked_after_all(draft.place), AddRow(draft.place, cls(id=draft.key, **values))]
        else:
            changes.append(SetValue(draft.place, cls(**values)))
        try:
            return self.make([*changes, *settled], {draft.key: None})
        except EditRefused as refused:
            # It has what it must have, but the case cannot take it yet (a name without any part): it stays begun.
            self.obstacles[draft.key] = refused
            return self.make([*settled], {draft.key: new})

    def _parents(self, place: str) -> list[Change]:
        """The changes that make the objects above the one at `place`, outermost first."""
        changes: list[Change] = []
        above = place.rpartition(".")[0]
        while above and self._object(above) is None:
            cls = self.target(above)
            if required_of(cls) or above.partition(".")[0] in self.drafts:
                raise EditRefused(place=place, reason="begun_only")
            changes.insert(0, SetValue(above, cls()))
            above = above.rpartition(".")[0]
        return changes

    def _object(self, place: str) -> Any:
        """What is recorded at a place. As `places.find`, but a page asks for thousands, so rows are looked up once."""
        head, *keys = place.split(".")
        held: Any = self.case
        if head != CASE:
            node = self._rows().get(head)
            held = node.value if node is not None else None
        for key in keys:
            held = getattr(held, key, None)
        return held

    def _rows(self) -> dict[str, Node]:
        if self._known_rows is None:
            # Every row and the list it stands in, in one walk: a page asks for hundreds.
            self._known_rows, self._known_lists = {}, {}
            places: dict[int, str] = {}
            for node in walk(self.case):
                places[id(node.value)] = node.place
                if node.index is not None and node.spec is not None:
                    self._known_rows[node.place] = node
                    self._known_lists[node.place] = f"{places[id(node.owner)]}.{node.spec.name}"
        return self._known_rows

    def _emptied(self, holder: str, values: Mapping[str, Any]) -> list[Change]:
        """The changes that take away the objects in which these were the last facts, innermost first."""
        changes: list[Change] = []
        if any(value not in _EMPTY for value in values.values()):
            return changes
        names = set(values)
        while "." in holder and not required_of(cls := self.target(holder)):
            owner = self._object(holder)
            if any(getattr(owner, spec.name) not in _EMPTY for spec in fields_of(cls) if spec.name not in names):
                break
            changes.append(SetValue(holder, None))
            holder, _, name = holder.rpartition(".")
            names = {name}
        return changes

    def _asked_after_all(self, place: str) -> list[Change]:
        """Adding a row to a list that was declared empty takes the declaration back."""
        holder, _, name = place.rpartition(".")
        declared: list[ListName] = getattr(self._object(holder), "none_declared", [])
        if name not in declared:
            return []
        return [SetValue(f"{holder}.none_declared", [other for other in declared if other != name])]


def places_touched(step: Step) -> tuple[list[str], list[str]]:
    """The fields and the lists that a step changed, to redraw them."""
    values = [change.place for change in step.changes if isinstance(change, SetValue)]
    lists = [change.place for change in (*step.changes, *step.back) if isinstance(change, AddRow | MoveRow)]
    for key in step.drafts_before.keys() | step.drafts_after.keys():
        before, after = step.drafts_before.get(key), step.drafts_after.get(key)
        known = before or after
        if known is None:
            continue
        if (before is None) != (after is None):
            (values if known.key == known.place else lists).append(known.place)
        else:
            names = {*(before.values if before else {}), *(after.values if after else {})}
            values += [f"{key}.{name}" for name in sorted(names)]
    return list(dict.fromkeys(values)), list(dict.fromkeys(lists))


def is_empty(spec: FieldSpec, value: Any) -> bool:
    """Whether a field counts as not recorded; an object counts as empty when all its fields are."""
    if spec.kind is Kind.OBJECT and not spec.many and value is not None:
        return all(is_empty(inner, getattr(value, inner.name)) for inner in fields_of(type(value)))
    return value in _EMPTY
