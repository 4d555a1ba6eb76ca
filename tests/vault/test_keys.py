"""Making keys, opening them, changing the passphrase."""

from __future__ import annotations

import hashlib
import json
import logging
import pickle
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from hrd_desktop.errors import BadPassphrase, KeysDamaged, WeakPassphrase, WrongSecret
from hrd_desktop.vault import keys
from hrd_desktop.vault.cost import FLOOR, MOST_WORK, PASSES, calibrated
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.keys import KeyFile

PHRASE = "a lamp, a map, a coat, a train"
OTHER = "nine pears in a wooden bowl"
HERE = Path("keys.json")


@pytest.fixture(scope="module")
def made() -> tuple[KeyFile, str]:
    keyfile, key = keys.create(PHRASE, calibrate=False)
    return keyfile, key.hex()


def test_opens_by_following_the_format_by_hand(made: tuple[KeyFile, str]) -> None:
    keyfile, key = made
    top = json.loads(keyfile.to_bytes())
    slot = top["slots"][0]
    kdf, wrap = slot["kdf"], slot["wrap"]
    assert (kdf["memory_kib"], kdf["passes"]) == (65536, 3)
    wrapping = Argon2id(
        salt=bytes.fromhex(kdf["salt"]), length=32, iterations=kdf["passes"], lanes=kdf["lanes"],
        memory_cost=kdf["memory_kib"],
    ).derive(unicodedata.normalize("NFKC", PHRASE).encode())  # fmt: skip
    authenticated = (
        f"hrd-keys 1\nfile {top['file_id']}\nslot {slot['id']} passphrase\n"
        f"argon2id {kdf['memory_kib']} {kdf['passes']} {kdf['lanes']} {kdf['salt']}\naes-256-gcm {wrap['nonce']}\n"
    )
    data = AESGCM(wrapping).decrypt(bytes.fromhex(wrap["nonce"]), bytes.fromhex(wrap["sealed"]), authenticated.encode())
    assert data.hex() == key


def test_two_case_files_share_nothing(made: tuple[KeyFile, str]) -> None:
    keyfile, key = made
    again, other = keys.create(PHRASE, calibrate=False)
    assert again.file_id != keyfile.file_id
    assert again.slots[0].salt != keyfile.slots[0].salt
    assert again.slots[0].nonce != keyfile.slots[0].nonce
    assert other.hex() != key


def test_calibration_never_goes_below_the_floor_nor_above_what_is_read() -> None:
    cost = calibrated()
    assert cost.memory_kib >= FLOOR.memory_kib
    assert cost.passes >= FLOOR.passes
    assert cost.passes in PASSES
    assert cost.memory_kib * cost.passes <= MOST_WORK


