"""What the format refuses, at the right place and under the right cause."""

from __future__ import annotations

import copy
import json
import string
import tomllib
from functools import cache
from typing import Any

import pytest

from hrd_desktop import assets
from hrd_desktop.errors import BadCaseJson
from hrd_desktop.exchange.case_json import GREATEST_SIZE, read_case
from tests.exchange.corruptions import BAD_BYTES, CORRUPTIONS, Corruption

AT_FILES = {"file_outside", "wrong_sha256"}
"""Causes that only a look at the evidence files can give."""


@cache
def sample() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(assets.resource("demo", "s1.json").read_bytes())
    return document


@cache
def sentences() -> dict[str, dict[str, str]]:
    return tomllib.loads(assets.resource("words", "causes.toml").read_text(encoding="utf-8"))


def refusal(data: bytes) -> dict[str, str | int]:
    with pytest.raises(BadCaseJson) as refused:
        read_case(data, "s1.json")
    return refused.value.facts


def in_words(facts: dict[str, str | int], lang: str) -> str:
    return sentences()[str(facts["cause"])][lang].format(**facts)


@pytest.mark.parametrize("corruption", CORRUPTIONS, ids=str)
def test_a_corrupted_case_is_refused_at_its_place(corruption: Corruption) -> None:
    document = copy.deepcopy(sample())
    corruption.apply(document)
    facts = refusal(json.dumps(document).encode())
    assert (facts["path"], facts["cause"]) == (corruption.expected, corruption.cause)
    for lang in ("en", "fr"):
        assert in_words(facts, lang)


@pytest.mark.parametrize("cause", BAD_BYTES)
def test_bytes_that_hold_no_case_are_refused(cause: str) -> None:
    facts = refusal(BAD_BYTES[cause])
    assert facts["cause"] == cause
    assert in_words(facts, "fr")


@pytest.mark.parametrize(
    "data",
    [b"", b"null", b'"text"', b"{}", b"\x00", b"\xff\xfe{\x00}\x00", b"[" * 9**6, b'{"version": %s}' % (b"9" * 9000)],
    ids=range(8),
)  # fmt: skip
def test_no_bytes_give_a_traceback(data: bytes) -> None:
    refusal(data)


def test_a_key_without_end_is_cut_in_its_place() -> None:
    document = copy.deepcopy(sample())
    document["case"]["x" * 100_000] = 1
    facts = refusal(json.dumps(document).encode())
    assert (facts["cause"], str(facts["path"])[:12]) == ("unknown_key", '$.case["xxxx')
    assert len(in_words(facts, "en")) + len(str(facts["path"])) < 300


def test_a_file_that_is_too_large_is_not_even_parsed() -> None:
    assert refusal(b" " * (GREATEST_SIZE + 1))["cause"] == "too_large"


def test_deep_nesting_below_a_known_key_is_refused_there() -> None:
    document = copy.deepcopy(sample())
    document["case"]["alias"] = "deep"
    data = json.dumps(document).encode().replace(b'"deep"', b"[" * 300 + b"]" * 300)
    assert refusal(data)["path"] == "$.case.alias"


def test_a_key_repeated_deep_inside_is_named() -> None:
    data = json.dumps(sample()).encode().replace(b'"plan": ', b'"plan": "not_included", "plan": ', 1)
    facts = refusal(data)
    assert (facts["path"], facts["cause"]) == ("$.case.persons[0].plan", "repeated_key")


def test_the_line_of_the_format_page() -> None:
    document = copy.deepcopy(sample())
    document["case"]["persons"][2]["birth"]["date"] = "1997-13"
    facts = refusal(json.dumps(document).encode())
    assert f"{facts['path']}: {in_words(facts, 'en')}" == '$.case.persons[2].birth.date: "1997-13" is not a date'


def test_an_odd_key_cannot_play_with_the_terminal() -> None:
    document = copy.deepcopy(sample())
    document["case"]["\x1b[2J\u202e"] = 1
    facts = refusal(json.dumps(document).encode())
    assert facts["path"] == '$.case["\\u001b[2J\\u202e"]'


def test_an_unknown_code_comes_with_near_ones() -> None:
    document = copy.deepcopy(sample())
    document["case"]["stage"] = "submited"
    facts = refusal(json.dumps(document).encode())
    assert str(facts["codes"]).startswith("submitted_to_partner")


def test_every_cause_has_two_sentences_and_a_corruption() -> None:
    tried = {corruption.cause for corruption in CORRUPTIONS} | set(BAD_BYTES) | {"too_large"} | AT_FILES
    assert set(sentences()) == tried
    for cause, words in sentences().items():
        gaps = [{gap for _, gap, _, _ in string.Formatter().parse(words[lang]) if gap} for lang in ("en", "fr")]
        assert gaps[0] == gaps[1], cause


@pytest.mark.parametrize("rest", ["numbers", "objects", "keys"])
def test_a_file_full_of_faults_is_refused_at_the_first(rest: str) -> None:
    """A hundred thousand faults cost no more than a look at the first."""
    fill = {
        "numbers": b'"journal": [' + b"1," * 100_000 + b"1]",
        "objects": b'"journal": [' + b"{}," * 100_000 + b"{}]",
        "keys": b", ".join(b'"k%d": 1' % i for i in range(100_000)),
    }[rest]
    facts = refusal(b'{"format": "hrd-case", "version": 1, "case": {' + fill + b"}}")
    expected = {"numbers": "$.case.journal[0]", "objects": "$.case.journal[0].id", "keys": "$.case.k0"}
    assert facts["path"] == expected[rest]
