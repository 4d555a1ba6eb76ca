"""The case format as data: what fields an object has and of what kind. Tables, JSON and editors derive from it."""

from __future__ import annotations

import types
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hrd_desktop.core import (
    background,
    case,
    claim,
    dates,
    evidence,
    identity,
    kin,
    person,
    staff,
    steps,
    work,
)
from hrd_desktop.core.kinds import Code, CountryCode, ItemId, LanguageTag, Long, Ref

_MODULES = (dates, identity, kin, background, person, work, claim, steps, evidence, staff, case)


class Kind(Enum):
    """What one value of a field is."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "int"
    BOOLEAN = "bool"
    PARTIAL_DATE = "date"
    FULL_DATE = "full"
    CODE = "code"
    COUNTRY = "country"
    LANGUAGE = "lang"
    ITEM = "item"
    REF = "ref"
    OBJECT = "obj"


@dataclass(frozen=True)
class FieldSpec:
    """One field of one object.

    `many` says that the field is a list; `codes` and `code_list` are filled for CODE, `target` (a dataclass) for
    OBJECT, and `ref` (an object name, or None for any) for REF.
    """

    name: str
    kind: Kind
    many: bool
    required: bool
    code_list: str = ""
    codes: tuple[str, ...] = ()
    target: type[Any] | None = None
    ref: str | None = None

    @property
    def has_rows(self) -> bool:
        """Whether the field is a list of objects with ids."""
        return self.kind is Kind.OBJECT and self.many


@cache
def _snake(name: str) -> str:
    return "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name))


def object_name(cls: type[Any]) -> str:
    """The object's name in the case format: `HostStatus` is `host_status`."""
    return _snake(cls.__name__)


@cache
def objects() -> dict[str, type[Any]]:
    """Every object of the case format by its name there."""
    found: dict[str, type[Any]] = {}
    for module in _MODULES:
        for value in vars(module).values():
            if isinstance(value, type) and is_dataclass(value) and value.__module__ == module.__name__:
                found[object_name(value)] = value
    for values_only in ("span", "partial_date"):
        del found[values_only]
    return found


_KNOWN: dict[type[Any], dict[str, FieldSpec]] = {}


def _fields(cls: type[Any]) -> dict[str, FieldSpec]:
    if cls not in _KNOWN:
        hints = get_type_hints(cls, include_extras=True)
        _KNOWN[cls] = {
            f.name: _spec(f.name, hints[f.name], f.default is MISSING and f.default_factory is MISSING)
            for f in fields(cls)
        }
    return _KNOWN[cls]


def fields_of(cls: type[Any]) -> tuple[FieldSpec, ...]:
    """The fields of an object in the order in which they are written."""
    return tuple(_fields(cls).values())


_HOLDERS: dict[type[Any], tuple[FieldSpec, ...]] = {}


def holders_of(cls: type[Any]) -> tuple[FieldSpec, ...]:
    """The fields of an object that hold objects, one or many."""
    if cls not in _HOLDERS:
        _HOLDERS[cls] = tuple(spec for spec in fields_of(cls) if spec.kind is Kind.OBJECT)
    return _HOLDERS[cls]


def field_of(cls: type[Any], name: str) -> FieldSpec | None:
    """The named field, or None if the object has no such key."""
    return _fields(cls).get(name)


def required_of(cls: type[Any]) -> tuple[FieldSpec, ...]:
    """The fields without which the object cannot stand, its id left out."""
    return tuple(spec for spec in fields_of(cls) if spec.required and spec.name != "id")


def _spec(name: str, hint: Any, required: bool) -> FieldSpec:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    many = get_origin(hint) is list
    if many:
        (hint,) = get_args(hint)
    marks: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        marks = tuple(rest)
    for mark in marks:
        if isinstance(mark, Code):
            assert get_origin(hint) is Literal
            return FieldSpec(name, Kind.CODE, many, required, code_list=mark.name, codes=get_args(hint))
        if isinstance(mark, Ref):
            return FieldSpec(name, Kind.REF, many, required, ref=mark.target)
        if isinstance(mark, Long):
            return FieldSpec(name, Kind.LONG_TEXT, many, required)
    plain: dict[Any, Kind] = {
        str: Kind.TEXT,
        int: Kind.INTEGER,
        bool: Kind.BOOLEAN,
        dates.PartialDate: Kind.PARTIAL_DATE,
        date: Kind.FULL_DATE,
        CountryCode: Kind.COUNTRY,
        LanguageTag: Kind.LANGUAGE,
        ItemId: Kind.ITEM,
    }
    if hint in plain:
        return FieldSpec(name, plain[hint], many, required)
    return FieldSpec(name, Kind.OBJECT, many, required, target=hint)
