"""The page as a picture: what pdfium paints is what the outlines of the font give when drawn directly."""

from __future__ import annotations

import pypdfium2
import pytest
import uharfbuzz as hb
from PIL import Image, ImageChops, ImageDraw, ImageStat

from hrd_desktop import assets
from hrd_desktop.packet.faces import face
from hrd_desktop.packet.styles import Style
from tests.packet.paper import document
from tests.packet.test_scripts import FONTS, NAMES

SIZE = 60.0
SCALE = 2.0
PICTURED = {name: NAMES[name].split()[0] for name in FONTS} | {"arabic": "كنتُ ممرّضاً"}


def _contours(font: hb.Font, glyph: int) -> list[list[tuple[float, float]]]:
    found: list[list[tuple[float, float]]] = []

    def move(x: float, y: float, _: object) -> None:
        found.append([(x, y)])

    def line(x: float, y: float, _: object) -> None:
        found[-1].append((x, y))

    def curve(cx: float, cy: float, x: float, y: float, _: object) -> None:
        x0, y0 = found[-1][-1]
        for step in range(1, 9):
            t = step / 8
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            found[-1].append((a * x0 + b * cx + c * x, a * y0 + b * cy + c * y))

    draw = hb.DrawFuncs()
    draw.set_move_to_func(move)
    draw.set_line_to_func(line)
    draw.set_quadratic_to_func(curve)
    font.draw_glyph(glyph, draw, None)
    return found


def _expected(text: str, font_name: str, size: tuple[int, int]) -> Image.Image:
    """The text shaped at once and its outlines filled, at the place where the document puts it."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(assets.resource("fonts", f"{font_name}.ttf")))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {})
    unit = SIZE * face(font_name).zoom / font.face.upem
    placed = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    width = sum(position.x_advance for _, position in placed) * unit
    pen = 60 + (480 - width if buffer.direction == "rtl" else 0)
    picture = Image.new("1", size, 0)
    for info, position in placed:
        glyph = Image.new("1", size, 0)
        for contour in _contours(font, info.codepoint):
            part = Image.new("1", size, 0)
            points = [
                ((pen + (x + position.x_offset) * unit) * SCALE, -(y + position.y_offset) * unit * SCALE)
                for x, y in contour
            ]
            baseline = size[1] / 2
            ImageDraw.Draw(part).polygon([(x, baseline + y) for x, y in points], fill=1)
            glyph = ImageChops.logical_xor(glyph, part)
        picture = ImageChops.logical_or(picture, glyph)
        pen += position.x_advance * unit
    return picture


@pytest.mark.parametrize("script", PICTURED)
def test_the_picture_is_that_of_the_outlines(script: str) -> None:
    pdf = pypdfium2.PdfDocument(document([PICTURED[script]], Style(SIZE, 120), 480))
    painted = pdf[0].render(scale=SCALE).to_pil().convert("L").point(lambda v: 255 if v < 128 else 0)
    box = painted.getbbox()
    expected = _expected(PICTURED[script], FONTS[script], painted.size).convert("L")
    other = expected.getbbox()
    pdf.close()
    assert box is not None
    assert other is not None
    assert abs(box[0] - other[0]) <= 2
    a, b = painted.crop(box), expected.crop(other).resize((box[2] - box[0], box[3] - box[1]))
    both = ImageStat.Stat(ImageChops.darker(a, b)).sum[0]
    either = ImageStat.Stat(ImageChops.lighter(a, b)).sum[0]
    assert both / either > 0.8
