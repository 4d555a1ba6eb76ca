"""Random changes that a case can take, for comparing what the file does with what memory does."""

import copy
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, Change, SetValue, apply_all, removal
from hrd_desktop.core.places import Node, rows_by_id, walk
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of
from hrd_desktop.errors import EditRefused
from tests.store.demo_cases import demo_cases

# Objects of every class that the sample cases have, to be copied into other cases.
POOL: dict[type, list[Any]] = {}
for _case in demo_cases():
    for _node in walk(_case):
        POOL.setdefault(type(_node.value), []).append(_node.value)

TEXTS = ("Ünal", "محمد", "Ерофей", "王小明", "a\n\nb", "O'Neil; --", '%_"*', "e\u0301\U0001f54a")


def random_changes(case: Case, random: Random) -> list[Change]:
    """One step as a person might make it: one change, or all that belong to the removal of a row."""
    node = random.choice(list(walk(case)))
    spec = random.choice(fields_of(type(node.value)))
    place = f"{node.place}.{spec.name}"
    if spec.name in ("id", "code") or (node.value is case and spec.name == "principal"):
        return []
    if spec.has_rows:
        return _rows(case, getattr(node.value, spec.name), spec, place, random)
    if spec.kind is Kind.OBJECT:
        return _single(case, spec, place, random)
    value = _value(case, spec, random)
    if spec.required and value in (None, []):
        return []
    return [SetValue(place, value)]


def _rows(case: Case, held: list[Any], spec: FieldSpec, place: str, random: Random) -> list[Change]:
    if held and random.random() < 0.4:
        try:
            changes = removal(case, random.choice(held).id)
            apply_all(copy.deepcopy(case), changes)
        except EditRefused:
            return []
        return changes
    row = _copy(case, spec, random)
    return [AddRow(place, row, random.choice([None, *range(-2, len(held) + 3)]))] if row else []


def _single(case: Case, spec: FieldSpec, place: str, random: Random) -> list[Change]:
    part = _copy(case, spec, random) if random.random() < 0.7 else None
    return [] if part is None and spec.required else [SetValue(place, part)]


def _value(case: Case, spec: FieldSpec, random: Random) -> Any:
    if spec.many:
        return [one for _ in range(random.randrange(4)) if (one := _one(case, spec, random)) is not None]
    return None if random.random() < 0.25 else _one(case, spec, random)


def _one(case: Case, spec: FieldSpec, random: Random) -> Any:
    match spec.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return random.choice(TEXTS)
        case Kind.CODE:
            return random.choice(spec.codes)
        case Kind.COUNTRY:
            return random.choice(["SZ", "MZ", "XK"])
        case Kind.LANGUAGE:
            return random.choice(["en", "sr-Latn", "zxx"])
        case Kind.ITEM:
            return random.choice(["H03", "A36.1"])
        case Kind.INTEGER:
            return random.randrange(400)
        case Kind.BOOLEAN:
            return random.random() < 0.5
        case Kind.PARTIAL_DATE:
            return random.choice([PartialDate(1991), PartialDate(1990, 2), PartialDate(2001, 12, 31)])
        case Kind.FULL_DATE:
            return date(2026, random.randrange(1, 13), random.randrange(1, 29))
        case Kind.REF:
            ids = list(_targets(case, spec.ref))
            return random.choice(ids) if ids else None
    raise AssertionError(spec)


def _targets(case: Case, ref: str | None) -> Iterator[str]:
    for place, node in rows_by_id(case).items():
        if ref is None or _named(node, ref):
            yield place


def _named(node: Node, name: str) -> bool:
    return type(node.value).__name__.lower() == name


def _copy(case: Case, spec: FieldSpec, random: Random) -> Any:
    """A copy of some sample object with free ids and with references into this case; None if there is none."""
    assert spec.target is not None
    if spec.target not in POOL:
        return None
    made = copy.deepcopy(random.choice(POOL[spec.target]))
    used = set(rows_by_id(case))
    return made if _fit(case, made, used, random) else None


def _fit(case: Case, value: Any, used: set[str], random: Random) -> bool:
    for spec in fields_of(type(value)):
        held = getattr(value, spec.name)
        if spec.name == "id":
            value.id = next(i for n in range(1, 9999) if (i := f"ZZ{n}") not in used)
            used.add(value.id)
        elif spec.kind is Kind.OBJECT and held is not None:
            if not all(_fit(case, one, used, random) for one in (held if spec.many else [held])):
                return False
        elif spec.kind is Kind.REF and held:
            new = _value(case, spec, random)
            if spec.required and not new:
                return False
            setattr(value, spec.name, new)
    return True
