"""What people read: every reason sayable in both languages, plain words, citations of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings

from hrd_desktop.checklists.message import (
    Coded,
    Country,
    Event,
    Field,
    Language,
    Message,
    Param,
    Row,
    Unknown,
    countries,
    rows,
)
from hrd_desktop.checklists.pack_toml import gaps
from hrd_desktop.checklists.results import Assessment
from hrd_desktop.checklists.table import RULES
from hrd_desktop.checklists.words import say, text
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.wording import wording
from tests.checklists.build import ON, PACK, run
from tests.strategies import cases

LANGUAGES = ("en", "fr")

CITATIONS = {
    **{f"H0{n}": {"Policy (HRD stream)"} for n in range(1, 7)},
    "E01": {"R 139(1)(a)"},
    "E02": {"A 96(a)", "A 96(b)"},
    "E02b": {"A 96"},
    "E03": {"A 96"},
    "E04": {"A 96"},
    "E05": {"A 96"},
    "E06": {"A 96(a)", "A 96(b)"},
    "E07": {"A 96"},
    "E08": {"A 98, Art. 1E"},
    "E09": {"A 98, Art. 1F(a)"},
    "E10": {"A 98, Art. 1F(b)"},
    "E11": {"A 98, Art. 1F(c)"},
    "E12": {"A 108(1)"},
    "E13": {"R 139(1)(e), 144, 145"},
    "E14": {"R 139(1)(b), 140.1"},
    "E15": {"R 139(1)(c)"},
    "E16": {"R 139(1)(d)(i)"},
    "E17": {"R 139(1)(d)(ii)"},
    "E18": {"R 139(1)(d)(ii)"},
    "E19": {"R 140.3(1)(a), 138, 143"},
    "E20": {"R 139(1)(f)(ii)"},
    "E21": {"R 139(1)(g)", "R 139(2)"},
    "E21x": {"R 139(2), 138"},
    "E22": {"R 139(1)(h), A 9(1)"},
    "E26": {"R 25"},
    "E27": {"Policy (informed consent)"},
    "F01": {"R 140.1, 141(1)(a)", "R 140.1(a),(b)"},
    "F02": {"R 1(3)"},
    "F03": {'R 2 "marriage", R 5'},
    "F04": {"R 1(1)"},
    "F05": {"R 1(2)"},
    "F06": {"R 2, 25.1(7), IA s. 30", "R 2, 25.1(8), IA s. 30"},
    "F07": {"R 2(b)(ii)"},
    "F08": {"R 1(3)(c), 70(5)"},
    "F09": {"R 140"},
    "F10": {"R 142, 51(a)"},
    "F11": {"R 1(3), IRCC instructions (de facto dependants)"},
    "F12": {"R 23(b)(iii), UNHCR best-interests guidance"},
    "A34a": {"A 34(1)(a)"},
    "A34b": {"A 34(1)(b)"},
    "A34b1": {"A 34(1)(b.1)"},
    "A34c": {"A 34(1)(c)"},
    "A34e": {"A 34(1)(e)"},
    "A34f": {"A 34(1)(f)"},
    "A35a": {"A 35(1)(a)"},
    "A35b": {"A 35(1)(b), R 16"},
    "A35c1": {"A 35(1)(c.1)"},
    "A35.1": {"A 35.1(1)"},
    "A36.1": {"A 36(1)"},
    "A36.2": {"A 36(2)"},
    "A37a": {"A 37(1)(a)"},
    "A37b": {"A 37(1)(b)"},
    "A38ab": {"A 38(1)(a),(b)"},
    "A38c": {"A 38(2)(b), R 139(4)"},
    "A39": {"R 139(3)"},
    "A40": {"A 40(1)(a), 16(1)"},
    "A40.1": {"A 40.1"},
    "A41": {"A 41(a)"},
    "A42": {"A 42(1)(a), R 23", "A 42(1)(b)"},
    "P-IME1": {"R 30(1)(a)(i)"},
    "P-IME2": {"R 30(1)(f)"},
    "P-IME4": {"R 30(3)"},
    "P-BIO1": {"A 10.01, R 12.1", "R 12.8"},
    "P-BIO2": {"R 12.2", "R 12.2(1)", "R 12.2(1)(a)", "R 12.2(1)(b)"},
    "P-BIO3": {"R 12.8"},
    "P-ID1": {"R 50(1)"},
    "P-ID2": {"R 50(2), 151"},
    "P-EXIT1": {"IRCC guidance (exit barriers)"},
    "D-NAME": {"IRCC instructions (names)"},
    "D-DOB": {"IRCC instructions (dates of birth)"},
    "D-HIST": {"IMM 5669"},
    "D-ADDR": {"IMM 5669"},
    "D-SERV": {"IMM 5669"},
    "D-BG": {"IMM 5669"},
    "D-TRANS": {"IRCC translation rules"},
    "D-SIGN": {"R 10(1)(b), IMM 5669"},
}

FORBIDDEN = {
    "en": r"\b(in)?eligib|\b(in)?admissib|\bexclu[ds]|\bterroris|\bcriminal|\bfraud|\billegal|\bpolice certificate",
    "fr": r"\b(in)?admissib|recevab|\bexclu|\bterroris|\bcriminel|\bfraude|\billégal|interdi[ts]|certificat de police",
}
"""Findings about a person, blame, and the paper nobody may be asked for."""


def sentences(lang: str) -> Iterator[tuple[str, str]]:
    for item in PACK.items.values():
        yield f"{item.id}.title", item.title[lang]
        yield f"{item.id}.question", item.question[lang]
        for kind, table in (("why", item.why), ("ask", item.ask)):
            for key, words in table.items():
                yield f"{item.id}.{kind}.{key}", words[lang]
    for head, notes in (("alert", PACK.alerts), ("route", PACK.routes)):
        for key, note in notes.items():
            yield f"{head}.{key}", note.text[lang]
    for key, words in PACK.texts.items():
        yield f"text.{key}", words[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_finds_something_about_a_person(lang: str):
    said = dict(sentences(lang))
    assert len(said) > 150
    wrong = {key for key, words in said.items() if re.search(FORBIDDEN[lang], words, re.IGNORECASE)}
    assert wrong == set()


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "She is eligible."), ("en", "an excluded person"), ("fr", "Elle est admissible."), ("fr", "exclue")],
)
def test_the_search_for_forbidden_words_finds_them(lang: str, words: str):
    assert re.search(FORBIDDEN[lang], words, re.IGNORECASE)


def test_french_is_typeset_as_in_canada():
    for key, words in sentences("fr"):
        assert "'" not in words, key
        assert '"' not in words, key
        assert not re.search(r"\s[;?!]", words), key
        assert not re.search(r"(?<!\u00a0):(\s|$)", words), key
        assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»", words), key
        assert "droits humains" not in words, key


def test_english_marks_are_those_of_print():
    for key, words in sentences("en"):
        assert "'" not in words, key
        assert '"' not in words, key
        assert not re.search(r"\s[:;?!]", words), key


def test_citations_and_notes_on_partners_are_typeset_as_in_canada():
    known = [item.citations for item in PACK.items.values()]
    french = [words["fr"] for table in known for words in table.values()]
    french += [note.citation["fr"] for note in (*PACK.alerts.values(), *PACK.routes.values()) if note.citation]
    french += [words["fr"] for words in PACK.partner_notes.values()]
    for words in french:
        assert not re.search(r"['\"]|«(?!\u00a0)|(?<!\u00a0)[»:]", words), words


def test_a_field_stands_in_quotation_marks_so_that_a_list_of_them_can_be_read():
    asked = (Field("background", "h", "P1.background.h"), Field("person", "memberships", "P1.memberships"))
    message = Message("H02.not_asked", {"fields": asked})
    assert say(message, PACK, "en", wording("en")) == (
        "Not asked yet: “h. Associated with a group that used or called for violence” and “Memberships”."
    )
    assert "«\u00a0h. Lien avec un groupe ayant eu recours ou appelé à la violence\u00a0» et «" in (
        say(message, PACK, "fr", wording("fr"))
    )


def test_every_sentence_is_translated_and_ends_as_one():
    english, french = dict(sentences("en")), dict(sentences("fr"))
    for key, words in english.items():
        assert words != french[key] or key in ("text.event", "text.event_without_country"), key
        if ".why." in key or key.startswith(("alert.", "route.")):
            assert words[-1] in ".?", key
            assert french[key][-1] == words[-1], key
        if key.endswith(".question") or ".ask." in key:
            assert words.endswith("?"), key
            assert french[key].endswith("?"), key


def test_citations_are_those_of_the_contract():
    found = {item.id: {words["en"] for words in item.citations.values()} for item in PACK.items.values()}
    assert found == CITATIONS
    for item in PACK.items.values():
        for words in item.citations.values():
            assert "art. 30" in words["fr"] if "IA" in words["en"] else "IA" not in words["fr"]
            assert not words["fr"].startswith("A ")
            assert not re.search(r"\([a-h]\)", words["fr"])


PARAMS: list[tuple[Param, str, str]] = [
    (3, "3", "3"),
    (date(2026, 5, 4), "May 4, 2026", "4 mai 2026"),
    (PartialDate(2026, 5), "May 2026", "mai 2026"),
    (Country("CD"), "Democratic Republic of the Congo", "République démocratique du Congo"),
    (Country(None), "not recorded", "non inscrit au dossier"),
    (Coded("partner", "unhcr"), "UNHCR", "HCR"),
    (Language("ti"), "Tigrinya", "tigrigna"),
    (Row("IN3"), "IN3", "IN3"),
    (Unknown(), "not recorded", "non inscrit au dossier"),
    (Event("IN3", PartialDate(2026), "RW"), "IN3 (Rwanda, 2026)", "IN3 (Rwanda, 2026)"),
    (Event("IN3", PartialDate(2026)), "IN3 (2026)", "IN3 (2026)"),
    (Event("IN3", None, "RW"), "IN3 (Rwanda, no date recorded)", "IN3 (Rwanda, sans date inscrite)"),
    (Event("IN3", None), "IN3", "IN3"),
    ((), "not recorded", "non inscrit au dossier"),
    (rows(["IN3"]), "IN3", "IN3"),
    (rows(["IN3", "IN4"]), "IN3 and IN4", "IN3 et IN4"),
    (rows([f"IN{n}" for n in range(1, 7)]), "IN1, IN2, IN3, IN4, IN5 and IN6", "IN1, IN2, IN3, IN4, IN5 et IN6"),
    (
        rows([f"IN{n}" for n in range(1, 10)]),
        "IN1, IN2, IN3, IN4, IN5, IN6 and 3 more",
        "IN1, IN2, IN3, IN4, IN5, IN6 et 3 de plus",
    ),
    (countries(["RW", None, "RW"]), "Rwanda", "Rwanda"),
]


@pytest.mark.parametrize(("param", "english", "french"), PARAMS)
def test_a_fact_in_words(param: Param, english: str, french: str):
    message = Message("text.ask_again", {"field": param})
    for lang, expected in (("en", english), ("fr", french)):
        before, after = PACK.template("text.ask_again", lang).split("{field}")
        assert say(message, PACK, lang, wording(lang)).casefold() == f"{before}{expected}{after}".casefold()


def test_a_field_is_named_as_the_window_names_it():
    message = Message("text.ask_again", {"field": Field("incident", "linked_to_work", "IN1.linked_to_work")})
    for lang in LANGUAGES:
        assert wording(lang).field("incident", "linked_to_work") in say(message, PACK, lang, wording(lang))


def test_fixed_words():
    assert text("result_MET", PACK, "en") == "Shown on file"
    assert text("headline_DIVERT", PACK, "fr") == "Une autre voie convient mieux"


def messages(found: Assessment) -> Iterator[Message]:
    for item in found.items:
        yield item.why
        yield item.question
        yield from item.decided
    yield from (alert.text for alert in found.alerts)
    yield from (route.text for route in found.routes)
    yield from (one.question for one in found.ask_next)


DECLARED = {f"{rule.id}.{key}": set(names.split()) for rule in RULES for key, names in rule.reasons.items()}


@settings(max_examples=60)
@given(case=cases())
def test_whatever_stands_in_a_case_can_be_said_with_the_facts_declared(case: Case):
    found = run(case, ON)
    names = {lang: wording(lang) for lang in LANGUAGES}
    for item in found.items:
        assert set(item.why.params) == DECLARED[item.why.key]
    for message in messages(found):
        for lang in LANGUAGES:
            said = say(message, PACK, lang, names[lang])
            assert said
            assert "{" not in said
            assert gaps(PACK.template(message.key, lang)) <= set(message.params)
