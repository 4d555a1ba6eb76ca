"""Any script in plain Latin letters: the one home of anyascii. What comes out is for comparing and finding.

It stands beside the folders because the case file indexes names by it and the window offers it; it imports nothing of
ours. Letters without vowel marks come out without vowels: `محمد` gives `mhmd`.
"""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

_SIGNS = str.maketrans("", "", "'`")
"""How anyascii writes ain, hamza and soft signs: no letters, and they would cut a word in two."""


@lru_cache(maxsize=8192)
def romanised(text: str) -> str:
    """The text in ASCII letters; a text that is so already comes back as it is."""
    return text if text.isascii() else anyascii(text).translate(_SIGNS)
