"""The events of a timeline in words: what each is, when it was, and what nothing is recorded of. Never a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hrd_desktop.core.dates import PartialDate, Span
from hrd_desktop.core.gaps import month
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, object_name
from hrd_desktop.core.timeline import Event, EventKind
from hrd_desktop.wording.tables import entry, spoken, table
from hrd_desktop.wording.words import Wording

_LONGEST = 60
_FACTS = {
    "incident": "acts place",
    "address": "kind city country",
    "journey_step": "to_place country",
    "internal_move": "place",
    "return": "country",
    "travel": "country",
    "habitual_residence": "country",
    "history": "activity employer city",
    "education": "institution",
    "membership": "organisation",
    "government": "position",
    "service": "kind country",
    "activity": "description",
    "output": "kind title",
    "document": "kind country",
    "host_status": "status country",
    "application": "kind country organisation",
    "birth": "country",
    "union": "kind",
    "complaint": "authority",
    "charge": "offence",
    "conviction": "offence",
    "act": "",
    "milestone": "kind state",
    "interview": "",
}
"""The few facts that tell rows of one object apart; none that is kept apart from other members of the family."""
_SAY_FIRST = frozenset(
    {"internal_move", "return", "travel", "habitual_residence", "application", "birth", "union", "complaint", "charge",
     "conviction", "host_status", "education", "membership"}
)  # fmt: skip
"""Objects whose facts alone do not say what they are."""


@dataclass(frozen=True, slots=True)
class EventText:
    """An event in words; `title` and `days` read as one line, the days first."""

    title: str
    days: str


def kind_title(kind: EventKind, words: Wording) -> str:
    """What a band of the timeline is called."""
    return _said(f"kind_{kind}", words)


def event_text(event: Event, words: Wording) -> EventText:
    """What an event is and when it was. A gap or overlap has its days in its title."""
    if event.shape != "event":
        assert event.begins is not None
        assert event.ends is not None
        return EventText(stretch_text(event.shape, Span(event.begins.first, event.ends.last), words), "")
    what = object_name(type(event.row))
    facts = _facts(event.row, _FACTS[what].split(), words)
    if event.aspect:
        facts.append(words.field(what, event.aspect))
    if not facts:
        title = words.object(what)
    elif what in _SAY_FIRST:
        title = _said("titled", words, what=words.object(what), facts=" · ".join(facts))
    else:
        title = " · ".join(facts)
    return EventText(title, days_text(event, words))


def days_text(event: Event, words: Wording) -> str:
    """The days of an event, as far as they are known: `March 2019 – June 2020`, `2021 – now`."""
    if not event.dated:
        return _said("undated", words)
    if event.point:
        assert event.begins is not None
        return _span(event.begins, words)
    first = _span(event.begins, words) if event.begins is not None else _said("start_unknown", words)
    unknown = "until_now" if event.ongoing else "end_unknown"
    last = _span(event.ends, words) if event.ends is not None else _said(unknown, words)
    return f"{first} – {last}"


def stretch_text(shape: str, days: Span, words: Wording) -> str:
    """What is to be said of a `gap` or an `overlap`: its months."""
    first, last = PartialDate(days.first.year, days.first.month), PartialDate(days.last.year, days.last.month)
    key = shape if first != last else f"{shape}_month"
    return _said(key, words, first=words.partial(first), last=words.partial(last))


def gap_text(months: range, words: Wording) -> str:
    """The months of which nothing is recorded."""
    return stretch_text("gap", Span(month(months[0]).first, month(months[-1]).last), words)


def _span(days: Span, words: Wording) -> str:
    """A day, a month or a year; the days between which it lies where it is none of these."""
    written = _written(days)
    if written is not None:
        return words.partial(written)
    return _said("between", words, first=words.day(days.first), last=words.day(days.last))


def _written(days: Span) -> PartialDate | None:
    first: date = days.first
    for known in (PartialDate(first.year), PartialDate(first.year, first.month), PartialDate.of(first)):
        if known.span == days:
            return known
    return None


def _facts(row: Any, names: list[str], words: Wording) -> list[str]:
    found = []
    for name in names:
        spec = field_of(type(row), name)
        assert spec is not None
        value = getattr(row, name)
        if value not in (None, []):
            found.append(_short(words.value(spec, value) if _is_word(spec) else str(value)))
    return found


def _is_word(spec: FieldSpec) -> bool:
    return spec.kind not in (Kind.TEXT, Kind.LONG_TEXT)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"


def _said(key: str, words: Wording, **facts: str) -> str:
    return spoken(entry(table("timeline"), "sentence", key), words.lang).format(**facts)
