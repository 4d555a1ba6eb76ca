"""Every shipped text with its key, for the tests that read them all."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from hrd_desktop.wording.tables import table

TABLES = (
    "objects",
    "fields",
    "codes",
    "results",
    "phrases",
    "names",
    "messages",
    "cli",
    "numbers",
    "help",
    "causes",
    "calendars",
    "former",
    "sections",
    "timeline",
    "deadlines",
    "intake",
    "family",
    "harm",
)


class Pair(NamedTuple):
    """One text in both languages and where it stands."""

    key: str
    en: str
    fr: str


def pairs(name: str) -> Iterator[Pair]:
    """Every pair of texts of one table: `en` and `fr`, `hint_en` and `hint_fr`, and their forms for one and many."""
    yield from _pairs(name, table(name))


def every_pair() -> list[Pair]:
    return [pair for name in TABLES for pair in pairs(name)]


def _pairs(key: str, found: Mapping[str, Any]) -> Iterator[Pair]:
    for name, value in found.items():
        if name.endswith("en") and name.removesuffix("en") in ("", "hint_", "more_") and not is_label_of_english(found):
            other = found[name.removesuffix("en") + "fr"]
            if isinstance(value, str):
                yield Pair(f"{key}.{name}", value, other)
            else:
                assert value.keys() == other.keys() == {"one", "many"}, key
                yield from (Pair(f"{key}.{form}", value[form], other[form]) for form in ("one", "many"))
        elif isinstance(value, Mapping) and (name not in ("en", "fr") or is_label_of_english(found)):
            yield from _pairs(f"{key}.{name}", value)


def is_label_of_english(found: Mapping[str, Any]) -> bool:
    """Whether `en` and `fr` are codes here (the official languages), not the languages of a text."""
    return isinstance(found.get("en"), Mapping) and "en" in found["en"]


def gaps(text: str) -> set[str]:
    """The names of the gaps of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
