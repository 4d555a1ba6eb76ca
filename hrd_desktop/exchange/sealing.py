"""Files sealed in the age format, so that the public `age` program opens them: to public keys, or with a passphrase."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import Protocol

import pyrage

from hrd_desktop.errors import BadKey, SealFailed

ENDING = ".age"
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how the other half of a key begins
_OTHER_KEY = "No matching keys found"
_OTHER_PASSPHRASE = "Decryption failed"  # noqa: S105 - what the library says


_SCRYPT = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")
_MOST_HEAD = 64 * 1024
_MOST_SCRYPT = 21
"""Two to this power times 1 KiB of memory, asked for before anything is proved: 2 GiB. The library makes 18 or so, for
one second, and would open what takes four times as much."""


class Unsealable(Exception):
    """What was to be opened is damaged, cut off, or no sealed file at all."""


def check_keys(keys: Sequence[str]) -> None:
    """Refuse what is no public key of a person, before any work is done. Raises BadKey."""
    _recipients(keys)


def seal_to(data: bytes, keys: Sequence[str]) -> bytes:
    """Seal to the public keys of one or more people (`age1...`), any of whom can open it alone.

    It is opened once before it is given out: for that a key that is thrown away at once is among those it is sealed to.
    Raises BadKey, SealFailed.
    """
    passing = pyrage.x25519.Identity.generate()
    try:
        sealed = pyrage.encrypt(data, [*_recipients(keys), passing.to_public()])
        opened = pyrage.decrypt(sealed, [passing])
    except (pyrage.EncryptError, pyrage.DecryptError) as error:
        raise SealFailed from error
    return _same(data, opened, sealed)


def seal_with(data: bytes, passphrase: str) -> bytes:
    """Seal with a passphrase; opened once before it is given out. Raises SealFailed."""
    try:
        sealed = pyrage.passphrase.encrypt(data, passphrase)
        opened = pyrage.passphrase.decrypt(sealed, passphrase)
    except (pyrage.EncryptError, pyrage.DecryptError) as error:
        raise SealFailed from error
    return _same(data, opened, sealed)


def _same(data: bytes, opened: bytes, sealed: bytes) -> bytes:
    if opened != data:
        raise SealFailed
    return sealed


def _recipients(keys: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    found = []
    for key in keys:
        key = key.strip()
        if key.upper().startswith(_SECRET):
            raise BadKey(reason="secret")
        try:
            found.append(pyrage.x25519.Recipient.from_str(key))
        except pyrage.RecipientError:
            raise BadKey(reason="unknown") from None
    if not found:
        raise BadKey(reason="unknown")
    return found


class Source(Protocol):
    """Where bytes come from, some at a time; an error of its own comes out of the work unchanged."""

    def read(self, most: int, /) -> bytes: ...


class _Watched:
    """A source or target that remembers what went wrong in it: the library would tell of it in its own words."""

    def __init__(self, *, read: Callable[[int], bytes] | None = None, write: Callable[[bytes], object] | None = None):
        self._read, self._write = read, write
        self.error: BaseException | None = None

    def read(self, most: int) -> bytes:
        assert self._read is not None
        try:
            return self._read(most)
        except BaseException as error:
            self.error = error
            raise

    def write(self, data: bytes) -> int:
        assert self._write is not None
        try:
            self._write(bytes(data))
        except BaseException as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here."""


def new_identity() -> str:
    """A new secret key (`AGE-SECRET-KEY-1...`)."""
    return str(pyrage.x25519.Identity.generate())


def public_of(identity: str) -> str:
    """The public key (`age1...`) of a secret one."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_identity(text: str) -> bool:
    """Whether this is a secret key of a person."""
    try:
        pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        return False
    return True


def seal_stream(source: Source, write: Callable[[bytes], object], keys: Sequence[str]) -> None:
    """Seal all that comes from a source to public keys, piece by piece. Raises BadKey, SealFailed."""
    read, written = _Watched(read=source.read), _Watched(write=write)
    try:
        pyrage.encrypt_io(read, written, _recipients(keys))
    except (pyrage.EncryptError, OSError) as error:
        raise read.error or written.error or SealFailed() from error


def open_stream(source: Source, write: Callable[[bytes], object], identity: str) -> bool:
    """Give out all that is sealed, piece by piece, each proved to be as it was. False: sealed to other keys.

    Raises Unsealable for what is damaged or no such file; what was given out before must then be forgotten.
    """
    read, written = _Watched(read=_with_small_head(source)), _Watched(write=write)
    try:
        pyrage.decrypt_io(read, written, [pyrage.x25519.Identity.from_str(identity)])
    except (pyrage.DecryptError, OSError) as error:
        if (own := read.error or written.error) is not None:
            raise own from error
        if str(error) == _OTHER_KEY:
            return False
        raise Unsealable from error
    return True


def _with_small_head(source: Source) -> Callable[[int], bytes]:
    """Reads a source whose list of recipients is not too long: the library would work on it for hours, and not stop.

    Raises Unsealable.
    """
    head = b""
    while len(head) < _MOST_HEAD and (piece := source.read(_MOST_HEAD - len(head))):
        head += piece
    if b"\n--- " not in head:
        raise Unsealable
    start = io.BytesIO(head)
    return lambda most: start.read(most) or source.read(most)


def open_with(sealed: bytes, passphrase: str) -> bytes | None:
    """What was sealed with a passphrase; None if it is another one. Raises Unsealable."""
    asked = _SCRYPT.match(sealed)
    if asked is None or int(asked[1]) > _MOST_SCRYPT:
        raise Unsealable
    try:
        return bytes(pyrage.passphrase.decrypt(sealed, passphrase))
    except pyrage.DecryptError as error:
        if str(error) == _OTHER_PASSPHRASE:
            return None
        raise Unsealable from error
