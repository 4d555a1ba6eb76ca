"""Every numbered rule of FORMAT.md has vectors, and each vector is refused by exactly that rule."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from hrd_desktop import vault
from hrd_desktop.errors import HrdError, KeysDamaged, NewerFormat, WrongSecret
from hrd_desktop.vault import keys

VECTORS = Path(__file__).parent / "vectors"
FORMAT = Path(vault.__file__).with_name("FORMAT.md").read_text(encoding="utf-8")
KINDS: dict[str, type[HrdError]] = {"damaged": KeysDamaged, "newer": NewerFormat, "wrong secret": WrongSecret}
RULES = {rule: KINDS[kind] for rule, kind in re.findall(r"^\| (K\d\d) \|.*\| ([a-z ]+) \|$", FORMAT, re.MULTILINE)}
HERE = Path("keys.json")


def vectors(stem: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((VECTORS / f"{stem}.json").read_text(encoding="ascii"))
    return found


def contents(vector: dict[str, Any]) -> bytes:
    """`keys` is the text, `repeat` how often; or `bytes` in hexadecimal. `pad_to` adds spaces up to a length."""
    data = bytes.fromhex(vector["bytes"]) if "bytes" in vector else vector["keys"].encode() * vector.get("repeat", 1)
    return data.ljust(vector.get("pad_to", 0), b" ")


REFUSED = [
    pytest.param(rule, vector, id=f"{rule}: {vector['what']}")
    for rule in sorted(path.stem for path in VECTORS.glob("K*.json"))
    for vector in vectors(rule)
]
GOOD = [pytest.param(vector, id=vector["what"]) for vector in vectors("good")]


def test_every_rule_has_vectors_and_every_vector_a_rule() -> None:
    assert sorted(RULES) == [f"K{number:02}" for number in range(1, 25)]
    assert {path.stem for path in VECTORS.iterdir()} == {*RULES, "good"}


def test_every_mention_of_a_rule_is_of_one_in_the_table() -> None:
    reader = Path(vault.__file__).with_name("reader.py").read_text(encoding="utf-8")
    raised = set(re.findall(r"K\d\d", reader)) | {keys.NO_SLOT_OPENS}
    assert raised == set(RULES)


@pytest.mark.parametrize(("rule", "vector"), REFUSED)
def test_refused_by_its_rule(rule: str, vector: dict[str, Any]) -> None:
    with pytest.raises(HrdError) as caught:
        keys.unlock(keys.KeyFile.from_bytes(contents(vector), HERE), vector.get("passphrase", ""))
    assert type(caught.value) is RULES[rule]
    assert caught.value.facts["reason"] == rule


@pytest.mark.parametrize("vector", GOOD)
def test_opens(vector: dict[str, Any]) -> None:
    keyfile = keys.KeyFile.from_bytes(contents(vector), HERE)
    assert keys.unlock(keyfile, vector["passphrase"]).hex() == vector["data_key"]


def test_the_written_form_is_the_one_in_the_format() -> None:
    data = contents(vectors("good")[0])
    assert keys.KeyFile.from_bytes(data, HERE).to_bytes() == data


def test_the_greatest_allowed_values_are_read() -> None:
    text = json.loads(contents(vectors("good")[0]))
    kdf = text["slots"][0]["kdf"]
    for memory_kib, passes, lanes in [(1048576, 16, 16), (262144, 64, 1)]:
        kdf.update(memory_kib=memory_kib, passes=passes, lanes=lanes)
        keyfile = keys.KeyFile.from_bytes(json.dumps(text).encode(), HERE)
        assert keyfile.slots[0].cost.memory_kib == memory_kib
    text["slots"] = [{**text["slots"][0], "id": number} for number in range(2147483640, 2147483648)]
    assert len(keys.KeyFile.from_bytes(json.dumps(text).encode().ljust(65536), HERE).slots) == 8
