"""The kinds of failure, each with its exit code; the others are of one of these kinds."""

from __future__ import annotations

from typing import ClassVar


class HrdError(Exception):
    """A failure with a name and facts.

    `code` names the sentence in `resources/words/messages.toml`; the facts fill its gaps. The text of the exception
    itself is the code alone, because facts may quote a case and must not reach a log.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: str | int) -> None:
        super().__init__(self.code)
        self.facts = facts

    def __init_subclass__(cls) -> None:
        name = cls.__name__
        cls.code = "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name))


class Refused(HrdError):
    """The program will not do this now, and says why (exit 1)."""


class BadInput(HrdError):
    """What was given cannot be used; the facts name the place (exit 2)."""

    exit_code = 2


class WrongSecret(HrdError):
    """The passphrase does not open this case file (exit 3). Fact: reason (a rule of vault/FORMAT.md)."""

    exit_code = 3


class Damaged(HrdError):
    """Something on the disk is damaged (exit 4)."""

    exit_code = 4


class Cancelled(Refused):
    """The person stopped the work; nothing was written."""
