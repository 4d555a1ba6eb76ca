"""What somebody opens a case file with: a passphrase, a recovery code, or an office key. It never shows itself."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from hrd_desktop.errors import BadRecoveryCode
from hrd_desktop.vault import office, recovery
from hrd_desktop.vault import passphrase as phrases
from hrd_desktop.vault.data_key import wipe
from hrd_desktop.vault.slots import Kind


class Secret:
    """The bytes that slots of one kind are tried with. `wipe` overwrites them; a wiped secret opens nothing more."""

    __slots__ = ("_bytes", "kind", "mistyped")

    def __init__(self, kind: Kind, data: bytearray, *, mistyped: BadRecoveryCode | None = None) -> None:
        """For the class methods. `mistyped` is what is wrong with a passphrase that looks like a recovery code."""
        self.kind: Kind = kind
        self._bytes: bytearray | None = data
        self.mistyped = mistyped

    @classmethod
    def of(cls, text: str) -> Secret:
        """What was typed where a passphrase or a recovery code is asked: a whole recovery code is taken for one."""
        try:
            return cls("recovery", recovery.read(text))
        except BadRecoveryCode as mistake:
            looks = recovery.looks_like_one(text)
            return cls("passphrase", phrases.derivable(text), mistyped=mistake if looks else None)

    @classmethod
    def passphrase(cls, text: str) -> Secret:
        """A passphrase, whatever it looks like."""
        return cls("passphrase", phrases.derivable(text))

    @classmethod
    def recovery(cls, text: str) -> Secret:
        """A recovery code. Raises BadRecoveryCode for a typing mistake."""
        return cls("recovery", recovery.read(text))

    @classmethod
    def office(cls, data: bytes, passphrase: str, path: Path) -> Secret:
        """The private half of an office key: the contents of its file, opened by its passphrase; `path` for refusals.

        Raises NotAnOfficeKey, NewerFormat, WrongOfficePassphrase, TooLittleMemory.
        """
        return cls("office", office.opened(data, passphrase, path))

    def buffer(self) -> bytearray:
        """The bytes themselves, for the slots. Raises ValueError once wiped."""
        if self._bytes is None:
            raise ValueError("the secret has been wiped")
        return self._bytes

    def same_as(self, other: Secret) -> bool:
        """Whether two secrets are the same, in a time that does not depend on where they differ."""
        return self.kind == other.kind and hmac.compare_digest(self.buffer(), other.buffer())

    def wipe(self) -> None:
        """Overwrite the bytes. May be called twice."""
        if self._bytes is not None:
            wipe(self._bytes)
            self._bytes = None

    def __repr__(self) -> str:
        return f"Secret({self.kind})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere")


@contextmanager
def as_secret(given: str | Secret) -> Iterator[Secret]:
    """A secret for a while: one made here from a text is wiped at the end, one that was given is the giver's."""
    if isinstance(given, Secret):
        yield given
        return
    secret = Secret.of(given)
    try:
        yield secret
    finally:
        secret.wipe()
