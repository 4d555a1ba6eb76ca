"""Strict reading of one TOML file of a rule pack: every refusal names the file, the line and the cause."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from string import Formatter
from typing import Any

from hrd_desktop.checklists import toml_lines
from hrd_desktop.errors import BadPack

LANGUAGES = ("en", "fr")
_AT_LINE = re.compile(r"\(at line (\d+)")


class Words(dict[str, str]):
    """A sentence by language code."""


def gaps(template: str) -> set[str]:
    """The names in braces of a template. Raises ValueError for unmatched braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


class Table:
    """A table of a pack file: values by kind, each refused with its line if it is of another kind."""

    def __init__(
        self, data: Mapping[str, Any], file: Path, lines: dict[toml_lines.Path, int], path: toml_lines.Path = ()
    ) -> None:
        self._data = data
        self._file = file
        self._lines = lines
        self._path = path

    @classmethod
    def read(cls, file: Path) -> Table:
        """The outermost table of a file. Raises BadPack if it cannot be read or is no TOML."""
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadPack(file=str(file), line=0, cause="the file cannot be read") from error
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            at = _AT_LINE.search(str(error))
            line = int(at[1]) if at else text.count("\n") + 1
            raise BadPack(file=str(file), line=line, cause="not valid TOML") from error
        return cls(data, file, toml_lines.lines_of(text))

    def refuse(self, cause: str, *keys: str | int) -> BadPack:
        """The error for something at a key below this table."""
        line = toml_lines.line_of(self._lines, self._path + keys)
        return BadPack(file=str(self._file), line=line, cause=cause)

    def names(self) -> list[str]:
        return list(self._data)

    def has(self, key: str) -> bool:
        return key in self._data

    def _take(self, key: str) -> Any:
        if key not in self._data:
            raise self.refuse(f"{key!r} is missing")
        return self._data[key]

    def text(self, key: str) -> str:
        value = self._take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(f"{key!r} must be a text", key)
        return value

    def integer(self, key: str) -> int:
        value = self._take(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.refuse(f"{key!r} must be a whole number of 0 or more", key)
        return value

    def truth(self, key: str) -> bool:
        value = self._take(key)
        if not isinstance(value, bool):
            raise self.refuse(f"{key!r} must be true or false", key)
        return value

    def day(self, key: str) -> date:
        value = self._take(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refuse(f"{key!r} must be a day", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._take(key)
        if not isinstance(value, list) or not value or not all(isinstance(one, str) and one for one in value):
            raise self.refuse(f"{key!r} must be a list of texts", key)
        if len(set(value)) < len(value):
            raise self.refuse(f"{key!r} names something twice", key)
        return tuple(value)

    def table(self, key: str) -> Table:
        value = self._take(key)
        if not isinstance(value, dict):
            raise self.refuse(f"{key!r} must be a table", key)
        return Table(value, self._file, self._lines, (*self._path, key))

    def tables(self, key: str) -> list[Table]:
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.refuse(f"{key!r} must be a list of tables", key)
        return [Table(one, self._file, self._lines, (*self._path, key, i)) for i, one in enumerate(value)]

    def words(self, key: str, allowed: Iterable[str] = ()) -> Words:
        """A sentence in every language; each may use the allowed gaps and no others."""
        table = self.table(key)
        table.only(LANGUAGES)
        return table.own_words(allowed)

    def own_words(self, allowed: Iterable[str] = ()) -> Words:
        """The sentence whose languages are keys of this table."""
        known = set(allowed)
        said = Words()
        for lang in LANGUAGES:
            said[lang] = self._translation(lang)
            try:
                strange = gaps(said[lang]) - known
            except ValueError:
                raise self.refuse(f"{lang!r} has unmatched braces", lang) from None
            if strange:
                raise self.refuse(f"{lang!r} has an unknown gap {{{min(strange)}}}", lang)
        return said

    def free_words(self, key: str) -> Words:
        """A sentence whose gaps are the affair of whoever fills them."""
        table = self.table(key)
        table.only(LANGUAGES)
        return Words({lang: table._translation(lang) for lang in LANGUAGES})

    def _translation(self, lang: str) -> str:
        if lang not in self._data:
            raise self.refuse(f"the translation {lang!r} is missing")
        return self.text(lang)

    def only(self, keys: Iterable[str], what: str = "key") -> None:
        """Refuse a key that is none of these."""
        known = set(keys)
        for key in self._data:
            if key not in known:
                raise self.refuse(f"unknown {what} {key!r}", key)

    def exactly(self, keys: Sequence[str], what: str) -> None:
        """Refuse a key that is none of these, and the lack of one."""
        self.only(keys, what)
        for key in keys:
            if key not in self._data:
                raise self.refuse(f"the {what} {key!r} is missing")
