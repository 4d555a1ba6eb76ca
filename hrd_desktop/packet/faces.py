"""The font files and which of them has a character."""

from __future__ import annotations

from functools import cache
from typing import Literal

import uharfbuzz as hb

from hrd_desktop import assets

Weight = Literal["regular", "bold", "italic"]

_MAIN: dict[Weight, str] = {"regular": "NotoSans-Regular", "bold": "NotoSans-Bold", "italic": "NotoSans-Italic"}

# Tried in this order; a family without a bold cut is used in regular. The large Chinese font comes last, so that it
# is only read when nothing else has the character.
_FALLBACK: tuple[tuple[str, bool], ...] = (
    ("NotoNaskhArabic", True),
    ("NotoSansEthiopic", True),
    ("NotoSansMyanmar", True),
    ("NotoSansDevanagari", True),
    ("NotoSansHebrew", True),
    ("NotoSansBengali", False),
    ("NotoSansTamil", False),
    ("NotoSansThai", False),
    ("NotoSansKhmer", False),
    ("NotoSansGeorgian", False),
    ("NotoSansArmenian", False),
    ("NotoSansSymbols", False),
    ("NotoSansSymbols2", False),
    ("DroidSansFallbackFull", False),
)


# Naskh letters are small beside Latin letters of the same size.
_ZOOM = {"NotoNaskhArabic-Regular": 1.2, "NotoNaskhArabic-Bold": 1.2}


class Face:
    """One font file. All measures are in thousandths of the type size of the text around it.

    `zoom` is how much larger than that text the font is set; `unit` is one font unit without the zoom.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.hb_face = hb.Face(hb.Blob(assets.resource("fonts", f"{name}.ttf").read_bytes()))
        self.hb_font = hb.Font(self.hb_face)
        self.zoom = _ZOOM.get(name, 1.0)
        self.unit = 1000 / self.hb_face.upem
        self.scale = self.unit * self.zoom
        self._advances: dict[int, float] = {}
        self._extents: dict[int, tuple[float, float]] = {}
        self._has: dict[str, bool] = {}

    def has(self, character: str) -> bool:
        found = self._has.get(character)
        if found is None:
            found = self._has[character] = bool(self.hb_font.get_nominal_glyph(ord(character)))
        return found

    def advance(self, glyph: int) -> float:
        """How far the pen moves after the glyph when nothing adjusts it."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self.hb_font.get_glyph_h_advance(glyph) * self.scale
        return found

    def ink(self, glyph: int) -> tuple[float, float]:
        """Highest and lowest point of the glyph, seen from the baseline."""
        found = self._extents.get(glyph)
        if found is None:
            box = self.hb_font.get_glyph_extents(glyph)
            top = box.y_bearing * self.scale if box else 0.0
            bottom = (box.y_bearing + box.height) * self.scale if box else 0.0
            found = self._extents[glyph] = (top, bottom)
        return found


@cache
def face(name: str) -> Face:
    """The named font, read once."""
    return Face(name)


def main_face(weight: Weight) -> Face:
    return face(_MAIN[weight])


@cache
def face_for(character: str, weight: Weight) -> Face | None:
    """The first font that has the character, or None: then the character cannot be printed."""
    main = main_face(weight)
    if main.has(character):
        return main
    for family, has_bold in _FALLBACK:
        name = family
        if family != "DroidSansFallbackFull":
            name = f"{family}-{'Bold' if has_bold and weight == 'bold' else 'Regular'}"
        candidate = face(name)
        if candidate.has(character):
            return candidate
    return None
