"""The key under which the database is encrypted, kept so that it can be forgotten."""

from __future__ import annotations

import hmac
import os
from typing import NoReturn

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LENGTH = 32


class DataKey:
    """32 random bytes that never show themselves: not in a repr, a pickle or a comparison.

    `wipe` overwrites them. That is the best Python can do, not a guarantee: the interpreter and the libraries may have
    made short-lived copies, and the operating system may have swapped a page out.
    """

    __slots__ = ("_bytes",)

    def __init__(self, data: bytearray) -> None:
        """Takes the buffer over; nobody else should keep it."""
        if len(data) != LENGTH:
            raise ValueError("a data key has 32 bytes")
        self._bytes = data

    @classmethod
    def random(cls) -> DataKey:
        """A new key from the operating system's random source."""
        return cls(bytearray(os.urandom(LENGTH)))

    def hex(self) -> str:
        """The key in 64 hexadecimal digits, for a person's way out of this program. Raises ValueError once wiped."""
        return self.buffer().hex()

    def write_hex(self, target: bytearray, at: int) -> None:
        """The same digits into a buffer, without ever making a text of them that could not be wiped."""
        for index, byte in enumerate(self.buffer()):
            target[at + 2 * index : at + 2 * index + 2] = b"%02x" % byte

    def buffer(self) -> bytearray:
        """The bytes themselves, not a copy: for the wrapping cipher. Raises ValueError once wiped."""
        if not self._bytes:
            raise ValueError("the data key has been wiped")
        return self._bytes

    def derived(self, purpose: bytes) -> bytes:
        """A key of 32 bytes for one other use, for instance `b"hrd record 1"`: HKDF-SHA256 without salt, `purpose` as
        info. Whoever learns it learns neither this key nor that of another purpose. Raises ValueError once wiped.
        """
        return HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=purpose).derive(self.buffer())

    def same_as(self, other: DataKey) -> bool:
        """Whether two keys are equal, in a time that does not depend on where they differ."""
        return hmac.compare_digest(self.buffer(), other.buffer())

    def wipe(self) -> None:
        """Overwrite the bytes with zeros and forget them. May be called twice."""
        wipe(self._bytes)
        self._bytes = bytearray()

    def __repr__(self) -> str:
        return "DataKey(wiped)" if not self._bytes else "DataKey(...)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key is not written anywhere")


def wipe(secret: bytearray) -> None:
    """Overwrite a buffer with zeros, in place."""
    secret[:] = bytes(len(secret))
