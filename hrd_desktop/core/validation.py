"""Whether a case can stand as it is: ids, references, values, and the rules of the format beyond types and codes.

Contradictions between facts are no problems here; the checklists show those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.consistency import findings
from hrd_desktop.core.places import Node, walk
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.core.values import Flaw, flaw_of, quoted

_ID = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,3}")
_PERSON_ID = re.compile(r"P[1-9][0-9]{0,3}")
_CASE_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,31}")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")


@dataclass(frozen=True)
class Problem:
    """One thing a case cannot stand with.

    `path` is the JSON path of the place (`$.case.persons[2].birth.date`); `cause` and `facts` are those of a `Flaw`.
    """

    path: str
    cause: str
    facts: Mapping[str, str | int]


def problems(case: Case) -> Iterator[Problem]:
    """Every problem of the case, in the order in which the places stand in its file."""
    nodes = list(walk(case))
    found = [*_id_problems(nodes), *_reference_problems(nodes)]
    for node in nodes:
        found += own_problems(node)
    yield from sorted(found, key=lambda problem: _position(problem.path))


def own_problems(node: Node) -> list[Problem]:
    """What is wrong inside one object, ids and references left out."""
    found = list(_value_problems(node))
    return found + [_at(f"{node.path}{below}", flaw) for below, flaw in findings(node.value)]


def _at(path: str, flaw: Flaw) -> Problem:
    return Problem(path, flaw.cause, flaw.facts)


def _position(path: str) -> list[int]:
    """Where a path stands in a file: the place of each key in its object, or of each item in its list."""
    cls: type[Any] = Case
    position = []
    for key, index in _STEP.findall(path.removeprefix("$.case")):
        if index:
            position.append(int(index))
            continue
        names = [spec.name for spec in fields_of(cls)]
        position.append(names.index(key))
        spec = field_of(cls, key)
        assert spec is not None
        cls = spec.target or cls
    return position


def _id_problems(nodes: list[Node]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for node in nodes:
        if node.index is None:
            continue
        path, id = f"{node.path}.id", node.value.id
        person = object_name(type(node.value)) == "person"
        if not (_PERSON_ID if person else _ID).fullmatch(id):
            yield Problem(path, "bad_person_id" if person else "bad_id", {"value": quoted(id)})
        elif id in first:
            yield Problem(path, "repeated_id", {"value": quoted(id), "other": first[id]})
        first.setdefault(id, node.path)


def _reference_problems(nodes: list[Node]) -> Iterator[Problem]:
    kinds = {node.value.id: object_name(type(node.value)) for node in reversed(nodes) if node.index is not None}
    for node in nodes:
        for spec, path, value in _values(node):
            if spec.kind is not Kind.REF:
                continue
            kind = kinds.get(value)
            if kind is None:
                yield Problem(path, "unknown_reference", {"value": quoted(value)})
            elif spec.ref not in (None, kind):
                yield Problem(path, "wrong_reference", {"value": quoted(value), "found": kind, "wanted": str(spec.ref)})


def _value_problems(node: Node) -> Iterator[Problem]:
    for spec in fields_of(type(node.value)):
        if spec.required and getattr(node.value, spec.name) in (None, []):
            yield Problem(f"{node.path}.{spec.name}", "missing_key", {"key": spec.name})
    for spec, path, value in _values(node):
        flaw = flaw_of(spec, value)
        if flaw is not None and spec.name != "id":
            yield _at(path, flaw)
    if isinstance(node.value, Case) and not _CASE_CODE.fullmatch(node.value.code):
        yield Problem(f"{node.path}.code", "bad_case_code", {"value": quoted(node.value.code)})


def _values(node: Node) -> Iterator[tuple[FieldSpec, str, Any]]:
    """Every recorded value of an object that is no object itself, with its path."""
    for spec in fields_of(type(node.value)):
        held = getattr(node.value, spec.name)
        if held is None or spec.kind is Kind.OBJECT:
            continue
        path = f"{node.path}.{spec.name}"
        if spec.many:
            yield from ((spec, f"{path}[{i}]", value) for i, value in enumerate(held))
        else:
            yield spec, path, held
