"""Files sealed in the age format, so that the public `age` program opens them: to public keys, or with a passphrase."""

from __future__ import annotations

from collections.abc import Sequence

import pyrage

from hrd_desktop.errors import BadKey, SealFailed

ENDING = ".age"
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how the other half of a key begins


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
