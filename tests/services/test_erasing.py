"""An erased case is gone: from every table, every index, and from the bytes of the database, also where pages are free.

The database is decrypted page by page by the test itself, so that nothing of it can hide: neither pages that no table
uses any more nor what is left over inside a page.
"""

from __future__ import annotations

import re
import shutil
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import Date, Float, Integer, LargeBinary, Table, func, insert, select

from hrd_desktop import paths
from hrd_desktop.assets import resource
from hrd_desktop.core.edit import AddRow, Draft, SetValue
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, fields_of, object_name
from hrd_desktop.core.staff import JournalEntry
from hrd_desktop.errors import DiskFull, NotConfirmed, UnknownCase
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.services import backups, cases, editing, erasing, family_asked, files, find, remains
from hrd_desktop.services.files import CaseFile
from hrd_desktop.store import blobs
from hrd_desktop.store import cases as stored
from hrd_desktop.store.columns import Moment
from hrd_desktop.store.ledger import whole_file
from hrd_desktop.store.tables import classes
from hrd_desktop.wording import wording
from tests.packet.every_field import filled_case

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
PASSPHRASE = "four invented lanterns over a marsh"
OTHER = "HRD-2026-S1"
CODE = "ZQCODE-7"
PAGE, RESERVED, IV = 4096, 80, 16
BEGINNING = b"zq"
SCAN = b"\x00zqscan\xffzqscan\x01" * 90_000  # longer than one piece of a file
BESIDE = ("case", "node", *classes)
STAYS = {"log_entry", "log_head", "alembic_version", "preference"}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    """A file with a case that stays and one of which every text is a canary, in every table that speaks of cases."""
    made = files.create(tmp_path / "a.hrd", PASSPHRASE, calibrate=False)
    cases.import_cases(made, [resource("demo", "s1.json")], on=AT.date())
    yield made
    files.lock(made)


def rows(file: CaseFile) -> dict[str, int]:
    with file.session() as session:
        every = whole_file.tables.values()
        return {table.name: session.scalar(select(func.count()).select_from(table)) or 0 for table in every}


def fill(file: CaseFile) -> None:
    case, _ = filled_case()
    case.code, case.opened_on = CODE, date(2026, 1, 2)
    _mend(case)
    with file.session() as session:
        stored.add(session, [case])
        pk = stored.number_of(session.connection(), CODE)
        kept = blobs.put(session, CODE, SCAN, at=AT)
        owners: dict[str, int] = {"case": pk, "blob": kept.pk}
        for table in whole_file.tables.values():  # in the order they are written down
            if table.name not in (*BESIDE, "blob", "blob_chunk", "caseload", "passage", "case_token"):
                _canary_row(session.connection(), table, owners)
    change = [
        SetValue("case.note", "zqbefore"),
        SetValue("case.note", "zqafter " * 900),
        SetValue("case.note", "zqnow"),
    ]
    for number, one in enumerate(change):
        editing.change(file, CODE, [one], at=AT.replace(hour=13 + number))
    row = JournalEntry(id="J77", on=date(2026, 5, 6), text="zqjournal " * 50)
    editing.change(file, CODE, [AddRow("case.journal", row)], at=AT.replace(hour=20))
    editing.save_draft(file, CODE, Draft("J78", "case.journal", {"text": "zqdraft"}), at=AT)


def _mend(case: Any) -> None:
    """Let every reference point at a row of its kind."""
    every = [node.value for node in walk(case)]
    first = {object_name(type(one)): one.id for one in reversed(every) if hasattr(one, "id")}
    for one in every:
        for spec in fields_of(type(one)):
            if spec.kind is Kind.REF and spec.ref and getattr(one, spec.name):
                setattr(one, spec.name, [first[spec.ref]] if spec.many else first[spec.ref])


def _canary_row(connection: Any, table: Table, owners: dict[str, int]) -> None:
    values: dict[str, Any] = {}
    for column in table.columns:
        target = next((key.column.table.name for key in column.foreign_keys), None)
        if target is not None:
            if target not in owners:
                return
            values[column.name] = owners[target]
        elif isinstance(column.type, Moment):
            values[column.name] = AT
        elif isinstance(column.type, Date):
            values[column.name] = AT.date()
        elif isinstance(column.type, Integer | Float):
            values[column.name] = 77
        else:
            word = f"zq{table.name}{column.name}"
            values[column.name] = word.encode() if isinstance(column.type, LargeBinary) else word
    if any(name in owners for name in (key.column.table.name for key in table.foreign_keys)):
        connection.execute(insert(table).values(values))
        if "pk" in values:
            owners[table.name] = values["pk"]


