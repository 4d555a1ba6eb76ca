"""Where a line may end: after spaces and hyphens, between Chinese characters, between syllables.

A small part of the Unicode line breaking algorithm (UAX 14). Scripts without spaces between words are broken between
syllables, never inside one: a dictionary would break better, but a syllable is always a place where a reader can go on.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_NO_BREAK_SPACE = "\u00a0\u202f\u2060\ufeff"
_OPENING = frozenset("([{\u2018\u201c\u00ab\u2039（「『《〈【〔［｛")
_CLOSING = frozenset(")]}\u2019\u201d\u00bb\u203a!?.,:;%、。，．：；！？）」』》〉】〕］｝…ー々၊။។៕ฯๆ")
_AFTER = frozenset("-\u2010\u2013\u2014/\u200b\u1361")

# A Burmese syllable starts with a letter that is not stacked under the one before and that is not silenced (asat).
_BURMESE = re.compile(
    r"(?<!\u1039)[\u1000-\u102a\u103f\u104c-\u104f\u1050-\u1055\u105a-\u105d\u1061](?![\u1037]?[\u103a\u1039])"
)
_KHMER = re.compile(r"(?<!\u17d2)[\u1780-\u17b3]")
# A Thai or Lao break is safe before a vowel that is written ahead of its consonant.
_THAI = re.compile(r"[\u0e40-\u0e44\u0ec0-\u0ec4]")


def _ideographic(c: str) -> bool:
    return (
        "\u2e80" <= c <= "\u9fff"
        or "\uac00" <= c <= "\ud7a3"
        or "\uf900" <= c <= "\ufaff"
        or ("\uff00" <= c <= "\uffef" or "\U00020000" <= c <= "\U0003ffff")
    )


def _allowed(text: str, i: int) -> bool:
    """Whether a line may end between `text[i - 1]` and `text[i]`, neither of which is a space."""
    left, right = text[i - 1], text[i]
    if left in _NO_BREAK_SPACE or right in _NO_BREAK_SPACE or left in _OPENING or right in _CLOSING:
        return False
    if unicodedata.category(right) in ("Mn", "Mc", "Me", "Cf"):
        return False
    if left == "-":
        # A minus sign and a date such as 2024-06 stay whole.
        return not (right.isdigit() or i < 2 or text[i - 2] == " ")
    if left in _AFTER:
        return left not in "/\u2013" or not (right.isdigit() and i > 1 and text[i - 2].isdigit())
    return _ideographic(left) or _ideographic(right)


@lru_cache(maxsize=65536)
def pieces_of(word: str) -> tuple[str, ...]:
    """A word without spaces, cut at each place where a line may end."""
    if word.isascii() and "-" not in word and "/" not in word:
        return (word,)
    cuts = {i for i in range(1, len(word)) if _allowed(word, i)}
    for pattern in (_BURMESE, _KHMER, _THAI):
        for match in pattern.finditer(word):
            i = match.start()
            if (
                i
                and word[i - 1] not in _OPENING
                and word[i - 1] not in _NO_BREAK_SPACE
                and (unicodedata.category(word[i - 1])[0] in "LM")
            ):
                cuts.add(i)
    edges = [0, *sorted(cuts), len(word)]
    return tuple(word[a:b] for a, b in pairwise(edges))


def is_space(c: str) -> bool:
    """A space at which a line may end."""
    return c.isspace() and c not in _NO_BREAK_SPACE
