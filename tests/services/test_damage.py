"""What can be had back of a damaged case file: backups, cases, keys."""

from __future__ import annotations

import errno
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hrd_desktop import paths
from hrd_desktop.errors import (
    AlreadyExists,
    AlreadyOpen,
    Cancelled,
    DatabaseMissing,
    InsideCaseFile,
    KeysAreSound,
    NothingReadable,
    OtherCaseFile,
    WrongSecret,
)
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.services import backups, cases, damage, evidence, files, record, salvaging
from hrd_desktop.services.evidence import Reader
from hrd_desktop.store import folder, lockfile
from hrd_desktop.wording import wording
from tests.ready_made import FiveCases
from tests.services.conftest import DAY, PASSPHRASE

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
OTHER = "a glass bell under the snow of May"
WORDS = wording("en")


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "own place"
    monkeypatch.setattr(paths, "backups", lambda: place)
    monkeypatch.setattr(damage, "sticks", list)
    return place


@pytest.fixture
def path(tmp_path: Path, five_cases: FiveCases) -> Path:
    return five_cases.copy(tmp_path / "office.hrd")


def back_up(path: Path, at: datetime = AT, secret: str = PASSPHRASE) -> Path:
    with files.unlock(path, secret) as file:
        return backups.back_up(file, at=at).own.path


def zero(path: Path, begin: int, pages: int) -> None:
    data = bytearray((path / folder.DATABASE).read_bytes())
    data[begin * 4096 : (begin + pages) * 4096] = bytes(pages * 4096)
    (path / folder.DATABASE).write_bytes(data)


def state(path: Path) -> dict[str, bytes]:
    return {item.name: item.read_bytes() for item in path.iterdir() if item.name != folder.LOCK}


def test_the_newest_good_backup_and_what_changed_since(path: Path) -> None:
    back_up(path, AT - timedelta(days=2))
    newest = back_up(path, AT)
    with files.unlock(path, PASSPHRASE) as file:
        cases.new_case(file, "HRD-2026-9001", alias=None, name="Somebody", on=DAY)
    zero(path, 0, 1)
    before = state(path)
    offers = damage.offers(path, PASSPHRASE)
    assert offers.backup is not None
    assert offers.backup.path == newest
    assert offers.backup.cases == 5
    assert "HRD-2026-9001" in offers.changed
    assert offers.readable is not None
    assert len(offers.readable) == 6
    assert (offers.in_part, offers.gone, offers.keys_from, offers.backups_seen) == ((), (), None, 2)
    assert state(path) == before


def test_a_damaged_backup_is_passed_over(path: Path) -> None:
    older = back_up(path, AT - timedelta(days=2))
    newest = back_up(path, AT)
    data = bytearray(newest.read_bytes())
    data[50 * 4096 + 9] ^= 1
    newest.write_bytes(data)
    offers = damage.offers(path, PASSPHRASE)
    assert offers.backup is not None
    assert offers.backup.path == older
    assert offers.backups_seen == 2


def test_without_any_backup_the_cases_are_counted(path: Path) -> None:
    pages = (path / folder.DATABASE).stat().st_size // 4096
    zero(path, pages - 30, 30)
    offers = damage.offers(path, PASSPHRASE)
    assert offers.backup is None
    assert offers.readable is not None
    assert len(offers.readable) + len(offers.in_part) + len(offers.gone) == 5
    assert not offers.nothing


def test_a_wrong_passphrase_is_refused(path: Path) -> None:
    zero(path, 3, 1)
    with pytest.raises(WrongSecret):
        damage.offers(path, OTHER)


def test_a_lost_database_is_had_back_from_a_backup(path: Path) -> None:
    made = back_up(path)
    (path / folder.DATABASE).unlink()
    offers = damage.offers(path, PASSPHRASE)
    assert offers.backup is not None
    assert (offers.backup.path, offers.readable) == (made, None)
    with pytest.raises(DatabaseMissing):
        salvaging.salvage(path, PASSPHRASE, path.with_name("out"), WORDS)


