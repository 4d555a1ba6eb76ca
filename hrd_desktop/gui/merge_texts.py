"""Two texts side by side: the words that only one of them has are marked; long stretches that both have are folded."""

from __future__ import annotations

import html
import re
import unicodedata
from difflib import SequenceMatcher

from hrd_desktop.gui.theme import current

_LONG = 160  # letters from which a text is compared word by word
_AROUND = 12  # words kept on each side of a difference
_FOLD = 3 * _AROUND  # words in common from which a stretch is folded
_MOST = 6000  # words; comparing two texts that long would take longer than anybody waits
_WORD = re.compile(r"\S+|\n")
_RTL = ("R", "AL")


def is_long(*texts: str) -> bool:
    """Whether what differs has to be pointed out."""
    return max(map(len, texts)) >= _LONG


def reads_from_right(text: str) -> bool:
    """Whether the first letter that has a direction goes from right to left."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in _RTL:
            return True
        if kind == "L":
            return False
    return False


def as_page(text: str) -> str:
    """A text as rich text, each paragraph in its own direction; nothing in it is taken for markup."""
    return "".join(_paragraph(html.escape(line), line) for line in text.split("\n"))


def marked(mine: str, theirs: str, *, folded: bool = True) -> tuple[str, str]:
    """Both as rich text: what only one has is on a ground of its own and underlined, never by colour alone."""
    left, right = _WORD.findall(mine), _WORD.findall(theirs)
    if len(left) + len(right) > 2 * _MOST:
        return as_page(mine), as_page(theirs)
    sides: tuple[list[str], list[str]] = ([], [])
    for kind, i, j, k, m in SequenceMatcher(None, left, right, autojunk=len(left) > _FOLD * _AROUND).get_opcodes():
        for side, words in zip(sides, (left[i:j], right[k:m]), strict=True):
            if kind != "equal":
                side += [_mark(word) for word in words]
            elif folded and len(words) > _FOLD:
                side += [*map(html.escape, words[:_AROUND]), "[…]", *map(html.escape, words[-_AROUND:])]
            else:
                side += map(html.escape, words)
    return _page(sides[0], mine), _page(sides[1], theirs)


def _mark(word: str) -> str:
    if word == "\n":
        return word
    ground = current().of("paper").name()
    style = f"background-color:{ground}; text-decoration:underline; font-weight:600"
    return f'<span style="{style}">{html.escape(word)}</span>'


def _page(words: list[str], text: str) -> str:
    lines = " ".join(words).split("\n")
    return "".join(_paragraph(line.strip(), text) for line in lines)


def _paragraph(markup: str, text: str) -> str:
    way = "rtl" if reads_from_right(text) else "ltr"
    return f'<p dir="{way}" style="margin:0">{markup or "&nbsp;"}</p>'
