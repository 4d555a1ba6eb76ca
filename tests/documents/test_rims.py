"""The dark table around a page goes, and nothing that is on the page goes with it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageStat

from hrd_desktop.documents.bearing import sketch_of, skew, without
from hrd_desktop.documents.rims import rim_of

SIZE = 480, 680


def paper(width: int, height: int, margin: int = 50) -> Image.Image:
    """Lines of writing on gray paper."""
    page = Image.new("L", (width, height), 225)
    pen = ImageDraw.Draw(page)
    for y in range(margin, height - margin, 14):
        for x in range(margin, width - margin - 20, 24):
            pen.rectangle((x, y, x + 8 + (x + y) % 11, y + 4), fill=60)
    return page


def on_table(page: Image.Image, left: int, top: int, angle: float, table: int) -> tuple[Image.Image, Image.Image]:
    """The page on a dark table, and where its paper is, but for the very edge."""
    size = page.width + left + 20, page.height + top + 20
    seen, mask = Image.new("L", size, table), Image.new("L", size, 0)
    seen.paste(page, (left, top))
    ImageDraw.Draw(mask).rectangle((left + 6, top + 6, left + page.width - 6, top + page.height - 6), fill=255)
    return (
        seen.rotate(angle, Image.Resampling.BICUBIC, fillcolor=table),
        mask.rotate(angle, fillcolor=0).point(lambda value: 255 if value else 0),
    )


def dark(picture: Image.Image) -> Image.Image:
    return picture.point(lambda value: 255 if value < 130 else 0)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 120), st.integers(0, 90), st.floats(-5, 5), st.integers(15, 90))
@example(14, 0, 0.4, 40)  # a rim that runs out to nothing
@example(230, 0, 1.0, 40)  # a page in one corner of the glass
def test_the_table_goes_and_the_writing_stays(left: int, top: int, angle: float, table: int) -> None:
    seen, is_paper = on_table(paper(*SIZE), left, top, angle, table)
    rim = rim_of(seen)
    after = without(seen, rim)
    writing = ImageChops.darker(dark(seen), is_paper)
    assert ImageChops.subtract(writing, dark(after)).getbbox() is None
    around = ImageChops.darker(dark(after), ImageChops.invert(is_paper))
    assert ImageStat.Stat(around).sum[0] / 255 <= 30


@pytest.mark.parametrize("angle", [-5.0, -2.0, 3.0])
def test_a_page_on_a_wide_table_is_straightened_by_its_lines(angle: float) -> None:
    seen = sketch_of(on_table(paper(*SIZE), 70, 60, angle, 40)[0])
    assert skew(without(seen, rim_of(seen))) == pytest.approx(-angle, abs=0.3)


def test_a_picture_that_reaches_the_edge_of_a_page_is_no_rim() -> None:
    page = paper(*SIZE)
    ImageDraw.Draw(page).rectangle((300, 100, 480, 260), fill=50)
    assert rim_of(page) is None


def test_a_dark_band_with_light_letters_is_no_rim() -> None:
    page = paper(*SIZE, margin=110)
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, SIZE[0], 80), fill=50)
    plain = page.copy()
    for x in range(60, 400, 14):
        pen.rectangle((x, 30, x + 6, 48), fill=235)
    assert rim_of(page) is None
    assert rim_of(plain) is not None


def test_lines_of_a_form_that_run_into_the_table_keep_all_but_their_ends() -> None:
    page = paper(*SIZE)
    pen = ImageDraw.Draw(page)
    for y in range(40, 660, 60):
        pen.line((0, y, SIZE[0], y), fill=40, width=2)
    seen, _ = on_table(page, 30, 30, 0, 40)
    after = dark(without(seen, rim_of(seen)))
    for y in range(70, 690, 60):
        assert ImageStat.Stat(after.crop((50, y, 490, y + 1))).mean[0] > 240


def test_a_page_without_a_table_and_one_all_dark_have_no_rim() -> None:
    assert rim_of(paper(*SIZE)) is None
    assert rim_of(Image.new("L", SIZE, 30)) is None
