"""The recovery code: how it is written, what is read as the same, which mistakes are noticed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.errors import BadRecoveryCode
from hrd_desktop.vault import recovery

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRETS = st.binary(min_size=16, max_size=16)


def mistake(typed: str) -> dict[str, str | int]:
    with pytest.raises(BadRecoveryCode) as caught:
        recovery.read(typed)
    return caught.value.facts


def test_the_form_is_that_of_the_format() -> None:
    assert recovery.written(bytes(16)) == "00000-00000-00000-00000-00000-00000"
    assert recovery.written(b"\xff" * 16).startswith("ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-W")


@given(SECRETS)
def test_written_and_read_back_is_the_same(secret: bytes) -> None:
    code = recovery.written(secret)
    assert bytes(recovery.read(code)) == secret
    assert [len(group) for group in code.split("-")] == [5] * 6
    assert set(code) <= set(ALPHABET) | {"-"}


@given(SECRETS, st.randoms(use_true_random=False))
def test_read_however_it_was_typed(secret: bytes, chance: random.Random) -> None:
    code = recovery.written(secret)
    other = {"0": "0oO", "1": "1iIlL", "-": ["-", " ", "", " - ", "\u2011", "\u2013", ".", "\u00a0"]}
    typed = "".join(chance.choice(other.get(letter, letter + letter.lower())) for letter in code)
    assert bytes(recovery.read(f"  {typed}\n")) == secret


def test_each_single_wrong_character_is_noticed_and_its_group_told() -> None:
    code = recovery.written(bytes(range(16)))
    for at, letter in enumerate(code):
        for other in ALPHABET:
            if letter not in ("-", other):
                facts = mistake(code[:at] + other + code[at + 1 :])
                assert facts == {"reason": "group", "group": at // 6 + 1}


@settings(max_examples=20)
@given(SECRETS)
def test_each_two_neighbours_that_changed_places_are_noticed(secret: bytes) -> None:
    letters = recovery.written(secret).replace("-", "")
    for at in range(29):
        swapped = letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
        if swapped != letters:
            assert mistake(swapped)["reason"] in ("checksum", "group")


@given(SECRETS, st.sets(st.integers(0, 29), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_up_to_four_wrong_characters_are_noticed(secret: bytes, places: set[int], chance: random.Random) -> None:
    letters = list(recovery.written(secret).replace("-", ""))
    for at in places:
        letters[at] = chance.choice([other for other in ALPHABET if other != letters[at]])
    mistake("".join(letters))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("", "length"), ("00000-00000-00000-00000-00000-0000", "length"), ("0" * 31, "length"), ("0" * 100_000, "length")],
)
def test_too_short_and_too_long(typed: str, reason: str) -> None:
    assert mistake(typed) == {"reason": reason, "group": 0}


def test_a_letter_that_no_code_has() -> None:
    assert mistake("00000-0000U-00000-00000-00000-00000") == {"reason": "group", "group": 2}
    assert mistake("00000-0000é-00000") == {"reason": "letters", "group": 0}
    assert mistake("00000-0000\ud800") == {"reason": "letters", "group": 0}
    assert mistake("\u0660" * 30) == {"reason": "group", "group": 1}  # digits of another script


def test_the_two_unused_bits_are_zero() -> None:
    letters = recovery.written(bytes(16)).replace("-", "")
    values = [0] * 25 + [1, 0, 0, 0, 0]
    remainder = recovery._remainder(values)
    typed = "".join(ALPHABET[value] for value in [*values[:26], *remainder])
    assert typed[:25] == letters[:25]
    assert mistake(typed)["reason"] in ("checksum", "group")


@pytest.mark.parametrize(
    ("typed", "looks"),
    [
        ("QBW07-NBR90-EG4PY-VV4HG-4F2DX-0WJZZ", True),
        ("qbw07 nbr90 eg4py vv4hg 4f2dx 0wjz", True),
        ("a lamp, a map, a coat, a train", False),
        ("nine pears in a wooden bowl and", False),
        ("short 123", False),
        ("", False),
    ],
)
def test_what_looks_like_a_code_with_a_mistake(typed: str, looks: bool) -> None:
    assert recovery.looks_like_one(typed) is looks
