"""A few words around a hit, taken from the text as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hrd_desktop.store.fold import fold

_BEFORE, _AFTER = 50, 90
_CHUNK = re.compile(r"\S+")
_INNER = re.compile(r"\w.*\w|\w", re.DOTALL)
_LEAST = 3  # shorter words of a name ("al", "de") say nobody's name
HIDDEN = "•••"
_CUT = "…"


@dataclass(frozen=True)
class Excerpt:
    """A piece of one text in one line; `marks` are where in it the words that were looked for stand."""

    text: str
    marks: tuple[tuple[int, int], ...]


def holds(text: str, words: Sequence[str], *, whole: int = 0) -> bool:
    """Whether some word of the text begins with one of the folded words; those below `whole` letters stand alone."""
    return next(_hits(text, words, whole), None) is not None


def excerpt(text: str, words: Sequence[str], names: Iterable[str] = (), *, whole: int = 0) -> Excerpt:
    """The text around the first of the folded words. `names` do not show: each of their words is replaced."""
    first = next(_hits(text, words, whole), (0, 0))
    start, end = max(0, first[0] - _BEFORE), min(len(text), first[1] + _AFTER)
    if start:
        start += next((space.end() for space in re.finditer(r"\s", text[start : first[0]])), 0)
    if end < len(text):
        cut = text.rfind(" ", first[1], end)
        end = cut if cut > 0 else end
    piece = _without(" ".join(text[start:end].split()), _hidden(names))
    piece = (_CUT if start else "") + piece + (_CUT if end < len(text) else "")
    return Excerpt(piece, tuple(_hits(piece, words, whole)))


def _hits(text: str, words: Sequence[str], whole: int) -> Iterator[tuple[int, int]]:
    """Where in the text stands what, up to the next space, holds one of the words."""
    begins = tuple(word for word in words if len(word) >= whole)
    alone = frozenset(words).difference(begins)
    for chunk in _CHUNK.finditer(text):
        for word in fold(chunk[0]).split():
            if word in alone or (begins and word.startswith(begins)):
                inner = _INNER.search(chunk[0])
                start, end = inner.span() if inner else (0, len(chunk[0]))
                yield chunk.start() + start, chunk.start() + end
                break


def _hidden(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in fold(name).split() if len(word) >= _LEAST)


def _without(text: str, hidden: frozenset[str]) -> str:
    if not hidden:
        return text
    return _CHUNK.sub(lambda chunk: HIDDEN if hidden & set(fold(chunk[0]).split()) else chunk[0], text)
