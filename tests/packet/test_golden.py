"""Golden pages: sample papers look as they did when somebody looked at them.

After a change that is meant to be seen: `python -m tests.golden`, look at every picture, keep them.
"""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageFilter

from tests.golden import FOLDER, PAPERS, compare, differences, rendered


@pytest.mark.parametrize("name", PAPERS)
def test_pages_look_as_they_did(name: str) -> None:
    assert differences(name) == []


def test_every_kept_picture_is_compared_and_they_are_small() -> None:
    files = list(FOLDER.glob("*.png"))
    assert {file.stem for file in files} == set(PAPERS)
    assert sum(file.stat().st_size for file in files) < 1_000_000


def _page() -> Image.Image:
    return rendered(PAPERS["questions"]())[0]


def test_soft_rims_are_let_pass() -> None:
    page = _page()
    assert compare(page, page.filter(ImageFilter.GaussianBlur(0.4)), 1) is None


@pytest.mark.parametrize("down", [2, 5, -9])
def test_a_moved_line_is_noticed(down: int) -> None:
    page = _page()
    found = compare(page, ImageChops.offset(page, 0, down), 3)
    assert found is not None
    assert found.page == 3


def test_a_missing_word_is_noticed() -> None:
    page = _page()
    dark = next((x, y) for y in range(80, 400) for x in range(page.width) if page.getpixel((x, y)) < 100)
    without = page.copy()
    without.paste(255, (dark[0] - 2, dark[1] - 6, dark[0] + 34, dark[1] + 8))
    assert compare(page, without, 1) is not None
