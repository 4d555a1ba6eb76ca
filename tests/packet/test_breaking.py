"""Where lines may end."""

from __future__ import annotations

import pytest

from hrd_desktop.packet.breaking import pieces_of
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.styles import BODY


@pytest.mark.parametrize(("word", "pieces"), [
    ("plain", ("plain",)),
    ("well-known", ("well-", "known")),
    ("2024-06-18", ("2024-06-18",)),
    ("-5", ("-5",)),
    ("2014–2023", ("2014–2023",)),
    ("他说：“不。”", ("他", "说：", "“不。”")),
    ("（没有）", ("（没", "有）")),
    ("သီရိရတနာလှိုင်", ("သီ", "ရိ", "ရ", "တ", "နာ", "လှိုင်")),
    ("ဥက္ကဋ္ဌ", ("ဥက္ကဋ္ဌ",)),
    ("ប្រាំបី", ("ប្រាំ", "បី")),
    ("l’État", ("l’État",)),
])  # fmt: skip
def test_pieces(word: str, pieces: tuple[str, ...]) -> None:
    assert pieces_of(word) == pieces


def test_no_break_at_a_no_break_space() -> None:
    lines = break_lines("aaaa bbbb\u00a0: «\u00a0cccc\u00a0»", BODY, 60)
    assert all(not line.text.startswith((":", "»")) for line in lines)
    assert all(not line.text.endswith("«") for line in lines)


def test_a_long_word_is_cut_between_letters_and_whole() -> None:
    word = "x\u0301" * 200
    lines = break_lines(word, BODY, 100)
    assert "".join(line.text for line in lines) == word
    assert all(line.width <= 100 for line in lines)
    assert all(not line.text.startswith("\u0301") for line in lines)


def test_line_feeds_stay_and_an_empty_text_is_one_empty_line() -> None:
    assert [line.text for line in break_lines("one\ntwo", BODY, 400)] == ["one", "two"]
    assert [line.text for line in break_lines("", BODY, 400)] == [""]


def test_a_tall_script_gets_the_room_that_it_needs() -> None:
    (latin,) = break_lines("Latin", BODY, 400)
    (tall,) = break_lines("ဋ္ဌိုင်ကြွှဥ", BODY, 400)
    assert latin.height == pytest.approx(BODY.leading)
    for run in tall.runs:
        assert run.shaped.top * BODY.size / 1000 <= tall.ascent
        assert -run.shaped.bottom * BODY.size / 1000 <= tall.descent
