"""A case of which parts are lost, made to stand again: what named a lost part no longer does."""

from __future__ import annotations

from itertools import count
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.identity import Name
from hrd_desktop.core.places import Node, walk
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of, object_name

LOST_NAME = "?"


def without_lost_references(case: Case) -> int:
    """Take out every reference to what is not there, and what cannot stand without it; returns how many went."""
    gone = 0
    if all(person.id != case.principal for person in case.persons) and case.persons:
        principal = next((one for one in case.persons if one.relation == "principal"), case.persons[0])
        gone += bool(case.principal)
        case.principal = principal.id
    while True:
        nodes = list(walk(case))
        kinds = {node.value.id: object_name(type(node.value)) for node in nodes if node.index is not None
                 and hasattr(node.value, "id")}  # fmt: skip
        dropped = [node for node in nodes if not _mended(node.value, kinds)]
        gone += sum(map(_take_out, dropped))
        if not dropped:
            return gone


def with_a_name_each(case: Case) -> int:
    """A person whose names are all lost is called `?`, so that the rest of the case can be taken in again."""
    nameless = [person for person in case.persons if not person.names]
    taken = {node.value.id for node in walk(case) if hasattr(node.value, "id")}
    for person in nameless:
        free = next(f"N{number}" for number in count(1) if f"N{number}" not in taken)
        taken.add(free)
        person.names = [Name(id=free, kind="alias", family=LOST_NAME)]
    return len(nameless)


def _mended(value: Any, kinds: dict[str, str]) -> bool:
    """Clear its references that lead nowhere; False if it cannot do without one of them."""
    for spec in fields_of(type(value)):
        if spec.kind is not Kind.REF:
            continue
        held = getattr(value, spec.name)
        if spec.many:
            kept = [one for one in held if _is_there(one, spec, kinds)]
            if len(kept) < len(held):
                setattr(value, spec.name, kept)
            if spec.required and not kept:
                return isinstance(value, Case)
        elif held is not None and not _is_there(held, spec, kinds):
            if spec.required:
                return isinstance(value, Case)
            setattr(value, spec.name, None)
    return True


def _is_there(held: str, spec: FieldSpec, kinds: dict[str, str]) -> bool:
    found = kinds.get(held)
    return found is not None and spec.ref in (None, found)


def _take_out(node: Node) -> int:
    if node.spec is None:
        return 0
    if node.index is None:
        setattr(node.owner, node.spec.name, None)
    else:
        held = getattr(node.owner, node.spec.name)
        setattr(node.owner, node.spec.name, [one for one in held if one is not node.value])
    return 1
