"""Keys for other uses, made from the data key."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from hrd_desktop.vault.data_key import DataKey


def test_a_derived_key_follows_rfc_5869_by_hand() -> None:
    secret = hashlib.sha256(b"a data key").digest()
    extracted = hmac.digest(bytes(32), secret, "sha256")
    expanded = hmac.digest(extracted, b"hrd record 1" + b"\x01", "sha256")
    assert DataKey(bytearray(secret)).derived(b"hrd record 1") == expanded


def test_each_purpose_and_each_data_key_has_its_own() -> None:
    one, other = DataKey.random(), DataKey.random()
    found = {key.derived(purpose) for key in (one, other) for purpose in (b"hrd record 1", b"hrd backup 1")}
    assert len(found) == 4
    assert {len(key) for key in found} == {32}


def test_nothing_is_derived_once_wiped() -> None:
    key = DataKey.random()
    key.wipe()
    with pytest.raises(ValueError, match="wiped"):
        key.derived(b"hrd record 1")
