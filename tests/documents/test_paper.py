"""Pages made ready for paper: straight, white, small, and with nothing but the picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from hrd_desktop.assets import resource
from hrd_desktop.documents import bearing, redaction, scans
from hrd_desktop.documents.found import CannotOpen
from hrd_desktop.documents.pages import for_paper, page_texts, shown
from hrd_desktop.documents.redaction import Box, is_black
from tests.documents import papers


def picture(prepared: scans.Prepared) -> Image.Image:
    with Image.open(io.BytesIO(prepared.data)) as image:
        image.load()
        return image


@pytest.mark.parametrize("angle", [-4.0, -1.5, 2.0, 3.25])
def test_a_page_laid_askew_lies_straight(angle: float) -> None:
    assert bearing.skew(bearing.sketch_of(papers.page(angle))) == pytest.approx(-angle, abs=0.3)


def test_small_letters_on_gray_paper_are_straightened_and_nothing_dark_is_left_around_them() -> None:
    page = Image.new("L", (1654, 2339), 215)  # 200 dots to the inch
    pen = ImageDraw.Draw(page)
    letters = ImageFont.truetype(str(resource("fonts") / "NotoSans-Regular.ttf"), 22)  # 8 points
    for y in range(200, 2100, 34):
        pen.text((200, y), "the witness saw a lantern by the harbour wall in may " * 2, font=letters, fill=50)
    shaded = ImageChops.multiply(
        page, Image.linear_gradient("L").resize(page.size).point(lambda v: 195 + v * 60 // 255)
    )
    askew = shaded.rotate(2.6, Image.Resampling.BICUBIC, fillcolor=45)
    assert bearing.skew(bearing.sketch_of(askew)) == pytest.approx(-2.6, abs=0.3)
    made = picture(scans.prepare(askew, 200)).convert("L")
    assert ImageStat.Stat(made.crop((0, 0, made.width, 180))).mean[0] > 252
    lines = made.crop((600, 400, 1600, 3000)).resize((1, 2600), Image.Resampling.BOX)
    assert lines.getextrema()[1] == 255  # there are rows of nothing but paper between lines that lie level


def test_a_straight_page_is_not_turned() -> None:
    assert bearing.skew(bearing.sketch_of(papers.page())) == 0


def test_a_text_becomes_a_small_bilevel_page_at_400_dots() -> None:
    prepared = scans.prepare(papers.page(2.0), 150)
    assert (prepared.form, prepared.dpi) == ("g4", 400)
    assert len(prepared.data) < 90_000
    made = picture(prepared)
    assert made.mode == "1"
    assert made.size == (prepared.width, prepared.height)
    assert prepared.width <= scans.BLOCK_INCHES[0] * 400 + 1
    assert prepared.height <= scans.BLOCK_INCHES[1] * 400 + 1
    edges = made.convert("L")
    assert ImageStat.Stat(edges.crop((0, 0, edges.width, 40))).mean[0] > 235  # the dark table is gone


def test_gray_ground_and_shadow_become_white_and_ink_stays() -> None:
    shadowed = Image.composite(
        papers.page(), Image.new("L", papers.page().size, 60), Image.new("L", papers.page().size, 190)
    )
    made = picture(scans.prepare(shadowed, 150)).convert("L")
    ink = 1 - ImageStat.Stat(made).mean[0] / 255
    assert 0.02 < ink < 0.25


def test_a_photograph_stays_one() -> None:
    portrait = Image.radial_gradient("L").resize((800, 1000)).convert("RGB")
    prepared = scans.prepare(portrait)
    assert (prepared.form, prepared.colour) == ("jpeg", True)
    assert scans.prepare(portrait, photograph=False).form == "g4"


def test_nothing_but_the_picture_leaves() -> None:
    prepared = for_paper(papers.photograph_with_a_story(), 0, [])
    assert b"Canary" not in prepared.data
    made = picture(prepared)
    assert dict(made.getexif()) == {}
    assert set(made.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    fax = for_paper(papers.hostile_pdf(), 0, [])
    assert b"anary" not in fax.data


def test_a_box_leaves_neither_text_nor_pixels() -> None:
    data = papers.pdf(("Canary Name lives here",))
    boxes = [Box(0, 0.08, 0.08, 0.6, 0.16)]
    prepared = for_paper(data, 0, boxes)
    made = picture(prepared)
    assert is_black(made, boxes)
    assert b"Canary" not in prepared.data
    left, top, right, bottom = (round(share * side) for share, side in zip(
        (0.1, 0.1, 0.55, 0.14), (made.width, made.height) * 2, strict=True))  # fmt: skip
    assert made.convert("L").crop((left, top, right, bottom)).getextrema() == (0, 0)
    assert not is_black(picture(for_paper(data, 0, [])), boxes)


@pytest.mark.parametrize("box", [Box(0, 0.2, 0.3, 0.6, 0.5), Box(0, 0.2, 0.3, 0.5, 0.315)])
def test_a_photograph_that_shimmers_beside_a_box_is_not_taken_for_one_that_shows_below_it(box: Box) -> None:
    data = papers.saved(Image.effect_noise((1600, 1200), 80).convert("RGB"), "JPEG")
    assert is_black(picture(for_paper(data, 0, [box])), [box])
    with pytest.raises(CannotOpen):
        redaction.check(for_paper(data, 0, [], photograph=True).data, [box])


def test_a_screen_page_is_as_wide_as_wanted() -> None:
    with Image.open(io.BytesIO(shown(papers.pdf(), 0, 700))) as image:
        assert image.width == 700
    with pytest.raises(CannotOpen):
        shown(papers.pdf(), 1, 700)


def test_texts_of_pages_letters_and_mails() -> None:
    assert page_texts(papers.pdf(pages=2), "pdf")[1].strip() == "A letter of support. 2"
    body = "<w:p><w:r><w:t>One</w:t></w:r><w:r><w:tab/><w:t>two</w:t></w:r></w:p><w:p><w:r><w:t>Three</w:t></w:r></w:p>"
    assert page_texts(papers.word(body), "word") == ["One\ttwo\n\nThree"]
    (told,) = page_texts(papers.mail(html=True), "mail")
    assert "Subject: نامه" in told
    assert "We know where you live." in told
    assert "canary()" not in told
    assert "[list.bin]" in told
    assert page_texts("abc\u202edef\x00".encode("utf-8"), "text") == ["abcdef"]
