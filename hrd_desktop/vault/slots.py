"""A key slot: the data key, wrapped under one secret."""

from __future__ import annotations

import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hrd_desktop.vault.cost import SALT_LENGTH, Cost
from hrd_desktop.vault.data_key import LENGTH, DataKey, wipe

NONCE_LENGTH = 12
SEALED_LENGTH = LENGTH + 16  # the data key and the GCM tag


@dataclass(frozen=True)
class Slot:
    """A slot of kind "passphrase", as it stands in `keys.json`."""

    id: int
    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes

    def opened(self, file_id: str, secret: bytearray) -> DataKey | None:
        """The data key, or None if the secret is not this slot's or any of its parameters was altered.

        Raises TooLittleMemory.
        """
        wrapping = self.cost.derive(secret, self.salt)
        data = bytearray(LENGTH)
        try:
            AESGCM(wrapping).decrypt_into(self.nonce, self.sealed, _authenticated(file_id, self), data)
        except InvalidTag:
            wipe(data)
            return None
        finally:
            wipe(wrapping)
        return DataKey(data)


def sealed(file_id: str, slot_id: int, secret: bytearray, key: DataKey, cost: Cost) -> Slot:
    """A new slot for a data key, with fresh salt and nonce."""
    blank = Slot(slot_id, cost, os.urandom(SALT_LENGTH), os.urandom(NONCE_LENGTH), b"")
    wrapping = cost.derive(secret, blank.salt)
    try:
        box = AESGCM(wrapping).encrypt(blank.nonce, key.buffer(), _authenticated(file_id, blank))
    finally:
        wipe(wrapping)
    return Slot(blank.id, blank.cost, blank.salt, blank.nonce, box)


def _authenticated(file_id: str, slot: Slot) -> bytes:
    """FORMAT.md, "What is authenticated": every word that decides how the slot is opened, and of which file it is."""
    cost = slot.cost
    lines = (
        "hrd-keys 1",
        f"file {file_id}",
        f"slot {slot.id} passphrase",
        f"argon2id {cost.memory_kib} {cost.passes} {cost.lanes} {slot.salt.hex()}",
        f"aes-256-gcm {slot.nonce.hex()}",
    )
    return "".join(line + "\n" for line in lines).encode("ascii")
