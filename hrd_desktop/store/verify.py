"""Reading a whole database to prove that it is as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from hrd_desktop.errors import DatabaseDamaged
from hrd_desktop.store.whole import missing

Progress = Callable[[int, int], None]

_STEPS_PER_CALL = 2000
_PAGES_PER_CALL = 100
"""The check takes some twenty steps on a page of rows of ordinary length: enough for a bar that moves."""


@dataclass(frozen=True)
class VerifyReport:
    """What was found sound: whether every reference was checked too, how many pages and cases, and how many entries of
    the record (0 where only the pages were checked)."""

    full: bool
    pages: int
    cases: int
    entries: int = 0


def verify_database(engine: Engine, path: Path, *, full: bool, progress: Progress | None) -> VerifyReport:
    """Check every page's HMAC and the structure; `full` adds indexes, references and objects that are half there.

    Progress counts pages, each of them twice: once for its HMAC and once for its contents. Raises DatabaseDamaged with
    fact `found`, which names pages and tables and quotes no content.
    """
    report = progress or _silent
    pooled = engine.raw_connection()
    try:
        database = pooled.dbapi_connection
        if not isinstance(database, dbapi2.Connection):
            raise TypeError("not a connection of SQLCipher")
        # What is still in the WAL goes into the file first: the file is what is read, backed up and carried away.
        _column(database, "PRAGMA wal_checkpoint(TRUNCATE)")
        pages = int(_column(database, "PRAGMA page_count")[0])
        report(0, 2 * pages)
        _refuse(_column(database, "PRAGMA cipher_integrity_check"), path)
        report(pages, 2 * pages)
        _refuse(_structure(database, pages, report, full=full), path)
        if full:
            _refuse(_column(database, "PRAGMA foreign_key_check"), path)
            _refuse(list(missing(database)), path)
        cases = _cases(database)
    finally:
        pooled.close()
    report(2 * pages, 2 * pages)
    return VerifyReport(full=full, pages=pages, cases=cases)


def check_beside(
    database: dbapi2.Connection, path: Path, *, full: bool, progress: Progress | None, stopped: Callable[[], bool]
) -> VerifyReport:
    """The same on a connection beside the one that works, in one state of the file; `stopped` ends it at once.

    Every page in use is read for its structure, and read it is only if its HMAC fits: pages that hold nothing are not
    looked at. Progress counts pages. Raises DatabaseDamaged; the library's own error where it was stopped.
    """
    report = progress or _silent
    database.execute("BEGIN")
    pages = int(_column(database, "PRAGMA page_count")[0])
    report(0, pages)
    _refuse(_structure(database, pages, lambda done, _: report(done - pages, pages), full=full, stopped=stopped), path)
    if full:
        database.set_progress_handler(lambda: int(stopped()), _STEPS_PER_CALL)
        _refuse(_column(database, "PRAGMA foreign_key_check"), path)
        _refuse(list(missing(database)), path)
    cases = _cases(database)
    database.execute("COMMIT")
    report(pages, pages)
    return VerifyReport(full=full, pages=pages, cases=cases)


def _structure(
    database: dbapi2.Connection,
    pages: int,
    report: Progress,
    *,
    full: bool,
    stopped: Callable[[], bool] = lambda: False,
) -> list[str]:
    """What the check of the structure found; the library's calls back stand for the pages it has been through."""
    done = pages

    def step() -> int:
        nonlocal done
        done = min(done + _PAGES_PER_CALL, 2 * pages - 1)
        report(done, 2 * pages)
        return int(stopped())

    database.set_progress_handler(step, _STEPS_PER_CALL)
    try:
        found = _column(database, "PRAGMA integrity_check" if full else "PRAGMA quick_check")
    finally:
        database.set_progress_handler(None, 0)
    return [line for line in found if line != "ok"]


def _cases(database: dbapi2.Connection) -> int:
    if not _column(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'case'"):
        return 0
    return int(_column(database, 'SELECT count(*) FROM "case"')[0])


def _column(database: dbapi2.Connection, statement: str) -> list[str]:
    return [str(row[0]) for row in database.execute(statement)]


def _refuse(found: list[str], path: Path) -> None:
    if found:
        raise DatabaseDamaged(path=str(path), found=found[0])


def _silent(_done: int, _total: int) -> None:
    """For callers who do not watch."""
