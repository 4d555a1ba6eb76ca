"""The small number of each question: the same on the blank paper and on the screen, so that the one follows the other.

`2.7` is the seventh question of the second section. Counted is what the paper asks, in the order of `core.sections`;
what is seldom needed, what only staff writes and what is safer not on paper has no number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.groups import Group, groups_of
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.core.sections import SECTIONS, Block, Section

Path = tuple[str, ...]
"""The way to a field whatever row it stands in: `("case", "incidents", "date")`, `("person", "birth", "date")`."""

ON_PAPER = ("safety_consent", "people", "family", "work", "incidents", "asylum", "background", "documents")
"""Sections that can be asked with pen and paper."""

_WHOLE = frozenset({"consent", "contact"})
"""Objects of which also the seldom needed fields are asked on paper."""
_NOT_ON_PAPER = frozenset(
    {
        ("person", "note"),
        ("person", "needs"),  # health stays out of a paper that may be found
        ("person", "private"),
        ("medical", "sealed_note"),
        ("reply", "asked_on"),
        ("reply", "list_date"),
        ("birth", "aliases"),
        ("conviction", "equivalence"),
        ("consent", "note"),
    }
)
"""Fields, and groups of fields of a person, that have no place on paper."""


@dataclass(frozen=True)
class Asked:
    """One field on paper: what object it belongs to, and for a field that holds no object its number."""

    path: Path
    owner: str
    spec: FieldSpec
    number: str = ""


@dataclass(frozen=True)
class Sheet:
    """A group of questions about one object, `each` for every person or adult."""

    group: Group
    path: Path
    cls: type[Any]
    each: str = ""


def sheets(section: Section) -> Iterator[Sheet]:
    """What a section asks, group by group; the section of people asks the groups of a person."""
    for block in section.blocks:
        path, cls = _start(block)
        for group in block.shown():
            spec = field_of(cls, group.fields[0])
            if cls is Case and spec is not None and spec.target is Person:
                for own in groups_of("person", ()):
                    if ("person", own.key) not in _NOT_ON_PAPER:
                        yield Sheet(own, ("person",), Person, "person")
            else:
                yield Sheet(group, path, cls, block.place if block.each else "")


def fields_on(path: Path, cls: type[Any], groups: Sequence[Group] = ()) -> list[Asked]:
    """The fields of an object that the paper asks, in order; those that hold an object have no number of their own."""
    numbers = _numbers()
    return [replace(asked, number=numbers.get(asked.path, "")) for asked in _fields_on(path, cls, groups)]


def number_of(trail: Sequence[str]) -> str:
    """The number of the question to which a trail of places leads (`case.persons`, `P1`, `P1.birth`, `P1.birth.date`).

    Empty for what the paper does not ask.
    """
    names = [step.rpartition(".")[2] for step in trail if "." in step]
    path = ("person", *names[1:]) if names[:1] == ["persons"] else (CASE, *names)
    return _numbers().get(path, "")


def _start(block: Block) -> tuple[Path, type[Any]]:
    if block.each:
        return ("person",), Person
    cls: type[Any] = Case
    for name in block.place.split(".")[1:]:
        spec = field_of(cls, name)
        assert spec is not None
        assert spec.target is not None
        cls = spec.target
    return tuple(block.place.split(".")), cls


def _has_place(owner: str, spec: FieldSpec, path: Path) -> bool:
    if (owner, spec.name) in _NOT_ON_PAPER or spec.kind is Kind.ITEM:
        return False
    if owner == "reply" and spec.name == "countries":
        return path[-1] in ("d", "e")
    return spec.kind is not Kind.REF or spec.ref == "person"


def _fields_on(path: Path, cls: type[Any], groups: Sequence[Group] = ()) -> Iterator[Asked]:
    owner = object_name(cls)
    for group in groups or groups_of(owner, tuple(spec.name for spec in fields_of(cls))):
        for name in group.names if owner in _WHOLE else group.fields:
            spec = field_of(cls, name)
            if spec is not None and _has_place(owner, spec, path):
                yield Asked((*path, name), owner, spec)


def _leaves(path: Path, cls: type[Any], groups: Sequence[Group] = ()) -> Iterator[Path]:
    """Every field below an object that holds no object itself."""
    for asked in _fields_on(path, cls, groups):
        if asked.spec.target is not None:
            yield from _leaves(asked.path, asked.spec.target)
        else:
            yield asked.path


@cache
def _numbers() -> Mapping[Path, str]:
    found: dict[Path, str] = {}
    on_paper = [section for section in SECTIONS if section.key in ON_PAPER]
    for number, section in enumerate(on_paper, 1):
        leaves = [leaf for sheet in sheets(section) for leaf in _leaves(sheet.path, sheet.cls, (sheet.group,))]
        found |= {leaf: f"{number}.{i}" for i, leaf in enumerate(leaves, 1)}
    return found
