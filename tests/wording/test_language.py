"""The texts are good English and good Canadian French, as far as a machine can tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from hrd_desktop.assets import resource
from tests.wording.shipped import Pair, every_pair, gaps, pairs

SNAKE = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b")
NEVER = re.compile(
    r"\b(in)?eligible\b|\b(in)?admissibles?\b|\bterroris(t|te)s?\b|\binterdite?s? de territoire\b|\bcriminals?\b|"
    r"\bcriminel(le)?s?\b|\billegals?\b|\bfake\b",
    re.IGNORECASE,
)
KEY_OF_A_FILE = re.compile(r"“\w+”|«\u00a0\w+\u00a0»")
"""Whoever wrote a case in JSON is told the keys of that file as they stand there."""
OF_A_GROUP = {"fields.background.i.en", "fields.background.i.fr"}
"""The question on the form is about what a group did."""


def sides(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    return (pair.key, pair.en), (pair.key, pair.fr)


def test_gaps_are_the_same_in_both_languages() -> None:
    different = [pair.key for pair in every_pair() if (gaps(pair.en) ^ gaps(pair.fr)) - {"count"}]
    assert different == []


def test_french_is_not_a_copy_of_english() -> None:
    names = ("names.", "help.", "calendars.", "former.")
    same = {pair.en for pair in every_pair() if pair.en == pair.fr and not pair.key.startswith(names)}
    assert same == SAME_IN_BOTH


def test_french_apostrophes_and_spaces_are_those_of_print() -> None:
    for pair in every_pair():
        text = pair.fr
        assert "'" not in text, pair.key
        assert '"' not in text, pair.key
        assert not re.search(r"(?<!\u00a0):", text), pair.key
        assert not re.search(r"[ \u00a0][;?!]", text), pair.key
        assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»", text), pair.key


def test_english_marks_are_those_of_print() -> None:
    for pair in every_pair():
        assert "'" not in pair.en, pair.key
        assert '"' not in pair.en, pair.key
        assert not re.search(r" [:;?!]", pair.en), pair.key


def test_no_shipped_text_of_words_or_rules_has_a_straight_apostrophe_or_a_mark_that_can_begin_a_line() -> None:
    for path in sorted([*resource("words").rglob("*.toml"), *resource("rules").rglob("*.toml")]):
        texts = list(_texts(tomllib.loads(path.read_text("utf-8"))))
        assert [text for text in texts if re.search(r"'| :| »|« ", text)] == [], path.name


def _texts(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    for inner in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from _texts(inner)


def test_no_text_has_two_spaces_or_a_name_from_the_code() -> None:
    for pair in every_pair():
        for key, text in sides(pair):
            bare = re.sub(r"\{\w+\}", "x", text)
            assert not re.search(r"\s\s", bare), key
            assert not SNAKE.search(KEY_OF_A_FILE.sub("x", bare) if key.startswith("causes.") else bare), key


def test_labels_are_short_and_in_sentence_case() -> None:
    for name in ("objects", "fields", "codes"):
        for pair in pairs(name):
            hint = ".hint_" in pair.key
            for key, text in sides(pair):
                assert len(text) <= 90, key
                assert text.endswith(".") == hint, key
                assert text[0].isupper() or re.match(r"[a-k]\. [A-ZÉÀ]|\d", text), key


def test_nothing_calls_a_person_what_only_others_may_decide() -> None:
    found = [
        (pair.key, match[0])
        for pair in every_pair()
        for lang, text in (("en", pair.en), ("fr", pair.fr))
        if (match := NEVER.search(text)) and f"{pair.key.removesuffix('.en')}.{lang}" not in OF_A_GROUP
    ]
    assert found == []


def test_police_certificates_and_embassies_stand_only_where_the_reader_is_warned() -> None:
    risky = re.compile(r"police certificate|certificat de police|embassy|ambassade\b", re.IGNORECASE)
    for pair in every_pair():
        for key, text in sides(pair):
            if risky.search(text):
                assert re.match(r"help\..+\.avoid\.|harm\.", key), key
                assert re.search(r"\bnot\b|\bnever\b|\b[Nn]e\b|\bN’", text), key


SAME_IN_BOTH = {
    "Options", "Alberta", "Article", "Association", "Camp", "Chambre des notaires du Québec", "Criminalisation", "Date",
    "Divorce", "Document", "Expulsion", "Format", "Front Line Defenders", "Gendarmerie", "IRCC", "Incident",
    "Incidents", "Intimidation", "Journal", "LGBTQI+", "Laissez-passer", "Local", "Manitoba", "Minguo", "National",
    "Naturalisation", "Nunavut", "Ontario", "Organisation", "Pages", "Parent", "Parents", "Police", "Profession",
    "ProtectDefenders.eu", "Province", "Publication", "Race", "Rainbow Railroad", "Religion", "Saskatchewan",
    "Signature", "Surveillance", "Torture", "Violence", "Yukon",
}  # fmt: skip
