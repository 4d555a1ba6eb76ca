"""Every wrong secret gets the same answer by the same way, and shows itself nowhere."""

from __future__ import annotations

import hashlib
import logging
import pickle
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hrd_desktop.errors import BadRecoveryCode, HrdError, WrongSecret
from hrd_desktop.vault import keys, recovery, slots
from hrd_desktop.vault.cost import Cost
from hrd_desktop.vault.keys import KeyFile
from hrd_desktop.vault.secret import Secret
from hrd_desktop.vault.slots import OfficeSlot
from hrd_desktop.wording import wording
from tests.vault.test_vectors import contents, vectors

GOOD = next(vector for vector in vectors("good") if vector["what"].startswith("version 2, the passphrase"))
PHRASE = GOOD["passphrase"]
CODE = next(vector["code"] for vector in vectors("good") if "code" in vector)
PRIVATE = next(vector["private"] for vector in vectors("good") if "private" in vector)

NEAR = PHRASE[:-1] + "f"
WRONG: dict[str, Callable[[], str | Secret]] = {
    "passphrase, one letter off": lambda: NEAR,
    "passphrase, something else": lambda: "nothing of the kind at all",
    "passphrase, empty": lambda: "",
    "passphrase, half a character": lambda: "\ud800" * 20,
    "passphrase, very long": lambda: "x" * 100_000,
    "recovery code of another file": lambda: recovery.written(b"of another file!"),
    "recovery code, one bit off": lambda: recovery.written(flipped(bytes(recovery.read(CODE)))),
    "office key of another office": lambda: office(hashlib.sha256(b"elsewhere").digest()),
    "office key, one bit off": lambda: office(flipped(bytes.fromhex(PRIVATE), 0x10)),
}


def flipped(data: bytes, bit: int = 1) -> bytes:
    return bytes([*data[:-1], data[-1] ^ bit])


def office(private: bytes) -> Secret:
    return Secret("office", bytearray(private))


class Derivations:
    """Counts how often a key is derived, by kind, while really deriving it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: Counter[str] = Counter()
        derive, recovered, opened = Cost.derive, slots._recovery_key, OfficeSlot.opened

        def counted_derive(cost: Cost, secret: bytearray, salt: bytes) -> bytearray:
            self.made["passphrase"] += 1
            return derive(cost, secret, salt)

        def counted_recovery(secret: bytearray, salt: bytes) -> bytearray:
            self.made["recovery"] += 1
            return recovered(secret, salt)

        def counted_office(slot: OfficeSlot, file_id: str, secret: bytearray) -> object:
            self.made["office"] += 1
            return opened(slot, file_id, secret)

        monkeypatch.setattr(Cost, "derive", counted_derive)
        monkeypatch.setattr(slots, "_recovery_key", counted_recovery)
        monkeypatch.setattr(OfficeSlot, "opened", counted_office)


@pytest.fixture(scope="module")
def keyfile() -> KeyFile:
    """Two slots of each kind; the first pair is that of the vectors."""
    found = KeyFile.from_bytes(contents(GOOD), Path("keys.json"))
    others = [replace(slot, id=slot.id + 3) for slot in found.slots]
    return replace(found, slots=(*found.slots, *others))


@pytest.mark.parametrize("name", WRONG)
def test_one_error_one_text_one_way(
    keyfile: KeyFile, name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    counted = Derivations(monkeypatch)
    given = WRONG[name]()
    with caplog.at_level(logging.DEBUG), pytest.raises(HrdError) as caught:
        keys.unlock(keyfile, given)
    assert type(caught.value) is WrongSecret
    assert caught.value.facts == {"reason": "K24"}
    assert caught.value.exit_code == 3
    texts = {lang: wording(lang).message(caught.value) for lang in ("en", "fr")}
    assert texts["en"].startswith("This does not open the case file. Nothing was changed.")
    assert texts["fr"].startswith("Ceci n’ouvre pas")
    kind = name.split(maxsplit=1)[0].rstrip(",")
    assert counted.made == {kind: 2}  # all slots of its kind, and no other
    if isinstance(given, str) and given:
        shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + caplog.text
        assert given not in shown.encode("utf-8", "replace").decode()


def test_a_mistyped_code_is_told_apart(keyfile: KeyFile) -> None:
    mistyped = CODE[:-1] + ("2" if CODE[-1] != "2" else "3")
    with pytest.raises(BadRecoveryCode) as caught:
        keys.unlock(keyfile, mistyped)
    assert caught.value.exit_code == 2
    assert caught.value.facts == {"reason": "group", "group": 6}
    assert mistyped not in "".join(traceback.format_exception(caught.value))


def test_a_passphrase_that_looks_like_a_mistyped_code_still_opens() -> None:
    phrase = "4 cats 5 dogs 6 hens 7 cows ran off now"
    assert recovery.looks_like_one(phrase)
    made, key = keys.create(phrase, calibrate=False, on=date(2026, 11, 22))
    assert keys.unlock(made, phrase).same_as(key)


@pytest.mark.parametrize("secret", [Secret.of(PHRASE), Secret.of(CODE), office(bytes(32))])
def test_a_secret_shows_its_kind_alone(secret: Secret) -> None:
    assert repr(secret) == str(secret) == f"Secret({secret.kind})"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    buffer = secret.buffer()
    secret.wipe()
    secret.wipe()
    assert not any(buffer)
    with pytest.raises(ValueError, match="wiped"):
        secret.buffer()
