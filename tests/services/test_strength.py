"""How a passphrase is judged, and what is suggested."""

from __future__ import annotations

import math
import subprocess
import sys
import time

import pytest

from hrd_desktop.errors import BadPassphrase, CodeAsPassphrase, GuessablePassphrase, WeakPassphrase
from hrd_desktop.services import strength as strengths
from hrd_desktop.services.strength import LEAST_SCORE, WORDS, strength, suggest
from hrd_desktop.vault import recovery

CODE = recovery.written(bytes(range(16)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("aaaaaaaaaaaaaaaaaaaa", "again and again"),
        ("passwordpassword", "again and again"),
        ("qwertyuiopasdfghjkl", "tried first"),
        ("zxcvbnm,./';lkjh", "rows of the keyboard"),
        ("abcdefghijklmnopqrstuvwxyz", "counts up or down"),
    ],
)
def test_long_and_easily_guessed_is_refused_and_told_why(text: str, reason: str) -> None:
    found = strength(text, "en")
    assert (found.score < LEAST_SCORE, found.enough) == (True, False)
    assert reason in found.words
    with pytest.raises(GuessablePassphrase):
        strengths.check_new(text)


@pytest.mark.parametrize(
    "text", ["a lamp that is lit again", "chaque chaise attend dimanche", "چراغ کوچک کنار رودخانه"]
)
def test_several_words_are_enough_without_capitals_or_digits(text: str) -> None:
    strengths.check_new(text)
    assert strength(text, "en").enough
    assert strength(text, "en").words in ("Good.", "Strong.")


def test_short_is_never_enough_and_says_how_much_is_missing() -> None:
    found = strength("vX9#qLw2!tRz", "en")
    assert (found.score, found.enough) == (1, False)
    assert found.words == "Easily guessed. 3 more characters are needed."
    assert strength("vX9#qLw2!tRzpk", "fr").words == "Facile à deviner. Il manque encore un caractère."
    with pytest.raises(WeakPassphrase):
        strengths.check_new("vX9#qLw2!tRz")


def test_what_cannot_be_a_passphrase_is_told() -> None:
    assert "recovery code" in strength(CODE, "en").words
    assert "keyboard" in strength("with a \x00 in the middle of it", "en").words
    assert not strength(CODE, "en").enough
    with pytest.raises(CodeAsPassphrase):
        strengths.check_new(CODE)
    with pytest.raises(BadPassphrase):
        strengths.check_new("with a \x00 in the middle of it")
    assert strength("", "en").score == 0


@pytest.mark.parametrize("text", ["4@$!10" * 3000, "x" * 100_000, "é" * 5000, "\ud800" * 40, "19901991" * 2000])
def test_it_never_takes_long(text: str) -> None:
    strength("warm", "en")
    start = time.perf_counter()
    strength(text, "en")
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_suggested_words_can_be_typed_on_every_keyboard_and_are_strong(lang: str) -> None:
    found = {suggest(lang) for _ in range(50)}
    assert len(found) == 50
    for text in found:
        assert len(text.split()) == WORDS
        assert text.replace(" ", "").isascii()
        assert text.replace(" ", "").islower()
        strengths.check_new(text)
        assert strength(text, lang).score >= 3


@pytest.mark.parametrize("name", ["english", "french"])
def test_the_entropy_is_what_is_said(name: str) -> None:
    words = strengths._word_list(name)
    assert len(set(words)) == 2048
    assert WORDS * math.log2(len(set(words))) == 66


def test_nothing_of_it_is_loaded_before_it_is_needed() -> None:
    code = "import sys; import hrd_desktop.services.files; print({'zxcvbn', 'mnemonic'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "set()"
