"""Scans and photographs of papers brought to what a printer and an officer need: straight, on white, small.

Text becomes black and white at 400 DPI (CCITT group 4), a photograph a modest JPEG. Sizes are pixels, angles degrees.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageFilter, ImageOps, ImageStat

from hrd_desktop.documents.bearing import PALE_INK, bearing_of, ink_of, sketch_of, whitened, without
from hrd_desktop.documents.found import Flaw
from hrd_desktop.documents.rims import rim_of

PAPER_INCHES = 8.27, 11.69
"""A picture that does not say its size is taken to fill one sheet (A4)."""

BLOCK_INCHES = 174 / 25.4, 243 / 25.4
"""The room for an exhibit on a page of the packet."""

TEXT_DPI, PHOTO_DPI = 400, 200
_LEAST_DPI = 180
_JPEG_QUALITY = 72
_FINER = 4  # more dots than so many times what is there say nothing new
_ROWS_PER_STRIP, _STRIP_AT, _STRIP_LENGTH, _MEANING = 278, 273, 279, 262  # tags of TIFF 6.0
_MID = range(70, 190)
_PHOTO_FROM = 0.16  # share of middle grays from which a page counts as a photograph
_BLURRED_BELOW = 60.0  # variance of the edges of a sketch


@dataclass(frozen=True)
class Prepared:
    """A page ready for paper: a TIFF in group 4, or a JPEG; never with anything but the picture."""

    data: bytes
    width: int
    height: int
    dpi: int
    form: Literal["g4", "jpeg"]
    colour: bool = False


def flaws(image: Image.Image, told_dpi: float, *, resolution: bool = True) -> list[Flaw]:
    """What will make it hard to read on paper; measured, so a person must look."""
    found: list[Flaw] = []
    gray = image.convert("L")
    if resolution and _real_dpi(*image.size, told_dpi) < _LEAST_DPI:
        found.append("low_resolution")
    sketch = sketch_of(gray)
    if ImageStat.Stat(sketch).mean[0] < 70:
        found.append("dark")
    if _is_blurred(sketch):
        found.append("blurred")
    if _touches_edge(without(sketch, rim_of(sketch))):
        found.append("cut_edge")
    return found


def prepare(image: Image.Image, told_dpi: float = 0.0, *, photograph: bool | None = None) -> Prepared:
    """A page for the packet. `photograph` decides the form where a person has said; else the picture does."""
    gray = image if image.mode == "L" else image.convert("L")
    sketch = sketch_of(gray)
    as_photo = _is_photograph(sketch) if photograph is None else photograph
    if as_photo:
        return _as_jpeg(image, told_dpi)
    bearing = bearing_of(gray, sketch)
    size, dpi = _size(*bearing.size, told_dpi, TEXT_DPI)
    white = bearing.white_page(gray, size)
    return _as_bilevel(white, _ink_level(white), dpi)


def prepare_as_is(image: Image.Image, told_dpi: float, *, photograph: bool) -> Prepared:
    """A page for the packet at the place and angle it has."""
    if photograph:
        return _as_jpeg(image, told_dpi)
    size, dpi = _size(image.width, image.height, told_dpi, TEXT_DPI)
    gray = image.convert("L").resize(size, Image.Resampling.LANCZOS)
    return _as_bilevel(gray, _threshold(gray.histogram()), dpi)


def _as_bilevel(gray: Image.Image, level: int, dpi: int) -> Prepared:
    bilevel = gray.point(lambda value: 255 if value > level else 0, "1")
    out = io.BytesIO()
    bilevel.info.clear()
    bilevel.save(out, "TIFF", compression="group4", dpi=(dpi, dpi), tiffinfo={_ROWS_PER_STRIP: bilevel.height})
    return Prepared(out.getvalue(), bilevel.width, bilevel.height, dpi, "g4")


def fax_data(prepared: Prepared) -> tuple[bytes, bool]:
    """The bare CCITT group 4 data of a page that has it, and whether it was written with black and white exchanged."""
    with Image.open(io.BytesIO(prepared.data), formats=("TIFF",)) as image:
        tags = image.tag_v2  # type: ignore[attr-defined]  # a TIFF picture has them
        (start,), (length,) = tags[_STRIP_AT], tags[_STRIP_LENGTH]
        return prepared.data[start : start + length], tags[_MEANING] == 1


def is_photograph(picture: Image.Image) -> bool:
    """Whether a page is one; a small picture of it is enough."""
    return _is_photograph(sketch_of(picture.convert("L")))


def _is_photograph(sketch: Image.Image) -> bool:
    """Whether much of a picture is neither ink nor paper."""
    counts = whitened(sketch).histogram()
    return sum(counts[value] for value in _MID) / max(1, sum(counts)) > _PHOTO_FROM


def _is_blurred(sketch: Image.Image) -> bool:
    edges = sketch.filter(ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128))
    inner = edges.crop((2, 2, max(3, edges.width - 2), max(3, edges.height - 2)))
    return ImageStat.Stat(sketch).stddev[0] > 8 and ImageStat.Stat(inner).var[0] < _BLURRED_BELOW


def _touches_edge(sketch: Image.Image) -> bool:
    """Whether ink runs out of the picture at one side."""
    ink = ink_of(whitened(sketch))
    width, height = ink.size
    band = max(1, min(width, height) // 100)
    sides = (
        (0, 0, width, band), (0, height - band, width, height), (0, 0, band, height), (width - band, 0, width, height)
    )  # fmt: skip
    shares = [ImageStat.Stat(ink.crop(side)).mean[0] / 255 for side in sides]
    return any(0.04 < share < 0.6 for share in shares)


def _real_dpi(width: float, height: float, told: float) -> float:
    if told:
        return told
    wide, tall = sorted((width, height))
    return max(wide / PAPER_INCHES[0], tall / PAPER_INCHES[1])


def _size(width: float, height: float, told_dpi: float, dpi: int) -> tuple[tuple[int, int], int]:
    """How large a picture is at `dpi` at its own size, or smaller where that is larger than the room on a page."""
    real = _real_dpi(width, height, told_dpi)
    inches = width / real, height / real
    across, down = BLOCK_INCHES if inches[0] <= inches[1] else BLOCK_INCHES[::-1]
    shrink = min(1.0, across / inches[0], down / inches[1])
    wanted = max(1, round(inches[0] * shrink * dpi)), max(1, round(inches[1] * shrink * dpi))
    if wanted[0] > width * _FINER:
        wanted = max(1, round(width * _FINER)), max(1, round(height * _FINER))
        dpi = round(wanted[0] / (inches[0] * shrink))
    return wanted, dpi


def _as_jpeg(image: Image.Image, told_dpi: float) -> Prepared:
    colours = image.convert("RGB") if image.mode != "L" else image
    size, dpi = _size(*colours.size, told_dpi, PHOTO_DPI)
    if size[0] > colours.width:
        sized, dpi = colours, round(dpi * colours.width / size[0])
    else:
        sized = colours.resize(size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    sized.info.clear()  # the library would write comments and profiles of the original again
    sized.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True, dpi=(dpi, dpi))
    return Prepared(out.getvalue(), sized.width, sized.height, dpi, "jpeg", sized.mode == "RGB")


def _ink_level(white: Image.Image) -> int:
    """The level between ink and paper of a page on white, as if its ink were first made black; a quarter tells it."""
    few = white.resize((max(1, white.width // 2), max(1, white.height // 2)), Image.Resampling.NEAREST)
    counts = few.histogram()
    level = _threshold(ImageOps.autocontrast(few, cutoff=(PALE_INK, 0)).histogram())
    darkest, above = 0, sum(counts) * PALE_INK // 100
    while darkest < 255 and above >= counts[darkest]:
        above -= counts[darkest]
        darkest += 1
    lightest = max((gray for gray, count in enumerate(counts) if count), default=255)
    return level if lightest <= darkest else darkest + level * (lightest - darkest) // 255


def _threshold(counts: list[int]) -> int:
    """Otsu's level between ink and paper."""
    total = sum(counts)
    whole = sum(value * count for value, count in enumerate(counts))
    best, level, below, weight = -1.0, 128, 0.0, 0
    for value, count in enumerate(counts):
        weight += count
        below += value * count
        if not weight or weight == total:
            continue
        spread = weight * (total - weight) * (below / weight - (whole - below) / (total - weight)) ** 2
        if spread > best:
            best, level = spread, value
    return min(max(level, 90), 190)