@pytest.mark.parametrize("loss", ["gone", "emptied", "cut"])
def test_lost_keys_are_rebuilt_and_open_the_file(path: Path, loss: str) -> None:
    made = back_up(path)
    keys = path / folder.KEYS
    sound = keys.read_bytes()
    if loss == "gone":
        keys.unlink()
    else:
        keys.write_bytes(b"" if loss == "emptied" else sound[:-40])
    offers = damage.offers(path, PASSPHRASE)
    assert offers.keys_from is not None
    assert offers.keys_from.path == made
    aside = damage.rebuild_keys(path, made, PASSPHRASE, at=AT)
    assert keys.read_bytes() == sound
    if loss == "gone":
        assert aside is None
    else:
        assert aside is not None
        assert aside.name == "keys damaged 2026-09-15.json"
        assert aside.read_bytes() != sound
    with files.unlock(path, PASSPHRASE) as file:
        assert cases.count_cases(file, cases.CaseloadQuery()) == 5
        with file.session() as session:
            noted = session.connection().exec_driver_sql("SELECT action FROM log_entry").scalars().all()
        assert noted.count("keys_rebuilt") == 1


def test_keys_of_another_file_lie_there(path: Path, tmp_path: Path) -> None:
    made = back_up(path)
    other = tmp_path / "other.hrd"
    files.create(other, OTHER, calibrate=False).lock()
    shutil.copy(other / folder.KEYS, path / folder.KEYS)
    offers = damage.offers(path, PASSPHRASE)
    assert offers.keys_from is not None
    damage.rebuild_keys(path, made, PASSPHRASE, at=AT)
    files.unlock(path, PASSPHRASE).lock()


def test_sound_keys_are_left_alone(path: Path) -> None:
    made = back_up(path)
    before = state(path)
    with pytest.raises(KeysAreSound):
        damage.rebuild_keys(path, made, PASSPHRASE, at=AT)
    assert state(path) == before


