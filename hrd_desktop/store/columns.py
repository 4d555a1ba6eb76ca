"""Column types: how one value of the case format is kept in SQLite."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Date, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.schema import FieldSpec, Kind

# The same few thousand dates come back all the time, and a PartialDate never changes.
_parse = lru_cache(maxsize=4096)(PartialDate.parse)


class PartialDateText(TypeDecorator[PartialDate]):
    """A date known to the year, month or day, as it is written in the format: `1994-07`. Sorts by first day."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, _dialect: Dialect) -> str | None:
        if value is not None and not isinstance(value, PartialDate):
            raise TypeError("a PartialDate is wanted")
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> PartialDate | None:
        return None if value is None else _parse(value)


class TextList(TypeDecorator[list[str]]):
    """A list of codes, countries, items, ids or short texts as one JSON text; NULL is the empty list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, _dialect: Dialect) -> str | None:
        return json.dumps(value, ensure_ascii=False) if value else None

    def process_result_value(self, value: str | None, _dialect: Dialect) -> list[str]:
        return json.loads(value) if value else []


class Moment(TypeDecorator[datetime]):
    """An aware point in time, kept in UTC as `2026-05-04T09:30:00.000000Z`, so that text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def moment_text(value: datetime) -> str:
    """An aware point in time as it is kept."""
    if value.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


_SINGLE: dict[Kind, type[TypeEngine[Any]]] = {
    Kind.TEXT: Text,
    Kind.LONG_TEXT: Text,
    Kind.CODE: Text,
    Kind.COUNTRY: Text,
    Kind.LANGUAGE: Text,
    Kind.ITEM: Text,
    Kind.REF: Text,
    Kind.INTEGER: Integer,
    Kind.BOOLEAN: Boolean,
    Kind.PARTIAL_DATE: PartialDateText,
    Kind.FULL_DATE: Date,
}


def type_of(spec: FieldSpec) -> TypeEngine[Any]:
    """The column type for a field that is not an object."""
    return TextList() if spec.many else _SINGLE[spec.kind]()
