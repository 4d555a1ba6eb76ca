"""How easily a passphrase is guessed, in words, and a good one for who wants it. No rules on capitals or digits."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from hrd_desktop.errors import BadPassphrase, CodeAsPassphrase, GuessablePassphrase, WeakPassphrase
from hrd_desktop.vault import passphrase as phrases
from hrd_desktop.wording.tables import entry, spoken, table

LEAST = phrases.LEAST
LEAST_SCORE = 2
WORDS = 6

_BOUNDS = (7.0, 10.0, 13.0, 16.0)
"""Guesses as powers of ten. Whoever took the laptop guesses at home, and Argon2id lets a thousand machines make some
ten thousand guesses a second: 10^10 last twelve days, 10^13 thirty years."""

_LONGEST_LOOKED_AT = 64
"""Characters; the estimate takes longer than their number, and what comes after only makes a passphrase better."""

_LISTS = {"en": "english", "fr": "french"}
_REASONS = {"repeat": "repeat", "spatial": "keys", "sequence": "sequence", "date": "day", "regex": "day"}


@dataclass(frozen=True)
class Strength:
    """Score 0 (guessed at once) to 4 (strong), whether a new passphrase may be so, and both in words."""

    score: int
    enough: bool
    words: str


def strength(text: str, lang: str) -> Strength:
    """What a passphrase is worth, to be shown while it is typed: a few hundredths of a second, never more.

    An estimate by common words, names, dates and keyboard patterns (zxcvbn). It knows no sayings, songs or verses and
    no facts about the person, and so thinks too well of those: what the program suggests is better. `lang` is `en` or
    `fr`.
    """
    if not text:
        return Strength(0, False, _say("reason", "empty", lang))
    score, pattern = _estimate(text)
    reasons = []
    try:
        phrases.check_new(text)
    except WeakPassphrase:
        score = min(score, 1)
        missing = LEAST - len(unicodedata.normalize("NFKC", text))
        reasons.append(_say("reason", "short", lang, missing))
    except BadPassphrase:
        score = 0
        reasons.append(_say("reason", "untypeable", lang))
    except CodeAsPassphrase:
        score = 0
        reasons.append(_say("reason", "code", lang))
    else:
        if score < LEAST_SCORE:
            reasons.append(_say("reason", _REASONS.get(pattern, "common"), lang))
        if score <= LEAST_SCORE:
            reasons.append(_say("reason", "more", lang))
    level = _say("level", str(score), lang)
    return Strength(score, score >= LEAST_SCORE, ". ".join([level, " ".join(reasons)]) if reasons else level + ".")


def check_new(passphrase: str) -> None:
    """Refuse a passphrase for a new key. Raises WeakPassphrase (fact least), GuessablePassphrase for a long one that is
    among the first 10^10 to be tried, BadPassphrase, CodeAsPassphrase.
    """
    phrases.check_new(passphrase)
    if _estimate(passphrase)[0] < LEAST_SCORE:
        raise GuessablePassphrase(least=LEAST)


def suggest(lang: str) -> str:
    """Six words drawn by the operating system's random source from a list of 2,048: 66 bits, more than 10^19 guesses.

    The lists are those of BIP-39 (every word is known by its first four letters). The French words come without
    accents, so that every keyboard types them; they stay different from each other.
    """
    return " ".join(secrets.choice(_word_list(_LISTS.get(lang, "english"))) for _ in range(WORDS))


def _estimate(text: str) -> tuple[int, str]:
    """The score, and the kind of the longest piece that was recognised."""
    from zxcvbn import zxcvbn  # with its lists of words, too much to load at every start

    found: dict[str, Any] = zxcvbn(unicodedata.normalize("NFKC", text)[:_LONGEST_LOOKED_AT])
    score = sum(float(found["guesses_log10"]) >= bound for bound in _BOUNDS)
    longest = max(found["sequence"], key=lambda match: len(match["token"]))
    return score, str(longest["pattern"])


@cache
def _word_list(name: str) -> tuple[str, ...]:
    from mnemonic import Mnemonic

    return tuple(_plain(word) for word in Mnemonic(name).wordlist)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _say(part: str, key: str, lang: str, count: int | None = None) -> str:
    language = "fr" if lang == "fr" else "en"
    return spoken(entry(table("strength"), "sentence", part, key), language, count).format(count=count)
