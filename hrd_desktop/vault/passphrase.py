"""What a passphrase may be, and the bytes that are derived from it."""

from __future__ import annotations

import unicodedata

from hrd_desktop.errors import BadPassphrase, BadRecoveryCode, CodeAsPassphrase, WeakPassphrase
from hrd_desktop.vault import recovery
from hrd_desktop.vault.data_key import wipe

LEAST = 15
"""Characters, counted after normalisation.

The passphrase is the only thing between a seized laptop and the people in the file, and whoever seized it may guess for
years without being seen. NIST SP 800-63B (revision 4) asks for 15 where a password stands alone; four ordinary words
reach it. There is no rule on capitals or digits: such rules make phrases harder to remember, not harder to guess.
"""

_UNTYPEABLE = frozenset({"Cc", "Cn", "Co", "Cs"})  # control, unassigned, private use, half of a pair


def derivable(passphrase: str) -> bytearray:
    """The bytes that go into the derivation: NFKC, then UTF-8.

    NFKC, because one passphrase must open the file from every keyboard: accents arrive composed or apart, a French
    keyboard slips no-break spaces between words, an input method gives full-width letters. Nothing else is changed: no
    trimming, no change of case. Half a character opens nothing, but takes the same way as every wrong passphrase.
    The caller wipes the buffer.
    """
    return bytearray(unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"))


def check_new(passphrase: str) -> None:
    """Refuse a passphrase for a new slot. Raises WeakPassphrase (fact: least), BadPassphrase, CodeAsPassphrase.

    Unassigned characters are refused because a later Unicode may normalise them differently; control and private
    characters because the next keyboard may not have them. A recovery code would be read as one when it is typed.
    """
    normal = unicodedata.normalize("NFKC", passphrase)
    if any(unicodedata.category(character) in _UNTYPEABLE for character in normal):
        raise BadPassphrase()
    if len(normal) < LEAST:
        raise WeakPassphrase(least=LEAST)
    if is_code(normal):
        raise CodeAsPassphrase()


def is_code(text: str) -> bool:
    """Whether a text is a whole recovery code, and so is tried as one."""
    try:
        wipe(recovery.read(text))
    except BadRecoveryCode:
        return False
    return True
