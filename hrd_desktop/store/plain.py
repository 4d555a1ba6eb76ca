"""Values as JSON text, for what the case file keeps aside of the tables: history and drafts. Never leaves the file."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of


def dump(spec: FieldSpec, value: Any) -> str | None:
    """One value of a field as JSON text; None for nothing or an empty list."""
    return None if value is None or value == [] else _text(_plain(spec, value))


def load(spec: FieldSpec, text: str | None) -> Any:
    """The value again; an empty list where there was none and the field is a list."""
    if text is None:
        return [] if spec.many else None
    return _value(spec, json.loads(text))


def dump_row(row: Any) -> str:
    """One row, whole, as JSON text."""
    return _text(_plain_object(row))


def load_row(cls: type[Any], text: str) -> Any:
    """The row again."""
    return cls(**_values(cls, json.loads(text)))


def dump_values(cls: type[Any], values: dict[str, Any]) -> str:
    """Some fields of an object that may not be complete, as JSON text. Raises KeyError for a field it has not."""
    known = {spec.name: spec for spec in fields_of(cls)}
    return _text({name: _plain(known[name], value) for name, value in values.items()})


def load_values(cls: type[Any], text: str) -> dict[str, Any]:
    """The fields again."""
    return _values(cls, json.loads(text))


def _text(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _plain(spec: FieldSpec, value: Any) -> Any:
    if value is None:
        return None
    return [_plain_one(spec, one) for one in value] if spec.many else _plain_one(spec, value)


def _plain_one(spec: FieldSpec, value: Any) -> Any:
    match spec.kind:
        case Kind.OBJECT:
            return _plain_object(value)
        case Kind.PARTIAL_DATE:
            return str(value)
        case Kind.FULL_DATE:
            return value.isoformat()
        case _:
            return value


def _plain_object(value: Any) -> dict[str, Any]:
    held = ((spec, getattr(value, spec.name)) for spec in fields_of(type(value)))
    return {spec.name: _plain(spec, one) for spec, one in held if one is not None and one != []}


def _values(cls: type[Any], plain: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for name, one in plain.items():
        spec = field_of(cls, name)
        assert spec is not None
        found[name] = _value(spec, one)
    return found


def _value(spec: FieldSpec, plain: Any) -> Any:
    if plain is None:
        return None
    return [_value_one(spec, one) for one in plain] if spec.many else _value_one(spec, plain)


def _value_one(spec: FieldSpec, plain: Any) -> Any:
    match spec.kind:
        case Kind.OBJECT:
            assert spec.target is not None
            return spec.target(**_values(spec.target, plain))
        case Kind.PARTIAL_DATE:
            return PartialDate.parse(plain)
        case Kind.FULL_DATE:
            return date.fromisoformat(plain)
        case _:
            return plain
