"""From JSON values to core objects and back: one cattrs converter, derived from `core.schema`."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from hrd_desktop.core.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of
from hrd_desktop.core.values import Flaw, flaw_of, quoted

_YEAR = re.compile(r"[0-9]{4}(?=$|-)")


class Refusal(ValueError):
    """A JSON value that the format refuses. `key` names a key of the value where the key itself is at fault."""

    def __init__(self, flaw: Flaw, key: str | None = None) -> None:
        super().__init__(flaw.cause)
        self.flaw = flaw
        self.key = key


class JsonObject(dict[str, Any]):
    """An object as read, which remembers a key that stood in it twice."""

    repeated: str | None = None

    @classmethod
    def of_pairs(cls, pairs: list[tuple[str, Any]]) -> JsonObject:
        read = cls(pairs)
        if len(read) < len(pairs):
            times = Counter(key for key, _ in pairs)
            read.repeated = next(key for key, count in times.items() if count > 1)
        return read


def value_from_json(spec: FieldSpec, data: Any) -> Any:
    """Read what one field holds (a list where the field is one). Raises Refusal, or a cattrs group of them."""
    if not spec.many:
        return _read_one(spec, data)
    if not isinstance(data, list):
        raise Refusal(Flaw("not_a_list", {"value": quoted(data)}))
    if spec.required and not data:
        raise Refusal(Flaw("empty_list"))
    read = []
    for i, value in enumerate(data):
        try:
            read.append(_read_one(spec, value))
        except (Refusal, ExceptionGroup) as refusal:
            # The first in the list is the first in the file: the rest, perhaps millions, need no look.
            refusal.add_note(IterableValidationNote(f"{spec.name}[{i}]", i, spec.kind))
            raise IterableValidationError(spec.name, [refusal], list) from None
    return read


def value_to_json(spec: FieldSpec, value: Any) -> Any:
    """What one field holds, as JSON values. The inverse of `value_from_json`."""
    if spec.many:
        return [_CONVERTER.unstructure(each) for each in value]
    return _CONVERTER.unstructure(value)


def object_from_json(cls: type[Any], data: Any) -> Any:
    """Read one object of the format. Raises as `value_from_json` does."""
    return _CONVERTER.structure(data, cls)


def object_to_json(value: Any) -> Any:
    """One object of the format as JSON values: keys in the order of the format, without null and empty lists."""
    return _CONVERTER.unstructure(value)


def _read_one(spec: FieldSpec, data: Any) -> Any:
    if spec.target is not None:
        return object_from_json(spec.target, data)
    value = _READERS[spec.kind](data)
    flaw = flaw_of(spec, value)
    if flaw:
        raise Refusal(flaw)
    return value


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise Refusal(Flaw("not_a_text", {"value": quoted(data)}))
    # Text in another normal form is the same text: it is taken, and written as the format wants it.
    return unicodedata.normalize("NFC", data)


def _integer(data: Any) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        raise Refusal(Flaw("not_a_whole_number", {"value": quoted(data)}))
    return data


def _boolean(data: Any) -> bool:
    if not isinstance(data, bool):
        raise Refusal(Flaw("not_true_or_false", {"value": quoted(data)}))
    return data


def _partial_date(data: Any) -> PartialDate:
    written = _text(data)
    try:
        return PartialDate.parse(written)
    except ValueError:
        raise Refusal(_date_flaw(written, "not_a_date")) from None


def _full_date(data: Any) -> date:
    written = _text(data)
    try:
        day = PartialDate.parse(written)
    except ValueError:
        raise Refusal(_date_flaw(written, "not_a_full_date")) from None
    if not day.complete:
        raise Refusal(Flaw("not_a_full_date", {"value": quoted(written)}))
    return day.first


def _date_flaw(written: str, cause: str) -> Flaw:
    """Tell a year that the format does not know from what is no date at all."""
    year = _YEAR.match(written)
    if year and not FIRST_YEAR <= int(year[0]) <= LAST_YEAR:
        return Flaw("year_out_of_range", {"value": quoted(written), "first": FIRST_YEAR, "last": LAST_YEAR})
    return Flaw(cause, {"value": quoted(written)})


_READERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.INTEGER: _integer,
    Kind.BOOLEAN: _boolean,
    Kind.PARTIAL_DATE: _partial_date,
    Kind.FULL_DATE: _full_date,
    Kind.CODE: _text,
    Kind.COUNTRY: _text,
    Kind.LANGUAGE: _text,
    Kind.ITEM: _text,
    Kind.REF: _text,
}


def _reader(cls: type[Any]) -> Callable[[Any, Any], Any]:
    """Read one class: cattrs gathers the refusals of all its fields, our readers say what is wrong with each."""
    specs = fields_of(cls)
    overrides: dict[str, Any] = {spec.name: override(struct_hook=_hook(spec)) for spec in specs}
    build = make_dict_structure_fn(cls, _CONVERTER, True, True, _cattrs_detailed_validation=True, **overrides)

    def read(data: Any, _: Any) -> Any:
        if not isinstance(data, dict):
            raise Refusal(Flaw("not_an_object", {"value": quoted(data)}))
        if isinstance(data, JsonObject) and data.repeated is not None:
            raise Refusal(Flaw("repeated_key", {"key": quoted(data.repeated)}), data.repeated)
        # A key with null means the same as an absent one. Of unknown keys the first is enough.
        given = {spec.name: data[spec.name] for spec in specs if data.get(spec.name) is not None}
        unknown = next((key for key in data if field_of(cls, key) is None), None)
        return build(given if unknown is None else given | {unknown: None}, cls)

    return read


def _hook(spec: FieldSpec) -> Callable[[Any, Any], Any]:
    return lambda data, _: value_from_json(spec, data)


def _writer(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    """Write one class. Ours because cattrs writes required keys first, and the format has an order of its own."""
    specs = fields_of(cls)

    def write(value: Any) -> dict[str, Any]:
        held = ((spec, getattr(value, spec.name)) for spec in specs)
        return {spec.name: value_to_json(spec, what) for spec, what in held if what not in (None, [])}

    return write


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_CONVERTER = Converter(detailed_validation=True, forbid_extra_keys=True)
_CONVERTER.register_structure_hook_factory(is_dataclass, _reader)
_CONVERTER.register_unstructure_hook_factory(is_dataclass, _writer)
_CONVERTER.register_unstructure_hook(PartialDate, str)
_CONVERTER.register_unstructure_hook(date, date.isoformat)
_CONVERTER.register_unstructure_hook(str, _normal)
