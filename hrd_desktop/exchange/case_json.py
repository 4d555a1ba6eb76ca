"""A case as a JSON file: read strictly, written in one form only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from hrd_desktop.core.case import Case, File
from hrd_desktop.core.schema import fields_of, object_name
from hrd_desktop.core.validation import problems
from hrd_desktop.core.values import Flaw, near, quoted
from hrd_desktop.errors import BadCaseJson
from hrd_desktop.exchange.structure import JsonObject, Refusal, object_from_json, object_to_json

FORMAT, VERSION = "hrd-case", 1
GREATEST_SIZE = 16 * 1024 * 1024
"""Bytes; some thousand pages of text. More is no case, and reading it could take gigabytes of memory."""

_BOM = b"\xef\xbb\xbf"
_LONGEST_NUMBER = 15
_LONGEST_KEY = 40

Path = tuple[str | int, ...]


def read_case(data: bytes, name: str) -> Case:
    """Read one case from a JSON file called `name`.

    Raises BadCaseJson for the first problem in the order of the file. Its facts are `file`, `path`, `cause` (the name
    of a sentence in `resources/words/causes.toml`) and what fills the gaps of that sentence.
    """
    document = _parsed(data, name)
    if not isinstance(document, dict):
        raise _bad(name, "$", Flaw("not_an_object", {"value": quoted(document)}))
    _check_format(document, name)
    try:
        case: Case = object_from_json(File, document).case
    except (Refusal, BaseValidationError) as refusal:
        path, flaw = min(_refusals(refusal, ()), key=lambda found: _position(document, found[0]))
        raise _bad(name, _written(path), flaw) from None
    for problem in problems(case):
        raise _bad(name, problem.path, Flaw(problem.cause, problem.facts))
    return case


def write_case(case: Case) -> bytes:
    """The file of one case: UTF-8, keys in the order of the format, two spaces of indent, a line feed at the end."""
    document = object_to_json(File(format=FORMAT, version=VERSION, case=case))
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _bad(name: str, path: str, flaw: Flaw) -> BadCaseJson:
    return BadCaseJson(file=name, path=path, cause=flaw.cause, **flaw.facts)


def _parsed(data: bytes, name: str) -> Any:
    if len(data) > GREATEST_SIZE:
        raise _bad(name, "$", Flaw("too_large", {"greatest": GREATEST_SIZE // 1024 // 1024}))
    if data.startswith(_BOM):
        raise _bad(name, "$", Flaw("byte_order_mark"))
    try:
        return json.loads(data.decode(), object_pairs_hook=JsonObject.of_pairs, parse_int=_whole_number)
    except UnicodeDecodeError as error:
        raise _bad(name, "$", Flaw("not_utf8", {"byte": error.start + 1})) from None
    except json.JSONDecodeError as error:
        raise _bad(name, "$", Flaw("not_json", {"line": error.lineno, "column": error.colno})) from None
    except RecursionError:
        raise _bad(name, "$", Flaw("too_deep")) from None
    except MemoryError:
        raise _bad(name, "$", Flaw("too_large", {"greatest": GREATEST_SIZE // 1024 // 1024})) from None


def _whole_number(digits: str) -> int | float:
    """Python refuses to read thousands of digits as an int; as a float they are refused later, at their place."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float(digits)


def _check_format(document: Mapping[str, Any], name: str) -> None:
    """Tell a file of another kind or version by that, not by the first key that differs."""
    format, version = document.get("format"), document.get("version")
    if format != FORMAT and format is not None:
        raise _bad(name, "$.format", Flaw("other_format", {"value": quoted(format), "wanted": FORMAT}))
    if version is not None and (type(version) is not int or version != VERSION):
        raise _bad(name, "$.version", Flaw("other_version", {"value": quoted(version), "wanted": VERSION}))


def _refusals(refusal: BaseException, path: Path) -> Iterator[tuple[Path, Flaw]]:
    """The single refusals inside a group, each with its path: cattrs leaves the steps as notes."""
    for note in getattr(refusal, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            path = (*path, note.name)
        elif isinstance(note, IterableValidationNote):
            path = (*path, note.index)
    match refusal:
        case Refusal():
            yield path if refusal.key is None else (*path, refusal.key), refusal.flaw
        case BaseValidationError():
            for part in refusal.exceptions:
                yield from _refusals(part, path)
        case ForbiddenExtraKeysError():
            known = [spec.name for spec in fields_of(refusal.cl)]
            for key in refusal.extra_fields:
                facts = {"key": quoted(key), "object": object_name(refusal.cl), "keys": near(key, known)}
                yield (*path, key), Flaw("unknown_key", facts)
        case KeyError():
            yield path, Flaw("missing_key", {"key": path[-1]})
        case _:
            raise refusal


def _position(document: Any, path: Path) -> list[int]:
    """Where the place stands in the file; a key that is missing counts as standing at the end of its object."""
    position: list[int] = []
    for step in path:
        keys = list(document) if isinstance(document, dict) else []
        if isinstance(step, str) and step not in keys:
            return [*position, len(keys)]
        position.append(step if isinstance(step, int) else keys.index(step))
        document = document[step]
    return position


def _written(path: Path) -> str:
    """`$.case.persons[2].birth.date`; a key that is no plain word stands in brackets and quotes, cut if it is long."""
    steps = ["$"]
    for step in path:
        plain = isinstance(step, str) and step.isidentifier() and step.isascii() and len(step) <= _LONGEST_KEY
        steps.append(f".{step}" if plain else f"[{quoted(step)}]")
    return "".join(steps)
