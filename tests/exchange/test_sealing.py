"""Files sealed in the age format, opened with the library and, where it is installed, with the public program."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest

from hrd_desktop.errors import BadKey, SealFailed
from hrd_desktop.exchange import sealing

DATA = bytes(range(256)) * 700


@pytest.fixture(scope="module")
def owner() -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.generate()


@pytest.mark.parametrize("data", [b"", b"x", DATA], ids=len)
def test_the_owner_of_the_key_opens_it_and_nobody_else(owner: pyrage.x25519.Identity, data: bytes) -> None:
    sealed = sealing.seal_to(data, [str(owner.to_public())])
    assert sealed.startswith(b"age-encryption.org/v1\n")
    assert pyrage.decrypt(sealed, [owner]) == data
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [pyrage.x25519.Identity.generate()])
    assert len(data) < 2 or data not in sealed


def test_each_of_several_people_opens_it_alone(owner: pyrage.x25519.Identity) -> None:
    other = pyrage.x25519.Identity.generate()
    sealed = sealing.seal_to(DATA, [str(owner.to_public()), f"  {other.to_public()}\n"])
    assert pyrage.decrypt(sealed, [owner]) == pyrage.decrypt(sealed, [other]) == DATA


def test_a_passphrase_opens_it_and_another_does_not() -> None:
    sealed = sealing.seal_with(DATA, "four invented lanterns")
    assert pyrage.passphrase.decrypt(sealed, "four invented lanterns") == DATA
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealed, "four invented lantern")


@pytest.mark.parametrize("key", ["", "age1", "Notebook", "age1" + "q" * 58, "ssh-ed25519 AAAA"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(BadKey) as refused:
        sealing.check_keys([key])
    assert refused.value.facts["reason"] == "unknown"
    with pytest.raises(BadKey):
        sealing.seal_to(DATA, [key])


def test_the_secret_half_of_a_key_is_refused_and_not_quoted(owner: pyrage.x25519.Identity) -> None:
    with pytest.raises(BadKey) as refused:
        sealing.check_keys([str(owner.to_public()), str(owner)])
    assert refused.value.facts == {"reason": "secret"}


def test_no_key_at_all_is_refused() -> None:
    with pytest.raises(BadKey):
        sealing.seal_to(DATA, [])


def test_what_does_not_open_again_is_not_given_out(
    owner: pyrage.x25519.Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pyrage, "decrypt", lambda _sealed, _identities: DATA[:-1])
    with pytest.raises(SealFailed):
        sealing.seal_to(DATA, [str(owner.to_public())])


@pytest.mark.skipif(shutil.which("age") is None, reason="the public program is not installed")
def test_the_public_program_opens_it(owner: pyrage.x25519.Identity, tmp_path: Path) -> None:
    key, sealed = tmp_path / "key.txt", tmp_path / "packet.pdf.age"
    key.write_text(f"{owner}\n")
    sealed.write_bytes(sealing.seal_to(DATA, [str(owner.to_public())]))
    opened = subprocess.run(["age", "--decrypt", "-i", str(key), str(sealed)], capture_output=True, check=True)
    assert opened.stdout == DATA


def test_what_asks_for_more_memory_than_a_laptop_has_is_refused_at_once() -> None:
    sealed = sealing.seal_with(b"content", "four invented lanterns")
    head, _, rest = sealed.partition(b"-> scrypt ")
    salt, _, rest = rest.partition(b" ")
    _, _, rest = rest.partition(b"\n")
    with pytest.raises(sealing.Unsealable):
        sealing.open_with(head + b"-> scrypt " + salt + b" 22\n" + rest, "four invented lanterns")
    assert sealing.open_with(sealed, "four invented lanterns") == b"content"


def test_a_list_of_recipients_without_end_is_refused_at_once() -> None:
    identity = sealing.new_identity()
    others = [sealing.public_of(sealing.new_identity()) for _ in range(20)] * 40
    few, many = io.BytesIO(), io.BytesIO()
    sealing.seal_stream(io.BytesIO(b"content"), few.write, [*others[:300], sealing.public_of(identity)])
    sealing.seal_stream(io.BytesIO(b"content"), many.write, [*others, sealing.public_of(identity)])
    out = io.BytesIO()
    assert sealing.open_stream(io.BytesIO(few.getvalue()), out.write, identity)
    assert out.getvalue() == b"content"
    with pytest.raises(sealing.Unsealable):
        sealing.open_stream(io.BytesIO(many.getvalue()), out.write, identity)
