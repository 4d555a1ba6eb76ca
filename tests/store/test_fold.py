"""Folding of names: what must be found by what, and what must stay apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.store.fold import fold, match

SAME = [
    ("ÜNAL", "unal"),
    ("Łukasz", "lukasz"),
    ("Đorđević", "dordevic"),
    ("Ağrı", "agri"),
    ("STRASSE", "Straße"),
    ("Ａｎｎａ", "anna"),
    ("Ёлкин", "елкин"),
    ("Παπαδόπουλος", "παπαδοπουλοσ"),
    ("علي", "علی"),  # Arabic and Persian yeh
    ("علي", "على"),  # alef maksura
    ("کریم", "كريم"),  # Persian and Arabic kaf
    ("أحمد", "احمد"),
    ("آرش", "ارش"),
    ("إسراء", "اسرا"),
    ("مُحَمَّد", "محمد"),  # vowel marks
    ("محـــمد", "محمد"),  # kashida
    ("فاطمة", "فاطمه"),
    ("مؤمن", "مومن"),
    ("ﷲ", "الله"),  # a presentation form
    ("۱۲۳", "123"),
    ("١٢٣", "123"),
    ("می‌خواهم", "میخواهم"),  # zero-width non-joiner
    ("שָׁלוֹם", "שלום"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_of_writing_one_name_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("علي", "عمر"), ("مومن", "مامن"), ("किम", "कुम"), ("မောင်", "မောင"), ("Иван", "Иваи"), ("ㅏ", "ㅓ")],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_words_are_cut_at_everything_that_is_no_letter_mark_or_digit() -> None:
    assert fold("HRD-2026_S1 (o'Neil)\n\u200eAnna") == "hrd 2026 s1 o neil anna"


def test_each_han_character_is_a_word() -> None:
    assert fold("王小明 Wang") == "王 小 明 wang"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(categories=["L", "M", "N"])))
def test_folding_letters_and_marks_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_form_of_code_points_does_not_matter(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@given(st.text())
def test_a_query_holds_nothing_but_quoted_words(text: str) -> None:
    assert all(term[0] == '"' and term.endswith('"*') and '"' not in term[1:-2] for term in match(text).split())
