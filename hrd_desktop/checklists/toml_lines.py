"""On which line of a TOML file a key stands. The standard reader gives values without their places."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*\[(\[)?\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_STRINGS = re.compile(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)


def lines_of(text: str) -> dict[Path, int]:
    """The first line of each table and key of a valid TOML text, by its path; items of an array of tables by index.

    Keys inside inline tables are not listed: what asks for one falls back on the line of the key that holds it.
    """
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    depth = 0
    for number, line in enumerate(_blank_strings(text).split("\n"), start=1):
        if depth == 0:
            header, key = _HEADER.match(line), _KEY.match(line)
            if key:
                _note(found, table + _parts(key[1]), len(table), number)
            elif header:
                table = _parts(header[2])
                if header[1]:
                    counts[table] = counts.get(table, -1) + 1
                    found.setdefault(table, number)
                    table = (*table, counts[table])
                _note(found, table, 0, number)
        value = line.partition("=")[2] if depth == 0 and _KEY.match(line) else line if depth else ""
        depth += sum(value.count(c) for c in "[{") - sum(value.count(c) for c in "]}")
    return found


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a key, or of the nearest thing above it that has one."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _note(found: dict[Path, int], path: Path, base: int, number: int) -> None:
    for length in range(base + 1, len(path) + 1):
        found.setdefault(path[:length], number)


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _blank_strings(text: str) -> str:
    """The same lines with every value string emptied, so that brackets and signs inside words mislead nobody."""

    def blank(match: re.Match[str]) -> str:
        token = match[0]
        following = text[match.end() : match.end() + 1]
        if token[0] != "#" and "\n" not in token and following in (".", "]", " ", "="):
            return token if not set(token) & set("[]{}=#") else '"' + "_" * (len(token) - 2) + '"'
        return '""' + "\n" * token.count("\n") if token[0] != "#" else ""

    return _STRINGS.sub(blank, text)
