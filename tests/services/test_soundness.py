"""The checks that run by themselves, beside whatever goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hrd_desktop.errors import Cancelled, DatabaseDamaged, DiskFull, Locked, RecordBroken
from hrd_desktop.services import cases, files, soundness
from hrd_desktop.services.files import CaseFile
from hrd_desktop.store import folder, record, remembered

PASSPHRASE = "a quiet boat with four machines"
DAY = date(2026, 9, 15)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    made = files.create(tmp_path / "office.hrd", PASSPHRASE, calibrate=False)
    for number in range(3):
        cases.new_case(made, f"HRD-2026-{number:04d}", alias=None, name=f"Person {number}", on=DAY)
    yield made
    made.lock()


def flip(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[page * 4096 + 700] ^= 0x10
    path.write_bytes(data)


@pytest.mark.parametrize("full", [False, True])
def test_a_sound_file_is_found_sound_and_the_day_kept(file: CaseFile, full: bool) -> None:
    assert soundness.last(file) == soundness.Checked(None, None)
    seen: list[tuple[int, int]] = []
    report = soundness.check(file, full=full, on=DAY, progress=lambda done, total: seen.append((done, total)))
    assert (report.full, report.cases) == (full, 3)
    assert report.entries == (files.verify(file).entries if full else 0)
    assert seen[0][0] == 0
    assert seen[-1][0] == seen[-1][1] == report.pages
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert soundness.last(file) == soundness.Checked(DAY, DAY if full else None)


def test_a_full_check_is_due_once_a_week() -> None:
    done = soundness.Checked(quick=DAY, full=DAY)
    assert soundness.Checked(DAY, None).full_is_due(DAY)
    assert not done.full_is_due(date(2026, 9, 21))
    assert done.full_is_due(date(2026, 9, 22))
    assert done.full_is_due(date(2026, 9, 1)), "the clock was put back"


def test_opening_asks_for_the_one_that_is_due(file: CaseFile) -> None:
    assert soundness.check_now(file, DAY).full
    assert not soundness.check_now(file, date(2026, 9, 16)).full
    assert soundness.last(file) == soundness.Checked(date(2026, 9, 16), DAY)


@pytest.mark.parametrize("full", [False, True])
def test_one_damaged_page_is_found_and_nothing_remembered(file: CaseFile, full: bool) -> None:
    file.lock()
    database = file.path / folder.DATABASE
    pages = database.stat().st_size // 4096
    flip(database, pages // 2)
    with files.unlock(file.path, PASSPHRASE) as damaged:
        with pytest.raises(DatabaseDamaged):
            soundness.check(damaged, full=full, on=DAY)
        assert soundness.last(damaged) == soundness.Checked(None, None)


@pytest.mark.parametrize("full", [False, True])
def test_locking_ends_it_at_once(file: CaseFile, full: bool) -> None:
    locking = threading.Thread(target=file.lock)

    def lock_amid(_done: int, _total: int) -> None:
        if not locking.ident:
            locking.start()
        while not file.stopped()():
            pass

    with pytest.raises(Cancelled):
        soundness.check(file, full=full, on=DAY, progress=lock_amid)
    locking.join(10)
    assert not locking.is_alive()
    with pytest.raises(Locked), file.session():
        pass


def test_whoever_asked_for_it_may_stop_it(file: CaseFile) -> None:
    with pytest.raises(Cancelled):
        soundness.check(file, full=True, on=DAY, cancelled=lambda: True)
    assert soundness.last(file).full is None


def test_saving_goes_on_while_it_runs(file: CaseFile) -> None:
    saved: list[str] = []

    def save_amid(done: int, _total: int) -> None:
        if not saved:
            saved.append(f"HRD-2027-{done:04d}")
            cases.new_case(file, saved[0], alias=None, name="Somebody", on=DAY)

    assert soundness.check(file, full=True, on=DAY, progress=save_amid).cases == 3
    assert cases.count_cases(file, cases.CaseloadQuery()) == 4


def test_a_record_that_was_altered_is_told_as_verify_tells_it_and_the_day_kept(file: CaseFile) -> None:
    with file.session() as session:
        session.connection().exec_driver_sql("UPDATE log_entry SET \"by\" = 'x' WHERE pk = 2")
    assert not soundness.check(file, full=False, on=DAY).entries
    with pytest.raises(RecordBroken) as found:
        soundness.check_now(file, DAY)
    with pytest.raises(RecordBroken) as verified:
        files.verify(file)
    assert found.value.facts == verified.value.facts
    # No backup mends a record: it is told once a week, not at each opening.
    assert soundness.last(file) == soundness.Checked(DAY, DAY)


def test_what_was_found_is_told_also_where_the_day_cannot_be_kept(
    file: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull(path="x")

    monkeypatch.setattr(remembered, "keep", refuse)
    assert soundness.check(file, full=True, on=DAY).full
    with file.session() as session:
        session.connection().exec_driver_sql("UPDATE log_entry SET \"by\" = 'x' WHERE pk = 2")
    with pytest.raises(RecordBroken):
        soundness.check(file, full=True, on=DAY)
    assert soundness.last(file).full is None


def test_proving_the_record_may_be_stopped_amid_it(file: CaseFile) -> None:
    with file.session() as session:
        for _ in range(1500):
            record.note(session, "list", at=datetime(2026, 9, 15, tzinfo=UTC))
    asked: list[bool] = []

    def enough() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        file.prove_record(enough)
    assert len(asked) > 3
