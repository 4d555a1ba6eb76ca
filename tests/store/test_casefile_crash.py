"""A program that is killed: what it acknowledged is there, and nothing on the disk can be read without the key."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hrd_desktop.store import folder
from tests.store.casefile_child import CANARY
from tests.store.casefile_parts import create, line, read, reopen, start, write

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
CANARIES = (CANARY, "Ткачёва-Ольхон", "نورالدین قلعه", "CREATE TABLE note")


def readable(folder_or_file: Path) -> list[tuple[str, str]]:
    """Every canary, in any encoding, in any file, with any single part of its name: (file, canary)."""
    files = [folder_or_file] if folder_or_file.is_file() else list(folder_or_file.iterdir())
    found = []
    for item in files:
        data = item.read_bytes()
        for canary in CANARIES:
            for part in [canary, *(word for word in canary.replace("-", " ").split() if len(word) > 5)]:
                if any(part.encode(encoding) in data for encoding in ENCODINGS):
                    found.append((item.name, part))
    return found


def test_the_search_for_plaintext_would_find_it(tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    database = sqlite3.connect(plain)
    database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
    database.executemany("INSERT INTO note (body) VALUES (?)", [(canary,) for canary in CANARIES])
    database.commit()
    database.close()
    assert {canary for _, canary in readable(plain)} >= set(CANARIES)


def test_nothing_can_be_read_while_open_nor_after_locking(tmp_path: Path) -> None:
    path = tmp_path / "office.hrd"
    with create(path) as file:
        write(file, *CANARIES)
        assert (path / "cases.db-wal").stat().st_size > 0
        assert readable(path) == []
    assert readable(path) == []
    assert (path / folder.DATABASE).read_bytes()[:15] != b"SQLite format 3"


def test_what_was_acknowledged_survives_being_killed(tmp_path: Path) -> None:
    path = tmp_path / "office.hrd"
    create(path).lock()
    acknowledged = 0
    for round_ in (1, 25, 3, 140):
        first = acknowledged + 1
        with start("commit", path, str(first)) as child:
            for _ in range(round_):
                acknowledged = int(line(child))
            child.kill()
            assert child.stdout is not None
            acknowledged = int(([acknowledged, *child.stdout.read().split("\n")[:-1]])[-1])
        assert (path / "cases.db-wal").stat().st_size > 0
        assert readable(path) == []
        with reopen(path) as file:
            numbers = [int(body.split()[0]) for body in read(file)]
            file.verify(True)
        # One more may have been committed and not yet told; it counts as done.
        assert numbers in (list(range(1, acknowledged + 1)), list(range(1, acknowledged + 2)))
        acknowledged = numbers[-1]
    assert readable(path) == []


def test_killed_while_making_leaves_no_case_file(tmp_path: Path) -> None:
    """At whatever moment: there is the whole case file under its name, or none."""
    path = tmp_path / "office.hrd"
    with start("make", path) as child:
        while not any(tmp_path.iterdir()) and child.poll() is None:
            pass
        child.kill()
    if path.exists():
        reopen(path).lock()
    else:
        create(path).lock()
