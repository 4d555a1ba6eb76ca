"""A key slot: the data key, wrapped under one secret. Three kinds, one way to open each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hrd_desktop.vault.cost import SALT_LENGTH, Cost
from hrd_desktop.vault.data_key import LENGTH, DataKey, wipe
from hrd_desktop.vault.labels import SealedLabel

Kind = Literal["passphrase", "recovery", "office"]
NONCE_LENGTH = 12
SEALED_LENGTH = LENGTH + 16  # the data key and the GCM tag
HPKE_LENGTH = 32 + SEALED_LENGTH  # the encapsulated key before it

AES = "aes-256-gcm"
HKDF_NAME = "hkdf-sha256"
HPKE = "hpke-x25519-hkdf-sha256-aes-256-gcm"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_RECOVERY_INFO = b"hrd recovery code 1"


@dataclass(frozen=True)
class PassphraseSlot:
    """A slot that a passphrase opens, as it stands in `keys.json`. The secret is the passphrase's bytes."""

    kind: ClassVar[Kind] = "passphrase"
    id: int
    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes
    label: SealedLabel | None = None

    def opened(self, file_id: str, secret: bytearray) -> DataKey | None:
        """The data key, or None if the secret is not this slot's or any of its parameters was altered.

        Raises TooLittleMemory.
        """
        return _unwrapped(self.cost.derive(secret, self.salt), self.nonce, self.sealed, self.authenticated(file_id))

    def authenticated(self, file_id: str) -> bytes:
        """FORMAT.md, "What is authenticated": every word that decides how the slot is opened, and of which file it is.

        The first line stays that of version 1, so that a slot goes over to version 2 without its passphrase.
        """
        cost = self.cost
        derivation = f"argon2id {cost.memory_kib} {cost.passes} {cost.lanes} {self.salt.hex()}"
        return lines("hrd-keys 1", f"file {file_id}", f"slot {self.id} {self.kind}", derivation, _aes(self.nonce))


@dataclass(frozen=True)
class RecoverySlot:
    """A slot that a printed recovery code opens. The secret is the code's 16 bytes."""

    kind: ClassVar[Kind] = "recovery"
    id: int
    salt: bytes
    nonce: bytes
    sealed: bytes
    label: SealedLabel | None = None

    def opened(self, file_id: str, secret: bytearray) -> DataKey | None:
        """The data key, or None."""
        return _unwrapped(_recovery_key(secret, self.salt), self.nonce, self.sealed, self.authenticated(file_id))

    def authenticated(self, file_id: str) -> bytes:
        """What the wrapping binds, as for a passphrase."""
        derivation = f"{HKDF_NAME} {self.salt.hex()}"
        return lines("hrd-keys 2", f"file {file_id}", f"slot {self.id} {self.kind}", derivation, _aes(self.nonce))


@dataclass(frozen=True)
class OfficeSlot:
    """A slot that the private half of an office key opens (X25519, HPKE). The secret is its 32 bytes."""

    kind: ClassVar[Kind] = "office"
    id: int
    sealed: bytes
    label: SealedLabel | None = None

    def opened(self, file_id: str, secret: bytearray) -> DataKey | None:
        """The data key, or None."""
        private = X25519PrivateKey.from_private_bytes(secret)
        try:
            return DataKey(bytearray(_SUITE.decrypt(self.sealed, private, self.authenticated(file_id))))
        except InvalidTag:
            return None

    def authenticated(self, file_id: str) -> bytes:
        """What the wrapping binds: given to HPKE as its info."""
        return lines("hrd-keys 2", f"file {file_id}", f"slot {self.id} {self.kind}", HPKE)


Slot = PassphraseSlot | RecoverySlot | OfficeSlot


def for_passphrase(file_id: str, slot_id: int, secret: bytearray, key: DataKey, cost: Cost) -> PassphraseSlot:
    """A new slot for a passphrase, with fresh salt and nonce."""
    blank = PassphraseSlot(slot_id, cost, os.urandom(SALT_LENGTH), os.urandom(NONCE_LENGTH), b"")
    box = _wrapped(cost.derive(secret, blank.salt), blank.nonce, key, blank.authenticated(file_id))
    return replace(blank, sealed=box)


def for_recovery(file_id: str, slot_id: int, secret: bytearray, key: DataKey) -> RecoverySlot:
    """A new slot for a recovery code, with fresh salt and nonce."""
    blank = RecoverySlot(slot_id, os.urandom(SALT_LENGTH), os.urandom(NONCE_LENGTH), b"")
    box = _wrapped(_recovery_key(secret, blank.salt), blank.nonce, key, blank.authenticated(file_id))
    return replace(blank, sealed=box)


def for_office(file_id: str, slot_id: int, public_key: bytes, key: DataKey) -> OfficeSlot:
    """A new slot for the office whose public key this is. Raises ValueError for a key nobody can own."""
    blank = OfficeSlot(slot_id, b"")
    public = X25519PublicKey.from_public_bytes(public_key)
    return replace(blank, sealed=_SUITE.encrypt(key.buffer(), public, blank.authenticated(file_id)))


def label_binding(file_id: str, slot: Slot) -> bytes:
    """What a label is bound to: this wrapping, so that an older label is never read as that of a newer slot."""
    return lines("hrd-keys 2", f"file {file_id}", f"label {slot.id} {slot.kind}", f"sealed {slot.sealed.hex()}")


def lines(*texts: str) -> bytes:
    """Authenticated text: each line ended by LF."""
    return "".join(text + "\n" for text in texts).encode("ascii")


def free_id(slots: Sequence[Slot]) -> int:
    """The least id that no slot has."""
    used = {slot.id for slot in slots}
    return next(number for number in range(1, len(used) + 2) if number not in used)


def _aes(nonce: bytes) -> str:
    return f"{AES} {nonce.hex()}"


def _recovery_key(secret: bytearray, salt: bytes) -> bytearray:
    return bytearray(HKDF(algorithm=SHA256(), length=LENGTH, salt=salt, info=_RECOVERY_INFO).derive(secret))


def _wrapped(wrapping: bytearray, nonce: bytes, key: DataKey, authenticated: bytes) -> bytes:
    try:
        return AESGCM(wrapping).encrypt(nonce, key.buffer(), authenticated)
    finally:
        wipe(wrapping)


def _unwrapped(wrapping: bytearray, nonce: bytes, sealed: bytes, authenticated: bytes) -> DataKey | None:
    data = bytearray(LENGTH)
    try:
        AESGCM(wrapping).decrypt_into(nonce, sealed, authenticated, data)
    except InvalidTag:
        wipe(data)
        return None
    finally:
        wipe(wrapping)
    return DataKey(data)
