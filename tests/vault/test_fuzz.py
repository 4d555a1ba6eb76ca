"""Key files and office key files that somebody made to do harm: refused, or opened, and never anything else."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrd_desktop.errors import KeysDamaged, NewerFormat, NotAnOfficeKey, WrongOfficePassphrase, WrongSecret
from hrd_desktop.vault import keys, office
from hrd_desktop.vault.cost import MOST_WORK, MOST_WORK_TOGETHER, Cost
from hrd_desktop.vault.keys import KeyFile
from hrd_desktop.vault.secret import Secret
from tests.vault.test_vectors import contents, secret, vectors

HERE = Path("keys.json")
SECONDS = 1.0
GOOD = [contents(vector) for vector in vectors("good")]
GOOD_OFFICE = [contents(vector) for vector in vectors("office-good")]
SECRETS: list[Callable[[], Secret]] = [lambda vector=vector: secret(vector) for vector in vectors("good")[-6:]]  # type: ignore[misc]

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([2**31, 2**63, -1, 0, 65536, 1048576, 16, 64, 3, 8])
    | st.floats()
    | st.text(max_size=60)
    | st.sampled_from(
        ["passphrase", "recovery", "office", "argon2id", "hkdf-sha256", "aes-256-gcm", "00" * 48, "ff" * 80]
    )
)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=9) | st.dictionaries(st.text(max_size=9), inner))


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a document: the thing that holds it, and its key there."""
    found: list[tuple[Any, Any]] = []
    keyed = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in keyed:
        found += [(value, key), *places(inner)]
    return found


@st.composite
def mutated(draw: st.DrawFn, good: list[bytes]) -> bytes:
    """A good file in which values were exchanged, taken out, doubled or added."""
    document = json.loads(draw(st.sampled_from(good)))
    for _ in range(draw(st.integers(1, 4))):
        spots = places(document)
        if not spots:
            break
        holder, key = draw(st.sampled_from(spots))
        match draw(st.sampled_from(["set", "remove", "swap", "double", "add"])):
            case "set":
                holder[key] = draw(JSON)
            case "remove":
                del holder[key]
            case "swap":
                other, at = draw(st.sampled_from(spots))
                holder[key], other[at] = other[at], holder[key]
            case "double" if isinstance(holder, list):
                holder.append(holder[key])
            case _ if isinstance(holder, dict):
                holder[draw(st.text(max_size=6))] = draw(JSON)
        document = json.loads(json.dumps(document)) if not _circular(document) else {}
    return json.dumps(document).encode("utf-8", "replace")


def _circular(document: Any) -> bool:
    try:
        json.dumps(document)
    except (ValueError, RecursionError):
        return True
    return False


@st.composite
def torn(draw: st.DrawFn, good: list[bytes]) -> bytes:
    """A good file with bytes changed, cut off or put in."""
    data = bytearray(draw(st.sampled_from(good)))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["set", "cut", "drop", "insert"])):
            case "set" if data:
                data[at] = draw(st.integers(0, 255))
            case "cut":
                del data[at:]
            case "drop":
                del data[at : at + draw(st.integers(1, 40))]
            case _:
                data[at:at] = draw(st.binary(max_size=20))
    return bytes(data)


def files(good: list[bytes]) -> st.SearchStrategy[bytes]:
    return mutated(good) | torn(good) | JSON.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=400)


class Work:
    """Stands for the derivation, so that a test sees how long it would take without waiting for it."""

    def __init__(self) -> None:
        self.done = 0

    def derive(self, cost: Cost, secret: bytearray, salt: bytes) -> bytearray:
        self.done += cost.work
        return bytearray(hashlib.sha256(bytes(secret) + salt).digest())


@pytest.fixture(scope="module")
def work() -> Any:
    found = Work()
    with pytest.MonkeyPatch.context() as patch:

        def derive(cost: Cost, secret: bytearray, salt: bytes) -> bytearray:
            return found.derive(cost, secret, salt)

        patch.setattr(Cost, "derive", derive)
        yield found


@given(data=files(GOOD))
@example(data=b"[" * 60_000)
@example(data=b'{"format": "hrd-keys", "version": ' + b"9" * 5000 + b"}")
@example(data=b'{"a":' * 10_000)
@example(data=b"\xff\xfe" + "{}".encode("utf-16-le"))
def test_a_key_file_is_refused_or_opens(work: Work, data: bytes) -> None:
    work.done = 0
    start = time.perf_counter()
    try:
        keyfile = KeyFile.from_bytes(data, HERE)
    except (KeysDamaged, NewerFormat):
        assert time.perf_counter() - start < SECONDS
        return
    assert KeyFile.from_bytes(keyfile.to_bytes(), HERE) == keyfile
    for make in SECRETS:
        work.done = 0
        try:
            key = keys.unlock(keyfile, make())
        except WrongSecret:
            pass
        else:
            for slot in keyfile.slots:
                keyfile.label(slot, key)
        assert work.done <= MOST_WORK_TOGETHER
    assert time.perf_counter() - start < SECONDS


@given(data=files(GOOD_OFFICE))
@example(data=b"[" * 60_000)
def test_an_office_key_file_is_refused_or_opens(work: Work, data: bytes) -> None:
    work.done = 0
    start = time.perf_counter()
    for passphrase in ("a phrase for the office drawer", "another"):
        with suppress(NotAnOfficeKey, NewerFormat, WrongOfficePassphrase):
            assert len(office.opened(data, passphrase, HERE)) == 32
    assert work.done <= 2 * MOST_WORK
    assert time.perf_counter() - start < SECONDS


@given(text=st.text(max_size=80) | st.text(alphabet="0123456789ABCDEFGHJKMNPQRSTVWXYZoil -", min_size=25, max_size=40))
def test_any_text_is_some_secret(work: Work, text: str) -> None:
    assert Secret.of(text).kind in ("passphrase", "recovery")
