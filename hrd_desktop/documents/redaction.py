"""Black boxes that are burnt in: the page becomes a picture, and what was below is gone from the file."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw


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


def is_black(image: Image.Image, boxes: list[Box]) -> bool:
    """Whether nothing shows in any box, its rim left out."""
    gray = image.convert("L")
    for box in boxes:
        left, top, right, bottom = _pixels(gray, box)
        inner = (left + 2, top + 2, max(left + 3, right - 1), max(top + 3, bottom - 1))
        if gray.crop(inner).getextrema()[1] > 24:  # type: ignore[operator]  # one band has two numbers
            return False
    return True


def _pixels(image: Image.Image, box: Box) -> tuple[int, int, int, int]:
    return (
        int(box.left * image.width),
        int(box.top * image.height),
        min(image.width - 1, round(box.right * image.width)),
        min(image.height - 1, round(box.bottom * image.height)),
    )
