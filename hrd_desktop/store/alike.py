"""What is left of a name when spelling and script are taken away: the same few letters for many ways of writing it.

`Mohamed`, `Muhammad` and `محمد` are all `mhmd`; `Shcherbakova` and `Щербакова` both `srbkv`. Only for finding what may
be meant: unlike names come out alike as well.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hrd_desktop.romanise import romanised
from hrd_desktop.store.fold import fold

LEAST = 2
"""Fewer letters say too little to find a name by."""

# In the order in which they are made; the longer sounds first.
_SOUNDS = (
    ("shch", "s"),
    ("tsch", "s"),
    ("sch", "s"),
    ("tch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ts", "s"),
    ("ck", "k"),
    ("q", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("z", "s"),
)
_VOWELS = re.compile("[aeiouyw]")
_TWICE = re.compile(r"(.)\1+")
_ARTICLE = re.compile("^ال(?=...)")


def latin_words(text: str) -> list[str]:
    """The words of a name in Latin letters, folded: those written without spaces between them as one word too."""
    found = {"".join(fold(romanised(word)).split()) for word in (*fold(text).split(), *text.split())}
    return sorted(found - {""})


def sounds(text: str) -> list[str]:
    """What is left of each word of a name, where it is enough to find it by."""
    words = fold(text).split()
    words += [_ARTICLE.sub("", word) for word in words]
    return sorted({left for word in words if len(left := sound(word)) >= LEAST})


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """What is left of one folded word; empty where it has only vowels."""
    left = "".join(fold(romanised(word)).split())
    for written, heard in _SOUNDS:
        left = left.replace(written, heard)
    left = _VOWELS.sub("", left)
    return _TWICE.sub(r"\1", left.rstrip("h") if len(left) > LEAST + 1 else left)
