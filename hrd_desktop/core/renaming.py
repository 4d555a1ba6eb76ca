"""Other ids for the rows of a case, wherever they are written: at the row, in references, in places."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Mapping
from dataclasses import is_dataclass, replace
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.past import PastChange
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, objects
from hrd_desktop.core.staff import KnownBy, Review

_NUMBERED = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,3})")
_MOST = 9999

Ids = Mapping[str, str]
"""From the id that stands there to the one that is to stand there; others stay."""


def renamed_case(case: Case, ids: Ids) -> Case:
    """A copy of the case under other ids."""
    made = copy.deepcopy(case)
    if ids:
        _rename(made, ids)
    return made


def renamed_change(change: PastChange, ids: Ids) -> PastChange:
    """A change of the history under other ids."""
    cls = objects()[change.kind]
    spec = field_of(cls, change.place.rpartition(".")[2])
    if not ids or spec is None:
        return change
    at = cls is KnownBy and spec.name == "at"

    def value(held: Any) -> Any:
        return renamed_place(held, ids) if at and held else _value(spec, copy.deepcopy(held), ids)

    return replace(
        change, place=renamed_place(change.place, ids), before=value(change.before), after=value(change.after)
    )


def renamed_place(place: str, ids: Ids) -> str:
    """`P2.birth.date` under other ids."""
    head, dot, rest = place.partition(".")
    return f"{ids.get(head, head)}{dot}{rest}"


def free_id(like: str, taken: Collection[str]) -> str:
    """The next id of the same kind (`P7` gives `P8`) that is not taken; for one without a number, of the kind `X`."""
    found = _NUMBERED.fullmatch(like)
    letters, first = (found[1], int(found[2])) if found else ("X", 1)
    numbers = (*range(first, _MOST + 1), *range(1, first))
    return next(key for number in numbers if (key := f"{letters}{number}") not in taken)


def _rename(value: Any, ids: Ids) -> None:
    for spec in fields_of(type(value)):
        held = getattr(value, spec.name)
        if held is None or held == []:
            continue
        if spec.name == "id":
            value.id = ids.get(held, held)
        elif isinstance(value, KnownBy) and spec.name == "at":
            value.at = renamed_place(held, ids)
        elif isinstance(value, Review) and spec.name == "rows":
            value.rows = [renamed_place(row, ids) for row in held]
        elif spec.kind in (Kind.OBJECT, Kind.REF):
            setattr(value, spec.name, _value(spec, held, ids))


def _value(spec: FieldSpec, held: Any, ids: Ids) -> Any:
    """What a field holds under other ids; objects are changed where they are."""
    if isinstance(held, list):
        return [_value(spec, each, ids) for each in held]
    if is_dataclass(held) and spec.kind is Kind.OBJECT:
        _rename(held, ids)
        return held
    return ids.get(held, held) if spec.kind is Kind.REF and held is not None else held
