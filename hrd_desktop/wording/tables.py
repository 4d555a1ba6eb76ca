"""Reads the shipped words: TOML below `resources/words`, each file once, strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hrd_desktop import assets

Table = Mapping[str, Any]


@cache
def table(*parts: str) -> Table:
    """One file by its stem (`messages`), or a folder of files (`fields`) as one table.

    Raises FileNotFoundError for words that are not shipped, KeyError for a key that stands in two files of a folder.
    """
    path = assets.resource("words", *parts)
    if not path.is_dir():
        return _read(path.with_name(f"{path.name}.toml"))
    merged: dict[str, Any] = {}
    for file in sorted(path.glob("*.toml")):
        found = _read(file)
        if twice := merged.keys() & found.keys():
            raise KeyError(f"{sorted(twice)[0]} stands twice below words/{'/'.join(parts)}")
        merged |= found
    return merged


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        return tomllib.load(stream)


def entry(words: Table, what: str, *keys: str) -> Table:
    """The table at these keys; KeyError names what was looked for, so that a missing label is seen at once."""
    for key in keys:
        found = words.get(key)
        if not isinstance(found, Mapping):
            raise KeyError(f"no {what} for {'.'.join(keys)}")
        words = found
    return words


def spoken(found: Table, lang: str, count: int | None = None) -> str:
    """The text of an entry in one language; of its two forms `one` and `many`, the one that fits the count.

    French counts zero as one.
    """
    text = found[lang]
    if isinstance(text, str):
        return text
    one = count == 1 or (count == 0 and lang == "fr")
    return str(text["one" if one else "many"])
