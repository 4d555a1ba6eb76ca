"""From characters to glyphs: which font takes which part of a word, and what HarfBuzz makes of it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

import uharfbuzz as hb

from hrd_desktop.packet.faces import Face, Weight, face_for, main_face

# One character, one glyph where the font allows it: ornamental ligatures of whole words cannot be read back exactly.
_RIGHT_TO_LEFT_FEATURES = {"liga": False, "dlig": False, "clig": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph; `text` is what it stands for, empty if an earlier glyph of its cluster stands for it."""

    id: int
    text: str
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A stretch of text in one font and one direction; glyphs stand in visual order, from left to right.

    `exact` says that each glyph stands for its own characters, so that the text can be read back glyph by glyph.
    `top` and `bottom` bound the ink. All measures are thousandths of the type size.
    """

    face: Face
    text: str
    right_to_left: bool
    glyphs: tuple[Glyph, ...]
    width: float
    top: float
    bottom: float
    exact: bool


@cache
def _category(character: str) -> str:
    return unicodedata.category(character)


@cache
def is_mark(character: str) -> bool:
    """A sign that belongs to the letter before it: marks, joiners, variation selectors."""
    return _category(character) in ("Mn", "Me", "Mc", "Cf")


def _is_strong(character: str) -> bool:
    return _category(character)[0] == "L"


@lru_cache(maxsize=65536)
def fonts_of(text: str, weight: Weight) -> tuple[Face | None, ...]:
    """The font of each character; None where no font has it.

    A mark stays with its letter where that font has the mark. Digits, spaces and punctuation take the font of the
    letters around them if both sides agree and the font has the character, else the main font.
    """
    main = main_face(weight)
    if all(main.has(c) for c in text):
        return (main,) * len(text)
    found: list[Face | None] = [None] * len(text)
    strong = [_is_strong(c) for c in text]
    for i, c in enumerate(text):
        if strong[i] or not is_mark(c):
            found[i] = face_for(c, weight)
    before: list[Face | None] = [None] * len(text)
    last: Face | None = None
    for i in range(len(text)):
        if strong[i]:
            last = found[i]
        before[i] = last
    after: Face | None = None
    for i in reversed(range(len(text))):
        if strong[i]:
            after = found[i]
        elif not is_mark(text[i]):
            left, right = before[i] or after, after or before[i]
            if left is not None and left is right and left.has(text[i]):
                found[i] = left
    for i, c in enumerate(text):
        if is_mark(c) and not strong[i]:
            base = found[i - 1] if i else None
            found[i] = base if base is not None and (base.has(c) or _category(c) == "Cf") else face_for(c, weight)
    return tuple(found)


@lru_cache(maxsize=65536)
def shape(face: Face, text: str, right_to_left: bool, before: str = "", after: str = "") -> Shaped:
    """Shape one stretch; `before` and `after` are the letters it would join with if a word had to be broken."""
    buffer = hb.Buffer()
    buffer.cluster_level = (
        hb.BufferClusterLevel.CHARACTERS if right_to_left else hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    )
    buffer.add_codepoints([ord(c) for c in before + text + after], len(before), len(text))
    buffer.guess_segment_properties()
    buffer.language = "en"
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(face.hb_font, buffer, _RIGHT_TO_LEFT_FEATURES if right_to_left else {})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    first = starts[0] if starts else 0
    ends = dict(zip(starts, [*starts[1:], first + len(text)], strict=True))
    seen: set[int] = set()
    glyphs: list[Glyph] = []
    pen, top, bottom = 0.0, 0.0, 0.0
    for info, position in zip(infos, positions, strict=True):
        stands_for = ""
        if info.cluster not in seen:
            seen.add(info.cluster)
            stands_for = text[info.cluster - first : ends[info.cluster] - first]
        glyph = Glyph(
            info.codepoint,
            stands_for,
            position.x_advance * face.scale,
            position.x_offset * face.scale,
            position.y_offset * face.scale,
        )
        high, low = face.ink(glyph.id)
        top, bottom = max(top, high + glyph.dy), min(bottom, low + glyph.dy)
        pen += glyph.advance
        glyphs.append(glyph)
    exact = len(seen) == len(glyphs)
    return Shaped(face, text, right_to_left, tuple(glyphs), pen, top, bottom, exact)


def join(parts: list[Shaped]) -> Shaped:
    """Neighbours in one font and one direction as one stretch; `parts` stand in logical order."""
    if len(parts) == 1:
        return parts[0]
    visual = parts[::-1] if parts[0].right_to_left else parts
    return Shaped(
        parts[0].face,
        "".join(part.text for part in parts),
        parts[0].right_to_left,
        tuple(glyph for part in visual for glyph in part.glyphs),
        sum(part.width for part in parts),
        max(part.top for part in parts),
        min(part.bottom for part in parts),
        all(part.exact for part in parts),
    )
