"""What one value of a field may be: the small rules that hold for a value whatever object it stands in."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hrd_desktop.core.countries import COUNTRIES
from hrd_desktop.core.dates import FIRST_YEAR, LAST_YEAR
from hrd_desktop.core.items import ITEMS
from hrd_desktop.core.languages import is_language_tag, shortest_tag
from hrd_desktop.core.schema import FieldSpec, Kind

GREATEST_NUMBER = 999_999_999
# Control characters but the line feed, and halves of a character that no file can hold.
_FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SHOWN = 60
_NEAR = 4
_ALIKE = 0.5


@dataclass(frozen=True)
class Flaw:
    """Why something cannot stand: the name of a sentence in `resources/words/causes.toml` and what fills its gaps."""

    cause: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


def flaw_of(spec: FieldSpec, value: Any) -> Flaw | None:
    """What is wrong with one value (one of the list where the field is a list), or None.

    The value has the type of the field already. Whether a reference points at something, and what an object holds, is
    for `validation`.
    """
    match spec.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return _text_flaw(value)
        case Kind.INTEGER:
            if not 0 <= value <= GREATEST_NUMBER:
                return Flaw("number_out_of_range", {"value": str(value), "greatest": GREATEST_NUMBER})
        case Kind.FULL_DATE:
            return year_flaw(value)
        case Kind.CODE:
            if value not in spec.codes:
                facts = {"value": quoted(value), "list": spec.code_list, "codes": near(value, spec.codes)}
                return Flaw("unknown_code", facts)
        case Kind.COUNTRY:
            if value not in COUNTRIES:
                return Flaw("unknown_country", {"value": quoted(value)})
        case Kind.LANGUAGE:
            return _language_flaw(value)
        case Kind.ITEM:
            if value not in ITEMS:
                return Flaw("unknown_item", {"value": quoted(value), "codes": near(value, ITEMS)})
    return None


def year_flaw(day: date) -> Flaw | None:
    """The flaw of a complete day outside the years the format knows."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return Flaw("year_out_of_range", {"value": quoted(day.isoformat()), "first": FIRST_YEAR, "last": LAST_YEAR})


def _language_flaw(tag: str) -> Flaw | None:
    if is_language_tag(tag):
        return None
    shorter = shortest_tag(tag)
    if shorter and is_language_tag(shorter):
        return Flaw("longer_language_tag", {"value": quoted(tag), "shorter": quoted(shorter)})
    return Flaw("not_a_language_tag", {"value": quoted(tag)})


def _text_flaw(text: str) -> Flaw | None:
    if not text.strip():
        return Flaw("empty_text")
    forbidden = _FORBIDDEN.search(text)
    return Flaw("control_character", {"character": f"U+{ord(forbidden[0]):04X}"}) if forbidden else None


def tidy(text: str) -> str | None:
    """A typed or pasted text as a case may hold it, or None if nothing is left.

    Line ends become line feeds, tabs become spaces, other control characters go, and the text is in NFC.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = unicodedata.normalize("NFC", _FORBIDDEN.sub("", text)).strip("\n")
    return text if text.strip() else None


def near(value: str, codes: Sequence[str]) -> str:
    """A few codes to try instead: those written alike, else the first of the list."""
    return ", ".join(difflib.get_close_matches(value[:_SHOWN], codes, _NEAR, _ALIKE) or codes[:_NEAR])


def quoted(value: Any) -> str:
    """A value as it stands in JSON, short, and with nothing in it that a terminal would obey."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, str) and len(value) > _SHOWN:
        value = value[:_SHOWN] + "…"
    written = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in written)
