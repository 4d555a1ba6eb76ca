"""`keys.json`: making it, reading it, opening it."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hrd_desktop.errors import KeysDamaged, NewerFormat, WrongSecret
from hrd_desktop.vault import labels, slots
from hrd_desktop.vault import passphrase as phrases
from hrd_desktop.vault.cost import FLOOR, calibrated
from hrd_desktop.vault.data_key import DataKey, wipe
from hrd_desktop.vault.labels import Label
from hrd_desktop.vault.office import cost_json
from hrd_desktop.vault.reader import FORMAT, VERSION, parse
from hrd_desktop.vault.secret import Secret, as_secret
from hrd_desktop.vault.slots import OfficeSlot, PassphraseSlot, Slot
from hrd_desktop.vault.strict import RuleBroken

NO_SLOT_OPENS = "K24"


@dataclass(frozen=True)
class KeyFile:
    """What `keys.json` says: of which case file it is, and its slots. Holds no secret."""

    version: int
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
        found = [_json(slot) for slot in self.slots]
        members = {"format": FORMAT, "version": self.version, "file_id": self.file_id, "slots": found}
        return (json.dumps(members, indent=2) + "\n").encode("ascii")

    @property
    def database_salt(self) -> bytes:
        """The 16 bytes with which the database of the same case file begins."""
        return uuid.UUID(self.file_id).bytes

    def label(self, slot: Slot, key: DataKey) -> Label:
        """What a slot is called and when it was made; empty for a slot of version 1, and for an altered label."""
        return labels.opened(slot.label, key, slots.label_binding(self.file_id, slot))

    def labelled(self, slot: Slot, label: Label, key: DataKey) -> Slot:
        """The same slot under another label."""
        return replace(slot, label=labels.seal(label, key, slots.label_binding(self.file_id, slot)))


def create(passphrase: str, *, calibrate: bool = True, on: date | None = None) -> tuple[KeyFile, DataKey]:
    """Keys for a new case file. `calibrate=False` takes the least allowed cost instead of measuring this machine; `on`
    is the day that the slot's label gives.

    Raises WeakPassphrase, BadPassphrase, CodeAsPassphrase.
    """
    phrases.check_new(passphrase)
    key = DataKey.random()
    empty = KeyFile(version=VERSION, file_id=str(uuid.uuid4()), slots=())
    slot = passphrase_slot(empty, key, passphrase, calibrate=calibrate)
    return replace(empty, slots=(empty.labelled(slot, Label(made_on=on), key),)), key


def unlock(keyfile: KeyFile, secret: str | Secret) -> DataKey:
    """The data key. A text that is a whole recovery code is tried as one, else as a passphrase.

    Raises TooLittleMemory, and WrongSecret if no slot opens: a wrong secret and an altered slot look the same.
    BadRecoveryCode instead, if a text opens nothing and looks like a recovery code with a typing mistake.
    """
    _slot, key = opened(keyfile, secret)
    return key


def opened(keyfile: KeyFile, secret: str | Secret) -> tuple[Slot, DataKey]:
    """The first slot that opens, and the data key. Raises as `unlock` does."""
    with as_secret(secret) as known:
        for slot in keyfile.slots:
            if slot.kind == known.kind and (key := slot.opened(keyfile.file_id, known.buffer())) is not None:
                return slot, key
        if known.mistyped is not None:
            raise known.mistyped
    raise WrongSecret(reason=NO_SLOT_OPENS)


def passphrase_slot(keyfile: KeyFile, key: DataKey, passphrase: str, *, calibrate: bool) -> Slot:
    """A new slot, without label, for a passphrase that was checked; it is not in the file yet."""
    secret = phrases.derivable(passphrase)
    try:
        cost = calibrated() if calibrate else FLOOR
        return slots.for_passphrase(keyfile.file_id, slots.free_id(keyfile.slots), secret, key, cost)
    finally:
        wipe(secret)


def _json(slot: Slot) -> dict[str, object]:
    members: dict[str, object] = {"id": slot.id, "kind": slot.kind}
    if isinstance(slot, OfficeSlot):
        members["wrap"] = {"name": slots.HPKE, "sealed": slot.sealed.hex()}
    else:
        by_hkdf = {"name": slots.HKDF_NAME, "salt": slot.salt.hex()}
        members["kdf"] = cost_json(slot.cost, slot.salt) if isinstance(slot, PassphraseSlot) else by_hkdf
        members["wrap"] = {"name": slots.AES, "nonce": slot.nonce.hex(), "sealed": slot.sealed.hex()}
    if slot.label is not None:
        members["label"] = {"nonce": slot.label.nonce.hex(), "sealed": slot.label.sealed.hex()}
    return members
