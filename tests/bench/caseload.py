"""The window's work on a large case file: list, search, open, save, assess."""

from __future__ import annotations

import resource
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hrd_desktop.core.edit import SetValue
from hrd_desktop.services import cases, checking, editing, files, find, resemblance
from hrd_desktop.services.cases import CaseloadQuery
from hrd_desktop.store import cases as stored
from tests.bench.generate import caseload
from tests.bench.table import Row, of, repeat

PASSPHRASE = "a bench of invented people"
DAY = date(2026, 9, 15)
SEARCHES = ("a", "mar", "file 12", "GEN-00", "ali", "no", "sal", "zzz", "gen-0004", "m")
WORDS = (
    "a",
    "th",
    "the",
    "teacher",
    "hearing lawyer",
    "office computers",
    "gol",
    "Mohamed",
    "نب",
    "letter court",
    "zzz",
)
STORY = "\n\n".join(
    "The office was searched for three hours and the computers were carried away. A man who gave no name asked "
    f"neighbours where the children go to school, and said {number} times that he would come back."
    for number in range(40)
)
_BATCH = 500
_UNLOCKS = 5


def caseload_rows(folder: Path, number: int) -> list[Row]:
    """Fill a case file with generated cases, then measure what the window does with it."""
    file = files.create(folder / "bench", PASSPHRASE, calibrate=False)
    filled = time.perf_counter()
    batch = []
    for case in caseload(number):
        batch.append(case)
        if len(batch) == _BATCH:
            _add(file, batch)
            batch = []
    _add(file, batch)
    filled = time.perf_counter() - filled
    codes = [f"GEN-{i:05}" for i in range(number)]
    at = datetime(2026, 9, 15, tzinfo=UTC)

    def save(i: int) -> None:
        change = SetValue("P1.occupation", f"teacher {i}")
        editing.change(file, codes[i * 37 % number], [change], at=at + timedelta(seconds=i))

    def save_name(i: int) -> None:
        change = SetValue("N1.given", f"Maryam {i}")
        editing.change(file, codes[i * 41 % number], [change], at=at + timedelta(seconds=i))

    def save_text(i: int) -> None:
        change = SetValue("NR1.text", f"{STORY} {i}")
        editing.change(file, codes[i * 43 % number], [change], at=at + timedelta(seconds=i))

    note = f"{number} cases (filled in {filled:.0f} s)"
    rows = [
        repeat("first page of the caseload", lambda _: cases.list_cases(file, CaseloadQuery(), 0, 100), 50, 50, note),
        repeat("a page from the middle", lambda _: cases.list_cases(file, CaseloadQuery(), number // 2, 100), 50, 50),
        repeat(
            "search as you type: page and count",
            lambda i: (
                cases.list_cases(file, CaseloadQuery(text=SEARCHES[i % len(SEARCHES)]), 0, 100),
                cases.count_cases(file, CaseloadQuery(text=SEARCHES[i % len(SEARCHES)])),
            ),
            100,
            120,
        ),
        repeat("open a case", lambda i: cases.open_case(file, codes[i * 53 % number]), 100, 50),
        repeat("save one answer", save, 200, 10),
        repeat("save a name", save_name, 200, 10),
        repeat("save a narrative of some pages", save_text, 200, None),
    ]
    rows.append(
        repeat("find words in every text: first page", lambda i: find.find(file, WORDS[i % len(WORDS)]), 100, 120)
    )
    opened = [cases.open_case(file, code).case for code in codes[:200]]
    rows.append(
        repeat(
            "who on file resembles a person",
            lambda i: resemblance.resembling_persons(file, codes[i], opened[i].persons[0]),
            100,
            200,
        )
    )
    rows.append(repeat("assess one loaded case", lambda i: checking.assess_case(opened[i % 200], DAY), 200, 5))
    start = time.perf_counter()
    assessed = checking.refresh_headlines(file, DAY)
    rows.append(of("assess the whole caseload", [(time.perf_counter() - start) * 1000], 60_000, f"{assessed} cases"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    files.lock(file)
    derived = [_derive(file) for _ in range(_UNLOCKS)]
    rows.append(of("key derivation at its least cost", derived, None, "calibrated to 1 s on this machine when created"))
    rows.append(of("passphrase to caseload, with that derivation", [_unlock(folder) for _ in range(_UNLOCKS)], 500))
    rows.append(of("memory at its highest, in MB", [memory], None, "with the generator in the same process"))
    return rows


def _unlock(folder: Path) -> float:
    """From the passphrase to the first page of the list, in milliseconds."""
    start = time.perf_counter()
    file = files.unlock(folder / "bench.hrd", PASSPHRASE)
    cases.list_cases(file, CaseloadQuery(), 0, 100)
    taken = (time.perf_counter() - start) * 1000
    files.lock(file)
    return taken


def _add(file: files.CaseFile, batch: list) -> None:
    with file.session() as session:
        stored.add(session, batch)


def _derive(file: files.CaseFile) -> float:
    """How long the key derivation alone takes for this case file, in milliseconds."""
    from hrd_desktop.store import folder as parts
    from hrd_desktop.vault import keys

    keyfile = parts.read_keys(file.path)
    start = time.perf_counter()
    keys.unlock(keyfile, PASSPHRASE).wipe()
    return (time.perf_counter() - start) * 1000
