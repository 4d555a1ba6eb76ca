"""Reading JSON strictly: the rules of FORMAT.md that `keys.json` and an office key file share."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from hrd_desktop.vault.cost import LANES, MEMORY_KIB, MOST_WORK, PASSES, SALT_LENGTH, Cost

MOST_BYTES = 64 * 1024
_HEX = re.compile(r"(?:[0-9a-f]{2})*")


class RuleBroken(Exception):
    """A rule of FORMAT.md that the file breaks. `version` is set when the file is of a later version (K07, O07)."""

    def __init__(self, rule: str, version: int | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.version = version


def json_object(data: bytes) -> dict[str, Any]:
    """The object that the whole file is."""
    if len(data) > MOST_BYTES:
        raise RuleBroken("K01")
    try:
        top = json.loads(data.decode(), object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise RuleBroken("K02") from error
    if not isinstance(top, dict):
        raise RuleBroken("K04")
    return top


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise RuleBroken("K03")
    return members


def _no_constant(_name: str) -> NoReturn:
    raise RuleBroken("K02")  # NaN and Infinity are Python's, not JSON's


def members(value: object, *names: str) -> Sequence[Any]:
    """The values of an object that has exactly these keys."""
    if not isinstance(value, dict):
        raise RuleBroken("K10")
    if any(name not in value for name in names):
        raise RuleBroken("K08")
    if len(value) > len(names):
        raise RuleBroken("K09")
    return [value[name] for name in names]


def text(value: object) -> str:
    """A value that is a text."""
    if not isinstance(value, str):
        raise RuleBroken("K10")
    return value


def whole(value: object, allowed: range, rule: str) -> int:
    """A value that is a whole number in a range; `rule` is broken by one outside of it."""
    if type(value) is not int:  # a bool is an int to isinstance
        raise RuleBroken("K10")
    if value not in allowed:
        raise RuleBroken(rule)
    return value


def hexadecimal(value: object, length: int) -> bytes:
    """A value that is so many bytes in hexadecimal digits."""
    digits = text(value)
    if not _HEX.fullmatch(digits):
        raise RuleBroken("K22")
    if len(digits) != 2 * length:
        raise RuleBroken("K23")
    return bytes.fromhex(digits)


def argon2id(value: object) -> tuple[Cost, bytes]:
    """Cost and salt of a derivation from a passphrase."""
    name, memory_kib, passes, lanes, salt = members(value, "name", "memory_kib", "passes", "lanes", "salt")
    if text(name) != "argon2id":
        raise RuleBroken("K16")
    cost = Cost(whole(memory_kib, MEMORY_KIB, "K17"), whole(passes, PASSES, "K18"), whole(lanes, LANES, "K19"))
    if cost.work > MOST_WORK:
        raise RuleBroken("K20")
    return cost, hexadecimal(salt, SALT_LENGTH)
