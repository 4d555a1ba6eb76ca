"""The dark table or lid around a page, as a small picture of the page shows it. Nothing that may be writing is taken.

Each side is looked at by itself. What is dark from the edge inwards is rim where it runs along most of the side, or is
no deeper than a narrow band; a picture that only touches the edge is none, nor is a dark band with light letters in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageStat

INK = 110
_DARK = 0.66  # the share of the paper's gray up to which something is dark, if that is more than ink
_MOST_LIGHT = 0.015  # the share of light points in something dark from which on there are letters in it
_LETTER = 12  # points: half the height of letters that are seen as such
_MOST_OUTSIDE = 0.6  # the share of a picture beyond which what looks like a rim is none
_ALONG = 0.5  # the share of a side along which a rim has to run to be deeper than a band
_SHALLOW = 0.06  # how deep a rim is that does not, as a share of the picture
_RUN = 0.12  # the share of a side that a line of ink at the very edge is longer than only if it is a rim
_AROUND, _EACH = 0.15, 8  # with the rows of what share of the side a row is compared, and at which rows
_STEEPEST = 0.12  # by how much the edge of paper may go in from row to row
_FRAME = 2  # points: less than a millimetre of a sheet
_THIN = 0.02  # how far in the thin ends of a rim are followed
_FULL_TURN = (
    None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270
)  # fmt: skip
_BACK = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)


def tone_of(sketch: Image.Image) -> int:
    """The middle gray of what is no ink; white where all is dark."""
    light = sketch.histogram()[INK:]
    half, seen = sum(light) / 2, 0
    for gray, count in enumerate(light, INK):
        seen += count
        if seen > half:
            return gray
    return 255


def rim_of(sketch: Image.Image) -> Image.Image | None:
    """White where the table or lid is in a small picture, black elsewhere; None where there is none."""
    tone = tone_of(sketch)
    below = max(INK, round(tone * _DARK))
    dark = sketch.point(lambda value: 255 if value < below else 0)
    solid = grown(_shrunk(dark, 2), 4)
    rim = Image.new("L", sketch.size, 0)
    for turn, back in zip(_FULL_TURN, _BACK, strict=True):
        found = _at_left(*(picture.transpose(turn) if turn is not None else picture for picture in (solid, dark)))
        if found is not None:
            rim = ImageChops.lighter(rim, found.transpose(back) if back is not None else found)
    if rim.getbbox() is None or ImageStat.Stat(rim).mean[0] / 255 > _MOST_OUTSIDE:
        return None
    rim = grown(rim, 2)
    # Where a rim ends it is thinner than a point of the small picture.
    ImageDraw.Draw(rim).rectangle((0, 0, rim.width - 1, rim.height - 1), outline=255, width=_FRAME)
    return rim


def grown(picture: Image.Image, points: int) -> Image.Image:
    """White areas larger by so many points on each side. A filter of the library does it many times slower."""
    reach = 0
    while reach < points:
        by = min(points - reach, 2 * reach + 1)
        for x, y in ((by, 0), (0, by)):
            width, height = picture.size
            moved = [picture.crop((dx, dy, width + dx, height + dy)) for dx, dy in ((x, y), (-x, -y))]
            picture = ImageChops.lighter(picture, ImageChops.lighter(*moved))
        reach += by
    return picture


def _shrunk(picture: Image.Image, points: int) -> Image.Image:
    return ImageChops.invert(grown(ImageChops.invert(picture), points))


def _at_left(solid: Image.Image, dark: Image.Image) -> Image.Image | None:
    """The rim at the left side: row by row what is solidly dark from the edge on, and its thin ends."""
    width, height = dark.size
    depths = _depths(solid)
    if sum(depth > 0 for depth in depths) < height * _ALONG:
        most = round(width * _SHALLOW)
        depths = [depth if depth <= most else 0 for depth in depths]
    depths = _smooth(depths)
    if _has_letters(_mask(depths, width), dark):
        return None
    rows = _rows_of_rim(dark, depths)
    thin = round(width * _THIN)
    ends = [depth if within and depth <= thin else 0 for depth, within in zip(_depths(dark), rows, strict=True)]
    both = [max(pair) for pair in zip(depths, ends, strict=True)]
    return _mask(both, width) if any(both) else None


def _depths(picture: Image.Image) -> list[int]:
    """How far in from the left each row is white without a gap."""
    width, height = picture.size
    told = picture.tobytes()
    ends = (told.find(0, row * width, (row + 1) * width) for row in range(height))
    return [width if end < 0 else end - row * width for row, end in enumerate(ends)]


def _mask(depths: Sequence[int], width: int) -> Image.Image:
    rows = (b"\xff" * depth + bytes(width - depth) for depth in depths)
    return Image.frombytes("L", (width, len(depths)), b"".join(rows))


def _smooth(depths: Sequence[int]) -> list[int]:
    """No row much deeper than those around it: the edge of paper is straight, and what stands out is on the paper."""
    reach = round(len(depths) * _AROUND)
    starts = (max(0, min(row - reach, len(depths) - 2 * reach)) for row in range(0, len(depths), _EACH))
    middles = [sorted(depths[start : start + 2 * reach + 1]) for start in starts]
    most = [found[len(found) // 2] + round(reach * _STEEPEST) for found in middles]
    return [min(depth, most[row // _EACH]) for row, depth in enumerate(depths)]


def _rows_of_rim(dark: Image.Image, depths: Sequence[int]) -> list[bool]:
    """Rows in which the ink at the very edge is rim: it hangs together with what is, or is longer than any line."""
    rows = [False] * dark.height
    for begin, end in _runs([value > 0 for value in dark.crop((0, 0, 1, dark.height)).tobytes()]):
        if end - begin >= dark.height * _RUN or any(depths[begin:end]):
            rows[begin:end] = [True] * (end - begin)
    return rows


def _runs(rows: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last but one of each run of rows."""
    begin = -1
    for row, within in enumerate((*rows, False)):
        if within and begin < 0:
            begin = row
        elif not within and begin >= 0:
            yield begin, row
            begin = -1


def _has_letters(thick: Image.Image, dark: Image.Image) -> bool:
    """Whether there are light strokes inside something dark."""
    inner = _shrunk(grown(thick, _LETTER), _LETTER + 4)
    return inner.getbbox() is not None and ImageStat.Stat(dark, inner).mean[0] / 255 < 1 - _MOST_LIGHT
