"""Every numbered rule of FORMAT.md has vectors, and each vector is refused by exactly that rule."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hrd_desktop import vault
from hrd_desktop.errors import HrdError, KeysDamaged, NewerFormat, NotAnOfficeKey, WrongOfficePassphrase, WrongSecret
from hrd_desktop.vault import keys, office
from hrd_desktop.vault.secret import Secret

VECTORS = Path(__file__).parent / "vectors"
CODE = Path(vault.__file__).parent
FORMAT = (CODE / "FORMAT.md").read_text(encoding="utf-8")
KINDS: dict[str, type[HrdError]] = {
    "damaged": KeysDamaged,
    "newer": NewerFormat,
    "wrong secret": WrongSecret,
    "not an office key": NotAnOfficeKey,
}
RULES = {rule: KINDS[kind] for rule, kind in re.findall(r"^\| ([KO]\d\d) \|.*\| ([a-z ]+) \|$", FORMAT, re.MULTILINE)}
GOOD = {"good", "office-good"}
HERE = Path("keys.json")


def vectors(stem: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((VECTORS / f"{stem}.json").read_text(encoding="ascii"))
    return found


def contents(vector: dict[str, Any]) -> bytes:
    """`keys` or `office` is the text, `repeat` how often; or `bytes` in hexadecimal. `pad_to` adds spaces up to a
    length."""
    text = vector.get("office") or vector.get("keys") or ""
    data = bytes.fromhex(vector["bytes"]) if "bytes" in vector else text.encode() * vector.get("repeat", 1)
    return data.ljust(vector.get("pad_to", 0), b" ")


def secret(vector: dict[str, Any]) -> Secret:
    """`passphrase`, `code`, or `private` (of an office, in hexadecimal); an empty passphrase if none is given."""
    if "private" in vector:
        return Secret("office", bytearray.fromhex(vector["private"]))
    return Secret.recovery(vector["code"]) if "code" in vector else Secret.passphrase(vector.get("passphrase", ""))


REFUSED = [
    pytest.param(rule, vector, id=f"{rule}: {vector['what']}")
    for rule in sorted(path.stem for path in VECTORS.glob("[KO]*.json"))
    for vector in vectors(rule)
]
OPENED = [pytest.param(vector, id=vector["what"]) for vector in vectors("good")]
OPENED_OFFICE = [pytest.param(vector, id=vector["what"]) for vector in vectors("office-good")]


def test_every_rule_has_vectors_and_every_vector_a_rule() -> None:
    assert sorted(RULES) == [*(f"K{number:02}" for number in range(1, 26)), "O05", "O06", "O07", "O11", "O24"]
    assert {path.stem for path in VECTORS.iterdir()} == {*RULES, *GOOD}


def test_every_mention_of_a_rule_is_of_one_in_the_table() -> None:
    readers = "".join((CODE / name).read_text(encoding="utf-8") for name in ("reader.py", "strict.py", "office.py"))
    raised = set(re.findall(r"[KO]\d\d", readers)) | {keys.NO_SLOT_OPENS}
    assert raised == set(RULES)


def open_it(vector: dict[str, Any]) -> None:
    if "office" in vector:
        office.opened(contents(vector), vector.get("passphrase", ""), HERE)
    else:
        keys.unlock(keys.KeyFile.from_bytes(contents(vector), HERE), secret(vector))


@pytest.mark.parametrize(("rule", "vector"), REFUSED)
def test_refused_by_its_rule(rule: str, vector: dict[str, Any]) -> None:
    with pytest.raises(HrdError) as caught:
        open_it(vector)
    expected = {KeysDamaged: NotAnOfficeKey, WrongSecret: WrongOfficePassphrase} if "office" in vector else {}
    assert type(caught.value) is expected.get(RULES[rule], RULES[rule])
    assert caught.value.facts["reason"] == rule


@pytest.mark.parametrize("vector", OPENED)
def test_opens(vector: dict[str, Any]) -> None:
    keyfile = keys.KeyFile.from_bytes(contents(vector), HERE)
    key = keys.unlock(keyfile, secret(vector))
    assert key.hex() == vector["data_key"]
    if "labels" in vector:
        labels = [keyfile.label(slot, key) for slot in keyfile.slots]
        assert [
            {
                "name": label.name,
                "made_on": label.made_on and label.made_on.isoformat(),
                "rehearsed_on": label.rehearsed_on and label.rehearsed_on.isoformat(),
                "office": label.office.hex(),
            }
            for label in labels
        ] == vector["labels"]


@pytest.mark.parametrize("vector", OPENED_OFFICE)
def test_an_office_key_file_opens(vector: dict[str, Any]) -> None:
    assert office.opened(contents(vector), vector["passphrase"], HERE).hex() == vector["private"]
    assert office.public_of(contents(vector), HERE) == vector["public"]


@pytest.mark.parametrize("what", ["one slot at the least cost", "version 2, the passphrase of a slot of version 1"])
def test_the_written_form_is_the_one_in_the_format(what: str) -> None:
    data = next(contents(vector) for vector in vectors("good") if vector["what"] == what)
    assert keys.KeyFile.from_bytes(data, HERE).to_bytes() == data


def test_the_greatest_allowed_values_are_read() -> None:
    text = json.loads(contents(vectors("good")[0]))
    kdf = text["slots"][0]["kdf"]
    for memory_kib, passes, lanes in [(1048576, 16, 16), (262144, 64, 1)]:
        kdf.update(memory_kib=memory_kib, passes=passes, lanes=lanes)
        keyfile = keys.KeyFile.from_bytes(json.dumps(text).encode(), HERE)
        assert json.loads(keyfile.to_bytes()) == text
    kdf.update(memory_kib=65536, passes=64)
    text["slots"] = [{**text["slots"][0], "id": number} for number in range(2147483640, 2147483648)]
    assert len(keys.KeyFile.from_bytes(json.dumps(text).encode().ljust(65536), HERE).slots) == 8


def test_the_days_of_a_label_are_days() -> None:
    keyfile = keys.KeyFile.from_bytes(contents(vectors("good")[-2]), HERE)
    label = keyfile.label(keyfile.slots[1], keys.unlock(keyfile, secret(vectors("good")[-2])))
    assert (label.made_on, label.rehearsed_on) == (date(2026, 11, 22), date(2027, 11, 20))
