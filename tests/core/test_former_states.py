"""Names that countries had at another time."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.countries import COUNTRIES
from hrd_desktop.core.dates import PartialDate, Span
from hrd_desktop.core.former_states import FORMER, former_names
from hrd_desktop.wording.names import former_state


@pytest.mark.parametrize(
    ("country", "when", "names"),
    [
        ("UZ", "1985", ["soviet_union"]),
        ("UZ", "1991", ["soviet_union"]),
        ("UZ", "1992", []),
        ("RS", "1992", ["yugoslavia", "federal_yugoslavia"]),
        ("SI", "1992", []),
        ("CD", "1990-05", ["zaire"]),
        ("CD", "1998", []),
        ("MM", "1989-06-18", []),
        ("MM", "1989-06-17", ["burma"]),
        ("SZ", "2018", ["swaziland"]),
        ("SS", "2010", ["sudan"]),
        ("SD", "2010", []),
        ("CZ", "1993", []),
        ("SK", "1992", ["czechoslovakia"]),
        ("CA", "1990", []),
    ],
)
def test_which_names_may_fit(country: str, when: str, names: list[str]) -> None:
    assert former_names(country, PartialDate.parse(when).span) == names


def test_every_entry_is_of_countries_of_today_and_has_its_words() -> None:
    for former in FORMER:
        assert set(former.countries.split()) <= set(COUNTRIES), former
        assert former.span.first < former.span.last, former
        assert former_state(former.key, "en")
        assert former_state(former.key, "fr")


def test_a_range_that_touches_no_change_has_no_name() -> None:
    assert former_names("DE", Span(date(1995, 1, 1), date(1999, 1, 1))) == []
