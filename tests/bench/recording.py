"""What the record and the history cost of a save, and how long the record takes to prove and to read."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any

from hrd_desktop.core.edit import SetValue
from hrd_desktop.services import editing, files
from hrd_desktop.store import cases as stored
from hrd_desktop.store import edits, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.record_seal import Line
from tests.bench.caseload import PASSPHRASE
from tests.bench.generate import caseload
from tests.bench.table import Row, of

_CASES, _ROUNDS, _ENTRIES = 1000, 400, 100_000
_AT = datetime(2026, 9, 15, tzinfo=UTC)
_SHARE = 20
"""Per cent of a save that record and history together may take."""


def recording_rows(folder: Path, _cases: int) -> list[Row]:
    """Saves with and without, one after the other so that the disk is the same for both."""
    file = files.create(folder / "recording", PASSPHRASE, calibrate=False)
    with file.session() as session:
        stored.add(session, list(caseload(_CASES)))
        for i in range(_CASES):
            record.note(session, "new_case", at=_AT, code=f"GEN-{i:05}")
    taken: dict[str, list[float]] = {"all": [], "no record": [], "neither": []}
    for i in range(_ROUNDS):
        # In turn, because whoever comes first reads the pages of the case for the others.
        for turn in range(3):
            how = (*taken, *taken)[i % 3 + turn]
            taken[how].append(_save(file, i, how))
    whole, bare, least = (quantiles(times[20:], n=4)[0] for times in taken.values())  # the calmer quarter
    rows = [
        of("save an answer, with history and record", taken["all"][20:], 10.0),
        _share("... of it the record", whole - bare, whole),
        _share("... of it history and record", whole - least, whole),
    ]
    with file.session() as session:
        for i in range(_ENTRIES):
            record.note(session, "view", at=_AT + timedelta(seconds=i), code=f"GEN-{i % _CASES:05}")
    rows.append(of("prove a record of 100,000 entries", [_timed(file.prove_record) for _ in range(3)], None))
    files.lock(file)
    return rows


def _share(what: str, part: float, whole: float) -> Row:
    percent = 100 * part / whole
    return Row(what, part, part, None, f"{percent:.0f} % of the save; at most {_SHARE} % for both")


def _save(file: CaseFile, i: int, how: str) -> float:
    change = SetValue("P1.occupation", f"{how} {i}")
    at = _AT + timedelta(minutes=5 * i)
    kept = edits.record.note_edit, edits.history.record_value
    if how != "all":
        edits.record.note_edit = _nothing  # type: ignore[assignment]  # what the save is compared with
    if how == "neither":
        edits.history.record_value = _no_line  # type: ignore[assignment]
    try:
        return _timed(lambda: editing.change(file, f"GEN-{i * 37 % _CASES:05}", [change], at=at))
    finally:
        edits.record.note_edit, edits.history.record_value = kept


def _nothing(*_: Any, **__: Any) -> None:
    """In place of the record."""


def _no_line(*_: Any) -> Line:
    """In place of the history."""
    return Line(0, 0, "set", "", "", None, None, None, "", "")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
