"""Passphrases, recovery codes, office keys and the slots they open."""

from __future__ import annotations

from hrd_desktop.errors.kinds import BadInput, Refused, WrongSecret


class NoPassphrase(BadInput):
    """Nobody can be asked for a passphrase here: there is no terminal. No facts."""


class WeakPassphrase(BadInput):
    """The passphrase is too short to protect a case file. Fact: least (characters)."""


class BadPassphrase(BadInput):
    """The new passphrase holds a character that another keyboard may not be able to type. No facts."""


class GuessablePassphrase(WeakPassphrase):
    """The passphrase is long enough, and among the first that a machine would guess. Fact: least (characters)."""


class CodeAsPassphrase(BadInput):
    """The new passphrase is written like a recovery code, as which it would be read. No facts."""


class BadRecoveryCode(BadInput):
    """What was typed is no recovery code: a typing mistake. Facts: reason, group.

    The reason is `letters`, `length`, `checksum`, or `group` where the mistake is in that one of the six; else it is 0.
    """


class CodeNotThisOne(BadInput):
    """What was typed back is a recovery code, but not the one that was printed. No facts."""


class BadOfficeKey(BadInput):
    """A text that is no public office key, or one with a typing mistake. No facts."""


class NotAnOfficeKey(BadInput):
    """A file that is no office key file, or a damaged one. Facts: path, reason (a rule of vault/FORMAT.md)."""


class WrongOfficePassphrase(WrongSecret):
    """The passphrase does not open the office key file. Fact: reason (a rule of vault/FORMAT.md)."""


class BadSlotName(BadInput):
    """The name of a key cannot be kept: too long, or with control characters. Fact: most (characters)."""


class UnknownSlot(BadInput):
    """The case file has no key of this number. Fact: slot."""


class LastSlot(Refused):
    """The only key of a case file cannot be taken away. No facts."""


class OwnSlot(Refused):
    """The secret given is the very one that would go; another that stays has to be given. No facts."""


class SlotsFull(Refused):
    """The case file has as many keys as it takes. Fact: most."""
