"""Reading the record: filtered and paged in SQL, the newest first. What was altered by hand is shown as it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from hrd_desktop.store.cases import number_of
from hrd_desktop.store.columns import moment_text
from hrd_desktop.store.engine import driver

_FROM = """FROM log_entry e LEFT JOIN case_token t ON t.token = e.token LEFT JOIN caseload l ON l.case_pk = t.case_pk"""


@dataclass(frozen=True)
class Asked:
    """Which entries: of a case, of these actions (empty: all), not before `since`, before `until`, of one person."""

    case: str | None = None
    actions: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    by: str | None = None


@dataclass(frozen=True)
class Entry:
    """One thing that was done. `case` is the code, None where it was about no case, or about one that was erased.

    `at` is in UTC, None where it cannot be read any more. `erased` says that the case is no longer on file.
    """

    number: int
    at: datetime | None
    by: str
    action: str
    case: str | None
    alias: str | None
    erased: bool
    detail: Mapping[str, Any]


def page(session: Session, asked: Asked, offset: int, limit: int) -> list[Entry]:
    """So many entries, the newest first. Raises UnknownCase."""
    where, values = _where(session, asked)
    rows = driver(session.connection()).execute(
        f'SELECT e.pk, e."at", e."by", e."action", e.token, e.detail, l.code, l.alias {_FROM} WHERE {where}'
        " ORDER BY e.pk DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [_entry(*row) for row in rows]


def count(session: Session, asked: Asked) -> int:
    """How many entries there are of that kind. Raises UnknownCase."""
    where, values = _where(session, asked)
    statement = f"SELECT count(*) FROM log_entry e WHERE {where}"  # noqa: S608 - made of our own words
    (found,) = driver(session.connection()).execute(statement, values).fetchone()
    return int(found)


def people(session: Session) -> list[str]:
    """The initials in the record, sorted; without those who gave none."""
    rows = driver(session.connection()).execute('SELECT DISTINCT "by" FROM log_entry WHERE "by" <> \'\' ORDER BY 1')
    return [str(by) for (by,) in rows]


def _where(session: Session, asked: Asked) -> tuple[str, list[Any]]:
    parts, values = ["1"], list[Any]()
    if asked.case is not None:
        parts.append("e.token = (SELECT token FROM case_token WHERE case_pk = ?)")
        values.append(number_of(session.connection(), asked.case))
    if asked.actions:
        parts.append(f'e."action" IN ({", ".join("?" for _ in asked.actions)})')
        values += asked.actions
    if asked.since is not None:
        parts.append('e."at" >= ?')
        values.append(moment_text(asked.since))
    if asked.until is not None:
        parts.append('e."at" < ?')
        values.append(moment_text(asked.until))
    if asked.by is not None:
        parts.append('e."by" = ?')
        values.append(asked.by)
    return " AND ".join(parts), values


def _entry(
    number: int, at: Any, by: Any, action: Any, token: Any, detail: Any, code: str | None, alias: str | None
) -> Entry:
    moment, told = None, None
    with suppress(ValueError):
        moment = datetime.fromisoformat(str(at))
    with suppress(ValueError):
        told = json.loads(str(detail))
    held = told if isinstance(told, dict) else {}
    return Entry(number, moment, str(by), str(action), code, alias, token is not None and code is None, held)
