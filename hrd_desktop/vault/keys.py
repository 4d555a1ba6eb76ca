"""`keys.json`: making it, opening it, changing the passphrase."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from hrd_desktop.errors import KeysDamaged, NewerFormat, WrongSecret
from hrd_desktop.vault import passphrase as phrases
from hrd_desktop.vault.cost import FLOOR, calibrated
from hrd_desktop.vault.data_key import DataKey, wipe
from hrd_desktop.vault.reader import FORMAT, SLOT_IDS, VERSION, RuleBroken, parse
from hrd_desktop.vault.slots import Slot, sealed

NO_SLOT_OPENS = "K24"


@dataclass(frozen=True)
class KeyFile:
    """What `keys.json` says: of which case file it is, and its slots. Holds no secret."""

    file_id: str
    slots: tuple[Slot, ...]

    @classmethod
    def from_bytes(cls, data: bytes, path: Path) -> KeyFile:
        """Read strictly; `path` is the case file, for the refusals.

        Raises KeysDamaged and NewerFormat, both with the rule of FORMAT.md as fact `reason`.
        """
        try:
            return cls(*parse(data))
        except RuleBroken as broken:
            if broken.version is not None:
                raise NewerFormat(path=str(path), found=broken.version, known=VERSION, reason=broken.rule) from broken
            raise KeysDamaged(path=str(path), reason=broken.rule) from broken

    def to_bytes(self) -> bytes:
        """The file as it is written: keys in the order of FORMAT.md, two spaces, LF, ASCII."""
        members = {"format": FORMAT, "version": VERSION, "file_id": self.file_id, "slots": [*map(_json, self.slots)]}
        return (json.dumps(members, indent=2) + "\n").encode("ascii")

    @property
    def database_salt(self) -> bytes:
        """The 16 bytes with which the database of the same case file begins."""
        return uuid.UUID(self.file_id).bytes


def create(passphrase: str, *, calibrate: bool = True) -> tuple[KeyFile, DataKey]:
    """Keys for a new case file. `calibrate=False` takes the least allowed cost instead of measuring this machine.

    Raises WeakPassphrase, BadPassphrase.
    """
    phrases.check_new(passphrase)
    key = DataKey.random()
    empty = KeyFile(file_id=str(uuid.uuid4()), slots=())
    return _with_passphrase(empty, key, passphrase, calibrate=calibrate), key


def unlock(keyfile: KeyFile, passphrase: str) -> DataKey:
    """The data key. Raises TooLittleMemory, and WrongSecret if no slot opens: a wrong passphrase and an altered slot
    look the same.
    """
    _slot, key = _opened(keyfile, passphrase)
    return key


def _opened(keyfile: KeyFile, passphrase: str) -> tuple[Slot, DataKey]:
    if (secret := phrases.derivable(passphrase)) is not None:
        try:
            for slot in keyfile.slots:
                if (key := slot.opened(keyfile.file_id, secret)) is not None:
                    return slot, key
        finally:
            wipe(secret)
    raise WrongSecret(reason=NO_SLOT_OPENS)


def change_passphrase(
    keyfile: KeyFile,
    old: str,
    new: str,
    path: Path,
    *,
    save: Callable[[bytes], bytes],
    calibrate: bool = True,
) -> KeyFile:
    """Wrap the same data key under a new passphrase; the database is not touched.

    `save` puts the bytes of a key file in place of those of the case file at `path`, waits until the disk has them, and
    returns what the disk now holds. The new slot is saved beside the one that the old passphrase opens, and opened
    from what came back; only then is the old one retired. A failure in between leaves both passphrases working, and the
    next change retires both; so a file never has more than two slots, however often it is interrupted.
    Raises WrongSecret (for the old one), WeakPassphrase, BadPassphrase, KeysDamaged if the new slot does not come back
    from the disk as it was written, and what `save` raises.
    """
    phrases.check_new(new)
    slot, key = _opened(keyfile, old)
    try:
        both = _with_passphrase(replace(keyfile, slots=(slot,)), key, new, calibrate=calibrate)
        stored = KeyFile.from_bytes(save(both.to_bytes()), path)
        only_new = replace(stored, slots=stored.slots[-1:])
        _prove(only_new, new, key, path)
    finally:
        key.wipe()
    return KeyFile.from_bytes(save(only_new.to_bytes()), path)


def _prove(keyfile: KeyFile, passphrase: str, key: DataKey, path: Path) -> None:
    try:
        opened = unlock(keyfile, passphrase)
    except WrongSecret as refusal:
        raise KeysDamaged(path=str(path), reason=NO_SLOT_OPENS) from refusal
    same = opened.same_as(key)
    opened.wipe()
    if not same:
        raise KeysDamaged(path=str(path), reason=NO_SLOT_OPENS)


def _with_passphrase(keyfile: KeyFile, key: DataKey, passphrase: str, *, calibrate: bool) -> KeyFile:
    secret = phrases.derivable(passphrase)
    if secret is None:
        raise ValueError("check_new was not asked")
    try:
        used = {slot.id for slot in keyfile.slots}
        slot_id = next(number for number in SLOT_IDS if number not in used)
        slot = sealed(keyfile.file_id, slot_id, secret, key, calibrated() if calibrate else FLOOR)
    finally:
        wipe(secret)
    return replace(keyfile, slots=(*keyfile.slots, slot))


def _json(slot: Slot) -> dict[str, object]:
    return {
        "id": slot.id,
        "kind": "passphrase",
        "kdf": {
            "name": "argon2id",
            "memory_kib": slot.cost.memory_kib,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
            "salt": slot.salt.hex(),
        },
        "wrap": {"name": "aes-256-gcm", "nonce": slot.nonce.hex(), "sealed": slot.sealed.hex()},
    }
