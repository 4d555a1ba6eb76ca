"""Reasons and notes as values: a key of the rule pack and typed facts for its gaps. Words are made in `words`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.work import Incident


@dataclass(frozen=True)
class Country:
    """A country by its code; None where none is recorded."""

    code: str | None


@dataclass(frozen=True)
class Coded:
    """A code of a code list of the case format."""

    list_name: str
    code: str


@dataclass(frozen=True)
class Language:
    """A language by its tag."""

    tag: str


@dataclass(frozen=True)
class Row:
    """A row or person of the case by its id; never a name."""

    id: str


@dataclass(frozen=True)
class Event:
    """A dated row of the case with its country: an incident, a stay, a journey, a status, an application."""

    id: str
    day: PartialDate | date | None
    country: str | None = None


@dataclass(frozen=True)
class Field:
    """A field of the case in words: the object it stands in, its key there, and where it is."""

    object_name: str
    name: str
    place: str


@dataclass(frozen=True)
class Stretch:
    """The months from one to another, both ends included."""

    first: PartialDate
    last: PartialDate


@dataclass(frozen=True)
class Unknown:
    """A fact that the sentence speaks of and that is not recorded."""


Param = (
    int
    | date
    | PartialDate
    | Country
    | Coded
    | Language
    | Row
    | Event
    | Field
    | Stretch
    | Unknown
    | tuple["Param", ...]
)
"""What may fill a gap; a tuple is read out as a list."""


@dataclass(slots=True)
class Message:
    """One sentence for the reader's language: `key` names its template in the pack, `params` fill the gaps."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


def when(value: PartialDate | date | None) -> Param:
    """A date for a sentence, also where none is recorded."""
    return Unknown() if value is None else value


def rows(ids: Iterable[str]) -> Param:
    """Several rows for a sentence."""
    return tuple(Row(one) for one in ids)


def incidents(found: Iterable[Incident]) -> Param:
    """Several incidents for a sentence, with day and country."""
    return tuple(Event(row.id, row.date, row.country) for row in found)


def countries(codes: Iterable[str | None]) -> Param:
    """Several countries for a sentence, each once, in the order given."""
    return tuple(Country(code) for code in dict.fromkeys(codes) if code is not None)
