"""Saying a message in words: the pack's sentence with its gaps filled in the reader's language."""

from __future__ import annotations

from datetime import date
from string import Formatter
from typing import Final, Protocol

from hrd_desktop.checklists.message import Coded, Country, Event, Field, Language, Message, Param, Row, Stretch, Unknown
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.core.dates import PartialDate

TEXTS: Final = {
    "and": "",
    "more": "count",
    "not_recorded": "",
    "field": "label",
    "event": "row day country",
    "event_without_country": "row day",
    "event_without_day": "row country",
    "stretch": "first last",
    "ask_again": "field",
    "answered_MET": "row day how",
    "answered_NOT_MET": "row day how",
    "answered_UNCLEAR": "row day how",
    "answered_NEEDS_LAWYER": "row day how",
    "answered_EXEMPT": "row day how",
    "answered_NOT_APPLICABLE": "row day how",
    "reviewed_cleared": "row day capacity",
    "reviewed_cleared_with_note": "row day capacity",
    "reviewed_concern": "row day capacity",
    "reviewed_more_facts_needed": "row day capacity",
    "reviewed_outdated": "row day capacity",
    "overridden": "row day",
    "result_MET": "",
    "result_NOT_MET": "",
    "result_UNCLEAR": "",
    "result_NEEDS_LAWYER": "",
    "result_EXEMPT": "",
    "result_NOT_APPLICABLE": "",
    "severity_BLOCK": "",
    "severity_DIVERT": "",
    "severity_LAWYER": "",
    "severity_WARN": "",
    "severity_INFO": "",
    "headline_READY": "",
    "headline_READY_WITH_WARNINGS": "",
    "headline_HOLD_INFO": "",
    "headline_HOLD_LAWYER": "",
    "headline_BLOCKED": "",
    "headline_DIVERT": "",
}
"""Sentences and words that belong to no item, alert or route, with the facts in them."""

_MOST_IN_A_LIST = 6


class Names(Protocol):
    """The words of the reader's language for countries, languages, codes, fields and days."""

    def country(self, code: str) -> str: ...
    def language(self, tag: str) -> str: ...
    def code(self, list_name: str, code: str) -> str: ...
    def field(self, object_name: str, field: str) -> str: ...
    def day(self, day: date) -> str: ...
    def partial(self, value: PartialDate) -> str: ...


def say(message: Message, pack: Pack, lang: str, names: Names) -> str:
    """A message as a sentence. `lang` is `en` or `fr`, `names` the words of the same language."""
    speaker = _Speaker(pack, lang, names)
    return speaker.sentence(message)


def text(key: str, pack: Pack, lang: str) -> str:
    """A fixed word of the pack without gaps: `headline_READY`, `result_MET`, `severity_BLOCK`."""
    return pack.template(f"text.{key}", lang)


class _Speaker:
    def __init__(self, pack: Pack, lang: str, names: Names) -> None:
        self._pack = pack
        self._lang = lang
        self._names = names

    def sentence(self, message: Message) -> str:
        template = self._pack.template(message.key, self._lang)
        said = []
        for literal, gap, _, _ in Formatter().parse(template):
            said.append(literal)
            if gap is not None:
                said.append(self.word(message.params[gap]))
        return "".join(said)

    def _text(self, key: str, **params: Param) -> str:
        return self.sentence(Message(f"text.{key}", params))

    def word(self, param: Param) -> str:
        names = self._names
        match param:
            case int():
                return str(param)
            case PartialDate():
                return names.partial(param)
            case date():
                return names.day(param)
            case Country(code):
                return self._text("not_recorded") if code is None else names.country(code)
            case Coded(list_name, code):
                return names.code(list_name, code)
            case Language(tag):
                return names.language(tag)
            case Row(row_id):
                return row_id
            case Event():
                return self._event(param)
            case Field(object_name, name, _):
                # In quotation marks: some labels are whole clauses, and a list of them reads as one sentence.
                label = names.field(object_name, name)
                return self._pack.template("text.field", self._lang).format(label=label)
            case Stretch(first, last) if first == last:
                return names.partial(first)
            case Stretch(first, last):
                return self._text("stretch", first=first, last=last)
            case Unknown():
                return self._text("not_recorded")
            case tuple():
                return self._list(param)

    def _event(self, event: Event) -> str:
        row, day, country = Row(event.id), event.day, event.country
        if day is None:
            return self._text("event_without_day", row=row, country=Country(country)) if country else event.id
        if country is None:
            return self._text("event_without_country", row=row, day=day)
        return self._text("event", row=row, day=day, country=Country(country))

    def _list(self, params: tuple[Param, ...]) -> str:
        if not params:
            return self._text("not_recorded")
        said = [self.word(param) for param in params[:_MOST_IN_A_LIST]]
        if len(params) > len(said):
            said.append(self._text("more", count=len(params) - len(said)))
        if len(said) == 1:
            return said[0]
        return f"{', '.join(said[:-1])} {self._text('and')} {said[-1]}"
