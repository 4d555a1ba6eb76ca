"""Dates in words, as far as they are known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from babel.dates import format_date, get_month_names

from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.wording.names import locale
from hrd_desktop.wording.tables import entry, spoken, table


def day(value: date, lang: str) -> str:
    """`May 1, 2026`, `1er mai 2026`."""
    text = str(format_date(value, "long", locale=locale(lang)))
    return f"1er{text[1:]}" if lang == "fr" and value.day == 1 else text


def partial(value: PartialDate, lang: str) -> str:
    """`1994`, `July 1994` or a day."""
    if value.day is not None:
        return day(value.first, lang)
    if value.month is not None:
        return f"{_month_names(lang)[value.month]} {value.year}"
    return str(value.year)


@cache
def _month_names(lang: str) -> Mapping[int, str]:
    """Written out; a timeline asks for hundreds, and the pattern of Babel takes many times as long."""
    return {number: str(name) for number, name in get_month_names("wide", locale=locale(lang)).items()}


def story(info: DateInfo, lang: str) -> str:
    """What else is known of a date: the days it may mean, its wording in its own calendar, its source."""
    parts = []
    if info.earliest is not None and info.latest is not None:
        parts.append(_phrase("between", lang).format(first=day(info.earliest, lang), last=day(info.latest, lang)))
    if info.original is not None:
        calendar = spoken(entry(table("codes"), "label", "calendar", info.calendar), lang) if info.calendar else ""
        key = "original_in" if calendar else "original"
        parts.append(_phrase(key, lang).format(original=info.original, calendar=calendar))
    elif info.calendar is not None:
        parts.append(spoken(entry(table("codes"), "label", "calendar", info.calendar), lang))
    if info.estimated:
        parts.append(_phrase("estimated", lang))
    if info.source is not None:
        source = spoken(entry(table("codes"), "label", "date_source", info.source), lang)
        parts.append(_phrase("source", lang).format(source=source))
    return "; ".join(parts)


def dated(value: PartialDate, info: DateInfo | None, lang: str) -> str:
    """A date with its story in brackets: `1990 (between ... and ...; written as 1411, Hijri (lunar))`."""
    told = story(info, lang) if info is not None else ""
    return f"{partial(value, lang)} ({told})" if told else partial(value, lang)


def _phrase(key: str, lang: str) -> str:
    return spoken(entry(table("phrases"), "phrase", key), lang)