def test_keys_are_never_taken_from_a_backup_of_another_file(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.hrd"
    files.create(other, PASSPHRASE, calibrate=False).lock()
    made = back_up(other)
    (path / folder.KEYS).unlink()
    with pytest.raises(OtherCaseFile):
        damage.rebuild_keys(path, made, PASSPHRASE, at=AT)
    assert not (path / folder.KEYS).exists()


def test_keys_are_written_only_when_the_secret_opens_them(path: Path) -> None:
    made = back_up(path)
    (path / folder.KEYS).unlink()
    with pytest.raises(WrongSecret):
        damage.rebuild_keys(path, made, OTHER, at=AT)
    assert not (path / folder.KEYS).exists()


def test_salvage_writes_cases_with_their_papers_and_a_list(path: Path, tmp_path: Path) -> None:
    with files.unlock(path, PASSPHRASE) as file, Reader() as reader:
        scan = tmp_path / "a paper.txt"
        scan.write_text("An invented paper.\n")
        code = cases.list_cases(file, cases.CaseloadQuery())[0].code
        evidence.add(file, code, scan.read_bytes(), scan.name, title="A paper", kind="other", at=AT, reader=reader)
    zero(path, 0, 1)
    before = state(path)
    out = tmp_path / "out"
    seen: list[tuple[int, int]] = []
    report = salvaging.salvage(path, PASSPHRASE, out, WORDS, progress=lambda *step: seen.append(step))
    assert state(path) == before
    assert len(report.whole) == 5
    assert report.gone == ()
    assert all(one.importable for one in report.cases)
    for one in report.cases:
        made = out / one.folder / f"{one.folder}.json"
        assert read_case(made.read_bytes(), made.name).code == one.code
    assert any(item.read_bytes() == scan.read_bytes() for item in (out / code).rglob("*") if item.suffix != ".json")
    listed = (out / "What could be read.txt").read_text("utf-8")
    assert "Whole: 5 cases" in listed
    assert code in listed
    assert seen[-1][0] == seen[-1][1]


def test_the_record_of_a_sound_file_says_that_everything_was_written_out(path: Path, tmp_path: Path) -> None:
    salvaging.salvage(path, PASSPHRASE, tmp_path / "out", WORDS, by="Eve")
    with files.unlock(path, PASSPHRASE) as file:
        (entry,) = record.read(file, record.asked(action="salvage"))
        assert (entry.by, entry.detail) == ("Eve", {"cases": 5})
        assert record.state(file).broken is None


def test_what_was_salvaged_can_be_brought_in_again(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = salvaging.salvage(path, PASSPHRASE, out, WORDS)
    again = files.create(tmp_path / "again.hrd", OTHER, calibrate=False)
    taken = cases.import_cases(again, [out / one.folder / f"{one.folder}.json" for one in report.cases], on=DAY)
    again.lock()
    assert len(taken.codes) == 5


def test_salvage_works_without_keys_where_a_backup_has_them(path: Path, tmp_path: Path) -> None:
    back_up(path)
    (path / folder.KEYS).unlink()
    assert len(salvaging.salvage(path, PASSPHRASE, tmp_path / "out", WORDS).whole) == 5


def test_nothing_is_written_where_nothing_can_be_read_or_where_something_is(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(AlreadyExists):
        salvaging.salvage(path, PASSPHRASE, out, WORDS)
    with pytest.raises(InsideCaseFile):
        salvaging.salvage(path, PASSPHRASE, path / "out", WORDS)
    zero(path, 0, (path / folder.DATABASE).stat().st_size // 4096)
    with pytest.raises(NothingReadable):
        salvaging.salvage(path, PASSPHRASE, tmp_path / "empty", WORDS)
    assert not (tmp_path / "empty").exists()
    assert not list(tmp_path.glob(".empty*"))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_list_has_words_for_everything(lang: str, tmp_path: Path) -> None:
    written = salvaging.Written("HRD-1", "HRD-1", 2, True, False, 1, ("E3",))
    report = salvaging.Report(tmp_path, (written,), ("HRD-2", ""), 100, 7, False)
    said = salvaging.said(report, wording("fr" if lang == "fr" else "en"))
    assert "HRD-1" in said
    assert "E3" in said
    assert "{" not in said


def test_first_bytes_that_do_not_fit_the_keys_cost_no_case(path: Path, tmp_path: Path) -> None:
    data = bytearray((path / folder.DATABASE).read_bytes())
    data[3] ^= 1
    (path / folder.DATABASE).write_bytes(data)
    offers = damage.offers(path, PASSPHRASE)
    assert offers.readable is not None
    assert len(offers.readable) == 5
    assert offers.keys_from is None
    assert len(salvaging.salvage(path, PASSPHRASE, tmp_path / "out", WORDS).whole) == 5


def test_what_is_open_elsewhere_is_not_picked_apart(path: Path, tmp_path: Path) -> None:
    with files.unlock(path, PASSPHRASE), pytest.raises(AlreadyOpen):
        salvaging.salvage(path, PASSPHRASE, tmp_path / "out", WORDS)
    assert not (tmp_path / "out").exists()


def test_stopping_leaves_nothing_half_written(path: Path, tmp_path: Path) -> None:
    asked = iter(range(10_000))
    with pytest.raises(Cancelled):
        salvaging.salvage(path, PASSPHRASE, tmp_path / "out", WORDS, cancelled=lambda: next(asked) > 8)
    assert [item.name for item in tmp_path.iterdir() if "out" in item.name] == []


def test_a_disk_that_takes_no_lock_any_more_is_still_read(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(lockfile, "hold", refuse)
    assert len(salvaging.salvage(path, PASSPHRASE, tmp_path / "out", WORDS).whole) == 5
