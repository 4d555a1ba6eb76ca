"""What a caseworker can do with the keys of a case file, on a real one."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from hrd_desktop.errors import (
    AlreadyExists,
    BadOfficeKey,
    BadRecoveryCode,
    BadSlotName,
    CodeNotThisOne,
    GuessablePassphrase,
    LastSlot,
    Locked,
    OwnSlot,
    SlotsFull,
    UnknownSlot,
    WrongOfficePassphrase,
    WrongSecret,
)
from hrd_desktop.services import files, keys
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault.cost import Cost
from tests.ready_made import derive

OWN, OTHER, THIRD = "a lamp, a map, a coat, a train", "nine pears in a wooden bowl", "a glass bell under the snow"
OFFICE_PHRASE = "the drawer under the window"
DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def remembered_derivations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cost, "derive", derive)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keys") / "office.hrd"
    files.lock(files.create(path, OWN, calibrate=False, on=DAY))
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "office.hrd"))


@pytest.fixture
def file(path: Path):
    with files.unlock(path, OWN) as opened:
        yield opened


def add(file: CaseFile, new: str = OTHER, name: str = "Supervisor", **more) -> int:
    return keys.add_passphrase(file, OWN, new, name, on=DAY, calibrate=False, **more)


def recovery(file: CaseFile, **more) -> tuple[int, str]:
    with keys.add_recovery(file, OWN, on=DAY, **more) as pending:
        code = pending.code
        return pending.prove(code), code


def opens(path: Path, secret: str | keys.Secret) -> bool:
    try:
        files.unlock(path, secret).lock()
    except WrongSecret:
        return False
    return True


def test_a_second_passphrase_opens_the_same_cases(file: CaseFile) -> None:
    number = add(file)
    assert keys.slots(file) == [
        keys.SlotInfo(1, "passphrase", "", DAY, None),
        keys.SlotInfo(number, "passphrase", "Supervisor", DAY, None),
    ]
    files.lock(file)
    assert opens(file.path, OWN)
    assert opens(file.path, OTHER)


def test_names_and_days_are_readable_only_once_opened(file: CaseFile) -> None:
    add(file, name="Nadège au bureau")
    stored = (file.path / "keys.json").read_bytes()
    assert b"Nad" not in stored
    assert b"2026-" not in stored
    lengths = {len(slot["label"]["sealed"]) for slot in json.loads(stored)["slots"]}
    assert lengths == {1056}


def test_a_recovery_code_counts_only_once_typed_back(file: CaseFile) -> None:
    before = (file.path / "keys.json").read_bytes()
    with keys.add_recovery(file, OWN, on=DAY, name="Safe") as pending:
        code = pending.code
        wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
        with pytest.raises(BadRecoveryCode):
            pending.prove(wrong)
        with pytest.raises(CodeNotThisOne):
            pending.prove("00000-00000-00000-00000-00000-00000")
        assert (file.path / "keys.json").read_bytes() == before
        assert code not in repr(pending)
        number = pending.prove(code.lower().replace("-", " "))
    assert pending.code == ""
    assert keys.slots(file)[1] == keys.SlotInfo(number, "recovery", "Safe", DAY, None)
    files.lock(file)
    assert opens(file.path, code.lower())


def test_a_code_that_was_never_typed_back_opens_nothing(file: CaseFile) -> None:
    with keys.add_recovery(file, OWN, on=DAY) as pending:
        code = pending.code
    with pytest.raises(ValueError, match="wiped"):
        pending.prove(code)
    files.lock(file)
    assert not opens(file.path, code)


def test_locked_while_the_sheet_was_being_printed(file: CaseFile) -> None:
    pending = keys.add_recovery(file, OWN, on=DAY)
    files.lock(file)
    with pytest.raises(Locked):
        pending.prove(pending.code)
    assert not opens(file.path, pending.code)


def test_the_office_opens_what_was_sealed_to_it(file: CaseFile, tmp_path: Path) -> None:
    public = keys.make_office_key(tmp_path / "office.key", OFFICE_PHRASE, calibrate=False)
    other = keys.make_office_key(tmp_path / "other.key", OFFICE_PHRASE, calibrate=False)
    number = keys.add_office(file, OWN, public.upper(), "Head office", on=DAY)
    assert keys.slots(file)[1] == keys.SlotInfo(number, "office", "Head office", DAY, None, public)
    assert public.encode()[11:] not in (file.path / "keys.json").read_bytes()
    files.lock(file)
    assert opens(file.path, keys.office_secret(tmp_path / "office.key", OFFICE_PHRASE))
    assert not opens(file.path, keys.office_secret(tmp_path / "other.key", OFFICE_PHRASE))
    assert keys.office_public(tmp_path / "other.key") == other
    with pytest.raises(WrongOfficePassphrase):
        keys.office_secret(tmp_path / "office.key", OWN)


def test_an_office_key_is_never_written_over(tmp_path: Path) -> None:
    keys.make_office_key(tmp_path / "office.key", OFFICE_PHRASE, calibrate=False)
    before = (tmp_path / "office.key").read_bytes()
    with pytest.raises(AlreadyExists):
        keys.make_office_key(tmp_path / "office.key", OFFICE_PHRASE, calibrate=False)
    with pytest.raises(GuessablePassphrase):
        keys.make_office_key(tmp_path / "new.key", "passwordpassword", calibrate=False)
    assert (tmp_path / "office.key").read_bytes() == before
    assert not (tmp_path / "new.key").exists()


def test_nothing_is_changed_without_a_secret_that_opens(file: CaseFile) -> None:
    number, _code = recovery(file)
    before = (file.path / "keys.json").read_bytes()
    public = "hrd-office1n36j6vbzq9tbnxk5rd3wdvc35k2730zq9k9krfr81bx4ecb46n4xcc8320"
    for asked in (
        lambda: keys.add_passphrase(file, OTHER, THIRD, "", on=DAY, calibrate=False),
        lambda: keys.add_recovery(file, OTHER, on=DAY),
        lambda: keys.add_office(file, OTHER, public, "", on=DAY),
        lambda: keys.revoke(file, OTHER, number),
        lambda: keys.change_passphrase(file, OTHER, THIRD, on=DAY, calibrate=False),
        lambda: keys.raw_key(file, OTHER),
        lambda: keys.check(file, OTHER),
        lambda: keys.rehearse(file, "00000-00000-00000-00000-00000-00000", DAY),
    ):
        with pytest.raises(WrongSecret):
            asked()
    assert (file.path / "keys.json").read_bytes() == before


def test_a_key_file_made_by_somebody_else_confirms_nothing(file: CaseFile, tmp_path: Path) -> None:
    """Whoever can write beside an unlocked laptop must not be let in by a key file of their own making."""
    own = (file.path / "keys.json").read_bytes()
    file_id = json.loads(own)["file_id"]
    with files.create(tmp_path / "theirs.hrd", OTHER, calibrate=False) as theirs:
        forged = theirs.path / "keys.json"
    made = json.loads(forged.read_bytes())
    from hrd_desktop.vault import keys as vault
    from hrd_desktop.vault.data_key import DataKey
    from hrd_desktop.vault.keys import KeyFile

    empty = KeyFile(2, file_id, ())
    key = DataKey.random()
    slot = vault.passphrase_slot(empty, key, OTHER, calibrate=False)
    planted = KeyFile(2, file_id, (empty.labelled(slot, vault.Label(), key),))
    (file.path / "keys.json").write_bytes(planted.to_bytes())
    assert made["file_id"] != file_id
    with pytest.raises(WrongSecret):
        keys.raw_key(file, OTHER)
    with pytest.raises(WrongSecret):
        keys.add_passphrase(file, OTHER, THIRD, "", on=DAY, calibrate=False)


def test_revoking(file: CaseFile) -> None:
    with pytest.raises(LastSlot):
        keys.revoke(file, OWN, 1)
    number = add(file)
    with pytest.raises(OwnSlot):
        keys.revoke(file, OTHER, number)
    with pytest.raises(UnknownSlot):
        keys.revoke(file, OWN, 7)
    keys.revoke(file, OWN, number)
    assert [slot.id for slot in keys.slots(file)] == [1]
    files.lock(file)
    assert opens(file.path, OWN)
    assert not opens(file.path, OTHER)


def test_an_older_copy_still_opens_with_what_was_revoked(file: CaseFile) -> None:
    """What the words of revoking say, and no promise more."""
    number = add(file)
    older = (file.path / "keys.json").read_bytes()
    keys.revoke(file, OWN, number)
    files.lock(file)
    (file.path / "keys.json").write_bytes(older)
    assert opens(file.path, OTHER)
    assert "older copy" in (keys.revoke.__doc__ or "")


def test_replacing_and_naming(file: CaseFile) -> None:
    number = add(file)
    new = add(file, THIRD, "New supervisor", instead_of=number)
    keys.rename(file, 1, "  Night desk ")
    assert [(slot.id, slot.name) for slot in keys.slots(file)] == [(1, "Night desk"), (new, "New supervisor")]
    for name in ("x" * 61, "two\nlines", "half \ud800"):
        with pytest.raises(BadSlotName):
            keys.rename(file, 1, name)
    with pytest.raises(UnknownSlot):
        keys.rename(file, 9, "Nobody")
    with pytest.raises(UnknownSlot):
        keys.add_recovery(file, OWN, on=DAY, instead_of=9)
    keys.rename(file, 1, "𝔑" * 60)
    assert keys.slots(file)[0].name == "𝔑" * 60
    files.lock(file)
    assert [opens(file.path, secret) for secret in (OWN, OTHER, THIRD)] == [True, False, True]


def test_a_new_code_takes_the_place_of_the_old(file: CaseFile) -> None:
    number, old = recovery(file)
    again, new = recovery(file, instead_of=number)
    assert [slot.id for slot in keys.slots(file)] == [1, again]
    files.lock(file)
    assert [opens(file.path, code) for code in (old, new)] == [False, True]


def test_an_office_never_takes_the_place_of_what_it_was_confirmed_with(file: CaseFile, tmp_path: Path) -> None:
    public = keys.make_office_key(tmp_path / "office.key", OFFICE_PHRASE, calibrate=False)
    number = add(file)
    with pytest.raises(OwnSlot):
        keys.add_office(file, OTHER, public, "Office", on=DAY, instead_of=number)
    with pytest.raises(BadOfficeKey):
        keys.add_office(file, OWN, public[:-1], "Office", on=DAY)
    keys.add_office(file, OWN, public, "Office", on=DAY, instead_of=number)
    assert [slot.kind for slot in keys.slots(file)] == ["passphrase", "office"]


def test_no_more_than_seven_and_one_while_replacing(file: CaseFile) -> None:
    for number in range(6):
        add(file, f"{OTHER} number {number}")
    for asked in (lambda: add(file, THIRD), lambda: keys.add_recovery(file, OWN, on=DAY)):
        with pytest.raises(SlotsFull) as caught:
            asked()
        assert caught.value.facts == {"most": keys.MOST_KEPT}
    add(file, THIRD, instead_of=7)
    keys.change_passphrase(file, OWN, OTHER, on=DAY, calibrate=False)
    assert len(keys.slots(file)) == 7


def test_changing_the_passphrase_keeps_the_other_keys_and_the_name(file: CaseFile) -> None:
    _number, code = recovery(file)
    keys.rename(file, 1, "Night desk")
    keys.change_passphrase(file, OWN, OTHER, on=DAY + timedelta(1), calibrate=False)
    (kept,) = [slot for slot in keys.slots(file) if slot.kind == "passphrase"]
    assert (kept.name, kept.made_on) == ("Night desk", DAY + timedelta(1))
    files.lock(file)
    assert [opens(file.path, secret) for secret in (OWN, OTHER, code)] == [False, True, True]


def test_a_new_passphrase_after_the_old_was_forgotten(file: CaseFile) -> None:
    _number, code = recovery(file)
    files.lock(file)
    with files.unlock(file.path, code) as again:
        with pytest.raises(GuessablePassphrase):
            keys.change_passphrase(again, code, "passwordpassword", on=DAY, calibrate=False)
        keys.change_passphrase(again, code, OTHER, on=DAY, calibrate=False)
        keys.revoke(again, OTHER, 1)
    assert [opens(file.path, secret) for secret in (OWN, OTHER, code)] == [False, True, True]


def test_rehearsing_notes_the_day_and_is_due_after_a_year(file: CaseFile) -> None:
    number, code = recovery(file)
    found = keys.slots(file)
    assert keys.rehearsal_due(found, DAY + timedelta(364)) == []
    assert [slot.id for slot in keys.rehearsal_due(found, DAY + timedelta(365))] == [number]
    with pytest.raises(BadRecoveryCode):
        keys.rehearse(file, code[:-2], DAY)
    assert keys.rehearse(file, code, DAY + timedelta(400)) == number
    assert keys.slots(file)[1].rehearsed_on == DAY + timedelta(400)
    assert keys.rehearsal_due(keys.slots(file), DAY + timedelta(500)) == []


def test_the_raw_key_is_that_of_the_database(file: CaseFile) -> None:
    raw = keys.raw_key(file, OWN)
    files.lock(file)
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(file.path / "cases.db"))
    connection.execute(f"PRAGMA key = \"x'{raw}'\"")
    assert connection.execute('SELECT count(*) FROM "case"').fetchone() == (0,)
    connection.close()


def test_what_is_done_with_keys_stands_in_the_record(file: CaseFile) -> None:
    from sqlalchemy import text

    _number, code = recovery(file)
    add(file)
    keys.rename(file, 3, "Somebody")
    keys.rehearse(file, code, DAY)
    keys.revoke(file, OWN, 3)
    keys.raw_key(file, OWN)
    with file.session() as session:
        noted = [row[0] for row in session.execute(text("SELECT action FROM log_entry ORDER BY pk"))]
    wanted = ["key_added", "key_added", "key_renamed", "key_rehearsed", "key_revoked", "raw_key"]
    assert [action for action in noted if "key" in action] == wanted
