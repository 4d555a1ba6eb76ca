"""The pages of a damaged SQLCipher database, opened one by one: what the library refuses as a whole.

The library stops at the first page whose HMAC does not fit. For a file of which some pages are lost, each page is
checked and opened here by itself, as https://www.zetetic.net/sqlcipher/design/ and the source of SQLCipher 4 describe
its default settings. Only authentic pages are given out.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from hrd_desktop.vault.data_key import LENGTH, DataKey, wipe

PAGE = 4096
SALT = 16
_IV, _MAC = 16, 64
USABLE = PAGE - _IV - _MAC
"""Bytes of a page that SQLite uses."""

_SALT_MASK = 0x3A
_FAST_ROUNDS = 2
_FIRST = b"SQLite format 3\0"


@dataclass(frozen=True)
class Pages:
    """Opens pages of the database with this salt under this key. `wipe` forgets both keys."""

    _cipher: bytearray
    _mac: bytearray

    @classmethod
    def under(cls, key: DataKey, salt: bytes) -> Pages:
        """For a database whose raw key is `key`; `salt` are the 16 bytes it began with when it was sound."""
        masked = bytes(byte ^ _SALT_MASK for byte in salt)
        mac = hashlib.pbkdf2_hmac("sha512", bytes(key.buffer()), masked, _FAST_ROUNDS, LENGTH)
        return cls(bytearray(key.buffer()), bytearray(mac))

    def opened(self, number: int, page: bytes) -> bytes | None:
        """What SQLite would see of page `number` (from 1), `USABLE` bytes; None if it is not what was written."""
        if len(page) != PAGE:
            return None
        begin = SALT if number == 1 else 0
        made = hmac.digest(self._mac, page[begin : USABLE + _IV] + number.to_bytes(4, "little"), "sha512")
        if not hmac.compare_digest(made, page[USABLE + _IV :]):
            return None
        cipher = Cipher(algorithms.AES(self._cipher), modes.CBC(page[USABLE : USABLE + _IV])).decryptor()
        plain = cipher.update(page[begin:USABLE]) + cipher.finalize()
        return _FIRST + plain if number == 1 else plain

    def wipe(self) -> None:
        """Overwrite the keys. Nothing can be opened after that."""
        wipe(self._cipher)
        wipe(self._mac)
