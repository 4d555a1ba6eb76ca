"""The strict reader of `keys.json`: every refusal is a numbered rule of FORMAT.md."""

from __future__ import annotations

import re

from hrd_desktop.vault.cost import MOST_WORK_TOGETHER, SALT_LENGTH
from hrd_desktop.vault.labels import LABEL_NONCE, SEALED_LABEL, SealedLabel
from hrd_desktop.vault.slots import (
    AES,
    HKDF_NAME,
    HPKE,
    HPKE_LENGTH,
    NONCE_LENGTH,
    SEALED_LENGTH,
    OfficeSlot,
    PassphraseSlot,
    RecoverySlot,
    Slot,
)
from hrd_desktop.vault.strict import MOST_BYTES, RuleBroken, argon2id, hexadecimal, json_object, members, text, whole

__all__ = ["FORMAT", "MOST_BYTES", "MOST_SLOTS", "VERSION", "RuleBroken", "parse"]

FORMAT = "hrd-keys"
VERSION = 2
MOST_SLOTS = 8
_SLOT_IDS = range(1, 2**31)
_FILE_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_MEMBERS = {
    "passphrase": ("id", "kind", "kdf", "wrap"),
    "recovery": ("id", "kind", "kdf", "wrap"),
    "office": ("id", "kind", "wrap"),
}
_KINDS = {1: ("passphrase",), 2: tuple(_MEMBERS)}


def parse(data: bytes) -> tuple[int, str, tuple[Slot, ...]]:
    """Version, file id and slots. Raises RuleBroken with the first rule that is broken, in the order of FORMAT.md."""
    top = json_object(data)
    if top.get("format") != FORMAT:
        raise RuleBroken("K05")
    version = top.get("version")
    if type(version) is not int or version < 1:
        raise RuleBroken("K06")
    if version > VERSION:
        raise RuleBroken("K07", version)
    _, _, file_id, slots = members(top, "format", "version", "file_id", "slots")
    if not _FILE_ID.fullmatch(text(file_id)):
        raise RuleBroken("K11")
    return version, file_id, _slots(slots, version)


def _slots(value: object, version: int) -> tuple[Slot, ...]:
    if not isinstance(value, list):
        raise RuleBroken("K10")
    if not 1 <= len(value) <= MOST_SLOTS:
        raise RuleBroken("K12")
    slots = tuple(_slot(item, version) for item in value)
    if len({slot.id for slot in slots}) < len(slots):
        raise RuleBroken("K14")
    if sum(slot.cost.work for slot in slots if isinstance(slot, PassphraseSlot)) > MOST_WORK_TOGETHER:
        raise RuleBroken("K25")
    return slots


def _slot(value: object, version: int) -> Slot:
    if not isinstance(value, dict):
        raise RuleBroken("K10")
    if "kind" not in value:
        raise RuleBroken("K08")
    kind = text(value["kind"])
    if kind not in _KINDS[version]:
        raise RuleBroken("K15")
    names = _MEMBERS[kind] + (("label",) if version > 1 else ())
    found = dict(zip(names, members(value, *names), strict=True))
    slot_id = whole(found["id"], _SLOT_IDS, "K13")
    if kind == "office":
        name, sealed = members(found["wrap"], "name", "sealed")
        if text(name) != HPKE:
            raise RuleBroken("K21")
        return OfficeSlot(slot_id, hexadecimal(sealed, HPKE_LENGTH), _label(found))
    if kind == "recovery":
        return RecoverySlot(slot_id, _hkdf(found["kdf"]), *aes(found["wrap"]), _label(found))
    return PassphraseSlot(slot_id, *argon2id(found["kdf"]), *aes(found["wrap"]), _label(found))


def aes(value: object) -> tuple[bytes, bytes]:
    """Nonce and sealed key of a wrapping with AES-256-GCM."""
    name, nonce, sealed = members(value, "name", "nonce", "sealed")
    if text(name) != AES:
        raise RuleBroken("K21")
    return hexadecimal(nonce, NONCE_LENGTH), hexadecimal(sealed, SEALED_LENGTH)


def _hkdf(value: object) -> bytes:
    name, salt = members(value, "name", "salt")
    if text(name) != HKDF_NAME:
        raise RuleBroken("K16")
    return hexadecimal(salt, SALT_LENGTH)


def _label(found: dict[str, object]) -> SealedLabel | None:
    if "label" not in found:
        return None
    nonce, sealed = members(found["label"], "nonce", "sealed")
    return SealedLabel(hexadecimal(nonce, LABEL_NONCE), hexadecimal(sealed, SEALED_LABEL))
