"""The strict reader of `keys.json`: every refusal is a numbered rule of FORMAT.md."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from hrd_desktop.vault.cost import LANES, MEMORY_KIB, MOST_WORK, PASSES, SALT_LENGTH, Cost
from hrd_desktop.vault.slots import NONCE_LENGTH, SEALED_LENGTH, Slot

FORMAT = "hrd-keys"
VERSION = 1
MOST_BYTES = 64 * 1024
MOST_SLOTS = 8
SLOT_IDS = range(1, 2**31)

_FILE_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_HEX = re.compile(r"(?:[0-9a-f]{2})*")


class RuleBroken(Exception):
    """A rule of FORMAT.md that the file breaks. `version` is set when the file is of a later version (K07)."""

    def __init__(self, rule: str, version: int | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.version = version


def parse(data: bytes) -> tuple[str, tuple[Slot, ...]]:
    """The file id and the slots. Raises RuleBroken with the first rule that is broken, in the order of FORMAT.md."""
    top = _json(data)
    if not isinstance(top, dict):
        raise RuleBroken("K04")
    if top.get("format") != FORMAT:
        raise RuleBroken("K05")
    version = top.get("version")
    if type(version) is not int or version < 1:
        raise RuleBroken("K06")
    if version > VERSION:
        raise RuleBroken("K07", version)
    _, _, file_id, slots = _members(top, "format", "version", "file_id", "slots")
    if not _FILE_ID.fullmatch(_text(file_id)):
        raise RuleBroken("K11")
    return file_id, _slots(slots)


def _json(data: bytes) -> Any:
    if len(data) > MOST_BYTES:
        raise RuleBroken("K01")
    try:
        return json.loads(data.decode(), object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise RuleBroken("K02") from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise RuleBroken("K03")
    return members


def _no_constant(_name: str) -> NoReturn:
    raise RuleBroken("K02")  # NaN and Infinity are Python's, not JSON's


def _members(value: object, *names: str) -> Sequence[Any]:
    """The values of an object that has exactly these keys."""
    if not isinstance(value, dict):
        raise RuleBroken("K10")
    if any(name not in value for name in names):
        raise RuleBroken("K08")
    if len(value) > len(names):
        raise RuleBroken("K09")
    return [value[name] for name in names]


def _slots(value: object) -> tuple[Slot, ...]:
    if not isinstance(value, list):
        raise RuleBroken("K10")
    if not 1 <= len(value) <= MOST_SLOTS:
        raise RuleBroken("K12")
    slots = tuple(_slot(item) for item in value)
    if len({slot.id for slot in slots}) < len(slots):
        raise RuleBroken("K14")
    return slots


def _slot(value: object) -> Slot:
    slot_id, kind, kdf, wrap = _members(value, "id", "kind", "kdf", "wrap")
    slot_id = _whole(slot_id, SLOT_IDS, "K13")
    if _text(kind) != "passphrase":
        raise RuleBroken("K15")
    cost, salt = _kdf(kdf)
    name, nonce, sealed = _members(wrap, "name", "nonce", "sealed")
    if _text(name) != "aes-256-gcm":
        raise RuleBroken("K21")
    return Slot(slot_id, cost, salt, _bytes(nonce, NONCE_LENGTH), _bytes(sealed, SEALED_LENGTH))


def _kdf(value: object) -> tuple[Cost, bytes]:
    name, memory_kib, passes, lanes, salt = _members(value, "name", "memory_kib", "passes", "lanes", "salt")
    if _text(name) != "argon2id":
        raise RuleBroken("K16")
    cost = Cost(_whole(memory_kib, MEMORY_KIB, "K17"), _whole(passes, PASSES, "K18"), _whole(lanes, LANES, "K19"))
    if cost.memory_kib * cost.passes > MOST_WORK:
        raise RuleBroken("K20")
    return cost, _bytes(salt, SALT_LENGTH)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise RuleBroken("K10")
    return value


def _whole(value: object, allowed: range, rule: str) -> int:
    if type(value) is not int:  # a bool is an int to isinstance
        raise RuleBroken("K10")
    if value not in allowed:
        raise RuleBroken(rule)
    return value


def _bytes(value: object, length: int) -> bytes:
    text = _text(value)
    if not _HEX.fullmatch(text):
        raise RuleBroken("K22")
    if len(text) != 2 * length:
        raise RuleBroken("K23")
    return bytes.fromhex(text)
