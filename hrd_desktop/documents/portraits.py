"""Photographs of persons as immigration papers want them: 50 mm by 70 mm, a face with room around it on plain white.

What is measured are proportions, dots, the ground, and how much room the head has; whether it is a good likeness is for
people to see. Nothing is cropped, turned or made brighter: such photographs must not be altered.
"""

from __future__ import annotations

import io
from typing import Literal

from PIL import Image, ImageChops, ImageStat

from hrd_desktop.documents.redaction import Box, burnt
from hrd_desktop.documents.scans import Prepared

PortraitFlaw = Literal["proportions", "low_resolution", "background", "no_room_above", "no_room_beside", "head_small"]

WIDTH_MM, HEIGHT_MM = 50.0, 70.0
DPI = 300
WIDTH, HEIGHT = round(WIDTH_MM / 25.4 * DPI), round(HEIGHT_MM / 25.4 * DPI)
_RATIO_SLACK = 0.025
_SKETCH = 100, 140  # two dots to the millimetre
_CORNER = 12  # dots of the sketch at each upper corner that show the ground
_PLAIN, _LIGHT = 14.0, 190.0  # how uneven and how dark a white ground may be
_UNLIKE = 36  # of 255: as different from the ground as a head is
_LEAST_ABOVE, _LEAST_BESIDE = 4, 4
_LEAST_HEAD = 0.26  # of the width, measured a centimetre below the crown
_BROW_ROWS = 20
_HEAD_ROWS = 50  # dots below the crown in which the head is, not the shoulders
_QUALITY = 88


def portrait_flaws(image: Image.Image) -> list[PortraitFlaw]:
    """What is not as the papers ask for it, the plainest first."""
    found: list[PortraitFlaw] = []
    if abs(image.width / image.height / (WIDTH_MM / HEIGHT_MM) - 1) > _RATIO_SLACK:
        found.append("proportions")
    if image.width < WIDTH or image.height < HEIGHT:
        found.append("low_resolution")
    sketch = image.convert("RGB").resize(_SKETCH, Image.Resampling.BOX)
    ground = Image.new("RGB", (2 * _CORNER, _CORNER))
    ground.paste(sketch.crop((0, 0, _CORNER, _CORNER)), (0, 0))
    ground.paste(sketch.crop((_SKETCH[0] - _CORNER, 0, _SKETCH[0], _CORNER)), (_CORNER, 0))
    measured = ImageStat.Stat(ground)
    if min(measured.mean) < _LIGHT or max(measured.stddev) > _PLAIN:
        return [*found, "background"]  # where the ground is not plain, nobody can tell the head from it
    return found + _room(sketch, measured.median)


def _room(sketch: Image.Image, ground: list[int]) -> list[PortraitFlaw]:
    unlike = ImageChops.difference(sketch, Image.new("RGB", sketch.size, tuple(ground)))
    bands = [band.point(lambda value: 255 if value > _UNLIKE else 0) for band in unlike.split()]
    head = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    whole = head.getbbox()
    if whole is None:
        return ["head_small"]
    found: list[PortraitFlaw] = []
    crown = whole[1]
    if crown < _LEAST_ABOVE:
        found.append("no_room_above")
    box = head.crop((0, crown, sketch.width, min(crown + _HEAD_ROWS, sketch.height))).getbbox()
    if box is not None and (box[0] < _LEAST_BESIDE or sketch.width - box[2] < _LEAST_BESIDE):
        found.append("no_room_beside")
    brow = head.crop((0, crown, sketch.width, min(crown + _BROW_ROWS, sketch.height))).getbbox()
    if brow is None or brow[2] - brow[0] < _LEAST_HEAD * sketch.width:
        found.append("head_small")
    return found


def prepare_portrait(image: Image.Image, boxes: list[Box]) -> Prepared:
    """The photograph as it is, without anything but its picture, small enough for its size on paper."""
    colours = burnt(image, boxes) if boxes else image
    colours = colours if colours.mode == "L" else colours.convert("RGB")
    scale = min(1.0, WIDTH / colours.width, HEIGHT / colours.height)
    size = max(1, round(colours.width * scale)), max(1, round(colours.height * scale))
    sized = colours.resize(size, Image.Resampling.LANCZOS)
    sized.info.clear()  # the library would write comments and profiles of the original again
    out = io.BytesIO()
    sized.save(out, "JPEG", quality=_QUALITY, optimize=True, dpi=(DPI, DPI))
    return Prepared(out.getvalue(), sized.width, sized.height, DPI, "jpeg", sized.mode == "RGB")
