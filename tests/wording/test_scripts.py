"""In which script something is written, and a first Latin spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.wording.scripts import all_scripts, latin_spelling, script_name, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("يوسف", "Arab"), ("علی‌رضا", "Arab"), ("אסתר", "Hebr"), ("Тестова", "Cyrl"), ("အောင်ဆန်း", "Mymr"),
        ("ትዕግስት", "Ethi"), ("李小龍", "Hani"), ("さくら", "Jpan"), ("花子さん", "Jpan"), ("김철수", "Kore"),
        ("สมชาย", "Thai"), ("ສົມໄຊ", "Laoo"), ("សុខ", "Khmr"), ("राम", "Deva"), ("ரவி", "Taml"), ("ნინო", "Geor"),
        ("Արամ", "Armn"), ("བསྟན", "Tibt"), ("ⵜⵉⵏⵀⵉⵏⴰⵏ", "Tfng"), ("𞤀𞤣𞤢𞤥", "Adlm"), ("Žižka", "Latn"),
        ("Νίκος", "Grek"), ("José محمد Luis", "Latn"), ("1984 - ?", None), ("", None), ("۱۲۳", None),
    ],
)  # fmt: skip
def test_the_script_of_a_name(text: str, script: str | None) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "spelling"),
    [("Тестова Мария", "Testova Mariya"), ("يوسف", "Ywsf"), ("김철수", "Gimcheolsu"), ("Žižka", None), ("12", None)],
)
def test_a_first_latin_spelling(text: str, spelling: str | None) -> None:
    assert latin_spelling(text) == spelling


@given(st.text(max_size=40))
def test_any_text_has_a_script_with_a_name_or_none(text: str) -> None:
    script = script_of(text)
    assert script is None or script in dict(all_scripts("en"))
    spelling = latin_spelling(text)
    assert spelling is None or spelling.strip() == spelling != ""


def test_scripts_are_called_by_their_names_in_both_languages() -> None:
    assert (script_name("Arab", "en"), script_name("Ethi", "fr")) == ("Arabic", "Éthiopique")
    assert script_name("Zzzx", "en") == "Zzzx"
    assert [code for code, _ in all_scripts("fr")] != [code for code, _ in all_scripts("en")]
