"""A case in which every field of the format is filled, and each field changed in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.core.steps import Form
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.flow import Drawing, Strip, texts_in
from hrd_desktop.packet.options import PacketOptions, Part
from hrd_desktop.packet.writer import composed
from hrd_desktop.wording import wording
from tests.packet.paper import ON, TOLD, texts

_FIXED: dict[str, Any] = {
    "relation.person": "principal",
    "plan": "accompanying",
    "in_hiding": "no",
    "chosen_name_in_packet": "no",
    "office_default": "no",
    "sealed": False,
    "hidden_from": [],
    "seal": "none",
    "grounds": [],
    "none_declared": [],
    "date_info.birth": None,
    "person.parent": None,
    "partner_b": None,
    "ongoing": None,
}


@dataclass
class _Maker:
    """Builds an object with every field filled; each text is a word that tells from which field it comes."""

    canaries: dict[str, str] = field(default_factory=dict)

    def make(self, cls: type[Any], **given: Any) -> Any:
        values = {}
        for spec in fields_of(cls):
            owner = object_name(cls)
            if spec.name in given:
                values[spec.name] = given[spec.name]
            elif f"{spec.name}.{owner}" in _FIXED or spec.name in _FIXED:
                values[spec.name] = _FIXED.get(f"{spec.name}.{owner}", _FIXED.get(spec.name))
            else:
                value = self._value(spec, owner)
                values[spec.name] = [value] if spec.many else value
        return cls(**values)

    def _value(self, spec: FieldSpec, owner: str) -> Any:
        if spec.name == "id":
            return f"X{len(self.canaries) + 1}"
        match spec.kind:
            case Kind.TEXT | Kind.LONG_TEXT:
                word = f"zq{len(self.canaries):04d}x"
                self.canaries[word] = f"{owner}.{spec.name}"
                return word
            case Kind.INTEGER:
                return 3
            case Kind.BOOLEAN:
                return False
            case Kind.PARTIAL_DATE:
                return PartialDate(1990, 5, 6)
            case Kind.FULL_DATE:
                return date(2026, 5, 6)
            case Kind.CODE:
                return spec.codes[0]
            case Kind.COUNTRY:
                return "YE"
            case Kind.LANGUAGE:
                return "ar"
            case Kind.ITEM:
                return "H01"
            case Kind.REF:
                return "P1" if spec.ref == "person" else "X1"
        assert spec.target is not None
        return self.make(spec.target)


def filled_case() -> tuple[Case, dict[str, str]]:
    """The case, and from which field each of its texts comes."""
    maker = _Maker()
    case: Case = maker.make(Case)
    person = case.persons[0]
    person.id = case.principal = "P1"
    (form,) = case.forms
    spec = field_of(Form, "form")
    assert spec is not None
    case.forms = [replace(form, id=f"{form.id}-{code}", form=code) for code in spec.codes]  # type: ignore[arg-type]  # one of the list
    return case, maker.canaries


def told_by(case: Case, parts: Sequence[Part] = TOLD) -> str:
    """Every text of the packet of a case but the sheets for forms, and what its figures say."""
    options = PacketOptions(
        language="en", paper="letter", recipient=case.partner or "", draft=False, on=ON, parts=tuple(parts)
    )
    return "\n".join(_texts(composed(Author(case, options, texts("en"), wording("en")))))


def _texts(strips: list[Strip]) -> Iterator[str]:
    for strip in strips:
        yield from (text.line.text for text in texts_in(strip))
        yield from (mark.of.told for mark in strip.marks if isinstance(mark, Drawing))


def values_of(held: Any) -> Iterator[tuple[Any, FieldSpec]]:
    """Each field of each object that is no text, no reference, no object, and can be changed."""
    owner = type(held)
    for each in fields(held):
        spec = field_of(owner, each.name)
        value = getattr(held, each.name)
        if spec is None or spec.name == "id":
            continue
        if spec.kind is Kind.OBJECT:
            for inner in value if isinstance(value, list) else [value]:
                if is_dataclass(inner):
                    yield from values_of(inner)
        elif spec.kind not in (Kind.TEXT, Kind.LONG_TEXT, Kind.REF, Kind.ITEM):
            yield held, spec


def other_value(spec: FieldSpec, value: Any) -> Any:
    """Another value that the field may have."""
    one = value[0] if spec.many and value else None if spec.many else value
    changed: Any
    match spec.kind:
        case Kind.INTEGER:
            changed = (one or 0) + 4
        case Kind.BOOLEAN:
            changed = not one
        case Kind.PARTIAL_DATE:
            changed = PartialDate(1991, 7, 8)
        case Kind.FULL_DATE:
            changed = (one or ON) + timedelta(days=3)
        case Kind.CODE:
            changed = next(code for code in reversed(spec.codes) if code != one)
        case Kind.COUNTRY:
            changed = "BO"
        case _:
            changed = "fr"
    return [changed] if spec.many else changed
