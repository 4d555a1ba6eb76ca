"""Scans and photographs of papers brought to what a printer and an officer need: straight, on white, small.

Text becomes black and white at 400 DPI (CCITT group 4), a photograph a modest JPEG. Sizes are pixels, angles degrees.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps, ImageStat

from hrd_desktop.documents.found import Flaw

PAPER_INCHES = 8.27, 11.69
"""A picture that does not say its size is taken to fill one sheet (A4)."""

BLOCK_INCHES = 174 / 25.4, 243 / 25.4
"""The room for an exhibit on a page of the packet."""

TEXT_DPI, PHOTO_DPI = 400, 200
_LEAST_DPI = 180
_JPEG_QUALITY = 72
_FINER = 4  # more dots than so many times what is there say nothing new
_STEEPEST, _STEP = 6.0, 0.25
_SKETCH = 700  # long side of the small picture on which angles and edges are measured
_ROWS_PER_STRIP, _STRIP_AT, _STRIP_LENGTH, _MEANING = 278, 273, 279, 262  # tags of TIFF 6.0
_MID = range(70, 190)
_PHOTO_FROM = 0.16  # share of middle grays from which a page counts as a photograph
_BLURRED_BELOW = 60.0  # variance of the edges of a sketch
_INK = 110


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
    if resolution and _real_dpi(image, told_dpi) < _LEAST_DPI:
        found.append("low_resolution")
    sketch = _sketch(gray)
    if ImageStat.Stat(sketch).mean[0] < 70:
        found.append("dark")
    if _is_blurred(sketch):
        found.append("blurred")
    if _touches_edge(_without_rim(sketch)):
        found.append("cut_edge")
    return found


def prepare(image: Image.Image, told_dpi: float = 0.0, *, photograph: bool | None = None) -> Prepared:
    """A page for the packet. `photograph` decides the form where a person has said; else the picture does."""
    gray = image.convert("L")
    as_photo = is_photograph(gray) if photograph is None else photograph
    if as_photo:
        return _as_jpeg(image, told_dpi)
    return _as_bilevel(whitened(_cropped(_without_rim(_straightened(gray)))), told_dpi)


def prepare_as_is(image: Image.Image, told_dpi: float, *, photograph: bool) -> Prepared:
    """A page for the packet at the place and angle it has."""
    return _as_jpeg(image, told_dpi) if photograph else _as_bilevel(image.convert("L"), told_dpi)


def _as_bilevel(gray: Image.Image, told_dpi: float) -> Prepared:
    sized, dpi = _sized(gray, told_dpi, TEXT_DPI)
    level = _threshold(sized.histogram())
    bilevel = sized.point(lambda value: 255 if value > level else 0).convert("1")
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


def is_photograph(gray: Image.Image) -> bool:
    """Whether much of a picture is neither ink nor paper."""
    counts = whitened(_sketch(gray)).histogram()
    return sum(counts[value] for value in _MID) / max(1, sum(counts)) > _PHOTO_FROM


def whitened(gray: Image.Image) -> Image.Image:
    """The same page with its ground, shadows and folds made white."""
    small = gray.resize((max(1, gray.width // 16), max(1, gray.height // 16)), Image.Resampling.BOX)
    ground = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4))
    ground = ground.resize(gray.size, Image.Resampling.BILINEAR)
    return ImageOps.autocontrast(ImageChops.add(gray, ImageChops.invert(ground)), cutoff=(1, 0))


def skew(gray: Image.Image) -> float:
    """By how many degrees to turn a page so that its lines lie level; 0 where there are no lines to go by."""
    ink = whitened(_sketch(gray)).point(lambda value: 255 if value < _INK else 0)
    if not 0.002 < ImageStat.Stat(ink).mean[0] / 255 < 0.4:
        return 0.0
    scores: dict[float, float] = {}
    best = 0.0
    for step, reach in ((1.0, _STEEPEST), (_STEP, 1.0 - _STEP)):
        count = round(reach / step)
        for turn in (best + step * n for n in range(-count, count + 1)):
            if turn not in scores:
                scores[turn] = _levelness(ink.rotate(turn, Image.Resampling.BILINEAR, fillcolor=0))
        best = max(scores, key=lambda turn: scores[turn])
    return best if scores[best] > scores[0.0] * 1.15 else 0.0


def _levelness(ink: Image.Image) -> float:
    rows = ink.resize((1, ink.height), Image.Resampling.BOX)
    return float(ImageStat.Stat(rows).var[0])


def _straightened(gray: Image.Image) -> Image.Image:
    turn = skew(gray)
    if not turn:
        return gray
    return gray.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _without_rim(gray: Image.Image) -> Image.Image:
    """The same page with the dark table or lid around it painted white; dark things inside the page stay."""
    sketch = _sketch(gray)
    dark = sketch.point(lambda value: 255 if value < _INK else 0).filter(ImageFilter.MinFilter(5))
    framed = ImageOps.expand(dark.filter(ImageFilter.MaxFilter(9)), border=1, fill=255)
    ImageDraw.floodfill(framed, (0, 0), 128)
    rim = framed.crop((1, 1, framed.width - 1, framed.height - 1)).point(lambda value: 255 if value == 128 else 0)
    if rim.getbbox() is None or ImageStat.Stat(rim).mean[0] / 255 > 0.6:
        return gray
    ink = ImageChops.lighter(sketch.point(lambda value: 255 if value < _INK else 0), rim)
    for seed in _one_on_each_side(rim):
        # From what is surely lid or table on to its thin ends, which look like any line.
        if ink.getpixel(seed) == 255:
            ImageDraw.floodfill(ink, seed, 128)
    rim = ink.point(lambda value: 255 if value == 128 else 0)
    clean = gray.copy()
    clean.paste(255, mask=rim.filter(ImageFilter.MaxFilter(5)).resize(gray.size, Image.Resampling.NEAREST))
    return clean


def _one_on_each_side(mask: Image.Image) -> Iterator[tuple[int, int]]:
    """Points of a mask: one in each quarter of the picture that it reaches into."""
    width, height = mask.size
    for left, top in product((0, width // 2), (0, height // 2)):
        quarter = mask.crop((left, top, left + width // 2, top + height // 2))
        box = quarter.getbbox()
        if box is not None:
            row = quarter.crop((0, box[1], quarter.width, box[1] + 1)).getbbox()
            assert row is not None
            yield left + row[0], top + box[1]


def _cropped(gray: Image.Image) -> Image.Image:
    """Without the dark or empty border around the paper; nothing with ink is cut off."""
    sketch = _sketch(gray)
    paper = sketch.point(lambda value: 255 if value > 128 else 0).filter(ImageFilter.MaxFilter(7)).getbbox()
    if paper is None:
        return gray
    factor = gray.width / sketch.width
    left, top, right, bottom = (round(side * factor) for side in paper)
    if (right - left) * (bottom - top) < gray.width * gray.height * 0.35:
        return gray
    return gray.crop((max(0, left), max(0, top), min(gray.width, right), min(gray.height, bottom)))


def _sketch(gray: Image.Image) -> Image.Image:
    small = gray.copy() if max(gray.size) <= _SKETCH else ImageOps.contain(gray, (_SKETCH, _SKETCH))
    return small.convert("L")


def _is_blurred(sketch: Image.Image) -> bool:
    edges = sketch.filter(ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128))
    inner = edges.crop((2, 2, max(3, edges.width - 2), max(3, edges.height - 2)))
    return ImageStat.Stat(sketch).stddev[0] > 8 and ImageStat.Stat(inner).var[0] < _BLURRED_BELOW


def _touches_edge(sketch: Image.Image) -> bool:
    """Whether ink runs out of the picture at one side."""
    ink = whitened(sketch).point(lambda value: 255 if value < _INK else 0)
    width, height = ink.size
    band = max(1, min(width, height) // 100)
    sides = (
        (0, 0, width, band), (0, height - band, width, height), (0, 0, band, height), (width - band, 0, width, height)
    )  # fmt: skip
    shares = [ImageStat.Stat(ink.crop(side)).mean[0] / 255 for side in sides]
    return any(0.04 < share < 0.6 for share in shares)


def _real_dpi(image: Image.Image, told: float) -> float:
    if told:
        return told
    wide, tall = sorted(image.size)
    return max(wide / PAPER_INCHES[0], tall / PAPER_INCHES[1])


def _sized(image: Image.Image, told_dpi: float, dpi: int) -> tuple[Image.Image, int]:
    """The picture at `dpi` at its own size, or smaller where that is larger than the room on a page."""
    real = _real_dpi(image, told_dpi)
    inches = image.width / real, image.height / real
    across, down = BLOCK_INCHES if inches[0] <= inches[1] else BLOCK_INCHES[::-1]
    shrink = min(1.0, across / inches[0], down / inches[1])
    wanted = max(1, round(inches[0] * shrink * dpi)), max(1, round(inches[1] * shrink * dpi))
    if wanted[0] > image.width * _FINER:
        wanted = image.width * _FINER, image.height * _FINER
        dpi = round(wanted[0] / (inches[0] * shrink))
    return image.resize(wanted, Image.Resampling.LANCZOS), dpi


def _as_jpeg(image: Image.Image, told_dpi: float) -> Prepared:
    colours = image.convert("RGB") if image.mode != "L" else image
    sized, dpi = _sized(colours, told_dpi, PHOTO_DPI)
    if sized.width > colours.width:
        sized, dpi = colours, round(dpi * colours.width / sized.width)
    out = io.BytesIO()
    sized.info.clear()  # the library would write comments and profiles of the original again
    sized.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True, dpi=(dpi, dpi))
    return Prepared(out.getvalue(), sized.width, sized.height, dpi, "jpeg", sized.mode == "RGB")


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
