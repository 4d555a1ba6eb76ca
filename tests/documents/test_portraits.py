"""Photographs of persons: what is measured, and that nothing but the picture leaves."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import ExifTags, Image, ImageDraw

from hrd_desktop.documents.found import CannotOpen
from hrd_desktop.documents.portraits import HEIGHT, WIDTH, PortraitFlaw, portrait_flaws, prepare_portrait
from hrd_desktop.documents.reader import Reader
from tests.documents.papers import saved


def drawn(
    width: int = WIDTH,
    height: int = HEIGHT,
    *,
    ground: int = 250,
    crown: float = 0.12,
    head: float = 0.48,
    left: float | None = None,
) -> Image.Image:
    """An oval head over shoulders; `crown`, `head` and `left` are shares of the height and the width."""
    image = Image.new("RGB", (width, height), (ground, ground, ground))
    draw = ImageDraw.Draw(image)
    wide, tall = head * width, head * width * 1.38
    x = (width - wide) / 2 if left is None else left * width
    y = crown * height
    draw.ellipse((width * 0.08, y + tall * 0.95, width * 0.92, height * 1.5), fill=(40, 60, 110))
    draw.ellipse((x, y, x + wide, y + tall), fill=(150, 105, 80))
    return image


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


def test_one_as_the_papers_ask_has_nothing_to_warn_of() -> None:
    assert portrait_flaws(drawn()) == []
    assert portrait_flaws(drawn(WIDTH * 3, HEIGHT * 3)) == []


@pytest.mark.parametrize(
    ("image", "flaw"),
    [
        (drawn(WIDTH, HEIGHT + 90), "proportions"),
        (drawn(WIDTH // 2, HEIGHT // 2), "low_resolution"),
        (drawn(ground=120), "background"),
        (drawn(crown=0.01), "no_room_above"),
        (drawn(left=0.01), "no_room_beside"),
        (drawn(head=0.2), "head_small"),
        (Image.new("RGB", (WIDTH, HEIGHT), (250, 250, 250)), "head_small"),
    ],
)
def test_each_flaw_is_noticed_alone(image: Image.Image, flaw: PortraitFlaw) -> None:
    assert portrait_flaws(image) == [flaw]


def test_a_busy_ground_is_noticed() -> None:
    assert "background" in portrait_flaws(Image.effect_noise((WIDTH, HEIGHT), 90).convert("RGB"))


def test_it_is_neither_cropped_nor_stretched() -> None:
    made = prepare_portrait(drawn(1400, 1400), [])
    assert (made.width, made.height) == (WIDTH, WIDTH)
    small = prepare_portrait(drawn(300, 420), [])
    assert (small.width, small.height) == (300, 420)


def test_the_reader_gives_the_picture_upright_and_without_its_story(reader: Reader) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Canary Artist"
    exif[ExifTags.Base.Orientation] = 6
    sideways = drawn(1182, 1654).rotate(90, expand=True)
    made, flaws = reader.portrait(saved(sideways, "JPEG", exif=exif, comment=b"Canary comment"), [])
    assert flaws == []
    assert abs(made.width - WIDTH) <= 1
    assert abs(made.height - HEIGHT) <= 1
    assert b"Canary" not in made.data
    with Image.open(io.BytesIO(made.data)) as written:
        assert not written.getexif()


def test_what_is_no_picture_is_refused(reader: Reader) -> None:
    with pytest.raises(CannotOpen):
        reader.portrait(b"\xff\xd8\xff\xe0 not a picture", [])
