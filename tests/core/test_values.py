"""What one value may be."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.countries import COUNTRIES
from hrd_desktop.core.languages import is_language_tag, shortest_tag
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.values import flaw_of, quoted, tidy
from tests.strategies import LANGUAGES, texts

ALIAS = field_of(Case, "alias")


def text_flaw(text: str) -> str | None:
    assert ALIAS is not None
    flaw = flaw_of(ALIAS, text)
    return flaw and flaw.cause


@given(texts())
def test_a_text_a_case_may_hold_stays_as_it_is(text: str) -> None:
    assert text_flaw(text) is None
    assert tidy(text) == text


@given(st.text(st.characters(), max_size=30))
def test_whatever_is_typed_a_tidied_text_may_be_held(typed: str) -> None:
    tidied = tidy(typed)
    assert tidied is None or text_flaw(tidied) is None
    assert tidied is None or tidied == tidy(tidied)


def test_tidying_keeps_joiners_and_paragraphs() -> None:
    assert tidy("می‌رود\r\n\r\nsecond") == "می‌رود\n\nsecond"
    assert tidy(unicodedata.normalize("NFD", "Élodie\tArc")) == "Élodie Arc"
    assert tidy("\x07 \n") is None


@given(st.text(st.characters(), max_size=100))
def test_a_quoted_value_is_short_and_prints_as_one_line(value: str) -> None:
    shown = quoted(value)
    assert shown.isprintable()
    assert shown[0] == shown[-1] == '"'
    assert len(quoted("x" * 1000)) < 70


@pytest.mark.parametrize(
    ("value", "shown"), [({"a": 1}, "{…}"), ([1], "[…]"), (None, "null"), (True, "true"), (1.5, "1.5"), ("نب", '"نب"')]
)
def test_quoted(value: object, shown: str) -> None:
    assert quoted(value) == shown


def test_languages() -> None:
    assert all(is_language_tag(tag) for tag in (*LANGUAGES, "yue", "de-1996", "en-x-office", "rw", "tl"))
    assert not any(is_language_tag(tag) for tag in ("", "EN", "xx", "eng", "fr_CA", "sr-latn", "english", "zh-"))
    assert (shortest_tag("fra-CA"), shortest_tag("prs"), shortest_tag("en")) == ("fr-CA", None, None)


def test_countries() -> None:
    assert len(COUNTRIES) == 250
    assert {"XK", "SS", "TL", "CA"} <= COUNTRIES
    assert not {"UK", "EU", "YU", "ZR"} & COUNTRIES
