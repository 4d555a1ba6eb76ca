"""What encryption costs: the same work on SQLCipher and on plain SQLite, in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from hrd_desktop.core.edit import SetValue
from hrd_desktop.store import caseload as lists
from hrd_desktop.store import cases, edits
from hrd_desktop.store.engine import open_engine
from hrd_desktop.store.migrate import create_schema
from hrd_desktop.store.record_seal import Sealer
from hrd_desktop.vault.data_key import DataKey
from tests.bench.generate import caseload
from tests.bench.table import Row

_CASES = 1000
_INFO = {"sealer": Sealer(DataKey(bytearray(range(32))))}


def ratio_rows(folder: Path, _cases: int) -> list[Row]:
    """One row an action: milliseconds on SQLCipher, and how many times as long as on plain SQLite."""
    plain = _fill(_plain_engine(folder / "plain.db"), folder / "plain.db")
    cipher = _fill(open_engine(folder / "cipher.db", DataKey(bytearray(range(32)))), folder / "cipher.db")
    at = datetime(2026, 9, 15, tzinfo=UTC)
    actions: dict[str, Callable[[Session, int], object]] = {
        "load a case": lambda s, i: cases.load(s, f"GEN-{i * 53 % _CASES:05}"),
        "first page": lambda s, _: lists.page(s, lists.CaseloadQuery(), 0, 100),
        "search": lambda s, i: lists.page(s, lists.CaseloadQuery(text=("mar", "ali", "file 1")[i % 3]), 0, 100),
        "save an answer": lambda s, i: edits.apply(
            s, f"GEN-{i * 37 % _CASES:05}", [SetValue("P1.occupation", f"t {i}")], at=at, by=""
        ),
    }
    rows = []
    for what, action in actions.items():
        with_key, without = _median(cipher, action), _median(plain, action)
        rows.append(Row(f"SQLCipher: {what}", with_key, with_key, None, f"{with_key / without:.1f} x plain SQLite"))
    plain.dispose()
    cipher.dispose()
    return rows


def _plain_engine(path: Path) -> Engine:
    """The same library without a key, which is SQLite as it is."""

    def connect() -> dbapi2.Connection:
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, pool_size=1)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _fill(engine: Engine, path: Path) -> Engine:
    path.touch()
    create_schema(engine, path)
    with Session(engine, info=_INFO) as session, session.begin():
        cases.add(session, list(caseload(_CASES)))
    return engine


def _median(engine: Engine, action: Callable[[Session, int], object]) -> float:
    taken = []
    for i in range(101):
        start = time.perf_counter()
        with Session(engine, info=_INFO) as session, session.begin():
            action(session, i)
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken[1:])[50]
