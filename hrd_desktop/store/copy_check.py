"""Looking into a database where it lies in a backup: whether its pages are sound, what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from hrd_desktop.errors import Cancelled
from hrd_desktop.store.backup_file import PAGE
from hrd_desktop.store.copying import Progress, Stopped, digest_of
from hrd_desktop.store.mark import last_change, mark_of

_STEPS_PER_LOOK = 20
"""Between two looks whether to stop: about a page of rows, or twenty pages with all the files that hang on them."""


@dataclass(frozen=True)
class Found:
    """What a database holds: cases, when one of them was changed last, its mark; of which form its tables are."""

    cases: int
    last_change: datetime | None
    mark: str
    form: str


class Unsound(Exception):
    """The check of a database found something; the text names pages and tables and quotes no content."""


def look(connection: dbapi2.Connection) -> Found:
    """Count without checking. Raises dbapi2.Error, Unsound."""
    try:
        mark, cases = mark_of(connection)
        changed = last_change(connection)
        ((form,),) = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        return Found(cases, None if changed is None else datetime.fromisoformat(changed), mark, str(form))
    except ValueError as error:
        raise Unsound("its form or a time") from error


def check(
    connection: dbapi2.Connection,
    size: int,
    stopped: Stopped,
    progress: Progress | None = None,
    *,
    also: Callable[[], int] = int,
    full: bool = False,
) -> Found:
    """Read every page that is in use, its HMAC with it, and count; `full` checks every index too.

    `also` tells how many bytes somebody else has read meanwhile, for a bar that moves through long files too.
    `PRAGMA cipher_integrity_check` would take as long, cannot be stopped and knows nothing of the tree: the digest of
    the file covers what lies outside it. Raises Unsound, Cancelled, dbapi2.Error.
    """
    pages = size // PAGE
    if _one(connection, "PRAGMA page_count") > pages:
        raise Unsound("its length")
    done = told = 0

    def step() -> int:
        nonlocal done, told
        done += 1
        now = min(max(done, also() // PAGE), pages - 1) * 1000 // pages
        if progress is not None and now > told:
            told = now
            progress(told, 1000)
        return int(stopped())

    connection.set_progress_handler(step, _STEPS_PER_LOOK)
    try:
        lines = connection.execute("PRAGMA integrity_check" if full else "PRAGMA quick_check").fetchall()
        found = [line for (line,) in lines if line != "ok"]
        if found:
            raise Unsound(str(found[0]))
        looked = look(connection)
    except dbapi2.OperationalError as error:
        if stopped():
            raise Cancelled() from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if progress is not None:
        progress(1000, 1000)
    return looked


@dataclass(frozen=True)
class Twice:
    """What reading a database twice gave: what it holds or what is wrong with it, its SHA-256 ("" of a short file)."""

    found: Found | None
    unsound: str
    sha256: str


def read_twice(
    connected: AbstractContextManager[dbapi2.Connection],
    path: Path,
    size: int,
    stopped: Stopped,
    progress: Progress | None,
    *,
    before: Callable[[], None] | None = None,
    full: bool = False,
) -> Twice:
    """Read the first `size` bytes of a file as the database that they are (`check`), and at the same time as bytes.

    `before` is done before the bytes are read, while the database is: to flush it. Raises Cancelled, dbapi2.Error,
    OSError.
    """

    read = 0

    def count(done: int, _total: int) -> None:
        nonlocal read
        read = done

    def bytes_of_it() -> str:
        if before is not None:
            before()
        try:
            return digest_of(path, size, stopped, count)
        except EOFError:
            return ""

    with ThreadPoolExecutor(1) as beside:
        digest = beside.submit(bytes_of_it)
        try:
            with faults(), connected as connection:
                found, unsound = check(connection, size, stopped, progress, also=lambda: read, full=full), ""
        except Unsound as error:
            found, unsound = None, str(error)
        return Twice(found, unsound, digest.result())


@contextmanager
def faults() -> Iterator[None]:
    """Turn what the database engine says of a damaged page into Unsound; errors of the disk pass."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGE:
            raise Unsound(f"SQLite error {code}") from error
        raise


_DAMAGE = {1, 11, 26}
"""ERROR (a table that is not there), CORRUPT, NOTADB."""


def _one(connection: dbapi2.Connection, statement: str) -> int:
    ((value,),) = connection.execute(statement).fetchall()
    return int(value)
