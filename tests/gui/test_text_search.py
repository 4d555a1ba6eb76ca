"""Where words stand in the pages of a paper."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.gui.text_search import hits_in


def test_every_place_on_every_page_whatever_the_case_of_letters():
    hits = hits_in(["A Heron.", "Nothing", "heron\nheron"], "HERON")
    assert [hit.page for hit in hits] == [0, 2, 2]
    assert hits[0].excerpt == "A Heron."


def test_words_on_two_lines_are_found():
    assert len(hits_in(["by the\n  river"], "the river")) == 1


def test_nothing_is_found_for_nothing():
    assert hits_in(["text"], "  ") == []


@given(st.text(max_size=80), st.text(min_size=1, max_size=5))
def test_any_text_can_be_searched(text: str, wanted: str):
    flat = " ".join(wanted.split()).casefold()
    whole = " ".join(text.split()).casefold()
    assert len(hits_in([text], wanted)) == (whole.count(flat) if flat else 0)