@pytest.mark.skipif(sys.platform != "linux", reason="limits the memory of a process")
def test_a_machine_with_little_memory_gets_a_cheaper_cost_or_a_refusal() -> None:
    code = """
import resource
from hrd_desktop.errors import TooLittleMemory
from hrd_desktop.vault.cost import calibrated
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
for room in (110, 40):
    resource.setrlimit(resource.RLIMIT_AS, (used + room * 2**20, resource.RLIM_INFINITY))
    try:
        print(calibrated().memory_kib)
    except TooLittleMemory as refusal:
        print(refusal.facts)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.splitlines() == ["65536", "{'needed': 64}"]


@pytest.mark.parametrize("phrase", ["", "fourteen chars", "x" * 14, "e\u0301" * 14])
def test_short_passphrases_are_refused_with_the_least_length(phrase: str) -> None:
    with pytest.raises(WeakPassphrase) as caught:
        keys.create(phrase, calibrate=False)
    assert caught.value.facts == {"least": 15}


@pytest.mark.parametrize(
    "phrase", ["fifteen \x00 letters", "tab \t in the middle", "lone \ud800 surrogate", "not yet \u0378 assigned"]
)
def test_characters_that_may_not_come_back_are_refused(phrase: str) -> None:
    with pytest.raises(BadPassphrase):
        keys.create(phrase, calibrate=False)


def test_any_script_will_do() -> None:
    phrase = "چراغ کوچک کنار رودخانه"
    keyfile, key = keys.create(phrase, calibrate=False)
    assert keys.unlock(keyfile, unicodedata.normalize("NFD", phrase)).same_as(key)


class Disk:
    """Stands for the disk: keeps every version of the key file that was saved, and may fail or lie."""

    def __init__(self, *, fails_at: int = 0, alters_at: int = 0) -> None:
        self.saved: list[bytes] = []
        self.fails_at = fails_at
        self.alters_at = alters_at

    def save(self, data: bytes) -> bytes:
        if len(self.saved) + 1 == self.fails_at:
            raise OSError(28, "no space")
        self.saved.append(data)
        if len(self.saved) == self.alters_at:
            sealed = KeyFile.from_bytes(data, HERE).slots[-1].sealed.hex()
            return data.replace(sealed.encode(), sealed[::-1].encode())
        return data


def opens(data: bytes, phrase: str, key: str) -> bool:
    try:
        return keys.unlock(KeyFile.from_bytes(data, HERE), phrase).hex() == key
    except WrongSecret:
        return False


def test_the_new_passphrase_is_saved_and_proved_before_the_old_one_goes(made: tuple[KeyFile, str]) -> None:
    keyfile, key = made
    disk = Disk()
    changed = keys.change_passphrase(keyfile, PHRASE, OTHER, HERE, save=disk.save, calibrate=False)
    first, second = disk.saved
    assert [opens(first, PHRASE, key), opens(first, OTHER, key)] == [True, True]
    assert [opens(second, PHRASE, key), opens(second, OTHER, key)] == [False, True]
    assert changed.to_bytes() == second
    assert changed.file_id == keyfile.file_id


def test_a_wrong_old_passphrase_writes_nothing(made: tuple[KeyFile, str]) -> None:
    disk = Disk()
    with pytest.raises(WrongSecret):
        keys.change_passphrase(made[0], OTHER, OTHER, HERE, save=disk.save, calibrate=False)
    with pytest.raises(WeakPassphrase):
        keys.change_passphrase(made[0], PHRASE, "short", HERE, save=disk.save, calibrate=False)
    assert disk.saved == []


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_full_disk_leaves_a_key_file_that_the_old_passphrase_opens(made: tuple[KeyFile, str], fails_at: int) -> None:
    keyfile, key = made
    disk = Disk(fails_at=fails_at)
    with pytest.raises(OSError, match="no space"):
        keys.change_passphrase(keyfile, PHRASE, OTHER, HERE, save=disk.save, calibrate=False)
    assert opens([keyfile.to_bytes(), *disk.saved][-1], PHRASE, key)


def test_a_disk_that_gives_back_something_else_does_not_cost_the_old_passphrase(made: tuple[KeyFile, str]) -> None:
    disk = Disk(alters_at=1)
    with pytest.raises(KeysDamaged) as caught:
        keys.change_passphrase(made[0], PHRASE, OTHER, HERE, save=disk.save, calibrate=False)
    assert caught.value.facts["reason"] == "K24"
    assert len(disk.saved) == 1
    assert opens(disk.saved[0], PHRASE, made[1])


def test_a_change_after_an_interrupted_one_retires_both(made: tuple[KeyFile, str]) -> None:
    keyfile, key = made
    stopped = Disk(fails_at=2)
    with pytest.raises(OSError, match="no space"):
        keys.change_passphrase(keyfile, PHRASE, OTHER, HERE, save=stopped.save, calibrate=False)
    both = KeyFile.from_bytes(stopped.saved[0], HERE)
    third = "a third one, long enough"
    changed = keys.change_passphrase(both, OTHER, third, HERE, save=Disk().save, calibrate=False)
    results = [opens(changed.to_bytes(), phrase, key) for phrase in (PHRASE, OTHER, third)]
    assert results == [False, False, True]


def test_a_key_file_with_every_place_taken_still_takes_a_new_passphrase(made: tuple[KeyFile, str]) -> None:
    keyfile, key = made
    full = replace(keyfile, slots=tuple(replace(keyfile.slots[0], id=number) for number in range(1, 9)))
    disk = Disk()
    keys.change_passphrase(full, PHRASE, OTHER, HERE, save=disk.save, calibrate=False)
    assert [opens(data, OTHER, key) for data in disk.saved] == [True, True]


def test_a_data_key_does_not_show_itself_and_is_gone_when_wiped(caplog: pytest.LogCaptureFixture) -> None:
    buffer = bytearray(hashlib.sha256(b"canary").digest())
    key, digits = DataKey(buffer), buffer.hex()
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("test").debug("%r %s", key, key)
    assert digits not in caplog.text
    with pytest.raises(TypeError):
        pickle.dumps(key)
    key.wipe()
    assert buffer == bytes(32)
    assert repr(key) == "DataKey(wiped)"
    with pytest.raises(ValueError, match="wiped"):
        key.hex()
    key.wipe()