def decrypted(file: CaseFile) -> bytes:
    """Every page of the database as it lies on the disk, and the log beside it, in the clear."""
    key = bytes.fromhex(file._key.hex())
    found = []
    for name, first in (("cases.db", 0), ("cases.db-wal", 32)):
        data = (file.path / name).read_bytes()
        step = PAGE + (24 if first else 0)
        for start in range(first, len(data), step):
            page = data[start + step - PAGE : start + step]
            salted = 16 if not first and start == 0 else 0
            tail = page[PAGE - RESERVED :]
            cipher = Cipher(algorithms.AES(key), modes.CBC(tail[:IV])).decryptor()
            found.append(cipher.update(page[salted : PAGE - RESERVED]))
    return b"".join(found)


def words_in(file: CaseFile) -> str:
    """Every value of every table and every word of the indexes, without the help of the mapping."""
    said = []
    with file.session() as session:
        raw = session.connection().exec_driver_sql
        for (name,) in raw("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            said += [str(row) for row in raw(f'SELECT * FROM "{name}"')]
        for index in ("caseload_search", "passage_search"):
            raw(f"CREATE VIRTUAL TABLE temp.words_{index} USING fts5vocab(main, {index}, row)")
            said += [str(row) for row in raw(f"SELECT term FROM temp.words_{index}")]
            raw(f"DROP TABLE temp.words_{index}")
    return "\n".join(said)


def test_nothing_of_an_erased_case_is_left_in_the_file(file):
    before, stays = rows(file), _json(file, OTHER)
    fill(file)
    file.settle()
    assert decrypted(file).count(BEGINNING) > 500
    assert "zqjournal" in words_in(file)
    filled = rows(file)
    speaking = {name for name, count in filled.items() if count > before[name]}
    assert speaking >= set(whole_file.tables) - STAYS - {"comparison"}
    held = erasing.weigh(file, CODE)
    assert (held.files, held.bytes, held.packets, held.hand_overs) == (1, len(SCAN), 1, 1)

    done = erasing.erase_case(file, CODE, CODE.lower(), at=AT.replace(hour=22), by="AB")

    assert done.at_rest
    assert done.held == held
    assert (file.path / "cases.db-wal").stat().st_size == 0
    assert "zq" not in words_in(file).lower()
    assert [found[0] for found in re.finditer(rb"zq[a-z0-9].{6}|ZQCODE", decrypted(file), re.S)] == []
    now = rows(file)
    assert {name: now[name] for name in now.keys() - STAYS} == {name: before[name] for name in now.keys() - STAYS}
    assert _json(file, OTHER) == stays
    assert files.verify(file).cases == 1
    with pytest.raises(UnknownCase):
        erasing.weigh(file, CODE)


def test_what_was_asked_about_a_family_goes_with_the_case(file):
    cases.open_case(file, OTHER)  # the record knows the case from then on
    family_asked.keep(file, OTHER, {"partner:P1": "no"}, at=AT)
    assert cases.read_again(file, OTHER).asked == {"partner:P1": "no"}
    assert b"family_asked" in decrypted(file)
    erasing.erase_case(file, OTHER, OTHER, at=AT, by="R. Ostrava")
    assert b"partner:P1" not in decrypted(file)
    assert rows(file)["preference"] == 0


def test_the_scan_finds_what_is_only_deleted(file):
    """The same scan on a file that does not overwrite: else the test above would prove nothing."""
    fill(file)
    with file.session() as session:
        session.connection().exec_driver_sql("PRAGMA secure_delete = OFF")
        stored.delete(session, CODE)
    file.settle()
    assert decrypted(file).count(BEGINNING) > 100


def test_a_note_without_content_stays(file):
    fill(file)
    erasing.erase_case(file, CODE, CODE, at=AT.replace(hour=22), by="AB")
    with file.session() as session:
        told = session.connection().exec_driver_sql("SELECT * FROM log_entry WHERE action = 'erase'").mappings().all()
        tokens = session.connection().exec_driver_sql("SELECT token FROM case_token").scalars().all()
    assert [(one["by"], one["detail"]) for one in told] == [("AB", "{}")]
    assert told[0]["token"] not in tokens
    files.verify(file)  # the record is whole: a case that went has its note


@pytest.mark.parametrize("typed", ["", "ZQCODE", OTHER, "ZQCODE-77"])
def test_without_its_code_typed_nothing_goes(file, typed):
    fill(file)
    before = rows(file)
    with pytest.raises(NotConfirmed) as refused:
        erasing.erase_case(file, CODE, typed, at=AT)
    assert refused.value.facts == {"word": CODE}
    assert rows(file) == before


def test_other_cases_no_longer_point_at_it(file):
    fill(file)
    editing.change(file, OTHER, [SetValue("P2.plan", "linked_case"), SetValue("P2.linked_case_code", CODE)], at=AT)
    assert erasing.weigh(file, CODE).linked == (OTHER,)
    assert find.find(file, CODE, limit=10).total
    erasing.erase_case(file, CODE, CODE, at=AT.replace(hour=22), by="AB")
    case = cases.open_case(file, OTHER).case
    assert [(one.plan, one.linked_case_code) for one in case.persons if one.id == "P2"] == [("linked_case", None)]
    assert not find.find(file, CODE, limit=10).total
    assert not files.verify(file, full=True).cases - 1


def test_what_is_read_beside_waits_for_the_lock(file):
    fill(file)
    with file.beside() as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM node").fetchone()
        done = erasing.erase_case(file, CODE, CODE, at=AT)
    assert not done.at_rest
    key = file._key.hex()
    files.lock(file)
    assert not (file.path / "cases.db-wal").exists()
    file = files.unlock(file.path, PASSPHRASE)
    assert file._key.hex() == key
    file.settle()
    assert decrypted(file).count(BEGINNING) == 0
    files.lock(file)


def test_what_is_left_until_the_lock_is_told():
    for lang in ("en", "fr"):
        rest, *lines = remains.after_case(None, AT.date(), wording(lang), at_rest=False)
        assert lines == list(remains.after_case(None, AT.date(), wording(lang)))
        assert "lock" in rest or "verrouill" in rest


def test_backups_are_said_to_be_gone_within_a_year():
    assert erasing.backups_until(date(2028, 2, 29)) == date(2029, 2, 28)


def _json(file: CaseFile, code: str) -> bytes:
    return write_case(cases.open_case(file, code).case)


def test_facts_of_a_packet_are_kept_compressed_and_go_with_it(file):
    """What is compressed would escape a scan for words: its bytes are looked for."""
    fill(file)
    packed = zlib.compress(b"zqpacked" * 100)
    with file.session() as session:
        session.connection().exec_driver_sql("UPDATE sent SET facts = ?", (packed,))
        session.connection().exec_driver_sql("UPDATE handover SET base = ?", (packed,))
    file.settle()
    assert packed in decrypted(file)
    erasing.erase_case(file, CODE, CODE, at=AT)
    assert packed not in decrypted(file)


# Older backups


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "backups", lambda: tmp_path / "own")
    return tmp_path / "own"


