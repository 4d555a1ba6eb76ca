"""What a form sheet is made of: groups of fields, blocks that come again, tables; each in the order of the form.

The sheets are to copy from. They name what a field is about and never imitate a form: no wording or number of a
question is claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.codes import FormCode, ListName
from hrd_desktop.core.person import Person
from hrd_desktop.packet.author import Author


@dataclass(frozen=True)
class Copy:
    """One person's copy of a form, in a packet."""

    author: Author
    person: Person


@dataclass(frozen=True)
class Value:
    """What is written beside a field, and quiet remarks below it; `missing` where there is nothing to copy."""

    text: str
    remarks: tuple[str, ...] = ()
    missing: bool = False


Told = str | Value | None
Tell = Callable[[Copy, Any], Told]
"""Finds a value; the second argument is the row of a block or table, None in a group."""


@dataclass(frozen=True)
class Field:
    """One field. `tell` is a way such as `person.birth.city` (from case, person or row), or a function.

    `label` is a fixed text `form_...`; without it the field is called as everywhere else. `most` letters are said to go
    on the form.
    """

    tell: str | Tell
    label: str = ""
    most: int = 0


@dataclass(frozen=True)
class Group:
    """Fields under one heading, the fixed text `form_group_...`."""

    title: str
    fields: Sequence[Field]


@dataclass(frozen=True)
class Blocks:
    """Fields that come again for each row; the form has `slots` of them (0: not known), the rest is continued.

    `first` are fields that stand once above them; `listed` is the list that a person may have declared empty.
    """

    title: str
    rows: Callable[[Copy], Sequence[Any]]
    fields: Sequence[Field]
    slots: int = 0
    first: Sequence[Field] = ()
    listed: ListName | None = None


@dataclass(frozen=True)
class Rows:
    """A table. `listed` is the list that a person may have declared empty; `note` a fixed text `form_...`."""

    title: str
    rows: Callable[[Copy], Sequence[Any]]
    columns: Sequence[tuple[Field, float]]
    listed: ListName | None = None
    note: str = ""


@dataclass(frozen=True)
class Pointer:
    """What stands in another part of the packet, said by a function."""

    title: str
    tell: Callable[[Copy], str]


Section = Group | Blocks | Rows | Pointer


@dataclass(frozen=True)
class FormTable:
    """One form; `name` and `note` are fixed texts `form_...`."""

    code: FormCode
    name: str
    sections: Sequence[Section]
    note: str = ""
