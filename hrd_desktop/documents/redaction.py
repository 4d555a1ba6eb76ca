"""Black boxes that are burnt in: the page becomes a picture, and what was below is gone from the file."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageStat

from hrd_desktop.documents.found import CannotOpen


@dataclass(frozen=True)
class Box:
    """A box on a page, in shares of its width and height from the upper left corner (0 to 1)."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def burnt(image: Image.Image, boxes: list[Box]) -> Image.Image:
    """A copy in which every box is black."""
    copy = image.copy()
    draw = ImageDraw.Draw(copy)
    black = 0 if copy.mode in ("L", "1") else (0, 0, 0)
    for box in boxes:
        draw.rectangle(_pixels(copy, box), fill=black)
    return copy


_DARK = 24  # of 255
_JPEG_RIM = 16  # pixels: within one block of a JPEG, what stands beside an edge shimmers beyond it
_SHIMMER = 32  # of 255, on the average of a box


def is_black(image: Image.Image, boxes: list[Box]) -> bool:
    """Whether nothing shows in any box, its rim left out: that of a JPEG may shimmer with what is beside the box."""
    gray = image.convert("L")
    shimmers = image.format == "JPEG"
    for box in boxes:
        sides = _pixels(gray, box)
        if shimmers and ImageStat.Stat(gray.crop(_within(sides, 2))).mean[0] > _SHIMMER:
            return False
        left, top, right, bottom = sides
        if shimmers and min(right - left, bottom - top) <= 2 * _JPEG_RIM:
            continue  # a box that is all rim
        inner = gray.crop(_within(sides, _JPEG_RIM if shimmers else 2))
        if inner.getextrema()[1] > _DARK:  # type: ignore[operator]  # one band has two numbers
            return False
    return True


def check(data: bytes, boxes: list[Box]) -> None:
    """Refuse a picture as it was written if anything shows in a box. Raises CannotOpen."""
    if boxes:
        with Image.open(io.BytesIO(data)) as written:
            if not is_black(written, boxes):
                raise CannotOpen("broken")


def _within(sides: tuple[int, int, int, int], rim: int) -> tuple[int, int, int, int]:
    """A box without its rim, but never nothing."""
    left, top, right, bottom = sides
    first, above = left + rim, top + rim
    return first, above, max(first + 1, right - rim + 1), max(above + 1, bottom - rim + 1)


def _pixels(image: Image.Image, box: Box) -> tuple[int, int, int, int]:
    return (
        int(box.left * image.width),
        int(box.top * image.height),
        min(image.width - 1, round(box.right * image.width)),
        min(image.height - 1, round(box.bottom * image.height)),
    )
