"""Two texts side by side: the words that only one of them has are marked; long stretches that both have are folded."""

from __future__ import annotations

import html
import re
import unicodedata
from difflib import SequenceMatcher

from hrd_desktop.gui.theme import current

FOLDED = "[…]"
"""Stands for words that both have."""

_LONG = 160  # letters from which a text is compared word by word
_AROUND = 12  # words kept on each side of a difference
_FOLD = 3 * _AROUND  # words in common from which a stretch is folded
_QUICK = 3000  # letters up to which two texts are compared word by word as a whole
_MOST = 800  # words in a stretch that differs; beyond that it is marked as a whole
_SENTENCE = re.compile(r"(?<=[.!?؟。।])\s+")
_WORD = re.compile(r"\S+|\n")
_RTL = ("R", "AL")
_Run = tuple[bool, list[str]]  # whether both have these words


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
    return "".join(_paragraph(html.escape(line), reads_from_right(line)) for line in text.split("\n"))


def marked(mine: str, theirs: str, *, folded: bool = True) -> tuple[str, str]:
    """Both as rich text: what only one has is on a ground of its own and underlined, never by colour alone."""
    left, right = _runs(mine, theirs)
    return _page(left, mine, folded), _page(right, theirs, folded)


def _runs(mine: str, theirs: str) -> tuple[list[_Run], list[_Run]]:
    """Word by word; where that would take long, sentence by sentence first."""
    one, other = [mine], [theirs]
    if max(len(mine), len(theirs)) > _QUICK:
        one, other = _sentences(mine), _sentences(theirs)
    sides: tuple[list[_Run], list[_Run]] = ([], [])
    for kind, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        words = _words(one[i:j]), _words(other[k:m])
        if kind == "replace" and max(map(len, words)) <= _MOST:
            for here, a, b, c, d in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
                _add(sides[0], here == "equal", words[0][a:b])
                _add(sides[1], here == "equal", words[1][c:d])
        else:
            for side, found in zip(sides, words, strict=True):
                _add(side, kind == "equal", found)
    return sides


def _add(side: list[_Run], same: bool, words: list[str]) -> None:
    if words and side and side[-1][0] == same:
        side[-1][1].extend(words)
    elif words:
        side.append((same, list(words)))


def _sentences(text: str) -> list[str]:
    return [sentence for line in text.split("\n") for sentence in (*_SENTENCE.split(line), "\n")][:-1]


def _words(sentences: list[str]) -> list[str]:
    return [word for sentence in sentences for word in _WORD.findall(sentence)]


def _page(runs: list[_Run], text: str, folded: bool) -> str:
    parts: list[str] = []
    for same, words in runs:
        if same and folded and len(words) > _FOLD:
            words = [*words[:_AROUND], FOLDED, *words[-_AROUND:]]
        lines = [html.escape(line) for line in _lines(words)]
        parts.append("\n".join(lines if same else [_mark(line) for line in lines]))
    way = reads_from_right(text)
    return "".join(_paragraph(line.strip(), way) for line in " ".join(parts).split("\n"))


def _lines(words: list[str]) -> list[str]:
    return " ".join(words).replace(" \n", "\n").replace("\n ", "\n").split("\n")


def _mark(line: str) -> str:
    if not line:
        return line
    style = f"background-color:{current().of('paper').name()}; text-decoration:underline; font-weight:600"
    return f'<span style="{style}">{line}</span>'


def _paragraph(markup: str, from_right: bool) -> str:
    way = "rtl" if from_right else "ltr"
    return f'<p dir="{way}" style="margin:0">{markup or "&nbsp;"}</p>'
