"""The recovery code: 128 random bits as thirty characters that a person can copy by hand, with a checksum."""

from __future__ import annotations

import os
import re

from hrd_desktop.errors import BadRecoveryCode

SECRET_LENGTH = 16
GROUPS, GROUP_LENGTH = 6, 5
_DATA, _CHECK = 26, 4
_LENGTH = _DATA + _CHECK

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = re.compile(r"[\s\-\N{HYPHEN}-\N{EM DASH}\N{MINUS SIGN}\N{SOFT HYPHEN}._]+")


def _powers() -> tuple[list[int], dict[int, int]]:
    """The powers of 2 in the field of 32 elements (x^5 + x^2 + 1), and their logarithms."""
    powers, value = [], 1
    for _ in range(31):
        powers.append(value)
        value = value << 1 if value < 16 else (value << 1) ^ 0b100101
    return powers, {value: exponent for exponent, value in enumerate(powers)}


_POWERS, _LOGS = _powers()


def _times(one: int, other: int) -> int:
    return _POWERS[(_LOGS[one] + _LOGS[other]) % 31] if one and other else 0


def _generator() -> list[int]:
    """(x - a)(x - a^2)(x - a^3)(x - a^4), highest power first."""
    made = [1]
    for exponent in range(1, _CHECK + 1):
        shifted = [*made, 0]
        for index, value in enumerate(made):
            shifted[index + 1] ^= _times(value, _POWERS[exponent])
        made = shifted
    return made


_GENERATOR = _generator()


def new_secret() -> bytearray:
    """128 bits from the operating system's random source. The caller wipes them."""
    return bytearray(os.urandom(SECRET_LENGTH))


def written(secret: bytes | bytearray) -> str:
    """The code of a secret: six groups of five, with hyphens between them."""
    number = int.from_bytes(secret, "big") << (5 * _DATA - 8 * SECRET_LENGTH)
    data = [number >> (5 * (_DATA - 1 - index)) & 31 for index in range(_DATA)]
    letters = "".join(_ALPHABET[value] for value in [*data, *_remainder([*data, 0, 0, 0, 0])])
    return "-".join(letters[at : at + GROUP_LENGTH] for at in range(0, _LENGTH, GROUP_LENGTH))


def read(typed: str) -> bytearray:
    """The secret of a code as somebody typed it. The caller wipes it.

    Case, spaces, hyphens and dots do not matter; O is read as 0, I and L as 1. Raises BadRecoveryCode with the facts
    `reason`: `letters` (a character that no code has), `length`, `checksum`, or `group`; the last where one wrong
    character, or two neighbours that changed places, in one group alone would explain it: then the fact `group` is its
    number, 1 to 6, and otherwise 0.
    """
    letters = _bare(typed)
    if (strange := next((at for at, letter in enumerate(letters) if letter not in _VALUES), None)) is not None:
        group = strange // GROUP_LENGTH + 1 if len(letters) == _LENGTH else 0
        raise _mistake("letters", group)
    if len(letters) != _LENGTH:
        raise _mistake("length")
    values = [_VALUES[letter] for letter in letters]
    if not _is_whole(values):
        raise _mistake("checksum", _likely_group(values))
    number = 0
    for value in values[:_DATA]:
        number = number << 5 | value
    return bytearray((number >> (5 * _DATA - 8 * SECRET_LENGTH)).to_bytes(SECRET_LENGTH, "big"))


def _mistake(reason: str, group: int = 0) -> BadRecoveryCode:
    return BadRecoveryCode(reason="group" if group else reason, group=group)


def looks_like_one(typed: str) -> bool:
    """Whether a text is rather a code with a typing mistake than a passphrase: about as long, letters and digits."""
    letters = _bare(typed)
    digits = sum(letter.isdigit() for letter in typed[:1000])  # as typed: the o and l of words are no digits
    return abs(len(letters) - _LENGTH) <= 2 and letters.isascii() and letters.isalnum() and digits >= 3


def _bare(typed: str) -> str:
    return _BETWEEN.sub("", typed[:1000]).upper().translate(_READ_AS)


def _is_whole(values: list[int]) -> bool:
    unused = 5 * _DATA - 8 * SECRET_LENGTH
    return not any(_syndromes(values)) and not values[_DATA - 1] & ((1 << unused) - 1)


def _syndromes(values: list[int]) -> list[int]:
    """The code as a polynomial, at a, a^2, a^3 and a^4: all zero where nothing is wrong."""
    found = []
    for exponent in range(1, _CHECK + 1):
        total = 0
        for value in values:
            total = _times(total, _POWERS[exponent]) ^ value
        found.append(total)
    return found


def _remainder(values: list[int]) -> list[int]:
    """Of the division by the generator: a Reed-Solomon code, in which any two whole ones differ in five places."""
    rest = list(values)
    for at in range(_DATA):
        if factor := rest[at]:
            for index, value in enumerate(_GENERATOR):
                rest[at + index] ^= _times(value, factor)
    return rest[_DATA:]


def _likely_group(values: list[int]) -> int:
    """In which group one wrong character, or two neighbours that changed places, would give these syndromes."""
    seen = _syndromes(values)
    found = set()
    for at in range(_LENGTH):
        if _explained(seen, at):
            found.add(at // GROUP_LENGTH + 1)
        if at and _explained(seen, at - 1, at):
            found.add((at - 1) // GROUP_LENGTH + 1)
    return found.pop() if len(found) == 1 else 0


def _explained(seen: list[int], *places: int) -> bool:
    """Whether the same difference at these places gives the syndromes seen."""
    weights = []
    for exponent in range(1, _CHECK + 1):
        weight = 0
        for place in places:
            weight ^= _POWERS[exponent * (_LENGTH - 1 - place) % 31]
        weights.append(weight)
    return any(
        all(_times(value, weight) == each for weight, each in zip(weights, seen, strict=True)) for value in range(1, 32)
    )
