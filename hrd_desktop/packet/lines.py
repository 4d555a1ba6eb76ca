"""Paragraphs broken into lines: the order of work is levels, words, lines, then the visual order of each line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from hrd_desktop.packet.breaking import is_space, pieces_of
from hrd_desktop.packet.direction import levels, reads_right_to_left, visual_order
from hrd_desktop.packet.faces import main_face
from hrd_desktop.packet.shaping import Shaped, fonts_of, is_mark, join, shape
from hrd_desktop.packet.styles import Style


@dataclass(frozen=True, slots=True)
class Run:
    """A shaped stretch and where it starts, in points from the left end of its line."""

    x: float
    shaped: Shaped


@dataclass(frozen=True, slots=True)
class Line:
    """One typeset line, measured in points. `missing` holds the characters that no font has."""

    runs: tuple[Run, ...]
    text: str
    width: float
    ascent: float
    descent: float
    style: Style
    right_to_left: bool
    missing: frozenset[str]

    @property
    def height(self) -> float:
        return self.ascent + self.descent


@dataclass(frozen=True, slots=True)
class _Part:
    level: int
    shaped: Shaped
    missing: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Token:
    """What stays together on a line; a blank one may be swallowed by a line end. `width` as in `Shaped`."""

    parts: tuple[_Part, ...]
    start: int
    end: int
    width: float
    blank: bool


_STACKERS = frozenset("\u200d\u094d\u09cd\u0bcd\u1039\u17d2")


def _letter_starts(text: str, start: int, end: int) -> list[int]:
    """Places inside a word that cut no letter from its marks."""
    return [i for i in range(start + 1, end) if not is_mark(text[i]) and text[i - 1] not in _STACKERS]


class _Paragraph:
    """One paragraph on its way to lines."""

    def __init__(self, text: str, style: Style) -> None:
        self.text = text
        self.style = style
        self.right_to_left = reads_right_to_left(text)
        self._levels = levels(text, self.right_to_left)
        self._faces = fonts_of(text, style.weight)
        self._main = main_face(style.weight)
        self._plain = self._levels is None and all(face is self._main for face in self._faces)

    def tokens(self) -> list[_Token]:
        found: list[_Token] = []
        at = 0
        for blank, group in groupby(self.text, is_space):
            word = "".join(group)
            for piece in (word,) if blank else pieces_of(word):
                found.append(self._token(at, at + len(piece), blank))
                at += len(piece)
        return found

    def _token(self, start: int, end: int, blank: bool = False) -> _Token:
        parts: list[_Part] = []
        if self._plain:
            parts.append(_Part(0, shape(self._main, self.text[start:end], False), frozenset()))
        else:
            i = start
            while i < end:
                j = i + 1
                while j < end and self._faces[j] is self._faces[i] and self._level(j) == self._level(i):
                    j += 1
                parts.append(self._part(i, j))
                i = j
        return _Token(tuple(parts), start, end, sum(part.shaped.width for part in parts), blank)

    def _level(self, i: int) -> int:
        return self._levels[i] if self._levels is not None else 0

    def _part(self, i: int, j: int) -> _Part:
        face, text, level = self._faces[i], self.text[i:j], self._level(i)
        if face is None:
            return _Part(level, shape(self._main, text, level % 2 == 1), frozenset(text))
        before = after = ""
        if level % 2:
            # Where a word is cut, its letters keep the shape they have inside the word.
            before = self.text[i - 1 : i] if i and not is_space(self.text[i - 1]) else ""
            after = self.text[j : j + 1] if j < len(self.text) and not is_space(self.text[j]) else ""
        return _Part(level, shape(face, text, level % 2 == 1, before, after), frozenset())

    def cut(self, token: _Token, room: float) -> list[_Token]:
        """An overlong word in pieces that fit, cut between letters."""
        pieces: list[_Token] = []
        start = token.start
        while start < token.end:
            places = [*_letter_starts(self.text, start, token.end), token.end]
            low, high = 0, len(places) - 1
            while low < high:
                middle = (low + high + 1) // 2
                if self._token(start, places[middle]).width <= room:
                    low = middle
                else:
                    high = middle - 1
            pieces.append(self._token(start, places[low]))
            start = places[low]
        return pieces

    def line(self, tokens: list[_Token]) -> Line:
        """The tokens of one line in visual order, blanks at its ends left out."""
        while tokens and tokens[-1].blank:
            tokens = tokens[:-1]
        while tokens and tokens[0].blank:
            tokens = tokens[1:]
        parts = [part for token in tokens for part in token.parts]
        stretches: list[tuple[int, Shaped]] = []
        for (_, level), group in groupby(parts, lambda part: (part.shaped.face.name, part.level)):
            stretches.append((level, join([part.shaped for part in group])))
        size = self.style.size / 1000
        runs: list[Run] = []
        pen = 0.0
        for i in visual_order([level for level, _ in stretches]):
            shaped = stretches[i][1]
            runs.append(Run(pen, shaped))
            pen += shaped.width * size
        text = self.text[tokens[0].start : tokens[-1].end] if tokens else ""
        ascent = max([self.style.ascent, *(run.shaped.top * size + 0.5 for run in runs)])
        descent = max([self.style.descent, *(-run.shaped.bottom * size + 0.5 for run in runs)])
        missing = frozenset().union(*(part.missing for part in parts))
        return Line(tuple(runs), text, pen, ascent, descent, self.style, self.right_to_left, missing)


def break_lines(text: str, style: Style, width: float) -> list[Line]:
    """One paragraph, or several separated by line feeds, as lines of at most `width` points."""
    lines: list[Line] = []
    for written in text.split("\n"):
        paragraph = _Paragraph(written, style)
        room = width * 1000 / style.size
        current: list[_Token] = []
        used = 0.0
        for whole in paragraph.tokens():
            for token in paragraph.cut(whole, room) if whole.width > room and not whole.blank else (whole,):
                if not token.blank and used + token.width > room + 0.01 and any(not t.blank for t in current):
                    lines.append(paragraph.line(current))
                    current, used = [], 0.0
                if token.blank and not current:
                    continue
                current.append(token)
                used += token.width
        lines.append(paragraph.line(current))
    return lines
