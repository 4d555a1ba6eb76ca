"""Folding: one plain form for all the ways a name may be typed, used before indexing and before matching.

What is made equal:

- case, width and compatibility forms (full-width letters, Arabic presentation forms, ligatures), by NFKC casefold;
- diacritics of Latin, Greek and Cyrillic letters, and letters with a stroke or a hook that do not come apart (ł, ø, đ);
- Arabic script: vowel marks and Koranic signs go, kashida goes; Arabic, Persian and Urdu yeh, alef maksura and their
  hamza form are one letter, so are the kafs, the forms of heh, the alefs with madda, hamza or wasla, waw with hamza;
  Arabic-Indic and Persian digits become 0 to 9;
- Hebrew points go.

Marks of Indic, Burmese and other scripts are vowels there and stay. Every Han character becomes a word of its own,
because Chinese names are written without spaces. Everything that is not a letter, mark or digit separates words.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        # yeh: Farsi yeh, alef maksura, yeh with hamza, Urdu bari yeh, and their kin, to Arabic yeh
        **dict.fromkeys("\u06cc\u0649\u0626\u06d2\u06d3\u06d0\u06ce\u063d", "\u064a"),
        # kaf: keheh and swash kaf to Arabic kaf
        **dict.fromkeys("\u06a9\u06aa\u06ac", "\u0643"),
        # alef with madda, hamza above or below, wasla, to bare alef
        **dict.fromkeys("\u0622\u0623\u0625\u0671\u0672\u0673\u0675", "\u0627"),
        # waw with hamza to waw; teh marbuta, heh goal, heh doachashmee, heh with yeh above, ae to heh
        **dict.fromkeys("\u0624\u0676", "\u0648"),
        **dict.fromkeys("\u0629\u06c1\u06be\u06c0\u06c2\u06c3\u06d5", "\u0647"),
        # hamza on its own is often left out; kashida only stretches a line; zero-width joiners only shape it
        **dict.fromkeys("\u0621\u0640\u200c\u200d", None),
        **{chr(0x0660 + n): str(n) for n in range(10)},
        **{chr(0x06F0 + n): str(n) for n in range(10)},
        # Latin letters that do not come apart into a letter and a mark
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "e",
        "ŋ": "n",
    }
)
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd])")


_ASCII = re.compile("[a-z0-9]+")


class _Words(dict[int, str]):
    """What each character that is no letter, mark or digit becomes: a space. Looked up once per character."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if unicodedata.category(character)[0] in "LMN" else " "
        return self[code]


_WORDS = _Words()


def fold(text: str) -> str:
    """The folded words of a text, one space between them. Folding twice changes nothing."""
    if text.isascii():
        return " ".join(_ASCII.findall(text.lower()))
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = unicodedata.normalize("NFD", text)
    text = _MARKS.sub("", text).translate(_LETTERS)
    text = _HAN.sub(r" \1 ", unicodedata.normalize("NFC", text))
    return " ".join(text.translate(_WORDS).split())


def match(text: str) -> str:
    """An FTS5 query: every word of the text begins a word of the row. Empty if there is no word in the text.

    Each word is quoted, and a folded word holds letters, marks and digits only, so no text can act as query syntax.
    """
    return " ".join(f'"{word}"*' for word in fold(text).split())
