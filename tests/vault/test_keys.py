"""Making keys, opening them, changing the passphrase."""

from __future__ import annotations

import hashlib
import json
import logging
import pickle
import subprocess
import sys
import unicodedata

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from hrd_desktop.errors import BadPassphrase, CodeAsPassphrase, WeakPassphrase
from hrd_desktop.vault import keys, recovery
from hrd_desktop.vault.cost import FLOOR, MOST_WORK, PASSES, calibrated
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.keys import KeyFile

PHRASE = "a lamp, a map, a coat, a train"


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


def test_a_recovery_code_is_no_passphrase() -> None:
    with pytest.raises(CodeAsPassphrase):
        keys.create(recovery.written(bytes(16)).lower(), calibrate=False)


def test_any_script_will_do() -> None:
    phrase = "چراغ کوچک کنار رودخانه"
    keyfile, key = keys.create(phrase, calibrate=False)
    assert keys.unlock(keyfile, unicodedata.normalize("NFD", phrase)).same_as(key)


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


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("seven invented bridges under the fog", False),  # thirty letters, many of which a code would read as digits
        ("7HZ3K-Q9W2M-4TXBC-0RNVF-8DPJA-SG5E", True),
        ("7HZ3K Q9W2M 4TXBC 0RNVF 8DPJA SG5EU", True),
    ],
)
def test_ordinary_words_are_not_taken_for_a_mistyped_code(typed: str, like: bool) -> None:
    assert recovery.looks_like_one(typed) is like
