"""The office key: its public half in words, its file, and what it opens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from hrd_desktop.errors import BadOfficeKey, NotAnOfficeKey, WeakPassphrase
from hrd_desktop.vault import office, slots
from hrd_desktop.vault.data_key import DataKey

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
HERE = Path("office.key")
PRIVATE = X25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = PRIVATE.public_key().public_bytes_raw()
FILE_ID = "3f1c7a52-9d04-4e6b-8a1f-0c5d2e7b9a64"


def test_the_public_half_in_words_and_back() -> None:
    text = office.public_text(PUBLIC)
    assert text.startswith("hrd-office1")
    assert len(text) == 11 + 58
    assert set(text[11:]) <= set(ALPHABET)
    for typed in (text, text.upper(), f"  {text[:20]}\n{text[20:]} ", text.replace("-", "")):
        assert office.read_public(typed) == PUBLIC


def test_each_single_wrong_character_is_noticed() -> None:
    text = office.public_text(PUBLIC)
    for at in range(len(text)):
        for other in "0a7z":
            if text[at] not in (other, "-"):
                with pytest.raises(BadOfficeKey):
                    office.read_public(text[:at] + other + text[at + 1 :])


@pytest.mark.parametrize("text", ["", "hrd-office1", "age1qqqq", "\ud800", "hrd-office1" + "0" * 58, "x" * 100_000])
def test_what_is_no_public_half(text: str) -> None:
    with pytest.raises(BadOfficeKey):
        office.read_public(text)


@pytest.mark.parametrize("number", [0, 1])
def test_a_key_that_nobody_can_own_is_refused(number: int) -> None:
    with pytest.raises(BadOfficeKey):
        office.read_public(office.public_text(number.to_bytes(32, "little")))


def test_a_slot_is_a_plain_hpke_message() -> None:
    key = DataKey.random()
    slot = slots.for_office(FILE_ID, 3, PUBLIC, key)
    info = f"hrd-keys 2\nfile {FILE_ID}\nslot 3 office\nhpke-x25519-hkdf-sha256-aes-256-gcm\n".encode()
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    assert suite.decrypt(slot.sealed, PRIVATE, info).hex() == key.hex()


def test_the_file_holds_the_private_half_only_sealed() -> None:
    data, public = office.make("a phrase for the drawer", calibrate=False)
    private = office.opened(data, "a phrase for the drawer", HERE)
    assert office.public_of(data, HERE) == public
    assert X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw() == office.read_public(public)
    assert private.hex() not in data.decode()
    assert json.loads(data)["kdf"]["passes"] >= 3
    with pytest.raises(WeakPassphrase):
        office.make("short", calibrate=False)


def test_keys_of_a_case_are_no_office_key() -> None:
    with pytest.raises(NotAnOfficeKey) as caught:
        office.opened(b'{"format": "hrd-keys"}', "x", HERE)
    assert caught.value.facts["reason"] == "O05"
