"""The table of contents of a hand-over: `manifest.json`, written in one form and read strictly.

Every refusal is a numbered rule of HANDOVER.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NoReturn

from hrd_desktop.exchange import tar
from hrd_desktop.exchange.moments import moment_of

FORMAT, VERSION = "hrd-hand-over", 1
NAME = "manifest.json"
MOST_BYTES = 16 * 1024 * 1024
MOST_CASES = 500
MOST_FILES = 20_000
MOST_FILE_BYTES = 1024 * 1024 * 1024
MOST_KNOWN = 1000
GREATEST = {
    "case.json": 16 * 1024 * 1024,
    "history.jsonl": 64 * 1024 * 1024,
    "boxes.json": 16 * 1024 * 1024,
    "packets.jsonl": 64 * 1024 * 1024,
}
"""The parts of every case, and the most bytes of each."""
MOST_TEXT_BYTES = 256 * 1024 * 1024
"""The most bytes of these parts of all cases together: they are held in memory."""

NUMBER = re.compile(r"[0-9a-f]{16}")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,31}")
_ID = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,3}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WHEN = "%Y-%m-%dT%H:%M:%SZ"
_LONGEST_BY = 200


class RuleBroken(Exception):
    """A rule of HANDOVER.md that a file breaks. `version` is set when the file is of a later version (H08)."""

    def __init__(self, rule: str, version: int | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.version = version


@dataclass(frozen=True)
class Part:
    """One piece of content by its size and digest."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Known:
    """A state of the case that the sender's file remembers from an earlier hand-over.

    `code` is what the case was called then, `ids` which rows of that hand-over have other ids at the sender.
    """

    number: str
    code: str
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ManifestCase:
    """One case: what it is called, what is remembered of it, its parts by name, and its evidence files."""

    code: str
    known: tuple[Known, ...]
    parts: Mapping[str, Part]
    files: tuple[Part, ...]


@dataclass(frozen=True)
class Member:
    """One member of the archive after the manifest: of which case (from 0 on), which part, empty for a file."""

    name: str
    case: int
    part: str
    content: Part


@dataclass(frozen=True)
class Manifest:
    """The whole table. `secret` seals the receipt; `by` is how the sender wants to be known."""

    number: str
    made_at: datetime
    by: str
    secret: bytes
    cases: tuple[ManifestCase, ...]

    def members(self) -> Iterator[Member]:
        """What follows in the archive, in its order."""
        for index, case in enumerate(self.cases):
            for name, content in case.parts.items():
                yield Member(f"{index + 1:04d}/{name}", index, name, content)
            for content in case.files:
                yield Member(f"{index + 1:04d}/files/{content.sha256}", index, "", content)


def write_manifest(manifest: Manifest) -> bytes:
    """The bytes of the table. Raises RuleBroken for one that would not be read again."""

    def part(content: Part) -> dict[str, Any]:
        return {"size": content.size, "sha256": content.sha256}

    document = {
        "format": FORMAT,
        "version": VERSION,
        "number": manifest.number,
        "made_at": manifest.made_at.astimezone(UTC).strftime(_WHEN),
        "by": manifest.by,
        "secret": manifest.secret.hex(),
        "cases": [
            {
                "code": case.code,
                "known": [{"number": k.number, "code": k.code, "ids": dict(k.ids)} for k in case.known],
                **{name: part(content) for name, content in case.parts.items()},
                "files": [part(content) for content in case.files],
            }
            for case in manifest.cases
        ],
    }
    data = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    read_manifest(data)
    return data


def read_manifest(data: bytes) -> Manifest:
    """Read the table. Raises RuleBroken with the first rule that is broken."""
    if len(data) > MOST_BYTES:
        raise RuleBroken("H05")
    top = _json(data)
    if not isinstance(top, dict) or top.get("format") != FORMAT:
        raise RuleBroken("H07")
    version = top.get("version")
    if type(version) is not int or version < 1:
        raise RuleBroken("H07")
    if version > VERSION:
        raise RuleBroken("H08", version)
    _keys(top, "format", "version", "number", "made_at", "by", "secret", "cases")
    number, by = _match(top["number"], NUMBER), top["by"]
    if not isinstance(by, str) or len(by) > _LONGEST_BY or not by.isprintable():
        raise RuleBroken("H10")
    cases = tuple(_case(each) for each in _list(top["cases"], MOST_CASES))
    codes = [case.code for case in cases]
    if not cases or len(set(codes)) < len(codes):
        raise RuleBroken("H12")
    manifest = Manifest(number, _moment(top["made_at"]), by, bytes.fromhex(_match(top["secret"], _SHA256)), cases)
    texts = sum(content.size for case in cases for content in case.parts.values())
    if sum(len(case.files) for case in cases) > MOST_FILES or texts > MOST_TEXT_BYTES:
        raise RuleBroken("H11")
    return manifest


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode(), object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise RuleBroken("H06") from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise RuleBroken("H06")
    return members


def _no_constant(_text: str) -> NoReturn:
    raise RuleBroken("H06")


def _case(told: Any) -> ManifestCase:
    _keys(told, "code", "known", *GREATEST, "files")
    parts = {name: _part(told[name], most) for name, most in GREATEST.items()}
    files = tuple(_part(each, MOST_FILE_BYTES) for each in _list(told["files"], MOST_FILES))
    if len({each.sha256 for each in files}) < len(files):
        raise RuleBroken("H12")
    known = tuple(_known(each) for each in _list(told["known"], MOST_KNOWN))
    return ManifestCase(_match(told["code"], _CODE), known, parts, files)


def _known(told: Any) -> Known:
    _keys(told, "number", "code", "ids")
    ids = told["ids"]
    if not isinstance(ids, dict) or len(ids) > MOST_FILES:
        raise RuleBroken("H10")
    read = {_match(old, _ID): _match(new, _ID) for old, new in ids.items()}
    if len(set(read.values())) < len(read):
        raise RuleBroken("H10")
    return Known(_match(told["number"], NUMBER), _match(told["code"], _CODE), read)


def _part(told: Any, most: int) -> Part:
    _keys(told, "size", "sha256")
    size = told["size"]
    if type(size) is not int or not 0 <= size <= min(most, tar.MOST_BYTES):
        raise RuleBroken("H11")
    return Part(size, _match(told["sha256"], _SHA256))


def _keys(told: Any, *keys: str) -> None:
    if not isinstance(told, dict) or set(told) != set(keys):
        raise RuleBroken("H09")


def _list(told: Any, most: int) -> list[Any]:
    if not isinstance(told, list):
        raise RuleBroken("H09")
    if len(told) > most:
        raise RuleBroken("H11")
    return told


def _match(told: Any, pattern: re.Pattern[str]) -> str:
    if not isinstance(told, str) or not pattern.fullmatch(told):
        raise RuleBroken("H10")
    return told


def _moment(told: Any) -> datetime:
    try:
        return moment_of(told, _WHEN)
    except (TypeError, ValueError):
        raise RuleBroken("H10") from None
