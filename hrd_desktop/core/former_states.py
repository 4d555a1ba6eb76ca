"""States that had another name, or were part of another state: which name a country of today went by on some days.

A name is offered, never set: what to write is for the person who tells it. The days are those on which the state began
and ended for the country; where sources differ by days, both names are offered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hrd_desktop.core.dates import Span


@dataclass(frozen=True)
class Former:
    """A former name (its key in `resources/words/former.toml`), for countries of today, and its first and last day."""

    key: str
    countries: str
    first: str
    last: str

    @property
    def span(self) -> Span:
        return Span(date.fromisoformat(self.first), date.fromisoformat(self.last))


FORMER = (
    Former("soviet_union", "RU UA BY MD GE AM AZ KZ KG TJ TM UZ", "1922-12-30", "1991-12-26"),
    Former("soviet_union", "EE LV LT", "1940-08-03", "1991-09-06"),
    Former("yugoslavia", "RS ME XK", "1945-11-29", "1992-04-27"),
    Former("yugoslavia", "SI HR", "1945-11-29", "1991-06-25"),
    Former("yugoslavia", "MK", "1945-11-29", "1991-09-08"),
    Former("yugoslavia", "BA", "1945-11-29", "1992-03-03"),
    Former("federal_yugoslavia", "RS ME XK", "1992-04-27", "2003-02-04"),
    Former("serbia_and_montenegro", "RS ME XK", "2003-02-04", "2006-06-05"),
    Former("serbia", "XK", "2006-06-05", "2008-02-17"),
    Former("former_yugoslav_macedonia", "MK", "1991-09-08", "2019-02-12"),
    Former("czechoslovakia", "CZ SK", "1918-10-28", "1992-12-31"),
    Former("east_germany", "DE", "1949-10-07", "1990-10-03"),
    Former("west_germany", "DE", "1949-05-23", "1990-10-03"),
    Former("zaire", "CD", "1971-10-27", "1997-05-17"),
    Former("belgian_congo", "CD", "1908-11-15", "1960-06-30"),
    Former("peoples_republic_congo", "CG", "1970-01-03", "1992-03-15"),
    Former("burma", "MM", "1948-01-04", "1989-06-18"),
    Former("swaziland", "SZ", "1968-09-06", "2018-04-19"),
    Former("sudan", "SS", "1956-01-01", "2011-07-09"),
    Former("ethiopia", "ER", "1952-09-15", "1993-05-24"),
    Former("north_yemen", "YE", "1962-09-27", "1990-05-22"),
    Former("south_yemen", "YE", "1967-11-30", "1990-05-22"),
    Former("upper_volta", "BF", "1958-12-11", "1984-08-04"),
    Former("dahomey", "BJ", "1958-12-11", "1975-11-30"),
    Former("rhodesia", "ZW", "1964-10-24", "1980-04-18"),
    Former("south_west_africa", "NA", "1915-07-09", "1990-03-21"),
    Former("spanish_sahara", "EH", "1884-12-26", "1976-02-26"),
    Former("portuguese_guinea", "GW", "1880-01-01", "1974-09-10"),
    Former("ceylon", "LK", "1948-02-04", "1972-05-22"),
    Former("east_pakistan", "BD", "1947-08-14", "1971-12-16"),
    Former("khmer_republic", "KH", "1970-10-09", "1975-04-17"),
    Former("democratic_kampuchea", "KH", "1975-04-17", "1979-01-07"),
    Former("kampuchea", "KH", "1979-01-07", "1989-05-01"),
    Former("north_vietnam", "VN", "1945-09-02", "1976-07-02"),
    Former("south_vietnam", "VN", "1955-10-26", "1976-07-02"),
    Former("portuguese_timor", "TL", "1880-01-01", "1975-12-07"),
    Former("indonesia", "TL", "1975-12-07", "2002-05-20"),
)


def former_names(country: str, days: Span) -> list[str]:
    """The keys of the names a country of today may have gone by on these days, in the order of the list."""
    return [
        former.key
        for former in FORMER
        if country in former.countries.split() and former.span.first <= days.last and days.first < former.span.last
    ]