def test_renewing_leaves_one_good_backup_in_each_place(file, own, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.set_second_place(file, stick)
    for hour in (1, 3):
        backups.back_up(file, at=AT + timedelta(hours=hour))
    shutil.copytree(file.path, file.path.with_name("a (before update).hrd"))
    assert len([*own.rglob("*.hrdbackup"), *stick.rglob("*.hrdbackup")]) == 4
    done = erasing.renew_backups(file, at=AT + timedelta(hours=5))
    assert (done.removed, done.left, done.away) == (5, (), ())
    (one,), (other,) = own.rglob("*.hrdbackup"), stick.rglob("*.hrdbackup")
    assert [backups.inspect(path, file).cases for path in (one, other)] == [1, 1]
    assert not file.path.with_name("a (before update).hrd").exists()
    assert files.verify(file).cases == 1


def test_a_place_that_is_away_and_a_backup_that_stays_are_told(file, own, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.set_second_place(file, stick)
    backups.back_up(file, at=AT)
    stick.rename(tmp_path / "in a pocket")
    (older,) = own.rglob("*.hrdbackup")
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path == older:
            raise PermissionError(13, "another program has it")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    done = erasing.renew_backups(file, at=AT + timedelta(hours=5))
    assert (done.removed, done.left, done.away) == (0, (older,), (stick,))
    said = "\n".join(remains.after_case(done, AT.date(), wording("en")))
    assert str(older) in said
    assert str(stick) in said


def test_where_no_new_backup_can_be_made_the_older_ones_stay(file, own, monkeypatch):
    backups.back_up(file, at=AT)
    before = sorted(own.rglob("*"))

    def full(*_: object, **__: object) -> None:
        raise DiskFull(path="")

    monkeypatch.setattr(backups, "make", full)
    with pytest.raises(DiskFull):
        erasing.renew_backups(file, at=AT + timedelta(hours=5))
    assert sorted(own.rglob("*")) == before
