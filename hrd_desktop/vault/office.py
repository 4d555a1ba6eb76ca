"""The office key: a pair whose public half locks any number of case files, and whose private half opens them all."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hrd_desktop.errors import BadOfficeKey, NewerFormat, NotAnOfficeKey, WrongOfficePassphrase
from hrd_desktop.vault import passphrase as phrases
from hrd_desktop.vault.cost import FLOOR, SALT_LENGTH, Cost, calibrated
from hrd_desktop.vault.data_key import wipe
from hrd_desktop.vault.reader import aes
from hrd_desktop.vault.slots import AES, NONCE_LENGTH, lines
from hrd_desktop.vault.strict import RuleBroken, argon2id, json_object, members

FORMAT = "hrd-office-key"
VERSION = 1
NOT_OPENED = "O24"

_PREFIX = "hrd-office1"
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_KEY_LENGTH, _CHECK_LENGTH = 32, 4
_LETTERS = 58  # of 36 bytes, five bits each
_BETWEEN = re.compile(r"[\s\-]+")


def public_text(public_key: bytes) -> str:
    """A public key (32 bytes) as one word that can be printed and sent: `hrd-office1` and 58 letters and digits."""
    number = int.from_bytes(public_key + _check(public_key), "big") << 2
    return _PREFIX + "".join(_ALPHABET[number >> (5 * at) & 31] for at in reversed(range(_LETTERS)))


def read_public(text: str) -> bytes:
    """The public key of such a word; case, spaces and hyphens do not matter.

    Raises BadOfficeKey for anything else, among it one with a typing mistake.
    """
    letters = _BETWEEN.sub("", text[:1000]).lower()
    bare = _BETWEEN.sub("", _PREFIX)
    found = [_ALPHABET.find(letter) for letter in letters.removeprefix(bare)]
    if not letters.startswith(bare) or len(found) != _LETTERS or -1 in found:
        raise BadOfficeKey()
    number = 0
    for value in found:
        number = number << 5 | value
    data = (number >> 2).to_bytes(_KEY_LENGTH + _CHECK_LENGTH, "big")
    key = data[:_KEY_LENGTH]
    if number & 3 or data[_KEY_LENGTH:] != _check(key) or not _can_be_owned(key):
        raise BadOfficeKey()
    return key


def _check(public_key: bytes) -> bytes:
    return hashlib.sha256(b"hrd office key 1" + public_key).digest()[:_CHECK_LENGTH]


def _can_be_owned(public_key: bytes) -> bool:
    """Whether sealing to the key keeps anything secret: with a few points of the curve it does not (RFC 7748, 6.1)."""
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(public_key))
    except ValueError:
        return False
    return True


def make(passphrase: str, *, calibrate: bool = True) -> tuple[bytes, str]:
    """A new pair: the contents of its file, private half sealed under the passphrase, and the public half in words.

    Raises WeakPassphrase, BadPassphrase, CodeAsPassphrase, TooLittleMemory.
    """
    phrases.check_new(passphrase)
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    cost = calibrated() if calibrate else FLOOR
    salt, nonce = os.urandom(SALT_LENGTH), os.urandom(NONCE_LENGTH)
    secret = phrases.derivable(passphrase)
    wrapping = cost.derive(secret, salt)
    try:
        box = AESGCM(wrapping).encrypt(nonce, private.private_bytes_raw(), _authenticated(public, cost, salt, nonce))
    finally:
        wipe(wrapping)
        wipe(secret)
    top = {
        "format": FORMAT,
        "version": VERSION,
        "public_key": public_text(public),
        "kdf": cost_json(cost, salt),
        "wrap": {"name": AES, "nonce": nonce.hex(), "sealed": box.hex()},
    }
    return (json.dumps(top, indent=2) + "\n").encode("ascii"), public_text(public)


def public_of(data: bytes, path: Path) -> str:
    """The public half, from the file, without any passphrase. Raises NotAnOfficeKey, NewerFormat.

    It is authenticated only once the file has been opened: who may have altered the file may have altered it.
    """
    public, *_sealed = _parsed(data, path)
    return public_text(public)


def opened(data: bytes, passphrase: str, path: Path) -> bytearray:
    """The private half, 32 bytes; the caller wipes them.

    Raises NotAnOfficeKey, NewerFormat, WrongOfficePassphrase, TooLittleMemory.
    """
    public, (cost, salt), (nonce, box) = _parsed(data, path)
    secret = phrases.derivable(passphrase)
    wrapping = cost.derive(secret, salt)
    private = bytearray(_KEY_LENGTH)
    try:
        AESGCM(wrapping).decrypt_into(nonce, box, _authenticated(public, cost, salt, nonce), private)
    except InvalidTag:
        raise WrongOfficePassphrase(reason=NOT_OPENED) from None
    finally:
        wipe(wrapping)
        wipe(secret)
    return private


def cost_json(cost: Cost, salt: bytes) -> dict[str, object]:
    """A derivation from a passphrase as it is written."""
    return {
        "name": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": salt.hex(),
    }


def _parsed(data: bytes, path: Path) -> tuple[bytes, tuple[Cost, bytes], tuple[bytes, bytes]]:
    try:
        return _parts(json_object(data))
    except RuleBroken as broken:
        if broken.version is not None:
            raise NewerFormat(path=str(path), found=broken.version, known=VERSION, reason=broken.rule) from broken
        raise NotAnOfficeKey(path=str(path), reason=broken.rule) from broken


def _parts(top: dict[str, object]) -> tuple[bytes, tuple[Cost, bytes], tuple[bytes, bytes]]:
    if top.get("format") != FORMAT:
        raise RuleBroken("O05")
    version = top.get("version")
    if type(version) is not int or version < 1:
        raise RuleBroken("O06")
    if version > VERSION:
        raise RuleBroken("O07", version)
    _, _, public_key, kdf, wrap = members(top, "format", "version", "public_key", "kdf", "wrap")
    return _public(public_key), argon2id(kdf), aes(wrap)


def _public(value: object) -> bytes:
    if not isinstance(value, str):
        raise RuleBroken("K10")
    try:
        key = read_public(value)
    except BadOfficeKey:
        raise RuleBroken("O11") from None
    if public_text(key) != value:
        raise RuleBroken("O11")
    return key


def _authenticated(public_key: bytes, cost: Cost, salt: bytes, nonce: bytes) -> bytes:
    return lines(
        "hrd-office-key 1",
        f"public {public_key.hex()}",
        f"argon2id {cost.memory_kib} {cost.passes} {cost.lanes} {salt.hex()}",
        f"{AES} {nonce.hex()}",
    )
