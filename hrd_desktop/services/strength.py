"""How easily a passphrase is guessed, in words, and a good one for who wants it."""

from __future__ import annotations

from hrd_desktop.vault import passphrase as phrases


def check_new(passphrase: str) -> None:
    """Refuse a passphrase for a new key. Raises WeakPassphrase, BadPassphrase, CodeAsPassphrase."""
    phrases.check_new(passphrase)
