"""Whether the record is whole: every entry as it was sealed, none missing, and the history of cases as it tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from hrd_desktop.errors import RecordBroken
from hrd_desktop.store.record import fits
from hrd_desktop.store.record_seal import FIRST, Line, Sealer

_ENTRIES = 'SELECT pk, "at", "by", "action", token, detail, mac FROM log_entry ORDER BY pk'
_LINES = 'SELECT pk, case_pk, "action", place, kind, position, "before", "after", "at", "by" FROM edit_history'


@dataclass(frozen=True)
class Break:
    """Where the record does not fit: the first entry concerned and its day (None where it says none), and how.

    `reason`: `altered` (entries were altered, removed, moved or put in there), `cut` (the last ones are missing, or the
    count of entries is not what it was), `gap` (it had been broken when work went on), `history` (the history of a case
    is not what the entry tells), `history_added` (history of a case that no entry tells of), `case` (a case is not the
    one its entries were about, or went without an entry).
    """

    number: int
    on: date | None
    reason: str


@dataclass(frozen=True)
class Proof:
    """How many entries there are, and the first thing that does not fit (None: the record is whole)."""

    entries: int
    broken: Break | None

    def refusal(self, path: Path) -> RecordBroken | None:
        """What to tell of the case file at `path`; None where the record is whole."""
        found = self.broken
        if found is None:
            return None
        day = {"on": found.on.isoformat()} if found.on else {"cause": "undated"}
        return RecordBroken(path=str(path), number=found.number, reason=found.reason, **day)


def prove(database: dbapi2.Connection, sealer: Sealer) -> Proof:
    """Go through the whole record and the history it tells of. The connection sees one state: a transaction is open."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if "case" not in tables:
        return Proof(0, None)
    if not tables.issuperset(("log_entry", "log_head", "case_token")):
        return Proof(0, Break(1, None, "cut"))
    return _Proof(database, sealer).go()


class _Proof:
    def __init__(self, database: dbapi2.Connection, sealer: Sealer) -> None:
        self._database = database
        self._sealer = sealer
        self._number, self._last = 0, FIRST
        self._count = 0
        # The newest entry about a line of history counts: a text that is typed on stays one line.
        self._told: dict[int, tuple[int, str, str | None]] = {}
        self._erased: set[str] = set()
        self._first: dict[str, int] = {}
        self._broken: Break | None = None

    def go(self) -> Proof:
        self._chain()
        self._head()
        if self._broken is None:
            self._cases()
        return Proof(self._count, self._dated(self._broken))

    def _chain(self) -> None:
        for number, at, by, action, token, detail, mac in self._database.execute(_ENTRIES):
            expected = self._number + 1
            parts = (number, at, by, action, token, detail)
            if number != expected or not fits(mac, self._sealer.seal(b"entry", self._last, *parts)):
                self._break(expected, "altered")
                break
            if action == "gap":
                self._break(number, "gap")
                break
            self._number, self._last = number, mac
            self._keep(number, action, token, detail)
        (self._count,) = self._database.execute("SELECT count(*) FROM log_entry").fetchone()

    def _keep(self, number: int, action: str, token: str | None, detail: str) -> None:
        if token is None:
            return
        self._first.setdefault(token, number)
        if action == "erase":
            self._erased.add(token)
        if '"lines"' in detail or '"gone"' in detail:
            told = json.loads(detail)
            for pk, digest in told.get("lines", ()):
                self._told[pk] = (number, token, digest)
            for pk in told.get("gone", ()):
                self._told[pk] = (number, token, None)

    def _head(self) -> None:
        if self._broken is not None:
            return
        rows = self._database.execute("SELECT pk, entries, mac FROM log_head").fetchall()
        if rows == [(1, 0, b"")] and self._number == 0:
            return
        wanted = self._sealer.seal(b"head", self._number, self._last)
        if len(rows) != 1 or rows[0][:2] != (1, self._number) or not fits(rows[0][2], wanted):
            self._break(self._number + 1, "cut")

    def _cases(self) -> None:
        tokens: dict[int, tuple[str, bytes]] = {}
        for case_pk, token, salt, mac in self._database.execute("SELECT case_pk, token, salt, mac FROM case_token"):
            if not fits(mac, self._sealer.seal(b"case", case_pk, token, salt)) or token not in self._first:
                self._break(self._first.get(token, self._number), "case")
                continue
            tokens[case_pk] = (token, salt)
        here = {token for token, _ in tokens.values()}
        for token, number in self._first.items():
            if token not in here and token not in self._erased:
                self._break(number, "case")
        if self._number:
            self._history(tokens, here)

    def _history(self, tokens: dict[int, tuple[str, bytes]], here: set[str]) -> None:
        seen: set[int] = set()
        for line in self._lines():
            number, token, digest = self._told.get(line.pk, (self._number, None, None))
            known, salt = tokens.get(line.case_pk, (None, b""))
            if known is None or token != known or digest is None:
                self._break(number, "history_added")
            elif digest != self._sealer.line(salt, line):
                self._break(number, "history")
            seen.add(line.pk)
        for pk, (number, token, digest) in self._told.items():
            if digest is not None and pk not in seen and token in here:
                self._break(number, "history")

    def _lines(self) -> Iterator[Line]:
        return map(Line._make, self._database.execute(_LINES))

    def _break(self, number: int, reason: str) -> None:
        """Keep the first: what comes later in the record may follow from it."""
        if self._broken is None or number < self._broken.number:
            self._broken = Break(number, None, reason)

    def _dated(self, broken: Break | None) -> Break | None:
        if broken is None:
            return None
        # Of an entry that is missing, the day of the one after it, or of the one before.
        near = 'SELECT "at" FROM log_entry WHERE pk >= ? ORDER BY pk LIMIT 1'
        found = self._database.execute(near, (broken.number,)).fetchone()
        found = found or self._database.execute('SELECT "at" FROM log_entry ORDER BY pk DESC LIMIT 1').fetchone()
        return replace(broken, on=_day(found[0])) if found else broken


def _day(at: object) -> date | None:
    """The day of a moment as it is kept; what was altered may be anything."""
    with suppress(ValueError):
        return datetime.fromisoformat(str(at)).date()
    return None
