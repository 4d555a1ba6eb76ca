"""The record of what was done with a case file: one sealed entry after another, each over the one before.

Whoever does a thing notes it in the transaction of the thing itself (`note`), so that neither is there without the
other. What may be said is a closed list (`record_actions`), how it is sealed stands in `record_seal`, whether all of it
fits is for `record_proof`. A record that does not fit any more never stops the work: it goes on behind an entry `gap`,
which is a break for good.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from hrd_desktop.store import record_actions
from hrd_desktop.store.cases import number_of
from hrd_desktop.store.columns import moment_text
from hrd_desktop.store.engine import driver
from hrd_desktop.store.record_seal import FIRST, Line, Sealer

__all__ = ["Line", "Sealer", "cover", "note", "note_edit"]

SEALER = "sealer"
"""Under this name `CaseFile.session` puts the sealer into `session.info`."""

# As texts for the driver itself: every save makes these, and through SQLAlchemy they would cost ten times as much.
_STATE = """SELECT h.entries, h.mac, e.pk, e.mac, t.token, t.salt FROM log_head h
LEFT JOIN log_entry e ON e.pk = (SELECT max(pk) FROM log_entry) LEFT JOIN case_token t ON t.case_pk = ?
WHERE h.pk = 1"""
_STATE_WITHOUT_HEAD = "SELECT NULL, NULL, max(pk), mac, NULL, NULL FROM log_entry"
_ADD = 'INSERT INTO log_entry (pk, "at", "by", "action", token, detail, mac) VALUES (?, ?, ?, ?, ?, ?, ?)'
_HEAD = """INSERT INTO log_head (pk, entries, mac) VALUES (1, ?, ?)
ON CONFLICT (pk) DO UPDATE SET entries = excluded.entries, mac = excluded.mac"""
_TOKEN = "SELECT token, salt FROM case_token WHERE case_pk = ?"  # noqa: S105 - no secret
_NEW_TOKEN = "INSERT INTO case_token (case_pk, token, salt, mac) VALUES (?, ?, ?, ?)"  # noqa: S105
_LINES = """SELECT pk, case_pk, "action", place, kind, position, "before", "after", "at", "by" FROM edit_history"""

_LINES_PER_ENTRY = 200


def note(session: Session, action: str, *, at: datetime, by: str = "", code: str | None = None, **detail: Any) -> int:
    """Write that something was done, in the caller's transaction, and return the number of the entry.

    `action` is one of `record_actions.ACTIONS`, `detail` codes and numbers that are allowed with it, `code` the case.
    Without `by` it is whoever unlocked the file. Raises UnknownCase; ValueError for what is not on the list.
    """
    case_pk = None if code is None else number_of(session.connection(), code)
    return _Record(session, case_pk, at, by).write(action, case_pk, detail)


def note_edit(
    session: Session,
    action: str,
    case_pk: int,
    lines: Sequence[Line],
    kinds: Iterable[str],
    *,
    at: datetime,
    by: str,
) -> None:
    """Write that objects of these kinds were changed, with the lines of history that tell how; for `edits.apply`."""
    # A line that was typed on twice within one save stands as it is now.
    newest = {line.pk: line for line in lines}
    _Record(session, case_pk, at, by, lines).write_many(
        action, case_pk, {"kinds": sorted(kinds)}, list(newest.values())
    )


def cover(
    session: Session, action: str, lines: Sequence[int], *, at: datetime, by: str, code: str, **detail: Any
) -> int:
    """Write that lines of history were put into a case as they were elsewhere: `lines` are their pks.

    For a case that comes with its history. Returns the number of the last entry. Raises UnknownCase.
    """
    case_pk = number_of(session.connection(), code)
    wanted = frozenset(lines)
    read = driver(session.connection()).execute(_LINES + " WHERE case_pk = ? ORDER BY pk", (case_pk,))
    found = [line for line in map(Line._make, read) if line.pk in wanted]
    return _Record(session, case_pk, at, by, found).write_many(action, case_pk, detail, found)


class _Record:
    """The end of the record, as one transaction goes on with it."""

    def __init__(
        self, session: Session, case_pk: int | None, at: datetime, by: str, lines: Sequence[Line] = ()
    ) -> None:
        """`lines` are those that will be told next: where the record only begins, they are not of the time before."""
        self._run = driver(session.connection()).execute
        self._sealer: Sealer = session.info[SEALER]
        self._at = moment_text(at)
        self._by = by or self._sealer.by
        self._number, self._last = 0, FIRST
        self._tokens: dict[int, tuple[str, bytes]] = {}
        self._go_on(case_pk, frozenset(line.pk for line in lines))

    def _go_on(self, case_pk: int | None, new: frozenset[int]) -> None:
        found = self._run(_STATE, (case_pk,)).fetchone() or self._run(_STATE_WITHOUT_HEAD).fetchone()
        entries, head, number, last, token, salt = found
        if case_pk is not None and token is not None:
            self._tokens[case_pk] = (token, salt)
        if number is not None and entries == number and fits(head, self._sealer.seal(b"head", number, last)):
            self._number, self._last = number, last
        elif (entries, head, number) == (0, b"", None) and not self._any("case_token"):
            self._begin(new)
        else:
            known = entries if isinstance(entries, int) else 0
            self._number = max(known, number or 0)
            self._last = last if isinstance(last, bytes) else FIRST
            self._append("gap", None, {"expected": known, "found": number or 0})

    def _any(self, table: str) -> bool:
        return self._run(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None  # noqa: S608 - a name of our own

    def _begin(self, new: frozenset[int]) -> None:
        """The first entry of all. History that is older than the record is taken into it as it stands."""
        older = [Line._make(row) for row in self._run(_LINES + " ORDER BY case_pk, pk")]
        by_case: dict[int, list[Line]] = {}
        for line in older:
            if line.pk in new:
                continue
            by_case.setdefault(line.case_pk, []).append(line)
        self._append("begin", None, {"cases": len(by_case)})
        for case_pk, lines in by_case.items():
            self.write_many("begin", case_pk, {}, lines)

    def write_many(self, action: str, case_pk: int, detail: Mapping[str, Any], lines: Sequence[Line]) -> int:
        """One entry, or several where the lines are many; the details stand in the first."""
        self.write(action, case_pk, detail, lines[:_LINES_PER_ENTRY])
        for first in range(_LINES_PER_ENTRY, len(lines), _LINES_PER_ENTRY):
            self.write(action, case_pk, {}, lines[first : first + _LINES_PER_ENTRY])
        return self._number

    def write(
        self, action: str, case_pk: int | None, detail: Mapping[str, Any], lines: Sequence[Line] | None = None
    ) -> int:
        record_actions.check(action, detail)
        token = None
        told = dict(detail)
        if case_pk is not None:
            token, salt = self._token(case_pk)
            if lines:
                told["lines"] = [[line.pk, self._sealer.line(salt, line)] for line in lines]
        return self._append(action, token, told)

    def _token(self, case_pk: int) -> tuple[str, bytes]:
        if case_pk not in self._tokens:
            self._tokens[case_pk] = self._run(_TOKEN, (case_pk,)).fetchone() or self._new_token(case_pk)
        return self._tokens[case_pk]

    def _new_token(self, case_pk: int) -> tuple[str, bytes]:
        token, salt = secrets.token_hex(8), secrets.token_bytes(16)
        mac = self._sealer.seal(b"case", case_pk, token, salt)
        self._run(_NEW_TOKEN, (case_pk, token, salt, mac))
        return token, salt

    def _append(self, action: str, token: str | None, detail: Mapping[str, Any]) -> int:
        number = self._number + 1
        told = json.dumps(detail, sort_keys=True, separators=(",", ":"))
        mac = self._sealer.seal(b"entry", self._last, number, self._at, self._by, action, token, told)
        self._run(_ADD, (number, self._at, self._by, action, token, told, mac))
        self._run(_HEAD, (number, self._sealer.seal(b"head", number, mac)))
        self._number, self._last = number, mac
        return number


def fits(kept: object, wanted: bytes) -> bool:
    """Whether a seal that was kept is the one that belongs there; anything may stand in a file that was altered."""
    return isinstance(kept, bytes) and hmac.compare_digest(kept, wanted)
