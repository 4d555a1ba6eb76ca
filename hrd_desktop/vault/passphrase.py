"""What a passphrase may be, and the bytes that are derived from it."""

from __future__ import annotations

import unicodedata

from hrd_desktop.errors import BadPassphrase, WeakPassphrase

LEAST = 15
"""Characters, counted after normalisation.

The passphrase is the only thing between a seized laptop and the people in the file, and whoever seized it may guess for
years without being seen. NIST SP 800-63B (revision 4) asks for 15 where a password stands alone; four ordinary words
reach it. There is no rule on capitals or digits: such rules make phrases harder to remember, not harder to guess.
"""

_UNTYPEABLE = frozenset({"Cc", "Cn", "Co", "Cs"})  # control, unassigned, private use, half of a pair


def derivable(passphrase: str) -> bytearray | None:
    """The bytes that go into the derivation: NFKC, then UTF-8. None if the text cannot be written in UTF-8.

    NFKC, because one passphrase must open the file from every keyboard: accents arrive composed or apart, a French
    keyboard slips no-break spaces between words, an input method gives full-width letters. Nothing else is changed: no
    trimming, no change of case. The caller wipes the buffer.
    """
    try:
        return bytearray(unicodedata.normalize("NFKC", passphrase).encode())
    except UnicodeEncodeError:
        return None


def check_new(passphrase: str) -> None:
    """Refuse a passphrase for a new slot. Raises WeakPassphrase (fact: least) and BadPassphrase.

    Unassigned characters are refused because a later Unicode may normalise them differently; control and private
    characters because the next keyboard may not have them.
    """
    normal = unicodedata.normalize("NFKC", passphrase)
    if any(unicodedata.category(character) in _UNTYPEABLE for character in normal):
        raise BadPassphrase()
    if len(normal) < LEAST:
        raise WeakPassphrase(least=LEAST)
