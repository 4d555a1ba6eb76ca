"""How a page lies in its picture: at what angle, with what around it. All of it is measured on a small picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin, tan

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from hrd_desktop.documents.rims import INK, grown, rim_of, tone_of

_SKETCH = 700  # long side of the small picture on which angles and edges are measured
_STEEPEST, _STEP = 6.0, 0.25
_NEARLY = 1.0  # degrees to which the angle is found on a quarter of the points of the small picture
_LINES = 170  # up to this gray what a sketch shows belongs to a line: small letters are paler there than ink
PALE_INK = 1  # so many of a hundred points become black, whatever gray they have
_LEAST_PAPER = 0.35  # the share of a picture below which what looks like paper is none

Box = tuple[float, float, float, float]


def sketch_of(gray: Image.Image) -> Image.Image:
    """The small picture."""
    if max(gray.size) <= _SKETCH:
        return gray.convert("L")
    scale = _SKETCH / max(gray.size)
    size = max(1, round(gray.width * scale)), max(1, round(gray.height * scale))
    return gray.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0).convert("L")


def whitened(gray: Image.Image) -> Image.Image:
    """The same page with its ground, shadows and folds made white."""
    white = _on_white(gray, (max(1, gray.width // 16), max(1, gray.height // 16)))
    return ImageOps.autocontrast(white, cutoff=(PALE_INK, 0))


def _on_white(
    gray: Image.Image, fields: tuple[int, int], outside: Image.Image | None = None, tone: int = 255
) -> Image.Image:
    """`fields`: on how many the ground is measured; `outside`: where no paper is, taken for ground of this tone."""
    ground = gray.resize(fields, Image.Resampling.BOX)
    if outside is not None:
        ground.paste(tone, mask=outside.resize(fields, Image.Resampling.BOX).point(lambda value: 255 if value else 0))
    ground = ground.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4))
    white = ImageChops.add(gray, ImageChops.invert(ground).resize(gray.size, Image.Resampling.BILINEAR))
    if outside is not None:
        white.paste(255, mask=outside.resize(gray.size, Image.Resampling.NEAREST))
    return white


def ink_of(sketch: Image.Image, below: int = INK) -> Image.Image:
    """White where a small picture is dark, black elsewhere."""
    return sketch.point(lambda value: 255 if value < below else 0)


def skew(sketch: Image.Image) -> float:
    """By how many degrees to turn a page so that its lines lie level; 0 where there are no lines to go by."""
    ink = ink_of(whitened(sketch), _LINES)
    if not 0.002 < ImageStat.Stat(ink).mean[0] / 255 < 0.4:
        return 0.0
    coarse = ink.reduce(2)
    steps = round(_STEEPEST / _NEARLY)
    best = max((_NEARLY * step for step in range(-steps, steps + 1)), key=lambda turn: _levelness(coarse, turn))
    scores = {turn: _levelness(ink, turn) for turn in {0.0, best}}
    step = _NEARLY / 2
    while step >= _STEP:
        scores |= {turn: _levelness(ink, turn) for turn in (best - step, best + step) if turn not in scores}
        best = max(scores, key=lambda turn: scores[turn])
        step /= 2
    return best if scores[best] > scores[0.0] * 1.15 else 0.0


def _levelness(ink: Image.Image, turn: float) -> float:
    """How clearly rows of ink and of paper take turns. For rows a shear does for a turn, and takes a quarter of it."""
    rise = tan(radians(turn))
    way = 1.0, 0.0, 0.0, rise, 1.0, -rise * ink.width / 2
    level = ink.transform(ink.size, Image.Transform.AFFINE, way, Image.Resampling.NEAREST, fillcolor=0) if turn else ink
    return float(ImageStat.Stat(level.resize((1, ink.height), Image.Resampling.BOX)).var[0])


@dataclass(frozen=True)
class Bearing:
    """How a page lies: turned by so many degrees it is straight, and then its paper is in `box`, but for what of the
    box is table or lid (`outside`; None: nothing). The sides of the box are pixels of the large picture."""

    turn: float
    box: Box
    outside: Image.Image | None
    tone: int
    """The gray of the paper."""
    _turned: tuple[float, float]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper."""
        left, top, right, bottom = self.box
        return right - left, bottom - top

    def white_page(self, gray: Image.Image, size: tuple[int, int]) -> Image.Image:
        """The paper alone, straight, on white, in another size; pale ink is as pale as it was."""
        fields = max(1, int(self.size[0] // 16)), max(1, int(self.size[1] // 16))
        return _on_white(self._straight(gray, size), fields, self.outside, self.tone)

    def _straight(self, gray: Image.Image, size: tuple[int, int]) -> Image.Image:
        """Turned, cropped and sized in one step: each step blurs and costs time."""
        if not self.turn:
            return gray.resize(size, Image.Resampling.LANCZOS, box=self.box)
        shrink = min(1.0, size[0] / self.size[0] * 1.5)
        source = gray
        if shrink < 1:  # else points between those looked at would be lost
            source = gray.resize((round(gray.width * shrink), round(gray.height * shrink)), Image.Resampling.LANCZOS)
        way = self._way(source, gray, size)
        return source.transform(size, Image.Transform.AFFINE, way, Image.Resampling.BILINEAR, fillcolor=self.tone)

    def _way(self, source: Image.Image, gray: Image.Image, size: tuple[int, int]) -> tuple[float, ...]:
        """From a point of the outcome to its point in the source, as the library wants it."""
        shrink = source.width / gray.width, source.height / gray.height
        c, s = cos(radians(self.turn)), -sin(radians(self.turn))
        left, top, _, _ = self.box
        x, y = left - self._turned[0] / 2, top - self._turned[1] / 2
        across, down = self.size[0] / size[0], self.size[1] / size[1]
        return (
            c * across * shrink[0], s * down * shrink[0], (c * x + s * y) * shrink[0] + source.width / 2,
            -s * across * shrink[1], c * down * shrink[1], (c * y - s * x) * shrink[1] + source.height / 2,
        )  # fmt: skip


def bearing_of(gray: Image.Image, sketch: Image.Image) -> Bearing:
    """How a page lies in its picture; `sketch` is its small picture."""
    outside = rim_of(sketch)
    page = without(sketch, outside)
    turn = skew(page)
    if turn:
        page = page.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        outside = (outside or Image.new("L", sketch.size, 0)).rotate(turn, expand=True, fillcolor=255)
    box = _paper(page, outside)
    scale = gray.width / sketch.width, gray.height / sketch.height
    sides: Box = tuple(side * scale[i % 2] for i, side in enumerate(box))  # type: ignore[assignment]  # four of four
    if not turn:
        sides = (sides[0], sides[1], min(gray.width, sides[2]), min(gray.height, sides[3]))
    size = page.width * scale[0], page.height * scale[1]
    return Bearing(turn, sides, outside.crop(box) if outside is not None else None, tone_of(sketch), size)


def without(sketch: Image.Image, rim: Image.Image | None) -> Image.Image:
    """The same small picture with its rim painted white."""
    return sketch if rim is None else ImageChops.lighter(sketch, rim)


def _paper(sketch: Image.Image, outside: Image.Image | None) -> tuple[int, int, int, int]:
    """Where the paper is, without the dark or empty border around it; nothing with ink is cut off."""
    whole = 0, 0, sketch.width, sketch.height
    light = grown(sketch.point(lambda value: 255 if value > 128 else 0), 3)
    paper = (light if outside is None else ImageChops.darker(light, ImageChops.invert(outside))).getbbox()
    if paper is None:
        return whole
    left, top, right, bottom = paper
    return paper if (right - left) * (bottom - top) >= sketch.width * sketch.height * _LEAST_PAPER else whole
