"""Every numbered rule of BACKUP.md refuses what it says, by its own number, and nothing is written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hrd_desktop import vault
from hrd_desktop.errors import BackupDamaged, HrdError, NewerFormat, NotABackup, WrongSecret
from hrd_desktop.store import backup_file, restore
from tests.backups.conftest import AT, PASSPHRASE
from tests.backups.parts import Parts, apart

PAGE = Path(vault.__file__).with_name("BACKUP.md").read_text(encoding="utf-8")
KINDS: dict[str, type[HrdError]] = {
    "not a backup": NotABackup,
    "damaged": BackupDamaged,
    "newer": NewerFormat,
    "wrong secret": WrongSecret,
}
RULES = {rule: KINDS[kind] for rule, kind in re.findall(r"^\| (B\d\d) \|.*\| ([a-z ]+) \|$", PAGE, re.MULTILINE)}

Spoil = Callable[[Parts], Parts | bytes]


def last(find: bytes, put: bytes) -> Spoil:
    return lambda parts: replace(parts, last=parts.last.replace(find, put))


def about(data: bytes) -> Spoil:
    return lambda parts: replace(parts, about=data).fitting()


def about_with(find: bytes, put: bytes) -> Spoil:
    return lambda parts: replace(parts, about=parts.about.replace(find, put)).fitting()


def told(**members: object) -> Spoil:
    return lambda parts: parts.told(**members)


def without(name: str) -> Spoil:
    def spoil(parts: Parts) -> Parts:
        members = json.loads(parts.about)
        del members[name]
        return replace(parts, about=json.dumps(members).encode()).fitting()

    return spoil


def flipped(offset: int) -> Spoil:
    """One bit of the database, and all that is said of it right again: only the database itself can tell."""

    def spoil(parts: Parts) -> Parts:
        database = bytearray(parts.database)
        database[offset] ^= 4
        return parts.sealed(bytes(database))

    return spoil


OTHER_ID = "0b0e9a34-7c1d-4b64-9d5e-3f1f0a3c9b77"
ZERO = "0" * 64

VECTORS: list[tuple[str, str, Spoil]] = [
    ("B01", "nothing", lambda _: b""),
    ("B01", "shorter than the last line", lambda parts: parts.last[1:]),
    ("B01", "a letter", lambda _: b"Dear colleague, " * 500),
    ("B01", "a database alone", lambda parts: parts.database),
    ("B01", "cut off in the seal", lambda parts: parts.joined()[:-80]),
    ("B01", "the last byte cut off", lambda parts: parts.joined()[:-1]),
    ("B01", "something after it", lambda parts: parts.joined() + b"\n"),
    ("B02", "no line end", last(b"\n", b" ")),
    ("B02", "letters for digits", last(b"0001", b"000I")),
    ("B02", "digits of another script", last(b"database 00000000", "database \u0660\u0660\u0660\u0660".encode())),
    ("B02", "other words", last(b"keys", b"KEYS")),
    ("B02", "version 0", last(b"0001 ", b"0000 ")),
    ("B03", "version 2", last(b"0001 ", b"0002 ")),
    ("B03", "version 9999 of other lengths", last(b"backup 0001 database 0000", b"backup 9999 database 9999")),
    ("B04", "no database", lambda parts: replace(parts, database=b"").fitting()),
    ("B04", "half a page too few", lambda parts: replace(parts, database=parts.database[:-2048]).fitting()),
    ("B05", "no keys", lambda parts: replace(parts, keys=b"").fitting()),
    ("B05", "endless keys", lambda parts: replace(parts, keys=b" " * 65537).fitting()),
    ("B06", "no about", about(b"")),
    ("B06", "endless about", about(b" " * 4097)),
    ("B07", "a page too many", lambda parts: bytes(4096) + parts.joined()),
    ("B07", "a byte too few", lambda parts: replace(parts, seal=parts.seal[1:])),
    ("B07", "more than the file has", last(b"database 0", b"database 9")),
    ("B08", "not ASCII", about_with(b"hrd-backup", "hrd-b\u00e4ckup".encode())),
    ("B08", "not JSON", about_with(b"{", b"[")),
    ("B08", "NaN", about_with(b'"version": 1', b'"version": NaN')),
    ("B08", "the same key twice", about_with(b'"version": 1', b'"version": 1, "version": 1')),
    ("B08", "the same key twice inside", about_with(b'"sha256"', b'"size": 1, "sha256"')),
    ("B08", "brackets without end", about(b"[" * 4000)),
    ("B09", "not an object", about(b"[]")),
    ("B09", "a key is absent", without("made_at")),
    ("B09", "a key too many", told(cases=5)),
    ("B09", "a part that is no object", told(keys=None)),
    ("B09", "a part with a key too many", told(keys={"size": 1, "sha256": ZERO, "name": "keys.json"})),
    ("B10", "another format", told(format="hrd-keys")),
    ("B10", "version as text", told(version="1")),
    ("B10", "version true", told(version=True)),
    ("B10", "version 1.0", told(version=1.0)),
    ("B10", "version 2 in the about alone", told(version=2)),
    ("B10", "file id in capitals", told(file_id=OTHER_ID.upper())),
    ("B10", "file id of another kind", told(file_id="0b0e9a34-7c1d-1b64-9d5e-3f1f0a3c9b77")),
    ("B10", "a moment that is a number", told(made_at=1795390265)),
    ("B10", "a moment of another zone", told(made_at="2026-11-22T23:31:05+01:00")),
    ("B10", "a day that is none", told(made_at="2026-11-31T23:31:05Z")),
    ("B10", "the year 0", told(made_at="0000-11-30T23:31:05Z")),
    ("B10", "size as text", told(keys={"size": "1", "sha256": ZERO})),
    ("B10", "size true", told(keys={"size": True, "sha256": ZERO})),
    ("B10", "a digest that is too short", told(database={"size": 4096, "sha256": "00"})),
    ("B10", "a digest in capitals", told(database={"size": 4096, "sha256": "A" * 64})),
    ("B11", "another size of the database", told(database={"size": 4096, "sha256": ZERO})),
    ("B11", "another size of the keys", told(keys={"size": 99, "sha256": ZERO})),
    ("B12", "one letter of the keys", lambda parts: replace(parts, keys=parts.keys.replace(b"argon2id", b"argon2ID"))),
    ("B13", "another file id", told(file_id=OTHER_ID)),
    ("B13", "another beginning", lambda parts: replace(parts, database=bytes(16) + parts.database[16:])),
    ("K02", "keys that are no JSON", lambda parts: parts.with_keys(b"keys")),
    ("K05", "keys of another format", lambda parts: parts.with_keys(parts.keys.replace(b"hrd-keys", b"hrd-locks"))),
    ("B16", "another day", told(made_at="2026-11-23T23:31:05Z")),
    ("B16", "white space more", lambda parts: replace(parts, about=parts.about + b" ").fitting()),
    ("B16", "another seal", lambda parts: replace(parts, seal=bytes(32))),
    ("B17", "another database", lambda parts: replace(parts, database=parts.database[:-1] + b"\0")),
    ("B17", "a digest of another database", lambda parts: parts.sealed(digest=hashlib.sha256(b"").hexdigest())),
    ("B18", "a page that is damaged", flipped(7 * 4096 + 100)),
    ("B18", "the first page damaged", flipped(2000)),
    ("B18", "fewer pages than it says", lambda parts: parts.sealed(parts.database[: 20 * 4096])),
]  # fmt: skip


def refused(path: Path, secret: str = PASSPHRASE) -> HrdError:
    """The refusal of verifying, which must be that of restoring too."""
    place = path.with_name("back.hrd")
    before = path.read_bytes()
    with pytest.raises(HrdError) as verifying:
        restore.verify(path, secret)
    with pytest.raises(HrdError) as restoring:
        restore.restore(path, secret, place)
    assert type(verifying.value) is type(restoring.value)
    assert verifying.value.facts == restoring.value.facts
    assert [item.name for item in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before
    return verifying.value


def test_every_rule_of_the_page_is_tested_and_no_other() -> None:
    assert sorted(RULES) == [f"B{number:02}" for number in range(1, 19)]
    tested = {rule for rule, _, _ in VECTORS if rule.startswith("B")}
    assert tested | {"B14", "B15"} == set(RULES)


@pytest.mark.parametrize(("rule", "what", "spoil"), VECTORS, ids=lambda value: value if isinstance(value, str) else "")
def test_refused_by_its_rule(rule: str, what: str, spoil: Spoil, data: bytes, tmp_path: Path) -> None:
    spoilt = spoil(apart(data))
    path = tmp_path / "office.hrdbackup"
    path.write_bytes(spoilt if isinstance(spoilt, bytes) else spoilt.joined())
    assert path.read_bytes() != data
    refusal = refused(path)
    assert refusal.facts["reason"] == rule
    assert type(refusal) is RULES.get(rule, BackupDamaged)


def test_keys_of_another_case_file(data: bytes, tmp_path: Path) -> None:
    parts = apart(data)
    own = json.loads(parts.keys)["file_id"].encode()
    path = tmp_path / "office.hrdbackup"
    path.write_bytes(parts.with_keys(parts.keys.replace(own, OTHER_ID.encode())).joined())
    assert refused(path).facts["reason"] == "B14"


def test_keys_of_a_newer_program(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "office.hrdbackup"
    members = {**json.loads(apart(data).keys), "version": 99}
    path.write_bytes(apart(data).with_keys(json.dumps(members).encode()).joined())
    refusal = refused(path)
    assert (type(refusal), refusal.facts["reason"]) == (NewerFormat, "K07")


def test_another_passphrase(path: Path) -> None:
    refusal = refused(path, "twelve paper boats at high tide")
    assert (type(refusal), refusal.facts["reason"]) == (WrongSecret, "K24")


def test_a_folder_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(NotABackup) as caught:
        restore.inspect(tmp_path, PASSPHRASE)
    assert caught.value.facts["reason"] == "B01"


def test_white_space_and_order_in_the_about_are_free(data: bytes, tmp_path: Path) -> None:
    members = json.loads(apart(data).about)
    path = tmp_path / "office.hrdbackup"
    turned = json.dumps(dict(reversed(members.items())), separators=(",", ":")).encode()
    path.write_bytes(replace(apart(data), about=turned).fitting().joined())
    assert backup_file.read(path).made_at == AT


def test_the_written_form_is_the_one_on_the_page(data: bytes) -> None:
    parts = apart(data)
    assert parts.sealed().joined() == data
    assert parts.about.startswith(b'{\n  "format": "hrd-backup",\n  "version": 1,\n  "file_id": "')
    assert re.fullmatch(rb"hrd-backup 0001 database \d{16} keys \d{6} about \d{6}\n", parts.last)
