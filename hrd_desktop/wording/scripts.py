"""In which script something is written, what scripts are called, and a first Latin spelling of a name."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache

from hrd_desktop.romanise import romanised
from hrd_desktop.wording.names import capital, locale, sort_key

# First character of each range of letters, and its script (ISO 15924); an empty script for what has none.
_RANGES = (
    (0x0041, "Latn"), (0x02B0, ""), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"),
    (0x0600, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"), (0x07C0, "Nkoo"), (0x0800, ""),
    (0x0860, "Syrc"), (0x0870, "Arab"), (0x0900, "Deva"), (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"),
    (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"),
    (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Kore"),
    (0x1200, "Ethi"), (0x13A0, ""), (0x1780, "Khmr"), (0x1800, "Mong"), (0x18B0, ""), (0x1C90, "Geor"),
    (0x1CC0, ""), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, ""), (0x2D00, "Geor"), (0x2D30, "Tfng"),
    (0x2D80, "Ethi"), (0x2DE0, "Cyrl"), (0x2E00, ""), (0x2E80, "Hani"), (0x3000, ""), (0x3005, "Hani"),
    (0x3008, ""), (0x3040, "Jpan"), (0x3100, "Hani"), (0x3130, "Kore"), (0x3190, "Hani"), (0x31F0, "Jpan"),
    (0x3200, ""), (0x3400, "Hani"), (0xA000, "Yiii"), (0xA4D0, ""), (0xA640, "Cyrl"), (0xA6A0, ""),
    (0xA720, "Latn"), (0xA800, ""), (0xA900, "Kali"), (0xA930, ""), (0xA960, "Kore"), (0xA980, ""),
    (0xA9E0, "Mymr"), (0xAA00, ""), (0xAA60, "Mymr"), (0xAA80, ""), (0xAB00, "Ethi"), (0xAB30, "Latn"),
    (0xABC0, ""), (0xAC00, "Kore"), (0xD7FC, ""), (0xF900, "Hani"), (0xFB00, "Latn"), (0xFB13, "Armn"),
    (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFEFF, ""), (0xFF21, "Latn"),
    (0xFF5F, ""), (0xFF66, "Jpan"), (0xFFA0, "Kore"), (0xFFDD, ""), (0x1E900, "Adlm"), (0x1E960, ""),
    (0x20000, "Hani"), (0x32000, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _RANGES]
_MIXED = {frozenset({"Hani", "Jpan"}): "Jpan", frozenset({"Hani", "Kore"}): "Kore"}
_NO_SCRIPTS = frozenset({"Zinh", "Zmth", "Zsye", "Zsym", "Zxxx", "Zyyy", "Zzzz", "Brai", "Qaag"})


def script_of(text: str) -> str | None:
    """The script (`Arab`) in which a text is written, by most of its letters; None where it has no letters."""
    counted = Counter(script for c in text if c.isalpha() and (script := _script(c)))
    if not counted:
        return None
    return _MIXED.get(frozenset(counted)) or counted.most_common(1)[0][0]


def _script(letter: str) -> str:
    at = bisect_right(_STARTS, ord(letter)) - 1
    return _RANGES[at][1] if at >= 0 else ""


def script_name(code: str, lang: str) -> str:
    """What a script is called: `Arabic`; the code itself where no name is known."""
    return capital(str(locale(lang).scripts.get(code, code)))


@cache
def all_scripts(lang: str) -> tuple[tuple[str, str], ...]:
    """Every script with a name, in the order of the names."""
    codes = {str(code) for code in locale("en").scripts} & {str(code) for code in locale("fr").scripts}
    named = [(code, script_name(code, lang)) for code in codes - _NO_SCRIPTS if len(code) == 4]
    return tuple(sorted(named, key=lambda pair: (sort_key(pair[1]), pair[0])))


def latin_spelling(text: str) -> str | None:
    """A first spelling of a name in Latin letters, to be corrected by who knows it; None where it has them already.

    Scripts that leave vowels out give none: `محمد` is `Mhmd`.
    """
    if script_of(text) in (None, "Latn"):
        return None
    words = romanised(unicodedata.normalize("NFC", text)).split()
    return " ".join(word[:1].upper() + word[1:].lower() for word in words) or None
