"""No word of a case stands readable on the disk: after locking, after a kill, after an export elsewhere."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.canary import scenes

WORD = scenes.word(7)


@pytest.mark.parametrize("scene", ["lock", "kill", pytest.param("export", marks=pytest.mark.long)])
def test_nothing_of_the_case_is_left_where_the_program_writes(scene: str, tmp_path: Path) -> None:
    words = int(scenes.play(scene, tmp_path / scene).split()[1])
    assert words >= 200


@pytest.mark.parametrize(
    "left",
    [
        f"..{WORD}..".encode(),
        WORD.encode("utf-16-le"),
        WORD.upper().encode(),
        *(base64.b64encode(b"a" * n + WORD.encode() + b"!") for n in range(4)),
    ],
)
def test_the_search_finds_a_word_in_each_form(left: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(bytes(range(256)) * 20 + left)
    assert scenes.search([tmp_path], [scenes.word(1), WORD]) == [f"settings.json: {WORD}"]


def test_the_search_finds_a_word_in_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / f"about {WORD}.txt").write_bytes(b"nothing")
    assert scenes.search([tmp_path], [WORD]) == [f"about {WORD}.txt: {WORD}"]
